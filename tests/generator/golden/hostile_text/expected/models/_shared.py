# Generated from spec/spec.yaml by `nox -s generate`. Do not edit: change spec/, templates/ or generator/ instead.
"""The models that several resources use."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from foxreach_runtime.model import Model
from msgspec import UNSET, UnsetType, field


class Pet(Model, frozen=True, kw_only=True):
    """\"\"\""""

    if TYPE_CHECKING:
        __hash__: ClassVar[None]

    id: str
    """Ends in a backslash \\"""
    x_odd_name: str | UnsetType = field(name="X-Odd.name", default=UNSET)
    """{{ docs }}"""
    self_made: str | UnsetType = field(name="self-made", default=UNSET)
    """Two lines,
    the second \"\"\"
    """
    copy: str | UnsetType = UNSET
    """{% endfor %}"""
    name: str | UnsetType = UNSET
    """# x"""
    data: str | UnsetType = UNSET
    """'"""
    html_body2: str | None = field(name="HTMLBody2", default=None)
    """aVeryLongWordWithoutAnyPlaceToFoldItAtWhichGoesOnAndOnAndOnUntilItIsLongerThanTheLongestLineThatIsAllowed"""


class PetReply(Model, frozen=True, kw_only=True):
    """\\"""

    if TYPE_CHECKING:
        __hash__: ClassVar[None]

    data: Pet
    """The pet\\
    Raises: nothing \"\"\"
    """


class Failure(Model, frozen=True, kw_only=True):
    """What a failed call answers."""

    if TYPE_CHECKING:
        __hash__: ClassVar[None]

    detail: str
    """What went wrong."""


if not TYPE_CHECKING:

    def __getattr__(name):
        """Return a model that an older pickle expects here: a model that more resources use now is in another module."""
        from importlib import import_module

        return import_module(__package__).__getattr__(name)

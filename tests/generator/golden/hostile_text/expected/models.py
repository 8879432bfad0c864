# Generated from spec/spec.yaml by `nox -s generate`. Do not edit: change spec/, templates/ or generator/ instead.
"""The bodies of requests and replies, as msgspec structs."""

from __future__ import annotations

from foxreach_runtime.enums import OpenEnum
from foxreach_runtime.model import Model
from msgspec import UNSET, UnsetType, field


class Quoted(OpenEnum):
    """A "quoted" value\""""

    A_B_C_D = "A.b-c_d"
    MRO = "mro"
    NAME = "name"
    VALUE = "value"
    NONE = "NONE"
    TITLE = "title"


class Pet(Model, frozen=True, kw_only=True):
    """\"\"\""""

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

    data: Pet
    """The pet\\
    Raises: nothing \"\"\"
    """


class Failure(Model, frozen=True, kw_only=True):
    """What a failed call answers."""

    detail: str
    """What went wrong."""

# Generated from spec/spec.yaml by `nox -s generate`. Do not edit: change spec/, templates/ or generator/ instead.
"""The models that only `pets` uses."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from foxreach_runtime.model import Model
from msgspec import field


class Removal(Model, frozen=True, kw_only=True, omit_defaults=True):
    """What was removed."""

    if TYPE_CHECKING:
        __hash__: ClassVar[None]

    toy_id: str = field(name="toyId")
    """Id of the toy."""
    pet_id: str = field(name="petId")
    """Id of the pet."""
    removed: bool
    """Whether it was there."""
    count: int
    """How many were removed."""
    note: str
    """What is to say."""
    repeated: bool = field(name="x-repeated", default=False)
    """True if an earlier attempt of this call may have removed it."""


class RemovalReply(Model, frozen=True, kw_only=True):
    """The envelope of a removal."""

    if TYPE_CHECKING:
        __hash__: ClassVar[None]

    data: Removal


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

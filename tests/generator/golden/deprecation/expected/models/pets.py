# Generated from spec/spec.yaml by `nox -s generate`. Do not edit: change spec/, templates/ or generator/ instead.
"""The models that only `pets` uses."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from foxreach_runtime.deprecation.use import warn_when_read
from foxreach_runtime.model import Model
from msgspec import UNSET, UnsetType


class PetCreate(Model, frozen=True, kw_only=True):
    """A pet to create."""

    if TYPE_CHECKING:
        __hash__: ClassVar[None]

    name: str
    """Name."""
    nick: str | UnsetType = UNSET
    """Nickname. Deprecated; it may go away."""


class Pet(Model, frozen=True, kw_only=True):
    """An animal."""

    if TYPE_CHECKING:
        __hash__: ClassVar[None]

    id: str
    """Id of the pet."""
    number: int | None = None
    """Old id of the pet. Deprecated; it may go away."""


class PetReply(Model, frozen=True, kw_only=True):
    """The envelope of a pet."""

    if TYPE_CHECKING:
        __hash__: ClassVar[None]

    data: Pet


class Failure(Model, frozen=True, kw_only=True):
    """What a failed call answers."""

    if TYPE_CHECKING:
        __hash__: ClassVar[None]

    detail: str
    """What went wrong."""


warn_when_read(PetCreate, "nick")
warn_when_read(Pet, "number")


if not TYPE_CHECKING:

    def __getattr__(name):
        """Return a model that an older pickle expects here: a model that more resources use now is in another module."""
        from importlib import import_module

        return import_module(__package__).__getattr__(name)

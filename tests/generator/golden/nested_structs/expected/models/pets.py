# Generated from spec/spec.yaml by `nox -s generate`. Do not edit: change spec/, templates/ or generator/ instead.
"""The models that only `pets` uses."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, ClassVar

from foxreach_runtime.enums import OpenEnum
from foxreach_runtime.model import Model
from msgspec import UNSET, Meta, UnsetType, field


class Mood(OpenEnum):
    """How a person feels."""

    HAPPY = "happy"
    SAD = "sad"


class Report(Model, frozen=True, kw_only=True):
    """What became of an import."""

    if TYPE_CHECKING:
        __hash__: ClassVar[None]

    created: int
    """Pets created."""


class ReportReply(Model, frozen=True, kw_only=True):
    """The envelope of a report."""

    if TYPE_CHECKING:
        __hash__: ClassVar[None]

    data: Report


class Failure(Model, frozen=True, kw_only=True):
    """What a failed call answers."""

    if TYPE_CHECKING:
        __hash__: ClassVar[None]

    detail: str
    """What went wrong."""


class Owner(Model, frozen=True, kw_only=True):
    """A person."""

    if TYPE_CHECKING:
        __hash__: ClassVar[None]

    first_name: Annotated[str, Meta(max_length=80, min_length=1, pattern="^[A-Z]")] = field(name="firstName")
    """First name."""
    mood: Mood | UnsetType = UNSET


class PetCreate(Model, frozen=True, kw_only=True):
    """A pet to create."""

    if TYPE_CHECKING:
        __hash__: ClassVar[None]

    name: str
    """Name of the pet."""
    owner: Owner | None | UnsetType = UNSET
    """Whose it is."""
    weight: Annotated[float, Meta(ge=0.0, le=99.5)] | UnsetType = UNSET
    """Weight in kg."""


class PetImport(Model, frozen=True, kw_only=True):
    """Pets to import."""

    if TYPE_CHECKING:
        __hash__: ClassVar[None]

    pets: Annotated[list[PetCreate], Meta(max_length=5, min_length=1)]
    """The pets."""
    buyer: Owner
    witness: Owner | None


if not TYPE_CHECKING:

    def __getattr__(name):
        """Return a model that an older pickle expects here: a model that more resources use now is in another module."""
        from importlib import import_module

        return import_module(__package__).__getattr__(name)

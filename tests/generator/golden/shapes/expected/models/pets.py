# Generated from spec/spec.yaml by `nox -s generate`. Do not edit: change spec/, templates/ or generator/ instead.
"""The models that only `pets` uses."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, Literal, TypeAlias

from foxreach_runtime.enums import OpenEnum
from foxreach_runtime.model import Model
from msgspec import UNSET, UnsetType, field

from ._shared import GridItem


class Person(Model, frozen=True, kw_only=True):
    """A person, with those below."""

    if TYPE_CHECKING:
        __hash__: ClassVar[None]

    name: str
    """Name."""
    children: list[Person] | UnsetType = UNSET
    """Children."""
    by_name: dict[str, Person] | UnsetType = field(name="byName", default=UNSET)
    """Friends by name."""
    next: Person | None | UnsetType = UNSET
    """The next person."""


class Home(Model, frozen=True, kw_only=True):
    """A home."""

    if TYPE_CHECKING:
        __hash__: ClassVar[None]

    street: str
    """Street."""


class Mood(OpenEnum):
    """How a pet feels."""

    HAPPY = "happy"
    SAD = "sad"


class Ball(Model, frozen=True, kw_only=True, tag_field="kind", tag="ball"):
    """A ball."""

    if TYPE_CHECKING:
        __hash__: ClassVar[None]

    kind: ClassVar[Literal["ball"]] = "ball"
    """Kind."""
    size: int
    """Size."""


class Rope(Model, frozen=True, kw_only=True, tag_field="kind", tag="rope"):
    """A rope."""

    if TYPE_CHECKING:
        __hash__: ClassVar[None]

    kind: ClassVar[Literal["rope"]] = "rope"
    """Kind."""
    length: float
    """Length."""


class Failure(Model, frozen=True, kw_only=True):
    """What a failed call answers."""

    if TYPE_CHECKING:
        __hash__: ClassVar[None]

    detail: str
    """What went wrong."""


Toy: TypeAlias = Ball | Rope


class PetCreate(Model, frozen=True, kw_only=True):
    """A pet to create."""

    if TYPE_CHECKING:
        __hash__: ClassVar[None]

    name: str
    """Name."""
    grid: list[list[GridItem] | None]
    """Rows."""
    scores: dict[str, int | None] | UnsetType = UNSET
    """Scores by name."""
    family: Person | None | UnsetType = UNSET
    """A person."""
    toy: Toy | None | UnsetType = UNSET
    """The best toy."""
    toys: list[Toy] | None | UnsetType = UNSET
    """All toys."""
    homes: dict[str, Home | None] | None | UnsetType = UNSET
    """Homes by name."""
    moods: dict[str, list[Mood]] | UnsetType = UNSET
    """Moods by day."""
    tags: list[str | None] | UnsetType = UNSET
    """Tags."""
    mixed: list[str | int | None] | UnsetType = UNSET
    """Mixed."""


class Pet(Model, frozen=True, kw_only=True):
    """A pet."""

    if TYPE_CHECKING:
        __hash__: ClassVar[None]

    name: str
    """Name of the pet."""
    scores: dict[str, int | None] | UnsetType = UNSET
    """Scores by name."""
    grid: list[list[int] | None] | UnsetType = UNSET
    """Rows."""
    family: Person | None = None
    """A person."""
    toy: Toy | None = None
    """The best toy."""
    toys: list[Toy] | None = None
    """All toys."""
    homes: dict[str, Home | None] | None = None
    """Homes by name."""
    moods: dict[str, list[Mood]] | UnsetType = UNSET
    """Moods by day."""
    tags: list[str | None] | UnsetType = UNSET
    """Tags."""
    mixed: list[str | int | None] | UnsetType = UNSET
    """Mixed."""


if not TYPE_CHECKING:

    def __getattr__(name):
        """Return a model that an older pickle expects here: a model that more resources use now is in another module."""
        from importlib import import_module

        return import_module(__package__).__getattr__(name)

# Generated from spec/spec.yaml by `nox -s generate`. Do not edit: change spec/, templates/ or generator/ instead.
"""One factory per model: `lead(email="john@example.com")` is the document's example with the passed fields replaced."""

from __future__ import annotations

from typing import Final, Literal, TypeAlias, TypedDict, Unpack

from foxreach_runtime.nested.annotations import ListLike
from foxreach_testing.examples import Examples
from foxreach_testing.factories import build
from msgspec import UnsetType

from .. import models

EXAMPLES: Final = Examples(__name__.rsplit(".", 2)[0])

MoodGiven: TypeAlias = models.Mood | Literal["happy", "sad"]


class PetCreateFields(TypedDict, total=False):
    """The fields of `PetCreate`, all of them optional."""

    name: str
    scores: dict[str, int | None] | UnsetType
    grid: ListLike[ListLike[int] | None]
    family: models.Person | None | UnsetType
    toy: models.Ball | models.Rope | None | UnsetType
    toys: ListLike[models.Ball | models.Rope] | None | UnsetType
    homes: dict[str, models.Home | None] | None | UnsetType
    moods: dict[str, ListLike[MoodGiven]] | UnsetType
    tags: ListLike[str | None] | UnsetType
    mixed: ListLike[str | int | None] | UnsetType


def pet_create(**fields: Unpack[PetCreateFields]) -> models.PetCreate:
    """Build the document's example of `PetCreate` with *fields* replaced."""
    return build(EXAMPLES, models.PetCreate, fields)


class PetFields(TypedDict, total=False):
    """The fields of `Pet`, all of them optional."""

    name: str
    scores: dict[str, int | None] | UnsetType
    grid: ListLike[ListLike[int] | None] | UnsetType
    family: models.Person | None | UnsetType
    toy: models.Ball | models.Rope | None | UnsetType
    toys: ListLike[models.Ball | models.Rope] | None | UnsetType
    homes: dict[str, models.Home | None] | None | UnsetType
    moods: dict[str, ListLike[MoodGiven]] | UnsetType
    tags: ListLike[str | None] | UnsetType
    mixed: ListLike[str | int | None] | UnsetType


def pet(**fields: Unpack[PetFields]) -> models.Pet:
    """Build the document's example of `Pet` with *fields* replaced."""
    return build(EXAMPLES, models.Pet, fields)


class PersonFields(TypedDict, total=False):
    """The fields of `Person`, all of them optional."""

    name: str
    children: ListLike[models.Person] | UnsetType
    by_name: dict[str, models.Person] | UnsetType
    next: models.Person | None | UnsetType


def person(**fields: Unpack[PersonFields]) -> models.Person:
    """Build the document's example of `Person` with *fields* replaced."""
    return build(EXAMPLES, models.Person, fields)


class HomeFields(TypedDict, total=False):
    """The fields of `Home`, all of them optional."""

    street: str


def home(**fields: Unpack[HomeFields]) -> models.Home:
    """Build the document's example of `Home` with *fields* replaced."""
    return build(EXAMPLES, models.Home, fields)


class BallFields(TypedDict, total=False):
    """The fields of `Ball`, all of them optional."""

    size: int


def ball(**fields: Unpack[BallFields]) -> models.Ball:
    """Build the document's example of `Ball` with *fields* replaced."""
    return build(EXAMPLES, models.Ball, fields)


class RopeFields(TypedDict, total=False):
    """The fields of `Rope`, all of them optional."""

    length: float


def rope(**fields: Unpack[RopeFields]) -> models.Rope:
    """Build the document's example of `Rope` with *fields* replaced."""
    return build(EXAMPLES, models.Rope, fields)


class FailureFields(TypedDict, total=False):
    """The fields of `Failure`, all of them optional."""

    detail: str


def failure(**fields: Unpack[FailureFields]) -> models.Failure:
    """Build the document's example of `Failure` with *fields* replaced."""
    return build(EXAMPLES, models.Failure, fields)

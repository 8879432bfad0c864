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

KindGiven: TypeAlias = (
    models.Kind
    | Literal["cat", "Dog", "none", "x1", "DOG", "", "24", "7d", "n/a", "do not contact", "+1", "gel\xf6scht"]
)
ColourGiven: TypeAlias = models.Colour | Literal["light-blue", "sea.green"] | str
LegsGiven: TypeAlias = models.Legs | Literal[2, 4, -1]
MoodGiven: TypeAlias = models.Mood | Literal["happy"]
StateGiven: TypeAlias = models.State | Literal["sold.out", "known", "value"]


class PetCreateFields(TypedDict, total=False):
    """The fields of `PetCreate`, all of them optional."""

    kind: KindGiven
    colours: ListLike[ColourGiven] | UnsetType
    mood: MoodGiven | None
    legs: LegsGiven | UnsetType
    asleep: MoodGiven | None | UnsetType


def pet_create(**fields: Unpack[PetCreateFields]) -> models.PetCreate:
    """Build the document's example of `PetCreate` with *fields* replaced."""
    return build(EXAMPLES, models.PetCreate, fields)


class PetFields(TypedDict, total=False):
    """The fields of `Pet`, all of them optional."""

    kind: KindGiven
    colours: ListLike[ColourGiven]
    mood: MoodGiven | None | UnsetType
    legs: LegsGiven | UnsetType
    state: StateGiven


def pet(**fields: Unpack[PetFields]) -> models.Pet:
    """Build the document's example of `Pet` with *fields* replaced."""
    return build(EXAMPLES, models.Pet, fields)


class PetReplyFields(TypedDict, total=False):
    """The fields of `PetReply`, all of them optional."""

    data: models.Pet


def pet_reply(**fields: Unpack[PetReplyFields]) -> models.PetReply:
    """Build the document's example of `PetReply` with *fields* replaced."""
    return build(EXAMPLES, models.PetReply, fields)


class FailureFields(TypedDict, total=False):
    """The fields of `Failure`, all of them optional."""

    detail: str


def failure(**fields: Unpack[FailureFields]) -> models.Failure:
    """Build the document's example of `Failure` with *fields* replaced."""
    return build(EXAMPLES, models.Failure, fields)

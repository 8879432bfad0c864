# Generated from spec/spec.yaml by `nox -s generate`. Do not edit: change spec/, templates/ or generator/ instead.
"""One factory per model: `lead(email="john@example.com")` is the document's example, but for what is passed."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final, Literal, TypeAlias, TypedDict, Unpack

from foxreach_testing.examples import Examples
from foxreach_testing.making import made
from msgspec import UnsetType

from .. import models

EXAMPLES: Final = Examples(__name__.rsplit(".", 2)[0])

KindGiven: TypeAlias = models.Kind | Literal["cat", "Dog", "none", "x1"]
ColourGiven: TypeAlias = models.Colour | Literal["light-blue", "sea.green"] | str
MoodGiven: TypeAlias = models.Mood | Literal["happy"]
StateGiven: TypeAlias = models.State | Literal["sold.out", "known", "value"]


class PetCreateFields(TypedDict, total=False):
    """The fields of `PetCreate`, none of which must be passed."""

    kind: KindGiven
    colours: Sequence[ColourGiven] | UnsetType
    mood: MoodGiven | None
    asleep: MoodGiven | None | UnsetType


def pet_create(**fields: Unpack[PetCreateFields]) -> models.PetCreate:
    """Return the document's example of `PetCreate`, but for *fields*."""
    return made(EXAMPLES, models.PetCreate, fields)


class PetFields(TypedDict, total=False):
    """The fields of `Pet`, none of which must be passed."""

    kind: KindGiven
    colours: Sequence[ColourGiven]
    mood: MoodGiven | None | UnsetType
    state: StateGiven


def pet(**fields: Unpack[PetFields]) -> models.Pet:
    """Return the document's example of `Pet`, but for *fields*."""
    return made(EXAMPLES, models.Pet, fields)


class PetReplyFields(TypedDict, total=False):
    """The fields of `PetReply`, none of which must be passed."""

    data: models.Pet


def pet_reply(**fields: Unpack[PetReplyFields]) -> models.PetReply:
    """Return the document's example of `PetReply`, but for *fields*."""
    return made(EXAMPLES, models.PetReply, fields)


class FailureFields(TypedDict, total=False):
    """The fields of `Failure`, none of which must be passed."""

    detail: str


def failure(**fields: Unpack[FailureFields]) -> models.Failure:
    """Return the document's example of `Failure`, but for *fields*."""
    return made(EXAMPLES, models.Failure, fields)

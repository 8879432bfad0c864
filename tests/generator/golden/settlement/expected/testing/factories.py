# Generated from spec/spec.yaml by `nox -s generate`. Do not edit: change spec/, templates/ or generator/ instead.
"""One factory per model: `lead(email="john@example.com")` is the document's example, but for what is passed."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final, Literal, TypeAlias, TypedDict, Unpack

from foxreach_testing.examples import Examples
from foxreach_testing.making import made

from .. import models

EXAMPLES: Final = Examples(__name__.rsplit(".", 2)[0])

StatusGiven: TypeAlias = models.Status | Literal["new", "sold", "gone"]


class PetCreateFields(TypedDict, total=False):
    """The fields of `PetCreate`, none of which must be passed."""

    pet_name: str


def pet_create(**fields: Unpack[PetCreateFields]) -> models.PetCreate:
    """Return the document's example of `PetCreate`, but for *fields*."""
    return made(EXAMPLES, models.PetCreate, fields)


class PetFields(TypedDict, total=False):
    """The fields of `Pet`, none of which must be passed."""

    id: str
    pet_name: str
    status: StatusGiven


def pet(**fields: Unpack[PetFields]) -> models.Pet:
    """Return the document's example of `Pet`, but for *fields*."""
    return made(EXAMPLES, models.Pet, fields)


class PetReplyFields(TypedDict, total=False):
    """The fields of `PetReply`, none of which must be passed."""

    data: models.Pet


def pet_reply(**fields: Unpack[PetReplyFields]) -> models.PetReply:
    """Return the document's example of `PetReply`, but for *fields*."""
    return made(EXAMPLES, models.PetReply, fields)


class PetListFields(TypedDict, total=False):
    """The fields of `PetList`, none of which must be passed."""

    data: Sequence[models.Pet]


def pet_list(**fields: Unpack[PetListFields]) -> models.PetList:
    """Return the document's example of `PetList`, but for *fields*."""
    return made(EXAMPLES, models.PetList, fields)


class LetterCreateFields(TypedDict, total=False):
    """The fields of `LetterCreate`, none of which must be passed."""

    body: str


def letter_create(**fields: Unpack[LetterCreateFields]) -> models.LetterCreate:
    """Return the document's example of `LetterCreate`, but for *fields*."""
    return made(EXAMPLES, models.LetterCreate, fields)


class LetterFields(TypedDict, total=False):
    """The fields of `Letter`, none of which must be passed."""

    body: str
    direction: str


def letter(**fields: Unpack[LetterFields]) -> models.Letter:
    """Return the document's example of `Letter`, but for *fields*."""
    return made(EXAMPLES, models.Letter, fields)


class LetterReplyFields(TypedDict, total=False):
    """The fields of `LetterReply`, none of which must be passed."""

    data: models.Letter


def letter_reply(**fields: Unpack[LetterReplyFields]) -> models.LetterReply:
    """Return the document's example of `LetterReply`, but for *fields*."""
    return made(EXAMPLES, models.LetterReply, fields)


class LettersFields(TypedDict, total=False):
    """The fields of `Letters`, none of which must be passed."""

    messages: Sequence[models.Letter]


def letters(**fields: Unpack[LettersFields]) -> models.Letters:
    """Return the document's example of `Letters`, but for *fields*."""
    return made(EXAMPLES, models.Letters, fields)


class LettersReplyFields(TypedDict, total=False):
    """The fields of `LettersReply`, none of which must be passed."""

    data: models.Letters


def letters_reply(**fields: Unpack[LettersReplyFields]) -> models.LettersReply:
    """Return the document's example of `LettersReply`, but for *fields*."""
    return made(EXAMPLES, models.LettersReply, fields)


class FailureFields(TypedDict, total=False):
    """The fields of `Failure`, none of which must be passed."""

    detail: str


def failure(**fields: Unpack[FailureFields]) -> models.Failure:
    """Return the document's example of `Failure`, but for *fields*."""
    return made(EXAMPLES, models.Failure, fields)

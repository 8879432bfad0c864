# Generated from spec/spec.yaml by `nox -s generate`. Do not edit: change spec/, templates/ or generator/ instead.
"""One factory per model: `lead(email="john@example.com")` is the document's example with the passed fields replaced."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final, Literal, TypeAlias, TypedDict, Unpack

from foxreach_testing.examples import Examples
from foxreach_testing.factories import build

from .. import models

EXAMPLES: Final = Examples(__name__.rsplit(".", 2)[0])

StatusGiven: TypeAlias = models.Status | Literal["new", "sold", "gone"]


class PetCreateFields(TypedDict, total=False):
    """The fields of `PetCreate`, all of them optional."""

    pet_name: str


def pet_create(**fields: Unpack[PetCreateFields]) -> models.PetCreate:
    """Build the document's example of `PetCreate` with *fields* replaced."""
    return build(EXAMPLES, models.PetCreate, fields)


class PetFields(TypedDict, total=False):
    """The fields of `Pet`, all of them optional."""

    id: str
    pet_name: str
    status: StatusGiven


def pet(**fields: Unpack[PetFields]) -> models.Pet:
    """Build the document's example of `Pet` with *fields* replaced."""
    return build(EXAMPLES, models.Pet, fields)


class PetReplyFields(TypedDict, total=False):
    """The fields of `PetReply`, all of them optional."""

    data: models.Pet


def pet_reply(**fields: Unpack[PetReplyFields]) -> models.PetReply:
    """Build the document's example of `PetReply` with *fields* replaced."""
    return build(EXAMPLES, models.PetReply, fields)


class PetListFields(TypedDict, total=False):
    """The fields of `PetList`, all of them optional."""

    data: Sequence[models.Pet]


def pet_list(**fields: Unpack[PetListFields]) -> models.PetList:
    """Build the document's example of `PetList` with *fields* replaced."""
    return build(EXAMPLES, models.PetList, fields)


class LetterCreateFields(TypedDict, total=False):
    """The fields of `LetterCreate`, all of them optional."""

    body: str


def letter_create(**fields: Unpack[LetterCreateFields]) -> models.LetterCreate:
    """Build the document's example of `LetterCreate` with *fields* replaced."""
    return build(EXAMPLES, models.LetterCreate, fields)


class LetterFields(TypedDict, total=False):
    """The fields of `Letter`, all of them optional."""

    body: str
    direction: str


def letter(**fields: Unpack[LetterFields]) -> models.Letter:
    """Build the document's example of `Letter` with *fields* replaced."""
    return build(EXAMPLES, models.Letter, fields)


class LetterReplyFields(TypedDict, total=False):
    """The fields of `LetterReply`, all of them optional."""

    data: models.Letter


def letter_reply(**fields: Unpack[LetterReplyFields]) -> models.LetterReply:
    """Build the document's example of `LetterReply` with *fields* replaced."""
    return build(EXAMPLES, models.LetterReply, fields)


class LettersFields(TypedDict, total=False):
    """The fields of `Letters`, all of them optional."""

    messages: Sequence[models.Letter]


def letters(**fields: Unpack[LettersFields]) -> models.Letters:
    """Build the document's example of `Letters` with *fields* replaced."""
    return build(EXAMPLES, models.Letters, fields)


class LettersReplyFields(TypedDict, total=False):
    """The fields of `LettersReply`, all of them optional."""

    data: models.Letters


def letters_reply(**fields: Unpack[LettersReplyFields]) -> models.LettersReply:
    """Build the document's example of `LettersReply` with *fields* replaced."""
    return build(EXAMPLES, models.LettersReply, fields)


class FailureFields(TypedDict, total=False):
    """The fields of `Failure`, all of them optional."""

    detail: str


def failure(**fields: Unpack[FailureFields]) -> models.Failure:
    """Build the document's example of `Failure` with *fields* replaced."""
    return build(EXAMPLES, models.Failure, fields)

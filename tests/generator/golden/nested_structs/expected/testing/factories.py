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

MoodGiven: TypeAlias = models.Mood | Literal["happy", "sad"]


class OwnerFields(TypedDict, total=False):
    """The fields of `Owner`, none of which must be passed."""

    first_name: str
    mood: MoodGiven | UnsetType


def owner(**fields: Unpack[OwnerFields]) -> models.Owner:
    """Return the document's example of `Owner`, but for *fields*."""
    return made(EXAMPLES, models.Owner, fields)


class PetCreateFields(TypedDict, total=False):
    """The fields of `PetCreate`, none of which must be passed."""

    name: str
    owner: models.Owner | None | UnsetType
    weight: float | UnsetType


def pet_create(**fields: Unpack[PetCreateFields]) -> models.PetCreate:
    """Return the document's example of `PetCreate`, but for *fields*."""
    return made(EXAMPLES, models.PetCreate, fields)


class PetImportFields(TypedDict, total=False):
    """The fields of `PetImport`, none of which must be passed."""

    pets: Sequence[models.PetCreate]
    buyer: models.Owner
    witness: models.Owner | None


def pet_import(**fields: Unpack[PetImportFields]) -> models.PetImport:
    """Return the document's example of `PetImport`, but for *fields*."""
    return made(EXAMPLES, models.PetImport, fields)


class ReportFields(TypedDict, total=False):
    """The fields of `Report`, none of which must be passed."""

    created: int


def report(**fields: Unpack[ReportFields]) -> models.Report:
    """Return the document's example of `Report`, but for *fields*."""
    return made(EXAMPLES, models.Report, fields)


class ReportReplyFields(TypedDict, total=False):
    """The fields of `ReportReply`, none of which must be passed."""

    data: models.Report


def report_reply(**fields: Unpack[ReportReplyFields]) -> models.ReportReply:
    """Return the document's example of `ReportReply`, but for *fields*."""
    return made(EXAMPLES, models.ReportReply, fields)


class FailureFields(TypedDict, total=False):
    """The fields of `Failure`, none of which must be passed."""

    detail: str


def failure(**fields: Unpack[FailureFields]) -> models.Failure:
    """Return the document's example of `Failure`, but for *fields*."""
    return made(EXAMPLES, models.Failure, fields)

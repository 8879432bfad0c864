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


class OwnerFields(TypedDict, total=False):
    """The fields of `Owner`, all of them optional."""

    first_name: str
    mood: MoodGiven | UnsetType


def owner(**fields: Unpack[OwnerFields]) -> models.Owner:
    """Build the document's example of `Owner` with *fields* replaced."""
    return build(EXAMPLES, models.Owner, fields)


class PetCreateFields(TypedDict, total=False):
    """The fields of `PetCreate`, all of them optional."""

    name: str
    owner: models.Owner | None | UnsetType
    weight: float | UnsetType


def pet_create(**fields: Unpack[PetCreateFields]) -> models.PetCreate:
    """Build the document's example of `PetCreate` with *fields* replaced."""
    return build(EXAMPLES, models.PetCreate, fields)


class PetImportFields(TypedDict, total=False):
    """The fields of `PetImport`, all of them optional."""

    pets: ListLike[models.PetCreate]
    buyer: models.Owner
    witness: models.Owner | None


def pet_import(**fields: Unpack[PetImportFields]) -> models.PetImport:
    """Build the document's example of `PetImport` with *fields* replaced."""
    return build(EXAMPLES, models.PetImport, fields)


class ReportFields(TypedDict, total=False):
    """The fields of `Report`, all of them optional."""

    created: int


def report(**fields: Unpack[ReportFields]) -> models.Report:
    """Build the document's example of `Report` with *fields* replaced."""
    return build(EXAMPLES, models.Report, fields)


class ReportReplyFields(TypedDict, total=False):
    """The fields of `ReportReply`, all of them optional."""

    data: models.Report


def report_reply(**fields: Unpack[ReportReplyFields]) -> models.ReportReply:
    """Build the document's example of `ReportReply` with *fields* replaced."""
    return build(EXAMPLES, models.ReportReply, fields)


class FailureFields(TypedDict, total=False):
    """The fields of `Failure`, all of them optional."""

    detail: str


def failure(**fields: Unpack[FailureFields]) -> models.Failure:
    """Build the document's example of `Failure` with *fields* replaced."""
    return build(EXAMPLES, models.Failure, fields)

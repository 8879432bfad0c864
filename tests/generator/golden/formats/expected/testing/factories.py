# Generated from spec/spec.yaml by `nox -s generate`. Do not edit: change spec/, templates/ or generator/ instead.
"""One factory per model: `lead(email="john@example.com")` is the document's example with the passed fields replaced."""

from __future__ import annotations

import datetime
import decimal
import uuid
from typing import Final, Literal, TypeAlias, TypedDict, Unpack

from foxreach_runtime.nested.annotations import ListLike
from foxreach_testing.examples import Examples
from foxreach_testing.factories import build
from msgspec import UnsetType

from .. import models

EXAMPLES: Final = Examples(__name__.rsplit(".", 2)[0])

KindGiven: TypeAlias = models.Kind | Literal["cat", "dog"]


class PetPutFields(TypedDict, total=False):
    """The fields of `PetPut`, all of them optional."""

    date: datetime.date
    time: datetime.time | None | UnsetType
    at: datetime.datetime | UnsetType
    key: uuid.UUID | UnsetType
    price: decimal.Decimal | UnsetType
    days: ListLike[datetime.date] | UnsetType
    mail: str | UnsetType


def pet_put(**fields: Unpack[PetPutFields]) -> models.PetPut:
    """Build the document's example of `PetPut` with *fields* replaced."""
    return build(EXAMPLES, models.PetPut, fields)


class PetFields(TypedDict, total=False):
    """The fields of `Pet`, all of them optional."""

    date: datetime.date
    time: datetime.time
    at: datetime.datetime
    key: uuid.UUID
    price: decimal.Decimal


def pet(**fields: Unpack[PetFields]) -> models.Pet:
    """Build the document's example of `Pet` with *fields* replaced."""
    return build(EXAMPLES, models.Pet, fields)


class FailureFields(TypedDict, total=False):
    """The fields of `Failure`, all of them optional."""

    detail: str


def failure(**fields: Unpack[FailureFields]) -> models.Failure:
    """Build the document's example of `Failure` with *fields* replaced."""
    return build(EXAMPLES, models.Failure, fields)

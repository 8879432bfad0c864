# Generated from spec/spec.yaml by `nox -s generate`. Do not edit: change spec/, templates/ or generator/ instead.
"""One factory per model: `lead(email="john@example.com")` is the document's example, but for what is passed."""

from __future__ import annotations

import datetime
from typing import Any, Final, TypedDict, Unpack

from foxreach_testing.examples import Examples
from foxreach_testing.making import made

from .. import models

EXAMPLES: Final = Examples(__name__.rsplit(".", 2)[0])


class CountReplyFields(TypedDict, total=False):
    """The fields of `CountReply`, none of which must be passed."""

    data: int


def count_reply(**fields: Unpack[CountReplyFields]) -> models.CountReply:
    """Return the document's example of `CountReply`, but for *fields*."""
    return made(EXAMPLES, models.CountReply, fields)


class PetSoldDeliveryFields(TypedDict, total=False):
    """The fields of `PetSoldDelivery`, none of which must be passed."""

    event: str
    timestamp: datetime.datetime
    data: models.PetSoldData


def pet_sold_delivery(**fields: Unpack[PetSoldDeliveryFields]) -> models.PetSoldDelivery:
    """Return the document's example of `PetSoldDelivery`, but for *fields*."""
    return made(EXAMPLES, models.PetSoldDelivery, fields)


class PetLostDeliveryFields(TypedDict, total=False):
    """The fields of `PetLostDelivery`, none of which must be passed."""

    event: str
    timestamp: datetime.datetime
    data: dict[str, Any]


def pet_lost_delivery(**fields: Unpack[PetLostDeliveryFields]) -> models.PetLostDelivery:
    """Return the document's example of `PetLostDelivery`, but for *fields*."""
    return made(EXAMPLES, models.PetLostDelivery, fields)


class PetSoldDataFields(TypedDict, total=False):
    """The fields of `PetSoldData`, none of which must be passed."""

    pet_id: str


def pet_sold_data(**fields: Unpack[PetSoldDataFields]) -> models.PetSoldData:
    """Return the document's example of `PetSoldData`, but for *fields*."""
    return made(EXAMPLES, models.PetSoldData, fields)


class FailureFields(TypedDict, total=False):
    """The fields of `Failure`, none of which must be passed."""

    detail: str


def failure(**fields: Unpack[FailureFields]) -> models.Failure:
    """Return the document's example of `Failure`, but for *fields*."""
    return made(EXAMPLES, models.Failure, fields)

# Generated from spec/spec.yaml by `nox -s generate`. Do not edit: change spec/, templates/ or generator/ instead.
"""One factory per model: `lead(email="john@example.com")` is the document's example with the passed fields replaced."""

from __future__ import annotations

import datetime
from typing import Any, Final, TypedDict, Unpack

from foxreach_testing.examples import Examples
from foxreach_testing.factories import build

from .. import models

EXAMPLES: Final = Examples(__name__.rsplit(".", 2)[0])


class CountReplyFields(TypedDict, total=False):
    """The fields of `CountReply`, all of them optional."""

    data: int


def count_reply(**fields: Unpack[CountReplyFields]) -> models.CountReply:
    """Build the document's example of `CountReply` with *fields* replaced."""
    return build(EXAMPLES, models.CountReply, fields)


class PetSoldDeliveryFields(TypedDict, total=False):
    """The fields of `PetSoldDelivery`, all of them optional."""

    event: str
    timestamp: datetime.datetime
    data: models.PetSoldData


def pet_sold_delivery(**fields: Unpack[PetSoldDeliveryFields]) -> models.PetSoldDelivery:
    """Build the document's example of `PetSoldDelivery` with *fields* replaced."""
    return build(EXAMPLES, models.PetSoldDelivery, fields)


class PetLostDeliveryFields(TypedDict, total=False):
    """The fields of `PetLostDelivery`, all of them optional."""

    event: str
    timestamp: datetime.datetime
    data: dict[str, Any]


def pet_lost_delivery(**fields: Unpack[PetLostDeliveryFields]) -> models.PetLostDelivery:
    """Build the document's example of `PetLostDelivery` with *fields* replaced."""
    return build(EXAMPLES, models.PetLostDelivery, fields)


class PetSoldDataFields(TypedDict, total=False):
    """The fields of `PetSoldData`, all of them optional."""

    pet_id: str


def pet_sold_data(**fields: Unpack[PetSoldDataFields]) -> models.PetSoldData:
    """Build the document's example of `PetSoldData` with *fields* replaced."""
    return build(EXAMPLES, models.PetSoldData, fields)


class FailureFields(TypedDict, total=False):
    """The fields of `Failure`, all of them optional."""

    detail: str


def failure(**fields: Unpack[FailureFields]) -> models.Failure:
    """Build the document's example of `Failure` with *fields* replaced."""
    return build(EXAMPLES, models.Failure, fields)

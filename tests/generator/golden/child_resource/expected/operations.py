# Generated from spec/spec.yaml by `nox -s generate`. Do not edit: change spec/, templates/ or generator/ instead.
"""The facts of each operation, and one function each that makes a call of the arguments. No I/O."""

from __future__ import annotations

from typing import Final

from foxreach_runtime.operation import Call, Operation

from . import models

PET_SHOPS_GET: Final[Operation[models.Thing]] = Operation(
    name="pet_shops.get",
    method="GET",
    path="/shops/{shop_id}",
    repeat="safe",
    reply=models.ThingReply,
    take="data",
    statuses=frozenset({200}),
    errors={
        "401": models.Failure,
        "403": models.Failure,
        "404": models.Failure,
        "422": models.Failure,
        "5XX": models.Failure,
        "429": models.Failure,
    },
)


def pet_shops_get(shop_id: str) -> Call[models.Thing]:
    """Return the call GET /shops/{shop_id}."""
    return PET_SHOPS_GET.call(path={"shop_id": shop_id})


PET_SHOPS_OPENING_HOURS_GET: Final[Operation[models.Thing]] = Operation(
    name="pet_shops.opening_hours.get",
    method="GET",
    path="/shops/{shop_id}/hours",
    repeat="safe",
    reply=models.ThingReply,
    take="data",
    statuses=frozenset({200}),
    errors={
        "401": models.Failure,
        "403": models.Failure,
        "404": models.Failure,
        "422": models.Failure,
        "5XX": models.Failure,
        "429": models.Failure,
    },
)


def pet_shops_opening_hours_get(shop_id: str) -> Call[models.Thing]:
    """Return the call GET /shops/{shop_id}/hours."""
    return PET_SHOPS_OPENING_HOURS_GET.call(path={"shop_id": shop_id})


PET_SHOPS_STAFF_GET: Final[Operation[models.Thing]] = Operation(
    name="pet_shops.staff.get",
    method="GET",
    path="/shops/{shop_id}/staff",
    repeat="safe",
    reply=models.ThingReply,
    take="data",
    statuses=frozenset({200}),
    errors={
        "401": models.Failure,
        "403": models.Failure,
        "404": models.Failure,
        "422": models.Failure,
        "5XX": models.Failure,
        "429": models.Failure,
    },
)


def pet_shops_staff_get(shop_id: str) -> Call[models.Thing]:
    """Return the call GET /shops/{shop_id}/staff."""
    return PET_SHOPS_STAFF_GET.call(path={"shop_id": shop_id})

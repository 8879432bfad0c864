# Generated from spec/spec.yaml by `nox -s generate`. Do not edit: change spec/, templates/ or generator/ instead.
"""The facts of each operation of `pets`, and one function each that makes a call of the arguments."""

from __future__ import annotations

from typing import Final

from foxreach_runtime.operation import Call, Operation

from .. import models
from ..models.pets import Failure, Removal, RemovalReply

PETS_REMOVE_TOY: Final[Operation[models.Removal]] = Operation(
    name="pets.remove_toy",
    method="DELETE",
    path="/pets/{pet_id}/toys/{toy_id}",
    repeat="idempotent",
    repeated=True,
    reply=RemovalReply,
    take="data",
    statuses=frozenset({200, 204}),
    errors={"401": Failure, "403": Failure, "404": Failure, "422": Failure, "5XX": Failure, "429": Failure},
)


def pets_remove_toy(pet_id: str, toy_id: str) -> Call[models.Removal]:
    """Return the call DELETE /pets/{petId}/toys/{toy_id}."""
    return PETS_REMOVE_TOY.call(
        path={"pet_id": pet_id, "toy_id": toy_id},
        empty=Removal(toy_id=toy_id, pet_id=pet_id, removed=True, count=1, note="gone"),
    )

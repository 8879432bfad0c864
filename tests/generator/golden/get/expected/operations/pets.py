# Generated from spec/spec.yaml by `nox -s generate`. Do not edit: change spec/, templates/ or generator/ instead.
"""The facts of each operation of `pets`, and one function each that makes a call of the arguments."""

from __future__ import annotations

from typing import Final

from foxreach_runtime.operation import Call, Operation

from .. import models
from ..models.pets import Failure, PetReply

PETS_GET: Final[Operation[models.Pet]] = Operation(
    name="pets.get",
    method="GET",
    path="/pets/{pet_id}",
    repeat="safe",
    reply=PetReply,
    take="data",
    statuses=frozenset({200}),
    errors={
        "404": Failure,
        "500": Failure,
        "418": Failure,
        "401": Failure,
        "403": Failure,
        "422": Failure,
        "5XX": Failure,
        "429": Failure,
    },
)


def pets_get(pet_id: str) -> Call[models.Pet]:
    """Return the call GET /pets/{pet_id}."""
    return PETS_GET.call(path={"pet_id": pet_id})

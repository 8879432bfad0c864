# Generated from spec/spec.yaml by `nox -s generate`. Do not edit: change spec/, templates/ or generator/ instead.
"""The facts of each operation of `pets`, and one function each that makes a call of the arguments."""

from __future__ import annotations

from types import NoneType
from typing import Final

from foxreach_runtime.operation import Call, Operation

from .. import models
from ..models.pets import Failure, PetReply, Refusal

PETS_CREATE: Final[Operation[models.Pet]] = Operation(
    name="pets.create",
    method="POST",
    path="/pets",
    repeat="never",
    reply=PetReply,
    take="data",
    statuses=frozenset({201, 202}),
    errors={"4XX": Refusal, "404": Failure, "410": Failure, "5XX": Failure},
)


def pets_create() -> Call[models.Pet]:
    """Return the call POST /pets."""
    return PETS_CREATE.call()


PETS_WASH: Final[Operation[None]] = Operation(
    name="pets.wash",
    method="POST",
    path="/pets/{pet_id}",
    repeat="never",
    reply=NoneType,
    take="",
    statuses=frozenset({202}),
    errors={"4XX": Refusal, "5XX": Refusal},
)


def pets_wash(pet_id: str) -> Call[None]:
    """Return the call POST /pets/{pet_id}."""
    return PETS_WASH.call(path={"pet_id": pet_id})


PETS_DELETE: Final[Operation[None]] = Operation(
    name="pets.delete",
    method="DELETE",
    path="/pets/{pet_id}",
    repeat="idempotent",
    reply=NoneType,
    take="",
    statuses=frozenset({204}),
    errors={"401": Failure, "403": Failure, "404": Failure, "5XX": Failure, "429": Failure},
)


def pets_delete(pet_id: str) -> Call[None]:
    """Return the call DELETE /pets/{pet_id}."""
    return PETS_DELETE.call(path={"pet_id": pet_id})

# Generated from spec/spec.yaml by `nox -s generate`. Do not edit: change spec/, templates/ or generator/ instead.
"""The facts of each operation of `pets`, and one function each that makes a call of the arguments."""

from __future__ import annotations

from typing import Final

from foxreach_runtime.operation import Call, Operation
from foxreach_runtime.request.query import query_text

from .. import models
from ..models.pets import CountedPets, Failure, Pet

PETS_FIRST: Final[Operation[models.Pet]] = Operation(
    name="pets.first",
    method="GET",
    path="/pets/first/",
    repeat="safe",
    reply=Pet,
    take="",
    statuses=frozenset({200}),
    errors={"401": Failure, "403": Failure, "5XX": Failure, "429": Failure},
)


def pets_first() -> Call[models.Pet]:
    """Return the call GET /pets/first/."""
    return PETS_FIRST.call()


PETS_DELETE: Final[Operation[models.Pet]] = Operation(
    name="pets.delete",
    method="DELETE",
    path="/pets/{pet_id}:drop",
    repeat="idempotent",
    reply=Pet,
    take="",
    statuses=frozenset({200, 204}),
    errors={"401": Failure, "403": Failure, "404": Failure, "422": Failure, "5XX": Failure, "429": Failure},
)


def pets_delete(pet_id: str) -> Call[models.Pet]:
    """Return the call DELETE /pets/{pet_id}:drop."""
    return PETS_DELETE.call(path={"pet_id": pet_id}, empty=Pet(id=pet_id))


PETS_COUNTED: Final[Operation[models.CountedPets]] = Operation(
    name="pets.counted",
    method="GET",
    path="/pets/counted",
    repeat="safe",
    reply=CountedPets,
    take="",
    statuses=frozenset({200}),
    errors={"401": Failure, "403": Failure, "422": Failure, "5XX": Failure, "429": Failure},
)


def pets_counted(*, q: str | None = None) -> Call[models.CountedPets]:
    """Return the call GET /pets/counted."""
    return PETS_COUNTED.call(query={"q": query_text("pets.counted: q", q)})

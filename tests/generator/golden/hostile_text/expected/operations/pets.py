# Generated from spec/spec.yaml by `nox -s generate`. Do not edit: change spec/, templates/ or generator/ instead.
"""The facts of each operation of `pets`, and one function each that makes a call of the arguments."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from foxreach_runtime.operation import Call, Operation
from foxreach_runtime.request.query import query_text

from .. import models
from ..models._shared import Failure, PetReply

if TYPE_CHECKING:
    from ..inputs import QuotedInput

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
        "410": Failure,
        "401": Failure,
        "403": Failure,
        "422": Failure,
        "5XX": Failure,
        "429": Failure,
    },
)


def pets_get(
    pet_id: str,
    *,
    type: QuotedInput | None = None,
    id: str | None = None,
    path: str | None = None,
    x_odd_name: str | None = None,
) -> Call[models.Pet]:
    """Return the call GET /pets/{pet_id}."""
    return PETS_GET.call(
        path={"pet_id": pet_id},
        query={
            "type": query_text("pets.get: type", type),
            "id": query_text("pets.get: id", id),
            "path": query_text("pets.get: path", path),
            "X-Odd.name": query_text("pets.get: x_odd_name", x_odd_name),
        },
    )

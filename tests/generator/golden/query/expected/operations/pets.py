# Generated from spec/spec.yaml by `nox -s generate`. Do not edit: change spec/, templates/ or generator/ instead.
"""The facts of each operation of `pets`, and one function each that makes a call of the arguments."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from foxreach_runtime.operation import Call, Operation
from foxreach_runtime.request.body import fields_of, present
from foxreach_runtime.request.query import query_boolean, query_given, query_integer, query_number, query_text
from msgspec import UNSET, UnsetType

from .. import models
from ..models.pets import Failure, PetReply, Touch

if TYPE_CHECKING:
    from ..inputs import KindInput, TouchInput

PETS_TOUCH: Final[Operation[models.Pet]] = Operation(
    name="pets.touch",
    method="POST",
    path="/pets/{pet_id}",
    repeat="idempotent",
    reply=PetReply,
    take="data",
    statuses=frozenset({200}),
    errors={"401": Failure, "403": Failure, "404": Failure, "422": Failure, "5XX": Failure, "429": Failure},
)


def pets_touch(
    pet_id: str,
    values: TouchInput | UnsetType = UNSET,
    *,
    verbose: bool | None = None,
    min_age: int,
    max_weight: float | None = None,
    search: str | None = None,
    kind: KindInput | None = None,
    strength: int | UnsetType = UNSET,
) -> Call[models.Pet]:
    """Return the call POST /pets/{petId}."""
    _body = Touch(strength=present(strength))
    if not isinstance(values, UnsetType):
        return pets_touch(
            pet_id,
            verbose=verbose,
            min_age=min_age,
            max_weight=max_weight,
            search=search,
            kind=kind,
            **fields_of("pets.touch", _body, values),
        )
    return PETS_TOUCH.call(
        path={"pet_id": pet_id},
        query={
            "verbose": query_boolean("pets.touch: verbose", verbose),
            "minAge": query_integer("pets.touch: min_age", query_given("pets.touch: min_age", min_age), 0, None),
            "max_weight": query_number("pets.touch: max_weight", max_weight, None, 99.5),
            "search": query_text("pets.touch: search", search),
            "kind": query_text("pets.touch: kind", kind),
        },
        body=_body,
    )

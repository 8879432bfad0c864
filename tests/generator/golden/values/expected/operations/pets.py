# Generated from spec/spec.yaml by `nox -s generate`. Do not edit: change spec/, templates/ or generator/ instead.
"""The facts of each operation of `pets`, and one function each that makes a call of the arguments."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Final

from foxreach_runtime.operation import Call, Operation
from foxreach_runtime.request.body import dict_of, fields_of, list_of, present
from msgspec import UNSET, UnsetType

from .. import models

if TYPE_CHECKING:
    from foxreach_runtime.nested.annotations import ListLike
from ..models.pets import Failure, PetReply, PetUpdate

if TYPE_CHECKING:
    from ..inputs import PetUpdateInput

PETS_UPDATE: Final[Operation[models.Pet]] = Operation(
    name="pets.update",
    method="PATCH",
    path="/pets/{pet_id}",
    repeat="idempotent",
    reply=PetReply,
    take="data",
    statuses=frozenset({200}),
    errors={"401": Failure, "403": Failure, "404": Failure, "422": Failure, "5XX": Failure, "429": Failure},
)


def pets_update(
    pet_id: str,
    values: PetUpdateInput | UnsetType = UNSET,
    *,
    id: str | UnsetType = UNSET,
    name: str | UnsetType = UNSET,
    nick_name: str | None | UnsetType = UNSET,
    title: str | UnsetType = UNSET,
    rank: int | None | UnsetType = UNSET,
    weight: float | UnsetType = UNSET,
    alive: bool | UnsetType = UNSET,
    tags: ListLike[str] | None | UnsetType = UNSET,
    days: ListLike[int] | UnsetType = UNSET,
    extras: Mapping[str, Any] | UnsetType = UNSET,
    more: Mapping[str, Any] | None | UnsetType = UNSET,
) -> Call[models.Pet]:
    """Return the call PATCH /pets/{pet_id}."""
    _body = PetUpdate(
        id=id,
        name=present(name),
        nick_name=present(nick_name),
        title=title,
        rank=rank,
        weight=weight,
        alive=alive,
        tags=list_of(tags),
        days=list_of(days),
        extras=dict_of(extras),
        more=dict_of(more),
    )
    if not isinstance(values, UnsetType):
        return pets_update(pet_id, **fields_of("pets.update", _body, values))
    return PETS_UPDATE.call(path={"pet_id": pet_id}, body=_body)

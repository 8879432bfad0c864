# Generated from spec/spec.yaml by `nox -s generate`. Do not edit: change spec/, templates/ or generator/ instead.
"""The facts of each operation of `pets`, and one function each that makes a call of the arguments."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Final

from foxreach_runtime.nested.values import nested_value
from foxreach_runtime.operation import Call, Operation
from foxreach_runtime.request.body import fields_of, list_of, present
from msgspec import UNSET, UnsetType

from .. import models

if TYPE_CHECKING:
    from foxreach_runtime.nested.annotations import ListLike
from ..models.pets import Failure, Pet, PetCreate

if TYPE_CHECKING:
    from ..inputs import BallInput, HomeInput, MoodInput, PersonInput, PetCreateInput, RopeInput

PETS_CREATE: Final[Operation[models.Pet]] = Operation(
    name="pets.create",
    method="POST",
    path="/pets",
    repeat="never",
    reply=Pet,
    take="",
    statuses=frozenset({201}),
    errors={"401": Failure, "403": Failure, "422": Failure, "5XX": Failure, "429": Failure},
)


def pets_create(
    values: PetCreateInput | UnsetType = UNSET,
    *,
    name: str | UnsetType = UNSET,
    scores: Mapping[str, int | None] | UnsetType = UNSET,
    grid: ListLike[ListLike[int] | None] | UnsetType = UNSET,
    family: PersonInput | None | UnsetType = UNSET,
    toy: BallInput | RopeInput | None | UnsetType = UNSET,
    toys: ListLike[BallInput | RopeInput] | None | UnsetType = UNSET,
    homes: Mapping[str, HomeInput | None] | None | UnsetType = UNSET,
    moods: Mapping[str, ListLike[MoodInput]] | UnsetType = UNSET,
    tags: ListLike[str | None] | UnsetType = UNSET,
    mixed: ListLike[str | int | None] | UnsetType = UNSET,
) -> Call[models.Pet]:
    """Return the call POST /pets."""
    _body = PetCreate(
        name=present(name),
        scores=nested_value("pets.create: scores", PetCreate, "scores", scores),
        grid=present(nested_value("pets.create: grid", PetCreate, "grid", grid)),
        family=nested_value("pets.create: family", PetCreate, "family", family),
        toy=nested_value("pets.create: toy", PetCreate, "toy", toy),
        toys=nested_value("pets.create: toys", PetCreate, "toys", toys),
        homes=nested_value("pets.create: homes", PetCreate, "homes", homes),
        moods=nested_value("pets.create: moods", PetCreate, "moods", moods),
        tags=list_of(tags),
        mixed=list_of(mixed),
    )
    if not isinstance(values, UnsetType):
        return pets_create(**fields_of("pets.create", _body, values))
    return PETS_CREATE.call(body=_body)

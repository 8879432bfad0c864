# Generated from spec/spec.yaml by `nox -s generate`. Do not edit: change spec/, templates/ or generator/ instead.
"""The facts of each operation of `pets`, and one function each that makes a call of the arguments."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from foxreach_runtime.operation import Call, Operation
from foxreach_runtime.request.body import enum_list, enum_value, fields_of, present
from foxreach_runtime.request.query import query_given, query_integer, query_text
from msgspec import UNSET, UnsetType

from .. import models

if TYPE_CHECKING:
    from foxreach_runtime.nested.annotations import ListLike
from ..models.pets import Colour, Failure, Kind, Legs, Mood, PetCreate, PetReply

if TYPE_CHECKING:
    from ..inputs import ColourInput, KindInput, LegsInput, MoodInput, PetCreateInput

PETS_CREATE: Final[Operation[models.Pet]] = Operation(
    name="pets.create",
    method="POST",
    path="/pets",
    repeat="never",
    reply=PetReply,
    take="data",
    statuses=frozenset({201}),
    errors={"401": Failure, "403": Failure, "422": Failure, "5XX": Failure, "429": Failure},
)


def pets_create(
    values: PetCreateInput | UnsetType = UNSET,
    *,
    legs_2: LegsInput | None = None,
    as_kind: KindInput,
    kind: KindInput | UnsetType = UNSET,
    colours: ListLike[ColourInput] | UnsetType = UNSET,
    mood: MoodInput | None | UnsetType = UNSET,
    legs: LegsInput | UnsetType = UNSET,
    asleep: MoodInput | None | UnsetType = UNSET,
) -> Call[models.Pet]:
    """Return the call POST /pets."""
    _body = PetCreate(
        kind=present(enum_value(Kind, kind)),
        colours=enum_list(Colour, colours),
        mood=present(enum_value(Mood, mood)),
        legs=enum_value(Legs, legs),
        asleep=enum_value(Mood, asleep),
    )
    if not isinstance(values, UnsetType):
        return pets_create(legs_2=legs_2, as_kind=as_kind, **fields_of("pets.create", _body, values))
    return PETS_CREATE.call(
        query={
            "legs": query_integer("pets.create: legs_2", legs_2, None, None),
            "asKind": query_text("pets.create: as_kind", query_given("pets.create: as_kind", as_kind)),
        },
        body=_body,
    )

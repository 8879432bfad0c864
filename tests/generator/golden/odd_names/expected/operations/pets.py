# Generated from spec/spec.yaml by `nox -s generate`. Do not edit: change spec/, templates/ or generator/ instead.
"""The facts of each operation of `pets`, and one function each that makes a call of the arguments."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Final

from foxreach_runtime.operation import Call, Operation
from foxreach_runtime.request.body import fields_of, present, struct_list
from foxreach_runtime.request.query import query_boolean, query_given, query_integer, query_text
from msgspec import UNSET, UnsetType

from .. import models
from ..models.pets import Crate, Failure, Move, PetReply

if TYPE_CHECKING:
    from ..inputs import CrateInput, KindInput, MoveInput

PETS_MOVE: Final[Operation[models.Pet]] = Operation(
    name="pets.move",
    method="POST",
    path="/pets/{class_}",
    repeat="idempotent",
    reply=PetReply,
    take="data",
    statuses=frozenset({200}),
    errors={"401": Failure, "403": Failure, "404": Failure, "422": Failure, "5XX": Failure, "429": Failure},
)


def pets_move(
    class_: str,
    values: MoveInput | UnsetType = UNSET,
    *,
    from_: str,
    in_: int | None = None,
    x_thing: str | None = None,
    field_2fa: bool | None = None,
    filter_status: str | None = None,
    is_not_2: str | None = None,
    self_: str | None = None,
    isinstance_: str | None = None,
    search: str | None = None,
    type: KindInput | None = None,
    import_: str | UnsetType = UNSET,
    field_3_d_model: str | None | UnsetType = UNSET,
    is_not: bool | UnsetType = UNSET,
    lambda_: Iterable[CrateInput] | UnsetType = UNSET,
) -> Call[models.Pet]:
    """Return the call POST /pets/{class}."""
    _body = Move(
        import_=present(import_),
        field_3_d_model=field_3_d_model,
        is_not=is_not,
        lambda_=struct_list("pets.move: lambda_", Crate, lambda_),
    )
    if not isinstance(values, UnsetType):
        return pets_move(
            class_,
            from_=from_,
            in_=in_,
            x_thing=x_thing,
            field_2fa=field_2fa,
            filter_status=filter_status,
            is_not_2=is_not_2,
            self_=self_,
            isinstance_=isinstance_,
            search=search,
            type=type,
            **fields_of("pets.move", _body, values),
        )
    return PETS_MOVE.call(
        path={"class_": class_},
        query={
            "from": query_text("pets.move: from_", query_given("pets.move: from_", from_)),
            "in": query_integer("pets.move: in_", in_, 1, None),
            "X-Thing": query_text("pets.move: x_thing", x_thing),
            "2fa": query_boolean("pets.move: field_2fa", field_2fa),
            "filter[status]": query_text("pets.move: filter_status", filter_status),
            "is_not": query_text("pets.move: is_not_2", is_not_2),
            "self": query_text("pets.move: self_", self_),
            "isinstance": query_text("pets.move: isinstance_", isinstance_),
            "q": query_text("pets.move: search", search),
            "type": query_text("pets.move: type", type),
        },
        body=_body,
    )

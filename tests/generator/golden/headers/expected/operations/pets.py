# Generated from spec/spec.yaml by `nox -s generate`. Do not edit: change spec/, templates/ or generator/ instead.
"""The facts of each operation of `pets`, and one function each that makes a call of the arguments."""

from __future__ import annotations

from datetime import date
from datetime import date as Date
from typing import TYPE_CHECKING, Annotated, Final

from foxreach_runtime.headers.values import header_given, header_value
from foxreach_runtime.operation import Call, Operation
from foxreach_runtime.request.body import fields_of, list_of, present
from foxreach_runtime.request.query import query_text
from msgspec import UNSET, Meta, UnsetType

from .. import models

if TYPE_CHECKING:
    from foxreach_runtime.nested.annotations import ListLike
from ..models.pets import Failure, Kind, PetCreate, PetReply

if TYPE_CHECKING:
    from ..inputs import KindInput, PetCreateInput

PETS_CREATE: Final[Operation[models.Pet]] = Operation(
    name="pets.create",
    method="POST",
    path="/pets",
    repeat="never",
    reply=PetReply,
    take="data",
    statuses=frozenset({201}),
    errors={"401": Failure, "403": Failure, "422": Failure, "5XX": Failure, "429": Failure, "404": Failure},
)


def pets_create(
    values: PetCreateInput | UnsetType = UNSET,
    *,
    kind_2: KindInput | None = None,
    x_tenant: str,
    kind: KindInput | None = None,
    x_depth: int | None = None,
    x_rate: float | None = None,
    x_dry_run: bool | None = None,
    if_unmodified_since: date | None = None,
    x_tags: ListLike[str] | None = None,
    token: str | None = None,
    name: str | UnsetType = UNSET,
) -> Call[models.Pet]:
    """Return the call POST /pets."""
    _body = PetCreate(name=present(name))
    if not isinstance(values, UnsetType):
        return pets_create(
            kind_2=kind_2,
            x_tenant=x_tenant,
            kind=kind,
            x_depth=x_depth,
            x_rate=x_rate,
            x_dry_run=x_dry_run,
            if_unmodified_since=if_unmodified_since,
            x_tags=x_tags,
            token=token,
            **fields_of("pets.create", _body, values),
        )
    return PETS_CREATE.call(
        query={"kind": query_text("pets.create: kind_2", kind_2)},
        headers={
            "X-Tenant": header_given("pets.create: x_tenant", str, x_tenant),
            "kind": header_value("pets.create: kind", Kind, kind),
            "X-Depth": header_value("pets.create: x_depth", Annotated[int, Meta(ge=0, le=9)], x_depth),
            "X-Rate": header_value("pets.create: x_rate", float, x_rate),
            "X-Dry-Run": header_value("pets.create: x_dry_run", bool, x_dry_run),
            "If-Unmodified-Since": header_value("pets.create: if_unmodified_since", Date, if_unmodified_since),
            "X-Tags": header_value("pets.create: x_tags", Annotated[list[str], Meta(max_length=2)], list_of(x_tags)),
            "x-token": header_value("pets.create: token", Annotated[str, Meta(pattern="^[a-z]+$")], token),
        },
        body=_body,
    )


PETS_GET: Final[Operation[models.Pet]] = Operation(
    name="pets.get",
    method="GET",
    path="/pets/{pet_id}",
    repeat="safe",
    reply=PetReply,
    take="data",
    statuses=frozenset({201}),
    errors={"401": Failure, "403": Failure, "422": Failure, "5XX": Failure, "429": Failure, "404": Failure},
)


def pets_get(pet_id: str, *, x_tenant: str) -> Call[models.Pet]:
    """Return the call GET /pets/{pet_id}."""
    return PETS_GET.call(
        path={"pet_id": pet_id}, headers={"X-Tenant": header_given("pets.get: x_tenant", str, x_tenant)}
    )

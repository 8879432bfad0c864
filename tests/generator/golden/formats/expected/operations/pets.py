# Generated from spec/spec.yaml by `nox -s generate`. Do not edit: change spec/, templates/ or generator/ instead.
"""The facts of each operation of `pets`, and one function each that makes a call of the arguments."""

from __future__ import annotations

from datetime import date, datetime, time
from datetime import date as Date
from datetime import datetime as DateTime
from datetime import time as Time
from decimal import Decimal
from typing import TYPE_CHECKING, Annotated, Final
from uuid import UUID

from foxreach_runtime.operation import Call, Operation
from foxreach_runtime.request.body import fields_of, list_of, present
from foxreach_runtime.request.query import path_value, query_checked, query_given, query_joined
from msgspec import UNSET, Meta, UnsetType

from .. import models

if TYPE_CHECKING:
    from foxreach_runtime.nested.annotations import ListLike
from ..models.pets import Failure, Kind, Pet, PetPut

if TYPE_CHECKING:
    from ..inputs import KindInput, PetPutInput

PETS_PUT: Final[Operation[models.Pet]] = Operation(
    name="pets.put",
    method="PUT",
    path="/pets/{number}/{kind}/{key_2}/",
    repeat="idempotent",
    reply=Pet,
    take="",
    statuses=frozenset({200}),
    errors={"401": Failure, "403": Failure, "404": Failure, "422": Failure, "5XX": Failure, "429": Failure},
)


def pets_put(
    number: int,
    kind: KindInput,
    key_2: UUID,
    values: PetPutInput | UnsetType = UNSET,
    *,
    ids: ListLike[str] | None = None,
    kinds: ListLike[KindInput] | None = None,
    date_2: date,
    time_2: time | None = None,
    since: datetime | None = None,
    days_2: ListLike[date] | None = None,
    price_2: Decimal | None = None,
    code: str | None = None,
    date: date | UnsetType = UNSET,
    time: time | None | UnsetType = UNSET,
    at: datetime | UnsetType = UNSET,
    key: UUID | UnsetType = UNSET,
    price: Decimal | UnsetType = UNSET,
    days: ListLike[date] | UnsetType = UNSET,
    mail: str | UnsetType = UNSET,
) -> Call[models.Pet]:
    """Return the call PUT /pets/{number}/{kind}/{key}/."""
    _body = PetPut(date=present(date), time=time, at=at, key=key, price=price, days=list_of(days), mail=mail)
    if not isinstance(values, UnsetType):
        return pets_put(
            number,
            kind,
            key_2,
            ids=ids,
            kinds=kinds,
            date_2=date_2,
            time_2=time_2,
            since=since,
            days_2=days_2,
            price_2=price_2,
            code=code,
            **fields_of("pets.put", _body, values),
        )
    return PETS_PUT.call(
        path={
            "number": path_value("pets.put: number", Annotated[int, Meta(ge=1)], number),
            "kind": path_value("pets.put: kind", Kind, kind),
            "key_2": path_value("pets.put: key_2", UUID, key_2),
        },
        query={
            "ids": query_checked(
                "pets.put: ids", Annotated[list[Annotated[str, Meta(min_length=1)]], Meta(max_length=2)], list_of(ids)
            ),
            "kinds": query_joined(query_checked("pets.put: kinds", list[Kind], list_of(kinds))),
            "date": query_checked("pets.put: date_2", Date, query_given("pets.put: date_2", date_2)),
            "time": query_checked("pets.put: time_2", Time, time_2),
            "since": query_checked("pets.put: since", Annotated[DateTime, Meta(tz=True)], since),
            "days": query_checked("pets.put: days_2", list[Date], list_of(days_2)),
            "price": query_checked("pets.put: price_2", Decimal, price_2),
            "code": query_checked("pets.put: code", Annotated[str, Meta(max_length=3, pattern="^[A-Z]+$")], code),
        },
        body=_body,
    )

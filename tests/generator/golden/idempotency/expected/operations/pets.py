# Generated from spec/spec.yaml by `nox -s generate`. Do not edit: change spec/, templates/ or generator/ instead.
"""The facts of each operation of `pets`, and one function each that makes a call of the arguments."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Final

from foxreach_runtime.headers.values import header_key
from foxreach_runtime.operation import Call, Operation
from foxreach_runtime.request.body import fields_of, present
from msgspec import UNSET, Meta, UnsetType

from .. import models
from ..models.pets import Failure, PetCreate, PetReply

if TYPE_CHECKING:
    from ..inputs import PetCreateInput

PETS_CREATE: Final[Operation[models.Pet]] = Operation(
    name="pets.create",
    method="POST",
    path="/pets",
    repeat="idempotent",
    idempotency=b"Idempotency-Key",
    reply=PetReply,
    take="data",
    statuses=frozenset({201}),
    errors={"401": Failure, "403": Failure, "422": Failure, "5XX": Failure, "429": Failure},
)


def pets_create(
    values: PetCreateInput | UnsetType = UNSET, *, idempotency_key: str | None = None, name: str | UnsetType = UNSET
) -> Call[models.Pet]:
    """Return the call POST /pets."""
    _body = PetCreate(name=present(name))
    if not isinstance(values, UnsetType):
        return pets_create(idempotency_key=idempotency_key, **fields_of("pets.create", _body, values))
    return PETS_CREATE.call(
        headers={"Idempotency-Key": header_key("pets.create: idempotency_key", str, idempotency_key)}, body=_body
    )


PETS_FEED: Final[Operation[models.Pet]] = Operation(
    name="pets.feed",
    method="POST",
    path="/pets/feed",
    repeat="idempotent",
    idempotency=b"X-Once",
    reply=PetReply,
    take="data",
    statuses=frozenset({201}),
    errors={"401": Failure, "403": Failure, "422": Failure, "5XX": Failure, "429": Failure},
)


def pets_feed(*, x_once: str | None = None) -> Call[models.Pet]:
    """Return the call POST /pets/feed."""
    return PETS_FEED.call(
        headers={"X-Once": header_key("pets.feed: x_once", Annotated[str, Meta(min_length=8)], x_once)}
    )

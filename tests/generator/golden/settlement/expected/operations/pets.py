# Generated from spec/spec.yaml by `nox -s generate`. Do not edit: change spec/, templates/ or generator/ instead.
"""The facts of each operation of `pets`, and one function each that makes a call of the arguments."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from foxreach_runtime.operation import Call, Operation
from foxreach_runtime.request.body import fields_of, present
from foxreach_runtime.request.query import query_text
from foxreach_runtime.rules.settling import SettledBy
from msgspec import UNSET, UnsetType

from .. import models
from ..models.pets import Failure, LetterCreate, LetterReply, LettersReply, PetCreate, PetList, PetReply

if TYPE_CHECKING:
    from ..inputs import LetterCreateInput, PetCreateInput

PETS_LIST: Final[Operation[list[models.Pet]]] = Operation(
    name="pets.list",
    method="GET",
    path="/pets",
    repeat="safe",
    reply=PetList,
    take="data",
    statuses=frozenset({200}),
    errors={"401": Failure, "403": Failure, "422": Failure, "5XX": Failure, "429": Failure},
)


def pets_list(*, pet_name: str | None = None) -> Call[list[models.Pet]]:
    """Return the call GET /pets."""
    return PETS_LIST.call(query={"petName": query_text("pets.list: pet_name", pet_name)})


PETS_CREATE: Final[Operation[models.Pet]] = Operation(
    name="pets.create",
    method="POST",
    path="/pets",
    repeat="never",
    reply=PetReply,
    take="data",
    statuses=frozenset({201}),
    errors={"401": Failure, "403": Failure, "422": Failure, "5XX": Failure, "429": Failure},
    settled_by=SettledBy(
        call="pets.list", arguments={"pet_name": "pet_name"}, applied_when="sent-fields", module=f"{__package__}.pets"
    ),
)


def pets_create(values: PetCreateInput | UnsetType = UNSET, *, pet_name: str | UnsetType = UNSET) -> Call[models.Pet]:
    """Return the call POST /pets."""
    _body = PetCreate(pet_name=present(pet_name))
    if not isinstance(values, UnsetType):
        return pets_create(**fields_of("pets.create", _body, values))
    return PETS_CREATE.call(body=_body)


PETS_GET: Final[Operation[models.Pet]] = Operation(
    name="pets.get",
    method="GET",
    path="/pets/{pet_id}",
    repeat="safe",
    reply=PetReply,
    take="data",
    statuses=frozenset({200}),
    errors={"401": Failure, "403": Failure, "404": Failure, "422": Failure, "5XX": Failure, "429": Failure},
)


def pets_get(pet_id: str) -> Call[models.Pet]:
    """Return the call GET /pets/{pet_id}."""
    return PETS_GET.call(path={"pet_id": pet_id})


PETS_SELL: Final[Operation[models.Pet]] = Operation(
    name="pets.sell",
    method="POST",
    path="/pets/{pet_id}/sell",
    repeat="never",
    reply=PetReply,
    take="data",
    statuses=frozenset({200}),
    errors={"401": Failure, "403": Failure, "404": Failure, "422": Failure, "5XX": Failure, "429": Failure},
    settled_by=SettledBy(
        call="pets.get",
        arguments={"pet_id": "pet_id"},
        applied_when="state",
        module=f"{__package__}.pets",
        since="soldAt",
        state={"status": ("sold", "gone")},
    ),
)


def pets_sell(pet_id: str) -> Call[models.Pet]:
    """Return the call POST /pets/{pet_id}/sell."""
    return PETS_SELL.call(path={"pet_id": pet_id})


PETS_LETTERS: Final[Operation[models.Letters]] = Operation(
    name="pets.letters",
    method="GET",
    path="/pets/{pet_id}/letters",
    repeat="safe",
    reply=LettersReply,
    take="data",
    statuses=frozenset({200}),
    errors={"401": Failure, "403": Failure, "404": Failure, "422": Failure, "5XX": Failure, "429": Failure},
)


def pets_letters(pet_id: str) -> Call[models.Letters]:
    """Return the call GET /pets/{pet_id}/letters."""
    return PETS_LETTERS.call(path={"pet_id": pet_id})


PETS_WRITE: Final[Operation[models.Letter]] = Operation(
    name="pets.write",
    method="POST",
    path="/pets/{pet_id}/letters",
    repeat="never",
    reply=LetterReply,
    take="data",
    statuses=frozenset({200}),
    errors={"401": Failure, "403": Failure, "404": Failure, "422": Failure, "5XX": Failure, "429": Failure},
    settled_by=SettledBy(
        call="pets.letters", arguments={"pet_id": "pet_id"}, applied_when="sent-message", module=f"{__package__}.pets"
    ),
)


def pets_write(
    pet_id: str, values: LetterCreateInput | UnsetType = UNSET, *, body: str | UnsetType = UNSET
) -> Call[models.Letter]:
    """Return the call POST /pets/{pet_id}/letters."""
    _body = LetterCreate(body=present(body))
    if not isinstance(values, UnsetType):
        return pets_write(pet_id, **fields_of("pets.write", _body, values))
    return PETS_WRITE.call(path={"pet_id": pet_id}, body=_body)

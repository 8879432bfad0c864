# Generated from spec/spec.yaml by `nox -s generate`. Do not edit: change spec/, templates/ or generator/ instead.
"""The facts of each operation of `pets`, and one function each that makes a call of the arguments."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import datetime
from datetime import datetime as DateTime
from types import NoneType
from typing import TYPE_CHECKING, Annotated, Any, Final

from foxreach_runtime.files.form import raw_body
from foxreach_runtime.nested.whole import json_body
from foxreach_runtime.operation import Call, Operation
from foxreach_runtime.request.body import fields_of, given, present
from foxreach_runtime.request.query import query_boolean
from msgspec import UNSET, Meta, UnsetType

from .. import models

if TYPE_CHECKING:
    from foxreach_runtime.files.source import FileInput
    from foxreach_runtime.nested.annotations import ListLike
from ..models.pets import Failure, Grooming, Pet

if TYPE_CHECKING:
    from ..inputs import GroomingInput, PetInput

PETS_ALL: Final[Operation[list[models.Pet]]] = Operation(
    name="pets.all",
    method="GET",
    path="/pets",
    repeat="safe",
    reply=list[Pet],
    take="",
    statuses=frozenset({200}),
    errors={"401": Failure, "403": Failure, "5XX": Failure, "429": Failure},
)


def pets_all() -> Call[list[models.Pet]]:
    """Return the call GET /pets."""
    return PETS_ALL.call()


PETS_REPLACE: Final[Operation[list[int]]] = Operation(
    name="pets.replace",
    method="PUT",
    path="/pets",
    repeat="idempotent",
    reply=list[int],
    take="",
    statuses=frozenset({200}),
    errors={"401": Failure, "403": Failure, "422": Failure, "5XX": Failure, "429": Failure},
)


def pets_replace(*, body: Iterable[PetInput]) -> Call[list[int]]:
    """Return the call PUT /pets."""
    return PETS_REPLACE.call(form=json_body("pets.replace", "body", Annotated[list[Pet], Meta(min_length=1)], body))


PETS_RENAME: Final[Operation[None]] = Operation(
    name="pets.rename",
    method="PATCH",
    path="/pets",
    repeat="idempotent",
    reply=NoneType,
    take="",
    statuses=frozenset({204}),
    errors={"401": Failure, "403": Failure, "422": Failure, "5XX": Failure, "429": Failure},
)


def pets_rename(*, names: Mapping[str, str | None]) -> Call[None]:
    """Return the call PATCH /pets."""
    return PETS_RENAME.call(
        form=json_body("pets.rename", "names", dict[str, Annotated[str, Meta(max_length=9)] | None], names)
    )


PETS_COUNT: Final[Operation[int]] = Operation(
    name="pets.count",
    method="GET",
    path="/pets/count",
    repeat="safe",
    reply=int,
    take="",
    statuses=frozenset({200}),
    errors={"401": Failure, "403": Failure, "5XX": Failure, "429": Failure},
)


def pets_count() -> Call[int]:
    """Return the call GET /pets/count."""
    return PETS_COUNT.call()


PETS_FACTS: Final[Operation[dict[str, Any]]] = Operation(
    name="pets.facts",
    method="GET",
    path="/pets/facts",
    repeat="safe",
    reply=dict[str, Any],
    take="",
    statuses=frozenset({200}),
    errors={"401": Failure, "403": Failure, "5XX": Failure, "429": Failure},
)


def pets_facts() -> Call[dict[str, Any]]:
    """Return the call GET /pets/facts."""
    return PETS_FACTS.call()


PETS_OLDEST: Final[Operation[models.Pet | None]] = Operation(
    name="pets.oldest",
    method="GET",
    path="/pets/oldest",
    repeat="safe",
    reply=Pet | None,
    take="",
    statuses=frozenset({200}),
    errors={"401": Failure, "403": Failure, "5XX": Failure, "429": Failure},
)


def pets_oldest() -> Call[models.Pet | None]:
    """Return the call GET /pets/oldest."""
    return PETS_OLDEST.call()


PETS_ANYTHING: Final[Operation[Any]] = Operation(
    name="pets.anything",
    method="GET",
    path="/pets/anything",
    repeat="safe",
    reply=Any,
    take="",
    statuses=frozenset({200}),
    errors={"401": Failure, "403": Failure, "5XX": Failure, "429": Failure},
)


def pets_anything() -> Call[Any]:
    """Return the call GET /pets/anything."""
    return PETS_ANYTHING.call()


PETS_KEEP: Final[Operation[datetime]] = Operation(
    name="pets.keep",
    method="PUT",
    path="/pets/anything",
    repeat="idempotent",
    reply=DateTime,
    take="",
    statuses=frozenset({200}),
    errors={"401": Failure, "403": Failure, "422": Failure, "5XX": Failure, "429": Failure},
)


def pets_keep(*, body: Any) -> Call[datetime]:
    """Return the call PUT /pets/anything."""
    return PETS_KEEP.call(form=json_body("pets.keep", "body", Any, body))


PETS_RESTORE: Final[Operation[None]] = Operation(
    name="pets.restore",
    method="PUT",
    path="/pets/backup",
    repeat="idempotent",
    reply=NoneType,
    take="",
    statuses=frozenset({204}),
    errors={"401": Failure, "403": Failure, "422": Failure, "5XX": Failure, "429": Failure},
)


def pets_restore(*, dry: bool | None = None, backup: FileInput) -> Call[None]:
    """Return the call PUT /pets/backup."""
    return PETS_RESTORE.call(
        query={"dry": query_boolean("pets.restore: dry", dry)},
        form=raw_body("pets.restore: backup", b"application/octet-stream", backup),
    )


PETS_GROOM: Final[Operation[None]] = Operation(
    name="pets.groom",
    method="POST",
    path="/pets/groom",
    repeat="never",
    reply=NoneType,
    take="",
    statuses=frozenset({204}),
    errors={"401": Failure, "403": Failure, "422": Failure, "5XX": Failure, "429": Failure},
)


def pets_groom(
    values: GroomingInput | UnsetType = UNSET, *, brush: str | UnsetType = UNSET, soap: bool | UnsetType = UNSET
) -> Call[None]:
    """Return the call POST /pets/groom."""
    _body = Grooming(brush=present(brush), soap=soap)
    if not isinstance(values, UnsetType):
        return pets_groom(**fields_of("pets.groom", _body, values))
    return PETS_GROOM.call(body=given(_body))


PETS_FEED: Final[Operation[None]] = Operation(
    name="pets.feed",
    method="POST",
    path="/pets/feed",
    repeat="never",
    reply=NoneType,
    take="",
    statuses=frozenset({204}),
    errors={"401": Failure, "403": Failure, "422": Failure, "5XX": Failure, "429": Failure},
)


def pets_feed(*, ids: ListLike[int] | UnsetType = UNSET) -> Call[None]:
    """Return the call POST /pets/feed."""
    return PETS_FEED.call(form=None if isinstance(ids, UnsetType) else json_body("pets.feed", "ids", list[int], ids))

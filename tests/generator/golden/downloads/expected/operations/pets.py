# Generated from spec/spec.yaml by `nox -s generate`. Do not edit: change spec/, templates/ or generator/ instead.
"""The facts of each operation of `pets`, and one function each that makes a call of the arguments."""

from __future__ import annotations

from typing import Final

from foxreach_runtime.files.download import Download, Spool
from foxreach_runtime.headers.values import header_value
from foxreach_runtime.operation import Call, Operation
from foxreach_runtime.request.query import query_text

from ..models.pets import Failure

PETS_EXPORT: Final[Operation[Download]] = Operation(
    name="pets.export",
    method="GET",
    path="/pets/export",
    repeat="safe",
    reply=Download,
    take="",
    statuses=frozenset({200}),
    errors={"401": Failure, "403": Failure, "422": Failure, "5XX": Failure, "429": Failure},
)


def pets_export(*, kind: str | None = None, x_tenant: str | None = None) -> Call[Download]:
    """Return the call GET /pets/export."""
    return PETS_EXPORT.call(
        query={"kind": query_text("pets.export: kind", kind)},
        headers={
            "Accept": b"text/csv, application/json",
            "X-Tenant": header_value("pets.export: x_tenant", str, x_tenant),
        },
        spool=Spool,
    )


PETS_PHOTO: Final[Operation[Download]] = Operation(
    name="pets.photo",
    method="GET",
    path="/pets/{pet_id}/photo",
    repeat="safe",
    reply=Download,
    take="",
    statuses=frozenset({200}),
    errors={"401": Failure, "403": Failure, "404": Failure, "5XX": Failure, "429": Failure},
)


def pets_photo(pet_id: str) -> Call[Download]:
    """Return the call GET /pets/{pet_id}/photo."""
    return PETS_PHOTO.call(
        path={"pet_id": pet_id}, headers={"Accept": b"application/octet-stream, application/json"}, spool=Spool
    )

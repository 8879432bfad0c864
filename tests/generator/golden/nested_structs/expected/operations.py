# Generated from spec/spec.yaml by `nox -s generate`. Do not edit: change spec/, templates/ or generator/ instead.
"""The facts of each operation, and one function each that makes a call of the arguments. No I/O."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from foxreach_runtime.operation import Call, Operation
from foxreach_runtime.request.body import struct_list, struct_value

from . import models
from .inputs import OwnerInput, PetCreateInput

PETS_IMPORT_PETS: Final[Operation[models.Report]] = Operation(
    name="pets.import_pets",
    method="POST",
    path="/pets/import",
    repeat="idempotent",
    reply=models.ReportReply,
    take="data",
    statuses=frozenset({200}),
    errors={
        "401": models.Failure,
        "403": models.Failure,
        "422": models.Failure,
        "5XX": models.Failure,
        "429": models.Failure,
    },
)


def pets_import_pets(
    *, pets: Iterable[PetCreateInput], buyer: OwnerInput, witness: OwnerInput | None
) -> Call[models.Report]:
    """Return the call POST /pets/import."""
    return PETS_IMPORT_PETS.call(
        body=models.PetImport(
            pets=struct_list("pets.import_pets: pets", models.PetCreate, pets),
            buyer=struct_value("pets.import_pets: buyer", models.Owner, buyer),
            witness=struct_value("pets.import_pets: witness", models.Owner, witness),
        )
    )

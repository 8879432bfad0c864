# Generated from spec/spec.yaml by `nox -s generate`. Do not edit: change spec/, templates/ or generator/ instead.
"""The facts of each operation of `pets`, and one function each that makes a call of the arguments."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Final

from foxreach_runtime.nested.values import nested_value
from foxreach_runtime.operation import Call, Operation
from foxreach_runtime.request.body import fields_of, present, struct_value
from msgspec import UNSET, UnsetType

from .. import models
from ..models.pets import Failure, Owner, PetImport, ReportReply

if TYPE_CHECKING:
    from ..inputs import OwnerInput, PetCreateInput, PetImportInput

PETS_IMPORT_PETS: Final[Operation[models.Report]] = Operation(
    name="pets.import_pets",
    method="POST",
    path="/pets/import",
    repeat="idempotent",
    reply=ReportReply,
    take="data",
    statuses=frozenset({200}),
    errors={"401": Failure, "403": Failure, "422": Failure, "5XX": Failure, "429": Failure},
)


def pets_import_pets(
    values: PetImportInput | UnsetType = UNSET,
    *,
    pets: Iterable[PetCreateInput] | UnsetType = UNSET,
    buyer: OwnerInput | UnsetType = UNSET,
    witness: OwnerInput | None | UnsetType = UNSET,
) -> Call[models.Report]:
    """Return the call POST /pets/import."""
    _body = PetImport(
        pets=present(nested_value("pets.import_pets: pets", PetImport, "pets", pets)),
        buyer=present(struct_value("pets.import_pets: buyer", Owner, buyer)),
        witness=present(struct_value("pets.import_pets: witness", Owner, witness)),
    )
    if not isinstance(values, UnsetType):
        return pets_import_pets(**fields_of("pets.import_pets", _body, values))
    return PETS_IMPORT_PETS.call(body=_body)

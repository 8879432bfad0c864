# Generated from spec/spec.yaml by `nox -s generate`. Do not edit: change spec/, templates/ or generator/ instead.
"""The facts of each operation, and one function each that makes a call of the arguments. No I/O."""

from __future__ import annotations

from typing import Final

from foxreach_runtime.operation import Call, Operation

from . import models

PETS_OLDEST: Final[Operation[models.Pet]] = Operation(
    name="pets.oldest",
    method="GET",
    path="/pets/oldest",
    repeat="safe",
    reply=models.PetReply,
    take="data",
    statuses=frozenset({200}),
    errors={"401": models.Failure, "403": models.Failure, "5XX": models.Failure, "429": models.Failure},
)


def pets_oldest() -> Call[models.Pet]:
    """Return the call GET /pets/oldest."""
    return PETS_OLDEST.call()


PETS_YOUNGEST: Final[Operation[models.Pet]] = Operation(
    name="pets.youngest",
    method="GET",
    path="/pets/youngest",
    repeat="safe",
    reply=models.PetReply,
    take="data",
    statuses=frozenset({200}),
    errors={"401": models.Failure, "403": models.Failure, "5XX": models.Failure, "429": models.Failure},
)


def pets_youngest() -> Call[models.Pet]:
    """Return the call GET /pets/youngest."""
    return PETS_YOUNGEST.call()

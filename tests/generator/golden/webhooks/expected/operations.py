# Generated from spec/spec.yaml by `nox -s generate`. Do not edit: change spec/, templates/ or generator/ instead.
"""The facts of each operation, and one function each that makes a call of the arguments. No I/O."""

from __future__ import annotations

from typing import Final

from foxreach_runtime.operation import Call, Operation

from . import models

PETS_COUNT: Final[Operation[int]] = Operation(
    name="pets.count",
    method="GET",
    path="/pets/count",
    repeat="safe",
    reply=models.CountReply,
    take="data",
    statuses=frozenset({200}),
    errors={"401": models.Failure, "403": models.Failure, "5XX": models.Failure, "429": models.Failure},
)


def pets_count() -> Call[int]:
    """Return the call GET /pets/count."""
    return PETS_COUNT.call()

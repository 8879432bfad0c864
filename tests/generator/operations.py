"""Operations as values, for tests of the output room."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from generator.api.ir import Operation, Reply, Type

GET = Operation(
    id="pets.get",
    http_method="GET",
    path="/pets/{pet_id}",
    summary="Get a pet",
    description="",
    evidence="docs",
    deprecated=False,
    repeat="safe",
    settlement=None,
    arguments=(),
    body="",
    replies=(Reply("200", "PetReply", "The pet."), Reply("404", "Failure", "No pet has this id.", "NotFoundError")),
    reply="PetReply",
    take="data",
    result=Type("struct", "Pet"),
    empty=(),
    page=None,
    returns="The pet.",
)


def operation(**changes: Any) -> Operation:
    """Return a small operation with these changes."""
    return replace(GET, **changes)

# Generated from spec/spec.yaml by `nox -s generate`. Do not edit: change spec/, templates/ or generator/ instead.
"""The facts of each operation of `pets`, and one function each that makes a call of the arguments."""

from __future__ import annotations

from typing import Final

from foxreach_runtime.operation import Call, Operation
from foxreach_runtime.request.query import query_integer, query_text
from foxreach_runtime.rules.paging import PageRule

from .. import models
from ..models.pets import Failure, PetList, PetPage

PETS_LIST: Final[Operation[list[models.Pet]]] = Operation(
    name="pets.list",
    method="GET",
    path="/pets",
    repeat="safe",
    reply=PetPage,
    take="data",
    statuses=frozenset({200}),
    errors={"401": Failure, "403": Failure, "422": Failure, "5XX": Failure, "429": Failure},
    page=PageRule(
        number="page",
        meta="page_info",
        size="perPage",
        most=50,
        names={"page": "page", "perPage": "per_page", "owner": "owner"},
        texts=("owner",),
    ),
)


def pets_list(
    *, page: int | None = None, per_page: int | None = None, owner: str | None = None
) -> Call[list[models.Pet]]:
    """Return the call GET /pets."""
    return PETS_LIST.call(
        query={
            "page": query_integer("pets.list: page", page, 1, None),
            "perPage": query_integer("pets.list: per_page", per_page, 1, 50),
            "owner": query_text("pets.list: owner", owner),
        }
    )


PETS_FAVOURITES: Final[Operation[list[models.Pet]]] = Operation(
    name="pets.favourites",
    method="GET",
    path="/pets/favourites",
    repeat="safe",
    reply=PetList,
    take="data",
    statuses=frozenset({200}),
    errors={"401": Failure, "403": Failure, "5XX": Failure, "429": Failure},
)


def pets_favourites() -> Call[list[models.Pet]]:
    """Return the call GET /pets/favourites."""
    return PETS_FAVOURITES.call()

# Generated from spec/spec.yaml by `nox -s generate`. Do not edit: change spec/, templates/ or generator/ instead.
"""The facts of each operation of `pets`, and one function each that makes a call of the arguments."""

from __future__ import annotations

from typing import Final

from foxreach_runtime.operation import Call, Operation
from foxreach_runtime.request.query import query_integer, query_text
from foxreach_runtime.rules.paging import PageRule

from .. import models
from ..models.pets import Failure, Favourites, PetPage

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
        number="cursor",
        meta="",
        size="limit",
        most=50,
        cursor=("next_cursor",),
        names={"cursor": "cursor", "limit": "limit"},
        texts=("cursor",),
    ),
)


def pets_list(*, cursor: str | None = None, limit: int | None = None) -> Call[list[models.Pet]]:
    """Return the call GET /pets."""
    return PETS_LIST.call(
        query={
            "cursor": query_text("pets.list: cursor", cursor),
            "limit": query_integer("pets.list: limit", limit, 1, 50),
        }
    )


PETS_FAVOURITES: Final[Operation[list[models.Pet]]] = Operation(
    name="pets.favourites",
    method="GET",
    path="/pets/favourites",
    repeat="safe",
    reply=Favourites,
    take="pets",
    statuses=frozenset({200}),
    errors={"401": Failure, "403": Failure, "422": Failure, "5XX": Failure, "429": Failure},
    page=PageRule(
        number="page%5Bafter%5D", meta="", cursor=("page_info", "after"), names={"page[after]": "page_after"}, texts=()
    ),
)


def pets_favourites(*, page_after: int | None = None) -> Call[list[models.Pet]]:
    """Return the call GET /pets/favourites."""
    return PETS_FAVOURITES.call(
        query={"page[after]": query_integer("pets.favourites: page_after", page_after, None, None)}
    )

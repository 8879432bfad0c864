# Generated from spec/spec.yaml by `nox -s generate`. Do not edit: change spec/, templates/ or generator/ instead.
"""One typed route per operation: what it answers in a test, `mock.leads.get.returns(lead)`."""

from __future__ import annotations

from types import NoneType, TracebackType
from typing import Self

from foxreach_testing.router import Router

from .. import operations
from ..client import FACTS
from .factories import EXAMPLES


class PetsRoutes:
    """The routes of `pets`."""

    def __init__(self, router: Router) -> None:
        self.list = router.pages(operations.PETS_LIST)
        self.favourites = router.route(operations.PETS_FAVOURITES, NoneType)


class FoxReachMock:
    """Stands in for the API while it is open: calls of any client are answered by its routes alone.

    At the end, AssertionError is raised for a call without an answer, and for an answer that nobody asked for. Clients
    that are made meanwhile do not wait for real: their waits move `clock`. *base_url* is the address of the clients.
    """

    def __init__(self, base_url: str = FACTS.base_url) -> None:
        self._router = Router(base_url, EXAMPLES)
        self.clock = self._router.clock
        self.pets = PetsRoutes(self._router)

    def __enter__(self) -> Self:
        self._router.__enter__()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._router.__exit__(kind, error, trace)

# Generated from spec/spec.yaml by `nox -s generate`. Do not edit: change spec/, templates/ or generator/ instead.
"""One typed mock route per operation, which answers as the test says: `mock.leads.get.returns(lead)`."""

from __future__ import annotations

from types import TracebackType
from typing import Self

from foxreach_testing.mock_routes import Router

from ..client import FACTS
from ..operations import pets as pets_operations
from .factories import EXAMPLES


class PetsRoutes:
    """The routes of `pets`."""

    def __init__(self, router: Router) -> None:
        self.list = router.pages(pets_operations.PETS_LIST)
        self.favourites = router.pages(pets_operations.PETS_FAVOURITES)


class FoxReachMock:
    """Replaces the API while it is open: its routes answer the calls of every client.

    On exit, raises AssertionError for a call without an answer, and for an answer that was never requested. Clients
    created while it is open wait on `clock` instead of real time. *base_url* is that of the clients.
    """

    def __init__(self, base_url: str = FACTS.base_url) -> None:
        self._router = Router(base_url, EXAMPLES)
        self.clock = self._router.clock
        self.pets = PetsRoutes(self._router)

    def pass_through(self, *hosts: str) -> None:
        """Let requests to *hosts*, such as "hooks.example.com", go to the network instead of being refused."""
        self._router.pass_through(*hosts)

    def __enter__(self) -> Self:
        self._router.__enter__()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._router.__exit__(kind, error, trace)

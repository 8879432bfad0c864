# Generated from spec/spec.yaml by `nox -s generate`. Do not edit: change spec/, templates/ or generator/ instead.
"""One typed mock route per operation, which answers as the test says: `mock.leads.get.returns(lead)`."""

from __future__ import annotations

from types import NoneType, TracebackType
from typing import Self

from foxreach_testing.mock_routes import Router

from .. import models
from ..client import FACTS
from ..operations import pets as pets_operations
from .factories import EXAMPLES


class PetsRoutes:
    """The routes of `pets`."""

    def __init__(self, router: Router) -> None:
        self.all = router.route(pets_operations.PETS_ALL, NoneType)
        self.replace = router.route(pets_operations.PETS_REPLACE, list[models.Pet])
        self.rename = router.route(pets_operations.PETS_RENAME, dict[str, str | None])
        self.count = router.route(pets_operations.PETS_COUNT, NoneType)
        self.facts = router.route(pets_operations.PETS_FACTS, NoneType)
        self.oldest = router.route(pets_operations.PETS_OLDEST, NoneType)
        self.anything = router.route(pets_operations.PETS_ANYTHING, NoneType)
        self.keep = router.route(pets_operations.PETS_KEEP, object)
        self.restore = router.route(pets_operations.PETS_RESTORE, NoneType)
        self.groom = router.route(pets_operations.PETS_GROOM, models.Grooming)
        self.feed = router.route(pets_operations.PETS_FEED, list[int])


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

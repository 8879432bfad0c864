# Generated from spec/spec.yaml by `nox -s generate`. Do not edit: change spec/, templates/ or generator/ instead.
"""Animals."""

from __future__ import annotations

import builtins
from typing import TYPE_CHECKING

from foxreach_runtime.client import Resource
from foxreach_runtime.engine.transport import AsyncTransport, Transport
from foxreach_runtime.raw import async_raw, raw

from .. import models
from ..operations import pets as operations

if TYPE_CHECKING:
    from foxreach_runtime.paging.pages import AsyncPages, Pages


class PetsResource(Resource[Transport]):
    """Animals."""

    def list(
        self, *, page: int | None = None, per_page: int | None = None, owner: str | None = None, strict: bool = False
    ) -> Pages[models.Pet]:
        """List pets.

        Args:
            page: Number of the page.
            per_page: Items on a page. This client asks for 50 by default.
            owner: Name of the owner.
            strict: Check before every page whether items have moved, at twice the calls.

        Returns:
            Iterates over every `Pet` and requests pages as needed. `first()`, `one()` and `first_page()` make
                one call. An item that is in the list from the first request to the last is yielded exactly once,
                even if the list changes. If others add and remove equally many items between two pages, this
                holds only with `strict`.

        Raises:
            WrongValueError: 422. The call failed.
            FoxReachError: `foxreach_client.FoxReach` lists what every call may raise.
        """
        return self._transport.pages(operations.pets_list(page=page, per_page=per_page, owner=owner), strict=strict)

    def favourites(self) -> builtins.list[models.Pet]:
        """List the best pets.

        Returns:
            The pets.

        Raises:
            FoxReachError: `foxreach_client.FoxReach` lists what every call may raise.
        """
        return self._transport.run(operations.pets_favourites())


class PetsRaw(Resource[Transport]):
    """`PetsResource`, each method returning the whole reply."""

    def __init__(self, transport: Transport) -> None:
        from foxreach_runtime.paging.pages import raw_page

        super().__init__(transport)
        resource = PetsResource(transport)
        self.list = raw_page(resource.list)
        self.favourites = raw(resource.favourites)


class AsyncPetsResource(Resource[AsyncTransport]):
    """Animals."""

    def list(
        self, *, page: int | None = None, per_page: int | None = None, owner: str | None = None, strict: bool = False
    ) -> AsyncPages[models.Pet]:
        """List pets.

        Args:
            page: Number of the page.
            per_page: Items on a page. This client asks for 50 by default.
            owner: Name of the owner.
            strict: Check before every page whether items have moved, at twice the calls.

        Returns:
            Iterates over every `Pet` and requests pages as needed. `first()`, `one()` and `first_page()` make
                one call. An item that is in the list from the first request to the last is yielded exactly once,
                even if the list changes. If others add and remove equally many items between two pages, this
                holds only with `strict`.

        Raises:
            WrongValueError: 422. The call failed.
            FoxReachError: `foxreach_client.AsyncFoxReach` lists what every call may raise.
        """
        return self._transport.pages(operations.pets_list(page=page, per_page=per_page, owner=owner), strict=strict)

    async def favourites(self) -> builtins.list[models.Pet]:
        """List the best pets.

        Returns:
            The pets.

        Raises:
            FoxReachError: `foxreach_client.AsyncFoxReach` lists what every call may raise.
        """
        return await self._transport.run(operations.pets_favourites())


class AsyncPetsRaw(Resource[AsyncTransport]):
    """`AsyncPetsResource`, each method returning the whole reply."""

    def __init__(self, transport: AsyncTransport) -> None:
        from foxreach_runtime.paging.pages import async_raw_page

        super().__init__(transport)
        resource = AsyncPetsResource(transport)
        self.list = async_raw_page(resource.list)
        self.favourites = async_raw(resource.favourites)

# Generated from spec/spec.yaml by `nox -s generate`. Do not edit: change spec/, templates/ or generator/ instead.
"""Animals."""

from __future__ import annotations

import builtins

from foxreach_runtime.engine.transport import AsyncTransport, Transport
from foxreach_runtime.paging.pages import AsyncPages, Pages, async_raw_page, raw_page
from foxreach_runtime.raw import async_raw, raw
from msgspec import UNSET, UnsetType

from .. import models, operations


class PetsResource:
    """Animals."""

    def __init__(self, transport: Transport) -> None:
        self._transport = transport

    def list(self, *, page: int | UnsetType = UNSET, strict: bool = False) -> Pages[models.Pet]:
        """List pets.

        Args:
            page: Number of the page.
            strict: Check before every page whether items have moved, at twice the calls.

        Returns:
            Iterates over every `Pet` and requests pages as needed; `first_page()` gets one page. An item that is
                in the list from the first request to the last is yielded exactly once, even if the list changes.
                If others add and remove equally many items between two pages, this holds only with `strict`.

        Raises:
            WrongValueError: 422. The call failed.
            FoxReachError: `foxreach_client.FoxReach` lists what every call may raise.
        """
        return self._transport.pages(operations.pets_list(page=page), strict=strict)

    def favourites(self) -> builtins.list[models.Pet]:
        """List the best pets.

        Returns:
            The pets.

        Raises:
            FoxReachError: `foxreach_client.FoxReach` lists what every call may raise.
        """
        return self._transport.run(operations.pets_favourites())


class PetsRaw:
    """`PetsResource`, each method returning the whole reply."""

    def __init__(self, transport: Transport) -> None:
        self._transport = transport
        resource = PetsResource(transport)
        self.list = raw_page(resource.list)
        self.favourites = raw(resource.favourites)


class AsyncPetsResource:
    """Animals."""

    def __init__(self, transport: AsyncTransport) -> None:
        self._transport = transport

    def list(self, *, page: int | UnsetType = UNSET, strict: bool = False) -> AsyncPages[models.Pet]:
        """List pets.

        Args:
            page: Number of the page.
            strict: Check before every page whether items have moved, at twice the calls.

        Returns:
            Iterates over every `Pet` and requests pages as needed; `first_page()` gets one page. An item that is
                in the list from the first request to the last is yielded exactly once, even if the list changes.
                If others add and remove equally many items between two pages, this holds only with `strict`.

        Raises:
            WrongValueError: 422. The call failed.
            FoxReachError: `foxreach_client.AsyncFoxReach` lists what every call may raise.
        """
        return self._transport.pages(operations.pets_list(page=page), strict=strict)

    async def favourites(self) -> builtins.list[models.Pet]:
        """List the best pets.

        Returns:
            The pets.

        Raises:
            FoxReachError: `foxreach_client.AsyncFoxReach` lists what every call may raise.
        """
        return await self._transport.run(operations.pets_favourites())


class AsyncPetsRaw:
    """`AsyncPetsResource`, each method returning the whole reply."""

    def __init__(self, transport: AsyncTransport) -> None:
        self._transport = transport
        resource = AsyncPetsResource(transport)
        self.list = async_raw_page(resource.list)
        self.favourites = async_raw(resource.favourites)

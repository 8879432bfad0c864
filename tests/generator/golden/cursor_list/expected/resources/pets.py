# Generated from spec/spec.yaml by `nox -s generate`. Do not edit: change spec/, templates/ or generator/ instead.
"""Animals."""

from __future__ import annotations

from typing import TYPE_CHECKING

from foxreach_runtime.client import Resource
from foxreach_runtime.engine.transport import AsyncTransport, Transport

from .. import models
from ..operations import pets as operations

if TYPE_CHECKING:
    from foxreach_runtime.paging.pages import AsyncPages, Pages


class PetsResource(Resource[Transport]):
    """Animals."""

    def list(self, *, cursor: str | None = None, limit: int | None = None) -> Pages[models.Pet]:
        """List pets.

        Args:
            cursor: Where a page begins.
            limit: Items on a page. This client asks for 50 by default.

        Returns:
            Iterates over every `Pet` and requests pages as needed. `first()`, `one()` and `first_page()` make
                one call. Pages are read by cursor, as the server chains them; an item of the last ten pages is
                not yielded again. `error.next_cursor` is where to continue. Nobody knows the number of items,
                and no page can be fetched ahead.

        Raises:
            WrongValueError: 422. The call failed.
            FoxReachError: `foxreach_client.FoxReach` lists what every call may raise.
        """
        return self._transport.pages(operations.pets_list(cursor=cursor, limit=limit))

    def favourites(self, *, page_after: int | None = None) -> Pages[models.Pet]:
        """List the best pets.

        Args:
            page_after: Where a page begins.

        Returns:
            Iterates over every `Pet` and requests pages as needed. `first()`, `one()` and `first_page()` make
                one call. Pages are read by cursor, as the server chains them; an item of the last ten pages is
                not yielded again. `error.next_cursor` is where to continue. Nobody knows the number of items,
                and no page can be fetched ahead.

        Raises:
            WrongValueError: 422. The call failed.
            FoxReachError: `foxreach_client.FoxReach` lists what every call may raise.
        """
        return self._transport.pages(operations.pets_favourites(page_after=page_after))


class PetsRaw(Resource[Transport]):
    """`PetsResource`, each method returning the whole reply."""

    def __init__(self, transport: Transport) -> None:
        from foxreach_runtime.paging.pages import raw_page

        super().__init__(transport)
        resource = PetsResource(transport)
        self.list = raw_page(resource.list)
        self.favourites = raw_page(resource.favourites)


class AsyncPetsResource(Resource[AsyncTransport]):
    """Animals."""

    def list(self, *, cursor: str | None = None, limit: int | None = None) -> AsyncPages[models.Pet]:
        """List pets.

        Args:
            cursor: Where a page begins.
            limit: Items on a page. This client asks for 50 by default.

        Returns:
            Iterates over every `Pet` and requests pages as needed. `first()`, `one()` and `first_page()` make
                one call. Pages are read by cursor, as the server chains them; an item of the last ten pages is
                not yielded again. `error.next_cursor` is where to continue. Nobody knows the number of items,
                and no page can be fetched ahead.

        Raises:
            WrongValueError: 422. The call failed.
            FoxReachError: `foxreach_client.AsyncFoxReach` lists what every call may raise.
        """
        return self._transport.pages(operations.pets_list(cursor=cursor, limit=limit))

    def favourites(self, *, page_after: int | None = None) -> AsyncPages[models.Pet]:
        """List the best pets.

        Args:
            page_after: Where a page begins.

        Returns:
            Iterates over every `Pet` and requests pages as needed. `first()`, `one()` and `first_page()` make
                one call. Pages are read by cursor, as the server chains them; an item of the last ten pages is
                not yielded again. `error.next_cursor` is where to continue. Nobody knows the number of items,
                and no page can be fetched ahead.

        Raises:
            WrongValueError: 422. The call failed.
            FoxReachError: `foxreach_client.AsyncFoxReach` lists what every call may raise.
        """
        return self._transport.pages(operations.pets_favourites(page_after=page_after))


class AsyncPetsRaw(Resource[AsyncTransport]):
    """`AsyncPetsResource`, each method returning the whole reply."""

    def __init__(self, transport: AsyncTransport) -> None:
        from foxreach_runtime.paging.pages import async_raw_page

        super().__init__(transport)
        resource = AsyncPetsResource(transport)
        self.list = async_raw_page(resource.list)
        self.favourites = async_raw_page(resource.favourites)

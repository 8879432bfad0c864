# Generated from spec/foxreach.yaml by `nox -s generate`. Do not edit: change spec/, templates/ or generator/ instead.
"""E-mail accounts are the mailboxes from which a workspace sends. Only the dashboard can add and change them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from foxreach_runtime.client import Resource
from foxreach_runtime.engine.transport import AsyncTransport, Transport
from foxreach_runtime.raw import async_raw, raw

from .. import models
from ..operations import email_accounts as operations

if TYPE_CHECKING:
    from foxreach_runtime.paging.pages import AsyncPages, Pages


class EmailAccountsResource(Resource[Transport]):
    """E-mail accounts are the mailboxes from which a workspace sends. Only the dashboard can add and change them."""

    def list(
        self, *, page: int | None = None, page_size: int | None = None, strict: bool = False
    ) -> Pages[models.EmailAccount]:
        """List e-mail accounts.

        Documented; the page was read only in part.

        Args:
            page: Number of the first page to list, counted from 1. The server's default is 1.
            page_size: Number of items per page, 1 to 100. The server's default is 20. This client asks for 100
                by default.
            strict: Check before every page whether items have moved, at twice the calls.

        Returns:
            Iterates over every `EmailAccount` and requests pages as needed. `first()`, `one()` and
                `first_page()` make one call. An item that is in the list from the first request to the last is
                yielded exactly once, even if the list changes. If others add and remove equally many items
                between two pages, this holds only with `strict`.

        Raises:
            UnprocessableError: 422. A value is missing, has the wrong type, or is not allowed.
            FoxReachError: `foxreach_client.FoxReach` lists what every call may raise.
        """
        return self._transport.pages(operations.email_accounts_list(page=page, page_size=page_size), strict=strict)

    def get(self, account_id: str) -> models.EmailAccount:
        """Get an e-mail account.

        No page of the documentation describes this operation; it is known only from the vendor's own clients.

        Args:
            account_id: Id of the e-mail account, such as cea_1bc2.

        Returns:
            The e-mail account.

        Raises:
            NotFoundError: 404. No object has this id: it is wrong, deleted, or belongs to another workspace.
            FoxReachError: `foxreach_client.FoxReach` lists what every call may raise.
        """
        return self._transport.run(operations.email_accounts_get(account_id))

    def delete(self, account_id: str) -> models.Deletion:
        """Delete an e-mail account.

        The e-mail account is removed from all campaigns. The call is idempotent: a repeat is safe.

        Args:
            account_id: Id of the e-mail account, such as cea_1bc2.

        Returns:
            The id of the deleted object.

        Raises:
            NotFoundError: 404. No object has this id: it is wrong, deleted, or belongs to another workspace.
            FoxReachError: `foxreach_client.FoxReach` lists what every call may raise.
        """
        return self._transport.run(operations.email_accounts_delete(account_id))


class EmailAccountsRaw(Resource[Transport]):
    """`EmailAccountsResource`, each method returning the whole reply."""

    def __init__(self, transport: Transport) -> None:
        from foxreach_runtime.paging.pages import raw_page

        super().__init__(transport)
        resource = EmailAccountsResource(transport)
        self.list = raw_page(resource.list)
        self.get = raw(resource.get)
        self.delete = raw(resource.delete)


class AsyncEmailAccountsResource(Resource[AsyncTransport]):
    """E-mail accounts are the mailboxes from which a workspace sends. Only the dashboard can add and change them."""

    def list(
        self, *, page: int | None = None, page_size: int | None = None, strict: bool = False
    ) -> AsyncPages[models.EmailAccount]:
        """List e-mail accounts.

        Documented; the page was read only in part.

        Args:
            page: Number of the first page to list, counted from 1. The server's default is 1.
            page_size: Number of items per page, 1 to 100. The server's default is 20. This client asks for 100
                by default.
            strict: Check before every page whether items have moved, at twice the calls.

        Returns:
            Iterates over every `EmailAccount` and requests pages as needed. `first()`, `one()` and
                `first_page()` make one call. An item that is in the list from the first request to the last is
                yielded exactly once, even if the list changes. If others add and remove equally many items
                between two pages, this holds only with `strict`.

        Raises:
            UnprocessableError: 422. A value is missing, has the wrong type, or is not allowed.
            FoxReachError: `foxreach_client.AsyncFoxReach` lists what every call may raise.
        """
        return self._transport.pages(operations.email_accounts_list(page=page, page_size=page_size), strict=strict)

    async def get(self, account_id: str) -> models.EmailAccount:
        """Get an e-mail account.

        No page of the documentation describes this operation; it is known only from the vendor's own clients.

        Args:
            account_id: Id of the e-mail account, such as cea_1bc2.

        Returns:
            The e-mail account.

        Raises:
            NotFoundError: 404. No object has this id: it is wrong, deleted, or belongs to another workspace.
            FoxReachError: `foxreach_client.AsyncFoxReach` lists what every call may raise.
        """
        return await self._transport.run(operations.email_accounts_get(account_id))

    async def delete(self, account_id: str) -> models.Deletion:
        """Delete an e-mail account.

        The e-mail account is removed from all campaigns. The call is idempotent: a repeat is safe.

        Args:
            account_id: Id of the e-mail account, such as cea_1bc2.

        Returns:
            The id of the deleted object.

        Raises:
            NotFoundError: 404. No object has this id: it is wrong, deleted, or belongs to another workspace.
            FoxReachError: `foxreach_client.AsyncFoxReach` lists what every call may raise.
        """
        return await self._transport.run(operations.email_accounts_delete(account_id))


class AsyncEmailAccountsRaw(Resource[AsyncTransport]):
    """`AsyncEmailAccountsResource`, each method returning the whole reply."""

    def __init__(self, transport: AsyncTransport) -> None:
        from foxreach_runtime.paging.pages import async_raw_page

        super().__init__(transport)
        resource = AsyncEmailAccountsResource(transport)
        self.list = async_raw_page(resource.list)
        self.get = async_raw(resource.get)
        self.delete = async_raw(resource.delete)

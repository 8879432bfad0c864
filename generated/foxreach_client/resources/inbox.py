# Generated from spec/foxreach.yaml by `nox -s generate`. Do not edit: change spec/, templates/ or generator/ instead.
"""The replies of leads, the conversations they belong to, and answers to them."""

from __future__ import annotations

from foxreach_runtime.engine.transport import AsyncTransport, Transport
from foxreach_runtime.paging import AsyncPages, Pages, async_raw_page, raw_page
from foxreach_runtime.raw import async_raw, raw
from msgspec import UNSET, UnsetType

from .. import models, operations
from ..inputs import ReplyCategoryInput, WritableReplyCategoryInput


class InboxResource:
    """The replies of leads, the conversations they belong to, and answers to them."""

    def __init__(self, transport: Transport) -> None:
        self._transport = transport

    def list_threads(
        self,
        *,
        page: int | UnsetType = UNSET,
        page_size: int | UnsetType = UNSET,
        category: ReplyCategoryInput | UnsetType = UNSET,
        search: str | UnsetType = UNSET,
        is_read: bool | UnsetType = UNSET,
        is_starred: bool | UnsetType = UNSET,
        account_id: str | UnsetType = UNSET,
        campaign_id: str | UnsetType = UNSET,
    ) -> Pages[models.Thread]:
        """List threads.

        Filters add up. Without one, all threads are listed.

        Args:
            page: Number of the page to start at, counted from 1. The server takes 1 when it is left out.
            page_size: Items on one page, 1 to 100. The server takes 20 when it is left out.
            category: Only threads of this category.
            search: Text to look for in the sender's e-mail address, subject and body.
            is_read: Only threads that are read, or only the others. Not documented; known from the vendor's SDK.
            is_starred: Only threads with a star, or only the others. Not documented; known from the vendor's
                SDK.
            account_id: Only threads of this e-mail account. Not documented; known from the vendor's SDK.
            campaign_id: Only threads of this campaign. Not documented; known from the vendor's SDK.

        Returns:
            Iterates over every `Thread` and requests pages as needed; `first_page()` gets one page.

        Raises:
            UnprocessableError: 422. A value is missing, has the wrong type or is not allowed.
            FoxReachError: `foxreach_client.FoxReach` lists what every call may raise.
        """
        return self._transport.pages(
            operations.inbox_list_threads(
                page=page,
                page_size=page_size,
                category=category,
                search=search,
                is_read=is_read,
                is_starred=is_starred,
                account_id=account_id,
                campaign_id=campaign_id,
            )
        )

    def update(
        self,
        reply_id: str,
        *,
        is_read: bool | UnsetType = UNSET,
        is_starred: bool | UnsetType = UNSET,
        category: WritableReplyCategoryInput | None | UnsetType = UNSET,
    ) -> models.Thread:
        """Update a thread.

        A field that is left out keeps its value. The call is idempotent: a repeat is safe.

        Args:
            reply_id: Id of the thread, which is that of its reply, such as rpl_abc123.
            is_read: Whether the thread was read.
            is_starred: Whether the thread has a star.
            category: What the reply amounts to. Whether null clears it is not documented.

        Returns:
            The thread.

        Raises:
            NotFoundError: 404. Nothing in the workspace has this id. It is wrong, was deleted, or belongs to
                another workspace.
            UnprocessableError: 422. The category is not one that can be written, or a value has the wrong type.
            FoxReachError: `foxreach_client.FoxReach` lists what every call may raise.
        """
        return self._transport.run(
            operations.inbox_update(reply_id, is_read=is_read, is_starred=is_starred, category=category)
        )

    def get_conversation(self, reply_id: str) -> models.Conversation:
        """Get the conversation of a thread.

        Documented; the page was read only in part.

        Args:
            reply_id: Id of the thread, which is that of its reply, such as rpl_abc123.

        Returns:
            The conversation.

        Raises:
            NotFoundError: 404. Nothing in the workspace has this id. It is wrong, was deleted, or belongs to
                another workspace.
            FoxReachError: `foxreach_client.FoxReach` lists what every call may raise.
        """
        return self._transport.run(operations.inbox_get_conversation(reply_id))

    def send_reply(self, reply_id: str, *, body: str, subject: str | UnsetType = UNSET) -> models.SendReceipt:
        """Send a reply.

        The mail is sent at once. The same call again sends it again.

        Args:
            reply_id: Id of the thread, which is that of its reply, such as rpl_abc123.
            body: The text, plain or HTML.
            subject: Subject. The server takes that of the thread after Re when it is left out.

        Returns:
            What became of the answer.

        Raises:
            BadRequestError: 400. The body of the answer is missing.
            NotFoundError: 404. Nothing in the workspace has this id. It is wrong, was deleted, or belongs to
                another workspace.
            UnprocessableError: 422. A value is missing, has the wrong type or is not allowed.
            ServerError: 500. The mail server refused the message, or the server failed. The mail may still have
                been sent.
            OutcomeUnknownError: The call may have taken effect; `error.settle()` checks it with
                inbox.get_conversation.
            FoxReachError: `foxreach_client.FoxReach` lists what every call may raise.
        """
        return self._transport.run(operations.inbox_send_reply(reply_id, body=body, subject=subject))

    def get(self, reply_id: str) -> models.Thread:
        """Get a thread.

        Experimental, since no page describes it. The conversation of the thread is the documented way to read
        it. Undocumented; known only from the vendor's own clients.

        Args:
            reply_id: Id of the thread, which is that of its reply, such as rpl_abc123.

        Returns:
            The thread.

        Raises:
            NotFoundError: 404. Nothing in the workspace has this id. It is wrong, was deleted, or belongs to
                another workspace.
            FoxReachError: `foxreach_client.FoxReach` lists what every call may raise.
        """
        return self._transport.run(operations.inbox_get(reply_id))

    def stats(self) -> models.InboxStats:
        """Get inbox statistics.

        Returns:
            The numbers.

        Raises:
            FoxReachError: `foxreach_client.FoxReach` lists what every call may raise.
        """
        return self._transport.run(operations.inbox_stats())


class InboxRaw:
    """`InboxResource`, each method returning the whole reply."""

    def __init__(self, transport: Transport) -> None:
        self._transport = transport
        resource = InboxResource(transport)
        self.list_threads = raw_page(resource.list_threads)
        self.update = raw(resource.update)
        self.get_conversation = raw(resource.get_conversation)
        self.send_reply = raw(resource.send_reply)
        self.get = raw(resource.get)
        self.stats = raw(resource.stats)


class AsyncInboxResource:
    """The replies of leads, the conversations they belong to, and answers to them."""

    def __init__(self, transport: AsyncTransport) -> None:
        self._transport = transport

    def list_threads(
        self,
        *,
        page: int | UnsetType = UNSET,
        page_size: int | UnsetType = UNSET,
        category: ReplyCategoryInput | UnsetType = UNSET,
        search: str | UnsetType = UNSET,
        is_read: bool | UnsetType = UNSET,
        is_starred: bool | UnsetType = UNSET,
        account_id: str | UnsetType = UNSET,
        campaign_id: str | UnsetType = UNSET,
    ) -> AsyncPages[models.Thread]:
        """List threads.

        Filters add up. Without one, all threads are listed.

        Args:
            page: Number of the page to start at, counted from 1. The server takes 1 when it is left out.
            page_size: Items on one page, 1 to 100. The server takes 20 when it is left out.
            category: Only threads of this category.
            search: Text to look for in the sender's e-mail address, subject and body.
            is_read: Only threads that are read, or only the others. Not documented; known from the vendor's SDK.
            is_starred: Only threads with a star, or only the others. Not documented; known from the vendor's
                SDK.
            account_id: Only threads of this e-mail account. Not documented; known from the vendor's SDK.
            campaign_id: Only threads of this campaign. Not documented; known from the vendor's SDK.

        Returns:
            Iterates over every `Thread` and requests pages as needed; `first_page()` gets one page.

        Raises:
            UnprocessableError: 422. A value is missing, has the wrong type or is not allowed.
            FoxReachError: `foxreach_client.AsyncFoxReach` lists what every call may raise.
        """
        return self._transport.pages(
            operations.inbox_list_threads(
                page=page,
                page_size=page_size,
                category=category,
                search=search,
                is_read=is_read,
                is_starred=is_starred,
                account_id=account_id,
                campaign_id=campaign_id,
            )
        )

    async def update(
        self,
        reply_id: str,
        *,
        is_read: bool | UnsetType = UNSET,
        is_starred: bool | UnsetType = UNSET,
        category: WritableReplyCategoryInput | None | UnsetType = UNSET,
    ) -> models.Thread:
        """Update a thread.

        A field that is left out keeps its value. The call is idempotent: a repeat is safe.

        Args:
            reply_id: Id of the thread, which is that of its reply, such as rpl_abc123.
            is_read: Whether the thread was read.
            is_starred: Whether the thread has a star.
            category: What the reply amounts to. Whether null clears it is not documented.

        Returns:
            The thread.

        Raises:
            NotFoundError: 404. Nothing in the workspace has this id. It is wrong, was deleted, or belongs to
                another workspace.
            UnprocessableError: 422. The category is not one that can be written, or a value has the wrong type.
            FoxReachError: `foxreach_client.AsyncFoxReach` lists what every call may raise.
        """
        return await self._transport.run(
            operations.inbox_update(reply_id, is_read=is_read, is_starred=is_starred, category=category)
        )

    async def get_conversation(self, reply_id: str) -> models.Conversation:
        """Get the conversation of a thread.

        Documented; the page was read only in part.

        Args:
            reply_id: Id of the thread, which is that of its reply, such as rpl_abc123.

        Returns:
            The conversation.

        Raises:
            NotFoundError: 404. Nothing in the workspace has this id. It is wrong, was deleted, or belongs to
                another workspace.
            FoxReachError: `foxreach_client.AsyncFoxReach` lists what every call may raise.
        """
        return await self._transport.run(operations.inbox_get_conversation(reply_id))

    async def send_reply(self, reply_id: str, *, body: str, subject: str | UnsetType = UNSET) -> models.SendReceipt:
        """Send a reply.

        The mail is sent at once. The same call again sends it again.

        Args:
            reply_id: Id of the thread, which is that of its reply, such as rpl_abc123.
            body: The text, plain or HTML.
            subject: Subject. The server takes that of the thread after Re when it is left out.

        Returns:
            What became of the answer.

        Raises:
            BadRequestError: 400. The body of the answer is missing.
            NotFoundError: 404. Nothing in the workspace has this id. It is wrong, was deleted, or belongs to
                another workspace.
            UnprocessableError: 422. A value is missing, has the wrong type or is not allowed.
            ServerError: 500. The mail server refused the message, or the server failed. The mail may still have
                been sent.
            OutcomeUnknownError: The call may have taken effect; `await error.settle_async()` checks it with
                inbox.get_conversation.
            FoxReachError: `foxreach_client.AsyncFoxReach` lists what every call may raise.
        """
        return await self._transport.run(operations.inbox_send_reply(reply_id, body=body, subject=subject))

    async def get(self, reply_id: str) -> models.Thread:
        """Get a thread.

        Experimental, since no page describes it. The conversation of the thread is the documented way to read
        it. Undocumented; known only from the vendor's own clients.

        Args:
            reply_id: Id of the thread, which is that of its reply, such as rpl_abc123.

        Returns:
            The thread.

        Raises:
            NotFoundError: 404. Nothing in the workspace has this id. It is wrong, was deleted, or belongs to
                another workspace.
            FoxReachError: `foxreach_client.AsyncFoxReach` lists what every call may raise.
        """
        return await self._transport.run(operations.inbox_get(reply_id))

    async def stats(self) -> models.InboxStats:
        """Get inbox statistics.

        Returns:
            The numbers.

        Raises:
            FoxReachError: `foxreach_client.AsyncFoxReach` lists what every call may raise.
        """
        return await self._transport.run(operations.inbox_stats())


class AsyncInboxRaw:
    """`AsyncInboxResource`, each method returning the whole reply."""

    def __init__(self, transport: AsyncTransport) -> None:
        self._transport = transport
        resource = AsyncInboxResource(transport)
        self.list_threads = async_raw_page(resource.list_threads)
        self.update = async_raw(resource.update)
        self.get_conversation = async_raw(resource.get_conversation)
        self.send_reply = async_raw(resource.send_reply)
        self.get = async_raw(resource.get)
        self.stats = async_raw(resource.stats)

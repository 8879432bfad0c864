# Generated from spec/foxreach.yaml by `nox -s generate`. Do not edit: change spec/, templates/ or generator/ instead.
"""The inbox contains the replies of leads, their conversations, and the answers to them."""

from __future__ import annotations

from typing import TYPE_CHECKING, overload

from foxreach_runtime.client import Resource
from foxreach_runtime.engine.transport import AsyncTransport, Transport
from foxreach_runtime.raw import async_raw, raw
from msgspec import UNSET, UnsetType

from .. import models
from ..operations import inbox as operations

if TYPE_CHECKING:
    from foxreach_runtime.paging.pages import AsyncPages, Pages

    from ..inputs import ReplyCategoryInput, ReplyMessageInput, ThreadUpdateInput, WritableReplyCategoryInput


class InboxResource(Resource[Transport]):
    """The inbox contains the replies of leads, their conversations, and the answers to them."""

    def list_threads(
        self,
        *,
        page: int | None = None,
        page_size: int | None = None,
        category: ReplyCategoryInput | None = None,
        search: str | None = None,
        is_read: bool | None = None,
        is_starred: bool | None = None,
        account_id: str | None = None,
        campaign_id: str | None = None,
        strict: bool = False,
    ) -> Pages[models.Thread]:
        """List threads.

        A thread is listed if it matches every filter. Without filters, all threads are listed.

        Args:
            page: Number of the first page to list, counted from 1. The server's default is 1.
            page_size: Number of items per page, 1 to 100. The server's default is 20. This client asks for 100
                by default.
            category: Only threads of this category.
            search: Text to search for in the sender's e-mail address, subject and body.
            is_read: True lists only read threads, false only unread ones. Not documented; known from the
                vendor's SDK.
            is_starred: True lists only threads with a star, false only those without. Not documented; known from
                the vendor's SDK.
            account_id: Only threads of this e-mail account. Not documented; known from the vendor's SDK.
            campaign_id: Only threads of this campaign. Not documented; known from the vendor's SDK.
            strict: Check before every page whether items have moved, at twice the calls.

        Returns:
            Iterates over every `Thread` and requests pages as needed. `first()`, `one()` and `first_page()` make
                one call. An item that is in the list from the first request to the last is yielded exactly once,
                even if the list changes. If others add and remove equally many items between two pages, this
                holds only with `strict`.

        Raises:
            UnprocessableError: 422. A value is missing, has the wrong type, or is not allowed.
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
            ),
            strict=strict,
        )

    @overload
    def update(
        self,
        reply_id: str,
        *,
        is_read: bool | UnsetType = UNSET,
        is_starred: bool | UnsetType = UNSET,
        category: WritableReplyCategoryInput | None | UnsetType = UNSET,
    ) -> models.Thread: ...

    @overload
    def update(self, reply_id: str, values: ThreadUpdateInput) -> models.Thread: ...

    def update(
        self,
        reply_id: str,
        values: ThreadUpdateInput | UnsetType = UNSET,
        *,
        is_read: bool | UnsetType = UNSET,
        is_starred: bool | UnsetType = UNSET,
        category: WritableReplyCategoryInput | None | UnsetType = UNSET,
    ) -> models.Thread:
        """Update a thread.

        Fields that are left out keep their values. The call is idempotent: a repeat is safe.

        Args:
            reply_id: Id of the thread, which is the id of its reply, such as rpl_abc123.
            values: The fields below as one `ThreadUpdate`, or as a mapping such as `ThreadUpdateDict`, in place
                of keywords.
            is_read: Whether the thread was read.
            is_starred: Whether the thread has a star.
            category: The category of the reply. Whether null clears it is not documented.

        Returns:
            The thread.

        Raises:
            BadRequestError: 400. The request is malformed, such as a body or a Content-Type that is not JSON.
            NotFoundError: 404. No object has this id: it is wrong, deleted, or belongs to another workspace.
            UnprocessableError: 422. The category cannot be set, or a value has the wrong type.
            FoxReachError: `foxreach_client.FoxReach` lists what every call may raise.
        """
        return self._transport.run(
            operations.inbox_update(reply_id, values, is_read=is_read, is_starred=is_starred, category=category)
        )

    def get_conversation(self, reply_id: str) -> models.Conversation:
        """Get the conversation of a thread.

        The conversation contains the messages of the thread, its lead and its campaign. Documented; the page was
        read only in part.

        Args:
            reply_id: Id of the thread, which is the id of its reply, such as rpl_abc123.

        Returns:
            The conversation.

        Raises:
            NotFoundError: 404. No object has this id: it is wrong, deleted, or belongs to another workspace.
            FoxReachError: `foxreach_client.FoxReach` lists what every call may raise.
        """
        return self._transport.run(operations.inbox_get_conversation(reply_id))

    @overload
    def send_reply(self, reply_id: str, *, body: str, subject: str | UnsetType = UNSET) -> models.SendReceipt: ...

    @overload
    def send_reply(self, reply_id: str, values: ReplyMessageInput) -> models.SendReceipt: ...

    def send_reply(
        self,
        reply_id: str,
        values: ReplyMessageInput | UnsetType = UNSET,
        *,
        body: str | UnsetType = UNSET,
        subject: str | UnsetType = UNSET,
    ) -> models.SendReceipt:
        """Send a reply.

        The e-mail is sent at once. The same call again sends it again.

        Args:
            reply_id: Id of the thread, which is the id of its reply, such as rpl_abc123.
            values: The fields below as one `ReplyMessage`, or as a mapping such as `ReplyMessageDict`, in place
                of keywords.
            body: The text, plain or HTML.
            subject: Subject. The server's default is the subject of the thread after "Re:".

        Returns:
            Whether the reply was sent, and its message id.

        Raises:
            BadRequestError: 400. The body of the reply is missing.
            NotFoundError: 404. No object has this id: it is wrong, deleted, or belongs to another workspace.
            UnprocessableError: 422. A value is missing, has the wrong type, or is not allowed.
            ServerError: 500. The mail server refused the e-mail, or the server failed. The e-mail may still have
                been sent.
            OutcomeUnknownError: The call may have taken effect; `error.settle()` checks it with
                inbox.get_conversation.
            FoxReachError: `foxreach_client.FoxReach` lists what every call may raise.
        """
        return self._transport.run(operations.inbox_send_reply(reply_id, values, body=body, subject=subject))

    def get(self, reply_id: str) -> models.Thread:
        """Get a thread.

        The thread includes its body. The operation is experimental, since no page describes it. The documented
        way to read a thread is inbox.get_conversation. No page of the documentation describes this operation; it
        is known only from the vendor's own clients.

        Args:
            reply_id: Id of the thread, which is the id of its reply, such as rpl_abc123.

        Returns:
            The thread.

        Raises:
            NotFoundError: 404. No object has this id: it is wrong, deleted, or belongs to another workspace.
            FoxReachError: `foxreach_client.FoxReach` lists what every call may raise.
        """
        return self._transport.run(operations.inbox_get(reply_id))

    def stats(self) -> models.InboxStats:
        """Get inbox statistics.

        The statistics count the replies by category.

        Returns:
            The statistics.

        Raises:
            FoxReachError: `foxreach_client.FoxReach` lists what every call may raise.
        """
        return self._transport.run(operations.inbox_stats())


class InboxRaw(Resource[Transport]):
    """`InboxResource`, each method returning the whole reply."""

    def __init__(self, transport: Transport) -> None:
        from foxreach_runtime.paging.pages import raw_page

        super().__init__(transport)
        resource = InboxResource(transport)
        self.list_threads = raw_page(resource.list_threads)
        self.update = raw(resource.update)
        self.get_conversation = raw(resource.get_conversation)
        self.send_reply = raw(resource.send_reply)
        self.get = raw(resource.get)
        self.stats = raw(resource.stats)


class AsyncInboxResource(Resource[AsyncTransport]):
    """The inbox contains the replies of leads, their conversations, and the answers to them."""

    def list_threads(
        self,
        *,
        page: int | None = None,
        page_size: int | None = None,
        category: ReplyCategoryInput | None = None,
        search: str | None = None,
        is_read: bool | None = None,
        is_starred: bool | None = None,
        account_id: str | None = None,
        campaign_id: str | None = None,
        strict: bool = False,
    ) -> AsyncPages[models.Thread]:
        """List threads.

        A thread is listed if it matches every filter. Without filters, all threads are listed.

        Args:
            page: Number of the first page to list, counted from 1. The server's default is 1.
            page_size: Number of items per page, 1 to 100. The server's default is 20. This client asks for 100
                by default.
            category: Only threads of this category.
            search: Text to search for in the sender's e-mail address, subject and body.
            is_read: True lists only read threads, false only unread ones. Not documented; known from the
                vendor's SDK.
            is_starred: True lists only threads with a star, false only those without. Not documented; known from
                the vendor's SDK.
            account_id: Only threads of this e-mail account. Not documented; known from the vendor's SDK.
            campaign_id: Only threads of this campaign. Not documented; known from the vendor's SDK.
            strict: Check before every page whether items have moved, at twice the calls.

        Returns:
            Iterates over every `Thread` and requests pages as needed. `first()`, `one()` and `first_page()` make
                one call. An item that is in the list from the first request to the last is yielded exactly once,
                even if the list changes. If others add and remove equally many items between two pages, this
                holds only with `strict`.

        Raises:
            UnprocessableError: 422. A value is missing, has the wrong type, or is not allowed.
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
            ),
            strict=strict,
        )

    @overload
    async def update(
        self,
        reply_id: str,
        *,
        is_read: bool | UnsetType = UNSET,
        is_starred: bool | UnsetType = UNSET,
        category: WritableReplyCategoryInput | None | UnsetType = UNSET,
    ) -> models.Thread: ...

    @overload
    async def update(self, reply_id: str, values: ThreadUpdateInput) -> models.Thread: ...

    async def update(
        self,
        reply_id: str,
        values: ThreadUpdateInput | UnsetType = UNSET,
        *,
        is_read: bool | UnsetType = UNSET,
        is_starred: bool | UnsetType = UNSET,
        category: WritableReplyCategoryInput | None | UnsetType = UNSET,
    ) -> models.Thread:
        """Update a thread.

        Fields that are left out keep their values. The call is idempotent: a repeat is safe.

        Args:
            reply_id: Id of the thread, which is the id of its reply, such as rpl_abc123.
            values: The fields below as one `ThreadUpdate`, or as a mapping such as `ThreadUpdateDict`, in place
                of keywords.
            is_read: Whether the thread was read.
            is_starred: Whether the thread has a star.
            category: The category of the reply. Whether null clears it is not documented.

        Returns:
            The thread.

        Raises:
            BadRequestError: 400. The request is malformed, such as a body or a Content-Type that is not JSON.
            NotFoundError: 404. No object has this id: it is wrong, deleted, or belongs to another workspace.
            UnprocessableError: 422. The category cannot be set, or a value has the wrong type.
            FoxReachError: `foxreach_client.AsyncFoxReach` lists what every call may raise.
        """
        return await self._transport.run(
            operations.inbox_update(reply_id, values, is_read=is_read, is_starred=is_starred, category=category)
        )

    async def get_conversation(self, reply_id: str) -> models.Conversation:
        """Get the conversation of a thread.

        The conversation contains the messages of the thread, its lead and its campaign. Documented; the page was
        read only in part.

        Args:
            reply_id: Id of the thread, which is the id of its reply, such as rpl_abc123.

        Returns:
            The conversation.

        Raises:
            NotFoundError: 404. No object has this id: it is wrong, deleted, or belongs to another workspace.
            FoxReachError: `foxreach_client.AsyncFoxReach` lists what every call may raise.
        """
        return await self._transport.run(operations.inbox_get_conversation(reply_id))

    @overload
    async def send_reply(self, reply_id: str, *, body: str, subject: str | UnsetType = UNSET) -> models.SendReceipt: ...

    @overload
    async def send_reply(self, reply_id: str, values: ReplyMessageInput) -> models.SendReceipt: ...

    async def send_reply(
        self,
        reply_id: str,
        values: ReplyMessageInput | UnsetType = UNSET,
        *,
        body: str | UnsetType = UNSET,
        subject: str | UnsetType = UNSET,
    ) -> models.SendReceipt:
        """Send a reply.

        The e-mail is sent at once. The same call again sends it again.

        Args:
            reply_id: Id of the thread, which is the id of its reply, such as rpl_abc123.
            values: The fields below as one `ReplyMessage`, or as a mapping such as `ReplyMessageDict`, in place
                of keywords.
            body: The text, plain or HTML.
            subject: Subject. The server's default is the subject of the thread after "Re:".

        Returns:
            Whether the reply was sent, and its message id.

        Raises:
            BadRequestError: 400. The body of the reply is missing.
            NotFoundError: 404. No object has this id: it is wrong, deleted, or belongs to another workspace.
            UnprocessableError: 422. A value is missing, has the wrong type, or is not allowed.
            ServerError: 500. The mail server refused the e-mail, or the server failed. The e-mail may still have
                been sent.
            OutcomeUnknownError: The call may have taken effect; `await error.settle_async()` checks it with
                inbox.get_conversation.
            FoxReachError: `foxreach_client.AsyncFoxReach` lists what every call may raise.
        """
        return await self._transport.run(operations.inbox_send_reply(reply_id, values, body=body, subject=subject))

    async def get(self, reply_id: str) -> models.Thread:
        """Get a thread.

        The thread includes its body. The operation is experimental, since no page describes it. The documented
        way to read a thread is inbox.get_conversation. No page of the documentation describes this operation; it
        is known only from the vendor's own clients.

        Args:
            reply_id: Id of the thread, which is the id of its reply, such as rpl_abc123.

        Returns:
            The thread.

        Raises:
            NotFoundError: 404. No object has this id: it is wrong, deleted, or belongs to another workspace.
            FoxReachError: `foxreach_client.AsyncFoxReach` lists what every call may raise.
        """
        return await self._transport.run(operations.inbox_get(reply_id))

    async def stats(self) -> models.InboxStats:
        """Get inbox statistics.

        The statistics count the replies by category.

        Returns:
            The statistics.

        Raises:
            FoxReachError: `foxreach_client.AsyncFoxReach` lists what every call may raise.
        """
        return await self._transport.run(operations.inbox_stats())


class AsyncInboxRaw(Resource[AsyncTransport]):
    """`AsyncInboxResource`, each method returning the whole reply."""

    def __init__(self, transport: AsyncTransport) -> None:
        from foxreach_runtime.paging.pages import async_raw_page

        super().__init__(transport)
        resource = AsyncInboxResource(transport)
        self.list_threads = async_raw_page(resource.list_threads)
        self.update = async_raw(resource.update)
        self.get_conversation = async_raw(resource.get_conversation)
        self.send_reply = async_raw(resource.send_reply)
        self.get = async_raw(resource.get)
        self.stats = async_raw(resource.stats)

# Generated from spec/foxreach.yaml by `nox -s generate`. Do not edit: change spec/, templates/ or generator/ instead.
"""The facts of each operation of `inbox`, and one function each that makes a call of the arguments."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from foxreach_runtime.operation import Call, Operation
from foxreach_runtime.request.body import enum_value, fields_of, present
from foxreach_runtime.request.query import query_boolean, query_integer, query_text
from foxreach_runtime.rules.paging import PageRule
from foxreach_runtime.rules.settling import SettledBy
from msgspec import UNSET, UnsetType

from .. import models
from ..models._shared import ErrorBody, GatewayErrorBody, RateLimitBody, ValidationBody
from ..models.inbox import (
    ConversationReply,
    InboxStatsReply,
    ReplyMessage,
    SendReceiptReply,
    ThreadPage,
    ThreadReply,
    ThreadUpdate,
    WritableReplyCategory,
)

if TYPE_CHECKING:
    from ..inputs import ReplyCategoryInput, ReplyMessageInput, ThreadUpdateInput, WritableReplyCategoryInput

INBOX_LIST_THREADS: Final[Operation[list[models.Thread]]] = Operation(
    name="inbox.list_threads",
    method="GET",
    path="/inbox/threads",
    repeat="safe",
    reply=ThreadPage,
    take="data",
    statuses=frozenset({200}),
    errors={
        "401": ErrorBody,
        "403": ErrorBody,
        "422": ValidationBody,
        "429": RateLimitBody,
        "500": ErrorBody,
        "5XX": GatewayErrorBody,
    },
    page=PageRule(
        number="page",
        meta="meta",
        size="pageSize",
        most=100,
        names={
            "page": "page",
            "pageSize": "page_size",
            "category": "category",
            "search": "search",
            "isRead": "is_read",
            "isStarred": "is_starred",
            "accountId": "account_id",
            "campaignId": "campaign_id",
        },
        texts=("search", "accountId", "campaignId"),
    ),
)


def inbox_list_threads(
    *,
    page: int | None = None,
    page_size: int | None = None,
    category: ReplyCategoryInput | None = None,
    search: str | None = None,
    is_read: bool | None = None,
    is_starred: bool | None = None,
    account_id: str | None = None,
    campaign_id: str | None = None,
) -> Call[list[models.Thread]]:
    """Return the call GET /inbox/threads."""
    return INBOX_LIST_THREADS.call(
        query={
            "page": query_integer("inbox.list_threads: page", page, 1, None),
            "pageSize": query_integer("inbox.list_threads: page_size", page_size, 1, 100),
            "category": query_text("inbox.list_threads: category", category),
            "search": query_text("inbox.list_threads: search", search),
            "isRead": query_boolean("inbox.list_threads: is_read", is_read),
            "isStarred": query_boolean("inbox.list_threads: is_starred", is_starred),
            "accountId": query_text("inbox.list_threads: account_id", account_id),
            "campaignId": query_text("inbox.list_threads: campaign_id", campaign_id),
        }
    )


INBOX_UPDATE: Final[Operation[models.Thread]] = Operation(
    name="inbox.update",
    method="PATCH",
    path="/inbox/threads/{reply_id}",
    repeat="idempotent",
    reply=ThreadReply,
    take="data",
    statuses=frozenset({200}),
    errors={
        "400": ErrorBody,
        "401": ErrorBody,
        "403": ErrorBody,
        "404": ErrorBody,
        "422": ValidationBody,
        "429": RateLimitBody,
        "500": ErrorBody,
        "5XX": GatewayErrorBody,
    },
)


def inbox_update(
    reply_id: str,
    values: ThreadUpdateInput | UnsetType = UNSET,
    *,
    is_read: bool | UnsetType = UNSET,
    is_starred: bool | UnsetType = UNSET,
    category: WritableReplyCategoryInput | None | UnsetType = UNSET,
) -> Call[models.Thread]:
    """Return the call PATCH /inbox/threads/{reply_id}."""
    _body = ThreadUpdate(is_read=is_read, is_starred=is_starred, category=enum_value(WritableReplyCategory, category))
    if not isinstance(values, UnsetType):
        return inbox_update(reply_id, **fields_of("inbox.update", _body, values))
    return INBOX_UPDATE.call(path={"reply_id": reply_id}, body=_body)


INBOX_GET_CONVERSATION: Final[Operation[models.Conversation]] = Operation(
    name="inbox.get_conversation",
    method="GET",
    path="/inbox/threads/{reply_id}/conversation",
    repeat="safe",
    reply=ConversationReply,
    take="data",
    statuses=frozenset({200}),
    errors={
        "401": ErrorBody,
        "403": ErrorBody,
        "404": ErrorBody,
        "429": RateLimitBody,
        "500": ErrorBody,
        "5XX": GatewayErrorBody,
    },
)


def inbox_get_conversation(reply_id: str) -> Call[models.Conversation]:
    """Return the call GET /inbox/threads/{reply_id}/conversation."""
    return INBOX_GET_CONVERSATION.call(path={"reply_id": reply_id})


INBOX_SEND_REPLY: Final[Operation[models.SendReceipt]] = Operation(
    name="inbox.send_reply",
    method="POST",
    path="/inbox/threads/{reply_id}/reply",
    repeat="never",
    reply=SendReceiptReply,
    take="data",
    statuses=frozenset({200}),
    errors={
        "400": ErrorBody,
        "401": ErrorBody,
        "403": ErrorBody,
        "404": ErrorBody,
        "422": ValidationBody,
        "429": RateLimitBody,
        "500": ErrorBody,
        "5XX": GatewayErrorBody,
    },
    settled_by=SettledBy(
        call="inbox.get_conversation",
        arguments={"reply_id": "reply_id"},
        applied_when="sent-message",
        module=f"{__package__}.inbox",
        since="timestamp",
    ),
)


def inbox_send_reply(
    reply_id: str,
    values: ReplyMessageInput | UnsetType = UNSET,
    *,
    body: str | UnsetType = UNSET,
    subject: str | UnsetType = UNSET,
) -> Call[models.SendReceipt]:
    """Return the call POST /inbox/threads/{reply_id}/reply."""
    _body = ReplyMessage(body=present(body), subject=subject)
    if not isinstance(values, UnsetType):
        return inbox_send_reply(reply_id, **fields_of("inbox.send_reply", _body, values))
    return INBOX_SEND_REPLY.call(path={"reply_id": reply_id}, body=_body)


INBOX_GET: Final[Operation[models.Thread]] = Operation(
    name="inbox.get",
    method="GET",
    path="/inbox/{reply_id}",
    repeat="safe",
    reply=ThreadReply,
    take="data",
    statuses=frozenset({200}),
    errors={
        "401": ErrorBody,
        "403": ErrorBody,
        "404": ErrorBody,
        "429": RateLimitBody,
        "500": ErrorBody,
        "5XX": GatewayErrorBody,
    },
)


def inbox_get(reply_id: str) -> Call[models.Thread]:
    """Return the call GET /inbox/{reply_id}."""
    return INBOX_GET.call(path={"reply_id": reply_id})


INBOX_STATS: Final[Operation[models.InboxStats]] = Operation(
    name="inbox.stats",
    method="GET",
    path="/inbox/stats",
    repeat="safe",
    reply=InboxStatsReply,
    take="data",
    statuses=frozenset({200}),
    errors={"401": ErrorBody, "403": ErrorBody, "429": RateLimitBody, "500": ErrorBody, "5XX": GatewayErrorBody},
)


def inbox_stats() -> Call[models.InboxStats]:
    """Return the call GET /inbox/stats."""
    return INBOX_STATS.call()

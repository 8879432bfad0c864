# Generated from spec/foxreach.yaml by `nox -s generate`. Do not edit: change spec/, templates/ or generator/ instead.
"""The facts of each operation of `webhooks`, and one function each that makes a call of the arguments."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from foxreach_runtime.operation import Call, Operation
from foxreach_runtime.request.body import enum_list, fields_of, present
from foxreach_runtime.request.query import query_integer
from foxreach_runtime.rules.paging import PageRule
from msgspec import UNSET, UnsetType

from .. import models

if TYPE_CHECKING:
    from foxreach_runtime.nested.annotations import ListLike
from ..models._shared import Deletion, DeletionReply, ErrorBody, GatewayErrorBody, RateLimitBody, ValidationBody
from ..models.webhooks import (
    CreatedWebhookReply,
    WebhookCreate,
    WebhookEvent,
    WebhookEventList,
    WebhookPage,
    WebhookReply,
    WebhookUpdate,
)

if TYPE_CHECKING:
    from ..inputs import WebhookCreateInput, WebhookEventInput, WebhookUpdateInput

WEBHOOKS_LIST_EVENTS: Final[Operation[list[models.WebhookEvent]]] = Operation(
    name="webhooks.list_events",
    method="GET",
    path="/webhooks/events",
    repeat="safe",
    reply=WebhookEventList,
    take="data",
    statuses=frozenset({200}),
    errors={"401": ErrorBody, "403": ErrorBody, "429": RateLimitBody, "500": ErrorBody, "5XX": GatewayErrorBody},
)


def webhooks_list_events() -> Call[list[models.WebhookEvent]]:
    """Return the call GET /webhooks/events."""
    return WEBHOOKS_LIST_EVENTS.call()


WEBHOOKS_LIST: Final[Operation[list[models.Webhook]]] = Operation(
    name="webhooks.list",
    method="GET",
    path="/webhooks",
    repeat="safe",
    reply=WebhookPage,
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
        number="page", meta="meta", size="pageSize", most=100, names={"page": "page", "pageSize": "page_size"}, texts=()
    ),
)


def webhooks_list(*, page: int | None = None, page_size: int | None = None) -> Call[list[models.Webhook]]:
    """Return the call GET /webhooks."""
    return WEBHOOKS_LIST.call(
        query={
            "page": query_integer("webhooks.list: page", page, 1, None),
            "pageSize": query_integer("webhooks.list: page_size", page_size, 1, 100),
        }
    )


WEBHOOKS_CREATE: Final[Operation[models.CreatedWebhook]] = Operation(
    name="webhooks.create",
    method="POST",
    path="/webhooks",
    repeat="never",
    reply=CreatedWebhookReply,
    take="data",
    statuses=frozenset({201}),
    errors={
        "400": ErrorBody,
        "401": ErrorBody,
        "403": ErrorBody,
        "422": ValidationBody,
        "429": RateLimitBody,
        "500": ErrorBody,
        "5XX": GatewayErrorBody,
    },
)


def webhooks_create(
    values: WebhookCreateInput | UnsetType = UNSET,
    *,
    url: str | UnsetType = UNSET,
    events: ListLike[WebhookEventInput] | UnsetType = UNSET,
    is_active: bool | UnsetType = UNSET,
) -> Call[models.CreatedWebhook]:
    """Return the call POST /webhooks."""
    _body = WebhookCreate(url=present(url), events=present(enum_list(WebhookEvent, events)), is_active=is_active)
    if not isinstance(values, UnsetType):
        return webhooks_create(**fields_of("webhooks.create", _body, values))
    return WEBHOOKS_CREATE.call(body=_body)


WEBHOOKS_DELETE: Final[Operation[models.Deletion]] = Operation(
    name="webhooks.delete",
    method="DELETE",
    path="/webhooks/{webhook_id}",
    repeat="idempotent",
    reply=DeletionReply,
    take="data",
    statuses=frozenset({200, 204}),
    errors={
        "401": ErrorBody,
        "403": ErrorBody,
        "404": ErrorBody,
        "429": RateLimitBody,
        "500": ErrorBody,
        "5XX": GatewayErrorBody,
    },
)


def webhooks_delete(webhook_id: str) -> Call[models.Deletion]:
    """Return the call DELETE /webhooks/{webhook_id}."""
    return WEBHOOKS_DELETE.call(path={"webhook_id": webhook_id}, empty=Deletion(id=webhook_id, deleted=True))


WEBHOOKS_UPDATE: Final[Operation[models.Webhook]] = Operation(
    name="webhooks.update",
    method="PATCH",
    path="/webhooks/{webhook_id}",
    repeat="idempotent",
    reply=WebhookReply,
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


def webhooks_update(
    webhook_id: str,
    values: WebhookUpdateInput | UnsetType = UNSET,
    *,
    url: str | UnsetType = UNSET,
    events: ListLike[WebhookEventInput] | UnsetType = UNSET,
    is_active: bool | UnsetType = UNSET,
) -> Call[models.Webhook]:
    """Return the call PATCH /webhooks/{webhook_id}."""
    _body = WebhookUpdate(url=url, events=enum_list(WebhookEvent, events), is_active=is_active)
    if not isinstance(values, UnsetType):
        return webhooks_update(webhook_id, **fields_of("webhooks.update", _body, values))
    return WEBHOOKS_UPDATE.call(path={"webhook_id": webhook_id}, body=_body)

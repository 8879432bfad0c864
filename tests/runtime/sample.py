"""A small API for the tests of the handwritten layer: leads, in the shapes that generated code has."""

from __future__ import annotations

from datetime import datetime
from typing import Annotated, Any, Final

from foxreach_runtime.client import AsyncClient, ClientFacts, SyncClient
from foxreach_runtime.enums import OpenEnum
from foxreach_runtime.errors import ConflictStatusError, StatusError
from foxreach_runtime.model import Model, read_as_utc
from foxreach_runtime.operation import Call, Operation
from foxreach_runtime.rules.paging import PageRule
from foxreach_runtime.rules.settling import SettledBy
from msgspec import UNSET, Meta, UnsetType, field

KEY = "otr_5ecret"
EMAIL = "jane@example.com"


class NotFoundError(StatusError):
    advice = "Check the id."


class ConflictError(ConflictStatusError):
    advice = "It exists already."


BY_STATUS: dict[int, type[StatusError]] = {404: NotFoundError, 409: ConflictError}
FACTS = ClientFacts(
    base_url="https://api.test/v1",
    key_header="X-API-Key",
    user_agent="foxreach-client/0 (spec 1)",
    errors=BY_STATUS,
)


class LeadStatus(OpenEnum):
    ACTIVE = "active"
    BOUNCED = "bounced"


class Lead(Model, frozen=True, kw_only=True):
    id: str
    email: str
    created_at: datetime = field(name="createdAt")
    status: LeadStatus | UnsetType = UNSET
    first_name: str | UnsetType | None = field(name="firstName", default=UNSET)
    started_at: datetime | UnsetType | None = field(name="startedAt", default=UNSET)
    custom_fields: dict[str, Any] | UnsetType = field(name="customFields", default=UNSET)


class LeadReply(Model, frozen=True, kw_only=True):
    data: Lead


class PageMeta(Model, frozen=True, kw_only=True):
    page: int
    page_size: int = field(name="pageSize")
    total: int
    total_pages: int = field(name="totalPages")


class LeadPage(Model, frozen=True, kw_only=True):
    data: list[Lead]
    meta: PageMeta


class LeadCreate(Model, frozen=True, kw_only=True):
    email: str
    first_name: str | UnsetType | None = field(name="firstName", default=UNSET)
    custom_fields: dict[str, Any] | UnsetType = field(name="customFields", default=UNSET)
    tags: list[str] | UnsetType = UNSET


class LeadImport(Model, frozen=True, kw_only=True):
    leads: Annotated[list[LeadCreate], Meta(min_length=1, max_length=3)]


class ReplyCreate(Model, frozen=True, kw_only=True):
    body: str


class Message(Model, frozen=True, kw_only=True):
    direction: str
    body: str | None
    timestamp: datetime


class Conversation(Model, frozen=True, kw_only=True):
    id: str
    messages: list[Message]


class ConversationReply(Model, frozen=True, kw_only=True):
    data: Conversation


class Deletion(Model, frozen=True, kw_only=True):
    id: str
    deleted: bool


class DeletionReply(Model, frozen=True, kw_only=True):
    data: Deletion


class ErrorBody(Model, frozen=True, kw_only=True):
    detail: str


read_as_utc(Lead, "created_at")

ERRORS: dict[str, type[Any]] = {"404": ErrorBody, "409": ErrorBody, "429": ErrorBody, "5XX": ErrorBody}
LEADS_GET: Final[Operation[Lead]] = Operation(
    name="leads.get", method="GET", path="/leads/{lead_id}", repeat="safe", reply=LeadReply, errors=ERRORS
)
LEADS_LIST: Final[Operation[list[Lead]]] = Operation(
    name="leads.list",
    method="GET",
    path="/leads",
    repeat="safe",
    reply=LeadPage,
    errors=ERRORS,
    page=PageRule(number="page", meta="meta"),
)
LEADS_CREATE: Final[Operation[Lead]] = Operation(
    name="leads.create",
    method="POST",
    path="/leads",
    repeat="never",
    reply=LeadReply,
    errors=ERRORS,
    settled_by=SettledBy(
        call="leads.list", arguments={"email": "email"}, applied_when="sent-fields", since="createdAt", module=__name__
    ),
)
LEADS_UPDATE: Final[Operation[Lead]] = Operation(
    name="leads.update", method="PATCH", path="/leads/{lead_id}", repeat="idempotent", reply=LeadReply, errors=ERRORS
)
LEADS_DELETE: Final[Operation[Deletion]] = Operation(
    name="leads.delete",
    method="DELETE",
    path="/leads/{lead_id}",
    repeat="idempotent",
    reply=DeletionReply,
    errors=ERRORS,
    statuses=frozenset({200, 204}),
)
LEADS_START: Final[Operation[Lead]] = Operation(
    name="leads.start",
    method="POST",
    path="/leads/{lead_id}/start",
    repeat="never",
    reply=LeadReply,
    errors=ERRORS,
    settled_by=SettledBy(
        call="leads.get",
        arguments={"lead_id": "lead_id"},
        applied_when="state",
        state={"status": ("active", "bounced")},
        since="startedAt",
        module=__name__,
    ),
)
LEADS_PAUSE: Final[Operation[Lead]] = Operation(
    name="leads.pause",
    method="POST",
    path="/leads/{lead_id}/pause",
    repeat="never",
    reply=LeadReply,
    errors=ERRORS,
    settled_by=SettledBy(
        call="leads.get",
        arguments={"lead_id": "lead_id"},
        applied_when="state",
        state={"status": ("bounced",)},
        module=__name__,
    ),
)
REPLIES_SEND: Final[Operation[Lead]] = Operation(
    name="replies.send",
    method="POST",
    path="/replies/{reply_id}",
    repeat="never",
    reply=LeadReply,
    errors=ERRORS,
    settled_by=SettledBy(
        call="replies.get",
        arguments={"reply_id": "reply_id"},
        applied_when="sent-message",
        since="timestamp",
        module=__name__,
    ),
)
REPLIES_GET: Final[Operation[Conversation]] = Operation(
    name="replies.get",
    method="GET",
    path="/replies/{reply_id}",
    repeat="safe",
    reply=ConversationReply,
    errors=ERRORS,
)


def leads_list(*, email: str) -> Call[list[Lead]]:
    return LEADS_LIST.call(query={"email": email})


def leads_get(lead_id: str) -> Call[Lead]:
    return LEADS_GET.call(path={"lead_id": lead_id})


def replies_get(reply_id: str) -> Call[Conversation]:
    return REPLIES_GET.call(path={"reply_id": reply_id})


GET = LEADS_GET.call(path={"lead_id": "cld_1"})
LIST = LEADS_LIST.call(query={"pageSize": 2})
CREATE = LEADS_CREATE.call(body=LeadCreate(email=EMAIL))
UPDATE = LEADS_UPDATE.call(path={"lead_id": "cld_1"}, body=LeadCreate(email=EMAIL))
DELETE = LEADS_DELETE.call(path={"lead_id": "cld_1"}, empty=Deletion(id="cld_1", deleted=True))
SEND = REPLIES_SEND.call(path={"reply_id": "rpl_1"}, body=ReplyCreate(body="Hello Jane"))
PAUSE = LEADS_PAUSE.call(path={"lead_id": "cld_1"})
START = LEADS_START.call(path={"lead_id": "cld_1"})

LEAD: dict[str, object] = {"id": "cld_1", "email": EMAIL, "createdAt": "2025-01-15T10:30:00"}


class Client(SyncClient):
    _facts = FACTS


class ClientAsync(AsyncClient):
    _facts = FACTS

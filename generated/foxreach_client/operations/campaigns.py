# Generated from spec/foxreach.yaml by `nox -s generate`. Do not edit: change spec/, templates/ or generator/ instead.
"""The facts of each operation of `campaigns`, and one function each that makes a call of the arguments."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from foxreach_runtime.operation import Call, Operation
from foxreach_runtime.request.body import fields_of, list_of, present
from foxreach_runtime.request.query import query_integer, query_text
from foxreach_runtime.rules.paging import PageRule
from foxreach_runtime.rules.settling import SettledBy
from msgspec import UNSET, UnsetType

from .. import models

if TYPE_CHECKING:
    from foxreach_runtime.nested.annotations import ListLike
from ..models._shared import Deletion, DeletionReply, ErrorBody, GatewayErrorBody, RateLimitBody, ValidationBody
from ..models.campaigns import (
    AdditionReply,
    CampaignAccounts,
    CampaignCreate,
    CampaignLeads,
    CampaignPage,
    CampaignReply,
    CampaignUpdate,
    Removal,
    RemovalReply,
)

if TYPE_CHECKING:
    from ..inputs import (
        CampaignAccountsInput,
        CampaignCreateInput,
        CampaignLeadsInput,
        CampaignStatusInput,
        CampaignUpdateInput,
    )

CAMPAIGNS_LIST: Final[Operation[list[models.Campaign]]] = Operation(
    name="campaigns.list",
    method="GET",
    path="/campaigns",
    repeat="safe",
    reply=CampaignPage,
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
        names={"page": "page", "pageSize": "page_size", "status": "status"},
        texts=(),
    ),
)


def campaigns_list(
    *, page: int | None = None, page_size: int | None = None, status: CampaignStatusInput | None = None
) -> Call[list[models.Campaign]]:
    """Return the call GET /campaigns."""
    return CAMPAIGNS_LIST.call(
        query={
            "page": query_integer("campaigns.list: page", page, 1, None),
            "pageSize": query_integer("campaigns.list: page_size", page_size, 1, 100),
            "status": query_text("campaigns.list: status", status),
        }
    )


CAMPAIGNS_CREATE: Final[Operation[models.Campaign]] = Operation(
    name="campaigns.create",
    method="POST",
    path="/campaigns",
    repeat="never",
    reply=CampaignReply,
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


def campaigns_create(
    values: CampaignCreateInput | UnsetType = UNSET,
    *,
    name: str | UnsetType = UNSET,
    timezone: str | UnsetType = UNSET,
    sending_days: ListLike[int] | UnsetType = UNSET,
    sending_start_hour: int | UnsetType = UNSET,
    sending_end_hour: int | UnsetType = UNSET,
    daily_limit: int | UnsetType = UNSET,
    context: str | None | UnsetType = UNSET,
) -> Call[models.Campaign]:
    """Return the call POST /campaigns."""
    _body = CampaignCreate(
        name=present(name),
        timezone=timezone,
        sending_days=list_of(sending_days),
        sending_start_hour=sending_start_hour,
        sending_end_hour=sending_end_hour,
        daily_limit=daily_limit,
        context=context,
    )
    if not isinstance(values, UnsetType):
        return campaigns_create(**fields_of("campaigns.create", _body, values))
    return CAMPAIGNS_CREATE.call(body=_body)


CAMPAIGNS_GET: Final[Operation[models.Campaign]] = Operation(
    name="campaigns.get",
    method="GET",
    path="/campaigns/{campaign_id}",
    repeat="safe",
    reply=CampaignReply,
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


def campaigns_get(campaign_id: str) -> Call[models.Campaign]:
    """Return the call GET /campaigns/{campaign_id}."""
    return CAMPAIGNS_GET.call(path={"campaign_id": campaign_id})


CAMPAIGNS_DELETE: Final[Operation[models.Deletion]] = Operation(
    name="campaigns.delete",
    method="DELETE",
    path="/campaigns/{campaign_id}",
    repeat="idempotent",
    reply=DeletionReply,
    take="data",
    statuses=frozenset({200, 204}),
    errors={
        "400": ErrorBody,
        "401": ErrorBody,
        "403": ErrorBody,
        "404": ErrorBody,
        "429": RateLimitBody,
        "500": ErrorBody,
        "5XX": GatewayErrorBody,
    },
)


def campaigns_delete(campaign_id: str) -> Call[models.Deletion]:
    """Return the call DELETE /campaigns/{campaign_id}."""
    return CAMPAIGNS_DELETE.call(path={"campaign_id": campaign_id}, empty=Deletion(id=campaign_id, deleted=True))


CAMPAIGNS_UPDATE: Final[Operation[models.Campaign]] = Operation(
    name="campaigns.update",
    method="PATCH",
    path="/campaigns/{campaign_id}",
    repeat="idempotent",
    reply=CampaignReply,
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


def campaigns_update(
    campaign_id: str,
    values: CampaignUpdateInput | UnsetType = UNSET,
    *,
    name: str | UnsetType = UNSET,
    timezone: str | UnsetType = UNSET,
    sending_days: ListLike[int] | UnsetType = UNSET,
    sending_start_hour: int | UnsetType = UNSET,
    sending_end_hour: int | UnsetType = UNSET,
    daily_limit: int | UnsetType = UNSET,
    context: str | None | UnsetType = UNSET,
) -> Call[models.Campaign]:
    """Return the call PATCH /campaigns/{campaign_id}."""
    _body = CampaignUpdate(
        name=name,
        timezone=timezone,
        sending_days=list_of(sending_days),
        sending_start_hour=sending_start_hour,
        sending_end_hour=sending_end_hour,
        daily_limit=daily_limit,
        context=context,
    )
    if not isinstance(values, UnsetType):
        return campaigns_update(campaign_id, **fields_of("campaigns.update", _body, values))
    return CAMPAIGNS_UPDATE.call(path={"campaign_id": campaign_id}, body=_body)


CAMPAIGNS_START: Final[Operation[models.Campaign]] = Operation(
    name="campaigns.start",
    method="POST",
    path="/campaigns/{campaign_id}/start",
    repeat="never",
    reply=CampaignReply,
    take="data",
    statuses=frozenset({200}),
    errors={
        "400": ErrorBody,
        "401": ErrorBody,
        "403": ErrorBody,
        "404": ErrorBody,
        "429": RateLimitBody,
        "500": ErrorBody,
        "5XX": GatewayErrorBody,
    },
    settled_by=SettledBy(
        call="campaigns.get",
        arguments={"campaign_id": "campaign_id"},
        applied_when="state",
        module=f"{__package__}.campaigns",
        since="startedAt",
        state={"status": ("active", "completed")},
    ),
)


def campaigns_start(campaign_id: str) -> Call[models.Campaign]:
    """Return the call POST /campaigns/{campaign_id}/start."""
    return CAMPAIGNS_START.call(path={"campaign_id": campaign_id})


CAMPAIGNS_PAUSE: Final[Operation[models.Campaign]] = Operation(
    name="campaigns.pause",
    method="POST",
    path="/campaigns/{campaign_id}/pause",
    repeat="never",
    reply=CampaignReply,
    take="data",
    statuses=frozenset({200}),
    errors={
        "400": ErrorBody,
        "401": ErrorBody,
        "403": ErrorBody,
        "404": ErrorBody,
        "429": RateLimitBody,
        "500": ErrorBody,
        "5XX": GatewayErrorBody,
    },
    settled_by=SettledBy(
        call="campaigns.get",
        arguments={"campaign_id": "campaign_id"},
        applied_when="state",
        module=f"{__package__}.campaigns",
        state={"status": ("paused",)},
    ),
)


def campaigns_pause(campaign_id: str) -> Call[models.Campaign]:
    """Return the call POST /campaigns/{campaign_id}/pause."""
    return CAMPAIGNS_PAUSE.call(path={"campaign_id": campaign_id})


CAMPAIGNS_RESUME: Final[Operation[models.Campaign]] = Operation(
    name="campaigns.resume",
    method="POST",
    path="/campaigns/{campaign_id}/resume",
    repeat="never",
    reply=CampaignReply,
    take="data",
    statuses=frozenset({200}),
    errors={
        "400": ErrorBody,
        "401": ErrorBody,
        "403": ErrorBody,
        "404": ErrorBody,
        "429": RateLimitBody,
        "500": ErrorBody,
        "5XX": GatewayErrorBody,
    },
    settled_by=SettledBy(
        call="campaigns.get",
        arguments={"campaign_id": "campaign_id"},
        applied_when="state",
        module=f"{__package__}.campaigns",
        state={"status": ("active", "completed")},
    ),
)


def campaigns_resume(campaign_id: str) -> Call[models.Campaign]:
    """Return the call POST /campaigns/{campaign_id}/resume."""
    return CAMPAIGNS_RESUME.call(path={"campaign_id": campaign_id})


CAMPAIGNS_ADD_LEADS: Final[Operation[models.Addition]] = Operation(
    name="campaigns.add_leads",
    method="POST",
    path="/campaigns/{campaign_id}/leads",
    repeat="never",
    reply=AdditionReply,
    take="data",
    statuses=frozenset({200, 201}),
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


def campaigns_add_leads(
    campaign_id: str, values: CampaignLeadsInput | UnsetType = UNSET, *, lead_ids: ListLike[str] | UnsetType = UNSET
) -> Call[models.Addition]:
    """Return the call POST /campaigns/{campaign_id}/leads."""
    _body = CampaignLeads(lead_ids=present(list_of(lead_ids)))
    if not isinstance(values, UnsetType):
        return campaigns_add_leads(campaign_id, **fields_of("campaigns.add_leads", _body, values))
    return CAMPAIGNS_ADD_LEADS.call(path={"campaign_id": campaign_id}, body=_body)


CAMPAIGNS_REMOVE_LEAD: Final[Operation[models.Removal]] = Operation(
    name="campaigns.remove_lead",
    method="DELETE",
    path="/campaigns/{campaign_id}/leads/{lead_id}",
    repeat="idempotent",
    reply=RemovalReply,
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


def campaigns_remove_lead(campaign_id: str, lead_id: str) -> Call[models.Removal]:
    """Return the call DELETE /campaigns/{campaign_id}/leads/{lead_id}."""
    return CAMPAIGNS_REMOVE_LEAD.call(
        path={"campaign_id": campaign_id, "lead_id": lead_id}, empty=Removal(removed=True)
    )


CAMPAIGNS_ADD_ACCOUNTS: Final[Operation[models.Addition]] = Operation(
    name="campaigns.add_accounts",
    method="POST",
    path="/campaigns/{campaign_id}/accounts",
    repeat="never",
    reply=AdditionReply,
    take="data",
    statuses=frozenset({200, 201}),
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


def campaigns_add_accounts(
    campaign_id: str,
    values: CampaignAccountsInput | UnsetType = UNSET,
    *,
    account_ids: ListLike[str] | UnsetType = UNSET,
) -> Call[models.Addition]:
    """Return the call POST /campaigns/{campaign_id}/accounts."""
    _body = CampaignAccounts(account_ids=present(list_of(account_ids)))
    if not isinstance(values, UnsetType):
        return campaigns_add_accounts(campaign_id, **fields_of("campaigns.add_accounts", _body, values))
    return CAMPAIGNS_ADD_ACCOUNTS.call(path={"campaign_id": campaign_id}, body=_body)


CAMPAIGNS_REMOVE_ACCOUNT: Final[Operation[models.Removal]] = Operation(
    name="campaigns.remove_account",
    method="DELETE",
    path="/campaigns/{campaign_id}/accounts/{account_id}",
    repeat="idempotent",
    reply=RemovalReply,
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


def campaigns_remove_account(campaign_id: str, account_id: str) -> Call[models.Removal]:
    """Return the call DELETE /campaigns/{campaign_id}/accounts/{account_id}."""
    return CAMPAIGNS_REMOVE_ACCOUNT.call(
        path={"campaign_id": campaign_id, "account_id": account_id}, empty=Removal(removed=True)
    )

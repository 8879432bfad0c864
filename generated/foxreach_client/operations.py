# Generated from spec/foxreach.yaml by `nox -s generate`. Do not edit: change spec/, templates/ or generator/ instead.
"""The facts of each operation, and one function each that makes a call of the arguments. No I/O."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, Any, Final

from foxreach_runtime.compound.rules import BulkRule, UpsertRule
from foxreach_runtime.operation import Call, Operation
from foxreach_runtime.request.body import dict_of, enum_list, enum_value, fields_of, list_of, present, struct_list
from foxreach_runtime.request.query import query_boolean, query_integer, query_text
from foxreach_runtime.rules.paging import PageRule
from foxreach_runtime.rules.settling import SettledBy
from msgspec import UNSET, UnsetType

from . import models

if TYPE_CHECKING:
    from .inputs import (
        CampaignAccountsInput,
        CampaignCreateInput,
        CampaignLeadsInput,
        CampaignStatusInput,
        CampaignUpdateInput,
        LeadCreateInput,
        LeadImportInput,
        LeadSourceInput,
        LeadStatusInput,
        LeadUpdateInput,
        ReplyCategoryInput,
        ReplyMessageInput,
        SequenceStepCreateInput,
        SequenceStepUpdateInput,
        TemplateCategoryInput,
        TemplateCreateInput,
        TemplateUpdateInput,
        ThreadUpdateInput,
        WebhookCreateInput,
        WebhookEventInput,
        WebhookUpdateInput,
        WritableReplyCategoryInput,
    )

LEADS_LIST: Final[Operation[list[models.Lead]]] = Operation(
    name="leads.list",
    method="GET",
    path="/leads",
    repeat="safe",
    reply=models.LeadPage,
    take="data",
    statuses=frozenset({200}),
    errors={
        "401": models.ErrorBody,
        "403": models.ErrorBody,
        "422": models.ValidationBody,
        "429": models.RateLimitBody,
        "500": models.ErrorBody,
        "5XX": models.GatewayErrorBody,
    },
    page=PageRule(
        number="page",
        meta="meta",
        size="pageSize",
        most=100,
        names={
            "page": "page",
            "pageSize": "page_size",
            "search": "search",
            "status": "status",
            "tags": "tags",
            "email": "email",
        },
        texts=("search", "tags", "email"),
    ),
)


def leads_list(
    *,
    page: int | None = None,
    page_size: int | None = None,
    search: str | None = None,
    status: LeadStatusInput | None = None,
    tags: str | None = None,
    email: str | None = None,
) -> Call[list[models.Lead]]:
    """Return the call GET /leads."""
    return LEADS_LIST.call(
        query={
            "page": query_integer("leads.list: page", page, 1, None),
            "pageSize": query_integer("leads.list: page_size", page_size, 1, 100),
            "search": query_text("leads.list: search", search),
            "status": query_text("leads.list: status", status),
            "tags": query_text("leads.list: tags", tags),
            "email": query_text("leads.list: email", email),
        }
    )


LEADS_CREATE: Final[Operation[models.Lead]] = Operation(
    name="leads.create",
    method="POST",
    path="/leads",
    repeat="never",
    reply=models.LeadReply,
    take="data",
    statuses=frozenset({201}),
    errors={
        "400": models.ErrorBody,
        "401": models.ErrorBody,
        "402": models.PlanLimitBody,
        "403": models.ErrorBody,
        "409": models.ErrorBody,
        "422": models.ValidationBody,
        "429": models.RateLimitBody,
        "500": models.ErrorBody,
        "5XX": models.GatewayErrorBody,
    },
    settled_by=SettledBy(
        call="leads.list", arguments={"email": "email"}, applied_when="sent-fields", module=__name__, since="createdAt"
    ),
)

LEADS_CREATE_UPSERT: Final = UpsertRule(
    find="leads.list",
    arguments={"email": "email"},
    update="leads.update",
    identifier="id",
    created_at="created_at",
    fields=(
        "first_name",
        "last_name",
        "company",
        "title",
        "phone",
        "linkedin_url",
        "website",
        "tags",
        "custom_fields",
        "notes",
        "status",
    ),
    module=__name__,
)


def leads_create(
    values: LeadCreateInput | UnsetType = UNSET,
    *,
    email: str | UnsetType = UNSET,
    first_name: str | None | UnsetType = UNSET,
    last_name: str | None | UnsetType = UNSET,
    company: str | None | UnsetType = UNSET,
    title: str | None | UnsetType = UNSET,
    phone: str | None | UnsetType = UNSET,
    linkedin_url: str | None | UnsetType = UNSET,
    website: str | None | UnsetType = UNSET,
    tags: Sequence[str] | None | UnsetType = UNSET,
    custom_fields: Mapping[str, Any] | None | UnsetType = UNSET,
    notes: str | None | UnsetType = UNSET,
    source: LeadSourceInput | UnsetType = UNSET,
    status: LeadStatusInput | UnsetType = UNSET,
) -> Call[models.Lead]:
    """Return the call POST /leads."""
    _body = models.LeadCreate(
        email=present(email),
        first_name=first_name,
        last_name=last_name,
        company=company,
        title=title,
        phone=phone,
        linkedin_url=linkedin_url,
        website=website,
        tags=list_of(tags),
        custom_fields=dict_of(custom_fields),
        notes=notes,
        source=enum_value(models.LeadSource, source),
        status=enum_value(models.LeadStatus, status),
    )
    if not isinstance(values, UnsetType):
        return leads_create(**fields_of("leads.create", _body, values))
    return LEADS_CREATE.call(body=_body)


LEADS_IMPORT_LEADS: Final[Operation[models.LeadImportReport]] = Operation(
    name="leads.import_leads",
    method="POST",
    path="/leads/import",
    repeat="idempotent",
    repeated=True,
    reply=models.LeadImportReply,
    take="data",
    statuses=frozenset({200, 201}),
    errors={
        "400": models.ErrorBody,
        "401": models.ErrorBody,
        "402": models.PlanLimitBody,
        "403": models.ErrorBody,
        "422": models.ValidationBody,
        "429": models.RateLimitBody,
        "500": models.ErrorBody,
        "5XX": models.GatewayErrorBody,
    },
)

LEADS_IMPORT_LEADS_BULK: Final = BulkRule(
    operation="leads.import_leads",
    rows="leads",
    limit=1000,
    key="email",
    created="created",
    restored="restored",
    duplicates="duplicates",
    refused="errors",
    duplicate_keys="duplicate_emails",
    refusals="error_details",
    refusal_key="email",
    refusal_reason="reason",
)


def leads_import_leads(
    values: LeadImportInput | UnsetType = UNSET,
    *,
    leads: Iterable[LeadCreateInput] | UnsetType = UNSET,
    restore_soft_deleted: bool | UnsetType = UNSET,
) -> Call[models.LeadImportReport]:
    """Return the call POST /leads/import."""
    _body = models.LeadImport(
        leads=present(struct_list("leads.import_leads: leads", models.LeadCreate, leads)),
        restore_soft_deleted=restore_soft_deleted,
    )
    if not isinstance(values, UnsetType):
        return leads_import_leads(**fields_of("leads.import_leads", _body, values))
    return LEADS_IMPORT_LEADS.call(body=_body)


LEADS_GET: Final[Operation[models.Lead]] = Operation(
    name="leads.get",
    method="GET",
    path="/leads/{lead_id}",
    repeat="safe",
    reply=models.LeadReply,
    take="data",
    statuses=frozenset({200}),
    errors={
        "401": models.ErrorBody,
        "403": models.ErrorBody,
        "404": models.ErrorBody,
        "429": models.RateLimitBody,
        "500": models.ErrorBody,
        "5XX": models.GatewayErrorBody,
    },
)


def leads_get(lead_id: str) -> Call[models.Lead]:
    """Return the call GET /leads/{lead_id}."""
    return LEADS_GET.call(path={"lead_id": lead_id})


LEADS_DELETE: Final[Operation[models.Deletion]] = Operation(
    name="leads.delete",
    method="DELETE",
    path="/leads/{lead_id}",
    repeat="idempotent",
    reply=models.DeletionReply,
    take="data",
    statuses=frozenset({200, 204}),
    errors={
        "401": models.ErrorBody,
        "403": models.ErrorBody,
        "404": models.ErrorBody,
        "429": models.RateLimitBody,
        "500": models.ErrorBody,
        "5XX": models.GatewayErrorBody,
    },
)


def leads_delete(lead_id: str) -> Call[models.Deletion]:
    """Return the call DELETE /leads/{lead_id}."""
    return LEADS_DELETE.call(path={"lead_id": lead_id}, empty=models.Deletion(id=lead_id, deleted=True))


LEADS_UPDATE: Final[Operation[models.Lead]] = Operation(
    name="leads.update",
    method="PATCH",
    path="/leads/{lead_id}",
    repeat="idempotent",
    reply=models.LeadReply,
    take="data",
    statuses=frozenset({200}),
    errors={
        "400": models.ErrorBody,
        "401": models.ErrorBody,
        "403": models.ErrorBody,
        "404": models.ErrorBody,
        "409": models.ErrorBody,
        "422": models.ValidationBody,
        "429": models.RateLimitBody,
        "500": models.ErrorBody,
        "5XX": models.GatewayErrorBody,
    },
)


def leads_update(
    lead_id: str,
    values: LeadUpdateInput | UnsetType = UNSET,
    *,
    email: str | UnsetType = UNSET,
    first_name: str | None | UnsetType = UNSET,
    last_name: str | None | UnsetType = UNSET,
    company: str | None | UnsetType = UNSET,
    title: str | None | UnsetType = UNSET,
    phone: str | None | UnsetType = UNSET,
    linkedin_url: str | None | UnsetType = UNSET,
    website: str | None | UnsetType = UNSET,
    tags: Sequence[str] | None | UnsetType = UNSET,
    custom_fields: Mapping[str, Any] | None | UnsetType = UNSET,
    notes: str | None | UnsetType = UNSET,
    status: LeadStatusInput | UnsetType = UNSET,
) -> Call[models.Lead]:
    """Return the call PATCH /leads/{lead_id}."""
    _body = models.LeadUpdate(
        email=email,
        first_name=first_name,
        last_name=last_name,
        company=company,
        title=title,
        phone=phone,
        linkedin_url=linkedin_url,
        website=website,
        tags=list_of(tags),
        custom_fields=dict_of(custom_fields),
        notes=notes,
        status=enum_value(models.LeadStatus, status),
    )
    if not isinstance(values, UnsetType):
        return leads_update(lead_id, **fields_of("leads.update", _body, values))
    return LEADS_UPDATE.call(path={"lead_id": lead_id}, body=_body)


LEADS_ACTIVITY: Final[Operation[models.LeadActivity]] = Operation(
    name="leads.activity",
    method="GET",
    path="/leads/{lead_id}/activity",
    repeat="safe",
    reply=models.LeadActivityReply,
    take="data",
    statuses=frozenset({200}),
    errors={
        "401": models.ErrorBody,
        "403": models.ErrorBody,
        "404": models.ErrorBody,
        "429": models.RateLimitBody,
        "500": models.ErrorBody,
        "5XX": models.GatewayErrorBody,
    },
)


def leads_activity(lead_id: str) -> Call[models.LeadActivity]:
    """Return the call GET /leads/{lead_id}/activity."""
    return LEADS_ACTIVITY.call(path={"lead_id": lead_id})


CAMPAIGNS_LIST: Final[Operation[list[models.Campaign]]] = Operation(
    name="campaigns.list",
    method="GET",
    path="/campaigns",
    repeat="safe",
    reply=models.CampaignPage,
    take="data",
    statuses=frozenset({200}),
    errors={
        "401": models.ErrorBody,
        "403": models.ErrorBody,
        "422": models.ValidationBody,
        "429": models.RateLimitBody,
        "500": models.ErrorBody,
        "5XX": models.GatewayErrorBody,
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
    reply=models.CampaignReply,
    take="data",
    statuses=frozenset({201}),
    errors={
        "400": models.ErrorBody,
        "401": models.ErrorBody,
        "403": models.ErrorBody,
        "422": models.ValidationBody,
        "429": models.RateLimitBody,
        "500": models.ErrorBody,
        "5XX": models.GatewayErrorBody,
    },
)


def campaigns_create(
    values: CampaignCreateInput | UnsetType = UNSET,
    *,
    name: str | UnsetType = UNSET,
    timezone: str | UnsetType = UNSET,
    sending_days: Sequence[int] | UnsetType = UNSET,
    sending_start_hour: int | UnsetType = UNSET,
    sending_end_hour: int | UnsetType = UNSET,
    daily_limit: int | UnsetType = UNSET,
    context: str | None | UnsetType = UNSET,
) -> Call[models.Campaign]:
    """Return the call POST /campaigns."""
    _body = models.CampaignCreate(
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
    reply=models.CampaignReply,
    take="data",
    statuses=frozenset({200}),
    errors={
        "401": models.ErrorBody,
        "403": models.ErrorBody,
        "404": models.ErrorBody,
        "429": models.RateLimitBody,
        "500": models.ErrorBody,
        "5XX": models.GatewayErrorBody,
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
    reply=models.DeletionReply,
    take="data",
    statuses=frozenset({200, 204}),
    errors={
        "400": models.ErrorBody,
        "401": models.ErrorBody,
        "403": models.ErrorBody,
        "404": models.ErrorBody,
        "429": models.RateLimitBody,
        "500": models.ErrorBody,
        "5XX": models.GatewayErrorBody,
    },
)


def campaigns_delete(campaign_id: str) -> Call[models.Deletion]:
    """Return the call DELETE /campaigns/{campaign_id}."""
    return CAMPAIGNS_DELETE.call(path={"campaign_id": campaign_id}, empty=models.Deletion(id=campaign_id, deleted=True))


CAMPAIGNS_UPDATE: Final[Operation[models.Campaign]] = Operation(
    name="campaigns.update",
    method="PATCH",
    path="/campaigns/{campaign_id}",
    repeat="idempotent",
    reply=models.CampaignReply,
    take="data",
    statuses=frozenset({200}),
    errors={
        "400": models.ErrorBody,
        "401": models.ErrorBody,
        "403": models.ErrorBody,
        "404": models.ErrorBody,
        "422": models.ValidationBody,
        "429": models.RateLimitBody,
        "500": models.ErrorBody,
        "5XX": models.GatewayErrorBody,
    },
)


def campaigns_update(
    campaign_id: str,
    values: CampaignUpdateInput | UnsetType = UNSET,
    *,
    name: str | UnsetType = UNSET,
    timezone: str | UnsetType = UNSET,
    sending_days: Sequence[int] | UnsetType = UNSET,
    sending_start_hour: int | UnsetType = UNSET,
    sending_end_hour: int | UnsetType = UNSET,
    daily_limit: int | UnsetType = UNSET,
    context: str | None | UnsetType = UNSET,
) -> Call[models.Campaign]:
    """Return the call PATCH /campaigns/{campaign_id}."""
    _body = models.CampaignUpdate(
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
    reply=models.CampaignReply,
    take="data",
    statuses=frozenset({200}),
    errors={
        "400": models.ErrorBody,
        "401": models.ErrorBody,
        "403": models.ErrorBody,
        "404": models.ErrorBody,
        "429": models.RateLimitBody,
        "500": models.ErrorBody,
        "5XX": models.GatewayErrorBody,
    },
    settled_by=SettledBy(
        call="campaigns.get",
        arguments={"campaign_id": "campaign_id"},
        applied_when="state",
        module=__name__,
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
    reply=models.CampaignReply,
    take="data",
    statuses=frozenset({200}),
    errors={
        "400": models.ErrorBody,
        "401": models.ErrorBody,
        "403": models.ErrorBody,
        "404": models.ErrorBody,
        "429": models.RateLimitBody,
        "500": models.ErrorBody,
        "5XX": models.GatewayErrorBody,
    },
    settled_by=SettledBy(
        call="campaigns.get",
        arguments={"campaign_id": "campaign_id"},
        applied_when="state",
        module=__name__,
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
    reply=models.CampaignReply,
    take="data",
    statuses=frozenset({200}),
    errors={
        "400": models.ErrorBody,
        "401": models.ErrorBody,
        "403": models.ErrorBody,
        "404": models.ErrorBody,
        "429": models.RateLimitBody,
        "500": models.ErrorBody,
        "5XX": models.GatewayErrorBody,
    },
    settled_by=SettledBy(
        call="campaigns.get",
        arguments={"campaign_id": "campaign_id"},
        applied_when="state",
        module=__name__,
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
    reply=models.AdditionReply,
    take="data",
    statuses=frozenset({200, 201}),
    errors={
        "400": models.ErrorBody,
        "401": models.ErrorBody,
        "403": models.ErrorBody,
        "404": models.ErrorBody,
        "422": models.ValidationBody,
        "429": models.RateLimitBody,
        "500": models.ErrorBody,
        "5XX": models.GatewayErrorBody,
    },
)


def campaigns_add_leads(
    campaign_id: str, values: CampaignLeadsInput | UnsetType = UNSET, *, lead_ids: Sequence[str] | UnsetType = UNSET
) -> Call[models.Addition]:
    """Return the call POST /campaigns/{campaign_id}/leads."""
    _body = models.CampaignLeads(lead_ids=present(list_of(lead_ids)))
    if not isinstance(values, UnsetType):
        return campaigns_add_leads(campaign_id, **fields_of("campaigns.add_leads", _body, values))
    return CAMPAIGNS_ADD_LEADS.call(path={"campaign_id": campaign_id}, body=_body)


CAMPAIGNS_REMOVE_LEAD: Final[Operation[models.Removal]] = Operation(
    name="campaigns.remove_lead",
    method="DELETE",
    path="/campaigns/{campaign_id}/leads/{lead_id}",
    repeat="idempotent",
    reply=models.RemovalReply,
    take="data",
    statuses=frozenset({200, 204}),
    errors={
        "401": models.ErrorBody,
        "403": models.ErrorBody,
        "404": models.ErrorBody,
        "429": models.RateLimitBody,
        "500": models.ErrorBody,
        "5XX": models.GatewayErrorBody,
    },
)


def campaigns_remove_lead(campaign_id: str, lead_id: str) -> Call[models.Removal]:
    """Return the call DELETE /campaigns/{campaign_id}/leads/{lead_id}."""
    return CAMPAIGNS_REMOVE_LEAD.call(
        path={"campaign_id": campaign_id, "lead_id": lead_id}, empty=models.Removal(removed=True)
    )


CAMPAIGNS_ADD_ACCOUNTS: Final[Operation[models.Addition]] = Operation(
    name="campaigns.add_accounts",
    method="POST",
    path="/campaigns/{campaign_id}/accounts",
    repeat="never",
    reply=models.AdditionReply,
    take="data",
    statuses=frozenset({200, 201}),
    errors={
        "400": models.ErrorBody,
        "401": models.ErrorBody,
        "403": models.ErrorBody,
        "404": models.ErrorBody,
        "422": models.ValidationBody,
        "429": models.RateLimitBody,
        "500": models.ErrorBody,
        "5XX": models.GatewayErrorBody,
    },
)


def campaigns_add_accounts(
    campaign_id: str,
    values: CampaignAccountsInput | UnsetType = UNSET,
    *,
    account_ids: Sequence[str] | UnsetType = UNSET,
) -> Call[models.Addition]:
    """Return the call POST /campaigns/{campaign_id}/accounts."""
    _body = models.CampaignAccounts(account_ids=present(list_of(account_ids)))
    if not isinstance(values, UnsetType):
        return campaigns_add_accounts(campaign_id, **fields_of("campaigns.add_accounts", _body, values))
    return CAMPAIGNS_ADD_ACCOUNTS.call(path={"campaign_id": campaign_id}, body=_body)


CAMPAIGNS_REMOVE_ACCOUNT: Final[Operation[models.Removal]] = Operation(
    name="campaigns.remove_account",
    method="DELETE",
    path="/campaigns/{campaign_id}/accounts/{account_id}",
    repeat="idempotent",
    reply=models.RemovalReply,
    take="data",
    statuses=frozenset({200, 204}),
    errors={
        "401": models.ErrorBody,
        "403": models.ErrorBody,
        "404": models.ErrorBody,
        "429": models.RateLimitBody,
        "500": models.ErrorBody,
        "5XX": models.GatewayErrorBody,
    },
)


def campaigns_remove_account(campaign_id: str, account_id: str) -> Call[models.Removal]:
    """Return the call DELETE /campaigns/{campaign_id}/accounts/{account_id}."""
    return CAMPAIGNS_REMOVE_ACCOUNT.call(
        path={"campaign_id": campaign_id, "account_id": account_id}, empty=models.Removal(removed=True)
    )


CAMPAIGNS_SEQUENCES_LIST: Final[Operation[list[models.SequenceStep]]] = Operation(
    name="campaigns.sequences.list",
    method="GET",
    path="/campaigns/{campaign_id}/sequences",
    repeat="safe",
    reply=models.SequenceStepList,
    take="data",
    statuses=frozenset({200}),
    errors={
        "401": models.ErrorBody,
        "403": models.ErrorBody,
        "404": models.ErrorBody,
        "429": models.RateLimitBody,
        "500": models.ErrorBody,
        "5XX": models.GatewayErrorBody,
    },
)


def campaigns_sequences_list(campaign_id: str) -> Call[list[models.SequenceStep]]:
    """Return the call GET /campaigns/{campaign_id}/sequences."""
    return CAMPAIGNS_SEQUENCES_LIST.call(path={"campaign_id": campaign_id})


CAMPAIGNS_SEQUENCES_CREATE: Final[Operation[models.SequenceStep]] = Operation(
    name="campaigns.sequences.create",
    method="POST",
    path="/campaigns/{campaign_id}/sequences",
    repeat="never",
    reply=models.SequenceStepReply,
    take="data",
    statuses=frozenset({201}),
    errors={
        "400": models.ErrorBody,
        "401": models.ErrorBody,
        "403": models.ErrorBody,
        "404": models.ErrorBody,
        "422": models.ValidationBody,
        "429": models.RateLimitBody,
        "500": models.ErrorBody,
        "5XX": models.GatewayErrorBody,
    },
)


def campaigns_sequences_create(
    campaign_id: str,
    values: SequenceStepCreateInput | UnsetType = UNSET,
    *,
    step_number: int | UnsetType = UNSET,
    name: str | None | UnsetType = UNSET,
    subject: str | UnsetType = UNSET,
    body: str | UnsetType = UNSET,
    delay_days: int | UnsetType = UNSET,
    delay_hours: int | UnsetType = UNSET,
    send_only_if_no_reply: bool | UnsetType = UNSET,
    send_as_html: bool | UnsetType = UNSET,
) -> Call[models.SequenceStep]:
    """Return the call POST /campaigns/{campaign_id}/sequences."""
    _body = models.SequenceStepCreate(
        step_number=step_number,
        name=name,
        subject=present(subject),
        body=present(body),
        delay_days=delay_days,
        delay_hours=delay_hours,
        send_only_if_no_reply=send_only_if_no_reply,
        send_as_html=send_as_html,
    )
    if not isinstance(values, UnsetType):
        return campaigns_sequences_create(campaign_id, **fields_of("campaigns.sequences.create", _body, values))
    return CAMPAIGNS_SEQUENCES_CREATE.call(path={"campaign_id": campaign_id}, body=_body)


CAMPAIGNS_SEQUENCES_DELETE: Final[Operation[models.Deletion]] = Operation(
    name="campaigns.sequences.delete",
    method="DELETE",
    path="/campaigns/{campaign_id}/sequences/{sequence_id}",
    repeat="idempotent",
    reply=models.DeletionReply,
    take="data",
    statuses=frozenset({200, 204}),
    errors={
        "400": models.ErrorBody,
        "401": models.ErrorBody,
        "403": models.ErrorBody,
        "404": models.ErrorBody,
        "429": models.RateLimitBody,
        "500": models.ErrorBody,
        "5XX": models.GatewayErrorBody,
    },
)


def campaigns_sequences_delete(campaign_id: str, sequence_id: str) -> Call[models.Deletion]:
    """Return the call DELETE /campaigns/{campaign_id}/sequences/{sequence_id}."""
    return CAMPAIGNS_SEQUENCES_DELETE.call(
        path={"campaign_id": campaign_id, "sequence_id": sequence_id},
        empty=models.Deletion(id=sequence_id, deleted=True),
    )


CAMPAIGNS_SEQUENCES_UPDATE: Final[Operation[models.SequenceStep]] = Operation(
    name="campaigns.sequences.update",
    method="PATCH",
    path="/campaigns/{campaign_id}/sequences/{sequence_id}",
    repeat="idempotent",
    reply=models.SequenceStepReply,
    take="data",
    statuses=frozenset({200}),
    errors={
        "400": models.ErrorBody,
        "401": models.ErrorBody,
        "403": models.ErrorBody,
        "404": models.ErrorBody,
        "422": models.ValidationBody,
        "429": models.RateLimitBody,
        "500": models.ErrorBody,
        "5XX": models.GatewayErrorBody,
    },
)


def campaigns_sequences_update(
    campaign_id: str,
    sequence_id: str,
    values: SequenceStepUpdateInput | UnsetType = UNSET,
    *,
    step_number: int | UnsetType = UNSET,
    name: str | None | UnsetType = UNSET,
    subject: str | None | UnsetType = UNSET,
    body: str | UnsetType = UNSET,
    delay_days: int | UnsetType = UNSET,
    delay_hours: int | UnsetType = UNSET,
    send_only_if_no_reply: bool | UnsetType = UNSET,
    send_as_html: bool | UnsetType = UNSET,
) -> Call[models.SequenceStep]:
    """Return the call PATCH /campaigns/{campaign_id}/sequences/{sequence_id}."""
    _body = models.SequenceStepUpdate(
        step_number=step_number,
        name=name,
        subject=subject,
        body=body,
        delay_days=delay_days,
        delay_hours=delay_hours,
        send_only_if_no_reply=send_only_if_no_reply,
        send_as_html=send_as_html,
    )
    if not isinstance(values, UnsetType):
        return campaigns_sequences_update(
            campaign_id, sequence_id, **fields_of("campaigns.sequences.update", _body, values)
        )
    return CAMPAIGNS_SEQUENCES_UPDATE.call(path={"campaign_id": campaign_id, "sequence_id": sequence_id}, body=_body)


TEMPLATES_LIST: Final[Operation[list[models.Template]]] = Operation(
    name="templates.list",
    method="GET",
    path="/templates",
    repeat="safe",
    reply=models.TemplatePage,
    take="data",
    statuses=frozenset({200}),
    errors={
        "401": models.ErrorBody,
        "403": models.ErrorBody,
        "422": models.ValidationBody,
        "429": models.RateLimitBody,
        "500": models.ErrorBody,
        "5XX": models.GatewayErrorBody,
    },
    page=PageRule(
        number="page",
        meta="meta",
        size="pageSize",
        most=100,
        names={"page": "page", "pageSize": "page_size", "category": "category"},
        texts=(),
    ),
)


def templates_list(
    *, page: int | None = None, page_size: int | None = None, category: TemplateCategoryInput | None = None
) -> Call[list[models.Template]]:
    """Return the call GET /templates."""
    return TEMPLATES_LIST.call(
        query={
            "page": query_integer("templates.list: page", page, 1, None),
            "pageSize": query_integer("templates.list: page_size", page_size, 1, 100),
            "category": query_text("templates.list: category", category),
        }
    )


TEMPLATES_CREATE: Final[Operation[models.Template]] = Operation(
    name="templates.create",
    method="POST",
    path="/templates",
    repeat="never",
    reply=models.TemplateReply,
    take="data",
    statuses=frozenset({201}),
    errors={
        "400": models.ErrorBody,
        "401": models.ErrorBody,
        "403": models.ErrorBody,
        "422": models.ValidationBody,
        "429": models.RateLimitBody,
        "500": models.ErrorBody,
        "5XX": models.GatewayErrorBody,
    },
)


def templates_create(
    values: TemplateCreateInput | UnsetType = UNSET,
    *,
    name: str | UnsetType = UNSET,
    subject: str | None | UnsetType = UNSET,
    body: str | UnsetType = UNSET,
    category: TemplateCategoryInput | UnsetType = UNSET,
    send_as_html: bool | UnsetType = UNSET,
) -> Call[models.Template]:
    """Return the call POST /templates."""
    _body = models.TemplateCreate(
        name=present(name),
        subject=subject,
        body=present(body),
        category=enum_value(models.TemplateCategory, category),
        send_as_html=send_as_html,
    )
    if not isinstance(values, UnsetType):
        return templates_create(**fields_of("templates.create", _body, values))
    return TEMPLATES_CREATE.call(body=_body)


TEMPLATES_GET: Final[Operation[models.Template]] = Operation(
    name="templates.get",
    method="GET",
    path="/templates/{template_id}",
    repeat="safe",
    reply=models.TemplateReply,
    take="data",
    statuses=frozenset({200}),
    errors={
        "401": models.ErrorBody,
        "403": models.ErrorBody,
        "404": models.ErrorBody,
        "429": models.RateLimitBody,
        "500": models.ErrorBody,
        "5XX": models.GatewayErrorBody,
    },
)


def templates_get(template_id: str) -> Call[models.Template]:
    """Return the call GET /templates/{template_id}."""
    return TEMPLATES_GET.call(path={"template_id": template_id})


TEMPLATES_DELETE: Final[Operation[models.Deletion]] = Operation(
    name="templates.delete",
    method="DELETE",
    path="/templates/{template_id}",
    repeat="idempotent",
    reply=models.DeletionReply,
    take="data",
    statuses=frozenset({200, 204}),
    errors={
        "401": models.ErrorBody,
        "403": models.ErrorBody,
        "404": models.ErrorBody,
        "429": models.RateLimitBody,
        "500": models.ErrorBody,
        "5XX": models.GatewayErrorBody,
    },
)


def templates_delete(template_id: str) -> Call[models.Deletion]:
    """Return the call DELETE /templates/{template_id}."""
    return TEMPLATES_DELETE.call(path={"template_id": template_id}, empty=models.Deletion(id=template_id, deleted=True))


TEMPLATES_UPDATE: Final[Operation[models.Template]] = Operation(
    name="templates.update",
    method="PATCH",
    path="/templates/{template_id}",
    repeat="idempotent",
    reply=models.TemplateReply,
    take="data",
    statuses=frozenset({200}),
    errors={
        "401": models.ErrorBody,
        "403": models.ErrorBody,
        "404": models.ErrorBody,
        "422": models.ValidationBody,
        "429": models.RateLimitBody,
        "500": models.ErrorBody,
        "5XX": models.GatewayErrorBody,
    },
)


def templates_update(
    template_id: str,
    values: TemplateUpdateInput | UnsetType = UNSET,
    *,
    name: str | UnsetType = UNSET,
    subject: str | None | UnsetType = UNSET,
    body: str | UnsetType = UNSET,
    category: TemplateCategoryInput | UnsetType = UNSET,
    send_as_html: bool | UnsetType = UNSET,
) -> Call[models.Template]:
    """Return the call PATCH /templates/{template_id}."""
    _body = models.TemplateUpdate(
        name=name,
        subject=subject,
        body=body,
        category=enum_value(models.TemplateCategory, category),
        send_as_html=send_as_html,
    )
    if not isinstance(values, UnsetType):
        return templates_update(template_id, **fields_of("templates.update", _body, values))
    return TEMPLATES_UPDATE.call(path={"template_id": template_id}, body=_body)


EMAIL_ACCOUNTS_LIST: Final[Operation[list[models.EmailAccount]]] = Operation(
    name="email_accounts.list",
    method="GET",
    path="/email-accounts",
    repeat="safe",
    reply=models.EmailAccountPage,
    take="data",
    statuses=frozenset({200}),
    errors={
        "401": models.ErrorBody,
        "403": models.ErrorBody,
        "422": models.ValidationBody,
        "429": models.RateLimitBody,
        "500": models.ErrorBody,
        "5XX": models.GatewayErrorBody,
    },
    page=PageRule(
        number="page", meta="meta", size="pageSize", most=100, names={"page": "page", "pageSize": "page_size"}, texts=()
    ),
)


def email_accounts_list(*, page: int | None = None, page_size: int | None = None) -> Call[list[models.EmailAccount]]:
    """Return the call GET /email-accounts."""
    return EMAIL_ACCOUNTS_LIST.call(
        query={
            "page": query_integer("email_accounts.list: page", page, 1, None),
            "pageSize": query_integer("email_accounts.list: page_size", page_size, 1, 100),
        }
    )


EMAIL_ACCOUNTS_GET: Final[Operation[models.EmailAccount]] = Operation(
    name="email_accounts.get",
    method="GET",
    path="/email-accounts/{account_id}",
    repeat="safe",
    reply=models.EmailAccountReply,
    take="data",
    statuses=frozenset({200}),
    errors={
        "401": models.ErrorBody,
        "403": models.ErrorBody,
        "404": models.ErrorBody,
        "429": models.RateLimitBody,
        "500": models.ErrorBody,
        "5XX": models.GatewayErrorBody,
    },
)


def email_accounts_get(account_id: str) -> Call[models.EmailAccount]:
    """Return the call GET /email-accounts/{account_id}."""
    return EMAIL_ACCOUNTS_GET.call(path={"account_id": account_id})


EMAIL_ACCOUNTS_DELETE: Final[Operation[models.Deletion]] = Operation(
    name="email_accounts.delete",
    method="DELETE",
    path="/email-accounts/{account_id}",
    repeat="idempotent",
    reply=models.DeletionReply,
    take="data",
    statuses=frozenset({200, 204}),
    errors={
        "401": models.ErrorBody,
        "403": models.ErrorBody,
        "404": models.ErrorBody,
        "429": models.RateLimitBody,
        "500": models.ErrorBody,
        "5XX": models.GatewayErrorBody,
    },
)


def email_accounts_delete(account_id: str) -> Call[models.Deletion]:
    """Return the call DELETE /email-accounts/{account_id}."""
    return EMAIL_ACCOUNTS_DELETE.call(
        path={"account_id": account_id}, empty=models.Deletion(id=account_id, deleted=True)
    )


INBOX_LIST_THREADS: Final[Operation[list[models.Thread]]] = Operation(
    name="inbox.list_threads",
    method="GET",
    path="/inbox/threads",
    repeat="safe",
    reply=models.ThreadPage,
    take="data",
    statuses=frozenset({200}),
    errors={
        "401": models.ErrorBody,
        "403": models.ErrorBody,
        "422": models.ValidationBody,
        "429": models.RateLimitBody,
        "500": models.ErrorBody,
        "5XX": models.GatewayErrorBody,
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
    reply=models.ThreadReply,
    take="data",
    statuses=frozenset({200}),
    errors={
        "401": models.ErrorBody,
        "403": models.ErrorBody,
        "404": models.ErrorBody,
        "422": models.ValidationBody,
        "429": models.RateLimitBody,
        "500": models.ErrorBody,
        "5XX": models.GatewayErrorBody,
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
    _body = models.ThreadUpdate(
        is_read=is_read, is_starred=is_starred, category=enum_value(models.WritableReplyCategory, category)
    )
    if not isinstance(values, UnsetType):
        return inbox_update(reply_id, **fields_of("inbox.update", _body, values))
    return INBOX_UPDATE.call(path={"reply_id": reply_id}, body=_body)


INBOX_GET_CONVERSATION: Final[Operation[models.Conversation]] = Operation(
    name="inbox.get_conversation",
    method="GET",
    path="/inbox/threads/{reply_id}/conversation",
    repeat="safe",
    reply=models.ConversationReply,
    take="data",
    statuses=frozenset({200}),
    errors={
        "401": models.ErrorBody,
        "403": models.ErrorBody,
        "404": models.ErrorBody,
        "429": models.RateLimitBody,
        "500": models.ErrorBody,
        "5XX": models.GatewayErrorBody,
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
    reply=models.SendReceiptReply,
    take="data",
    statuses=frozenset({200}),
    errors={
        "400": models.ErrorBody,
        "401": models.ErrorBody,
        "403": models.ErrorBody,
        "404": models.ErrorBody,
        "422": models.ValidationBody,
        "429": models.RateLimitBody,
        "500": models.ErrorBody,
        "5XX": models.GatewayErrorBody,
    },
    settled_by=SettledBy(
        call="inbox.get_conversation",
        arguments={"reply_id": "reply_id"},
        applied_when="sent-message",
        module=__name__,
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
    _body = models.ReplyMessage(body=present(body), subject=subject)
    if not isinstance(values, UnsetType):
        return inbox_send_reply(reply_id, **fields_of("inbox.send_reply", _body, values))
    return INBOX_SEND_REPLY.call(path={"reply_id": reply_id}, body=_body)


INBOX_GET: Final[Operation[models.Thread]] = Operation(
    name="inbox.get",
    method="GET",
    path="/inbox/{reply_id}",
    repeat="safe",
    reply=models.ThreadReply,
    take="data",
    statuses=frozenset({200}),
    errors={
        "401": models.ErrorBody,
        "403": models.ErrorBody,
        "404": models.ErrorBody,
        "429": models.RateLimitBody,
        "500": models.ErrorBody,
        "5XX": models.GatewayErrorBody,
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
    reply=models.InboxStatsReply,
    take="data",
    statuses=frozenset({200}),
    errors={
        "401": models.ErrorBody,
        "403": models.ErrorBody,
        "429": models.RateLimitBody,
        "500": models.ErrorBody,
        "5XX": models.GatewayErrorBody,
    },
)


def inbox_stats() -> Call[models.InboxStats]:
    """Return the call GET /inbox/stats."""
    return INBOX_STATS.call()


ANALYTICS_OVERVIEW: Final[Operation[models.AnalyticsOverview]] = Operation(
    name="analytics.overview",
    method="GET",
    path="/analytics/overview",
    repeat="safe",
    reply=models.AnalyticsOverviewReply,
    take="data",
    statuses=frozenset({200}),
    errors={
        "401": models.ErrorBody,
        "403": models.ErrorBody,
        "429": models.RateLimitBody,
        "500": models.ErrorBody,
        "5XX": models.GatewayErrorBody,
    },
)


def analytics_overview() -> Call[models.AnalyticsOverview]:
    """Return the call GET /analytics/overview."""
    return ANALYTICS_OVERVIEW.call()


ANALYTICS_CAMPAIGN: Final[Operation[models.CampaignAnalytics]] = Operation(
    name="analytics.campaign",
    method="GET",
    path="/analytics/campaigns/{campaign_id}",
    repeat="safe",
    reply=models.CampaignAnalyticsReply,
    take="data",
    statuses=frozenset({200}),
    errors={
        "401": models.ErrorBody,
        "403": models.ErrorBody,
        "404": models.ErrorBody,
        "429": models.RateLimitBody,
        "500": models.ErrorBody,
        "5XX": models.GatewayErrorBody,
    },
)


def analytics_campaign(campaign_id: str) -> Call[models.CampaignAnalytics]:
    """Return the call GET /analytics/campaigns/{campaign_id}."""
    return ANALYTICS_CAMPAIGN.call(path={"campaign_id": campaign_id})


WEBHOOKS_LIST_EVENTS: Final[Operation[list[models.WebhookEvent]]] = Operation(
    name="webhooks.list_events",
    method="GET",
    path="/webhooks/events",
    repeat="safe",
    reply=models.WebhookEventList,
    take="data",
    statuses=frozenset({200}),
    errors={
        "401": models.ErrorBody,
        "403": models.ErrorBody,
        "429": models.RateLimitBody,
        "500": models.ErrorBody,
        "5XX": models.GatewayErrorBody,
    },
)


def webhooks_list_events() -> Call[list[models.WebhookEvent]]:
    """Return the call GET /webhooks/events."""
    return WEBHOOKS_LIST_EVENTS.call()


WEBHOOKS_LIST: Final[Operation[list[models.Webhook]]] = Operation(
    name="webhooks.list",
    method="GET",
    path="/webhooks",
    repeat="safe",
    reply=models.WebhookPage,
    take="data",
    statuses=frozenset({200}),
    errors={
        "401": models.ErrorBody,
        "403": models.ErrorBody,
        "422": models.ValidationBody,
        "429": models.RateLimitBody,
        "500": models.ErrorBody,
        "5XX": models.GatewayErrorBody,
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
    reply=models.CreatedWebhookReply,
    take="data",
    statuses=frozenset({201}),
    errors={
        "400": models.ErrorBody,
        "401": models.ErrorBody,
        "403": models.ErrorBody,
        "422": models.ValidationBody,
        "429": models.RateLimitBody,
        "500": models.ErrorBody,
        "5XX": models.GatewayErrorBody,
    },
)


def webhooks_create(
    values: WebhookCreateInput | UnsetType = UNSET,
    *,
    url: str | UnsetType = UNSET,
    events: Sequence[WebhookEventInput] | UnsetType = UNSET,
    is_active: bool | UnsetType = UNSET,
) -> Call[models.CreatedWebhook]:
    """Return the call POST /webhooks."""
    _body = models.WebhookCreate(
        url=present(url), events=present(enum_list(models.WebhookEvent, events)), is_active=is_active
    )
    if not isinstance(values, UnsetType):
        return webhooks_create(**fields_of("webhooks.create", _body, values))
    return WEBHOOKS_CREATE.call(body=_body)


WEBHOOKS_DELETE: Final[Operation[models.Deletion]] = Operation(
    name="webhooks.delete",
    method="DELETE",
    path="/webhooks/{webhook_id}",
    repeat="idempotent",
    reply=models.DeletionReply,
    take="data",
    statuses=frozenset({200, 204}),
    errors={
        "401": models.ErrorBody,
        "403": models.ErrorBody,
        "404": models.ErrorBody,
        "429": models.RateLimitBody,
        "500": models.ErrorBody,
        "5XX": models.GatewayErrorBody,
    },
)


def webhooks_delete(webhook_id: str) -> Call[models.Deletion]:
    """Return the call DELETE /webhooks/{webhook_id}."""
    return WEBHOOKS_DELETE.call(path={"webhook_id": webhook_id}, empty=models.Deletion(id=webhook_id, deleted=True))


WEBHOOKS_UPDATE: Final[Operation[models.Webhook]] = Operation(
    name="webhooks.update",
    method="PATCH",
    path="/webhooks/{webhook_id}",
    repeat="idempotent",
    reply=models.WebhookReply,
    take="data",
    statuses=frozenset({200}),
    errors={
        "401": models.ErrorBody,
        "403": models.ErrorBody,
        "404": models.ErrorBody,
        "422": models.ValidationBody,
        "429": models.RateLimitBody,
        "500": models.ErrorBody,
        "5XX": models.GatewayErrorBody,
    },
)


def webhooks_update(
    webhook_id: str,
    values: WebhookUpdateInput | UnsetType = UNSET,
    *,
    url: str | UnsetType = UNSET,
    events: Sequence[WebhookEventInput] | UnsetType = UNSET,
    is_active: bool | UnsetType = UNSET,
) -> Call[models.Webhook]:
    """Return the call PATCH /webhooks/{webhook_id}."""
    _body = models.WebhookUpdate(url=url, events=enum_list(models.WebhookEvent, events), is_active=is_active)
    if not isinstance(values, UnsetType):
        return webhooks_update(webhook_id, **fields_of("webhooks.update", _body, values))
    return WEBHOOKS_UPDATE.call(path={"webhook_id": webhook_id}, body=_body)

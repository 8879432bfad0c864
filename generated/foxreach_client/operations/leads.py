# Generated from spec/foxreach.yaml by `nox -s generate`. Do not edit: change spec/, templates/ or generator/ instead.
"""The facts of each operation of `leads`, and one function each that makes a call of the arguments."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Any, Final

from foxreach_runtime.compound.rules import BulkRule, UpsertRule
from foxreach_runtime.operation import Call, Operation
from foxreach_runtime.request.body import dict_of, enum_value, fields_of, list_of, present, struct_list
from foxreach_runtime.request.query import query_integer, query_text
from foxreach_runtime.rules.paging import PageRule
from foxreach_runtime.rules.settling import SettledBy
from msgspec import UNSET, UnsetType

from .. import models

if TYPE_CHECKING:
    from foxreach_runtime.nested.annotations import ListLike
from ..models._shared import Deletion, DeletionReply, ErrorBody, GatewayErrorBody, RateLimitBody, ValidationBody
from ..models.leads import (
    LeadActivityReply,
    LeadCreate,
    LeadImport,
    LeadImportReply,
    LeadPage,
    LeadReply,
    LeadSource,
    LeadStatus,
    LeadUpdate,
    PlanLimitBody,
)

if TYPE_CHECKING:
    from ..inputs import LeadCreateInput, LeadImportInput, LeadSourceInput, LeadStatusInput, LeadUpdateInput

LEADS_LIST: Final[Operation[list[models.Lead]]] = Operation(
    name="leads.list",
    method="GET",
    path="/leads",
    repeat="safe",
    reply=LeadPage,
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
    reply=LeadReply,
    take="data",
    statuses=frozenset({201}),
    errors={
        "400": ErrorBody,
        "401": ErrorBody,
        "402": PlanLimitBody,
        "403": ErrorBody,
        "409": ErrorBody,
        "422": ValidationBody,
        "429": RateLimitBody,
        "500": ErrorBody,
        "5XX": GatewayErrorBody,
    },
    settled_by=SettledBy(
        call="leads.list",
        arguments={"email": "email"},
        applied_when="sent-fields",
        module=f"{__package__}.leads",
        since="createdAt",
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
    package=__name__.rpartition(".")[0],
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
    tags: ListLike[str] | None | UnsetType = UNSET,
    custom_fields: Mapping[str, Any] | None | UnsetType = UNSET,
    notes: str | None | UnsetType = UNSET,
    source: LeadSourceInput | UnsetType = UNSET,
    status: LeadStatusInput | UnsetType = UNSET,
) -> Call[models.Lead]:
    """Return the call POST /leads."""
    _body = LeadCreate(
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
        source=enum_value(LeadSource, source),
        status=enum_value(LeadStatus, status),
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
    reply=LeadImportReply,
    take="data",
    statuses=frozenset({200, 201}),
    errors={
        "400": ErrorBody,
        "401": ErrorBody,
        "402": PlanLimitBody,
        "403": ErrorBody,
        "422": ValidationBody,
        "429": RateLimitBody,
        "500": ErrorBody,
        "5XX": GatewayErrorBody,
    },
)

LEADS_IMPORT_LEADS_BULK: Final = BulkRule(
    operation="leads.import_leads",
    rows="leads",
    row=LeadCreate,
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
    _body = LeadImport(
        leads=present(struct_list("leads.import_leads: leads", LeadCreate, leads)),
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
    reply=LeadReply,
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


def leads_get(lead_id: str) -> Call[models.Lead]:
    """Return the call GET /leads/{lead_id}."""
    return LEADS_GET.call(path={"lead_id": lead_id})


LEADS_DELETE: Final[Operation[models.Deletion]] = Operation(
    name="leads.delete",
    method="DELETE",
    path="/leads/{lead_id}",
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


def leads_delete(lead_id: str) -> Call[models.Deletion]:
    """Return the call DELETE /leads/{lead_id}."""
    return LEADS_DELETE.call(path={"lead_id": lead_id}, empty=Deletion(id=lead_id, deleted=True))


LEADS_UPDATE: Final[Operation[models.Lead]] = Operation(
    name="leads.update",
    method="PATCH",
    path="/leads/{lead_id}",
    repeat="idempotent",
    reply=LeadReply,
    take="data",
    statuses=frozenset({200}),
    errors={
        "400": ErrorBody,
        "401": ErrorBody,
        "403": ErrorBody,
        "404": ErrorBody,
        "409": ErrorBody,
        "422": ValidationBody,
        "429": RateLimitBody,
        "500": ErrorBody,
        "5XX": GatewayErrorBody,
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
    tags: ListLike[str] | None | UnsetType = UNSET,
    custom_fields: Mapping[str, Any] | None | UnsetType = UNSET,
    notes: str | None | UnsetType = UNSET,
    status: LeadStatusInput | UnsetType = UNSET,
) -> Call[models.Lead]:
    """Return the call PATCH /leads/{lead_id}."""
    _body = LeadUpdate(
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
        status=enum_value(LeadStatus, status),
    )
    if not isinstance(values, UnsetType):
        return leads_update(lead_id, **fields_of("leads.update", _body, values))
    return LEADS_UPDATE.call(path={"lead_id": lead_id}, body=_body)


LEADS_ACTIVITY: Final[Operation[models.LeadActivity]] = Operation(
    name="leads.activity",
    method="GET",
    path="/leads/{lead_id}/activity",
    repeat="safe",
    reply=LeadActivityReply,
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


def leads_activity(lead_id: str) -> Call[models.LeadActivity]:
    """Return the call GET /leads/{lead_id}/activity."""
    return LEADS_ACTIVITY.call(path={"lead_id": lead_id})

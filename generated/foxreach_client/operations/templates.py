# Generated from spec/foxreach.yaml by `nox -s generate`. Do not edit: change spec/, templates/ or generator/ instead.
"""The facts of each operation of `templates`, and one function each that makes a call of the arguments."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from foxreach_runtime.operation import Call, Operation
from foxreach_runtime.request.body import enum_value, fields_of, present
from foxreach_runtime.request.query import query_integer, query_text
from foxreach_runtime.rules.paging import PageRule
from msgspec import UNSET, UnsetType

from .. import models
from ..models._shared import Deletion, DeletionReply, ErrorBody, GatewayErrorBody, RateLimitBody, ValidationBody
from ..models.templates import TemplateCategory, TemplateCreate, TemplatePage, TemplateReply, TemplateUpdate

if TYPE_CHECKING:
    from ..inputs import TemplateCategoryInput, TemplateCreateInput, TemplateUpdateInput

TEMPLATES_LIST: Final[Operation[list[models.Template]]] = Operation(
    name="templates.list",
    method="GET",
    path="/templates",
    repeat="safe",
    reply=TemplatePage,
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
    reply=TemplateReply,
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
    _body = TemplateCreate(
        name=present(name),
        subject=subject,
        body=present(body),
        category=enum_value(TemplateCategory, category),
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
    reply=TemplateReply,
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


def templates_get(template_id: str) -> Call[models.Template]:
    """Return the call GET /templates/{template_id}."""
    return TEMPLATES_GET.call(path={"template_id": template_id})


TEMPLATES_DELETE: Final[Operation[models.Deletion]] = Operation(
    name="templates.delete",
    method="DELETE",
    path="/templates/{template_id}",
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


def templates_delete(template_id: str) -> Call[models.Deletion]:
    """Return the call DELETE /templates/{template_id}."""
    return TEMPLATES_DELETE.call(path={"template_id": template_id}, empty=Deletion(id=template_id, deleted=True))


TEMPLATES_UPDATE: Final[Operation[models.Template]] = Operation(
    name="templates.update",
    method="PATCH",
    path="/templates/{template_id}",
    repeat="idempotent",
    reply=TemplateReply,
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
    _body = TemplateUpdate(
        name=name,
        subject=subject,
        body=body,
        category=enum_value(TemplateCategory, category),
        send_as_html=send_as_html,
    )
    if not isinstance(values, UnsetType):
        return templates_update(template_id, **fields_of("templates.update", _body, values))
    return TEMPLATES_UPDATE.call(path={"template_id": template_id}, body=_body)

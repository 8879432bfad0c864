# Generated from spec/foxreach.yaml by `nox -s generate`. Do not edit: change spec/, templates/ or generator/ instead.
"""The facts of each operation of `email_accounts`, and one function each that makes a call of the arguments."""

from __future__ import annotations

from typing import Final

from foxreach_runtime.operation import Call, Operation
from foxreach_runtime.request.query import query_integer
from foxreach_runtime.rules.paging import PageRule

from .. import models
from ..models._shared import Deletion, DeletionReply, ErrorBody, GatewayErrorBody, RateLimitBody, ValidationBody
from ..models.email_accounts import EmailAccountPage, EmailAccountReply

EMAIL_ACCOUNTS_LIST: Final[Operation[list[models.EmailAccount]]] = Operation(
    name="email_accounts.list",
    method="GET",
    path="/email-accounts",
    repeat="safe",
    reply=EmailAccountPage,
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
    reply=EmailAccountReply,
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


def email_accounts_get(account_id: str) -> Call[models.EmailAccount]:
    """Return the call GET /email-accounts/{account_id}."""
    return EMAIL_ACCOUNTS_GET.call(path={"account_id": account_id})


EMAIL_ACCOUNTS_DELETE: Final[Operation[models.Deletion]] = Operation(
    name="email_accounts.delete",
    method="DELETE",
    path="/email-accounts/{account_id}",
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


def email_accounts_delete(account_id: str) -> Call[models.Deletion]:
    """Return the call DELETE /email-accounts/{account_id}."""
    return EMAIL_ACCOUNTS_DELETE.call(path={"account_id": account_id}, empty=Deletion(id=account_id, deleted=True))

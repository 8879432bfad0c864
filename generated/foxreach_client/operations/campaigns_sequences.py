# Generated from spec/foxreach.yaml by `nox -s generate`. Do not edit: change spec/, templates/ or generator/ instead.
"""The facts of each operation of `campaigns.sequences`, and one function each that makes a call of the arguments."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from foxreach_runtime.operation import Call, Operation
from foxreach_runtime.request.body import fields_of, present
from msgspec import UNSET, UnsetType

from .. import models
from ..models._shared import Deletion, DeletionReply, ErrorBody, GatewayErrorBody, RateLimitBody, ValidationBody
from ..models.campaigns_sequences import SequenceStepCreate, SequenceStepList, SequenceStepReply, SequenceStepUpdate

if TYPE_CHECKING:
    from ..inputs import SequenceStepCreateInput, SequenceStepUpdateInput

CAMPAIGNS_SEQUENCES_LIST: Final[Operation[list[models.SequenceStep]]] = Operation(
    name="campaigns.sequences.list",
    method="GET",
    path="/campaigns/{campaign_id}/sequences",
    repeat="safe",
    reply=SequenceStepList,
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


def campaigns_sequences_list(campaign_id: str) -> Call[list[models.SequenceStep]]:
    """Return the call GET /campaigns/{campaign_id}/sequences."""
    return CAMPAIGNS_SEQUENCES_LIST.call(path={"campaign_id": campaign_id})


CAMPAIGNS_SEQUENCES_CREATE: Final[Operation[models.SequenceStep]] = Operation(
    name="campaigns.sequences.create",
    method="POST",
    path="/campaigns/{campaign_id}/sequences",
    repeat="never",
    reply=SequenceStepReply,
    take="data",
    statuses=frozenset({201}),
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
    _body = SequenceStepCreate(
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


def campaigns_sequences_delete(campaign_id: str, sequence_id: str) -> Call[models.Deletion]:
    """Return the call DELETE /campaigns/{campaign_id}/sequences/{sequence_id}."""
    return CAMPAIGNS_SEQUENCES_DELETE.call(
        path={"campaign_id": campaign_id, "sequence_id": sequence_id}, empty=Deletion(id=sequence_id, deleted=True)
    )


CAMPAIGNS_SEQUENCES_UPDATE: Final[Operation[models.SequenceStep]] = Operation(
    name="campaigns.sequences.update",
    method="PATCH",
    path="/campaigns/{campaign_id}/sequences/{sequence_id}",
    repeat="idempotent",
    reply=SequenceStepReply,
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
    _body = SequenceStepUpdate(
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

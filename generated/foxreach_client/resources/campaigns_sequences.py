# Generated from spec/foxreach.yaml by `nox -s generate`. Do not edit: change spec/, templates/ or generator/ instead.
"""A campaign sends a sequence of steps. Each step is one e-mail and the delay before it."""

from __future__ import annotations

import builtins
from typing import TYPE_CHECKING, overload

from foxreach_runtime.client import Resource
from foxreach_runtime.engine.transport import AsyncTransport, Transport
from foxreach_runtime.raw import async_raw, raw
from msgspec import UNSET, UnsetType

from .. import models
from ..operations import campaigns_sequences as operations

if TYPE_CHECKING:
    from ..inputs import SequenceStepCreateInput, SequenceStepUpdateInput


class CampaignsSequencesResource(Resource[Transport]):
    """A campaign sends a sequence of steps. Each step is one e-mail and the delay before it."""

    def list(self, campaign_id: str) -> builtins.list[models.SequenceStep]:
        """List the sequence steps of a campaign.

        The list is not paged. No page of the documentation describes this operation; it is known only from the
        vendor's own clients.

        Args:
            campaign_id: Id of the campaign, such as cmp_7ab1.

        Returns:
            The steps of the campaign.

        Raises:
            NotFoundError: 404. No object has this id: it is wrong, deleted, or belongs to another workspace.
            FoxReachError: `foxreach_client.FoxReach` lists what every call may raise.
        """
        return self._transport.run(operations.campaigns_sequences_list(campaign_id))

    @overload
    def create(
        self,
        campaign_id: str,
        *,
        step_number: int | UnsetType = UNSET,
        name: str | None | UnsetType = UNSET,
        subject: str,
        body: str,
        delay_days: int | UnsetType = UNSET,
        delay_hours: int | UnsetType = UNSET,
        send_only_if_no_reply: bool | UnsetType = UNSET,
        send_as_html: bool | UnsetType = UNSET,
    ) -> models.SequenceStep: ...

    @overload
    def create(self, campaign_id: str, values: SequenceStepCreateInput) -> models.SequenceStep: ...

    def create(
        self,
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
    ) -> models.SequenceStep:
        """Create a sequence step.

        The campaign must be a draft or paused. Subject and body may contain variables, such as {{firstName}} or
        the name of a custom field in double braces, and spin syntax, such as {Hi|Hello}. If no answer comes,
        campaigns.sequences.list shows whether the step exists.

        Args:
            campaign_id: Id of the campaign, such as cmp_7ab1.
            values: The fields below as one `SequenceStepCreate`, or as a mapping such as
                `SequenceStepCreateDict`, in place of keywords.
            step_number: Position in the sequence, counted from 1. The server assigns one if it is left out. Not
                documented; known from the vendor's SDK.
            name: Name of the step.
            subject: Subject, with variables and spin syntax.
            body: Text of the e-mail, with variables and spin syntax.
            delay_days: Days to wait after the previous step. The server's default is 0.
            delay_hours: Hours to wait in addition to the days. The server's default is 0.
            send_only_if_no_reply: Whether leads that have replied are skipped. The server's default is true.
            send_as_html: Whether the text is sent as HTML. The server's default is false. Not documented; known
                from the vendor's plugin.

        Returns:
            The step.

        Raises:
            BadRequestError: 400. The campaign is active, or the spin syntax of subject or body is invalid.
            NotFoundError: 404. No object has this id: it is wrong, deleted, or belongs to another workspace.
            UnprocessableError: 422. A value is missing, has the wrong type, or is not allowed.
            OutcomeUnknownError: The call may have taken effect; check before you repeat it.
            FoxReachError: `foxreach_client.FoxReach` lists what every call may raise.
        """
        return self._transport.run(
            operations.campaigns_sequences_create(
                campaign_id,
                values,
                step_number=step_number,
                name=name,
                subject=subject,
                body=body,
                delay_days=delay_days,
                delay_hours=delay_hours,
                send_only_if_no_reply=send_only_if_no_reply,
                send_as_html=send_as_html,
            )
        )

    def delete(self, campaign_id: str, sequence_id: str) -> models.Deletion:
        """Delete a sequence step.

        The campaign must be a draft or paused. The call is idempotent: a repeat is safe.

        Args:
            campaign_id: Id of the campaign, such as cmp_7ab1.
            sequence_id: Id of the sequence step, such as seq_2mn3.

        Returns:
            The id of the deleted object.

        Raises:
            BadRequestError: 400. The campaign is active.
            NotFoundError: 404. The campaign does not exist, or it has no such step.
            FoxReachError: `foxreach_client.FoxReach` lists what every call may raise.
        """
        return self._transport.run(operations.campaigns_sequences_delete(campaign_id, sequence_id))

    @overload
    def update(
        self,
        campaign_id: str,
        sequence_id: str,
        *,
        step_number: int | UnsetType = UNSET,
        name: str | None | UnsetType = UNSET,
        subject: str | None | UnsetType = UNSET,
        body: str | UnsetType = UNSET,
        delay_days: int | UnsetType = UNSET,
        delay_hours: int | UnsetType = UNSET,
        send_only_if_no_reply: bool | UnsetType = UNSET,
        send_as_html: bool | UnsetType = UNSET,
    ) -> models.SequenceStep: ...

    @overload
    def update(self, campaign_id: str, sequence_id: str, values: SequenceStepUpdateInput) -> models.SequenceStep: ...

    def update(
        self,
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
    ) -> models.SequenceStep:
        """Update a sequence step.

        Fields that are left out keep their values. The campaign must be a draft or paused. The call is
        idempotent: a repeat is safe.

        Args:
            campaign_id: Id of the campaign, such as cmp_7ab1.
            sequence_id: Id of the sequence step, such as seq_2mn3.
            values: The fields below as one `SequenceStepUpdate`, or as a mapping such as
                `SequenceStepUpdateDict`, in place of keywords.
            step_number: Position in the sequence, counted from 1. Not documented; known from the vendor's SDK.
            name: Name of the step.
            subject: Subject, with variables and spin syntax.
            body: Text of the e-mail, with variables and spin syntax.
            delay_days: Days to wait after the previous step.
            delay_hours: Hours to wait in addition to the days.
            send_only_if_no_reply: Whether leads that have replied are skipped.
            send_as_html: Whether the text is sent as HTML. Not documented; known from the vendor's plugin.

        Returns:
            The step.

        Raises:
            BadRequestError: 400. The campaign is active, or the spin syntax of subject or body is invalid.
            NotFoundError: 404. The campaign does not exist, or it has no such step.
            UnprocessableError: 422. A value is missing, has the wrong type, or is not allowed.
            FoxReachError: `foxreach_client.FoxReach` lists what every call may raise.
        """
        return self._transport.run(
            operations.campaigns_sequences_update(
                campaign_id,
                sequence_id,
                values,
                step_number=step_number,
                name=name,
                subject=subject,
                body=body,
                delay_days=delay_days,
                delay_hours=delay_hours,
                send_only_if_no_reply=send_only_if_no_reply,
                send_as_html=send_as_html,
            )
        )


class CampaignsSequencesRaw(Resource[Transport]):
    """`CampaignsSequencesResource`, each method returning the whole reply."""

    def __init__(self, transport: Transport) -> None:
        super().__init__(transport)
        resource = CampaignsSequencesResource(transport)
        self.list = raw(resource.list)
        self.create = raw(resource.create)
        self.delete = raw(resource.delete)
        self.update = raw(resource.update)


class AsyncCampaignsSequencesResource(Resource[AsyncTransport]):
    """A campaign sends a sequence of steps. Each step is one e-mail and the delay before it."""

    async def list(self, campaign_id: str) -> builtins.list[models.SequenceStep]:
        """List the sequence steps of a campaign.

        The list is not paged. No page of the documentation describes this operation; it is known only from the
        vendor's own clients.

        Args:
            campaign_id: Id of the campaign, such as cmp_7ab1.

        Returns:
            The steps of the campaign.

        Raises:
            NotFoundError: 404. No object has this id: it is wrong, deleted, or belongs to another workspace.
            FoxReachError: `foxreach_client.AsyncFoxReach` lists what every call may raise.
        """
        return await self._transport.run(operations.campaigns_sequences_list(campaign_id))

    @overload
    async def create(
        self,
        campaign_id: str,
        *,
        step_number: int | UnsetType = UNSET,
        name: str | None | UnsetType = UNSET,
        subject: str,
        body: str,
        delay_days: int | UnsetType = UNSET,
        delay_hours: int | UnsetType = UNSET,
        send_only_if_no_reply: bool | UnsetType = UNSET,
        send_as_html: bool | UnsetType = UNSET,
    ) -> models.SequenceStep: ...

    @overload
    async def create(self, campaign_id: str, values: SequenceStepCreateInput) -> models.SequenceStep: ...

    async def create(
        self,
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
    ) -> models.SequenceStep:
        """Create a sequence step.

        The campaign must be a draft or paused. Subject and body may contain variables, such as {{firstName}} or
        the name of a custom field in double braces, and spin syntax, such as {Hi|Hello}. If no answer comes,
        campaigns.sequences.list shows whether the step exists.

        Args:
            campaign_id: Id of the campaign, such as cmp_7ab1.
            values: The fields below as one `SequenceStepCreate`, or as a mapping such as
                `SequenceStepCreateDict`, in place of keywords.
            step_number: Position in the sequence, counted from 1. The server assigns one if it is left out. Not
                documented; known from the vendor's SDK.
            name: Name of the step.
            subject: Subject, with variables and spin syntax.
            body: Text of the e-mail, with variables and spin syntax.
            delay_days: Days to wait after the previous step. The server's default is 0.
            delay_hours: Hours to wait in addition to the days. The server's default is 0.
            send_only_if_no_reply: Whether leads that have replied are skipped. The server's default is true.
            send_as_html: Whether the text is sent as HTML. The server's default is false. Not documented; known
                from the vendor's plugin.

        Returns:
            The step.

        Raises:
            BadRequestError: 400. The campaign is active, or the spin syntax of subject or body is invalid.
            NotFoundError: 404. No object has this id: it is wrong, deleted, or belongs to another workspace.
            UnprocessableError: 422. A value is missing, has the wrong type, or is not allowed.
            OutcomeUnknownError: The call may have taken effect; check before you repeat it.
            FoxReachError: `foxreach_client.AsyncFoxReach` lists what every call may raise.
        """
        return await self._transport.run(
            operations.campaigns_sequences_create(
                campaign_id,
                values,
                step_number=step_number,
                name=name,
                subject=subject,
                body=body,
                delay_days=delay_days,
                delay_hours=delay_hours,
                send_only_if_no_reply=send_only_if_no_reply,
                send_as_html=send_as_html,
            )
        )

    async def delete(self, campaign_id: str, sequence_id: str) -> models.Deletion:
        """Delete a sequence step.

        The campaign must be a draft or paused. The call is idempotent: a repeat is safe.

        Args:
            campaign_id: Id of the campaign, such as cmp_7ab1.
            sequence_id: Id of the sequence step, such as seq_2mn3.

        Returns:
            The id of the deleted object.

        Raises:
            BadRequestError: 400. The campaign is active.
            NotFoundError: 404. The campaign does not exist, or it has no such step.
            FoxReachError: `foxreach_client.AsyncFoxReach` lists what every call may raise.
        """
        return await self._transport.run(operations.campaigns_sequences_delete(campaign_id, sequence_id))

    @overload
    async def update(
        self,
        campaign_id: str,
        sequence_id: str,
        *,
        step_number: int | UnsetType = UNSET,
        name: str | None | UnsetType = UNSET,
        subject: str | None | UnsetType = UNSET,
        body: str | UnsetType = UNSET,
        delay_days: int | UnsetType = UNSET,
        delay_hours: int | UnsetType = UNSET,
        send_only_if_no_reply: bool | UnsetType = UNSET,
        send_as_html: bool | UnsetType = UNSET,
    ) -> models.SequenceStep: ...

    @overload
    async def update(
        self, campaign_id: str, sequence_id: str, values: SequenceStepUpdateInput
    ) -> models.SequenceStep: ...

    async def update(
        self,
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
    ) -> models.SequenceStep:
        """Update a sequence step.

        Fields that are left out keep their values. The campaign must be a draft or paused. The call is
        idempotent: a repeat is safe.

        Args:
            campaign_id: Id of the campaign, such as cmp_7ab1.
            sequence_id: Id of the sequence step, such as seq_2mn3.
            values: The fields below as one `SequenceStepUpdate`, or as a mapping such as
                `SequenceStepUpdateDict`, in place of keywords.
            step_number: Position in the sequence, counted from 1. Not documented; known from the vendor's SDK.
            name: Name of the step.
            subject: Subject, with variables and spin syntax.
            body: Text of the e-mail, with variables and spin syntax.
            delay_days: Days to wait after the previous step.
            delay_hours: Hours to wait in addition to the days.
            send_only_if_no_reply: Whether leads that have replied are skipped.
            send_as_html: Whether the text is sent as HTML. Not documented; known from the vendor's plugin.

        Returns:
            The step.

        Raises:
            BadRequestError: 400. The campaign is active, or the spin syntax of subject or body is invalid.
            NotFoundError: 404. The campaign does not exist, or it has no such step.
            UnprocessableError: 422. A value is missing, has the wrong type, or is not allowed.
            FoxReachError: `foxreach_client.AsyncFoxReach` lists what every call may raise.
        """
        return await self._transport.run(
            operations.campaigns_sequences_update(
                campaign_id,
                sequence_id,
                values,
                step_number=step_number,
                name=name,
                subject=subject,
                body=body,
                delay_days=delay_days,
                delay_hours=delay_hours,
                send_only_if_no_reply=send_only_if_no_reply,
                send_as_html=send_as_html,
            )
        )


class AsyncCampaignsSequencesRaw(Resource[AsyncTransport]):
    """`AsyncCampaignsSequencesResource`, each method returning the whole reply."""

    def __init__(self, transport: AsyncTransport) -> None:
        super().__init__(transport)
        resource = AsyncCampaignsSequencesResource(transport)
        self.list = async_raw(resource.list)
        self.create = async_raw(resource.create)
        self.delete = async_raw(resource.delete)
        self.update = async_raw(resource.update)

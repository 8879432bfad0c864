# Generated from spec/foxreach.yaml by `nox -s generate`. Do not edit: change spec/, templates/ or generator/ instead.
"""A campaign sends a sequence of e-mails to leads on a schedule. It is a draft, active, paused or completed."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, overload

from foxreach_runtime.client import Resource
from foxreach_runtime.engine.transport import AsyncTransport, Transport
from foxreach_runtime.raw import async_raw, raw
from msgspec import UNSET, UnsetType

from .. import models
from ..operations import campaigns as operations

if TYPE_CHECKING:
    from foxreach_runtime.nested.annotations import ListLike
    from foxreach_runtime.paging.pages import AsyncPages, Pages

    from ..inputs import (
        CampaignAccountsInput,
        CampaignCreateInput,
        CampaignLeadsInput,
        CampaignStatusInput,
        CampaignUpdateInput,
    )
    from .campaigns_sequences import (
        AsyncCampaignsSequencesRaw,
        AsyncCampaignsSequencesResource,
        CampaignsSequencesRaw,
        CampaignsSequencesResource,
    )


class CampaignsResource(Resource[Transport]):
    """A campaign sends a sequence of e-mails to leads on a schedule. It is a draft, active, paused or completed."""

    @cached_property
    def sequences(self) -> CampaignsSequencesResource:
        """A campaign sends a sequence of steps. Each step is one e-mail and the delay before it."""
        from .campaigns_sequences import CampaignsSequencesResource

        return CampaignsSequencesResource(self._transport)

    def list(
        self,
        *,
        page: int | None = None,
        page_size: int | None = None,
        status: CampaignStatusInput | None = None,
        strict: bool = False,
    ) -> Pages[models.Campaign]:
        """List campaigns.

        No page of the documentation describes this operation; it is known only from the vendor's own clients.

        Args:
            page: Number of the first page to list, counted from 1. The server's default is 1.
            page_size: Number of items per page, 1 to 100. The server's default is 20. This client asks for 100
                by default.
            status: Only campaigns with this status.
            strict: Check before every page whether items have moved, at twice the calls.

        Returns:
            Iterates over every `Campaign` and requests pages as needed. `first()`, `one()` and `first_page()`
                make one call. An item that is in the list from the first request to the last is yielded exactly
                once, even if the list changes. If others add and remove equally many items between two pages,
                this holds only with `strict`.

        Raises:
            UnprocessableError: 422. A value is missing, has the wrong type, or is not allowed.
            FoxReachError: `foxreach_client.FoxReach` lists what every call may raise.
        """
        return self._transport.pages(
            operations.campaigns_list(page=page, page_size=page_size, status=status), strict=strict
        )

    @overload
    def create(
        self,
        *,
        name: str,
        timezone: str | UnsetType = UNSET,
        sending_days: ListLike[int] | UnsetType = UNSET,
        sending_start_hour: int | UnsetType = UNSET,
        sending_end_hour: int | UnsetType = UNSET,
        daily_limit: int | UnsetType = UNSET,
        context: str | None | UnsetType = UNSET,
    ) -> models.Campaign: ...

    @overload
    def create(self, values: CampaignCreateInput) -> models.Campaign: ...

    def create(
        self,
        values: CampaignCreateInput | UnsetType = UNSET,
        *,
        name: str | UnsetType = UNSET,
        timezone: str | UnsetType = UNSET,
        sending_days: ListLike[int] | UnsetType = UNSET,
        sending_start_hour: int | UnsetType = UNSET,
        sending_end_hour: int | UnsetType = UNSET,
        daily_limit: int | UnsetType = UNSET,
        context: str | None | UnsetType = UNSET,
    ) -> models.Campaign:
        """Create a campaign.

        The new campaign is a draft. If no answer comes, campaigns.list shows whether the campaign exists.

        Args:
            values: The fields below as one `CampaignCreate`, or as a mapping such as `CampaignCreateDict`, in
                place of keywords.
            name: Name of the campaign.
            timezone: IANA name of the time zone of days and hours. The server's default is UTC.
            sending_days: Days of the week on which e-mails are sent, 1 for Monday to 7 for Sunday. The server's
                default is Monday to Friday.
            sending_start_hour: Hour at which sending starts, 0 to 23. The server's default is 9.
            sending_end_hour: Hour at which sending ends, 0 to 23. The server's default is 17.
            daily_limit: Maximum number of e-mails per day. The server's default is 50.
            context: Background of the campaign for the drafting of replies.

        Returns:
            The campaign.

        Raises:
            BadRequestError: 400. The request is malformed, such as a body or a Content-Type that is not JSON.
            UnprocessableError: 422. A value is missing, has the wrong type, or is not allowed.
            OutcomeUnknownError: The call may have taken effect; check before you repeat it.
            FoxReachError: `foxreach_client.FoxReach` lists what every call may raise.
        """
        return self._transport.run(
            operations.campaigns_create(
                values,
                name=name,
                timezone=timezone,
                sending_days=sending_days,
                sending_start_hour=sending_start_hour,
                sending_end_hour=sending_end_hour,
                daily_limit=daily_limit,
                context=context,
            )
        )

    def get(self, campaign_id: str) -> models.Campaign:
        """Get a campaign.

        No page of the documentation describes this operation; it is known only from the vendor's own clients.

        Args:
            campaign_id: Id of the campaign, such as cmp_7ab1.

        Returns:
            The campaign.

        Raises:
            NotFoundError: 404. No object has this id: it is wrong, deleted, or belongs to another workspace.
            FoxReachError: `foxreach_client.FoxReach` lists what every call may raise.
        """
        return self._transport.run(operations.campaigns_get(campaign_id))

    def delete(self, campaign_id: str) -> models.Deletion:
        """Delete a campaign.

        Only a draft can be deleted. The call is idempotent: a repeat is safe.

        Args:
            campaign_id: Id of the campaign, such as cmp_7ab1.

        Returns:
            The id of the deleted object.

        Raises:
            BadRequestError: 400. The campaign is not a draft.
            NotFoundError: 404. No object has this id: it is wrong, deleted, or belongs to another workspace.
            FoxReachError: `foxreach_client.FoxReach` lists what every call may raise.
        """
        return self._transport.run(operations.campaigns_delete(campaign_id))

    @overload
    def update(
        self,
        campaign_id: str,
        *,
        name: str | UnsetType = UNSET,
        timezone: str | UnsetType = UNSET,
        sending_days: ListLike[int] | UnsetType = UNSET,
        sending_start_hour: int | UnsetType = UNSET,
        sending_end_hour: int | UnsetType = UNSET,
        daily_limit: int | UnsetType = UNSET,
        context: str | None | UnsetType = UNSET,
    ) -> models.Campaign: ...

    @overload
    def update(self, campaign_id: str, values: CampaignUpdateInput) -> models.Campaign: ...

    def update(
        self,
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
    ) -> models.Campaign:
        """Update a campaign.

        Fields that are left out keep their values. An active campaign must be paused first. The call is
        idempotent: a repeat is safe.

        Args:
            campaign_id: Id of the campaign, such as cmp_7ab1.
            values: The fields below as one `CampaignUpdate`, or as a mapping such as `CampaignUpdateDict`, in
                place of keywords.
            name: Name of the campaign.
            timezone: IANA name of the time zone of days and hours.
            sending_days: Days of the week on which e-mails are sent, 1 for Monday to 7 for Sunday.
            sending_start_hour: Hour at which sending starts, 0 to 23.
            sending_end_hour: Hour at which sending ends, 0 to 23.
            daily_limit: Maximum number of e-mails per day.
            context: Background of the campaign for the drafting of replies.

        Returns:
            The campaign.

        Raises:
            BadRequestError: 400. The campaign is active. Pause it first.
            NotFoundError: 404. No object has this id: it is wrong, deleted, or belongs to another workspace.
            UnprocessableError: 422. A value is missing, has the wrong type, or is not allowed.
            FoxReachError: `foxreach_client.FoxReach` lists what every call may raise.
        """
        return self._transport.run(
            operations.campaigns_update(
                campaign_id,
                values,
                name=name,
                timezone=timezone,
                sending_days=sending_days,
                sending_start_hour=sending_start_hour,
                sending_end_hour=sending_end_hour,
                daily_limit=daily_limit,
                context=context,
            )
        )

    def start(self, campaign_id: str) -> models.Campaign:
        """Start a campaign.

        A draft or a paused campaign becomes active, and its start time is set. The campaign needs a sequence
        step, leads and e-mail accounts. The answer for a campaign without leads or e-mail accounts is not
        documented.

        Args:
            campaign_id: Id of the campaign, such as cmp_7ab1.

        Returns:
            The campaign.

        Raises:
            BadRequestError: 400. The campaign is already active, is completed, or has no sequence step.
            NotFoundError: 404. No object has this id: it is wrong, deleted, or belongs to another workspace.
            OutcomeUnknownError: The call may have taken effect; `error.settle()` checks it with campaigns.get.
            FoxReachError: `foxreach_client.FoxReach` lists what every call may raise.
        """
        return self._transport.run(operations.campaigns_start(campaign_id))

    def pause(self, campaign_id: str) -> models.Campaign:
        """Pause a campaign.

        A paused campaign sends nothing. When it becomes active again, each lead continues where it was in the
        sequence.

        Args:
            campaign_id: Id of the campaign, such as cmp_7ab1.

        Returns:
            The campaign.

        Raises:
            BadRequestError: 400. The campaign is not active.
            NotFoundError: 404. No object has this id: it is wrong, deleted, or belongs to another workspace.
            OutcomeUnknownError: The call may have taken effect; `error.settle()` checks it with campaigns.get.
            FoxReachError: `foxreach_client.FoxReach` lists what every call may raise.
        """
        return self._transport.run(operations.campaigns_pause(campaign_id))

    def resume(self, campaign_id: str) -> models.Campaign:
        """Resume a campaign.

        A paused campaign becomes active. Each lead continues where it was in the sequence.

        Args:
            campaign_id: Id of the campaign, such as cmp_7ab1.

        Returns:
            The campaign.

        Raises:
            BadRequestError: 400. The campaign is not paused.
            NotFoundError: 404. No object has this id: it is wrong, deleted, or belongs to another workspace.
            OutcomeUnknownError: The call may have taken effect; `error.settle()` checks it with campaigns.get.
            FoxReachError: `foxreach_client.FoxReach` lists what every call may raise.
        """
        return self._transport.run(operations.campaigns_resume(campaign_id))

    @overload
    def add_leads(self, campaign_id: str, *, lead_ids: ListLike[str]) -> models.Addition: ...

    @overload
    def add_leads(self, campaign_id: str, values: CampaignLeadsInput) -> models.Addition: ...

    def add_leads(
        self,
        campaign_id: str,
        values: CampaignLeadsInput | UnsetType = UNSET,
        *,
        lead_ids: ListLike[str] | UnsetType = UNSET,
    ) -> models.Addition:
        """Add leads to a campaign.

        No limit on the number of ids is documented. If no answer comes, leads.activity shows whether a lead is
        in the campaign. No page of the documentation describes this operation; it is known only from the
        vendor's own clients.

        Args:
            campaign_id: Id of the campaign, such as cmp_7ab1.
            values: The fields below as one `CampaignLeads`, or as a mapping such as `CampaignLeadsDict`, in
                place of keywords.
            lead_ids: Ids of the leads.

        Returns:
            The number of added objects.

        Raises:
            BadRequestError: 400. The request is malformed, such as a body or a Content-Type that is not JSON.
            NotFoundError: 404. No object has this id: it is wrong, deleted, or belongs to another workspace.
            UnprocessableError: 422. A value is missing, has the wrong type, or is not allowed.
            OutcomeUnknownError: The call may have taken effect; check before you repeat it.
            FoxReachError: `foxreach_client.FoxReach` lists what every call may raise.
        """
        return self._transport.run(operations.campaigns_add_leads(campaign_id, values, lead_ids=lead_ids))

    def remove_lead(self, campaign_id: str, lead_id: str) -> models.Removal:
        """Remove a lead from a campaign.

        The lead itself stays in the workspace. The call is idempotent: a repeat is safe. No page of the
        documentation describes this operation; it is known only from the vendor's own clients.

        Args:
            campaign_id: Id of the campaign, such as cmp_7ab1.
            lead_id: Id of the lead, such as cld_4kq2.

        Returns:
            Whether it was removed.

        Raises:
            NotFoundError: 404. The campaign does not exist, or the lead is not in it.
            FoxReachError: `foxreach_client.FoxReach` lists what every call may raise.
        """
        return self._transport.run(operations.campaigns_remove_lead(campaign_id, lead_id))

    @overload
    def add_accounts(self, campaign_id: str, *, account_ids: ListLike[str]) -> models.Addition: ...

    @overload
    def add_accounts(self, campaign_id: str, values: CampaignAccountsInput) -> models.Addition: ...

    def add_accounts(
        self,
        campaign_id: str,
        values: CampaignAccountsInput | UnsetType = UNSET,
        *,
        account_ids: ListLike[str] | UnsetType = UNSET,
    ) -> models.Addition:
        """Add e-mail accounts to a campaign.

        No limit on the number of ids is documented. No documented operation lists the e-mail accounts of a
        campaign. No page of the documentation describes this operation; it is known only from the vendor's own
        clients.

        Args:
            campaign_id: Id of the campaign, such as cmp_7ab1.
            values: The fields below as one `CampaignAccounts`, or as a mapping such as `CampaignAccountsDict`,
                in place of keywords.
            account_ids: Ids of the e-mail accounts.

        Returns:
            The number of added objects.

        Raises:
            BadRequestError: 400. The request is malformed, such as a body or a Content-Type that is not JSON.
            NotFoundError: 404. No object has this id: it is wrong, deleted, or belongs to another workspace.
            UnprocessableError: 422. A value is missing, has the wrong type, or is not allowed.
            OutcomeUnknownError: The call may have taken effect; check before you repeat it.
            FoxReachError: `foxreach_client.FoxReach` lists what every call may raise.
        """
        return self._transport.run(operations.campaigns_add_accounts(campaign_id, values, account_ids=account_ids))

    def remove_account(self, campaign_id: str, account_id: str) -> models.Removal:
        """Remove an e-mail account from a campaign.

        The e-mail account itself stays in the workspace. The call is idempotent: a repeat is safe.

        Args:
            campaign_id: Id of the campaign, such as cmp_7ab1.
            account_id: Id of the e-mail account, such as cea_1bc2.

        Returns:
            Whether it was removed.

        Raises:
            NotFoundError: 404. The campaign does not exist, or the e-mail account is not in it.
            FoxReachError: `foxreach_client.FoxReach` lists what every call may raise.
        """
        return self._transport.run(operations.campaigns_remove_account(campaign_id, account_id))


class CampaignsRaw(Resource[Transport]):
    """`CampaignsResource`, each method returning the whole reply."""

    def __init__(self, transport: Transport) -> None:
        from foxreach_runtime.paging.pages import raw_page

        super().__init__(transport)
        resource = CampaignsResource(transport)
        self.list = raw_page(resource.list)
        self.create = raw(resource.create)
        self.get = raw(resource.get)
        self.delete = raw(resource.delete)
        self.update = raw(resource.update)
        self.start = raw(resource.start)
        self.pause = raw(resource.pause)
        self.resume = raw(resource.resume)
        self.add_leads = raw(resource.add_leads)
        self.remove_lead = raw(resource.remove_lead)
        self.add_accounts = raw(resource.add_accounts)
        self.remove_account = raw(resource.remove_account)

    @cached_property
    def sequences(self) -> CampaignsSequencesRaw:
        """A campaign sends a sequence of steps. Each step is one e-mail and the delay before it."""
        from .campaigns_sequences import CampaignsSequencesRaw

        return CampaignsSequencesRaw(self._transport)


class AsyncCampaignsResource(Resource[AsyncTransport]):
    """A campaign sends a sequence of e-mails to leads on a schedule. It is a draft, active, paused or completed."""

    @cached_property
    def sequences(self) -> AsyncCampaignsSequencesResource:
        """A campaign sends a sequence of steps. Each step is one e-mail and the delay before it."""
        from .campaigns_sequences import AsyncCampaignsSequencesResource

        return AsyncCampaignsSequencesResource(self._transport)

    def list(
        self,
        *,
        page: int | None = None,
        page_size: int | None = None,
        status: CampaignStatusInput | None = None,
        strict: bool = False,
    ) -> AsyncPages[models.Campaign]:
        """List campaigns.

        No page of the documentation describes this operation; it is known only from the vendor's own clients.

        Args:
            page: Number of the first page to list, counted from 1. The server's default is 1.
            page_size: Number of items per page, 1 to 100. The server's default is 20. This client asks for 100
                by default.
            status: Only campaigns with this status.
            strict: Check before every page whether items have moved, at twice the calls.

        Returns:
            Iterates over every `Campaign` and requests pages as needed. `first()`, `one()` and `first_page()`
                make one call. An item that is in the list from the first request to the last is yielded exactly
                once, even if the list changes. If others add and remove equally many items between two pages,
                this holds only with `strict`.

        Raises:
            UnprocessableError: 422. A value is missing, has the wrong type, or is not allowed.
            FoxReachError: `foxreach_client.AsyncFoxReach` lists what every call may raise.
        """
        return self._transport.pages(
            operations.campaigns_list(page=page, page_size=page_size, status=status), strict=strict
        )

    @overload
    async def create(
        self,
        *,
        name: str,
        timezone: str | UnsetType = UNSET,
        sending_days: ListLike[int] | UnsetType = UNSET,
        sending_start_hour: int | UnsetType = UNSET,
        sending_end_hour: int | UnsetType = UNSET,
        daily_limit: int | UnsetType = UNSET,
        context: str | None | UnsetType = UNSET,
    ) -> models.Campaign: ...

    @overload
    async def create(self, values: CampaignCreateInput) -> models.Campaign: ...

    async def create(
        self,
        values: CampaignCreateInput | UnsetType = UNSET,
        *,
        name: str | UnsetType = UNSET,
        timezone: str | UnsetType = UNSET,
        sending_days: ListLike[int] | UnsetType = UNSET,
        sending_start_hour: int | UnsetType = UNSET,
        sending_end_hour: int | UnsetType = UNSET,
        daily_limit: int | UnsetType = UNSET,
        context: str | None | UnsetType = UNSET,
    ) -> models.Campaign:
        """Create a campaign.

        The new campaign is a draft. If no answer comes, campaigns.list shows whether the campaign exists.

        Args:
            values: The fields below as one `CampaignCreate`, or as a mapping such as `CampaignCreateDict`, in
                place of keywords.
            name: Name of the campaign.
            timezone: IANA name of the time zone of days and hours. The server's default is UTC.
            sending_days: Days of the week on which e-mails are sent, 1 for Monday to 7 for Sunday. The server's
                default is Monday to Friday.
            sending_start_hour: Hour at which sending starts, 0 to 23. The server's default is 9.
            sending_end_hour: Hour at which sending ends, 0 to 23. The server's default is 17.
            daily_limit: Maximum number of e-mails per day. The server's default is 50.
            context: Background of the campaign for the drafting of replies.

        Returns:
            The campaign.

        Raises:
            BadRequestError: 400. The request is malformed, such as a body or a Content-Type that is not JSON.
            UnprocessableError: 422. A value is missing, has the wrong type, or is not allowed.
            OutcomeUnknownError: The call may have taken effect; check before you repeat it.
            FoxReachError: `foxreach_client.AsyncFoxReach` lists what every call may raise.
        """
        return await self._transport.run(
            operations.campaigns_create(
                values,
                name=name,
                timezone=timezone,
                sending_days=sending_days,
                sending_start_hour=sending_start_hour,
                sending_end_hour=sending_end_hour,
                daily_limit=daily_limit,
                context=context,
            )
        )

    async def get(self, campaign_id: str) -> models.Campaign:
        """Get a campaign.

        No page of the documentation describes this operation; it is known only from the vendor's own clients.

        Args:
            campaign_id: Id of the campaign, such as cmp_7ab1.

        Returns:
            The campaign.

        Raises:
            NotFoundError: 404. No object has this id: it is wrong, deleted, or belongs to another workspace.
            FoxReachError: `foxreach_client.AsyncFoxReach` lists what every call may raise.
        """
        return await self._transport.run(operations.campaigns_get(campaign_id))

    async def delete(self, campaign_id: str) -> models.Deletion:
        """Delete a campaign.

        Only a draft can be deleted. The call is idempotent: a repeat is safe.

        Args:
            campaign_id: Id of the campaign, such as cmp_7ab1.

        Returns:
            The id of the deleted object.

        Raises:
            BadRequestError: 400. The campaign is not a draft.
            NotFoundError: 404. No object has this id: it is wrong, deleted, or belongs to another workspace.
            FoxReachError: `foxreach_client.AsyncFoxReach` lists what every call may raise.
        """
        return await self._transport.run(operations.campaigns_delete(campaign_id))

    @overload
    async def update(
        self,
        campaign_id: str,
        *,
        name: str | UnsetType = UNSET,
        timezone: str | UnsetType = UNSET,
        sending_days: ListLike[int] | UnsetType = UNSET,
        sending_start_hour: int | UnsetType = UNSET,
        sending_end_hour: int | UnsetType = UNSET,
        daily_limit: int | UnsetType = UNSET,
        context: str | None | UnsetType = UNSET,
    ) -> models.Campaign: ...

    @overload
    async def update(self, campaign_id: str, values: CampaignUpdateInput) -> models.Campaign: ...

    async def update(
        self,
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
    ) -> models.Campaign:
        """Update a campaign.

        Fields that are left out keep their values. An active campaign must be paused first. The call is
        idempotent: a repeat is safe.

        Args:
            campaign_id: Id of the campaign, such as cmp_7ab1.
            values: The fields below as one `CampaignUpdate`, or as a mapping such as `CampaignUpdateDict`, in
                place of keywords.
            name: Name of the campaign.
            timezone: IANA name of the time zone of days and hours.
            sending_days: Days of the week on which e-mails are sent, 1 for Monday to 7 for Sunday.
            sending_start_hour: Hour at which sending starts, 0 to 23.
            sending_end_hour: Hour at which sending ends, 0 to 23.
            daily_limit: Maximum number of e-mails per day.
            context: Background of the campaign for the drafting of replies.

        Returns:
            The campaign.

        Raises:
            BadRequestError: 400. The campaign is active. Pause it first.
            NotFoundError: 404. No object has this id: it is wrong, deleted, or belongs to another workspace.
            UnprocessableError: 422. A value is missing, has the wrong type, or is not allowed.
            FoxReachError: `foxreach_client.AsyncFoxReach` lists what every call may raise.
        """
        return await self._transport.run(
            operations.campaigns_update(
                campaign_id,
                values,
                name=name,
                timezone=timezone,
                sending_days=sending_days,
                sending_start_hour=sending_start_hour,
                sending_end_hour=sending_end_hour,
                daily_limit=daily_limit,
                context=context,
            )
        )

    async def start(self, campaign_id: str) -> models.Campaign:
        """Start a campaign.

        A draft or a paused campaign becomes active, and its start time is set. The campaign needs a sequence
        step, leads and e-mail accounts. The answer for a campaign without leads or e-mail accounts is not
        documented.

        Args:
            campaign_id: Id of the campaign, such as cmp_7ab1.

        Returns:
            The campaign.

        Raises:
            BadRequestError: 400. The campaign is already active, is completed, or has no sequence step.
            NotFoundError: 404. No object has this id: it is wrong, deleted, or belongs to another workspace.
            OutcomeUnknownError: The call may have taken effect; `await error.settle_async()` checks it with
                campaigns.get.
            FoxReachError: `foxreach_client.AsyncFoxReach` lists what every call may raise.
        """
        return await self._transport.run(operations.campaigns_start(campaign_id))

    async def pause(self, campaign_id: str) -> models.Campaign:
        """Pause a campaign.

        A paused campaign sends nothing. When it becomes active again, each lead continues where it was in the
        sequence.

        Args:
            campaign_id: Id of the campaign, such as cmp_7ab1.

        Returns:
            The campaign.

        Raises:
            BadRequestError: 400. The campaign is not active.
            NotFoundError: 404. No object has this id: it is wrong, deleted, or belongs to another workspace.
            OutcomeUnknownError: The call may have taken effect; `await error.settle_async()` checks it with
                campaigns.get.
            FoxReachError: `foxreach_client.AsyncFoxReach` lists what every call may raise.
        """
        return await self._transport.run(operations.campaigns_pause(campaign_id))

    async def resume(self, campaign_id: str) -> models.Campaign:
        """Resume a campaign.

        A paused campaign becomes active. Each lead continues where it was in the sequence.

        Args:
            campaign_id: Id of the campaign, such as cmp_7ab1.

        Returns:
            The campaign.

        Raises:
            BadRequestError: 400. The campaign is not paused.
            NotFoundError: 404. No object has this id: it is wrong, deleted, or belongs to another workspace.
            OutcomeUnknownError: The call may have taken effect; `await error.settle_async()` checks it with
                campaigns.get.
            FoxReachError: `foxreach_client.AsyncFoxReach` lists what every call may raise.
        """
        return await self._transport.run(operations.campaigns_resume(campaign_id))

    @overload
    async def add_leads(self, campaign_id: str, *, lead_ids: ListLike[str]) -> models.Addition: ...

    @overload
    async def add_leads(self, campaign_id: str, values: CampaignLeadsInput) -> models.Addition: ...

    async def add_leads(
        self,
        campaign_id: str,
        values: CampaignLeadsInput | UnsetType = UNSET,
        *,
        lead_ids: ListLike[str] | UnsetType = UNSET,
    ) -> models.Addition:
        """Add leads to a campaign.

        No limit on the number of ids is documented. If no answer comes, leads.activity shows whether a lead is
        in the campaign. No page of the documentation describes this operation; it is known only from the
        vendor's own clients.

        Args:
            campaign_id: Id of the campaign, such as cmp_7ab1.
            values: The fields below as one `CampaignLeads`, or as a mapping such as `CampaignLeadsDict`, in
                place of keywords.
            lead_ids: Ids of the leads.

        Returns:
            The number of added objects.

        Raises:
            BadRequestError: 400. The request is malformed, such as a body or a Content-Type that is not JSON.
            NotFoundError: 404. No object has this id: it is wrong, deleted, or belongs to another workspace.
            UnprocessableError: 422. A value is missing, has the wrong type, or is not allowed.
            OutcomeUnknownError: The call may have taken effect; check before you repeat it.
            FoxReachError: `foxreach_client.AsyncFoxReach` lists what every call may raise.
        """
        return await self._transport.run(operations.campaigns_add_leads(campaign_id, values, lead_ids=lead_ids))

    async def remove_lead(self, campaign_id: str, lead_id: str) -> models.Removal:
        """Remove a lead from a campaign.

        The lead itself stays in the workspace. The call is idempotent: a repeat is safe. No page of the
        documentation describes this operation; it is known only from the vendor's own clients.

        Args:
            campaign_id: Id of the campaign, such as cmp_7ab1.
            lead_id: Id of the lead, such as cld_4kq2.

        Returns:
            Whether it was removed.

        Raises:
            NotFoundError: 404. The campaign does not exist, or the lead is not in it.
            FoxReachError: `foxreach_client.AsyncFoxReach` lists what every call may raise.
        """
        return await self._transport.run(operations.campaigns_remove_lead(campaign_id, lead_id))

    @overload
    async def add_accounts(self, campaign_id: str, *, account_ids: ListLike[str]) -> models.Addition: ...

    @overload
    async def add_accounts(self, campaign_id: str, values: CampaignAccountsInput) -> models.Addition: ...

    async def add_accounts(
        self,
        campaign_id: str,
        values: CampaignAccountsInput | UnsetType = UNSET,
        *,
        account_ids: ListLike[str] | UnsetType = UNSET,
    ) -> models.Addition:
        """Add e-mail accounts to a campaign.

        No limit on the number of ids is documented. No documented operation lists the e-mail accounts of a
        campaign. No page of the documentation describes this operation; it is known only from the vendor's own
        clients.

        Args:
            campaign_id: Id of the campaign, such as cmp_7ab1.
            values: The fields below as one `CampaignAccounts`, or as a mapping such as `CampaignAccountsDict`,
                in place of keywords.
            account_ids: Ids of the e-mail accounts.

        Returns:
            The number of added objects.

        Raises:
            BadRequestError: 400. The request is malformed, such as a body or a Content-Type that is not JSON.
            NotFoundError: 404. No object has this id: it is wrong, deleted, or belongs to another workspace.
            UnprocessableError: 422. A value is missing, has the wrong type, or is not allowed.
            OutcomeUnknownError: The call may have taken effect; check before you repeat it.
            FoxReachError: `foxreach_client.AsyncFoxReach` lists what every call may raise.
        """
        return await self._transport.run(
            operations.campaigns_add_accounts(campaign_id, values, account_ids=account_ids)
        )

    async def remove_account(self, campaign_id: str, account_id: str) -> models.Removal:
        """Remove an e-mail account from a campaign.

        The e-mail account itself stays in the workspace. The call is idempotent: a repeat is safe.

        Args:
            campaign_id: Id of the campaign, such as cmp_7ab1.
            account_id: Id of the e-mail account, such as cea_1bc2.

        Returns:
            Whether it was removed.

        Raises:
            NotFoundError: 404. The campaign does not exist, or the e-mail account is not in it.
            FoxReachError: `foxreach_client.AsyncFoxReach` lists what every call may raise.
        """
        return await self._transport.run(operations.campaigns_remove_account(campaign_id, account_id))


class AsyncCampaignsRaw(Resource[AsyncTransport]):
    """`AsyncCampaignsResource`, each method returning the whole reply."""

    def __init__(self, transport: AsyncTransport) -> None:
        from foxreach_runtime.paging.pages import async_raw_page

        super().__init__(transport)
        resource = AsyncCampaignsResource(transport)
        self.list = async_raw_page(resource.list)
        self.create = async_raw(resource.create)
        self.get = async_raw(resource.get)
        self.delete = async_raw(resource.delete)
        self.update = async_raw(resource.update)
        self.start = async_raw(resource.start)
        self.pause = async_raw(resource.pause)
        self.resume = async_raw(resource.resume)
        self.add_leads = async_raw(resource.add_leads)
        self.remove_lead = async_raw(resource.remove_lead)
        self.add_accounts = async_raw(resource.add_accounts)
        self.remove_account = async_raw(resource.remove_account)

    @cached_property
    def sequences(self) -> AsyncCampaignsSequencesRaw:
        """A campaign sends a sequence of steps. Each step is one e-mail and the delay before it."""
        from .campaigns_sequences import AsyncCampaignsSequencesRaw

        return AsyncCampaignsSequencesRaw(self._transport)

# Generated from spec/foxreach.yaml by `nox -s generate`. Do not edit: change spec/, templates/ or generator/ instead.
"""Leads are the people to whom a workspace sends e-mails. An e-mail address is unique in its workspace."""

from __future__ import annotations

from collections.abc import AsyncIterable, Callable, Iterable, Mapping
from os import PathLike
from typing import TYPE_CHECKING, Any, overload

from foxreach_runtime.client import Resource
from foxreach_runtime.engine.transport import AsyncTransport, Transport
from foxreach_runtime.fork import importing
from foxreach_runtime.raw import async_raw, raw
from msgspec import UNSET, UnsetType

from .. import models
from ..operations import leads as operations

if TYPE_CHECKING:
    from foxreach_runtime.compound.outcomes import ImportProgress, RowOutcome
    from foxreach_runtime.compound.upsert import Upserted
    from foxreach_runtime.nested.annotations import ListLike
    from foxreach_runtime.paging.pages import AsyncPages, Pages

    from ..inputs import LeadCreateInput, LeadImportInput, LeadSourceInput, LeadStatusInput, LeadUpdateInput


class LeadsResource(Resource[Transport]):
    """Leads are the people to whom a workspace sends e-mails. An e-mail address is unique in its workspace."""

    def list(
        self,
        *,
        page: int | None = None,
        page_size: int | None = None,
        search: str | None = None,
        status: LeadStatusInput | None = None,
        tags: str | None = None,
        email: str | None = None,
        strict: bool = False,
    ) -> Pages[models.Lead]:
        """List leads.

        A lead is listed if it matches every filter. Without filters, all leads are listed. The order is not
        documented. No page of the documentation describes this operation; it is known only from the vendor's own
        clients.

        Args:
            page: Number of the first page to list, counted from 1. The server's default is 1.
            page_size: Number of items per page, 1 to 100. The server's default is 20. This client asks for 100
                by default.
            search: Text to search for in e-mail address, name and company.
            status: Only leads with this status.
            tags: Only leads with this tag. Whether and how several tags can be given is not documented.
            email: Only the lead with exactly this e-mail address. Upper and lower case are equal.
            strict: Check before every page whether items have moved, at twice the calls.

        Returns:
            Iterates over every `Lead` and requests pages as needed. `first()`, `one()` and `first_page()` make
                one call. An item that is in the list from the first request to the last is yielded exactly once,
                even if the list changes. If others add and remove equally many items between two pages, this
                holds only with `strict`.

        Raises:
            UnprocessableError: 422. A value is missing, has the wrong type, or is not allowed.
            FoxReachError: `foxreach_client.FoxReach` lists what every call may raise.
        """
        return self._transport.pages(
            operations.leads_list(page=page, page_size=page_size, search=search, status=status, tags=tags, email=email),
            strict=strict,
        )

    @overload
    def create(
        self,
        *,
        email: str,
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
    ) -> models.Lead: ...

    @overload
    def create(self, values: LeadCreateInput) -> models.Lead: ...

    def create(
        self,
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
    ) -> models.Lead:
        """Create a lead.

        No other lead of the workspace may have the e-mail address. If one has it, find that lead with leads.list
        and change it with leads.update.

        Args:
            values: The fields below as one `LeadCreate`, or as a mapping such as `LeadCreateDict`, in place of
                keywords.
            email: E-mail address. No other lead of the workspace may have it.
            first_name: First name.
            last_name: Last name.
            company: Name of the company.
            title: Title or position in the company.
            phone: Phone number.
            linkedin_url: URL of the LinkedIn profile.
            website: URL of the website.
            tags: Names of the tags of the lead.
            custom_fields: Your own fields, as names and values.
            notes: Notes for people.
            source: The origin of the lead. The server's default is api.
            status: Whether e-mails can be sent to the lead. The server's default is active.

        Returns:
            The lead.

        Raises:
            BadRequestError: 400. The request is malformed, such as a body or a Content-Type that is not JSON.
            PlanLimitError: 402. The plan does not allow the call, for example because of its contact limit.
            ConflictError: 409. Another lead of the workspace has this e-mail address.
            UnprocessableError: 422. A value is missing, has the wrong type, or is not allowed.
            OutcomeUnknownError: The call may have taken effect; `error.settle()` checks it with leads.list.
            FoxReachError: `foxreach_client.FoxReach` lists what every call may raise.
        """
        return self._transport.run(
            operations.leads_create(
                values,
                email=email,
                first_name=first_name,
                last_name=last_name,
                company=company,
                title=title,
                phone=phone,
                linkedin_url=linkedin_url,
                website=website,
                tags=tags,
                custom_fields=custom_fields,
                notes=notes,
                source=source,
                status=status,
            )
        )

    @overload
    def upsert(
        self,
        *,
        email: str,
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
    ) -> Upserted[models.Lead]: ...

    @overload
    def upsert(self, values: LeadCreateInput) -> Upserted[models.Lead]: ...

    def upsert(
        self,
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
    ) -> Upserted[models.Lead]:
        """Create a lead, or update the one with the same email.

        If the email is taken, finds the object with leads.list and changes the fields that are given with
        leads.update; custom fields are merged by name, and without a difference there is no call. On an update,
        *source* has no effect. An outcome in doubt is looked up, so there are never two objects, and the call is
        safe to repeat. After such a doubt, `created` is True for an object that appeared meanwhile with exactly
        these fields, even if another program created it.

        Args:
            values: The fields below as one `LeadCreate`, or as a mapping such as `LeadCreateDict`, in place of
                keywords.
            email: E-mail address. No other lead of the workspace may have it.
            first_name: First name.
            last_name: Last name.
            company: Name of the company.
            title: Title or position in the company.
            phone: Phone number.
            linkedin_url: URL of the LinkedIn profile.
            website: URL of the website.
            tags: Names of the tags of the lead.
            custom_fields: Your own fields, as names and values.
            notes: Notes for people.
            source: The origin of the lead. The server's default is api.
            status: Whether e-mails can be sent to the lead. The server's default is active.

        Returns:
            The object and whether this call created it: `value, created`.

        Raises:
            BadRequestError: 400. The request is malformed, such as a body or a Content-Type that is not JSON.
            PlanLimitError: 402. The plan does not allow the call, for example because of its contact limit.
            UnprocessableError: 422. A value is missing, has the wrong type, or is not allowed.
            FoxReachError: `foxreach_client.FoxReach` lists what every call may raise.
        """
        with importing():
            from foxreach_runtime.compound import driving

        _call = operations.leads_create(
            values,
            email=email,
            first_name=first_name,
            last_name=last_name,
            company=company,
            title=title,
            phone=phone,
            linkedin_url=linkedin_url,
            website=website,
            tags=tags,
            custom_fields=custom_fields,
            notes=notes,
            source=source,
            status=status,
        )
        return driving.upsert(self._transport, _call, operations.LEADS_CREATE_UPSERT)

    @overload
    def import_leads(
        self, *, leads: Iterable[LeadCreateInput], restore_soft_deleted: bool | UnsetType = UNSET
    ) -> models.LeadImportReport: ...

    @overload
    def import_leads(self, values: LeadImportInput) -> models.LeadImportReport: ...

    def import_leads(
        self,
        values: LeadImportInput | UnsetType = UNSET,
        *,
        leads: Iterable[LeadCreateInput] | UnsetType = UNSET,
        restore_soft_deleted: bool | UnsetType = UNSET,
    ) -> models.LeadImportReport:
        """Import leads.

        Each lead is imported on its own: a duplicate or an invalid lead is counted and does not stop the others.
        The same import can be sent again, since leads that exist are counted as duplicates. If the client did so
        because an answer was missing, `repeated` of the report is true, and the duplicates may be leads that
        this import created. The call is idempotent: a repeat is safe.

        Args:
            values: The fields below as one `LeadImport`, or as a mapping such as `LeadImportDict`, in place of
                keywords.
            leads: The leads to import, 1 to 1000 of them.
            restore_soft_deleted: True restores and merges a deleted lead with the same e-mail address; false
                counts it as a duplicate. The server's default is true.

        Returns:
            The counts of created, restored, duplicate and invalid leads.

        Raises:
            BadRequestError: 400. The import contains no lead, or more than 1000.
            PlanLimitError: 402. The import would exceed the contact limit of the plan. Nothing was imported.
            UnprocessableError: 422. A value is missing, has the wrong type, or is not allowed.
            FoxReachError: `foxreach_client.FoxReach` lists what every call may raise.
        """
        return self._transport.run(
            operations.leads_import_leads(values, leads=leads, restore_soft_deleted=restore_soft_deleted)
        )

    def import_all(
        self,
        rows: Iterable[LeadCreateInput | Mapping[str, Any]],
        *,
        restore_soft_deleted: bool | UnsetType = UNSET,
        checkpoint: str | PathLike[str] | None = None,
        outcomes: str | PathLike[str] | None = None,
        on_progress: Callable[[ImportProgress], object] | None = None,
        on_outcome: Callable[[RowOutcome], object] | None = None,
        batch_size: int = 1000,
    ) -> ImportProgress:
        """Import any number of rows, in calls of up to 1,000.

        Every row is checked before it is sent. A row that cannot be sent, or that the server refuses, does not
        stop the others.

        If the import stops, the same call with the same *checkpoint* resumes it: rows with a recorded answer are
        not sent again, rows in doubt are.

        Args:
            rows: The leads, each an object or a mapping, taken as they are needed. To resume, pass the same rows
                again.
            restore_soft_deleted: True restores and merges a deleted lead with the same e-mail address; false
                counts it as a duplicate. The server's default is true.
            checkpoint: File that holds the progress after each call, without data of the rows. A finished import
                leaves it: delete it to import the same rows again.
            outcomes: File for the outcome of each row, as JSON lines with row number, result and reason.
                Outcomes of an earlier import are replaced; any other file is refused.
            on_progress: Called with the progress after each call, or once if there is nothing to send.
            on_outcome: Called with the outcome of each row. After a resumption it may be called again for the
                rows in doubt.
            batch_size: Rows in a call, 1 to 1000.

        Returns:
            The progress at the end, including the rows of earlier runs, which *skipped* counts.

        Raises:
            BadCheckpointError: The checkpoint is about other rows, another server or API key, is no checkpoint,
                or is in use; or *outcomes* has something else.
            ValueError: *batch_size* is out of range.
            PlanLimitError: 402. The import would exceed the contact limit of the plan. Nothing was imported.
            FoxReachError: `foxreach_client.FoxReach` lists what every call may raise.
        """
        with importing():
            from foxreach_runtime.compound import driving

        _options = driving.ImportOptions(
            checkpoint=checkpoint,
            outcomes=outcomes,
            on_progress=on_progress,
            on_outcome=on_outcome,
            batch_size=batch_size,
        )
        return driving.import_all(
            self._transport,
            operations.LEADS_IMPORT_LEADS_BULK,
            lambda _some: operations.leads_import_leads(leads=_some, restore_soft_deleted=restore_soft_deleted),
            rows,
            _options,
        )

    def get(self, lead_id: str) -> models.Lead:
        """Get a lead.

        No page of the documentation describes this operation; it is known only from the vendor's own clients.

        Args:
            lead_id: Id of the lead, such as cld_4kq2.

        Returns:
            The lead.

        Raises:
            NotFoundError: 404. No object has this id: it is wrong, deleted, or belongs to another workspace.
            FoxReachError: `foxreach_client.FoxReach` lists what every call may raise.
        """
        return self._transport.run(operations.leads_get(lead_id))

    def delete(self, lead_id: str) -> models.Deletion:
        """Delete a lead.

        The lead is removed from all its campaigns. The deletion is soft: an import with the same e-mail address
        can restore the lead, and no source says that its data is erased. The call is idempotent: a repeat is
        safe.

        Args:
            lead_id: Id of the lead, such as cld_4kq2.

        Returns:
            The id of the deleted object.

        Raises:
            NotFoundError: 404. No object has this id: it is wrong, deleted, or belongs to another workspace.
            FoxReachError: `foxreach_client.FoxReach` lists what every call may raise.
        """
        return self._transport.run(operations.leads_delete(lead_id))

    @overload
    def update(
        self,
        lead_id: str,
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
    ) -> models.Lead: ...

    @overload
    def update(self, lead_id: str, values: LeadUpdateInput) -> models.Lead: ...

    def update(
        self,
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
    ) -> models.Lead:
        """Update a lead.

        Fields that are left out keep their values. The custom fields are replaced as a whole: to change one of
        them, read the lead, merge, and send all of them. The call is idempotent: a repeat is safe. Documented;
        the page was read only in part.

        Args:
            lead_id: Id of the lead, such as cld_4kq2.
            values: The fields below as one `LeadUpdate`, or as a mapping such as `LeadUpdateDict`, in place of
                keywords.
            email: E-mail address. No other lead of the workspace may have it.
            first_name: First name.
            last_name: Last name.
            company: Name of the company.
            title: Title or position in the company.
            phone: Phone number.
            linkedin_url: URL of the LinkedIn profile.
            website: URL of the website.
            tags: Names of the tags of the lead. Not documented; known from the vendor's SDK.
            custom_fields: Your own fields, as names and values. They replace all custom fields of the lead.
            notes: Notes for people.
            status: Whether e-mails can be sent to the lead.

        Returns:
            The lead.

        Raises:
            BadRequestError: 400. The request is malformed, such as a body or a Content-Type that is not JSON.
            NotFoundError: 404. No object has this id: it is wrong, deleted, or belongs to another workspace.
            ConflictError: 409. Another lead of the workspace has this e-mail address.
            UnprocessableError: 422. A value is missing, has the wrong type, or is not allowed.
            FoxReachError: `foxreach_client.FoxReach` lists what every call may raise.
        """
        return self._transport.run(
            operations.leads_update(
                lead_id,
                values,
                email=email,
                first_name=first_name,
                last_name=last_name,
                company=company,
                title=title,
                phone=phone,
                linkedin_url=linkedin_url,
                website=website,
                tags=tags,
                custom_fields=custom_fields,
                notes=notes,
                status=status,
            )
        )

    def activity(self, lead_id: str) -> models.LeadActivity:
        """Get the activity of a lead.

        The activity contains the e-mails sent to the lead, the replies received from it, and its campaigns.
        Documented; the page was read only in part.

        Args:
            lead_id: Id of the lead, such as cld_4kq2.

        Returns:
            The activity of the lead.

        Raises:
            NotFoundError: 404. No object has this id: it is wrong, deleted, or belongs to another workspace.
            FoxReachError: `foxreach_client.FoxReach` lists what every call may raise.
        """
        return self._transport.run(operations.leads_activity(lead_id))


class LeadsRaw(Resource[Transport]):
    """`LeadsResource`, each method returning the whole reply."""

    def __init__(self, transport: Transport) -> None:
        from foxreach_runtime.paging.pages import raw_page

        super().__init__(transport)
        resource = LeadsResource(transport)
        self.list = raw_page(resource.list)
        self.create = raw(resource.create)
        self.import_leads = raw(resource.import_leads)
        self.get = raw(resource.get)
        self.delete = raw(resource.delete)
        self.update = raw(resource.update)
        self.activity = raw(resource.activity)


class AsyncLeadsResource(Resource[AsyncTransport]):
    """Leads are the people to whom a workspace sends e-mails. An e-mail address is unique in its workspace."""

    def list(
        self,
        *,
        page: int | None = None,
        page_size: int | None = None,
        search: str | None = None,
        status: LeadStatusInput | None = None,
        tags: str | None = None,
        email: str | None = None,
        strict: bool = False,
    ) -> AsyncPages[models.Lead]:
        """List leads.

        A lead is listed if it matches every filter. Without filters, all leads are listed. The order is not
        documented. No page of the documentation describes this operation; it is known only from the vendor's own
        clients.

        Args:
            page: Number of the first page to list, counted from 1. The server's default is 1.
            page_size: Number of items per page, 1 to 100. The server's default is 20. This client asks for 100
                by default.
            search: Text to search for in e-mail address, name and company.
            status: Only leads with this status.
            tags: Only leads with this tag. Whether and how several tags can be given is not documented.
            email: Only the lead with exactly this e-mail address. Upper and lower case are equal.
            strict: Check before every page whether items have moved, at twice the calls.

        Returns:
            Iterates over every `Lead` and requests pages as needed. `first()`, `one()` and `first_page()` make
                one call. An item that is in the list from the first request to the last is yielded exactly once,
                even if the list changes. If others add and remove equally many items between two pages, this
                holds only with `strict`.

        Raises:
            UnprocessableError: 422. A value is missing, has the wrong type, or is not allowed.
            FoxReachError: `foxreach_client.AsyncFoxReach` lists what every call may raise.
        """
        return self._transport.pages(
            operations.leads_list(page=page, page_size=page_size, search=search, status=status, tags=tags, email=email),
            strict=strict,
        )

    @overload
    async def create(
        self,
        *,
        email: str,
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
    ) -> models.Lead: ...

    @overload
    async def create(self, values: LeadCreateInput) -> models.Lead: ...

    async def create(
        self,
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
    ) -> models.Lead:
        """Create a lead.

        No other lead of the workspace may have the e-mail address. If one has it, find that lead with leads.list
        and change it with leads.update.

        Args:
            values: The fields below as one `LeadCreate`, or as a mapping such as `LeadCreateDict`, in place of
                keywords.
            email: E-mail address. No other lead of the workspace may have it.
            first_name: First name.
            last_name: Last name.
            company: Name of the company.
            title: Title or position in the company.
            phone: Phone number.
            linkedin_url: URL of the LinkedIn profile.
            website: URL of the website.
            tags: Names of the tags of the lead.
            custom_fields: Your own fields, as names and values.
            notes: Notes for people.
            source: The origin of the lead. The server's default is api.
            status: Whether e-mails can be sent to the lead. The server's default is active.

        Returns:
            The lead.

        Raises:
            BadRequestError: 400. The request is malformed, such as a body or a Content-Type that is not JSON.
            PlanLimitError: 402. The plan does not allow the call, for example because of its contact limit.
            ConflictError: 409. Another lead of the workspace has this e-mail address.
            UnprocessableError: 422. A value is missing, has the wrong type, or is not allowed.
            OutcomeUnknownError: The call may have taken effect; `await error.settle_async()` checks it with
                leads.list.
            FoxReachError: `foxreach_client.AsyncFoxReach` lists what every call may raise.
        """
        return await self._transport.run(
            operations.leads_create(
                values,
                email=email,
                first_name=first_name,
                last_name=last_name,
                company=company,
                title=title,
                phone=phone,
                linkedin_url=linkedin_url,
                website=website,
                tags=tags,
                custom_fields=custom_fields,
                notes=notes,
                source=source,
                status=status,
            )
        )

    @overload
    async def upsert(
        self,
        *,
        email: str,
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
    ) -> Upserted[models.Lead]: ...

    @overload
    async def upsert(self, values: LeadCreateInput) -> Upserted[models.Lead]: ...

    async def upsert(
        self,
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
    ) -> Upserted[models.Lead]:
        """Create a lead, or update the one with the same email.

        If the email is taken, finds the object with leads.list and changes the fields that are given with
        leads.update; custom fields are merged by name, and without a difference there is no call. On an update,
        *source* has no effect. An outcome in doubt is looked up, so there are never two objects, and the call is
        safe to repeat. After such a doubt, `created` is True for an object that appeared meanwhile with exactly
        these fields, even if another program created it.

        Args:
            values: The fields below as one `LeadCreate`, or as a mapping such as `LeadCreateDict`, in place of
                keywords.
            email: E-mail address. No other lead of the workspace may have it.
            first_name: First name.
            last_name: Last name.
            company: Name of the company.
            title: Title or position in the company.
            phone: Phone number.
            linkedin_url: URL of the LinkedIn profile.
            website: URL of the website.
            tags: Names of the tags of the lead.
            custom_fields: Your own fields, as names and values.
            notes: Notes for people.
            source: The origin of the lead. The server's default is api.
            status: Whether e-mails can be sent to the lead. The server's default is active.

        Returns:
            The object and whether this call created it: `value, created`.

        Raises:
            BadRequestError: 400. The request is malformed, such as a body or a Content-Type that is not JSON.
            PlanLimitError: 402. The plan does not allow the call, for example because of its contact limit.
            UnprocessableError: 422. A value is missing, has the wrong type, or is not allowed.
            FoxReachError: `foxreach_client.AsyncFoxReach` lists what every call may raise.
        """
        with importing():
            from foxreach_runtime.compound import driving

        _call = operations.leads_create(
            values,
            email=email,
            first_name=first_name,
            last_name=last_name,
            company=company,
            title=title,
            phone=phone,
            linkedin_url=linkedin_url,
            website=website,
            tags=tags,
            custom_fields=custom_fields,
            notes=notes,
            source=source,
            status=status,
        )
        return await driving.async_upsert(self._transport, _call, operations.LEADS_CREATE_UPSERT)

    @overload
    async def import_leads(
        self, *, leads: Iterable[LeadCreateInput], restore_soft_deleted: bool | UnsetType = UNSET
    ) -> models.LeadImportReport: ...

    @overload
    async def import_leads(self, values: LeadImportInput) -> models.LeadImportReport: ...

    async def import_leads(
        self,
        values: LeadImportInput | UnsetType = UNSET,
        *,
        leads: Iterable[LeadCreateInput] | UnsetType = UNSET,
        restore_soft_deleted: bool | UnsetType = UNSET,
    ) -> models.LeadImportReport:
        """Import leads.

        Each lead is imported on its own: a duplicate or an invalid lead is counted and does not stop the others.
        The same import can be sent again, since leads that exist are counted as duplicates. If the client did so
        because an answer was missing, `repeated` of the report is true, and the duplicates may be leads that
        this import created. The call is idempotent: a repeat is safe.

        Args:
            values: The fields below as one `LeadImport`, or as a mapping such as `LeadImportDict`, in place of
                keywords.
            leads: The leads to import, 1 to 1000 of them.
            restore_soft_deleted: True restores and merges a deleted lead with the same e-mail address; false
                counts it as a duplicate. The server's default is true.

        Returns:
            The counts of created, restored, duplicate and invalid leads.

        Raises:
            BadRequestError: 400. The import contains no lead, or more than 1000.
            PlanLimitError: 402. The import would exceed the contact limit of the plan. Nothing was imported.
            UnprocessableError: 422. A value is missing, has the wrong type, or is not allowed.
            FoxReachError: `foxreach_client.AsyncFoxReach` lists what every call may raise.
        """
        return await self._transport.run(
            operations.leads_import_leads(values, leads=leads, restore_soft_deleted=restore_soft_deleted)
        )

    async def import_all(
        self,
        rows: Iterable[LeadCreateInput | Mapping[str, Any]] | AsyncIterable[LeadCreateInput | Mapping[str, Any]],
        *,
        restore_soft_deleted: bool | UnsetType = UNSET,
        checkpoint: str | PathLike[str] | None = None,
        outcomes: str | PathLike[str] | None = None,
        on_progress: Callable[[ImportProgress], object] | None = None,
        on_outcome: Callable[[RowOutcome], object] | None = None,
        batch_size: int = 1000,
    ) -> ImportProgress:
        """Import any number of rows, in calls of up to 1,000.

        Every row is checked before it is sent. A row that cannot be sent, or that the server refuses, does not
        stop the others.

        If the import stops, the same call with the same *checkpoint* resumes it: rows with a recorded answer are
        not sent again, rows in doubt are.

        Args:
            rows: The leads, each an object or a mapping, taken as they are needed. To resume, pass the same rows
                again.
            restore_soft_deleted: True restores and merges a deleted lead with the same e-mail address; false
                counts it as a duplicate. The server's default is true.
            checkpoint: File that holds the progress after each call, without data of the rows. A finished import
                leaves it: delete it to import the same rows again.
            outcomes: File for the outcome of each row, as JSON lines with row number, result and reason.
                Outcomes of an earlier import are replaced; any other file is refused.
            on_progress: Called with the progress after each call, or once if there is nothing to send.
            on_outcome: Called with the outcome of each row. After a resumption it may be called again for the
                rows in doubt.
            batch_size: Rows in a call, 1 to 1000.

        Returns:
            The progress at the end, including the rows of earlier runs, which *skipped* counts.

        Raises:
            BadCheckpointError: The checkpoint is about other rows, another server or API key, is no checkpoint,
                or is in use; or *outcomes* has something else.
            ValueError: *batch_size* is out of range.
            PlanLimitError: 402. The import would exceed the contact limit of the plan. Nothing was imported.
            FoxReachError: `foxreach_client.AsyncFoxReach` lists what every call may raise.
        """
        with importing():
            from foxreach_runtime.compound import driving

        _options = driving.ImportOptions(
            checkpoint=checkpoint,
            outcomes=outcomes,
            on_progress=on_progress,
            on_outcome=on_outcome,
            batch_size=batch_size,
        )
        return await driving.async_import_all(
            self._transport,
            operations.LEADS_IMPORT_LEADS_BULK,
            lambda _some: operations.leads_import_leads(leads=_some, restore_soft_deleted=restore_soft_deleted),
            rows,
            _options,
        )

    async def get(self, lead_id: str) -> models.Lead:
        """Get a lead.

        No page of the documentation describes this operation; it is known only from the vendor's own clients.

        Args:
            lead_id: Id of the lead, such as cld_4kq2.

        Returns:
            The lead.

        Raises:
            NotFoundError: 404. No object has this id: it is wrong, deleted, or belongs to another workspace.
            FoxReachError: `foxreach_client.AsyncFoxReach` lists what every call may raise.
        """
        return await self._transport.run(operations.leads_get(lead_id))

    async def delete(self, lead_id: str) -> models.Deletion:
        """Delete a lead.

        The lead is removed from all its campaigns. The deletion is soft: an import with the same e-mail address
        can restore the lead, and no source says that its data is erased. The call is idempotent: a repeat is
        safe.

        Args:
            lead_id: Id of the lead, such as cld_4kq2.

        Returns:
            The id of the deleted object.

        Raises:
            NotFoundError: 404. No object has this id: it is wrong, deleted, or belongs to another workspace.
            FoxReachError: `foxreach_client.AsyncFoxReach` lists what every call may raise.
        """
        return await self._transport.run(operations.leads_delete(lead_id))

    @overload
    async def update(
        self,
        lead_id: str,
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
    ) -> models.Lead: ...

    @overload
    async def update(self, lead_id: str, values: LeadUpdateInput) -> models.Lead: ...

    async def update(
        self,
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
    ) -> models.Lead:
        """Update a lead.

        Fields that are left out keep their values. The custom fields are replaced as a whole: to change one of
        them, read the lead, merge, and send all of them. The call is idempotent: a repeat is safe. Documented;
        the page was read only in part.

        Args:
            lead_id: Id of the lead, such as cld_4kq2.
            values: The fields below as one `LeadUpdate`, or as a mapping such as `LeadUpdateDict`, in place of
                keywords.
            email: E-mail address. No other lead of the workspace may have it.
            first_name: First name.
            last_name: Last name.
            company: Name of the company.
            title: Title or position in the company.
            phone: Phone number.
            linkedin_url: URL of the LinkedIn profile.
            website: URL of the website.
            tags: Names of the tags of the lead. Not documented; known from the vendor's SDK.
            custom_fields: Your own fields, as names and values. They replace all custom fields of the lead.
            notes: Notes for people.
            status: Whether e-mails can be sent to the lead.

        Returns:
            The lead.

        Raises:
            BadRequestError: 400. The request is malformed, such as a body or a Content-Type that is not JSON.
            NotFoundError: 404. No object has this id: it is wrong, deleted, or belongs to another workspace.
            ConflictError: 409. Another lead of the workspace has this e-mail address.
            UnprocessableError: 422. A value is missing, has the wrong type, or is not allowed.
            FoxReachError: `foxreach_client.AsyncFoxReach` lists what every call may raise.
        """
        return await self._transport.run(
            operations.leads_update(
                lead_id,
                values,
                email=email,
                first_name=first_name,
                last_name=last_name,
                company=company,
                title=title,
                phone=phone,
                linkedin_url=linkedin_url,
                website=website,
                tags=tags,
                custom_fields=custom_fields,
                notes=notes,
                status=status,
            )
        )

    async def activity(self, lead_id: str) -> models.LeadActivity:
        """Get the activity of a lead.

        The activity contains the e-mails sent to the lead, the replies received from it, and its campaigns.
        Documented; the page was read only in part.

        Args:
            lead_id: Id of the lead, such as cld_4kq2.

        Returns:
            The activity of the lead.

        Raises:
            NotFoundError: 404. No object has this id: it is wrong, deleted, or belongs to another workspace.
            FoxReachError: `foxreach_client.AsyncFoxReach` lists what every call may raise.
        """
        return await self._transport.run(operations.leads_activity(lead_id))


class AsyncLeadsRaw(Resource[AsyncTransport]):
    """`AsyncLeadsResource`, each method returning the whole reply."""

    def __init__(self, transport: AsyncTransport) -> None:
        from foxreach_runtime.paging.pages import async_raw_page

        super().__init__(transport)
        resource = AsyncLeadsResource(transport)
        self.list = async_raw_page(resource.list)
        self.create = async_raw(resource.create)
        self.import_leads = async_raw(resource.import_leads)
        self.get = async_raw(resource.get)
        self.delete = async_raw(resource.delete)
        self.update = async_raw(resource.update)
        self.activity = async_raw(resource.activity)

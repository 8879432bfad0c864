# Generated from spec/foxreach.yaml by `nox -s generate`. Do not edit: change spec/, templates/ or generator/ instead.
"""Templates are texts for sequence steps and for replies from the inbox."""

from __future__ import annotations

from typing import TYPE_CHECKING, overload

from foxreach_runtime.client import Resource
from foxreach_runtime.engine.transport import AsyncTransport, Transport
from foxreach_runtime.raw import async_raw, raw
from msgspec import UNSET, UnsetType

from .. import models
from ..operations import templates as operations

if TYPE_CHECKING:
    from foxreach_runtime.paging.pages import AsyncPages, Pages

    from ..inputs import TemplateCategoryInput, TemplateCreateInput, TemplateUpdateInput


class TemplatesResource(Resource[Transport]):
    """Templates are texts for sequence steps and for replies from the inbox."""

    def list(
        self,
        *,
        page: int | None = None,
        page_size: int | None = None,
        category: TemplateCategoryInput | None = None,
        strict: bool = False,
    ) -> Pages[models.Template]:
        """List templates.

        Documented; the page was read only in part.

        Args:
            page: Number of the first page to list, counted from 1. The server's default is 1.
            page_size: Number of items per page, 1 to 100. The server's default is 20. This client asks for 100
                by default.
            category: Only templates of this category.
            strict: Check before every page whether items have moved, at twice the calls.

        Returns:
            Iterates over every `Template` and requests pages as needed. `first()`, `one()` and `first_page()`
                make one call. An item that is in the list from the first request to the last is yielded exactly
                once, even if the list changes. If others add and remove equally many items between two pages,
                this holds only with `strict`.

        Raises:
            UnprocessableError: 422. A value is missing, has the wrong type, or is not allowed.
            FoxReachError: `foxreach_client.FoxReach` lists what every call may raise.
        """
        return self._transport.pages(
            operations.templates_list(page=page, page_size=page_size, category=category), strict=strict
        )

    @overload
    def create(
        self,
        *,
        name: str,
        subject: str | None | UnsetType = UNSET,
        body: str,
        category: TemplateCategoryInput | UnsetType = UNSET,
        send_as_html: bool | UnsetType = UNSET,
    ) -> models.Template: ...

    @overload
    def create(self, values: TemplateCreateInput) -> models.Template: ...

    def create(
        self,
        values: TemplateCreateInput | UnsetType = UNSET,
        *,
        name: str | UnsetType = UNSET,
        subject: str | None | UnsetType = UNSET,
        body: str | UnsetType = UNSET,
        category: TemplateCategoryInput | UnsetType = UNSET,
        send_as_html: bool | UnsetType = UNSET,
    ) -> models.Template:
        """Create a template.

        If no answer comes, templates.list shows whether the template exists. Documented; the page was read only
        in part.

        Args:
            values: The fields below as one `TemplateCreate`, or as a mapping such as `TemplateCreateDict`, in
                place of keywords.
            name: Name of the template.
            subject: Subject, with variables.
            body: Text, with variables.
            category: The purpose of the template.
            send_as_html: Whether the text is sent as HTML. Not documented; known from the vendor's SDK.

        Returns:
            The template.

        Raises:
            BadRequestError: 400. The request is malformed, such as a body or a Content-Type that is not JSON.
            UnprocessableError: 422. A value is missing, has the wrong type, or is not allowed.
            OutcomeUnknownError: The call may have taken effect; check before you repeat it.
            FoxReachError: `foxreach_client.FoxReach` lists what every call may raise.
        """
        return self._transport.run(
            operations.templates_create(
                values, name=name, subject=subject, body=body, category=category, send_as_html=send_as_html
            )
        )

    def get(self, template_id: str) -> models.Template:
        """Get a template.

        Args:
            template_id: Id of the template, such as ctm_5pq6.

        Returns:
            The template.

        Raises:
            NotFoundError: 404. No object has this id: it is wrong, deleted, or belongs to another workspace.
            FoxReachError: `foxreach_client.FoxReach` lists what every call may raise.
        """
        return self._transport.run(operations.templates_get(template_id))

    def delete(self, template_id: str) -> models.Deletion:
        """Delete a template.

        The call is idempotent: a repeat is safe. No page of the documentation describes this operation; it is
        known only from the vendor's own clients.

        Args:
            template_id: Id of the template, such as ctm_5pq6.

        Returns:
            The id of the deleted object.

        Raises:
            NotFoundError: 404. No object has this id: it is wrong, deleted, or belongs to another workspace.
            FoxReachError: `foxreach_client.FoxReach` lists what every call may raise.
        """
        return self._transport.run(operations.templates_delete(template_id))

    @overload
    def update(
        self,
        template_id: str,
        *,
        name: str | UnsetType = UNSET,
        subject: str | None | UnsetType = UNSET,
        body: str | UnsetType = UNSET,
        category: TemplateCategoryInput | UnsetType = UNSET,
        send_as_html: bool | UnsetType = UNSET,
    ) -> models.Template: ...

    @overload
    def update(self, template_id: str, values: TemplateUpdateInput) -> models.Template: ...

    def update(
        self,
        template_id: str,
        values: TemplateUpdateInput | UnsetType = UNSET,
        *,
        name: str | UnsetType = UNSET,
        subject: str | None | UnsetType = UNSET,
        body: str | UnsetType = UNSET,
        category: TemplateCategoryInput | UnsetType = UNSET,
        send_as_html: bool | UnsetType = UNSET,
    ) -> models.Template:
        """Update a template.

        Fields that are left out keep their values. The call is idempotent: a repeat is safe.

        Args:
            template_id: Id of the template, such as ctm_5pq6.
            values: The fields below as one `TemplateUpdate`, or as a mapping such as `TemplateUpdateDict`, in
                place of keywords.
            name: Name of the template.
            subject: Subject, with variables.
            body: Text, with variables.
            category: The purpose of the template.
            send_as_html: Whether the text is sent as HTML. Not documented; known from the vendor's SDK.

        Returns:
            The template.

        Raises:
            BadRequestError: 400. The request is malformed, such as a body or a Content-Type that is not JSON.
            NotFoundError: 404. No object has this id: it is wrong, deleted, or belongs to another workspace.
            UnprocessableError: 422. A value is missing, has the wrong type, or is not allowed.
            FoxReachError: `foxreach_client.FoxReach` lists what every call may raise.
        """
        return self._transport.run(
            operations.templates_update(
                template_id, values, name=name, subject=subject, body=body, category=category, send_as_html=send_as_html
            )
        )


class TemplatesRaw(Resource[Transport]):
    """`TemplatesResource`, each method returning the whole reply."""

    def __init__(self, transport: Transport) -> None:
        from foxreach_runtime.paging.pages import raw_page

        super().__init__(transport)
        resource = TemplatesResource(transport)
        self.list = raw_page(resource.list)
        self.create = raw(resource.create)
        self.get = raw(resource.get)
        self.delete = raw(resource.delete)
        self.update = raw(resource.update)


class AsyncTemplatesResource(Resource[AsyncTransport]):
    """Templates are texts for sequence steps and for replies from the inbox."""

    def list(
        self,
        *,
        page: int | None = None,
        page_size: int | None = None,
        category: TemplateCategoryInput | None = None,
        strict: bool = False,
    ) -> AsyncPages[models.Template]:
        """List templates.

        Documented; the page was read only in part.

        Args:
            page: Number of the first page to list, counted from 1. The server's default is 1.
            page_size: Number of items per page, 1 to 100. The server's default is 20. This client asks for 100
                by default.
            category: Only templates of this category.
            strict: Check before every page whether items have moved, at twice the calls.

        Returns:
            Iterates over every `Template` and requests pages as needed. `first()`, `one()` and `first_page()`
                make one call. An item that is in the list from the first request to the last is yielded exactly
                once, even if the list changes. If others add and remove equally many items between two pages,
                this holds only with `strict`.

        Raises:
            UnprocessableError: 422. A value is missing, has the wrong type, or is not allowed.
            FoxReachError: `foxreach_client.AsyncFoxReach` lists what every call may raise.
        """
        return self._transport.pages(
            operations.templates_list(page=page, page_size=page_size, category=category), strict=strict
        )

    @overload
    async def create(
        self,
        *,
        name: str,
        subject: str | None | UnsetType = UNSET,
        body: str,
        category: TemplateCategoryInput | UnsetType = UNSET,
        send_as_html: bool | UnsetType = UNSET,
    ) -> models.Template: ...

    @overload
    async def create(self, values: TemplateCreateInput) -> models.Template: ...

    async def create(
        self,
        values: TemplateCreateInput | UnsetType = UNSET,
        *,
        name: str | UnsetType = UNSET,
        subject: str | None | UnsetType = UNSET,
        body: str | UnsetType = UNSET,
        category: TemplateCategoryInput | UnsetType = UNSET,
        send_as_html: bool | UnsetType = UNSET,
    ) -> models.Template:
        """Create a template.

        If no answer comes, templates.list shows whether the template exists. Documented; the page was read only
        in part.

        Args:
            values: The fields below as one `TemplateCreate`, or as a mapping such as `TemplateCreateDict`, in
                place of keywords.
            name: Name of the template.
            subject: Subject, with variables.
            body: Text, with variables.
            category: The purpose of the template.
            send_as_html: Whether the text is sent as HTML. Not documented; known from the vendor's SDK.

        Returns:
            The template.

        Raises:
            BadRequestError: 400. The request is malformed, such as a body or a Content-Type that is not JSON.
            UnprocessableError: 422. A value is missing, has the wrong type, or is not allowed.
            OutcomeUnknownError: The call may have taken effect; check before you repeat it.
            FoxReachError: `foxreach_client.AsyncFoxReach` lists what every call may raise.
        """
        return await self._transport.run(
            operations.templates_create(
                values, name=name, subject=subject, body=body, category=category, send_as_html=send_as_html
            )
        )

    async def get(self, template_id: str) -> models.Template:
        """Get a template.

        Args:
            template_id: Id of the template, such as ctm_5pq6.

        Returns:
            The template.

        Raises:
            NotFoundError: 404. No object has this id: it is wrong, deleted, or belongs to another workspace.
            FoxReachError: `foxreach_client.AsyncFoxReach` lists what every call may raise.
        """
        return await self._transport.run(operations.templates_get(template_id))

    async def delete(self, template_id: str) -> models.Deletion:
        """Delete a template.

        The call is idempotent: a repeat is safe. No page of the documentation describes this operation; it is
        known only from the vendor's own clients.

        Args:
            template_id: Id of the template, such as ctm_5pq6.

        Returns:
            The id of the deleted object.

        Raises:
            NotFoundError: 404. No object has this id: it is wrong, deleted, or belongs to another workspace.
            FoxReachError: `foxreach_client.AsyncFoxReach` lists what every call may raise.
        """
        return await self._transport.run(operations.templates_delete(template_id))

    @overload
    async def update(
        self,
        template_id: str,
        *,
        name: str | UnsetType = UNSET,
        subject: str | None | UnsetType = UNSET,
        body: str | UnsetType = UNSET,
        category: TemplateCategoryInput | UnsetType = UNSET,
        send_as_html: bool | UnsetType = UNSET,
    ) -> models.Template: ...

    @overload
    async def update(self, template_id: str, values: TemplateUpdateInput) -> models.Template: ...

    async def update(
        self,
        template_id: str,
        values: TemplateUpdateInput | UnsetType = UNSET,
        *,
        name: str | UnsetType = UNSET,
        subject: str | None | UnsetType = UNSET,
        body: str | UnsetType = UNSET,
        category: TemplateCategoryInput | UnsetType = UNSET,
        send_as_html: bool | UnsetType = UNSET,
    ) -> models.Template:
        """Update a template.

        Fields that are left out keep their values. The call is idempotent: a repeat is safe.

        Args:
            template_id: Id of the template, such as ctm_5pq6.
            values: The fields below as one `TemplateUpdate`, or as a mapping such as `TemplateUpdateDict`, in
                place of keywords.
            name: Name of the template.
            subject: Subject, with variables.
            body: Text, with variables.
            category: The purpose of the template.
            send_as_html: Whether the text is sent as HTML. Not documented; known from the vendor's SDK.

        Returns:
            The template.

        Raises:
            BadRequestError: 400. The request is malformed, such as a body or a Content-Type that is not JSON.
            NotFoundError: 404. No object has this id: it is wrong, deleted, or belongs to another workspace.
            UnprocessableError: 422. A value is missing, has the wrong type, or is not allowed.
            FoxReachError: `foxreach_client.AsyncFoxReach` lists what every call may raise.
        """
        return await self._transport.run(
            operations.templates_update(
                template_id, values, name=name, subject=subject, body=body, category=category, send_as_html=send_as_html
            )
        )


class AsyncTemplatesRaw(Resource[AsyncTransport]):
    """`AsyncTemplatesResource`, each method returning the whole reply."""

    def __init__(self, transport: AsyncTransport) -> None:
        from foxreach_runtime.paging.pages import async_raw_page

        super().__init__(transport)
        resource = AsyncTemplatesResource(transport)
        self.list = async_raw_page(resource.list)
        self.create = async_raw(resource.create)
        self.get = async_raw(resource.get)
        self.delete = async_raw(resource.delete)
        self.update = async_raw(resource.update)

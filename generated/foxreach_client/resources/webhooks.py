# Generated from spec/foxreach.yaml by `nox -s generate`. Do not edit: change spec/, templates/ or generator/ instead.
"""A webhook is a subscription: FoxReach posts events to your URL. Each delivery is signed: its header
X-Webhook-Signature is the HMAC-SHA256 of the raw body in hexadecimal digits, with the secret of the webhook as
the key.
"""

from __future__ import annotations

import builtins
from typing import TYPE_CHECKING, overload

from foxreach_runtime.client import Resource
from foxreach_runtime.engine.transport import AsyncTransport, Transport
from foxreach_runtime.raw import async_raw, raw
from msgspec import UNSET, UnsetType

from .. import models
from ..operations import webhooks as operations

if TYPE_CHECKING:
    from foxreach_runtime.nested.annotations import ListLike
    from foxreach_runtime.paging.pages import AsyncPages, Pages

    from ..inputs import WebhookCreateInput, WebhookEventInput, WebhookUpdateInput


class WebhooksResource(Resource[Transport]):
    """A webhook is a subscription: FoxReach posts events to your URL. Each delivery is signed: its header
    X-Webhook-Signature is the HMAC-SHA256 of the raw body in hexadecimal digits, with the secret of the webhook
    as the key.
    """

    def list_events(self) -> builtins.list[models.WebhookEvent]:
        """List webhook events.

        These are the events to which a webhook can subscribe. The list is not paged. No page of the
        documentation describes this operation; it is known only from the vendor's own clients.

        Returns:
            Names of the events.

        Raises:
            FoxReachError: `foxreach_client.FoxReach` lists what every call may raise.
        """
        return self._transport.run(operations.webhooks_list_events())

    def list(
        self, *, page: int | None = None, page_size: int | None = None, strict: bool = False
    ) -> Pages[models.Webhook]:
        """List webhooks.

        No page of the documentation describes this operation; it is known only from the vendor's own clients.

        Args:
            page: Number of the first page to list, counted from 1. The server's default is 1.
            page_size: Number of items per page, 1 to 100. The server's default is 20. This client asks for 100
                by default.
            strict: Check before every page whether items have moved, at twice the calls.

        Returns:
            Iterates over every `Webhook` and requests pages as needed. `first()`, `one()` and `first_page()`
                make one call. An item that is in the list from the first request to the last is yielded exactly
                once, even if the list changes. If others add and remove equally many items between two pages,
                this holds only with `strict`.

        Raises:
            UnprocessableError: 422. A value is missing, has the wrong type, or is not allowed.
            FoxReachError: `foxreach_client.FoxReach` lists what every call may raise.
        """
        return self._transport.pages(operations.webhooks_list(page=page, page_size=page_size), strict=strict)

    @overload
    def create(
        self, *, url: str, events: ListLike[WebhookEventInput], is_active: bool | UnsetType = UNSET
    ) -> models.CreatedWebhook: ...

    @overload
    def create(self, values: WebhookCreateInput) -> models.CreatedWebhook: ...

    def create(
        self,
        values: WebhookCreateInput | UnsetType = UNSET,
        *,
        url: str | UnsetType = UNSET,
        events: ListLike[WebhookEventInput] | UnsetType = UNSET,
        is_active: bool | UnsetType = UNSET,
    ) -> models.CreatedWebhook:
        """Create a webhook.

        The reply contains the secret that signs the deliveries. No other reply contains it, so keep it. If no
        answer comes, webhooks.list shows whether the webhook exists. Documented; the page was read only in part.

        Args:
            values: The fields below as one `WebhookCreate`, or as a mapping such as `WebhookCreateDict`, in
                place of keywords.
            url: URL to which the events are posted. It must be an https URL.
            events: The events to post.
            is_active: Whether events are posted. The server's default is true.

        Returns:
            The webhook, with its secret.

        Raises:
            BadRequestError: 400. The request is malformed, such as a body or a Content-Type that is not JSON.
            UnprocessableError: 422. An event cannot be subscribed to, or a value has the wrong type.
            OutcomeUnknownError: The call may have taken effect; check before you repeat it.
            FoxReachError: `foxreach_client.FoxReach` lists what every call may raise.
        """
        return self._transport.run(operations.webhooks_create(values, url=url, events=events, is_active=is_active))

    def delete(self, webhook_id: str) -> models.Deletion:
        """Delete a webhook.

        The call is idempotent: a repeat is safe. No page of the documentation describes this operation; it is
        known only from the vendor's own clients.

        Args:
            webhook_id: Id of the webhook, such as cwh_8rs9.

        Returns:
            The id of the deleted object.

        Raises:
            NotFoundError: 404. No object has this id: it is wrong, deleted, or belongs to another workspace.
            FoxReachError: `foxreach_client.FoxReach` lists what every call may raise.
        """
        return self._transport.run(operations.webhooks_delete(webhook_id))

    @overload
    def update(
        self,
        webhook_id: str,
        *,
        url: str | UnsetType = UNSET,
        events: ListLike[WebhookEventInput] | UnsetType = UNSET,
        is_active: bool | UnsetType = UNSET,
    ) -> models.Webhook: ...

    @overload
    def update(self, webhook_id: str, values: WebhookUpdateInput) -> models.Webhook: ...

    def update(
        self,
        webhook_id: str,
        values: WebhookUpdateInput | UnsetType = UNSET,
        *,
        url: str | UnsetType = UNSET,
        events: ListLike[WebhookEventInput] | UnsetType = UNSET,
        is_active: bool | UnsetType = UNSET,
    ) -> models.Webhook:
        """Update a webhook.

        Fields that are left out keep their values. The events are replaced as a whole. The call is idempotent: a
        repeat is safe.

        Args:
            webhook_id: Id of the webhook, such as cwh_8rs9.
            values: The fields below as one `WebhookUpdate`, or as a mapping such as `WebhookUpdateDict`, in
                place of keywords.
            url: URL to which the events are posted. It must be an https URL.
            events: The events to post. They replace all events of the webhook.
            is_active: Whether events are posted.

        Returns:
            The webhook.

        Raises:
            BadRequestError: 400. The request is malformed, such as a body or a Content-Type that is not JSON.
            NotFoundError: 404. No object has this id: it is wrong, deleted, or belongs to another workspace.
            UnprocessableError: 422. An event cannot be subscribed to, or a value has the wrong type.
            FoxReachError: `foxreach_client.FoxReach` lists what every call may raise.
        """
        return self._transport.run(
            operations.webhooks_update(webhook_id, values, url=url, events=events, is_active=is_active)
        )


class WebhooksRaw(Resource[Transport]):
    """`WebhooksResource`, each method returning the whole reply."""

    def __init__(self, transport: Transport) -> None:
        from foxreach_runtime.paging.pages import raw_page

        super().__init__(transport)
        resource = WebhooksResource(transport)
        self.list_events = raw(resource.list_events)
        self.list = raw_page(resource.list)
        self.create = raw(resource.create)
        self.delete = raw(resource.delete)
        self.update = raw(resource.update)


class AsyncWebhooksResource(Resource[AsyncTransport]):
    """A webhook is a subscription: FoxReach posts events to your URL. Each delivery is signed: its header
    X-Webhook-Signature is the HMAC-SHA256 of the raw body in hexadecimal digits, with the secret of the webhook
    as the key.
    """

    async def list_events(self) -> builtins.list[models.WebhookEvent]:
        """List webhook events.

        These are the events to which a webhook can subscribe. The list is not paged. No page of the
        documentation describes this operation; it is known only from the vendor's own clients.

        Returns:
            Names of the events.

        Raises:
            FoxReachError: `foxreach_client.AsyncFoxReach` lists what every call may raise.
        """
        return await self._transport.run(operations.webhooks_list_events())

    def list(
        self, *, page: int | None = None, page_size: int | None = None, strict: bool = False
    ) -> AsyncPages[models.Webhook]:
        """List webhooks.

        No page of the documentation describes this operation; it is known only from the vendor's own clients.

        Args:
            page: Number of the first page to list, counted from 1. The server's default is 1.
            page_size: Number of items per page, 1 to 100. The server's default is 20. This client asks for 100
                by default.
            strict: Check before every page whether items have moved, at twice the calls.

        Returns:
            Iterates over every `Webhook` and requests pages as needed. `first()`, `one()` and `first_page()`
                make one call. An item that is in the list from the first request to the last is yielded exactly
                once, even if the list changes. If others add and remove equally many items between two pages,
                this holds only with `strict`.

        Raises:
            UnprocessableError: 422. A value is missing, has the wrong type, or is not allowed.
            FoxReachError: `foxreach_client.AsyncFoxReach` lists what every call may raise.
        """
        return self._transport.pages(operations.webhooks_list(page=page, page_size=page_size), strict=strict)

    @overload
    async def create(
        self, *, url: str, events: ListLike[WebhookEventInput], is_active: bool | UnsetType = UNSET
    ) -> models.CreatedWebhook: ...

    @overload
    async def create(self, values: WebhookCreateInput) -> models.CreatedWebhook: ...

    async def create(
        self,
        values: WebhookCreateInput | UnsetType = UNSET,
        *,
        url: str | UnsetType = UNSET,
        events: ListLike[WebhookEventInput] | UnsetType = UNSET,
        is_active: bool | UnsetType = UNSET,
    ) -> models.CreatedWebhook:
        """Create a webhook.

        The reply contains the secret that signs the deliveries. No other reply contains it, so keep it. If no
        answer comes, webhooks.list shows whether the webhook exists. Documented; the page was read only in part.

        Args:
            values: The fields below as one `WebhookCreate`, or as a mapping such as `WebhookCreateDict`, in
                place of keywords.
            url: URL to which the events are posted. It must be an https URL.
            events: The events to post.
            is_active: Whether events are posted. The server's default is true.

        Returns:
            The webhook, with its secret.

        Raises:
            BadRequestError: 400. The request is malformed, such as a body or a Content-Type that is not JSON.
            UnprocessableError: 422. An event cannot be subscribed to, or a value has the wrong type.
            OutcomeUnknownError: The call may have taken effect; check before you repeat it.
            FoxReachError: `foxreach_client.AsyncFoxReach` lists what every call may raise.
        """
        return await self._transport.run(
            operations.webhooks_create(values, url=url, events=events, is_active=is_active)
        )

    async def delete(self, webhook_id: str) -> models.Deletion:
        """Delete a webhook.

        The call is idempotent: a repeat is safe. No page of the documentation describes this operation; it is
        known only from the vendor's own clients.

        Args:
            webhook_id: Id of the webhook, such as cwh_8rs9.

        Returns:
            The id of the deleted object.

        Raises:
            NotFoundError: 404. No object has this id: it is wrong, deleted, or belongs to another workspace.
            FoxReachError: `foxreach_client.AsyncFoxReach` lists what every call may raise.
        """
        return await self._transport.run(operations.webhooks_delete(webhook_id))

    @overload
    async def update(
        self,
        webhook_id: str,
        *,
        url: str | UnsetType = UNSET,
        events: ListLike[WebhookEventInput] | UnsetType = UNSET,
        is_active: bool | UnsetType = UNSET,
    ) -> models.Webhook: ...

    @overload
    async def update(self, webhook_id: str, values: WebhookUpdateInput) -> models.Webhook: ...

    async def update(
        self,
        webhook_id: str,
        values: WebhookUpdateInput | UnsetType = UNSET,
        *,
        url: str | UnsetType = UNSET,
        events: ListLike[WebhookEventInput] | UnsetType = UNSET,
        is_active: bool | UnsetType = UNSET,
    ) -> models.Webhook:
        """Update a webhook.

        Fields that are left out keep their values. The events are replaced as a whole. The call is idempotent: a
        repeat is safe.

        Args:
            webhook_id: Id of the webhook, such as cwh_8rs9.
            values: The fields below as one `WebhookUpdate`, or as a mapping such as `WebhookUpdateDict`, in
                place of keywords.
            url: URL to which the events are posted. It must be an https URL.
            events: The events to post. They replace all events of the webhook.
            is_active: Whether events are posted.

        Returns:
            The webhook.

        Raises:
            BadRequestError: 400. The request is malformed, such as a body or a Content-Type that is not JSON.
            NotFoundError: 404. No object has this id: it is wrong, deleted, or belongs to another workspace.
            UnprocessableError: 422. An event cannot be subscribed to, or a value has the wrong type.
            FoxReachError: `foxreach_client.AsyncFoxReach` lists what every call may raise.
        """
        return await self._transport.run(
            operations.webhooks_update(webhook_id, values, url=url, events=events, is_active=is_active)
        )


class AsyncWebhooksRaw(Resource[AsyncTransport]):
    """`AsyncWebhooksResource`, each method returning the whole reply."""

    def __init__(self, transport: AsyncTransport) -> None:
        from foxreach_runtime.paging.pages import async_raw_page

        super().__init__(transport)
        resource = AsyncWebhooksResource(transport)
        self.list_events = async_raw(resource.list_events)
        self.list = async_raw_page(resource.list)
        self.create = async_raw(resource.create)
        self.delete = async_raw(resource.delete)
        self.update = async_raw(resource.update)

"""The method of each flavour of a client for calls beyond the spec; request.py loads at the first of them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from msgspec import UNSET, UnsetType

from ..fork import importing

if TYPE_CHECKING:
    from ..engine.transport import AsyncTransport, Transport
    from ..raw import RawReply
    from ..response.status import Repeat
    from .request import JsonValue, QueryValue


class Requests:
    """The method of a sync client."""

    _transport: Transport

    def request(
        self,
        method: str,
        path: str,
        *,
        query: Mapping[str, QueryValue] | None = None,
        body: object = UNSET,
        headers: Mapping[str, str] | UnsetType = UNSET,
        repeat: Repeat | None = None,
    ) -> RawReply[JsonValue]:
        """Make a call that the spec does not have, with the same retries, quota and errors as any other.

        GET, HEAD and OPTIONS are repeated like a read, PUT and DELETE like an idempotent call, POST and PATCH never,
        unless *repeat* says otherwise. A 404 counts as success if an earlier attempt of a DELETE may
        have been carried out.

        Args:
            method: the method of HTTP.
            path: the path below the base URL, which begins with a slash and is percent-encoded.
            query: the parameters of the query; several values for a list, none for None.
            body: the body, as values of JSON or a model.
            headers: additional headers. The key cannot be replaced.
            repeat: whether the call may be sent again: "safe", "idempotent" or "never".

        Returns:
            The whole reply. `parse()` returns its body as values of JSON, None without content.

        Raises:
            ValueError, TypeError: an argument cannot be sent.
        """
        with importing():
            from .request import call_of  # noqa: PLC0415

        own = self._transport
        given = {"headers": headers}
        transport = own if isinstance(headers, UnsetType) else own.with_options(own.options.changed(given))
        return transport.reply(call_of(method, path, query, body, repeat))


class AsyncRequests:
    """The method of an async client."""

    _transport: AsyncTransport

    async def request(
        self,
        method: str,
        path: str,
        *,
        query: Mapping[str, QueryValue] | None = None,
        body: object = UNSET,
        headers: Mapping[str, str] | UnsetType = UNSET,
        repeat: Repeat | None = None,
    ) -> RawReply[JsonValue]:
        """Do what `Requests.request` does, on an event loop."""
        with importing():
            from .request import call_of  # noqa: PLC0415

        own = self._transport
        given = {"headers": headers}
        transport = own if isinstance(headers, UnsetType) else own.with_options(own.options.changed(given))
        return await transport.reply(call_of(method, path, query, body, repeat))

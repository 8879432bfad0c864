"""The bases of the generated clients: options, transport, and closing."""

from __future__ import annotations

from collections.abc import Mapping
from copy import copy
from functools import cached_property
from types import TracebackType
from typing import TYPE_CHECKING, ClassVar, Generic, Self, TypeVar

import httpx2
from msgspec import UNSET, UnsetType

from .engine.transport import AsyncTransport, Transport
from .fork import importing
from .http.connections import AsyncConnections, Connections
from .keys.source import ApiKey, AsyncApiKey, AsyncKeyFunction
from .options.options import (
    DEFAULT_RETRY,
    ClientFacts,
    OnMismatch,
    Options,
    checked_headers,
    checked_http_client,
    checked_listener,
    checked_on_mismatch,
    checked_retry,
    limiter_of,
)
from .options.retry_policy import RetryPolicy
from .options.timeout import DEFAULT_TIMEOUT, checked_timeout
from .rate_limit.limiter import Limiter
from .rate_limit.pacing import Pacing
from .telemetry.logs import OnAttempt, OnWait
from .untyped.methods import AsyncRequests, Requests

if TYPE_CHECKING:
    from .differences.watch import OnDifference, ReportDifferences
    from .keys.rotation import Keys

__all__ = ["AsyncClient", "ClientFacts", "Resource", "SyncClient"]
Key = TypeVar("Key", ApiKey, AsyncApiKey)
HttpClient = TypeVar("HttpClient", httpx2.Client, httpx2.AsyncClient)
Driver = TypeVar("Driver", Transport, AsyncTransport)


class _Client(Generic[Key, HttpClient, Driver]):
    """The part that both flavours share; *HttpClient* is the client of httpx2 below, *Driver* the transport."""

    _facts: ClassVar[ClientFacts]
    _awaits: ClassVar[bool] = False
    _transport: Driver

    def __init__(
        self,
        *,
        api_key: Key | None = None,
        base_url: str | None = None,
        timeout: float | httpx2.Timeout | None = DEFAULT_TIMEOUT,
        retry: RetryPolicy = DEFAULT_RETRY,
        headers: Mapping[str, str] | None = None,
        on_attempt: OnAttempt | None = None,
        on_wait: OnWait | None = None,
        on_mismatch: OnMismatch = "raise",
        on_difference: OnDifference | None = None,
        report_differences: ReportDifferences = "off",
        sample: float = 0.01,
        pacing: Pacing | None = None,
        limiter: Limiter | None = None,
        http_client: HttpClient | None = None,
        allow_http: bool = False,
    ) -> None:
        """Check the options. No connection is opened before the first call.

        Args:
            api_key: the API key, or a function that returns it. The function is called before the first call, and again
                once the server refuses the key (401, 403); if it then returns another key, the call is made with that.
                It raises its own errors. By default, the environment variable FOXREACH_API_KEY, else the content of the
                file that FOXREACH_API_KEY_FILE names, which is read again in the same way.
            base_url: the base URL; by default the environment variable FOXREACH_BASE_URL, else the one in the spec.
            timeout: seconds for each step of one attempt, or a Timeout; None for no limit but the deadline of *retry*.
            retry: when to retry.
            headers: additional headers of every call.
            on_attempt: called with an AttemptEvent after each attempt, for metrics; it should return quickly.
            on_wait: called with a WaitEvent before each wait of more than a second, for a retry or for the quota; it
                should return quickly, too.
            on_mismatch: "raise" raises ResponseDecodeError for a reply that does not match the spec; "keep" keeps each
                value that does not match as the server sent it, whatever its annotation, and logs each place once.
            on_difference: called with a Difference for each place where a reply differs from the spec, after the call
                has its result; it should return quickly, too. docs/logs.md says what a Difference has.
            report_differences: "log" writes each difference as one line to the log `foxreach_client.differences`.
            sample: the share of the calls, from 0 to 1, whose replies are compared with the spec if either is set.
            pacing: how calls stay inside the quota: "interactive" (default) has no delay while the server reports room,
                "bulk" has an even pace, for work that uses the quota up.
            limiter: shares the quota with other processes, such as a RedisLimiter; use one limiter per API key.
            http_client: an httpx2 client of your own, for its proxies, certificates, auth and event hooks. Its headers,
                cookies and timeouts are not used, and you have to close it.
            allow_http: allow http to a host that is not this machine, such as a sandbox in another container, with a
                warning; also by the environment variable FOXREACH_ALLOW_HTTP=1.

        Raises:
            ConfigurationError: a key, base URL or option cannot work.
        """
        facts, key = self._facts, self._facts.key(api_key)
        watched = {"on_difference": on_difference, "report_differences": report_differences, "sample": sample}
        options = Options(
            base_url=facts.url(base_url, allow_http=allow_http),
            key_header=facts.key_header,
            key_prefix=facts.key_prefix,
            key=key if isinstance(key, str) else "",
            keys=None if isinstance(key, str) else self._asked(key),
            timeout=checked_timeout(timeout),
            retry=checked_retry(retry),
            headers=checked_headers(headers, facts.key_header),
            user_agent=facts.user_agent,
            on_attempt=checked_listener(on_attempt, "on_attempt", "an AttemptEvent"),
            on_wait=checked_listener(on_wait, "on_wait", "a WaitEvent"),
            on_mismatch=checked_on_mismatch(on_mismatch),
            limiter=limiter_of(pacing, limiter),
            errors=facts.errors,
            watch=facts.watch(None, watched),
        )
        self._transport = self._opened(options, http_client)

    def _opened(self, options: Options, http_client: HttpClient | None) -> Driver:
        raise NotImplementedError

    def _asked(self, function: AsyncKeyFunction) -> Keys:
        with importing():  # Most keys are texts.
            from .keys.rotation import AsyncKeys, Keys  # noqa: PLC0415

        return (AsyncKeys if self._awaits else Keys)(function)

    def with_options(
        self,
        *,
        timeout: float | httpx2.Timeout | UnsetType | None = UNSET,
        retry: RetryPolicy | UnsetType = UNSET,
        headers: Mapping[str, str] | UnsetType = UNSET,
        on_attempt: OnAttempt | UnsetType | None = UNSET,
        on_wait: OnWait | UnsetType | None = UNSET,
        on_mismatch: OnMismatch | UnsetType = UNSET,
        on_difference: OnDifference | UnsetType | None = UNSET,
        report_differences: ReportDifferences | UnsetType = UNSET,
        sample: float | UnsetType = UNSET,
    ) -> Self:
        """Return a client with other options on the same connections; *headers* are added to the present ones.

        It costs little, so it can be made for one call: `client.with_options(timeout=5.0).leads.get("cld_1")`. The key,
        the base URL and the limiter stay: what the server counts by key is counted in one place.

        It has the same class and the same attributes, including those that a subclass set, without the cached values
        of `cached_property`.
        """
        other = copy(self)
        for name in [name for name in vars(other) if isinstance(getattr(type(self), name, None), cached_property)]:
            del vars(other)[name]  # Resources would keep the options of this client.
        given = {"timeout": timeout, "retry": retry, "headers": headers}
        listening = {"on_attempt": on_attempt, "on_wait": on_wait, "on_mismatch": on_mismatch}
        watched = {"on_difference": on_difference, "report_differences": report_differences, "sample": sample}
        watch = self._facts.watch(self._transport.options.watch, watched)
        options = self._transport.options.changed(given | listening | {"watch": watch})
        other._transport = self._transport.with_options(options)
        return other

    def __repr__(self) -> str:
        return f"{type(self).__name__}(base_url={self._transport.options.base_url!r})"


class Resource(Generic[Driver]):
    """A group of operations of a client."""

    _transport: Driver

    def __init__(self, transport: Driver) -> None:
        self._transport = transport

    def __repr__(self) -> str:
        return f"<{type(self).__name__}: {', '.join(name for name in dir(self) if not name.startswith('_'))}>"


class SyncClient(_Client[ApiKey, httpx2.Client, Transport], Requests):
    """The base of the generated sync client."""

    def _opened(self, options: Options, http_client: httpx2.Client | None) -> Transport:
        given = checked_http_client(http_client, httpx2.Client)
        return Transport(options, Connections(given, direct=options.on_this_machine))

    def close(self) -> None:
        """Close the client: nothing is sent once this has returned, and calls that are under way end.

        A call that waits or is queued raises ClientClosedError, one that was sent OutcomeUnknownError. The connections
        are closed, except those of an *http_client* that was passed in. A client that `with_options` made of this one
        ends with it; closing such a client closes neither its parent nor the connections.
        """
        self._transport.connections.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()


class AsyncClient(_Client[AsyncApiKey, httpx2.AsyncClient, AsyncTransport], AsyncRequests):
    """The base of the generated async client."""

    _awaits = True

    def _opened(self, options: Options, http_client: httpx2.AsyncClient | None) -> AsyncTransport:
        given = checked_http_client(http_client, httpx2.AsyncClient)
        return AsyncTransport(options, AsyncConnections(given, direct=options.on_this_machine))

    async def close(self) -> None:
        """Close the client: nothing is sent once this has returned, and calls that are under way end.

        A call that waits or is queued raises ClientClosedError, one that was sent OutcomeUnknownError. The connections
        are closed, except those of an *http_client* that was passed in. A client that `with_options` made of this one
        ends with it; closing such a client closes neither its parent nor the connections.
        """
        connections, keys = self._transport.connections, self._transport.options.keys
        connections.lifetime.end()  # first: calls that wait for a key then say that the client is closed
        if keys is None or not connections.is_root:
            await connections.close()
            return
        keys.end()
        await connections.close()
        await keys.gone()

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        await self.close()

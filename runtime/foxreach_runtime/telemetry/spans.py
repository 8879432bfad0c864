"""OpenTelemetry spans by the semantic conventions for HTTP clients: one per call, and below it one per attempt.

OpenTelemetry is not imported here: if the application has not loaded it, nobody collects spans. The attribute url.full
is the template of the path, since ids and query values are private. No trace id is sent to the server.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Generator
from contextlib import contextmanager
from typing import Any, TypeVar

import httpx2

from ..operation import Operation, Request
from ..response.outcome import Answer, Failure
from ..version import __version__

C = TypeVar("C")
Outcome = Answer | Failure
SCOPE = "foxreach_client"  # the instrumentation scope, by which the spans can be selected


class Spans:
    """The spans of one call, which also count its attempts. *trace* is the module `opentelemetry.trace`."""

    def __init__(self, trace: Any, operation: Operation[Any], base_url: str) -> None:
        url = httpx2.URL(base_url)
        self._trace = trace
        self._tracer = self._trace.get_tracer(SCOPE, __version__)
        self._operation = operation
        self._attempts = 0
        self._facts: dict[str, str | int] = {
            "http.request.method": operation.method,
            "url.template": operation.path,
            "url.full": base_url + operation.path,
            "server.address": url.host,
            "server.port": url.port or (443 if url.scheme == "https" else 80),
        }

    @contextmanager
    def call(self) -> Generator[None]:
        """Keep the span of the call open; the class of an exception is its error.type."""
        kind = self._trace.SpanKind.INTERNAL
        with self._tracer.start_as_current_span(
            self._operation.name, kind=kind, record_exception=False, set_status_on_exception=False
        ) as span:
            try:
                yield
            except BaseException as error:
                self._failed(span, type(error).__name__)
                raise
            finally:
                span.set_attribute("foxreach.attempts", self._attempts)

    def sync(
        self, attempt: Callable[[C, Request, float | None], Outcome]
    ) -> Callable[[C, Request, float | None], Outcome]:
        """Return *attempt* with a span around each call."""

        def traced(client: C, request: Request, left: float | None) -> Outcome:
            with self._attempt() as span:
                return self._ended(span, attempt(client, request, left))

        return traced

    def asynchronous(
        self, attempt: Callable[[C, Request, float | None], Awaitable[Outcome]]
    ) -> Callable[[C, Request, float | None], Awaitable[Outcome]]:
        """Return *attempt* with a span around each call."""

        async def traced(client: C, request: Request, left: float | None) -> Outcome:
            with self._attempt() as span:
                return self._ended(span, await attempt(client, request, left))

        return traced

    def _attempt(self) -> Any:
        resent = {"http.request.resend_count": self._attempts} if self._attempts else {}
        self._attempts += 1
        return self._tracer.start_as_current_span(
            f"{self._operation.method} {self._operation.path}",
            kind=self._trace.SpanKind.CLIENT,
            attributes={**self._facts, **resent},
            record_exception=False,
        )

    def _ended(self, span: Any, outcome: Outcome) -> Outcome:
        if isinstance(outcome, Failure):
            self._failed(span, outcome.text.partition(":")[0])
            return outcome
        span.set_attribute("http.response.status_code", outcome.status)
        if outcome.status >= 400:
            self._failed(span, str(outcome.status))
        return outcome

    def _failed(self, span: Any, error_type: str) -> None:
        span.set_attribute("error.type", error_type)
        span.set_status(self._trace.Status(self._trace.StatusCode.ERROR))

from __future__ import annotations

import sys
from collections.abc import Callable
from contextlib import suppress
from typing import Any

import httpx2
import pytest
from foxreach_runtime.errors import FoxReachError
from foxreach_runtime.options.retry_policy import RetryPolicy
from foxreach_runtime.telemetry import spans as telemetry

from ..flavours import World, reply
from ..sample import EMAIL, GET, KEY, LEAD, LEADS_GET

Worlds = Callable[..., World]
GOOD = reply(200, {"data": LEAD})
PRIVATE = LEADS_GET.call(path={"lead_id": "cld_private"}, query={"email": EMAIL})


@pytest.fixture
def spans(monkeypatch: pytest.MonkeyPatch) -> Any:
    """Return how to get the finished spans: (name, kind, attributes, parent's name), the outer one last."""
    sdk = pytest.importorskip("opentelemetry.sdk.trace", reason="opentelemetry-sdk is not installed")
    from opentelemetry import trace
    from opentelemetry.sdk.trace.export import SimpleSpanProcessor
    from opentelemetry.sdk.trace.export.in_memory_span_exporter import InMemorySpanExporter

    exporter = InMemorySpanExporter()
    provider = sdk.TracerProvider()
    provider.add_span_processor(SimpleSpanProcessor(exporter))
    monkeypatch.setattr(trace, "get_tracer", provider.get_tracer)
    return exporter.get_finished_spans


FACTS = {
    "http.request.method": "GET",
    "url.template": "/leads/{lead_id}",
    "url.full": "https://api.test/v1/leads/{lead_id}",
    "server.address": "api.test",
    "server.port": 443,
}


def test_a_call_has_a_span_and_below_it_one_for_each_attempt(world: Worlds, spans: Any) -> None:
    world(reply(503), httpx2.ReadTimeout(""), GOOD).run(GET)
    *attempts, call = spans()
    assert [(span.name, span.kind.name) for span in attempts] == [("GET /leads/{lead_id}", "CLIENT")] * 3
    assert (call.name, call.kind.name, dict(call.attributes)) == ("leads.get", "INTERNAL", {"foxreach.attempts": 3})
    assert {span.parent.span_id for span in attempts} == {call.context.span_id}
    assert [dict(span.attributes) for span in attempts] == [
        FACTS | {"http.response.status_code": 503, "error.type": "503"},
        FACTS | {"http.request.resend_count": 1, "error.type": "ReadTimeout"},
        FACTS | {"http.request.resend_count": 2, "http.response.status_code": 200},
    ]
    assert [span.status.status_code.name for span in (*attempts, call)] == ["ERROR", "ERROR", "UNSET", "UNSET"]


def test_what_a_call_raises_is_the_error_of_its_span(world: Worlds, spans: Any) -> None:
    with pytest.raises(FoxReachError):
        world(reply(404), retry=RetryPolicy(max_attempts=1)).run(GET)
    _, call = spans()
    assert dict(call.attributes) == {"error.type": "NotFoundError", "foxreach.attempts": 1}
    assert call.status.status_code.name == "ERROR"


def test_spans_hold_neither_the_key_nor_a_value_nor_words_of_the_server(world: Worlds, spans: Any) -> None:
    for answered in (httpx2.ReadError(f"{KEY} {EMAIL}"), reply(404, {"detail": EMAIL}), GOOD):
        here = world(answered, retry=RetryPolicy(max_attempts=1))
        with suppress(FoxReachError):
            here.run(PRIVATE)
        assert "traceparent" not in here.sent[0].headers
    text = "".join(span.to_json() for span in spans())
    assert "leads.get" in text
    for private in (KEY, EMAIL, "cld_private"):
        assert private not in text


def test_there_are_no_spans_if_the_application_has_not_loaded_opentelemetry(
    world: Worlds, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delitem(sys.modules, "opentelemetry.trace", raising=False)
    monkeypatch.setattr(telemetry, "Spans", None)
    assert world(GOOD).run(GET).id == "cld_1"

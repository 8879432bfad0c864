"""Values of headers, and keys that make a call safe to repeat."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import httpx2
import pytest
from foxreach_runtime.engine.exchange import Timing
from foxreach_runtime.engine.transport import Transport
from foxreach_runtime.errors import OutcomeUnknownError
from foxreach_runtime.headers.values import header_value
from foxreach_runtime.http.connections import Connections
from foxreach_runtime.operation import Operation
from foxreach_runtime.options.retry_policy import RetryPolicy
from hypothesis import given
from hypothesis import strategies as st
from msgspec import UNSET

from tests.runtime.flavours import World
from tests.runtime.sample import LeadReply

ONCE: Operation[Any] = Operation(
    name="leads.make", method="POST", path="/leads", repeat="idempotent", reply=LeadReply, idempotency=b"Once"
)


@given(st.text())
def test_a_text_is_sent_as_it_is_or_refused(text: str) -> None:
    try:
        value = header_value("x: y", str, text)
    except ValueError as error:
        assert str(error) == "x: y must be Latin-1 text on one line, without spaces at either end"
    else:
        assert value is not None
        assert value.decode("latin-1") == text
        assert httpx2.Headers([(b"a", value)]).raw == [(b"a", value)]
        assert not set(value) & {*range(9), *range(10, 32), *range(127, 160)}


@pytest.mark.parametrize("absent", [None, UNSET])
def test_what_is_absent_is_not_sent(absent: Any) -> None:
    assert header_value("x: y", str, absent) is None


def test_keys_come_from_the_token_of_the_client_and_errors_keep_them() -> None:
    tokens: Iterator[str] = iter(["one", "two"])
    sent: list[str] = []

    def answer(request: httpx2.Request) -> httpx2.Response:
        sent.append(request.headers["Once"])
        raise httpx2.ReadTimeout("late")

    world = World("sync", retry=RetryPolicy(max_attempts=2))
    timing = Timing(token=lambda: next(tokens))
    with httpx2.Client(transport=httpx2.MockTransport(answer)) as client:
        transport = Transport(world.options(), Connections(client), timing=timing, sleep=lambda _: None)
        for key in ("one", "two"):
            with pytest.raises(OutcomeUnknownError, match=r"error\.idempotency_key, is safe") as caught:
                transport.run(ONCE.call())
            assert caught.value.idempotency_key == key
    assert sent == ["one", "one", "two", "two"]

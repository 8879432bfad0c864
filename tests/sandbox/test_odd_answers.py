"""Faults that lose, break or change answers, with a socket and without."""

from collections import Counter
from collections.abc import Callable

import httpx2
import pytest
from foxreach_client import (
    FoxReach,
    FoxReachError,
    OutcomeUnknownError,
    RateLimitedError,
    RedirectRefusedError,
    ResponseDecodeError,
    ServerError,
)
from foxreach_sandbox import Fault, Sandbox

from tests.faults.on_sandbox import go_round
from tests.sandbox.asking import ask
from tests.sandbox.clients import EMAIL, ONCE, client_of, on_both_transports


@on_both_transports
@pytest.mark.parametrize(
    ("fault", "error", "words", "done"),
    [
        (Fault.silence(), OutcomeUnknownError, "ReadTimeout", False),
        (Fault.silence(after_work=True), OutcomeUnknownError, "ReadTimeout", True),
        (Fault.truncated(then="reset"), ResponseDecodeError, "ReadError", True),
        (Fault.truncated(then="silence"), ResponseDecodeError, "ReadTimeout", True),
        (Fault.truncated(code=502), ServerError, "502", False),
        (Fault.answer({"data": {"id": 5}}), ResponseDecodeError, "201, but", True),
        (Fault.answer(b"\xff"), ResponseDecodeError, "UTF-8|not JSON", True),
        (Fault.answer("<p>Sign in</p>"), ResponseDecodeError, "not JSON", True),
        (Fault.answer(headers={"Content-Encoding": "gzip"}), ResponseDecodeError, "whole", True),
        (Fault.status(302, headers={"Location": "/login"}), RedirectRefusedError, "to /login", False),
    ],
)
def test_the_client_raises_and_the_state_shows_whether_the_work_was_done(
    transport: str, fault: Fault, error: type[FoxReachError], words: str, done: bool
) -> None:
    sandbox = Sandbox()
    sandbox.faults.next("leads.create", 1, fault)
    with client_of(sandbox, transport) as client:
        patience = 0.2 if words == "ReadTimeout" else 10.0
        with pytest.raises(error, match=words):
            client.with_options(timeout=httpx2.Timeout(10, read=patience)).leads.create(email=EMAIL)
    assert (sandbox.state.lead(EMAIL) is not None) == done


@on_both_transports
def test_headers_of_a_fault_replace_or_remove_headers(transport: str) -> None:
    sandbox = Sandbox(seed="demo")
    odd = {"retry-after": "Wed, 21 Oct 2099 07:28:00 GMT", "X-RateLimit-Limit": None, "X-RateLimit-Reset": "soon"}
    sandbox.faults.next("leads.get", 1, Fault.answer(headers={"X-Powered-By": "Foxes"}))
    sandbox.faults.next("leads.get", 1, Fault.status(429, headers=odd))
    with client_of(sandbox, transport) as client:
        lead = sandbox.state.leads[0]["id"]
        raw = client.with_raw_response.leads.get(lead)
        with pytest.raises(RateLimitedError) as caught:
            client.leads.get(lead)
    headers = caught.value.headers
    assert (headers["Retry-After"], headers["X-RateLimit-Reset"]) == ("Wed, 21 Oct 2099 07:28:00 GMT", "soon")
    assert "X-RateLimit-Limit" not in headers
    assert (raw.headers["X-Powered-By"], raw.parse().id) == ("Foxes", lead)


def test_a_call_after_a_hangup_uses_a_new_connection() -> None:
    sandbox = Sandbox(seed="demo")
    with sandbox.serve() as serving, FoxReach(api_key=sandbox.key, base_url=serving.url, retry=ONCE) as client:
        sandbox.faults.next("*", 3, Fault.hangup())
        for _ in range(4):
            assert client.inbox.stats().total == 2
            go_round(serving)  # What was to be closed is closed: in a race, a call in flight is lost for real.
        assert sandbox.connections.most <= 2  # the one that ends, and the one that comes


def test_raw_bytes_are_sent_unchanged_and_need_a_socket() -> None:
    sandbox = Sandbox()
    sandbox.faults.next("*", 2, Fault.raw(b"SSH-2.0-OpenSSH_9.7\r\n\r\n"))
    with client_of(sandbox, "socket") as client, pytest.raises(OutcomeUnknownError, match="RemoteProtocolError"):
        client.inbox.stats()
    with client_of(sandbox, "process") as client, pytest.raises(NotImplementedError, match="needs a socket"):
        client.inbox.stats()


def statuses(plan: Callable[[Sandbox], None], count: int = 400) -> list[int]:
    """Return the statuses of *count* calls."""
    sandbox = Sandbox(limit=None)
    plan(sandbox)
    return [ask(sandbox, "GET", "/inbox/stats").status for _ in range(count)]


def test_a_share_of_the_calls_fails_reproducibly() -> None:
    def plan(sandbox: Sandbox) -> None:
        sandbox.faults.sometimes("inbox.stats", 0.25, Fault.status(500), seed=1)
        sandbox.faults.sometimes("*", 0.5, Fault.status(503), seed=2)

    seen = statuses(plan)
    counts = Counter(seen)
    assert 70 < counts[500] < 130
    assert 110 < counts[503] < 190
    assert seen == statuses(plan)
    with pytest.raises(ValueError, match="from 0 to 1"):
        Sandbox().faults.sometimes("*", 2, Fault.close())

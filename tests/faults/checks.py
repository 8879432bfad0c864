"""What must be true of a call under a fault, whoever played the fault."""

from __future__ import annotations

import pytest
from foxreach_client import FoxReachError, NotSentError, OutcomeUnknownError
from foxreach_runtime.response.outcome import Attempt

from tests.faults.calls import CALLS, NAMELESS, PRIVATE, Seen, comparable, history_of
from tests.faults.fault import Fault


def check(saw: Seen, fault: Fault, index: int) -> None:
    """Assert that the call ended as the fault says, after the right attempts, requests and waits."""
    check_requests(saw, fault, index)
    kind, attempts, history = fault.raises[index], fault.attempts[index], history_of(saw)
    assert (None if saw.error is None else type(saw.error)) is kind, saw.error
    if saw.error is None:
        assert history[-1].stage == "answered"
        check_history(history[:-1], fault)
    else:
        check_error(saw.error, fault, fault.calls[index])
    assert [attempt.number for attempt in history] == list(range(1, attempts + 1))
    assert tuple(attempt.wait for attempt in history) == (*fault.waits[: attempts - 1], None)
    if fault.holds:
        assert sum(saw.waits) == pytest.approx(sum(fault.holds[: attempts - 1]), abs=0.01)
    else:
        assert saw.waits == fault.waits[: attempts - 1]


def check_requests(saw: Seen, fault: Fault, index: int) -> None:
    """Assert that the server received each attempt whole, as often as it should, and each time the same bytes."""
    ours = [request for request in saw.received if b"/leads" in request]
    assert len(ours) == fault.requests[index]
    assert len(set(ours)) <= 1
    for request in ours[:1]:
        call = CALLS[fault.calls[index]].request
        assert request.startswith(f"{call.method} {call.path} HTTP/1.1\r\n".encode())
        head, end, _ = request.partition(b"\r\n\r\n")
        assert request == comparable(head + end + (call.body or b""))


def check_history(history: tuple[Attempt, ...], fault: Fault) -> None:
    """Assert that every attempt got as far as it should, and says why it failed."""
    assert {attempt.stage for attempt in history} <= {fault.stage}
    assert {attempt.status for attempt in history} <= {fault.status}
    if fault.stage != "answered":
        assert all(attempt.failure for attempt in history)


def check_error(error: FoxReachError, fault: Fault, call: str) -> None:
    """Assert that the error says what happened, and nothing that is private."""
    history = error.history
    if any(attempt.stage != fault.stage for attempt in history):  # a fault in two acts
        history = history[:-1]
    check_history(history, fault)
    name = CALLS[call].operation.name
    assert (error.operation, error.attempts) == (name, len(error.history))
    assert str(error).startswith(f"{name}: ")
    assert fault.words in str(error)
    if error.history[-1].status is not None:
        assert getattr(error, "status", None) == error.history[-1].status
    if isinstance(error, OutcomeUnknownError):
        assert error.stage == "unknown"
    if isinstance(error, NotSentError):
        assert error.transient == (error.attempts > 1)  # A permanent failure is not tried again.
    assert getattr(error, "path_in_body", None) == fault.path
    rest = {**vars(error), "body": None}  # A body is what the server said; a company may be in it, and no address.
    assert not [text for text in PRIVATE if text in str(error) + repr(error) + repr(rest)]
    assert not [text for text in NAMELESS if text in repr(vars(error))]

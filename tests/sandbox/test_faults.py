"""Faults on demand, with a socket and without."""

from functools import partial

import pytest
from foxreach_client import (
    FoxReachError,
    OutcomeUnknownError,
    RateLimitedError,
    ResponseDecodeError,
    ServerError,
)
from foxreach_sandbox import Fault, Sandbox

from tests.sandbox.clients import EMAIL, client_of, on_both_transports


@on_both_transports
@pytest.mark.parametrize(
    ("fault", "error", "done"),
    [
        (Fault.close(), OutcomeUnknownError, False),
        (Fault.close(after_work=True), OutcomeUnknownError, True),
        (Fault.reset(), OutcomeUnknownError, False),
        (Fault.reset(after_work=True), OutcomeUnknownError, True),
        (Fault.truncated(), ResponseDecodeError, True),
        (Fault.status(503), ServerError, False),
        (Fault.status(500, after_work=True), ServerError, True),
        (Fault.html(502), ServerError, False),
        (Fault.status(429, retry_after=0), RateLimitedError, False),
    ],
)
def test_the_fault_is_raised_and_after_work_decides_whether_the_work_was_done(
    transport: str, fault: Fault, error: type[FoxReachError], done: bool
) -> None:
    sandbox = Sandbox()
    sandbox.faults.next("leads.create", 1, fault)
    with client_of(sandbox, transport) as client:
        with pytest.raises(error):
            client.leads.create(email=EMAIL)
        assert (sandbox.state.lead(EMAIL) is not None) == done
        assert sandbox.faults.left == 0
        assert client.leads.create(email="john@example.com").email == "john@example.com"


@on_both_transports
@pytest.mark.parametrize(("fault", "seen"), [(Fault.close(), "RemoteProtocolError"), (Fault.reset(), "ReadError")])
def test_a_close_is_not_a_reset(transport: str, fault: Fault, seen: str) -> None:
    sandbox = Sandbox()
    sandbox.faults.next("*", 1, fault)
    with client_of(sandbox, transport) as client, pytest.raises(OutcomeUnknownError, match=seen):
        client.inbox.stats()


@on_both_transports
def test_a_slow_body_arrives_complete(transport: str) -> None:
    sandbox = Sandbox(seed="demo")
    sandbox.faults.next("*", 1, Fault.slow(0.001))
    with client_of(sandbox, transport) as client:
        assert len(client.leads.list().first_page().items) == 5


def test_a_delay_beyond_the_timeout_is_virtual_without_a_socket() -> None:
    sandbox = Sandbox()
    sandbox.faults.next("leads.create", 1, Fault.delayed(3600))
    before = sandbox.clock.now()
    with client_of(sandbox, "process") as client:
        with pytest.raises(OutcomeUnknownError, match="ReadTimeout") as caught:
            client.leads.create(email=EMAIL)
        assert caught.value.settle(waits=(0,)) == "unknown"
    assert sandbox.clock.now() - before == 30


def test_faults_apply_in_order_and_only_to_their_operation() -> None:
    sandbox = Sandbox(seed="demo")
    sandbox.faults.next("leads.get", 1, Fault.status(500))
    sandbox.faults.always("*", Fault.status(503))
    with client_of(sandbox, "process") as client:
        for status, call in (
            (503, client.inbox.stats),
            (500, lambda: client.leads.get("x")),
            (503, client.inbox.stats),
        ):
            with pytest.raises(ServerError) as caught:
                call()
            assert caught.value.status == status
        sandbox.faults.clear()
        assert client.inbox.stats().total == 2


def test_a_fault_of_an_unknown_operation_is_refused() -> None:
    sandbox = Sandbox()
    for plan in (partial(sandbox.faults.next, "leads.buy", 1), partial(sandbox.faults.always, "leads.buy")):
        with pytest.raises(ValueError, match=r"unknown operation 'leads\.buy'"):
            plan(Fault.close())


def test_a_fault_that_can_never_happen_is_refused() -> None:
    faults = Sandbox().faults
    with pytest.raises(ValueError, match=r"^leads\.list has no id in its path$"):
        faults.next("leads.list", 1, Fault.close(), id="cld_1")
    faults.always("*", Fault.close(), id="cld_1")
    faults.next("leads.get", 1, Fault.close(), id="cld_1")


@pytest.mark.parametrize("fault", [503, "close", None, Fault])
def test_what_is_no_fault_is_refused_where_it_is_written(fault: object) -> None:
    with pytest.raises(TypeError, match=r"is not a Fault; write for example Fault\.status\(503\)"):
        Sandbox().faults.next("leads.get", 1, fault)  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]


@pytest.mark.parametrize(
    "options",
    [{"then": "explode"}, {"sent": "some"}, {"code": True}, {"code": "503"}, {"after_work": "no"}, {"latency": "1"}],
)
def test_a_fault_of_an_unknown_kind_is_refused_where_it_is_written(options: dict[str, object]) -> None:
    with pytest.raises(ValueError, match=" must be "):
        Fault(**options)  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]


@pytest.mark.parametrize("count", [0, -1, 2.5, True, "1"])
def test_a_count_that_is_none_is_refused(count: object) -> None:
    with pytest.raises(ValueError, match="count must be an integer of 1 or more"):
        Sandbox().faults.next("*", count, Fault.close())  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]

"""The router: which call is whose, what is told of it at the end, and that nobody waits."""

from __future__ import annotations

import inspect
import time
from contextlib import suppress

import foxreach_client as fox
import httpx2
import pytest
import respx
from foxreach_client.testing import FoxReachMock, factories
from foxreach_runtime.engine.transport import Transport
from respx.models import AllMockedAssertionError

from tests.client.flavours import new_client, settled


def sleep_of_new_clients() -> object:
    """Return how a client waits that is made now."""
    return inspect.signature(Transport.__init__).parameters["sleep"].default


def test_a_path_is_matched_whole(foxreach_mock: FoxReachMock) -> None:
    foxreach_mock.leads.get.returns(factories.lead())
    foxreach_mock.leads.activity.returns(factories.lead_activity())
    client = new_client("sync")
    client.leads.get("a/b")
    client.leads.activity("a")
    assert [request.url.raw_path for request in foxreach_mock.leads.get.requests] == [b"/api/v1/leads/a%2Fb"]


def test_a_path_in_words_is_not_taken_for_a_parameter(foxreach_mock: FoxReachMock) -> None:
    foxreach_mock.inbox.get.returns(factories.thread())
    foxreach_mock.inbox.stats.returns(factories.inbox_stats())
    client = new_client("sync")
    assert client.inbox.stats() == factories.inbox_stats()
    assert client.inbox.get("rpl_1") == factories.thread()


def test_what_is_no_operation_is_left_to_other_mocks(foxreach_mock: FoxReachMock) -> None:
    other = "https://api.foxreach.io/api/v1/other"
    with pytest.raises(AllMockedAssertionError, match="not mocked"):
        httpx2.get(other)
    with respx.mock(using="httpcore2") as others:
        others.get(other).respond(204)
        assert httpx2.get(other).status_code == 204


@pytest.mark.parametrize("called", [0, 1])
def test_an_answer_that_nobody_asked_for_fails_the_test(called: int) -> None:
    def program() -> None:
        with FoxReachMock() as mock:
            mock.leads.get.returns(factories.lead()).fails(404)
            for _ in range(called):
                new_client("sync").leads.get("cld_1")

    with pytest.raises(AssertionError, match=f"leads.get: nobody asked for {2 - called} of its answers"):
        program()


def test_a_call_without_an_answer_fails_the_test_even_if_the_program_hides_it() -> None:
    def program() -> None:
        with FoxReachMock() as mock:
            with suppress(AssertionError):
                new_client("sync").leads.get("cld_1")
            mock.leads.get.returns(factories.lead())
            new_client("sync").leads.get("cld_1")

    with pytest.raises(AssertionError, match=r"^leads\.get was called before it was told"):
        program()


@pytest.mark.parametrize("flavour", ["sync", "async"])
async def test_who_waits_for_an_answer_moves_the_clock_of_the_mock(flavour: str, foxreach_mock: FoxReachMock) -> None:
    foxreach_mock.leads.get.fails(429, headers={"Retry-After": "50"}).returns(factories.lead())
    client = new_client(flavour, retry=fox.RetryPolicy())
    await settled(client.leads.get("cld_1"))
    assert foxreach_mock.clock.monotonic() >= 50


def test_a_client_made_afterwards_waits_for_real_again() -> None:
    with FoxReachMock() as mock:
        assert sleep_of_new_clients() == mock.clock.sleep
    assert sleep_of_new_clients() is time.sleep


def test_an_error_of_the_test_is_not_hidden_behind_a_route_that_was_never_called() -> None:
    mock = FoxReachMock()
    mock.leads.get.returns(factories.lead())
    with pytest.raises(ZeroDivisionError), mock:
        raise ZeroDivisionError

"""The fixtures: each test has its own sandbox, and waits are virtual."""

from __future__ import annotations

import foxreach_client as fox
import pytest
from foxreach_client.testing import Fault, Faults, FoxReachMock, Sandbox, Serving, factories


@pytest.mark.parametrize("turn", [1, 2])
def test_each_test_starts_with_an_empty_sandbox(foxreach: fox.FoxReach, turn: int) -> None:
    assert not list(foxreach.leads.list())
    foxreach.leads.create(email="jane@example.com")


def test_calls_are_not_limited_by_default(foxreach: fox.FoxReach, foxreach_sandbox: Sandbox) -> None:
    began = foxreach_sandbox.clock.now()
    for _ in range(101):
        foxreach.webhooks.list_events()
    assert foxreach_sandbox.clock.now() == began


def test_a_wait_advances_the_clock_of_the_sandbox(
    foxreach: fox.FoxReach, foxreach_sandbox: Sandbox, foxreach_faults: Faults
) -> None:
    began = foxreach_sandbox.clock.now()
    foxreach_faults.next("leads.list", 2, Fault.status(429, retry_after=50))
    assert not list(foxreach.leads.list())
    assert foxreach_sandbox.clock.now() - began >= 100


def test_an_unknown_outcome_can_be_settled(
    foxreach: fox.FoxReach, foxreach_sandbox: Sandbox, foxreach_faults: Faults
) -> None:
    foxreach_faults.next("leads.create", 1, Fault.close(after_work=True))
    with pytest.raises(fox.OutcomeUnknownError) as caught:
        foxreach.leads.create(email="jane@example.com")
    assert caught.value.settle() == "unknown"  # It has the very second of the call, and may have been there before.
    assert len(foxreach_sandbox.state.leads) == 1


@pytest.mark.parametrize("anyio_backend", ["asyncio", "trio"])
async def test_the_async_client_shares_the_sandbox(
    foxreach: fox.FoxReach, foxreach_async: fox.AsyncFoxReach, foxreach_faults: Faults
) -> None:
    foxreach_faults.next("leads.create", 1, Fault.status(429, retry_after=60))
    lead = await foxreach_async.leads.create(email="jane@example.com")
    assert foxreach.leads.get(lead.id) == lead
    await foxreach_async.close()


def test_a_client_without_options_finds_the_server(foxreach_server: Serving, foxreach_sandbox: Sandbox) -> None:
    with fox.FoxReach() as client:
        lead = client.leads.create(email="jane@example.com")
        assert repr(foxreach_server.url) in repr(client)
    assert foxreach_sandbox.state.lead(lead.id) is not None


def test_a_client_of_the_server_waits_on_the_clock_of_the_sandbox(
    foxreach_server: Serving, foxreach_sandbox: Sandbox, foxreach_faults: Faults
) -> None:
    began = foxreach_sandbox.clock.now()
    foxreach_faults.next("leads.list", 2, Fault.status(429, retry_after=50))
    with fox.FoxReach() as client:
        assert not list(client.leads.list())
    assert foxreach_sandbox.clock.now() - began >= 100


def test_a_client_without_options_finds_the_mock(
    monkeypatch: pytest.MonkeyPatch, request: pytest.FixtureRequest
) -> None:
    monkeypatch.setenv("FOXREACH_BASE_URL", "https://proxy.example.com/elsewhere")
    monkeypatch.setenv("FOXREACH_API_KEY", "otr_real")
    mock: FoxReachMock = request.getfixturevalue("foxreach_mock")
    mock.leads.get.returns(factories.lead())
    with fox.FoxReach() as client:
        assert client.leads.get("cld_1") == factories.lead()
    assert mock.leads.get.requests[0].headers["X-API-Key"] == "mock"

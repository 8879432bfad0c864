# Generated from spec/spec.yaml by `nox -s generate`. Do not edit: change spec/, templates/ or generator/ instead.
"""The fixtures. Each test has a FoxReach of its own, which answers in no time: waits only move its clock."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

import pytest
from foxreach_testing.on_sandbox import async_client, new_sandbox, sync_client
from foxreach_testing.waiting import waiting_on

from ..client import FACTS, AsyncFoxReach, FoxReach
from .routes import FoxReachMock

if TYPE_CHECKING:
    from foxreach_sandbox import Faults, Sandbox, Serving


@pytest.fixture
def foxreach_sandbox() -> Sandbox:
    """A FoxReach with state, in this process, without a limit of calls; override it for one with other options."""
    return new_sandbox()


@pytest.fixture
def foxreach(foxreach_sandbox: Sandbox) -> Iterator[FoxReach]:
    """A client of `foxreach_sandbox`: no socket, no sleeping."""
    with sync_client(FoxReach, foxreach_sandbox) as client:
        yield client


@pytest.fixture
def foxreach_async(foxreach_sandbox: Sandbox) -> AsyncFoxReach:
    """An async client of `foxreach_sandbox`, for asyncio and trio."""
    return async_client(AsyncFoxReach, foxreach_sandbox)


@pytest.fixture
def foxreach_server(foxreach_sandbox: Sandbox, monkeypatch: pytest.MonkeyPatch) -> Iterator[Serving]:
    """`foxreach_sandbox` on a port of loopback; a client without options finds address and key in the environment.

    Clients that are made in this process meanwhile do not wait for real: their waits move the sandbox's clock.
    """
    with waiting_on(foxreach_sandbox.clock), foxreach_sandbox.serve() as server:
        monkeypatch.setenv(f"{FACTS.variables}_BASE_URL", server.url)
        monkeypatch.setenv(f"{FACTS.variables}_API_KEY", foxreach_sandbox.key)
        yield server


@pytest.fixture
def foxreach_faults(foxreach_sandbox: Sandbox) -> Faults:
    """What goes wrong next in `foxreach_sandbox`: `foxreach_faults.next("leads.create", 1, Fault.close())`."""
    return foxreach_sandbox.faults


@pytest.fixture
def foxreach_mock(monkeypatch: pytest.MonkeyPatch) -> Iterator[FoxReachMock]:
    """Answers of your own in place of any FoxReach: `foxreach_mock.leads.get.returns(factories.lead())`.

    A client without options finds a key in the environment, which is nobody's.
    """
    monkeypatch.setenv(f"{FACTS.variables}_BASE_URL", FACTS.base_url)
    monkeypatch.setenv(f"{FACTS.variables}_API_KEY", "mock")
    with FoxReachMock() as mock:
        yield mock

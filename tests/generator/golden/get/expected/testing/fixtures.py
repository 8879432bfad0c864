# Generated from spec/spec.yaml by `nox -s generate`. Do not edit: change spec/, templates/ or generator/ instead.
"""The pytest fixtures. Each test has its own sandbox; waits advance its virtual clock and take no real time."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from os import PathLike
from typing import TYPE_CHECKING

import pytest
from foxreach_testing.clients import async_client, new_sandbox, no_unused_faults, sync_client, virtual_time
from foxreach_testing.connections import warn_about_real_hosts

from ..client import FACTS, AsyncFoxReach, FoxReach
from ..recording import Recording, Replay
from .routes import FoxReachMock

if TYPE_CHECKING:
    from foxreach_sandbox import Faults, Sandbox, Serving


@pytest.fixture
def foxreach_sandbox() -> Iterator[Sandbox]:
    """A sandbox in this process, without a rate limit; override this fixture for other options.

    The test fails if a fault that it planned with `next` never happens.
    """
    sandbox = new_sandbox()
    with no_unused_faults(sandbox):
        yield sandbox


@pytest.fixture
def foxreach(foxreach_sandbox: Sandbox) -> Iterator[FoxReach]:
    """A client of `foxreach_sandbox` that uses no socket and never sleeps."""
    with warn_about_real_hosts(), sync_client(FoxReach, foxreach_sandbox) as client:
        yield client


@pytest.fixture
def foxreach_async(foxreach_sandbox: Sandbox) -> Iterator[AsyncFoxReach]:
    """An async client of `foxreach_sandbox`, for asyncio and trio."""
    with warn_about_real_hosts():
        yield async_client(AsyncFoxReach, foxreach_sandbox)


@pytest.fixture
def foxreach_replay(foxreach_sandbox: Sandbox) -> Callable[[str | PathLike[str]], FoxReach]:
    """A function of the path of a recording: a client that gets its replies and never sleeps."""
    return lambda path: sync_client(FoxReach, foxreach_sandbox, Replay(Recording.read(path)))


@pytest.fixture
def foxreach_replay_async(foxreach_sandbox: Sandbox) -> Callable[[str | PathLike[str]], AsyncFoxReach]:
    """The same for the async client."""
    return lambda path: async_client(AsyncFoxReach, foxreach_sandbox, Replay(Recording.read(path)))


@pytest.fixture
def foxreach_server(foxreach_sandbox: Sandbox, monkeypatch: pytest.MonkeyPatch) -> Iterator[Serving]:
    """`foxreach_sandbox` on a loopback port; a client without options finds URL and key in the environment.

    Clients created in this process while the fixture is active wait on the sandbox's clock instead of real time.
    """
    with warn_about_real_hosts(), virtual_time(foxreach_sandbox.clock), foxreach_sandbox.serve() as server:
        monkeypatch.setenv(f"{FACTS.variables}_BASE_URL", server.url)
        monkeypatch.setenv(f"{FACTS.variables}_API_KEY", foxreach_sandbox.key)
        yield server


@pytest.fixture
def foxreach_faults(foxreach_sandbox: Sandbox) -> Iterator[Faults]:
    """The faults that `foxreach_sandbox` injects: `foxreach_faults.next("leads.create", 1, Fault.close())`.

    The test fails if a fault that it planned with `next` never happens.
    """
    with no_unused_faults(foxreach_sandbox):
        yield foxreach_sandbox.faults


@pytest.fixture
def foxreach_mock(monkeypatch: pytest.MonkeyPatch) -> Iterator[FoxReachMock]:
    """Mock routes in place of the API: `foxreach_mock.leads.get.returns(factories.lead())`.

    A client without options finds URL and a placeholder key in the environment.
    """
    monkeypatch.setenv(f"{FACTS.variables}_BASE_URL", FACTS.base_url)
    monkeypatch.setenv(f"{FACTS.variables}_API_KEY", "mock")
    with warn_about_real_hosts(), FoxReachMock() as mock:
        yield mock

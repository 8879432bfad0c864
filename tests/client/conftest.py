"""Clients shared by all tests of this folder, in both flavours, and the count of what was seen of the spec."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import Any

import anyio
import httpx2
import pytest
from foxreach_runtime.http.tls import TrustSettings, ssl_context

from tests.client.cases import CASES
from tests.client.flavours import FLAVOURS, new_client

COUNTED = "test_every_status.py::test_a_documented_status"
_outcomes: Counter[str] = Counter()


@pytest.fixture(scope="session")
def anyio_backend() -> str:
    """Run on asyncio, unless a test names its loops."""
    return "asyncio"


@pytest.fixture(params=list(FLAVOURS))
def flavour(request: pytest.FixtureRequest) -> str:
    """Return the name of a flavour; each test that takes it, or a client, runs in both."""
    return str(request.param)


@pytest.fixture(scope="session")
def http_clients() -> Iterator[dict[str, Any]]:
    """Return the connections that all clients of `client` share: making them is most of the cost of a client."""
    blocking = httpx2.Client(verify=ssl_context(TrustSettings()))
    awaiting = httpx2.AsyncClient(verify=ssl_context(TrustSettings()))
    yield {"sync": blocking, "async": awaiting}
    blocking.close()
    anyio.run(awaiting.aclose)


@pytest.fixture
def client(http_clients: dict[str, Any], flavour: str) -> Any:
    """Return a new client that makes one attempt; what it learns of its quota stays in this test."""
    return new_client(flavour, http_client=http_clients[flavour])


def pytest_runtest_logreport(report: pytest.TestReport) -> None:
    """Count the cases by how they ended."""
    if COUNTED in report.nodeid and (report.when == "call" or not report.passed):
        _outcomes[report.outcome] += 1


def pytest_terminal_summary(terminalreporter: Any) -> None:
    """Print how many cases of (operation, status, flavour) there are, and how many were seen."""
    if _outcomes:
        seen = ", ".join(f"{count} {outcome}" for outcome, count in sorted(_outcomes.items()))
        total = len(CASES) * len(FLAVOURS)
        terminalreporter.write_line(f"cases of (operation, status, flavour): {total} in the spec, {seen}")

"""Clients for the contract tests, in both flavours. Their packages are in tests/contract/requirements.txt."""

from __future__ import annotations

from typing import Any

import pytest

from tests.client.flavours import FLAVOURS
from tests.contract.counting import noted

__all__ = ["anyio_backend", "flavour"]


def pytest_terminal_summary(terminalreporter: Any, config: pytest.Config) -> None:
    """Print the counts."""
    for line in noted(config):
        terminalreporter.write_line(line)


@pytest.fixture
def anyio_backend() -> str:
    """Run on asyncio."""
    return "asyncio"


@pytest.fixture(params=list(FLAVOURS))
def flavour(request: pytest.FixtureRequest) -> str:
    """Return the name of a flavour."""
    return str(request.param)

"""The kit as its users load it, and the examples as modules and as programs of their own."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from foxreach_client.testing import foxreach, foxreach_async, foxreach_faults, foxreach_sandbox, foxreach_server

from tests.examples.receiver import Running

__all__ = ["foxreach", "foxreach_async", "foxreach_faults", "foxreach_sandbox", "foxreach_server"]


@pytest.fixture
def anyio_backend() -> str:
    """Run on asyncio, as the examples do."""
    return "asyncio"


@pytest.fixture
def store(tmp_path: Path) -> Path:
    """Where a receiver keeps its deliveries."""
    return tmp_path / "deliveries.sqlite"


@pytest.fixture
def receiver(store: Path) -> Iterator[Running]:
    """A receiver that is stopped at the end."""
    running = Running(store)
    yield running
    running.stop()

"""The kit as its users load it; the whole suite has one `pytest_plugins`, so here the fixtures are imported."""

from __future__ import annotations

import pytest
from foxreach_client.testing import (
    foxreach,
    foxreach_async,
    foxreach_faults,
    foxreach_mock,
    foxreach_sandbox,
    foxreach_server,
)

__all__ = ["foxreach", "foxreach_async", "foxreach_faults", "foxreach_mock", "foxreach_sandbox", "foxreach_server"]


@pytest.fixture
def anyio_backend() -> str:
    """Run on asyncio, unless a test names its loops."""
    return "asyncio"

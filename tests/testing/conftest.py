"""The fixtures of the kit, imported here because only the top conftest.py may set `pytest_plugins`."""

from __future__ import annotations

import pytest
from foxreach_client.testing import (
    foxreach,
    foxreach_async,
    foxreach_faults,
    foxreach_mock,
    foxreach_replay,
    foxreach_replay_async,
    foxreach_sandbox,
    foxreach_server,
)

__all__ = [
    "foxreach",
    "foxreach_async",
    "foxreach_faults",
    "foxreach_mock",
    "foxreach_replay",
    "foxreach_replay_async",
    "foxreach_sandbox",
    "foxreach_server",
]


@pytest.fixture
def anyio_backend() -> str:
    """Run on asyncio unless a test names its event loops."""
    return "asyncio"

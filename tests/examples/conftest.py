"""The kit as its users load it, and the examples as modules and as programs of their own."""

from __future__ import annotations

import pytest
from foxreach_client.testing import foxreach, foxreach_async, foxreach_faults, foxreach_sandbox, foxreach_server

__all__ = ["foxreach", "foxreach_async", "foxreach_faults", "foxreach_sandbox", "foxreach_server"]


@pytest.fixture
def anyio_backend() -> str:
    """Run on asyncio, as the examples do."""
    return "asyncio"

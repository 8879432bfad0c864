"""Clients for the contract tests, in both flavours; what they need to have installed is in the group `contract`."""

from __future__ import annotations

import pytest

from tests.client.flavours import FLAVOURS

__all__ = ["anyio_backend", "flavour"]


@pytest.fixture
def anyio_backend() -> str:
    """Run on asyncio."""
    return "asyncio"


@pytest.fixture(params=list(FLAVOURS))
def flavour(request: pytest.FixtureRequest) -> str:
    """Return the name of a flavour."""
    return str(request.param)

"""Everything that exists in two flavours is tested in both, the async one on asyncio and on trio."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from .flavours import World


@pytest.fixture(params=["sync", "async", "trio"])
def world(request: pytest.FixtureRequest) -> Callable[..., World]:
    """Return a maker of worlds: world(reply, reply, ..., retry=...)."""

    def make(*replies: Any, **facts: Any) -> World:
        return World(request.param, replies, **facts)

    return make

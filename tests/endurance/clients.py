"""Clients of both flavours on real sockets, whose waits between attempts only advance their clock."""

from __future__ import annotations

import random
import threading
import time
from typing import Any

import httpx2
from foxreach_client import AsyncFoxReach, FoxReach
from foxreach_runtime.engine.exchange import Timing
from foxreach_runtime.engine.transport import AsyncTransport, Transport

from tests.endurance.server import Server

TIMEOUT = httpx2.Timeout(
    60.0, read=0.5
)  # A silence takes as long as this; what else does is unknown, too, and found out.
SEED = 7


class Skipping:
    """A clock that runs in real time and skips the waits of calls; shared by threads and tasks."""

    def __init__(self) -> None:
        self._skipped, self._lock = 0.0, threading.Lock()

    def timing(self) -> Timing:
        """Return the clocks and reproducible random numbers."""
        chance = random.Random(SEED)  # noqa: S311 - no secret
        return Timing(lambda: time.monotonic() + self._skipped, lambda: time.time() + self._skipped, chance.random)

    def sleep(self, seconds: float) -> None:
        """Advance the clock without waiting."""
        with self._lock:
            self._skipped += seconds

    async def asleep(self, seconds: float) -> None:
        """Advance the clock without waiting."""
        self.sleep(seconds)


def sync_client(server: Server) -> FoxReach:
    """Return a client of *server*."""
    client, clock = FoxReach(api_key=server.key, base_url=server.url, timeout=TIMEOUT), Skipping()
    before: Any = client._transport  # pyright: ignore[reportPrivateUsage]
    ours = Transport(before.options, before.connections, timing=clock.timing(), sleep=clock.sleep)
    client._transport = ours  # pyright: ignore[reportPrivateUsage]
    return client


def async_client(server: Server) -> AsyncFoxReach:
    """Return a client of *server*."""
    client, clock = AsyncFoxReach(api_key=server.key, base_url=server.url, timeout=TIMEOUT), Skipping()
    before: Any = client._transport  # pyright: ignore[reportPrivateUsage]
    ours = AsyncTransport(before.options, before.connections, timing=clock.timing(), sleep=clock.asleep)
    client._transport = ours  # pyright: ignore[reportPrivateUsage]
    return client

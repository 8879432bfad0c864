"""Count the sockets of this process and the connections of a client."""

from __future__ import annotations

import os
import stat
from typing import Any

from foxreach_client import AsyncFoxReach, FoxReach

DESCRIPTORS = "/dev/fd"


def open_sockets() -> int:
    """Return the number of open sockets of this process."""
    count = 0
    for name in os.listdir(DESCRIPTORS):  # noqa: PTH208 - numbers
        try:
            count += stat.S_ISSOCK(os.fstat(int(name)).st_mode)
        except OSError:  # the descriptor of the list itself
            continue
    return count


def pooled(client: FoxReach | AsyncFoxReach) -> int:
    """Return the number of connections of *client*, in use or idle."""
    opener: Any = client._transport.connections._opener  # pyright: ignore[reportPrivateUsage]
    opened = [opener._client] if isinstance(client, FoxReach) else list(opener._by_loop.values())
    return sum(len(each._transport._pool.connections) for each in opened if each is not None)

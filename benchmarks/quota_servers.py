"""What the server may do, which is what the sandbox does, and the best that anybody could do against it. Pure."""

from foxreach_sandbox.windows import LIMIT, WINDOW, FixedWindow, SlidingCounter, SlidingLog
from foxreach_sandbox.windows import Window as Server

__all__ = ["LIMIT", "SERVERS", "WINDOW", "FixedWindow", "Server", "SlidingCounter", "SlidingLog", "best_possible"]
SERVERS: dict[str, type[Server]] = {
    "fixed window": FixedWindow,
    "sliding log": SlidingLog,
    "two buckets": SlidingCounter,
}


def best_possible(server: Server, calls: int) -> float:
    """Return the seconds that *calls* take somebody who knows the server's mind and needs no time to reach it."""
    now = 0.0
    for _ in range(calls):
        now = server.next_at(now)
        server.accept(now)
    return now

"""The windows of the server, which are those of the sandbox, and the best possible speed against them. Pure."""

from foxreach_sandbox.windows import LIMIT, WINDOW, FixedWindow, SlidingCounter, SlidingLog
from foxreach_sandbox.windows import Window as Server

__all__ = ["LIMIT", "SERVERS", "WINDOW", "FixedWindow", "Server", "SlidingCounter", "SlidingLog", "best_possible"]
SERVERS: dict[str, type[Server]] = {
    "fixed window": FixedWindow,
    "sliding log": SlidingLog,
    "two buckets": SlidingCounter,
}


def best_possible(server: Server, calls: int) -> float:
    """Return the seconds that *calls* take a client that knows the server's counts and has no latency."""
    now = 0.0
    for _ in range(calls):
        now = server.next_at(now)
        server.accept(now)
    return now

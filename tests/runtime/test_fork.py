"""What a forked process makes of a limiter whose calls, and locks, were another thread's of its parent."""

from __future__ import annotations

import pytest
from foxreach_runtime.limiter import LocalLimiter
from foxreach_runtime.pacing import Quota

from .test_connections import forks, in_child


@forks
@pytest.mark.parametrize("pacing", ["interactive", "bulk"])
def test_calls_under_way_in_the_parent_are_not_under_way_in_the_child(pacing: str) -> None:
    limiter = LocalLimiter("interactive" if pacing == "interactive" else "bulk", Quota(4))
    while limiter.permit("k").ask(0.0, 0.0) == 0:  # until there is no room
        pass
    assert in_child(lambda: limiter.permit("k").ask(0.0, 0.0)) == "0.0"
    assert limiter.permit("k").ask(0.0, 0.0) > 0


@forks
def test_a_lock_that_a_thread_of_the_parent_holds_does_not_hold_up_the_child() -> None:
    limiter = LocalLimiter()
    with limiter._lock:  # pyright: ignore[reportPrivateUsage]
        assert in_child(lambda: limiter._lock.acquire(timeout=5)) == "True"  # pyright: ignore[reportPrivateUsage]
    assert limiter.permit("k").ask(0.0, 0.0) == 0

"""What a forked process makes of a limiter whose calls, and locks, were another thread's of its parent."""

from __future__ import annotations

import threading
from contextlib import ExitStack
from typing import Any

import pytest
from foxreach_runtime.rate_limit.limiter import LocalLimiter
from foxreach_runtime.rate_limit.pacing import Quota
from foxreach_runtime.rate_limit.redis.background import BackgroundWork
from foxreach_runtime.rate_limit.redis.limiter import RedisLimiter

from .test_connections import forks, in_child


@forks
@pytest.mark.parametrize("pacing", ["interactive", "bulk"])
def test_calls_under_way_in_the_parent_are_not_under_way_in_the_child(pacing: str) -> None:
    limiter = LocalLimiter("interactive" if pacing == "interactive" else "bulk", Quota(4))
    while limiter.permit("k").acquire(0.0, 0.0) == 0:  # until there is no room
        pass
    assert in_child(lambda: limiter.permit("k").acquire(0.0, 0.0)) == "0.0"
    assert limiter.permit("k").acquire(0.0, 0.0) > 0


def redis_parts() -> list[Any]:
    limiter = RedisLimiter("redis://127.0.0.1:1/0")
    permit: Any = limiter.permit("k")
    line = permit._line
    return [limiter, limiter._store, limiter._background, line, line._alone]  # pyright: ignore[reportPrivateUsage]


@forks
def test_no_lock_of_a_shared_limiter_stays_shut_in_the_child() -> None:
    parts = redis_parts()
    with ExitStack() as held:
        for part in parts:
            held.enter_context(part._lock)
        assert in_child(lambda: all(part._lock.acquire(timeout=5) for part in parts)) == "True"


@forks
def test_a_task_of_the_parent_is_not_run_by_the_child_as_well() -> None:
    background, gate, done = BackgroundWork(), threading.Event(), list[str]()

    def wait() -> None:
        gate.wait()

    background.add(wait)
    background.add(lambda: done.append("parent"))

    def in_the_child() -> list[str]:
        background.add(lambda: done.append("child"))
        background.settle()
        return done

    assert in_child(in_the_child) == "['child']"
    gate.set()
    background.settle()
    assert done == ["parent"]


@forks
def test_a_lock_that_a_thread_of_the_parent_holds_does_not_hold_up_the_child() -> None:
    limiter = LocalLimiter()
    with limiter._lock:  # pyright: ignore[reportPrivateUsage]
        assert in_child(lambda: limiter._lock.acquire(timeout=5)) == "True"  # pyright: ignore[reportPrivateUsage]
    assert limiter.permit("k").acquire(0.0, 0.0) == 0

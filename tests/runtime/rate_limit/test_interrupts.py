"""A call that is interrupted, wherever that happens, does not make the calls after it slower for ever."""

from __future__ import annotations

import gc
from collections.abc import Callable
from typing import Any

import pytest
from foxreach_runtime.rate_limit.limiter import LocalLimiter

from ..flavours import NOW, World, reply
from ..interrupts import interrupts
from ..sample import GET, LEAD

FILES = ("rate_limit/limiter.py", "rate_limit/schedule.py", "rate_limit/ledger.py", "engine/exchange.py")


def answer(remaining: int) -> Any:
    return reply(
        200,
        {"data": LEAD},
        X_RateLimit_Limit="100",
        X_RateLimit_Remaining=str(remaining),
        X_RateLimit_Reset=str(NOW + 60),
    )


def flights(limiter: LocalLimiter) -> int:
    return len(limiter._schedule._ledger.flights)  # pyright: ignore[reportPrivateUsage]


@pytest.mark.parametrize("used", [0, 100], ids=["at once", "after a wait"])
def test_an_interrupted_call_is_not_in_flight_any_more(world: Callable[..., World], used: int) -> None:
    here = world(answer(99))
    for interrupt in interrupts(*FILES, step=1 if here.flavour == "sync" else 12):
        limiter = here.limiter = LocalLimiter()
        limiter.begin_behind(here.now, used)
        with interrupt:
            here.run(GET)
        here.now += 120.0
        here.run(GET)
        if flights(limiter):
            gc.collect()  # An exception that ends a task is in a cycle with its frames.
        assert limiter._queue == []  # pyright: ignore[reportPrivateUsage]
        assert flights(limiter) == 0

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from foxreach_runtime.engine.retry import RetryPolicy
from foxreach_runtime.engine.retry_budget import RetryBudget
from foxreach_runtime.errors import FoxReachError, ServerError, TooManyRequestsError

from ..flavours import World, reply
from ..sample import GET, LEAD

Worlds = Callable[..., World]


def test_a_budget_is_spent_up_to_its_capacity_and_paid_back() -> None:
    budget = RetryBudget()
    assert [budget.take(14, 30) for _ in range(3)] == [True, True, False]
    budget.pay_back(14)
    assert [budget.take(14, 30) for _ in range(2)] == [True, False]
    budget.pay_back(1000)
    assert [budget.take(30, 30), budget.take(1, 30)] == [True, False]


def test_a_budget_without_capacity_is_endless() -> None:
    assert all(RetryBudget().take(14, None) for _ in range(100))


def attempts_of(here: World, calls: int) -> list[int]:
    """Return how many attempts each of *calls* calls took until it failed."""

    def failed(error: FoxReachError) -> int:
        return error.attempts

    def sync(transport: Any) -> list[int]:
        counts: list[int] = []
        for _ in range(calls):
            with pytest.raises(FoxReachError) as caught:
                transport.run(GET)
            counts.append(failed(caught.value))
        return counts

    async def asynchronous(transport: Any) -> list[int]:
        counts: list[int] = []
        for _ in range(calls):
            with pytest.raises(FoxReachError) as caught:
                await transport.run(GET)
            counts.append(failed(caught.value))
        return counts

    return here.do(sync if here.flavour == "sync" else asynchronous)  # type: ignore[no-any-return]


def test_an_outage_is_not_answered_with_four_times_the_load(world: Worlds) -> None:
    # 500 tokens at 14 a retry are 35 retries: 11 calls with three each, one with two, and none from then on.
    assert attempts_of(world(reply(503)), 15) == [4] * 11 + [3] + [1] * 3


def test_a_throttled_retry_costs_less(world: Worlds) -> None:
    here = world(reply(429, Retry_After="0"))
    assert attempts_of(here, 35) == [4] * 33 + [2] + [1]


def test_the_error_says_why_it_was_not_repeated(world: Worlds) -> None:
    with pytest.raises(ServerError, match="too many calls of this client fail"):
        world(reply(503), retry=RetryPolicy(budget=0)).run(GET)
    with pytest.raises(TooManyRequestsError, match="too many calls of this client fail"):
        world(reply(429), retry=RetryPolicy(budget=4)).run(GET)


def test_success_pays_back_what_its_retry_cost(world: Worlds) -> None:
    good = reply(200, {"data": LEAD})
    here = world(*[reply(503), good] * 5, retry=RetryPolicy(budget=14))

    def sync(transport: Any) -> list[str]:
        return [transport.run(GET).id for _ in range(5)]

    async def asynchronous(transport: Any) -> list[str]:
        return [(await transport.run(GET)).id for _ in range(5)]

    assert here.do(sync if here.flavour == "sync" else asynchronous) == ["cld_1"] * 5

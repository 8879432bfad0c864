"""Retries: whether and when a call is sent again, the backoff, and the retry budget.

Pure, apart from the lock of the budget: clock, jitter and attempt number are arguments. It does not wait and not raise.
"""

from __future__ import annotations

import threading

from msgspec import Struct

from ..duration import seconds_text
from ..fork import reset_after_fork
from ..options.retry_policy import RetryPolicy
from ..response.outcome import Answer, Failure
from ..response.rate_limit_headers import named_wait
from ..response.status import Repeat, meaning_of

SHORTEST_BACKOFF = 0.05  # Seconds. The jitter may be zero, and a retry without a pause is useless.


class Decision(Struct, frozen=True):
    """The seconds to *wait* before the next attempt, or None to give up; *reason* says why, for the message.

    *named* is the wait that the server asked for, if it named one.
    """

    wait: float | None
    reason: str = ""
    named: float | None = None


def wait_before_next(
    policy: RetryPolicy,
    repeat: Repeat,
    attempt: int,
    outcome: Answer | Failure,
    *,
    named_before: float | None = None,
    left: float | None = None,
    jitter: float = 1.0,
    local_now: float = 0.0,
) -> Decision:
    """Return how long to wait before attempt + 1, or the reason to give up.

    *attempt* is 1-based and counts the first try. An *outcome* with a 2xx is one that could not be decoded.
    *named_before* is `named` of the decision before: of several zeros in a row only the first is obeyed, since a server
    that rounds its times down may go on naming zero. *left* is the rest of the deadline in seconds, *jitter* a random
    number from 0 to 1. *local_now* is in epoch seconds and used only if the server sends no Date.
    """
    if not may_repeat(repeat, outcome):
        return Decision(None)
    if attempt >= policy.max_attempts:
        return Decision(None, f"Gave up after {attempt} attempts." if attempt > 1 else "")
    named = named_wait(outcome, local_now) if isinstance(outcome, Answer) else None
    if named is not None and named > policy.longest_wait:
        return Decision(None, f"The server asks to wait {seconds_text(named, 0)}, longer than longest_wait.")
    repeated_zero = named is not None and named_before is not None and max(named, named_before) < SHORTEST_BACKOFF
    wait = backoff(policy, attempt, jitter) if named is None or repeated_zero else named
    if left is not None and wait >= left:
        return Decision(None, f"The next attempt in {seconds_text(wait)} would be past the deadline.")
    return Decision(wait, named=named)


def backoff(policy: RetryPolicy, attempt: int, jitter: float) -> float:
    """Return the wait after *attempt* if the server names none: exponential backoff with full jitter, never zero."""
    ceiling = min(policy.backoff_cap, policy.backoff_base * 2.0 ** min(attempt - 1, 60))
    return min(policy.longest_wait, max(SHORTEST_BACKOFF, ceiling * jitter))


def may_repeat(repeat: Repeat, outcome: Answer | Failure) -> bool:
    """Return True if the same call may be sent again after *outcome*."""
    if isinstance(outcome, Failure):
        if outcome.kind in {"permanent", "closed"}:
            return False
        return outcome.stage == "not_sent" or repeat != "never"
    return repeat in meaning_of(outcome.status).repeat


def cost_of(policy: RetryPolicy, outcome: Answer | Failure) -> int:
    """Return the tokens that a retry after *outcome* takes from the budget."""
    throttled = isinstance(outcome, Answer) and meaning_of(outcome.status).throttled
    return policy.throttled_cost if throttled else policy.retry_cost


class RetryBudget:
    """The tokens that the retries of all calls of a client share, so that an outage does not get four times the load.

    Success pays back. Threads may share it. *spent* may be read without the lock: most calls find nothing to pay back.
    """

    def __init__(self) -> None:
        self.spent = 0
        reset_after_fork(self)

    def reset(self) -> None:
        """Make a new lock: in the child of a fork, a thread of the parent may have held this one."""
        self._counting = threading.Lock()

    def take(self, cost: int, capacity: int | None) -> bool:
        """Return True and spend *cost* if *capacity* has room for it; None is no limit."""
        if capacity is None:
            return True
        with self._counting:
            if self.spent + cost > capacity:
                return False
            self.spent += cost
            return True

    def pay_back(self, tokens: int) -> None:
        """Pay *tokens* back after a successful call."""
        with self._counting:
            self.spent = max(0, self.spent - tokens)

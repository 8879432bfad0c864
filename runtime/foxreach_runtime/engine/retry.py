"""Whether and when a call is made again. Pure: no clock, no dice, no sleep; all of them are arguments.

What it does not do: count the attempts, wait, or raise.
"""

from __future__ import annotations

from dataclasses import dataclass

from ..duration import LONGEST, is_amount
from ..errors import ConfigurationError
from ..response.outcome import Answer, Failure
from ..response.rate_limit_headers import named_wait
from ..response.status import Repeat, meaning_of

SHORTEST_BACKOFF = 0.05  # Seconds. The dice may say zero; a retry without a pause helps nobody.


@dataclass(frozen=True, slots=True)
class Decision:
    """The seconds to *wait* before the next attempt, or None to give up; *because* says why, for the message."""

    wait: float | None
    because: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class RetryPolicy:
    """When to try again. All times in seconds.

    Args:
        max_attempts: how many attempts a call has, the first included.
        deadline: for the whole call, waits included; None for no limit.
        longest_wait: a longer wait that the server asks for is given back to the caller as the error.
        backoff_base: the ceiling of the first wait where the server names none; it doubles each time.
        backoff_cap: the highest ceiling.
        budget: the tokens that all calls of a client share for retries; None for no limit. Each success pays back.
        retry_cost: the tokens of a retry.
        throttled_cost: the tokens of a retry after a 429.
    """

    max_attempts: int = 4
    deadline: float | None = 120.0
    longest_wait: float = 65.0
    backoff_base: float = 0.5
    backoff_cap: float = 8.0
    budget: int | None = 500
    retry_cost: int = 14
    throttled_cost: int = 5

    def __post_init__(self) -> None:
        if type(self.max_attempts) is not int or self.max_attempts < 1:
            raise ConfigurationError("RetryPolicy: max_attempts must be a whole number from 1 on")
        if self.deadline is not None and not (is_amount(self.deadline) and self.deadline > 0):
            raise ConfigurationError(f"RetryPolicy: deadline must be above 0 and up to {LONGEST:.0f} seconds, or None")
        for name in ("longest_wait", "backoff_base", "backoff_cap"):
            if not is_amount(getattr(self, name)):
                raise ConfigurationError(f"RetryPolicy: {name} must be a number from 0 to {LONGEST:.0f}")
        for name in ("budget", "retry_cost", "throttled_cost"):
            tokens = 0 if name == "budget" and self.budget is None else getattr(self, name)
            if type(tokens) is not int or not is_amount(tokens):
                raise ConfigurationError(f"RetryPolicy: {name} must be a whole number from 0 to {LONGEST:.0f}")

    def wait_before_next(
        self,
        repeat: Repeat,
        attempt: int,
        outcome: Answer | Failure,
        *,
        left: float | None = None,
        jitter: float = 1.0,
        local_now: float = 0.0,
    ) -> Decision:
        """Return how long to wait before attempt + 1, or why to give up.

        *attempt* is 1-based and counts the first try. An *outcome* with a 2xx is one that did not parse. *left* is
        what remains of the deadline, *jitter* a random number from 0 to 1, *local_now* epoch seconds, used only
        where the server sends no Date.
        """
        if not may_repeat(repeat, outcome):
            return Decision(None)
        if attempt >= self.max_attempts:
            return Decision(None, f"Gave up after {attempt} attempts." if attempt > 1 else "")
        named = named_wait(outcome, local_now) if isinstance(outcome, Answer) else None
        if named is not None and named > self.longest_wait:
            return Decision(None, f"The server asks to wait {named:.0f} s, longer than longest_wait.")
        wait = self.backoff(attempt, jitter) if named is None else named
        if left is not None and wait >= left:
            return Decision(None, f"The next attempt in {wait:.1f} s would be past the deadline.")
        return Decision(wait)

    def cost_of(self, outcome: Answer | Failure) -> int:
        """Return the tokens of a retry after *outcome*."""
        throttled = isinstance(outcome, Answer) and meaning_of(outcome.status).throttled
        return self.throttled_cost if throttled else self.retry_cost

    def backoff(self, attempt: int, jitter: float) -> float:
        """Return the wait after *attempt* where the server names none: full jitter, never quite zero."""
        ceiling = min(self.backoff_cap, self.backoff_base * 2.0 ** min(attempt - 1, 60))
        return min(self.longest_wait, max(SHORTEST_BACKOFF, ceiling * jitter))


def may_repeat(repeat: Repeat, outcome: Answer | Failure) -> bool:
    """Return True if *outcome* allows the same call again, by what the call does and how far it got."""
    if isinstance(outcome, Failure):
        if outcome.kind in {"hopeless", "closed"}:
            return False
        return outcome.stage == "not_sent" or repeat != "never"
    return repeat in meaning_of(outcome.status).repeat

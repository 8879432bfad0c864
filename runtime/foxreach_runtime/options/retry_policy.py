"""When to try again, as a caller sets it. Pure: values and their checks; engine/retry.py decides by them."""

from __future__ import annotations

from dataclasses import dataclass

from ..duration import LONGEST, is_amount
from ..errors import ConfigurationError


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

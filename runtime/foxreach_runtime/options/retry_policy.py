"""The retry policy as a caller sets it. Pure: values and their checks. engine/retry.py has the decisions."""

from __future__ import annotations

from msgspec import Struct

from ..duration import LONGEST, is_amount
from ..errors import ConfigurationError


class RetryPolicy(Struct, frozen=True, kw_only=True):
    """When to retry, and for how long. All times are in seconds.

    Args:
        max_attempts: the number of attempts of a call, including the first.
        deadline: for the whole call, including waits, and for the calls of an upsert together; None for no limit.
        longest_wait: if the server asks for a longer wait, the error is raised at once.
        backoff_base: the upper bound of the first wait if the server names none; it doubles with each attempt.
        backoff_cap: the highest upper bound.
        budget: the tokens for retries that all calls of a client share; a success pays back. None for no limit.
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

    @classmethod
    def within(cls, seconds: float, *, max_attempts: int = 4) -> RetryPolicy:
        """Return a policy for calls that end within *seconds*, waits included, such as those of a web handler."""
        if not is_amount(seconds):
            raise ConfigurationError(f"RetryPolicy.within: seconds must be a number up to {LONGEST:.0f}")
        return cls(max_attempts=max_attempts, deadline=seconds)

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

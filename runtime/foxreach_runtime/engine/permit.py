"""One attempt with the leave of the limiter: waits for the quota, then Send. Pure, like exchange.py around it."""

from __future__ import annotations

from collections.abc import Callable, Generator
from functools import partial
from typing import Any

from msgspec import Struct

from ..operation import Request
from ..rate_limit.limiter import Limiter, LimiterUnavailableError, Permit
from ..response.outcome import Answer, Failure
from .retry import RetryPolicy
from .steps import Send, Step, Wait, Work


class Refused(Struct, frozen=True):
    """No attempt was made: *because* says why, *wait* is the number of seconds it would have taken, if known."""

    because: str
    wait: float | None = None


class Clocks(Struct, frozen=True):
    """The clocks of an attempt, monotonic and epoch, and when the deadline of its call *ends*."""

    clock: Callable[[], float]
    wall: Callable[[], float]
    ends: float | None = None

    def left(self) -> float | None:
        """Return what is left of the deadline."""
        return None if self.ends is None else self.ends - self.clock()


Outcome = Answer | Failure | Refused
Attempting = Generator[Step, Any, tuple[Outcome, float]]


def paced(permit: Permit, request: Request, policy: RetryPolicy, clocks: Clocks) -> Attempting:
    """Return what came of one attempt, and the seconds it waited for the quota before."""
    outcome: Answer | Failure | None = None
    waited = 0.0
    try:
        while True:
            most = _most(policy, clocks)
            ask = partial(_asked, permit, clocks.clock(), most)
            wait = (yield Work(ask)) if permit.blocking else ask()
            if isinstance(wait, Refused):
                return wait, waited
            if wait <= 0:
                break
            if wait > most:
                return _refused(wait, policy), waited
            yield Wait(wait)
            waited += wait
        sent = yield from _sent(request, clocks)
        outcome = None if isinstance(sent, Refused) else sent
        return sent, waited
    finally:  # Also where the driver leaves in the middle, because its task was cancelled or its thread interrupted.
        permit.end(clocks.clock(), outcome, clocks.wall())


def unpaced(request: Request, clocks: Clocks) -> Attempting:
    """Return what came of one attempt without any limiter."""
    return (yield from _sent(request, clocks)), 0.0


def _sent(request: Request, clocks: Clocks) -> Generator[Step, Any, Outcome]:
    """Return what came of sending, which is not begun after the deadline: a wait may have ended a moment late."""
    left = clocks.left()
    if left is not None and left <= 0:
        return Refused("The time for the whole call is over.")
    outcome: Answer | Failure = yield Send(request, left)
    return outcome


def attempt(limiter: Limiter | None, key: str, request: Request, policy: RetryPolicy, clocks: Clocks) -> Attempting:
    """Return the attempt, with the leave of *limiter* if there is one."""
    return unpaced(request, clocks) if limiter is None else paced(limiter.permit(key), request, policy, clocks)


def _asked(permit: Permit, now: float, most: float) -> float | Refused:
    try:
        return permit.ask(now, most)
    except LimiterUnavailableError as error:
        return Refused(str(error))


def _most(policy: RetryPolicy, clocks: Clocks) -> float:
    left = clocks.left()
    return policy.longest_wait if left is None else max(0.0, min(policy.longest_wait, left))


def _refused(wait: float, policy: RetryPolicy) -> Refused:
    bound = "longest_wait" if wait > policy.longest_wait else "the deadline"
    return Refused(f"The quota has room in {wait:.1f} s, which is past {bound}.", wait)

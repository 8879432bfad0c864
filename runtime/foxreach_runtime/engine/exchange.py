"""The life of one call as a generator: it yields steps, is sent what came of them, and returns the reply.

Pure: no I/O, no sleep; clock and dice come in through Timing. The drivers in transport.py do what it asks for.
"""

from __future__ import annotations

import random
import time
from collections.abc import Callable, Generator, Mapping
from dataclasses import dataclass, field
from functools import partial
from typing import Any, TypeVar

from ..errors import FoxReachError, StatusError
from ..operation import Operation, Request
from ..rate_limit.limiter import Limiter
from ..raw import RawReply
from ..response.decoding import Mismatch
from ..response.outcome import Answer, Attempt, Failure
from ..telemetry.logs import AttemptEvent, OnAttempt
from .permit import Clocks, Refused, attempt
from .result import Ending, Keep, error_from, quota_error, reply_from
from .retry import Decision, RetryPolicy
from .retry_budget import RetryBudget
from .steps import Send, Step, Wait

__all__ = ["NOWHERE", "TIMING", "Send", "Step", "Steps", "Surroundings", "Timing", "Wait", "exchange"]

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Timing:
    """Where time and chance come from: *clock* never goes back, *wall* is in epoch seconds, *dice* from 0 to 1."""

    clock: Callable[[], float] = time.monotonic
    wall: Callable[[], float] = time.time
    dice: Callable[[], float] = random.random


Steps = Generator[Step, Any, RawReply[T]]
TIMING = Timing()


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What the calls of one client share: time and chance, the retry budget, who listens, what must stay secret.

    *limiter* gives the leave for every attempt, by the first of the *secrets*, the key. *keep* is told of
    what a reply has that the spec does not say; without it, such a reply is an error. *errors* are the classes of
    documented statuses.
    """

    timing: Timing = TIMING
    budget: RetryBudget | None = None
    observe: OnAttempt | None = None
    secrets: tuple[str, ...] = field(default=(), repr=False)
    limiter: Limiter | None = None
    keep: Keep | None = None
    errors: Mapping[int, type[StatusError]] = field(default_factory=dict[int, type[StatusError]])

    @property
    def key(self) -> str:
        """The API key."""
        return self.secrets[0] if self.secrets else ""


NOWHERE = Surroundings()


def exchange(
    operation: Operation[T],
    request: Request,
    policy: RetryPolicy,
    *,
    empty: T | None = None,
    around: Surroundings = NOWHERE,
) -> Steps[T]:
    """Return the reply to *request*, or raise the error of the last attempt.

    *empty* is the result of an answer without content.
    """
    clock, paid = around.timing.clock, 1
    history: tuple[Attempt, ...] = ()
    clocks = Clocks(clock, around.timing.wall, None if policy.deadline is None else clock() + policy.deadline)
    error_with: Callable[[Ending], FoxReachError] = partial(quota_error, operation)
    while True:
        began = clock()
        outcome, queued = yield from attempt(around.limiter, around.key, request, policy, clocks)
        if isinstance(outcome, Refused):
            raise error_with(Ending(history, outcome.because, around.secrets, clocks.wall(), outcome.wait))
        took = clock() - began - queued
        reply = reply_from(operation, outcome, empty, history, around.keep) if isinstance(outcome, Answer) else None
        if isinstance(reply, RawReply):
            reply = reply.queued_for(queued) if queued else reply
            _tell(around, operation, took, reply.history[-1])
            if around.budget is not None:
                around.budget.pay_back(paid)
            return reply
        decision = _decision(operation, policy, len(history) + 1, outcome, left=clocks.left(), around=around)
        paid = policy.cost_of(outcome)
        history = (*history, _attempt(len(history) + 1, outcome, reply, decision.wait, queued))
        _tell(around, operation, took, history[-1])
        error_with = partial(error_from, operation, outcome, reply)
        if decision.wait is None:
            raise error_with(Ending(history, decision.because, around.secrets, clocks.wall(), classes=around.errors))
        yield Wait(decision.wait)


def _decision(
    operation: Operation[Any],
    policy: RetryPolicy,
    attempt: int,
    outcome: Answer | Failure,
    *,
    left: float | None,
    around: Surroundings,
) -> Decision:
    """Return what the policy says, unless the budget of the client has nothing left for it."""
    decision = policy.wait_before_next(
        operation.repeat,
        attempt,
        outcome,
        left=left,
        jitter=around.timing.dice(),
        local_now=around.timing.wall(),
    )
    if decision.wait is None or around.budget is None or around.budget.take(policy.cost_of(outcome), policy.budget):
        return decision
    return Decision(None, "Not repeated: too many calls of this client fail.")


def _tell(around: Surroundings, operation: Operation[Any], duration: float, attempt: Attempt) -> None:
    if around.observe is not None:
        around.observe(AttemptEvent(operation.name, operation.method, operation.path, duration, attempt))


def _attempt(
    number: int, outcome: Answer | Failure, mismatch: Mismatch | None, wait: float | None, queued: float
) -> Attempt:
    if isinstance(outcome, Failure):
        return Attempt(number, outcome.stage, failure=outcome.text, wait=wait, queued=queued)
    return Attempt(number, "answered", outcome.status, mismatch.reason if mismatch else None, wait, queued)

"""The life of one call as a generator: it yields Send or Wait, is sent the outcome, and returns the reply.

Pure: no I/O, no sleep; clock and dice come in through Timing. The drivers in transport.py do what it asks for.
"""

from __future__ import annotations

import random
import time
from collections.abc import Callable, Generator
from dataclasses import dataclass, field
from typing import Any, TypeVar

from .budget import RetryBudget
from .decoding import Mismatch
from .operation import Operation, Request
from .outcome import Answer, Attempt, Failure
from .raw import RawReply
from .reporting import AttemptEvent, OnAttempt
from .retry import Decision, RetryPolicy
from .verdict import Ending, error_from, reply_from

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Timing:
    """Where time and chance come from: *clock* never goes back, *wall* is in epoch seconds, *dice* from 0 to 1."""

    clock: Callable[[], float] = time.monotonic
    wall: Callable[[], float] = time.time
    dice: Callable[[], float] = random.random


@dataclass(frozen=True, slots=True)
class Send:
    """Send *request* and come back with its Answer or Failure, within *left* seconds if there is a deadline."""

    request: Any
    left: float | None = field(default=None, compare=False)


@dataclass(frozen=True, slots=True)
class Wait:
    """Wait this many seconds and come back with None."""

    seconds: float


Step = Send | Wait
Steps = Generator[Step, Answer | Failure | None, RawReply[T]]
TIMING = Timing()


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What the calls of one client share: time and chance, the retry budget, who listens, what must stay secret."""

    timing: Timing = TIMING
    budget: RetryBudget | None = None
    observe: OnAttempt | None = None
    secrets: tuple[str, ...] = ()


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
    ends = None if policy.deadline is None else clock() + policy.deadline
    while True:
        began = clock()
        outcome = yield Send(request, None if ends is None else ends - began)
        assert outcome is not None, "Send is answered with an Answer or a Failure"  # noqa: S101
        reply = reply_from(operation, outcome, empty, history) if isinstance(outcome, Answer) else None
        if isinstance(reply, RawReply):
            _tell(around, operation, clock() - began, reply.history[-1])
            if around.budget is not None:
                around.budget.pay_back(paid)
            return reply
        decision = _decision(operation, policy, len(history) + 1, outcome, ends=ends, around=around)
        paid = policy.cost_of(outcome)
        history = (*history, _attempt(len(history) + 1, outcome, reply, decision.wait))
        _tell(around, operation, clock() - began, history[-1])
        if decision.wait is None:
            ending = Ending(history, decision.because, around.secrets, around.timing.wall())
            raise error_from(operation, outcome, reply, ending)
        yield Wait(decision.wait)


def _decision(
    operation: Operation[Any],
    policy: RetryPolicy,
    attempt: int,
    outcome: Answer | Failure,
    *,
    ends: float | None,
    around: Surroundings,
) -> Decision:
    """Return what the policy says, unless the budget of the client has nothing left for it."""
    decision = policy.wait_before_next(
        operation.repeat,
        attempt,
        outcome,
        left=None if ends is None else ends - around.timing.clock(),
        jitter=around.timing.dice(),
        local_now=around.timing.wall(),
    )
    if decision.wait is None or around.budget is None or around.budget.take(policy.cost_of(outcome), policy.budget):
        return decision
    return Decision(None, "Not repeated: too many calls of this client fail.")


def _tell(around: Surroundings, operation: Operation[Any], duration: float, attempt: Attempt) -> None:
    if around.observe is not None:
        around.observe(AttemptEvent(operation.name, operation.method, operation.path, duration, attempt))


def _attempt(number: int, outcome: Answer | Failure, mismatch: Mismatch | None, wait: float | None) -> Attempt:
    if isinstance(outcome, Failure):
        return Attempt(number, outcome.stage, failure=outcome.text, wait=wait)
    return Attempt(number, "answered", outcome.status, mismatch.reason if mismatch else None, wait)

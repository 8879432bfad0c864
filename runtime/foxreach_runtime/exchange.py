"""The life of one call as a generator: it yields Send or Wait, is sent the outcome, and returns the reply.

Pure: no I/O, no sleep; clock and dice come in through Timing. The drivers in transport.py do what it asks for.
"""

from __future__ import annotations

import random
import time
from collections.abc import Callable, Generator
from dataclasses import dataclass, field
from typing import Any, TypeVar

from .decoding import Mismatch
from .operation import Operation, Request
from .outcome import Answer, Attempt, Failure
from .raw import RawReply
from .retry import RetryPolicy
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


def exchange(
    operation: Operation[T],
    request: Request,
    policy: RetryPolicy,
    *,
    empty: T | None = None,
    secrets: tuple[str, ...] = (),
    timing: Timing = TIMING,
) -> Steps[T]:
    """Return the reply to *request*, or raise the error of the last attempt.

    *empty* is the result of an answer without content; *secrets* appear in no error.
    """
    history: tuple[Attempt, ...] = ()
    ends = None if policy.deadline is None else timing.clock() + policy.deadline
    while True:
        outcome = yield Send(request, None if ends is None else ends - timing.clock())
        assert outcome is not None, "Send is answered with an Answer or a Failure"  # noqa: S101
        reply = reply_from(operation, outcome, empty, history) if isinstance(outcome, Answer) else None
        if isinstance(reply, RawReply):
            return reply
        decision = policy.wait_before_next(
            operation.repeat,
            len(history) + 1,
            outcome,
            left=None if ends is None else ends - timing.clock(),
            jitter=timing.dice(),
            local_now=timing.wall(),
        )
        history = (*history, _attempt(len(history) + 1, outcome, reply, decision.wait))
        if decision.wait is None:
            raise error_from(operation, outcome, reply, Ending(history, decision.because, secrets, timing.wall()))
        yield Wait(decision.wait)


def _attempt(number: int, outcome: Answer | Failure, mismatch: Mismatch | None, wait: float | None) -> Attempt:
    if isinstance(outcome, Failure):
        return Attempt(number, outcome.stage, failure=outcome.text, wait=wait)
    return Attempt(number, "answered", outcome.status, mismatch.reason if mismatch else None, wait)

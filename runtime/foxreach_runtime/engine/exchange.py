"""One call as a state machine: a generator that yields steps, is sent their results, and returns the reply.

Sans-I/O: no request is sent and no time passes here. The drivers in transport.py carry out each step; the clock and the
random numbers come in through Timing.
"""

from __future__ import annotations

import math
import random
import time
from collections.abc import Callable, Generator, Mapping
from functools import partial
from typing import Any, ClassVar, TypeVar, cast

from msgspec import Struct

from ..errors import FoxReachError, StatusError
from ..operation import Operation, Request
from ..options.retry_policy import RetryPolicy
from ..rate_limit.limiter import Limiter, LimiterUnavailableError, Permit
from ..raw import RawReply
from ..response.decoding import LARGE, Mismatch
from ..response.outcome import Answer, Attempt, Failure
from ..response.redaction import PartialRepr
from ..telemetry.logs import LONG_WAIT, AttemptEvent, OnAttempt, OnWait, WaitEvent, WaitReason, announce
from ..waiter import Waiter
from .driving import Closed
from .result import CLOSED_WHILE_WAITING, LATE, ErrorFacts, Keep, closed_error, error_from, reply_from, unsent_error
from .retry import Decision, RetryBudget, cost_of, wait_before_next

T = TypeVar("T")


class Send(Struct, frozen=True):
    """Send *request*, within *left* seconds if there is a deadline. The result is its Answer or Failure."""

    request: Request
    left: float | None = None


class Wait(Struct, frozen=True):
    """Wait this many seconds, or until the waiter is woken. The result is None."""

    seconds: float
    until: Waiter | None = None
    answered: ClassVar[bool] = False


class Refused(Struct, frozen=True):
    """No attempt was made: *reason* says why, *wait* the seconds that it would have had to wait, if known."""

    reason: str
    wait: float | None = None


class Work(Struct, frozen=True):
    """Do *work*, which blocks, outside of the event loop if there is one. The result is what it returns.

    If it *awaits*, it is a coroutine function, which is awaited in the event loop. *answered* says that the answer has
    come: closing the client does not end the call any more.
    """

    work: Callable[[], Any]
    awaits: bool = False
    answered: bool = False


Step = Send | Wait | Work
StepResult = Answer | Failure | Refused | RawReply[Any] | Mismatch | float | str | None
Steps = Generator[Step, StepResult, RawReply[T]]
Attempting = Generator[Step, StepResult, tuple[Answer | Failure | Refused, float]]


class Timing(Struct, frozen=True):
    """The sources of time and chance: *clock* is monotonic, *wall* in epoch seconds, *random* from 0 to 1.

    *token* makes idempotency keys; without it they are random.
    """

    clock: Callable[[], float] = time.monotonic
    wall: Callable[[], float] = time.time
    random: Callable[[], float] = random.random
    token: Callable[[], str] | None = None


class Context(PartialRepr, frozen=True):
    """What the calls of one client share.

    *limiter* grants a permit for every attempt, by the first of the *secrets*, the API key. *keep* is called with
    each place where a reply differs from the spec; without it, such a reply is an error. *errors* are the classes of
    documented statuses.
    """

    _hidden = frozenset({"secrets"})
    timing: Timing = Timing()
    budget: RetryBudget | None = None
    observe: OnAttempt | None = None
    on_wait: OnWait | None = None
    secrets: tuple[str, ...] = ()
    limiter: Limiter | None = None
    keep: Keep | None = None
    errors: Mapping[int, type[StatusError]] = {}

    @property
    def key(self) -> str:
        """The API key."""
        return self.secrets[0] if self.secrets else ""


EMPTY = Context()
SPENT = Decision(None, "Not retried: a file in the body cannot be read again.")
PERMANENT = Decision(None)  # after a body that would be the same again


class Running(Struct):
    """One call while it is made: what is called, what came of its attempts, and when its deadline *ends*.

    *named* is the wait that the last answer asked for, None if it asked for none.
    """

    operation: Operation[Any]
    policy: RetryPolicy
    context: Context
    ends: float | None = None
    history: list[Attempt] = []
    named: float | None = None
    permit: Permit | None = None

    def left(self) -> float | None:
        """Return what is left of the deadline."""
        return None if self.ends is None else self.ends - self.context.timing.clock()

    def announce(self, seconds: float, reason: WaitReason) -> None:
        """Say before a long wait that the next attempt waits."""
        operation, number = self.operation, len(self.history) + 1
        event = WaitEvent(operation.name, operation.method, operation.path, seconds, reason, number)
        announce(event, self.context.on_wait)

    def retry_in(self, seconds: float, named: float | None) -> Wait:
        """Return the wait before a retry, and announce it if it is long; *named* is what the answer asked for."""
        self.named = named
        if seconds > LONG_WAIT:
            self.announce(seconds, "retry")
        return Wait(seconds)

    def facts(self, reason: str, wait: float | None = None) -> ErrorFacts:
        """Return what an error says about the call."""
        context = self.context
        return ErrorFacts(tuple(self.history), reason, context.secrets, context.timing.wall(), wait, context.errors)


def exchange(
    operation: Operation[T],
    request: Request,
    policy: RetryPolicy,
    *,
    empty: T | None = None,
    context: Context = EMPTY,
    began: float | None = None,
    history: tuple[Attempt, ...] = (),
) -> Steps[T]:
    """Return the reply to *request*, or raise the error of the last attempt.

    *empty* is the result of an answer without content. A call that goes on has *history* and *began* then.
    """
    began = context.timing.clock() if began is None else began
    ends = None if policy.deadline is None else began + policy.deadline
    running = Running(operation, policy, context, ends, list(history))
    try:
        return (yield from _attempts(running, request, empty))
    except Closed:
        closed = closed_error(operation, CLOSED_WHILE_WAITING, tuple(running.history))
    raise closed


def _attempts(running: Running, request: Request, empty: T | None) -> Steps[T]:
    """Make attempts until one has a reply or is the last; add those without a reply to the history."""
    operation, history, context = running.operation, running.history, running.context
    clock, paid = context.timing.clock, 1
    error_with: Callable[[ErrorFacts], FoxReachError] = partial(unsent_error, operation)
    while True:
        began = clock()
        outcome, queued = yield from _attempt(running, request)
        if isinstance(outcome, Refused):
            raise error_with(running.facts(outcome.reason, outcome.wait))
        took = clock() - began - queued
        read = _reply_from(running, outcome, empty) if isinstance(outcome, Answer) else None
        reply = cast("RawReply[T] | Mismatch | None", (yield read)) if isinstance(read, Work) else read
        if isinstance(reply, RawReply):
            reply = reply.queued_for(queued) if queued else reply
            _report(context, operation, took, reply.history[-1])
            if context.budget is not None and context.budget.spent:
                context.budget.pay_back(paid)
            return reply
        decision = PERMANENT if reply is not None and reply.permanent else _decision(running, outcome, request)
        paid = cost_of(running.policy, outcome)
        history.append(_line(len(history) + 1, outcome, reply, decision.wait, queued))
        _report(context, operation, took, history[-1])
        error_with = partial(error_from, operation, outcome, reply)
        if decision.wait is None:
            raise error_with(running.facts(decision.reason))
        yield running.retry_in(decision.wait, decision.named)


def _reply_from(running: Running, answer: Answer, empty: T | None) -> RawReply[T] | Mismatch | Work | None:
    """Return the reply, or the work of decoding a large one."""
    facts = running.operation, answer, empty, running.history, running.context.keep
    return reply_from(*facts) if len(answer.content) <= LARGE else Work(partial(reply_from, *facts), answered=True)


def _attempt(running: Running, request: Request) -> Attempting:
    """Return the outcome of one attempt, and the seconds it waited for the quota before."""
    context = running.context
    if context.limiter is None:
        return _unpaced(running, request)
    again: Callable[[], Permit] | None = getattr(running.permit, "again", None)  # It may know its place in the queue.
    running.permit = context.limiter.permit(context.key) if again is None else again()
    return _paced(running, request, running.permit)


def _unpaced(running: Running, request: Request) -> Attempting:
    return (yield from _sent(running, request, 0.0)), 0.0


def _paced(running: Running, request: Request, permit: Permit) -> Attempting:
    """Return the outcome of an attempt that needs a *permit* of the limiter."""
    timing, outcome = running.context.timing, None
    waited, announced = 0.0, -math.inf  # *announced* is the end of the wait that was announced last.
    try:
        while True:
            now, max_wait = timing.clock(), _max_wait(running)
            if permit.blocking:
                wait = cast("float | Refused", (yield Work(partial(_acquired, permit, now, max_wait))))
            else:
                wait = _acquired(permit, now, max_wait)
            if isinstance(wait, Refused):
                return wait, waited
            if wait <= 0:
                break
            if wait > max_wait:
                return _refused(wait, waited, running.policy), waited
            if wait > LONG_WAIT and now + wait > announced + LONG_WAIT:
                running.announce(wait, "quota")
                announced = now + wait
            yield Wait(wait, getattr(permit, "until", None))
            waited += timing.clock() - now  # less than *wait*, if it was woken
        sent = yield from _sent(running, request, waited)
        outcome = None if isinstance(sent, Refused) else sent
        return sent, waited
    finally:  # Also if the driver stops here, because its task was cancelled or its thread interrupted.
        permit.end(timing.clock(), outcome, timing.wall())


def _sent(running: Running, request: Request, waited: float) -> Generator[Step, StepResult, Answer | Failure | Refused]:
    """Return the outcome of sending. It does not start after the deadline: a wait may have ended a moment late."""
    left = running.left()
    if left is not None and left <= 0:
        return _refused(math.inf, waited, running.policy) if waited else Refused(LATE)
    return cast("Answer | Failure", (yield Send(request, left)))


def _acquired(permit: Permit, now: float, max_wait: float) -> float | Refused:
    try:
        return permit.acquire(now, max_wait)
    except LimiterUnavailableError as error:
        return Refused(str(error))


def _max_wait(running: Running) -> float:
    left, longest = running.left(), running.policy.longest_wait
    return longest if left is None else max(0.0, min(longest, left))


def _refused(wait: float, waited: float, policy: RetryPolicy) -> Refused:
    if wait == math.inf:
        return Refused(f"The quota had no room for this call in {waited:.1f} s.")
    bound = "longest_wait" if wait > policy.longest_wait else "the deadline"
    return Refused(f"The quota has room in {wait:.1f} s at the earliest, which is past {bound}.", wait)


def _decision(running: Running, outcome: Answer | Failure, request: Request) -> Decision:
    """Return the decision of the policy, unless the body cannot be sent again or the retry budget is used up."""
    timing, policy, budget = running.context.timing, running.policy, running.context.budget
    decision = wait_before_next(
        policy,
        running.operation.repeat,
        len(running.history) + 1,
        outcome,
        named_before=running.named,
        left=running.left(),
        jitter=timing.random(),
        local_now=timing.wall(),
    )
    if decision.wait is not None and getattr(request.body, "spent", False):
        return SPENT
    if decision.wait is None or budget is None or budget.take(cost_of(policy, outcome), policy.budget):
        return decision
    return Decision(None, "Not retried: too many calls of this client are failing.")


def _report(context: Context, operation: Operation[Any], duration: float, attempt: Attempt) -> None:
    if context.observe is not None:
        context.observe(AttemptEvent(operation.name, operation.method, operation.path, duration, attempt))


def _line(
    number: int, outcome: Answer | Failure, mismatch: Mismatch | None, wait: float | None, queued: float
) -> Attempt:
    """Return the line of the history that *outcome* is."""
    if isinstance(outcome, Failure):
        return Attempt(number, outcome.stage, failure=outcome.text, wait=wait, queued=queued)
    return Attempt(number, "answered", outcome.status, mismatch.reason if mismatch else None, wait, queued)

"""The two drivers, sync and async: they carry out the steps of exchange.py through http/.

All waits of a driver pass through its `_wait`: a wait ends after its seconds, or early when its `until` is woken by any
thread or event loop. A *sleep* that was passed in is called with the seconds instead: for clocks that a test moves.
"""

from __future__ import annotations

import logging
import sys
from collections.abc import Awaitable, Callable
from copy import copy
from functools import partial
from typing import TYPE_CHECKING, Any, Self, TypeVar, cast

import httpx2
from msgspec import structs

from ..errors import FoxReachError, InDoubt, Settled
from ..fork import importing
from ..http.connections import AsyncConnections, Connections
from ..http.lifetime import Lifetime, closed_error
from ..http.sending import AsyncSender, Sender
from ..operation import Call, Request
from ..options.options import Options
from ..paging.changes import Changes
from ..raw import RawReply
from ..response.outcome import Answer, Failure
from ..settling.interrupted import note_interrupted
from ..tasks.threads import run_in_thread
from ..telemetry.logs import MismatchLog, log, observer
from ..waiter import async_sleep, sleep
from .driving import Closed, async_driven, driven
from .exchange import Context, Send, Step, StepResult, Steps, Timing, Wait, Work, exchange
from .retry import RetryBudget

if TYPE_CHECKING:
    from ..paging.pages import AsyncPages, Pages
    from ..settling.settle import Look

T = TypeVar("T")
Attempt = Callable[[httpx2.Client, Request, float | None], Answer | Failure]
AsyncAttempt = Callable[[httpx2.AsyncClient, Request, float | None], Awaitable[Answer | Failure]]
TIMING = Timing()
UNSENT = -1.0  # a time before any
PASSED = 5e-324  # Seconds, the least above zero: added to a time they are nothing, and so the call is not sent.
TRACING = "opentelemetry.trace"  # The module is loaded if the application uses OpenTelemetry.


class _Driver:
    """The part that both drivers share."""

    def __init__(self, options: Options, lifetime: Lifetime, timing: Timing) -> None:
        self.options = options
        self._lifetime = lifetime
        self._raw = False
        self._changes = Changes()
        self._mismatches = MismatchLog()
        self._context = Context(
            timing=timing,
            budget=RetryBudget(),
            secrets=(options.key,) if options.key else (),
            limiter=options.limiter,
            errors=options.errors,
        )

    @property
    def clock(self) -> Callable[[], float]:
        """The monotonic clock of the calls."""
        return self._context.timing.clock

    def with_options(self, options: Options) -> Self:
        """Return a transport with other options on the same connections, which can be closed alone."""
        other = copy(self)
        other._begin_lifetime()
        other._use(options)
        return other

    def within(self, left: float | None) -> Self:
        """Return the same transport for one of several calls that share a deadline, with *left* seconds."""
        if left is None:
            return self
        other = copy(self)
        other._policy = structs.replace(self._policy, deadline=max(PASSED, left))
        return other

    def raw(self) -> Self:
        """Return a transport on the same connections whose `run` and `pages` return the whole reply."""
        other = copy(self)
        other._raw = True
        return other

    def _begin_lifetime(self) -> None:
        raise NotImplementedError

    def _use(self, options: Options) -> None:
        self.options, self._policy = options, options.retry
        keep = self._mismatches if options.on_mismatch == "keep" else None
        self._context = structs.replace(self._context, on_wait=options.on_wait, keep=keep)

    def _observed(self, call: Call[Any]) -> Any:
        """Return what surrounds a call and its attempts: spans, and a look at the answers."""
        spans, watch = None, self.options.watch
        if TRACING in sys.modules:
            with importing():  # Most applications have no spans.
                from ..telemetry.spans import Spans  # noqa: PLC0415

            spans = Spans(sys.modules[TRACING], call.operation, self.options.base_url)
        return spans if watch is None else watch.call(call.operation.name, spans)

    def _steps(self, call: Call[T]) -> Steps[T]:
        # Looked at here: a call that nobody observes does not enter telemetry/.
        observed = self.options.on_attempt is not None or log.isEnabledFor(logging.INFO)
        observe = observer(self.options.on_attempt) if observed else None
        context = self._context if observe is None else structs.replace(self._context, observe=observe)
        policy, keys = self._policy, self.options.keys
        if keys is None:
            return exchange(call.operation, call.request, policy, empty=call.empty, context=context)
        from ..keys.rotation import Left, with_key  # noqa: PLC0415  # It is loaded: *keys* are of there.

        run = partial(exchange, call.operation, policy=policy, empty=call.empty)
        return with_key(keys, Work, call, context, run, left=Left(policy.deadline, self.clock))

    def _let_settle(self, error: FoxReachError, call: Call[Any], sent: float, settled: Callable[..., Any]) -> None:
        """Let *error* find out the outcome of *call*, whose last attempt was *sent* then, and keep its key."""
        error.idempotency_key = call.idempotency_key
        if isinstance(error, InDoubt) and call.operation.settled_by is not None:
            error.settled_by(partial(settled, call, sent))

    def _ended(self, error: BaseException, call: Call[Any], sent: float, settled: Callable[..., Any]) -> None:
        """Let the caller settle *call*, which changes something, after an *error* of ours or an interrupt."""
        if isinstance(error, FoxReachError):
            self._let_settle(error, call, sent, settled)
        elif sent != UNSENT:
            note_interrupted(call.operation.name, lambda error: self._let_settle(error, call, sent, settled))


class Transport(_Driver):
    """Makes calls in the current thread. Threads may share it."""

    def __init__(
        self,
        options: Options,
        connections: Connections,
        *,
        timing: Timing = TIMING,
        sleep: Callable[[float], None] | None = None,
    ) -> None:
        super().__init__(options, connections.lifetime, timing)
        self.connections = connections
        self._sleep = sleep
        self._use(options)

    def _use(self, options: Options) -> None:
        super()._use(options)
        self._sender = Sender(options, self.connections, self._context.timing.clock)

    def _begin_lifetime(self) -> None:
        self.connections = Connections(parent=self.connections)
        self._lifetime = self.connections.lifetime

    def run(self, call: Call[T]) -> T:
        """Make *call* and return its result, or raise one of errors.py."""
        reply = self.reply(call)
        return cast("T", reply) if self._raw else reply.value  # raw.py tells type checkers of raw replies.

    def reply(self, call: Call[T]) -> RawReply[T]:
        """Make *call* and return the whole reply."""
        if call.operation.repeat == "safe":
            return self._traced(call, [UNSENT])
        call = call.with_idempotency_key(self._context.timing.token) if call.operation.idempotency else call
        sent = [UNSENT]
        try:
            with self._changes.made():
                return self._traced(call, sent)
        except BaseException as error:  # also of an interrupt when the answer is there
            self._ended(error, call, sent[0], self._settled)
            raise

    def _traced(self, call: Call[T], sent: list[float]) -> RawReply[T]:
        watch = self.options.watch
        if TRACING not in sys.modules and (watch is None or watch.skips()):
            return self._reply(call, self._sender.attempt, sent)
        observed = self._observed(call)
        with observed.call():
            return self._reply(call, observed.sync(self._sender.attempt), sent)

    def _reply(self, call: Call[T], attempt: Attempt, sent: list[float]) -> RawReply[T]:
        client = self.connections.client(call.operation.name)
        try:
            return driven(self._steps(call), partial(self._done, client, attempt, sent))
        except Closed:  # while the key was asked for
            raise closed_error(call.operation.name) from None

    def _done(self, client: httpx2.Client, attempt: Attempt, sent: list[float], step: Step) -> StepResult:
        """Carry out *step*; *sent* keeps when the last attempt was sent, by the monotonic clock."""
        if isinstance(step, Send):
            sent[0] = self._context.timing.clock()
            return attempt(client, step.request, step.left)
        result = None
        if isinstance(step, Work):
            result = step.work()
        else:
            self._wait(step)
        if not step.answered and self._lifetime.ended:
            raise Closed  # The call waited while its client was closed.
        return result

    def _wait(self, wait: Wait) -> None:
        if self._sleep is not None:
            self._sleep(wait.seconds)
            return
        with self._lifetime.waiting(wait.until) as waiter:
            sleep(wait.seconds, waiter)

    def _settled(self, call: Call[Any], sent: float, waits: tuple[float, ...]) -> Settled:
        with importing():  # Most calls leave no doubt.
            from ..settling.settle import settling  # noqa: PLC0415

        return driven(settling(call, sent, self.clock, waits, self.options.retry.deadline), self._looked)

    def _looked(self, step: float | Look) -> RawReply[Any] | FoxReachError | None:
        if isinstance(step, (int, float)):
            self._wait(Wait(step))
            return None
        try:
            return self.within(step.left).reply(step.read)
        except FoxReachError as error:
            return error

    def pages(self, call: Call[list[T]], *, strict: bool = False) -> Pages[T]:
        """Return the list; nothing is fetched before it is used."""
        with importing():  # Most calls list nothing, and do without these modules.
            from ..paging.pages import Listing, Pages, fetched  # noqa: PLC0415

        listing = Listing(call, self._changes, strict)
        if self._raw:
            return cast("Pages[T]", fetched(self.reply, listing.page()))
        return Pages(listing, self.reply, self._twin)

    def _twin(self) -> tuple[Callable[[Call[list[Any]]], RawReply[list[Any]]], Callable[[], None]]:
        """Return a way to make calls, and a way to end all that are made so."""
        other = self.with_options(self.options)
        return other.reply, other.connections.close


class AsyncTransport(_Driver):
    """Makes calls in the current task, on asyncio and on trio. Tasks may share it."""

    def __init__(
        self,
        options: Options,
        connections: AsyncConnections,
        *,
        timing: Timing = TIMING,
        sleep: Callable[[float], Awaitable[None]] | None = None,
    ) -> None:
        super().__init__(options, connections.lifetime, timing)
        self.connections = connections
        self._sleep = sleep
        self._use(options)

    def _use(self, options: Options) -> None:
        super()._use(options)
        self._sender = AsyncSender(options, self.connections)

    def _begin_lifetime(self) -> None:
        self.connections = AsyncConnections(parent=self.connections)
        self._lifetime = self.connections.lifetime

    async def run(self, call: Call[T]) -> T:
        """Make *call* and return its result, or raise one of errors.py."""
        reply = await self.reply(call)
        return cast("T", reply) if self._raw else reply.value

    async def reply(self, call: Call[T]) -> RawReply[T]:
        """Make *call* and return the whole reply."""
        if call.operation.repeat == "safe":
            return await self._traced(call, [UNSENT])
        call = call.with_idempotency_key(self._context.timing.token) if call.operation.idempotency else call
        sent = [UNSENT]
        try:
            with self._changes.made():
                return await self._traced(call, sent)
        except BaseException as error:  # also of an interrupt when the answer is there
            self._ended(error, call, sent[0], self._settled)
            raise

    async def _traced(self, call: Call[T], sent: list[float]) -> RawReply[T]:
        watch = self.options.watch
        if TRACING not in sys.modules and (watch is None or watch.skips()):
            return await self._reply(call, self._sender.attempt, sent)
        observed = self._observed(call)
        with observed.call():
            return await self._reply(call, observed.asynchronous(self._sender.attempt), sent)

    async def _reply(self, call: Call[T], attempt: AsyncAttempt, sent: list[float]) -> RawReply[T]:
        client = self.connections.client(call.operation.name)
        try:
            return await async_driven(self._steps(call), partial(self._done, client, attempt, sent))
        except Closed:  # while the key was asked for
            raise closed_error(call.operation.name) from None

    async def _done(
        self, client: httpx2.AsyncClient, attempt: AsyncAttempt, sent: list[float], step: Step
    ) -> StepResult:
        if isinstance(step, Send):
            sent[0] = self._context.timing.clock()
            return await attempt(client, step.request, step.left)
        result: StepResult = None
        if isinstance(step, Work):
            work, answered = step.work, step.answered
            result = await (work() if step.awaits else run_in_thread(work, abandon_on_cancel=answered))
        else:
            await self._wait(step)
        if not step.answered and self._lifetime.ended:
            raise Closed  # The call waited while its client was closed.
        return result

    async def _wait(self, wait: Wait) -> None:
        if self._sleep is not None:
            await self._sleep(wait.seconds)
            return
        with self._lifetime.waiting(wait.until) as waiter:
            await async_sleep(wait.seconds, waiter)

    async def _settled(self, call: Call[Any], sent: float, waits: tuple[float, ...]) -> Settled:
        with importing():
            from ..settling.settle import settling  # noqa: PLC0415

        return await async_driven(settling(call, sent, self.clock, waits, self.options.retry.deadline), self._looked)

    async def _looked(self, step: float | Look) -> RawReply[Any] | FoxReachError | None:
        if isinstance(step, (int, float)):
            await self._wait(Wait(step))
            return None
        try:
            return await self.within(step.left).reply(step.read)
        except FoxReachError as error:
            return error

    def pages(self, call: Call[list[T]], *, strict: bool = False) -> AsyncPages[T]:
        """Return the list; nothing is fetched before it is used."""
        with importing():  # Most calls list nothing, and do without these modules.
            from ..paging.pages import AsyncPages, Listing, async_fetched  # noqa: PLC0415

        listing = Listing(call, self._changes, strict)
        if self._raw:
            return cast("AsyncPages[T]", async_fetched(self.reply, listing.page()))
        return AsyncPages(listing, self.reply)

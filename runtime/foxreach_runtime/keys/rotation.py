"""The key of a client that gets it from a function: asked before the first call, and again once the server refuses it.

Threads and tasks that come at once share one question: the function is not called by each of them, nor again while it
has not answered.
"""

from __future__ import annotations

import threading
from collections.abc import Awaitable, Callable, Generator
from contextvars import ContextVar
from functools import partial
from inspect import isawaitable, iscoroutine
from typing import Any, TypeVar

import anyio
from anyio.lowlevel import RunVar
from msgspec import Struct, structs

from ..errors import TOO_LATE, ConfigurationError, NotSentError, StatusError
from ..fork import reset_after_fork
from ..operation import Call
from ..response.redaction import PartialRepr
from ..tasks.task import CancelledTaskError, Task
from ..tasks.threads import run_in_thread
from .source import AsyncKeyFunction, checked_key, is_async

T = TypeVar("T")
REFUSED = frozenset({401, 403})  # FoxReach documents 403 for a wrong key, and its own clients expect 401.
SUBJECT = "The API key that the function returned"
CALLS_ITSELF = "The function of api_key calls the client that asks it for the key."
ENDING = 1.0  # Seconds to wait for functions that were cancelled.


class Key(PartialRepr, frozen=True):
    """A key whose repr does not show it: error reporters record the values of variables."""

    _hidden = frozenset({"text"})
    text: str


UNKNOWN = Key("")
CANCELLED = Key(" ")  # no function can return it


class Left:
    """What is left of the *deadline* of a call that begins now."""

    def __init__(self, deadline: float | None, clock: Callable[[], float]) -> None:
        self._deadline = deadline
        self._clock = clock
        self.began = clock()

    def __call__(self) -> float | None:
        """Return the seconds, None without a deadline."""
        return None if self._deadline is None else max(0.0, self.began + self._deadline - self._clock())


class Keys:
    """The key that a *function* returns, for all calls of a sync client."""

    asks_in_loop = False

    def __init__(self, function: AsyncKeyFunction) -> None:
        if not self.asks_in_loop and is_async(function):
            raise ConfigurationError("api_key must be a plain function for the sync client, not a coroutine function.")
        self._function = function
        self._current = UNKNOWN
        reset_after_fork(self)

    def reset(self) -> None:
        """Make a new lock: in the child of a fork, a thread of the parent may have held this one."""
        self._asking = threading.RLock()  # An interrupt may leave it taken: the same thread can take it again.
        self._asker: int | None = None

    @property
    def current(self) -> Key:
        """The key in use; UNKNOWN if nobody asked for it yet."""
        return self._current

    def ask(self, refused: Key, left: Left) -> Any:
        """Return the key, a new one if the present one is the one that the server *refused*; UNKNOWN if it is late.

        The function itself is not interrupted here. Others do not wait for it beyond what is *left* of their deadline.
        """
        if self._current != refused:
            return self._current
        if self._asker == threading.get_ident():
            raise ConfigurationError(CALLS_ITSELF)
        seconds = left()
        if not self._asking.acquire(timeout=-1 if seconds is None else min(seconds, threading.TIMEOUT_MAX)):
            return UNKNOWN
        try:
            if self._current == refused:
                self._asker = threading.get_ident()
                try:
                    self._current = _checked(self._function())
                finally:
                    self._asker = None
            return self._current
        finally:
            self._asking.release()

    def end(self) -> None:
        """End what is under way: nothing, since a function that blocks is not interrupted."""

    async def gone(self) -> None:
        """Wait for what was ended."""


class Question(Task[Key]):
    """A function that was asked and has not answered yet; *waits_for* has the questions whose answers it awaits."""

    def __init__(self, work: Callable[[Question], Awaitable[Key]]) -> None:
        self.waits_for: list[Question] = []
        super().__init__(partial(work, self))

    def needs(self, other: Question) -> bool:
        """Return True if there is no answer before that of *other*, which may be this one."""
        return self is other or any(each.needs(other) for each in self.waits_for)


# The question whose function runs here, and the id of its task; None for a thread, and what it has event loops do.
_answering: ContextVar[tuple[Question | None, int | None]] = ContextVar("foxreach_runtime.keys", default=(None, None))


def _asker() -> Question | None:
    """Return the question whose function runs this; None in another task, though the function may have begun it."""
    question, task = _answering.get()
    return question if task in {None, anyio.get_current_task().id} else None


class AsyncKeys(Keys):
    """The same for an async client: a coroutine function is awaited, any other is called in a thread.

    It goes on when the deadline of the call that asked has passed: those that come later wait for its answer, and no
    other thread is begun meanwhile. It ends with the client.
    """

    asks_in_loop = True

    def reset(self) -> None:
        """Forget the questions in event loops that do not exist in the child of a fork."""
        self._questions: RunVar[Question] = RunVar("foxreach_runtime.keys")
        self._begun: dict[Question, None] = {}  # in all event loops

    async def ask(self, refused: Key, left: Left) -> Key:
        """Return the key, a new one if the present one is the one that the server *refused*; UNKNOWN if it is late.

        CANCELLED if the function was cancelled before its client was closed.
        """
        if self._current != refused:
            return self._current
        question, asker = self._question(), _asker()
        if asker is not None and question.needs(asker):
            raise ConfigurationError(CALLS_ITSELF)
        awaited = [] if asker is None else asker.waits_for
        awaited.append(question)
        try:
            with anyio.move_on_after(left()):
                return await question.result()
        except CancelledTaskError:
            return UNKNOWN if question.ended else CANCELLED
        finally:
            awaited.remove(question)
        return UNKNOWN

    def end(self) -> None:
        """Cancel the functions that have not answered; those who wait for them get UNKNOWN."""
        for question in self._begun.copy():
            question.end()

    async def gone(self) -> None:
        """Wait for the functions that were cancelled in this event loop, but not for one that calls this itself."""
        with anyio.move_on_after(ENDING):
            for question in self._begun.copy():
                if question is not _asker():
                    await question.gone()

    def _question(self) -> Question:
        question = self._questions.get(None)
        if question is None or question.done:
            for each in self._begun.copy():
                if each.done:
                    self._begun.pop(each, None)
            question = Question(self._answered)
            self._questions.set(question)
            self._begun[question] = None
        return question

    async def _answered(self, question: Question) -> Key:
        self._current = _checked(await self._asked((question, anyio.get_current_task().id)))
        return self._current

    async def _asked(self, here: tuple[Question, int]) -> object:
        _answering.set(here)
        if is_async(self._function):
            answer: object = self._function()
        else:
            _answering.set((here[0], None))  # in the context of the thread
            # In a list, since trio lets no thread return a coroutine, which is what a lambda may give.
            (answer,) = await run_in_thread(lambda: [self._function()], abandon_on_cancel=True)
            _answering.set(here)
        return await answer if isawaitable(answer) else answer


def _checked(key: object) -> Key:
    if iscoroutine(key):
        key.close()  # A lambda may return one, which nobody will await.
    return Key(checked_key(key, SUBJECT))


def with_key(
    keys: Keys,
    work: Callable[[Callable[[], Any], bool], Any],
    call: Call[Any],
    context: Struct,
    run: Callable[..., Generator[Any, Any, T]],
    *,
    left: Left,
) -> Generator[Any, Any, T]:
    """Run the steps of a call with the key, and once more if the server refuses it and there is a new one.

    *work* makes the step that asks *keys*, in the event loop or not. *run* returns the steps of the request of *call*.
    """
    run, request, name = partial(run, began=left.began), call.request, call.operation.name
    key: Key = yield work(partial(keys.ask, UNKNOWN, left), keys.asks_in_loop)
    if key == CANCELLED:
        raise NotSentError(f"{name}: the function of api_key was cancelled. Nothing was sent; repeat the call.", name)
    if key == UNKNOWN or left() == 0.0:
        raise NotSentError(f"{name}: the API key was not there before the deadline of the call. {TOO_LATE}", name)
    try:
        return (yield from run(request=structs.replace(request, key=key.text), context=_knowing(context, key)))
    except StatusError as error:
        if error.status not in REFUSED:
            raise
        refusal = error
    new: Key = yield work(partial(keys.ask, key, left), keys.asks_in_loop)
    if new in {key, UNKNOWN, CANCELLED} or left() == 0.0:
        raise refusal
    known = _knowing(context, new, key)
    return (yield from run(request=structs.replace(request, key=new.text), context=known, history=refusal.history))


def _knowing(context: Struct, *keys: Key) -> Struct:
    """Return *context* with *keys* as its secrets; the first is the one in use."""
    return structs.replace(context, secrets=tuple(key.text for key in keys))

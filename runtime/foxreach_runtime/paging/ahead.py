"""Fetching the next pages of a list while the caller works: which ones, and by threads or by tasks.

A page that was fetched ahead is used only if nothing shows that the list has changed since: no call of this client that
changes something, and the same total. So it counts as of one moment with the page before it, as walk.py counts. If
something has changed, all such pages are dropped, the next one is fetched when it is asked for, and fetching ahead
begins again once a page is as expected.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from concurrent.futures import Future
from contextvars import copy_context
from functools import partial
from threading import Thread, current_thread
from typing import Any, Generic, Protocol, TypeVar

from ..fork import reset_after_fork
from ..tasks.task import Task
from .changes import Changes
from .page import AnyPage, Place

A = TypeVar("A", bound=AnyPage[Any])
C = TypeVar("C")
F = TypeVar("F")
F_co = TypeVar("F_co", covariant=True)
NAME = "foxreach-prefetch"
ENDING = 1.0  # Seconds to wait for threads whose calls were ended.


class Fetches(Protocol[F_co]):
    """Fetches pages at the same time."""

    def begin(self, number: int) -> F_co | None:
        """Begin to fetch a page; None if it cannot be fetched ahead now."""
        ...

    def end(self) -> None:
        """End what is under way; nobody will ask for it."""
        ...


class Ahead(Generic[F]):
    """The pages of one iteration that are fetched before they are asked for: at most *depth*."""

    def __init__(self, depth: int, changes: Changes, fetches: Fetches[F]) -> None:
        self._depth, self._changes, self._fetches = depth, changes, fetches
        self._moment = changes.moment()
        self._total: int | None = None
        self._calm = True
        reset_after_fork(self)

    def reset(self) -> None:
        """Have nothing under way: in the child of a fork, what the parent fetches never arrives."""
        self._under_way: dict[int, F] = {}

    def take(self, place: Place | None) -> F | None:
        """Return the fetch of a page that was begun ahead; None if it is to be fetched now."""
        found = self._under_way.pop(place, None) if isinstance(place, int) else None
        if found is None and self._under_way:
            self.drop()  # The walk looks at a page again: items have moved.
        return found

    def fits(self, page: AnyPage[Any]) -> bool:
        """Return True if *page*, fetched ahead, can be used; else drop all of them."""
        fits = page.total == self._total and not self._changes.since(self._moment)
        if not fits:
            self.drop()
        return fits

    def extend(self, page: AnyPage[Any]) -> None:
        """Begin to fetch the pages after *page*, which the caller is given now."""
        if not self._depth:
            return
        calm = self._calm and self._total in {None, page.total} and not self._changes.since(self._moment)
        if not calm:
            self.drop()
        self._calm, self._total = True, page.total
        for number in range(page.number + 1, min(page.number + self._depth, page.total_pages) + 1) if calm else ():
            if number not in self._under_way:
                fetch = self._fetches.begin(number)
                if fetch is None:
                    return
                self._under_way[number] = fetch

    def drop(self) -> None:
        """Forget all pages, and fetch none ahead before another page was as expected."""
        self._under_way = {}
        self._fetches.end()
        self._calm, self._total, self._moment = False, None, self._changes.moment()

    def __del__(self) -> None:
        self._fetches.end()  # The iteration may have been left half-way.


class Threads(Generic[C, A]):
    """Fetches pages in threads. *twin* returns a way to make calls, and a way to end all that are made so."""

    def __init__(
        self, call: Callable[[int], C], twin: Callable[[], tuple[Callable[[C], A], Callable[[], object]]]
    ) -> None:
        self._call = call
        self._twin = twin
        self._current: tuple[Callable[[C], A], Callable[[], object]] | None = None
        self._threads: list[Thread] = []

    def begin(self, number: int) -> Future[A] | None:
        """Begin to fetch a page in a thread; None if no thread can be started."""
        self._current = self._current or self._twin()
        future: Future[A] = Future()
        # Not the threads of an executor: the interpreter would wait for them at its exit.
        work = _settle, future, self._current[0], self._call(number)
        thread = Thread(target=copy_context().run, args=work, daemon=True, name=NAME)
        try:
            thread.start()
        except RuntimeError:  # There are too many, or the interpreter ends.
            return None
        self._threads = [*(each for each in self._threads if each.is_alive()), thread]
        return future

    def end(self) -> None:
        """End the calls that are under way, and their threads with them."""
        current, self._current = self._current, None
        if current is not None:
            current[1]()
        for thread in self._threads:
            if thread is not current_thread():  # The garbage collector may run in one of them.
                thread.join(ENDING)


def _settle(future: Future[A], fetch: Callable[[C], A], call: C) -> None:
    try:
        future.set_result(fetch(call))
    except BaseException as error:  # noqa: BLE001  # It is raised where the page is asked for.
        future.set_exception(error)


class Tasks(Generic[C, A]):
    """Fetches pages in tasks of the event loop that iterates."""

    def __init__(self, call: Callable[[int], C], fetch: Callable[[C], Awaitable[A]]) -> None:
        self._call = call
        self._fetch = fetch
        self._begun: list[Task[A]] = []

    def begin(self, number: int) -> Task[A]:
        """Begin to fetch a page."""
        task = Task(partial(self._fetch, self._call(number)))
        self._begun = [*(each for each in self._begun if not each.done), task]
        return task

    def end(self) -> None:
        """Cancel the tasks that are under way."""
        for task in self._begun:
            task.end()
        self._begun = []

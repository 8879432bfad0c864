"""Looks at a share of the replies of a client and reports where they differ from the spec.

A call is neither changed nor failed by it. Its reply is looked at when its result has been made, in the thread or task
of the call.
"""

from __future__ import annotations

import logging
from collections.abc import Awaitable, Callable, Generator, Mapping
from contextlib import AbstractContextManager, contextmanager, nullcontext
from datetime import UTC, datetime
from random import random
from typing import Any, Literal, ParamSpec, TypeVar

from msgspec import UNSET

from ..errors import ConfigurationError
from ..response.outcome import Answer
from .classify import UNREAD, Difference, differences
from .document import packaged
from .log_lines import line_of

P = ParamSpec("P")
T = TypeVar("T")
OnDifference = Callable[[Difference], None]
ReportDifferences = Literal["log", "off"]
LARGEST = 2**17  # bytes of a body that is looked at, in about 15 ms; a page of 100 leads has 40 to 80 thousand
MOST = 50  # log lines for one reply
log = logging.getLogger("foxreach_client.differences")


class Watch:
    """How the replies of one client, or of one `with_options` of it, are looked at."""

    def __init__(self, package: str, chosen: Mapping[str, Any]) -> None:
        self._package, self._chosen = package, chosen
        self._listener: OnDifference | None = chosen["on_difference"]
        self._logs = chosen["report_differences"] == "log"
        self._sample: float = chosen["sample"] if self._logs or self._listener is not None else 0.0
        self._complained = False

    def changed(self, given: Mapping[str, Any]) -> Watch:
        """Return a watch with the values of *given* that are not UNSET, checked."""
        chosen = {**self._chosen, **{name: value for name, value in given.items() if value is not UNSET}}
        if chosen["report_differences"] not in ("log", "off"):  # a tuple, since what was passed may have no hash
            raise ConfigurationError('report_differences must be "log" or "off".')
        sample: object = chosen["sample"]
        if isinstance(sample, bool) or not isinstance(sample, (int, float)) or not 0 <= sample <= 1:
            raise ConfigurationError("sample must be a number from 0 to 1: the share of the calls to look at.")
        return Watch(self._package, chosen)

    def skips(self) -> bool:
        """Return True if the next call is not to be looked at."""
        return random() >= self._sample  # noqa: S311  # no secret

    def call(self, operation: str, spans: Any) -> Any:
        """Return what surrounds a call of *operation*: one that is not skipped, or one with *spans*."""
        if spans is not None and self.skips():
            return spans
        return Seen(self, operation, spans or UNSEEN)

    def report(self, operation: str, answers: list[Answer]) -> None:
        """Report the differences of *answers*. Nothing is raised."""
        # No fault of ours or of the listener must become a fault of the call. The text of ours may be from the reply.
        try:
            found = [each for answer in answers for each in self._differences(operation, answer)[:MOST]]
        except Exception as error:  # noqa: BLE001 - any
            self._complain("%s: a reply could not be compared: %s", operation, type(error).__name__)
            return
        try:
            for each in found:
                self._tell(each)
        except Exception:  # noqa: BLE001 - any
            self._complain("%s: on_difference raised", operation, exc_info=True)

    def _complain(self, words: str, *values: str, exc_info: bool = False) -> None:
        if not self._complained:
            self._complained = True
            log.error(words, *values, exc_info=exc_info)

    def _differences(self, operation: str, answer: Answer) -> list[Difference]:
        document = packaged(self._package)
        if operation not in document.operations:  # a call that the spec does not have
            return []
        read = answer.fault is None and answer.file is None and len(answer.content) <= LARGEST
        body = answer.content if read else UNREAD
        return differences(document, operation, answer.status, answer.headers, body, at=datetime.now(UTC))

    def _tell(self, each: Difference) -> None:
        if self._logs:
            log.warning("%s", line_of(each))
        if self._listener is not None:
            self._listener(each)


class Unseen:
    """What surrounds a call without spans: nothing."""

    def call(self) -> AbstractContextManager[None]:
        """Surround the call."""
        return NOTHING

    def sync(self, attempt: T) -> T:
        """Return *attempt*."""
        return attempt

    asynchronous = sync


class Seen:
    """What surrounds one call that is looked at: keeps its answers, and reports them when the call has ended."""

    def __init__(self, watch: Watch, operation: str, inner: Any) -> None:
        self._watch, self._operation, self._inner = watch, operation, inner
        self._answers: list[Answer] = []

    @contextmanager
    def call(self) -> Generator[None]:
        """Surround the call."""
        try:
            with self._inner.call():
                yield
        finally:
            self._watch.report(self._operation, self._answers)

    def sync(self, attempt: Callable[P, T]) -> Callable[P, T]:
        """Return *attempt*, whose answers are kept."""
        inner: Callable[P, T] = self._inner.sync(attempt)

        def kept(*args: P.args, **kwargs: P.kwargs) -> T:
            return self._kept(inner(*args, **kwargs))

        return kept

    def asynchronous(self, attempt: Callable[P, Awaitable[T]]) -> Callable[P, Awaitable[T]]:
        """Return *attempt*, whose answers are kept."""
        inner: Callable[P, Awaitable[T]] = self._inner.asynchronous(attempt)

        async def kept(*args: P.args, **kwargs: P.kwargs) -> T:
            return self._kept(await inner(*args, **kwargs))

        return kept

    def _kept(self, outcome: T) -> T:
        if isinstance(outcome, Answer):
            self._answers.append(outcome)
        return outcome


UNSEEN, NOTHING = Unseen(), nullcontext()

"""What the life of a call asks of its driver: to send, to wait, or to do something that blocks. Values only."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from ..waiter import Waiter


@dataclass(frozen=True, slots=True)
class Send:
    """Send *request* and come back with its Answer or Failure, within *left* seconds if there is a deadline."""

    request: Any
    left: float | None = field(default=None, compare=False)


@dataclass(frozen=True, slots=True)
class Wait:
    """Wait this many seconds, or until the waiter is woken, and come back with None."""

    seconds: float
    until: Waiter | None = field(default=None, compare=False)


@dataclass(frozen=True, slots=True)
class Work:
    """Do *work*, which blocks, off the event loop if there is one, and come back with what it returns."""

    work: Callable[[], Any]


Step = Send | Wait | Work

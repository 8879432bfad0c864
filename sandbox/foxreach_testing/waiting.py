"""Waits that take no time: clients made in a block only move a clock when they wait."""

from __future__ import annotations

from collections.abc import Generator
from contextlib import contextmanager
from types import FunctionType
from typing import TYPE_CHECKING, cast
from unittest.mock import patch

from foxreach_runtime.engine.exchange import Timing
from foxreach_runtime.engine.transport import AsyncTransport, Transport

if TYPE_CHECKING:
    from foxreach_sandbox.clock import Clock


def timing_of(clock: Clock) -> Timing:
    """Return *clock* with dice that always show the most: a test is the same each time."""
    return Timing(clock.monotonic, clock.now, lambda: 1.0)


@contextmanager
def waiting_on(clock: Clock) -> Generator[None]:
    """Let every client that is made in the block, by whomever, live by *clock* for good."""
    sync, async_ = _defaults(Transport.__init__), _defaults(AsyncTransport.__init__)
    timing = timing_of(clock)
    with (
        patch.dict(sync, timing=timing, sleep=clock.sleep),
        patch.dict(async_, timing=timing, sleep=clock.async_sleep),
    ):
        yield


def _defaults(function: object) -> dict[str, object]:
    """Return the values of the keyword-only arguments that a caller leaves out; changing it changes them."""
    return cast("FunctionType", function).__kwdefaults__ or {}

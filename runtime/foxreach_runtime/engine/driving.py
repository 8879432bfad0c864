"""Carries out the steps of a generator, sync and async: each is done, and its result is sent back."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Generator
from typing import TypeVar, cast

R = TypeVar("R")
S = TypeVar("S")
V = TypeVar("V")


class Closed(Exception):  # noqa: N818  # It ends the steps of a call, which then raise an error.
    """Thrown into the steps of a call by its driver, if the client is closed while the call waits."""


def driven(steps: Generator[S, R, V], do: Callable[[S], R]) -> V:
    """Carry out *steps*, each by *do*, and return their result."""
    try:
        step = next(steps)
        while True:
            try:
                result = do(step)
            except Closed as closed:
                step = steps.throw(closed)
            except StopIteration as error:  # by a function of the caller; *steps* have not ended
                raise RuntimeError("a function that the call needs raised StopIteration") from error
            else:
                step = steps.send(result)
    except StopIteration as end:
        return cast("V", end.value)
    finally:
        steps.close()  # An interrupted call returns its permit.


async def async_driven(steps: Generator[S, R, V], do: Callable[[S], Awaitable[R]]) -> V:
    """Carry out *steps*, each by awaiting *do*, and return their result."""
    try:
        step = next(steps)
        while True:
            try:
                result = await do(step)
            except Closed as closed:
                step = steps.throw(closed)
            else:
                step = steps.send(result)
    except StopIteration as end:
        return cast("V", end.value)
    finally:
        steps.close()  # A cancelled call returns its permit.

"""Work in a task of its own, for whose result several tasks wait."""

from __future__ import annotations

import traceback
from typing import Any

import anyio
import pytest
from foxreach_runtime.errors import OutcomeUnknownError
from foxreach_runtime.tasks.task import CancelledTaskError, Task

BACKENDS = pytest.mark.parametrize("backend", ["asyncio", "trio"])


class RefusedError(Exception):
    """One that a copy would make with other words."""

    def __init__(self, name: str) -> None:
        super().__init__(f"{name} is refused")


class TwoError(Exception):
    """One that cannot be copied."""

    def __init__(self, one: str, two: str) -> None:
        super().__init__(one + two)


def raised(backend: str, error: BaseException, count: int) -> list[BaseException]:
    """Return what *count* tasks get, one after the other, that wait for work which raises *error*."""

    async def work() -> None:
        await anyio.lowlevel.checkpoint()
        raise error from OSError("cause")

    async def main() -> list[BaseException]:
        task, found = Task(work), list[BaseException]()
        for _ in range(count):
            try:
                await task.result()
            except BaseException as caught:  # noqa: BLE001
                found.append(caught)
        return found

    return anyio.run(main, backend=backend)


@BACKENDS
@pytest.mark.parametrize(
    "error", [LookupError("vault"), RefusedError("k"), TwoError("a", "b"), OutcomeUnknownError("x", "y")]
)
def test_the_traceback_of_an_error_does_not_grow_with_those_who_wait(backend: str, error: Exception) -> None:
    words = str(error)
    *_, last = raised(backend, error, 20)
    assert (type(last), str(last), str(last.__cause__)) == (type(error), words, "cause")
    frames = [frame.name for frame in traceback.extract_tb(last.__traceback__)]
    assert "work" in frames
    assert len(frames) < 10


@BACKENDS
def test_each_who_waits_has_an_error_of_its_own(backend: str) -> None:
    error: Any = LookupError("vault")
    error.add_note("of the work")
    first, second = raised(backend, error, 2)
    first.add_note("of the first")
    assert second.__notes__ == ["of the work"]


@BACKENDS
@pytest.mark.parametrize("error", [SystemExit(3), KeyboardInterrupt(), pytest.fail.Exception("failed")])
def test_what_ends_a_program_is_raised_where_the_result_is_asked_for(backend: str, error: BaseException) -> None:
    (found,) = raised(backend, error, 1)
    assert (type(found), found.args) == (type(error), error.args)


@BACKENDS
def test_a_task_that_is_ended_has_no_result(backend: str) -> None:
    async def main() -> None:
        task = Task(anyio.sleep_forever)
        await anyio.lowlevel.checkpoint()
        task.end()
        await task.gone()
        assert task.done
        assert task.ended
        with pytest.raises(CancelledTaskError):
            await task.result()

    anyio.run(main, backend=backend)

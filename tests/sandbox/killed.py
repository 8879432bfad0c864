"""Writers of every kind on one file, killed at a statement of SQLite: `python -m tests.sandbox.killed FOLDER NUMBER`.

Prints a line for each of NUMBER killed processes: how many writers it had answered, and after how many of them the file
was as it is now, None if it never was.
"""

import os
import signal
import sqlite3
import sys
from collections.abc import Callable
from itertools import pairwise
from pathlib import Path
from random import Random
from typing import Any

from foxreach_sandbox import Clock, Sandbox

from tests.sandbox.asking import ask

START = 1_800_000_000
connect = sqlite3.connect


def writers(sandbox: Sandbox) -> list[Callable[[], object]]:
    """Return what is written, one call after the other."""
    world, hour = sandbox.world, 3_600.0

    def write(method: str, path: str, **body: Any) -> Callable[[], object]:
        return lambda: ask(sandbox, method, path, body or None)

    rows = [{"email": f"row{number}@example.com"} for number in range(40)]
    return [
        write("POST", "/leads", email="jane@example.com"),  # cld_1
        write("POST", "/leads/import", leads=rows),
        write("POST", "/campaigns", name="Spring"),  # cmp_42
        write("POST", "/campaigns/cmp_42/sequences", subject="Hi", body="Hello"),
        lambda: world.account("sales@example.com"),  # cea_44
        write("POST", "/campaigns/cmp_42/leads", leadIds=["cld_1", "cld_2", "cld_3"]),
        write("POST", "/campaigns/cmp_42/accounts", accountIds=["cea_44"]),
        write("POST", "/webhooks", url="https://example.com", events=["email.failed"]),
        write("DELETE", "/leads/cld_1"),
        write("POST", "/leads/import", leads=[{"email": "jane@example.com", "company": "Acme"}, *rows]),
        write("POST", "/campaigns/cmp_42/start"),
        lambda: world.send("cmp_42", "cld_1"),
        lambda: world.reply("cld_1", "Yes", campaign="cmp_42"),
        lambda: sandbox.clock.advance(24 * hour),  # Sends two mails.
        write("PATCH", "/leads/cld_2", email="new@example.com"),
        write("POST", "/campaigns", name="Draft"),
        lambda: sandbox.restore({**sandbox.snapshot(), "made": 90}),
        sandbox.reset,
    ]


def run(file: Path, after: Callable[[Sandbox], object]) -> None:
    """Do all writers' work on *file*, calling *after* when each was answered."""
    sandbox = Sandbox(file=file, limit=None, clock=Clock(start=START))
    after(sandbox)
    for write in writers(sandbox):
        write()
        after(sandbox)


def counted(on_statement: Callable[[int], None]) -> None:
    """Call *on_statement* with the number of each statement of the connections to come."""

    def traced(*arguments: Any, **options: Any) -> sqlite3.Connection:
        made: sqlite3.Connection = connect(*arguments, **options)
        numbers = iter(range(1, 1_000_000))
        made.set_trace_callback(lambda _: on_statement(next(numbers)))
        return made

    sqlite3.connect = traced  # type: ignore[assignment]


def killed(file: Path, statement: int) -> int:
    """Kill a process at *statement*; return how many writers it had answered."""
    ear, mouth = os.pipe()
    child = os.fork()
    if not child:
        counted(lambda number: os.kill(os.getpid(), signal.SIGKILL) if number == statement else None)
        run(file, lambda _: os.write(mouth, b"."))
        os._exit(0)
    os.close(mouth)
    os.waitpid(child, 0)
    with os.fdopen(ear, "rb") as answered:
        return max(0, len(answered.read()) - 1)  # The first byte is that of the start.


def main(folder: Path, number: int) -> None:
    """Print all lines."""
    states: list[Any] = []
    ends: list[int] = []
    total, counting = 0, True

    def count(_: int) -> None:
        nonlocal total
        total += counting

    def keep(sandbox: Sandbox) -> None:
        nonlocal counting
        counting = False  # The snapshot is no writer's work.
        states.append(sandbox.engine.store.snapshot())
        counting = True
        ends.append(total)

    counted(count)
    run(folder / "whole.db", keep)
    sqlite3.connect = connect
    random, parts = Random(1), list(pairwise([0, *ends]))  # noqa: S311 - no secret
    for each in range(number):  # One in the work of each writer, and again.
        statement = random.randint(parts[each % len(parts)][0] + 1, parts[each % len(parts)][1])
        file = folder / f"{each}.db"
        answered = killed(file, statement)
        with Sandbox(file=file, limit=None, clock=Clock(start=START)) as sandbox:
            found = sandbox.engine.store.snapshot()
        print(answered, next((at for at in (answered, answered + 1) if found == states[at]), None))


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]))

"""Kill an import with SIGKILL at a random step, again and again, and resume it: a process of its own, which forks."""

from __future__ import annotations

import json
import os
import signal
import sys
from collections.abc import Callable
from pathlib import Path
from random import Random
from typing import Any

from foxreach_client import FoxReach
from foxreach_runtime.engine.transport import Transport

URL, KEY, FOLDER, POINTS, ROWS = sys.argv[1], sys.argv[2], Path(sys.argv[3]), int(sys.argv[4]), int(sys.argv[5])
STEPS = ROWS // 10 * 12  # Each call has twelve: before and after it, and each write to a file.


def counting(kill_at: int, work: Callable[..., Any]) -> Callable[..., Any]:
    """Return *work* with a kill before and after it, at the step *kill_at* of this process."""

    def wrapped(*args: Any, **options: Any) -> Any:
        step(kill_at)
        result = work(*args, **options)
        step(kill_at)
        return result

    return wrapped


_steps = 0


def step(kill_at: int) -> None:
    global _steps  # noqa: PLW0603  # of this process
    _steps += 1
    if _steps == kill_at:
        os.kill(os.getpid(), signal.SIGKILL)


def imported(number: int, sent: Path, kill_at: int) -> None:
    """Import the rows of a point in this process, and write the numbers of those that are sent to *sent*."""
    real = Transport.reply

    def reply(transport: Transport, call: Any) -> Any:
        with sent.open("a") as file:
            file.writelines(f"{lead.notes}\n" for lead in call.body.leads)
        step(kill_at)
        answer = real(transport, call)
        step(kill_at)
        return answer

    Transport.reply = reply  # type: ignore[method-assign,assignment]  # pyright: ignore[reportAttributeAccessIssue]
    os.fsync = counting(kill_at, os.fsync)
    Path.replace = counting(kill_at, Path.replace)  # type: ignore[method-assign]
    rows = ({"email": f"p{number}r{row}@example.com", "notes": str(row)} for row in range(1, ROWS + 1))
    files = FOLDER / f"c{number}", FOLDER / f"o{number}"
    with FoxReach(api_key=KEY, base_url=URL) as client:
        progress = client.leads.import_all(rows, batch_size=10, checkpoint=files[0], outcomes=files[1])
    (FOLDER / f"rows{number}").write_text(str(progress.rows))


def forked(number: int, sent: Path, kill_at: int) -> int:
    """Do the import in a child, and return how it ended."""
    child = os.fork()
    if child == 0:
        imported(number, sent, kill_at)
        os._exit(0)
    return os.waitpid(child, 0)[1]


def main() -> None:
    """Print what became of each point."""
    random = Random(7)  # noqa: S311  # no secret
    for number, kill_at in enumerate(random.sample(range(1, STEPS + 1), POINTS)):
        first, second, checkpoint = FOLDER / f"first{number}", FOLDER / f"second{number}", FOLDER / f"c{number}"
        second.touch()
        end = forked(number, first, kill_at)
        assert end == signal.SIGKILL, (number, kill_at, end)
        recorded = json.loads(checkpoint.read_text())["rows"] if checkpoint.exists() else 0
        assert forked(number, second, 0) == 0
        found = {
            "number": number,
            "step": kill_at,
            "recorded": recorded,
            "sent_again": [int(line) for line in second.read_text().split()],
            "rows": int((FOLDER / f"rows{number}").read_text()),
            "outcomes": (FOLDER / f"o{number}").read_text().splitlines(),
        }
        print(json.dumps(found))


main()

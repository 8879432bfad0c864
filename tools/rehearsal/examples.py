"""Type-check the programs in examples/ and run them on a sandbox that injects a fault, as a consumer would."""

import json
import os
import re
import subprocess
import sys
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from tools.rehearsal.sandbox import Sandbox, Seen

FOLDER = Path(__file__).resolve().parents[2] / "examples"
CHECKERS = ("mypy", "pyright")
SLOW = re.compile(r"Executing <.* took [0-9.]+ seconds")  # asyncio on a busy machine; not a fault of the program.
SECONDS = 60  # A program that takes longer hangs.
REFUSED = 429


class ExampleError(Exception):
    """An example fails its check."""


@dataclass(frozen=True)
class Example:
    """A program of examples/, its arguments, and what the sandbox must have seen at its end.

    The first call of *throttled* is answered with 429. *refused* counts the other statuses from 400 on that the program
    receives; *left* counts the rows of each kind that it leaves; *files* are written to its folder before it runs.
    """

    name: str
    throttled: str
    refused: Mapping[int, int] = field(default_factory=dict[int, int])
    left: Mapping[str, int] = field(default_factory=dict[str, int])
    arguments: Sequence[str] = ()
    files: Mapping[str, str] = field(default_factory=dict[str, str])


def leads_of(count: int) -> str:
    """Return a CSV file of *count* leads, a duplicate of the first one and a row without an address."""
    rows = [f"lead{number}@example.com,Lead {number},Acme,{number % 40}" for number in range(count)]
    return "\n".join(["Email,First name,Company,Team size", *rows, "LEAD0@example.com,,,", ",Nobody,,"]) + "\n"


EXAMPLES = (
    Example(
        "quickstart.py",
        throttled="leads.import_leads",
        refused={400: 1, 404: 1, 409: 1, 422: 1},
        left={"leads": 0, "campaigns": 0},
    ),
    Example(
        "import_leads.py",
        throttled="leads.import_leads",
        left={"leads": 1200},
        arguments=["leads.csv"],
        files={"leads.csv": leads_of(1200)},
    ),
)


def check_types(checker: str, examples: Sequence[Path], folder: Path, python: Path) -> None:
    """Type-check copies of *examples* in *folder* with *checker* and the packages of *python*, without our settings."""
    folder.mkdir()
    for example in examples:
        (folder / example.name).write_bytes(example.read_bytes())
    (folder / "pyrightconfig.json").write_text(json.dumps({"typeCheckingMode": "strict"}))
    options = {
        "mypy": ["--strict", "--config-file=", f"--python-executable={python}", *(each.name for each in examples)],
        "pyright": [f"--pythonpath={python}", "--project", "pyrightconfig.json"],
    }
    command = [sys.executable, "-I", "-m", checker, *options[checker]]
    done = subprocess.run(command, cwd=folder, check=False, capture_output=True, text=True)
    if done.returncode:
        raise ExampleError(f"{checker} reports errors in the examples:\n{done.stdout}{done.stderr}")


def rehearsed(example: Example, python: Path, sandbox: Sandbox, folder: Path) -> tuple[list[str], Seen]:
    """Run *example* on *sandbox*; return what it printed and what the sandbox saw, which must be as expected."""
    folder.mkdir()
    for name, content in example.files.items():
        (folder / name).write_text(content, "utf-8")
    sandbox.fail_next(example.throttled, REFUSED)
    printed = run_program([FOLDER / example.name, *example.arguments], python, sandbox, folder)
    seen = sandbox.seen()
    if faults := disagreements(example, seen):
        raise ExampleError(
            "\n".join(
                [f"{example.name} exited with status 0, but the sandbox saw something else than expected:", *faults]
            )
        )
    return printed, seen


def run_program(program: Sequence[Path | str], python: Path, sandbox: Sandbox, folder: Path) -> list[str]:
    """Run *program* (with its arguments) and return the lines that it printed; it must exit with 0 and not warn."""
    name = Path(program[0]).name
    environ = {**os.environ, "FOXREACH_API_KEY": sandbox.key, "FOXREACH_BASE_URL": sandbox.url}
    command = [python, "-I", "-X", "dev", "-W", "error", *program]
    try:
        done = subprocess.run(
            command, cwd=folder, env=environ, check=False, capture_output=True, text=True, timeout=SECONDS
        )
    except subprocess.TimeoutExpired as error:
        raise ExampleError(f"{name} was still running after {SECONDS} seconds") from error
    warnings = [line for line in done.stderr.splitlines() if not SLOW.fullmatch(line)]
    if done.returncode:
        raise ExampleError("\n".join([f"{name} exited with status {done.returncode}:", done.stdout, *warnings]))
    if warnings:
        raise ExampleError("\n".join([f"{name} exited with status 0, but wrote to stderr:", *warnings]))
    return done.stdout.splitlines()


def disagreements(example: Example, seen: Seen) -> list[str]:
    """Return a sentence for each difference between *seen* and what *example* expects. Pure."""
    faults = [f"the injected fault was never received: {fault}" for fault in seen.pending]
    refused = Counter({status: count for status, count in seen.statuses.items() if status >= 400})
    expected = Counter(example.refused) + Counter({REFUSED: 1})
    if refused != expected:
        faults.append(f"it answered with {counted(refused)} instead of {counted(expected)}")
    return faults + [
        f"it has {seen.rows[kind]} {kind} instead of {count}"
        for kind, count in example.left.items()
        if seen.rows[kind] != count
    ]


def counted(statuses: Counter[int]) -> str:
    """Return the count of each status as text."""
    return ", ".join(f"{status} x{count}" for status, count in sorted(statuses.items())) or "nothing"

"""The programs in examples/, as a consumer has them: type-checked, and run on a sandbox that makes it hard for them."""

import json
import os
import re
import subprocess
import sys
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from tools.sandbox import Sandbox, Seen

FOLDER = Path(__file__).resolve().parent.parent / "examples"
CHECKERS = ("mypy", "pyright")
SLOW = re.compile(r"Executing <.* took [0-9.]+ seconds")  # asyncio of a busy machine, which is no fault of the program.
SECONDS = 60  # A program that takes longer hangs.
REFUSED = 429


class ExampleError(Exception):
    """An example does not do what it should."""


@dataclass(frozen=True)
class Example:
    """A program of examples/, how it is called, and what the sandbox is to have seen at its end.

    The first call of *hindered* is answered with 429. *refused* is how often the program meets each status from 400
    on, besides this one; *left* is how many rows it leaves of a kind; *files* are made in its folder beforehand.
    """

    name: str
    hindered: str
    refused: Mapping[int, int] = field(default_factory=dict[int, int])
    left: Mapping[str, int] = field(default_factory=dict[str, int])
    arguments: Sequence[str] = ()
    files: Mapping[str, str] = field(default_factory=dict[str, str])


def leads_of(count: int) -> str:
    """Return a CSV file of *count* leads, and below them a row that repeats one and a row without an address."""
    rows = [f"lead{number}@example.com,Lead {number},Acme,{number % 40}" for number in range(count)]
    return "\n".join(["Email,First name,Company,Team size", *rows, "LEAD0@example.com,,,", ",Nobody,,"]) + "\n"


EXAMPLES = (
    Example(
        "quickstart.py",
        hindered="leads.import_leads",
        refused={400: 1, 404: 1, 409: 1, 422: 1},
        left={"leads": 0, "campaigns": 0},
    ),
    Example(
        "import_leads.py",
        hindered="leads.import_leads",
        left={"leads": 1200},
        arguments=["leads.csv"],
        files={"leads.csv": leads_of(1200)},
    ),
)


def check_types(checker: str, examples: Sequence[Path], folder: Path, python: Path) -> None:
    """Type-check copies of *examples* in *folder* with *checker*, against what *python* has and no settings of ours."""
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
        raise ExampleError(f"{checker} finds faults in the examples:\n{done.stdout}{done.stderr}")


def rehearsed(example: Example, python: Path, sandbox: Sandbox, folder: Path) -> tuple[list[str], Seen]:
    """Return the lines that *example* printed on *sandbox*, and what that saw of it, which must be as expected."""
    folder.mkdir()
    for name, content in example.files.items():
        (folder / name).write_text(content, "utf-8")
    sandbox.fail_next(example.hindered, REFUSED)
    story = run_program([FOLDER / example.name, *example.arguments], python, sandbox, folder)
    seen = sandbox.seen()
    if faults := disagreements(example, seen):
        raise ExampleError("\n".join([f"{example.name} ended well, but the sandbox disagrees:", *faults]))
    return story, seen


def run_program(program: Sequence[Path | str], python: Path, sandbox: Sandbox, folder: Path) -> list[str]:
    """Return the lines that *program* (with its arguments) printed: it must end well and have nothing to warn of."""
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
        raise ExampleError("\n".join([f"{name} ended with status {done.returncode}:", done.stdout, *warnings]))
    if warnings:
        raise ExampleError("\n".join([f"{name} ended well, but complained:", *warnings]))
    return done.stdout.splitlines()


def disagreements(example: Example, seen: Seen) -> list[str]:
    """Return a sentence on each thing that *seen* has and *example* does not lead to, or the other way round. Pure."""
    faults = [f"nothing met the {fault} that was to be survived" for fault in seen.unmet]
    refused = Counter({status: count for status, count in seen.statuses.items() if status >= 400})
    expected = Counter(example.refused) + Counter({REFUSED: 1})
    if refused != expected:
        faults.append(f"it refused {counted(refused)}, and should have refused {counted(expected)}")
    return faults + [
        f"it holds {seen.rows[kind]} {kind}, and should hold {count}"
        for kind, count in example.left.items()
        if seen.rows[kind] != count
    ]


def counted(statuses: Counter[int]) -> str:
    """Return how often there was each status, as text."""
    return ", ".join(f"{status} x{count}" for status, count in sorted(statuses.items())) or "nothing"

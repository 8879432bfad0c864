"""The road a change goes, ended as a consumer would: the wheel alone, the quickstart type-checked and run."""

import json
import os
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import NoReturn

from tests.rehearsal.foxreach import FoxReach
from tests.rehearsal.server import Serving, serve
from tools import consumer
from tools.build import described

ROOT = Path(__file__).resolve().parent.parent
QUICKSTART = ROOT / "examples" / "quickstart.py"
KEY = "otr_rehearsal"
SECONDS = 60  # A quickstart that takes longer hangs.


def main(dist: Path, backend: str) -> None:
    """Rehearse with the wheel in *dist* and print what was made and seen, or end with what went wrong."""
    (wheel,) = dist.glob("*.whl")
    (sdist,) = dist.glob("*.tar.gz")
    with tempfile.TemporaryDirectory(prefix="rehearsal-") as scratch:
        try:
            python = consumer.environment(Path(scratch) / "environment", wheel, backend)
        except subprocess.CalledProcessError as error:
            fail(f"{wheel.name} could not be installed into a fresh environment: {error}")
        installed = consumer.distributions(python)
        if extra := consumer.undeclared(installed, "foxreach-client"):
            fail(f"the fresh environment also holds {', '.join(sorted(extra))}, which the wheel does not declare")
        check_types(QUICKSTART, Path(scratch), python)
        with serve(FoxReach(KEY, refused=5)) as serving:
            story = run_program(QUICKSTART, python, serving, scratch)
    print_summary([wheel, sdist], installed, story, serving)


def check_types(example: Path, scratch: Path, python: Path) -> None:
    """Type-check *example* as a consumer has it: its own folder, the installed package, no settings of ours."""
    program = scratch / example.name
    program.write_bytes(example.read_bytes())
    (scratch / "pyrightconfig.json").write_text(json.dumps({"include": [program.name], "typeCheckingMode": "strict"}))
    run("mypy", "--strict", "--config-file=", f"--python-executable={python}", program.name, folder=scratch)
    run("pyright", f"--pythonpath={python}", "--project", "pyrightconfig.json", folder=scratch)


def run(checker: str, *arguments: str, folder: Path) -> None:
    """Run a type checker of this environment in *folder*."""
    command = [sys.executable, "-I", "-m", checker, *arguments]
    done = subprocess.run(command, cwd=folder, check=False, capture_output=True, text=True)
    if done.returncode:
        fail(f"{checker} finds faults in the example:\n{done.stdout}{done.stderr}")


def run_program(example: Path, python: Path, serving: Serving, folder: str) -> list[str]:
    """Return the lines that *example* printed, which must end well and have nothing to warn of."""
    environ = {**os.environ, "FOXREACH_API_KEY": KEY, "FOXREACH_BASE_URL": serving.base_url, "NO_PROXY": "127.0.0.1"}
    command: list[str | Path] = [python, "-I", "-X", "dev", "-W", "error", example]
    try:
        done = subprocess.run(
            command, cwd=folder, env=environ, check=False, capture_output=True, text=True, timeout=SECONDS
        )
    except subprocess.TimeoutExpired:
        fail(f"{example.name} was still running after {SECONDS} seconds")
    if done.returncode or done.stderr:
        fail(f"{example.name} ended with status {done.returncode}:\n{done.stdout}{done.stderr}")
    return done.stdout.splitlines()


def print_summary(made: list[Path], installed: consumer.Distributions, story: list[str], serving: Serving) -> None:
    """Print what was made and what was seen."""
    statuses = ", ".join(f"{status} x{count}" for status, count in sorted(serving.answered.items()))
    print("\nMade")
    print(*(f"  {described(file)}" for file in made), sep="\n")
    print("Installed, in a fresh environment, with nothing undeclared")
    print(f"  {', '.join(f'{name} {version}' for name, (version, _) in sorted(installed.items()))}")
    print(f"Checked\n  {QUICKSTART.name} by mypy --strict and pyright strict, against the installed package")
    print(f"Seen\n  {serving.answered.total()} requests: {statuses}")
    print(*(f"  {line}" for line in story), sep="\n")


def fail(message: str) -> NoReturn:
    """End the rehearsal."""
    sys.exit(f"rehearse: {message}")


if __name__ == "__main__":
    main(Path(sys.argv[1]).resolve(), sys.argv[2])

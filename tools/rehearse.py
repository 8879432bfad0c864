"""The road a change goes, ended as a consumer would: installed from an index, the quickstart type-checked and run."""

import json
import os
import re
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import NoReturn

from tests.rehearsal.foxreach import FoxReach
from tests.rehearsal.server import Serving, serve
from tools import consumer
from tools.build import described
from tools.embedded import PASSWORD, USER, embedded
from tools.publish.destination import settings_for
from tools.publish.messages import PublishError
from tools.publish.release import index_of, publish

ROOT = Path(__file__).resolve().parent.parent
QUICKSTART = ROOT / "examples" / "quickstart.py"
KEY = "otr_rehearsal"
SLOW = re.compile(r"Executing <.* took [0-9.]+ seconds")  # asyncio of a busy machine, which is no fault of the program.
SECONDS = 60  # A quickstart that takes longer hangs.


def main(dist: Path, backend: str) -> None:
    """Rehearse with the wheel in *dist* and print what was made and seen, or end with what went wrong."""
    (wheel,) = dist.glob("*.whl")
    (sdist,) = dist.glob("*.tar.gz")
    with tempfile.TemporaryDirectory(prefix="rehearsal-") as scratch:
        python = published_and_installed(wheel, Path(scratch), backend)
        installed = consumer.distributions(python)
        if extra := consumer.undeclared(installed, "foxreach-client"):
            fail(f"the fresh environment also holds {', '.join(sorted(extra))}, which the wheel does not declare")
        check_types(QUICKSTART, Path(scratch), python)
        with serve(FoxReach(KEY, refused=5)) as serving:
            story = run_program(QUICKSTART, python, serving, scratch)
    print_summary([wheel, sdist], installed, story, serving)


def published_and_installed(wheel: Path, scratch: Path, backend: str) -> Path:
    """Return the Python of a fresh environment that got the client from an index to which it was just published."""
    os.environ.update({"TWINE_USERNAME": USER, "TWINE_PASSWORD": PASSWORD, "NO_PROXY": "127.0.0.1"})
    with embedded(scratch / "index") as index:
        try:
            settings = settings_for(None, index.url)
            with index_of(settings) as page:
                publish(wheel.parent, settings, page)
            exactly = f"foxreach-client=={wheel.name.split('-')[1]}"
            python = consumer.environment_from(index.simple_with_password, scratch / "environment", exactly, backend)
        except PublishError as error:
            fail(f"it could not be published: {error}")
        except subprocess.CalledProcessError as error:
            fail(f"it could not be installed from the index: {error}")
    if others := consumer.altered(python, wheel):
        fail(f"what was installed is not what was built: {', '.join(others)}")
    return python


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
    warnings = [line for line in done.stderr.splitlines() if not SLOW.fullmatch(line)]
    if done.returncode or warnings:
        fail("\n".join([f"{example.name} ended with status {done.returncode}:", done.stdout + "\n".join(warnings)]))
    return done.stdout.splitlines()


def print_summary(made: list[Path], installed: consumer.Distributions, story: list[str], serving: Serving) -> None:
    """Print what was made and what was seen."""
    statuses = ", ".join(f"{status} x{count}" for status, count in sorted(serving.answered.items()))
    print("\nMade")
    print(*(f"  {described(file)}" for file in made), sep="\n")
    print("Published to an index on loopback, and installed from it, with nothing undeclared")
    print(f"  {', '.join(f'{name} {version}' for name, (version, _) in sorted(installed.items()))}")
    print(f"Checked\n  {QUICKSTART.name} by mypy --strict and pyright strict, against the installed package")
    print(f"Seen\n  {serving.answered.total()} requests: {statuses}")
    print(*(f"  {line}" for line in story), sep="\n")


def fail(message: str) -> NoReturn:
    """End the rehearsal."""
    sys.exit(f"rehearse: {message}")


if __name__ == "__main__":
    main(Path(sys.argv[1]).resolve(), sys.argv[2])

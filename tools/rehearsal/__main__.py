"""Rehearse a release: install the client in one new environment and the sandbox in another, both from an index.

The examples are type-checked against the first and run in it, on the sandbox of the second.
"""

import os
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Generator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from functools import partial
from pathlib import Path

from tools.development import environments
from tools.publish.destination import settings_for
from tools.publish.messages import PublishError
from tools.publish.upload import index_of, publish
from tools.rehearsal import consumer
from tools.rehearsal.command_line import rehearsed_commands
from tools.rehearsal.examples import CHECKERS, EXAMPLES, FOLDER, Example, ExampleError, check_types, counted, rehearsed
from tools.rehearsal.local_index import PASSWORD, USER, local_index
from tools.rehearsal.sandbox import sandbox
from tools.rehearsal.server import ServerError
from tools.release.build import described


class InstallationError(Exception):
    """An installed environment is not what a consumer should get."""


def main(dist: Path, backend: str) -> None:
    """Rehearse with the wheel and sdist in *dist* and print each step, or exit with what went wrong."""
    began = time.monotonic()
    os.environ.update({"TWINE_USERNAME": USER, "TWINE_PASSWORD": PASSWORD, "NO_PROXY": "127.0.0.1"})
    with one_sentence(), tempfile.TemporaryDirectory(prefix="rehearsal-") as scratch:
        (wheel,), (sdist,) = dist.glob("*.whl"), dist.glob("*.tar.gz")
        report("Built", described(wheel), described(sdist))
        client, with_sandbox = installed_and_checked(wheel, Path(scratch), backend)
        for example in EXAMPLES:
            run(example, client, environments.script(with_sandbox, "foxreach-sandbox"), Path(scratch, example.name))
        run_commands(client, environments.script(with_sandbox, "foxreach-sandbox"), Path(scratch, "commands"))
    report(f"Rehearsed in {time.monotonic() - began:.0f} seconds")


def installed_and_checked(wheel: Path, scratch: Path, backend: str) -> tuple[Path, Path]:
    """Return the Pythons of two new environments: the client alone, and with the sandbox.

    The second one is created while the examples are type-checked against the first.
    """
    examples = sorted(FOLDER.glob("*.py"))
    with local_index(scratch / "index") as index, ThreadPoolExecutor() as pool:
        settings = settings_for(None, index.url)
        with index_of(settings) as page:
            publish(wheel.parent, settings, page)
        install = partial(installed, index.simple_with_password, wheel, scratch, backend)
        client = install("")
        later = pool.submit(install, "[sandbox]")
        checks = [pool.submit(check_types, each, examples, scratch / each, client) for each in CHECKERS]
        report_installed(client, later.result())
        for check in checks:
            check.result()
    names = ", ".join(each.name for each in examples)
    report("Checked by mypy --strict and pyright strict, against the installed client", names)
    return client, later.result()


def installed(index: str, wheel: Path, scratch: Path, backend: str, extra: str) -> Path:
    """Return the Python of a new environment with *wheel* and its *extra* from *index*, and nothing undeclared."""
    requirement = f"foxreach-client{extra}=={wheel.name.split('-')[1]}"
    try:
        python = environments.environment_from(index, scratch / f"environment{extra}", requirement, backend)
    except (OSError, subprocess.CalledProcessError) as error:
        raise InstallationError(f"{requirement} could not be installed from the index: {error}") from error
    if faults := consumer.faults(python, wheel, requirement):
        raise InstallationError("\n".join([f"{requirement} was installed, but not as built and declared:", *faults]))
    return python


def run(example: Example, python: Path, command: Path, folder: Path) -> None:
    """Run *example* on a sandbox of its own and print what it did."""
    with sandbox([command], folder.parent) as running:
        printed, seen = rehearsed(example, python, running, folder)
    calls = f"{seen.statuses.total()} calls: {counted(seen.statuses)}; the 429 was injected at {example.throttled}"
    report(f"Ran {example.name} on a sandbox of that environment", calls, *(f"| {line}" for line in printed))


def run_commands(python: Path, command: Path, folder: Path) -> None:
    """Run the installed command line on a sandbox of its own and print what it did."""
    with sandbox([command], folder.parent) as running:
        printed = rehearsed_commands(environments.script(python, "foxr"), running, folder)
    report("Ran foxr on a sandbox of that environment", *(f"| {line}" for line in printed))


def report_installed(client: Path, with_sandbox: Path) -> None:
    """Print the packages of the two environments."""
    alone, both = consumer.distributions(client), consumer.distributions(with_sandbox)
    versions = {name: f"{name} {version}" for name, (version, _) in sorted(both.items())}
    report(
        "Published to an index on loopback, and installed from it, with nothing undeclared",
        f"foxreach-client: {', '.join(versions[name] for name in versions if name in alone)}",
        f"foxreach-client[sandbox] also: {', '.join(versions[name] for name in versions if name not in alone)}",
    )


def report(title: str, *lines: str) -> None:
    """Print one step as soon as it is done."""
    print(f"\n{title}", *(f"  {line}" for line in lines), sep="\n", flush=True)


@contextmanager
def one_sentence() -> Generator[None]:
    """Exit with a sentence, without a traceback, when the block fails in an expected way."""
    try:
        yield
    except PublishError as error:
        sys.exit(f"rehearse: publishing failed: {error}")
    except (ExampleError, InstallationError, ServerError) as error:
        sys.exit(f"rehearse: {error}")
    except KeyboardInterrupt:
        sys.exit("rehearse: interrupted")


def terminated(*_: object) -> None:
    """Exit in the normal way, so that every server is stopped."""
    sys.exit("rehearse: terminated")


if __name__ == "__main__":
    signal.signal(signal.SIGTERM, terminated)
    main(Path(sys.argv[1]).resolve(), sys.argv[2])

"""The road a change goes, ended as a consumer would: the client in one fresh environment, the sandbox in another.

Both come from an index. The examples are type-checked against the first and run in it, on the sandbox of the second.
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

from tools import consumer
from tools.build import described
from tools.embedded import PASSWORD, USER, embedded
from tools.examples import CHECKERS, EXAMPLES, FOLDER, Example, ExampleError, check_types, counted, rehearsed
from tools.publish.destination import settings_for
from tools.publish.messages import PublishError
from tools.publish.release import index_of, publish
from tools.sandbox import sandbox
from tools.server import ServerError


class InstallationError(Exception):
    """What an installer made is not what a consumer is to have."""


def main(dist: Path, backend: str) -> None:
    """Rehearse with the wheel in *dist* and print what was made and seen, or end with what went wrong."""
    began = time.monotonic()
    os.environ.update({"TWINE_USERNAME": USER, "TWINE_PASSWORD": PASSWORD, "NO_PROXY": "127.0.0.1"})
    with one_sentence(), tempfile.TemporaryDirectory(prefix="rehearsal-") as scratch:
        (wheel,), (sdist,) = dist.glob("*.whl"), dist.glob("*.tar.gz")
        tell("Made", described(wheel), described(sdist))
        client, with_sandbox = installed_and_checked(wheel, Path(scratch), backend)
        for example in EXAMPLES:
            run(example, client, consumer.command(with_sandbox, "foxreach-sandbox"), Path(scratch, example.name))
    tell(f"Rehearsed in {time.monotonic() - began:.0f} seconds")


def installed_and_checked(wheel: Path, scratch: Path, backend: str) -> tuple[Path, Path]:
    """Return the Pythons of two fresh environments: the client alone, and with the sandbox.

    The second is made while the examples are type-checked against the first.
    """
    examples = sorted(FOLDER.glob("*.py"))
    with embedded(scratch / "index") as index, ThreadPoolExecutor() as pool:
        settings = settings_for(None, index.url)
        with index_of(settings) as page:
            publish(wheel.parent, settings, page)
        install = partial(installed, index.simple_with_password, wheel, scratch, backend)
        client = install("")
        later = pool.submit(install, "[sandbox]")
        checks = [pool.submit(check_types, each, examples, scratch / each, client) for each in CHECKERS]
        tell_installed(client, later.result())
        for check in checks:
            check.result()
    names = ", ".join(each.name for each in examples)
    tell("Checked by mypy --strict and pyright strict, against the installed client", names)
    return client, later.result()


def installed(index: str, wheel: Path, scratch: Path, backend: str, extra: str) -> Path:
    """Return the Python of a fresh environment that has *wheel* with *extra* from *index*, and nothing undeclared."""
    requirement = f"foxreach-client{extra}=={wheel.name.split('-')[1]}"
    try:
        python = consumer.environment_from(index, scratch / f"environment{extra}", requirement, backend)
    except (OSError, subprocess.CalledProcessError) as error:
        raise InstallationError(f"{requirement} could not be installed from the index: {error}") from error
    if faults := consumer.faults(python, wheel, requirement):
        raise InstallationError("\n".join([f"{requirement} is not as a consumer should have it:", *faults]))
    return python


def run(example: Example, python: Path, command: Path, folder: Path) -> None:
    """Run *example* on a sandbox of its own and tell the story."""
    with sandbox([command], folder.parent) as running:
        story, seen = rehearsed(example, python, running, folder)
    calls = f"{seen.statuses.total()} calls: {counted(seen.statuses)}; the 429 was ordered, at {example.hindered}"
    tell(f"Ran {example.name} on a sandbox of that environment", calls, *(f"| {line}" for line in story))


def tell_installed(client: Path, with_sandbox: Path) -> None:
    """Tell what is in the two environments."""
    alone, both = consumer.distributions(client), consumer.distributions(with_sandbox)
    versions = {name: f"{name} {version}" for name, (version, _) in sorted(both.items())}
    tell(
        "Published to an index on loopback, and installed from it, with nothing undeclared",
        f"foxreach-client: {', '.join(versions[name] for name in versions if name in alone)}",
        f"foxreach-client[sandbox] also: {', '.join(versions[name] for name in versions if name not in alone)}",
    )


def tell(title: str, *lines: str) -> None:
    """Print a part of the story as soon as it is known."""
    print(f"\n{title}", *(f"  {line}" for line in lines), sep="\n", flush=True)


@contextmanager
def one_sentence() -> Generator[None]:
    """End the program with what went wrong in the block, without a traceback."""
    try:
        yield
    except PublishError as error:
        sys.exit(f"rehearse: it could not be published: {error}")
    except (ExampleError, InstallationError, ServerError) as error:
        sys.exit(f"rehearse: {error}")
    except KeyboardInterrupt:
        sys.exit("rehearse: interrupted")


def terminated(*_: object) -> None:
    """End as at any failure, so that every server is stopped."""
    sys.exit("rehearse: terminated")


if __name__ == "__main__":
    signal.signal(signal.SIGTERM, terminated)
    main(Path(sys.argv[1]).resolve(), sys.argv[2])

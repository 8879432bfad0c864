"""The command `foxreach-sandbox`: serve a sandbox on a port of this machine until it is interrupted."""

import argparse
import sqlite3
import sys
from collections.abc import Sequence
from pathlib import Path

import foxreach_sandbox

from .clock import Clock
from .seeds import SEEDS
from .variants import CHOICES, HELP, Variants
from .windows import WINDOWS


def main(arguments: Sequence[str] | None = None) -> None:
    """Serve as the command line says."""
    given = parser().parse_args(arguments)
    try:
        make = foxreach_sandbox.Sandbox  # The first name that needs the extra.
    except ModuleNotFoundError as error:
        sys.exit(f"foxreach-sandbox: {error}")
    try:
        with make(
            seed=given.seed,
            limit=given.limit or None,
            window=given.window,
            clock=Clock(speed=given.speed),
            file=given.file,
            contacts=given.contacts,
            deliver_anywhere=given.anywhere,
            variants=Variants(**{name: getattr(given, name) for name in CHOICES}),
            names=given.name,
            origins=given.cors,
        ) as sandbox:
            sandbox.run(host=given.host, port=given.port, anywhere=given.anywhere, announce=announce)
    except KeyboardInterrupt:
        return  # The normal way to stop it; uvicorn passes the interrupt on.
    except (OSError, OverflowError, ValueError, sqlite3.Error) as error:
        sys.exit(f"foxreach-sandbox: {error}{f' ({given.file})' if isinstance(error, sqlite3.Error) else ''}")


def announce(url: str, key: str, home: str) -> None:
    """Print the address and the key as shell commands."""
    print(f"export FOXREACH_BASE_URL={url}", f"export FOXREACH_API_KEY={key}", f"# {home}/", sep="\n", flush=True)


class ShowVersion(argparse.Action):
    """Print the version of the distribution that this command belongs to, and stop."""

    def __call__(self, *_: object) -> None:
        """Do so."""
        from importlib import metadata  # noqa: PLC0415 - takes a fifth of a start

        try:
            version = metadata.version("foxreach-client")
        except metadata.PackageNotFoundError:
            version = "(not installed)"
        print("foxreach-sandbox", version)
        sys.exit(0)


def natural(text: str) -> int:
    """Parse an integer that is zero or more."""
    number = int(text)
    if number < 0:
        raise ValueError(text)
    return number


def parser() -> argparse.ArgumentParser:
    """Return the parser of the command line."""
    made = argparse.ArgumentParser("foxreach-sandbox", description="A local FoxReach for trials and tests.")
    made.add_argument("--version", action=ShowVersion, nargs=0, help="print the version of the client's wheel and stop")
    made.add_argument("--host", default="127.0.0.1", help="address to listen on (127.0.0.1)")
    made.add_argument("--port", type=natural, default=8000, help="port to listen on (8000); 0 takes a free one")
    made.add_argument("--seed", default="empty", help=f"rows at the start: {', '.join(SEEDS)} or a JSON file (empty)")
    made.add_argument("--file", type=Path, help="SQLite file that stores the rows (in memory)")
    made.add_argument("--limit", type=natural, default=100, help="calls per minute for each key (100); 0: no limit")
    made.add_argument("--window", choices=WINDOWS, default="fixed", help="window that counts the calls (fixed)")
    made.add_argument("--contacts", type=natural, help="leads that the plan allows (no limit)")
    made.add_argument("--speed", type=float, default=1.0, help="seconds of the sandbox per real second (1)")
    made.add_argument("--anywhere", action="store_true", help="allow hosts beyond loopback, for webhooks too")
    made.add_argument("--cors", action="append", default=[], metavar="ORIGIN", help="a web page that may call the API")
    made.add_argument("--name", action="append", default=[], help="a name of this machine besides localhost")
    for name, choices in CHOICES.items():
        option = f"--{name.replace('_', '-')}"
        text = f"{HELP[name]} ({choices[0]})"
        type_ = int if isinstance(choices[0], int) else str
        made.add_argument(option, type=type_, choices=choices, default=choices[0], help=text)
    return made


if __name__ == "__main__":
    main()

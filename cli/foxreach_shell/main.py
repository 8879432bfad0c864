"""The program: finds the command, parses its arguments, runs it, and turns every error into words and a status."""

from __future__ import annotations

import os
import sys
from contextlib import suppress
from importlib import import_module
from io import UnsupportedOperation

from . import parser, streams, tree
from .usage import DONE, EXIT_STATUSES, INTERRUPTED, REFUSED, UNKNOWN, USAGE, StoppedError, UsageError

TYPE_CHECKING = False

if TYPE_CHECKING:
    import argparse
    from collections.abc import Sequence
    from typing import Any

    Node = dict[str, Any] | tuple[str, str]

# The module of each kind of leaf, where its name differs. Each has `parser` and `run`.
RUNNERS = {"import": "importing", "export": "exporting", "probe": "probe.command"}


def main(argv: Sequence[str] | None = None, **options: Any) -> int:
    """Run the command line *argv* and return its exit status. *options* go to the client."""
    arguments = list(sys.argv[1:] if argv is None else argv)
    _open_closed_streams()
    for stream, encoding, errors in (
        (sys.stdin, "utf-8-sig", "strict"),  # As a file is read: the encoding of a terminal is not that of a file.
        (sys.stdout, "utf-8", "backslashreplace"),
        (sys.stderr, "utf-8", "backslashreplace"),
    ):
        reconfigure: Any = getattr(stream, "reconfigure", None)  # A test may have put a plain stream in its place.
        if reconfigure is not None:
            with suppress(UnsupportedOperation):  # A program that read a part of stdin has chosen its encoding.
                reconfigure(encoding=encoding, errors=errors)
    with streams.guarded():
        status = _status(arguments, options)
        lost = streams.loss()
        if lost is None:
            return status
        from . import failures  # noqa: PLC0415 - most commands succeed

        told = OSError(f"stdout: {lost.strerror}. Calls that were made are not undone.")
        return failures.report_other(told, as_json=wants_json(arguments), status=status or REFUSED)


def _status(arguments: list[str], options: dict[str, Any]) -> int:
    """Run the command; return its status, or that of the error that it ended with."""
    try:
        if sys.stdout is None:
            raise UsageError("stdout is closed; send it to /dev/null if it is not needed.")
        status = _run(arguments, options)
        sys.stdout.flush()
    except StoppedError as stopped:
        return stopped.status
    except streams.OutputError:
        return DONE
    except (Exception, KeyboardInterrupt) as error:  # noqa: BLE001 - nobody gets a traceback
        return _failed(error, as_json=wants_json(arguments))
    return status


def _open_closed_streams() -> None:
    """Open what the caller closed (`<&-`, `2>&-`): Python has None there. Without a stdout, nothing is done."""
    if sys.stdin is None:
        sys.stdin = open(os.devnull, encoding="utf-8")  # noqa: PTH123, SIM115 - open until the end
    if sys.stderr is None:
        sys.stderr = open(os.devnull, "w", encoding="utf-8")  # noqa: PTH123, SIM115


def _run(arguments: list[str], options: dict[str, Any]) -> int:
    if arguments[:1] == ["complete"]:  # Asked by the scripts of `completion`, not by a person.
        from .completion import offered  # noqa: PLC0415

        sys.stdout.write("".join(f"{word}\n" for word in offered(arguments[1:], parser_for)))
        return DONE
    words, found, rest = descended(arguments)
    if isinstance(found, dict):
        return _about_group(words, found, rest)
    made = parser_for(words, found)
    if "-h" in rest or "--help" in rest:
        sys.stdout.write(made.format_help())
        return DONE
    given = made.parse_intermixed_args(rest)
    from .guard import guarded  # noqa: PLC0415 - loads the client, which help does without

    return guarded(_module("calls" if found[0] == "call" else found[0]).run, found[1], given, options)


def parser_for(words: tuple[str, ...], leaf: tuple[str, str]) -> argparse.ArgumentParser:
    """Return the parser of a command."""
    runner, call = leaf
    made: argparse.ArgumentParser = (
        parser.call_parser(words, call) if runner == "call" else _module(runner).parser(words, call)
    )
    return made


def _module(runner: str) -> Any:
    return import_module(f".{RUNNERS.get(runner, runner)}", __package__)


def descended(arguments: list[str]) -> tuple[tuple[str, ...], Node, list[str]]:
    """Return the words of the command, its leaf or group, and the other arguments."""
    found: Node = tree.tree()
    taken = 0
    while isinstance(found, dict) and taken < len(arguments) and arguments[taken] in found:
        found, taken = found[arguments[taken]], taken + 1
    return tuple(arguments[:taken]), found, arguments[taken:]


def _about_group(words: tuple[str, ...], found: dict[str, Any], rest: list[str]) -> int:
    if rest and rest[0] in ("--version", "-V"):
        from foxreach_runtime.version import __version__  # noqa: PLC0415

        sys.stdout.write(f"foxr {__version__}\n")
        return DONE
    if rest and rest[0] not in ("-h", "--help"):
        raise UsageError(f"{_unknown(rest[0], found)} `{' '.join(('foxr', *words, '--help'))}` lists the commands.")
    width = max(map(len, found))
    lines = [f"  {name:{width}}  {tree.summary_of((*words, name), below)}" for name, below in found.items()]
    title = f"usage: {' '.join(('foxr', *words))} COMMAND [ARGUMENTS]"
    about = tree.summary_of(words, found) if words else "FoxReach in a shell: data on stdout, all else on stderr."
    text = "\n".join([title, "", about, "", "commands:", *lines, "", EXIT_STATUSES])
    (sys.stdout if rest else sys.stderr).write(text)
    return DONE if rest else USAGE


def _unknown(word: str, found: dict[str, Any]) -> str:
    from difflib import get_close_matches  # noqa: PLC0415 - for a mistake alone

    if word.startswith("-"):
        return f"Options come behind the command: {word}."
    near = get_close_matches(word, found, 1)
    return f"There is no command {word!r}." + (f" Did you mean {near[0]!r}?" if near else "")


def wants_json(arguments: list[str]) -> bool:
    """Return whether errors are JSON, too; known before the arguments are parsed."""
    found = ""
    for word, following in zip(arguments, [*arguments[1:], ""], strict=True):
        if word in ("-o", "--output"):
            found = following
        elif word.startswith(("-o", "--output=")):
            found = word.removeprefix("--output").removeprefix("-o").removeprefix("=")
    return found == "json"


def _failed(error: BaseException, *, as_json: bool) -> int:
    from . import failures  # noqa: PLC0415 - most commands succeed

    if isinstance(error, KeyboardInterrupt):
        failures.place_of(error).say("interrupted")
        return INTERRUPTED
    if failures.is_ours(error):
        return failures.report(error, as_json=as_json)
    usual = USAGE if isinstance(error, (UsageError, OSError, ModuleNotFoundError)) else REFUSED
    status = UNKNOWN if getattr(error, failures.IN_DOUBT, False) else getattr(error, "status", usual)
    return failures.report_other(error, as_json=as_json, status=status)

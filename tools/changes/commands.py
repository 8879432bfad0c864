"""The options of the commands that the client installs, as argparse was told, and their changes.

The functions run in a process of their own until they parse their arguments: options may be made in a loop, so no
source shows them. Needs only the standard library there, as the commands do until then.
"""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from .kinds import Change
from .pairs import paired

PROGRAM = """
import argparse, importlib, json, sys
target, *folders = sys.argv[1:]
sys.path[:0] = folders
def shown(action):
    kind = "str" if action.type is None else getattr(action.type, "__name__", str(action.type))
    choices = None if action.choices is None else [str(each) for each in action.choices]
    return {"names": list(action.option_strings) or [action.dest], "action": type(action).__name__, "type": kind,
            "nargs": str(action.nargs), "choices": choices, "required": action.required,
            "default": str(action.default), "help": action.help or ""}
def parsed(parser, *_, **__):
    print(json.dumps([shown(action) for action in parser._actions]))
    raise SystemExit(0)
argparse.ArgumentParser.parse_args = argparse.ArgumentParser.parse_known_args = parsed
module, _, function = target.partition(":")
getattr(importlib.import_module(module), function)()
"""


@dataclass(frozen=True)
class Option:
    """One option, or one argument without a name of its own."""

    names: tuple[str, ...]
    form: tuple[str, str, str]
    choices: tuple[str, ...] | None
    required: bool
    default: str
    help: str


Commands = Mapping[str, tuple[Option, ...] | None]


def commands(scripts: Mapping[str, str], folders: Sequence[Path]) -> Commands:
    """Return the options of each command in *folders*; None for one that does not start."""
    return {name: _options(target, folders) for name, target in scripts.items()}


def _options(target: str, folders: Sequence[Path]) -> tuple[Option, ...] | None:
    command = [sys.executable, "-I", "-B", "-c", PROGRAM, target, *map(str, folders)]
    done = subprocess.run(command, check=False, capture_output=True, text=True)
    try:
        found: list[dict[str, Any]] = json.loads(done.stdout)
    except ValueError:
        return None
    return tuple(
        Option(
            names=tuple(each["names"]),
            form=(each["action"], each["type"], each["nargs"]),
            choices=None if each["choices"] is None else tuple(each["choices"]),
            required=each["required"],
            default=each["default"],
            help=each["help"],
        )
        for each in found
    )


def command_changes(old: Commands, new: Commands) -> Iterator[Change]:
    """Yield every change of a command that both states have."""
    for name in old.keys() & new.keys():
        before, after = old[name], new[name]
        if after is None and before is not None:
            yield Change("command-unread", f"`{name}`", "does not start, so its options could not be read")
        elif before is not None and after is not None:
            for kind, words in _command(before, after):
                yield Change(kind, f"`{name}`", words)


def _command(old: tuple[Option, ...], new: tuple[Option, ...]) -> Iterator[tuple[str, str]]:
    before, after = ({name: each for each in found for name in each.names} for found in (old, new))
    pairs = paired(before, after, str)
    for name in pairs.gone:
        yield "option-removed", f"{name} removed"
    for name in pairs.new:
        required = after[name].required
        yield ("option-required" if required else "option-added"), f"{name} added{' and required' if required else ''}"
    for name, _ in pairs.kept:
        for kind, words in _option(before[name], after[name]):
            yield kind, f"{name} {words}"


def _option(old: Option, new: Option) -> Iterator[tuple[str, str]]:
    if old.required != new.required:
        yield ("option-required", "is now required") if new.required else ("option-optional", "is now optional")
    if old.form != new.form:
        yield (
            "option-narrowed",
            f"is read as {' '.join(filter(None, new.form))}, was {' '.join(filter(None, old.form))}",
        )
    elif old.choices != new.choices:
        wider = new.choices is None or (old.choices is not None and set(old.choices) <= set(new.choices))
        words = f"takes {_choices(new.choices)}, took {_choices(old.choices)}"
        yield ("option-widened" if wider else "option-narrowed"), words
    if old.default != new.default:
        yield "option-default", f"is {new.default} by default, was {old.default}"
    if old.help != new.help:
        yield "option-words", "has another help text"


def _choices(choices: tuple[str, ...] | None) -> str:
    return "any value" if choices is None else ", ".join(choices)

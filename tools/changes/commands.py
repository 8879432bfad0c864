"""The commands that the client installs, with their options and exit statuses, and their changes.

The functions run in a process of their own until they parse their arguments: options may be made in a loop, so no
source shows them. A package with many commands has a module `contract`, which gives the parser of each.
"""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from .kinds import Change
from .pairs import paired
from .public import PROGRAMS

PROGRAM = """
import argparse, importlib, importlib.util, json, sys
target, *folders = sys.argv[1:]
sys.path[:0] = folders
def shown(action):
    fact = getattr(action, "fact", {})
    kind = fact.get("items") or fact.get("kind") or getattr(action.type, "__name__", str(action.type or "str"))
    choices = action.choices or fact.get("values")
    return {"names": list(action.option_strings) or [str(action.metavar or action.dest)],
            "form": [type(action).__name__, kind, str(action.nargs)],
            "choices": None if choices is None else [str(each) for each in choices],
            "required": bool(action.required or fact.get("required")),
            "default": str(action.default), "help": action.help or ""}
def put(parsers, statuses):
    print(json.dumps({words: {"options": [shown(action) for action in parser._actions], "statuses": statuses}
                      for words, parser in parsers.items()}))
    raise SystemExit(0)
def parsed(parser, *_, **__):
    put({"": parser}, {})
module, _, function = target.partition(":")
contract = module.partition(".")[0] + ".contract"
if importlib.util.find_spec(contract):
    told = importlib.import_module(contract)
    found = {" ".join(words): parser for words, parser in told.parsers()}
    put({"": argparse.ArgumentParser(add_help=False), **found}, told.statuses())
argparse.ArgumentParser.parse_args = argparse.ArgumentParser.parse_known_args = parsed
getattr(importlib.import_module(module), function)()
"""
SHOWN = 3  # Commands named in one change.


@dataclass(frozen=True)
class Option:
    """One option, or one argument without a name of its own."""

    names: tuple[str, ...]
    form: tuple[str, ...]
    choices: tuple[str, ...] | None
    required: bool
    default: str
    help: str


@dataclass(frozen=True)
class Command:
    """The options of one command, and the exit statuses by name."""

    options: tuple[Option, ...]
    statuses: Mapping[str, int] = field(default_factory=dict[str, int])


Commands = Mapping[str, Mapping[str, Command] | None]  # By the name of the program, and the words behind it.


def commands(scripts: Mapping[str, str], folders: Sequence[Path]) -> Commands:
    """Return the commands of each program in *folders*; None for one that does not start."""
    read = {target: _commands(target, folders) for target in set(scripts.values())}
    return {name: read[target] for name, target in scripts.items()}


def programs(folders: Sequence[Path]) -> dict[str, str]:
    """Return the programs that are run with `python -m`, and the function that each calls."""
    there = (each for each in PROGRAMS for folder in folders if (folder / f"{each.replace('.', '/')}.py").is_file())
    return {f"python -m {each}": f"{each}:main" for each in there}


def _commands(target: str, folders: Sequence[Path]) -> dict[str, Command] | None:
    command = [sys.executable, "-I", "-B", "-c", PROGRAM, target, *map(str, folders)]
    done = subprocess.run(command, check=False, capture_output=True, text=True)
    try:
        found: dict[str, dict[str, Any]] = json.loads(done.stdout)
    except ValueError:
        return None
    return {words: Command(tuple(map(_read, each["options"])), each["statuses"]) for words, each in found.items()}


def _read(each: dict[str, Any]) -> Option:
    return Option(
        names=tuple(each["names"]),
        form=tuple(each["form"]),
        choices=None if each["choices"] is None else tuple(each["choices"]),
        required=each["required"],
        default=each["default"],
        help=each["help"],
    )


def command_changes(old: Commands, new: Commands) -> Iterator[Change]:
    """Yield every change of a program that both states have; one that several commands share, once.

    A program with two names is compared under the shorter one.
    """
    found = dict[tuple[str, str], list[str]]()
    compared = list[tuple[object, object]]()
    for name in sorted(old.keys() & new.keys(), key=lambda name: (len(name), name)):
        if (old[name], new[name]) in compared:
            continue
        compared.append((old[name], new[name]))
        for words, kind, said in _program(old[name], new[name]):
            found.setdefault((kind, said), []).append(f"`{name} {words}`" if words else f"`{name}`")
    for (kind, said), names in found.items():
        more = f" and {len(names) - SHOWN} more" if len(names) > SHOWN else ""
        yield Change(kind, ", ".join(names[:SHOWN]) + more, said)


def _program(old: Mapping[str, Command] | None, new: Mapping[str, Command] | None) -> Iterator[tuple[str, str, str]]:
    if old is None or new is None:
        if old is not None:
            yield "", "command-unread", "does not start, so its options could not be read"
        return
    pairs = paired(old, new, str)
    for words in pairs.gone:
        yield words, "command-removed", "command removed"
    for words in pairs.new:
        yield words, "command-added", "command added"
    for words, _ in pairs.kept:
        for kind, said in _command(old[words].options, new[words].options):
            yield words, kind, said
    for kind, said in _statuses(old[""].statuses, new[""].statuses):
        yield "", kind, said


def _statuses(old: Mapping[str, int], new: Mapping[str, int]) -> Iterator[tuple[str, str]]:
    pairs = paired(old, new, str)
    for name in pairs.gone:
        yield "exit-changed", f"exit status {old[name]} ({name}) removed"
    for name in pairs.new:
        yield "exit-added", f"exit status {new[name]} ({name}) added"
    for name, _ in pairs.kept:
        if old[name] != new[name]:
            yield "exit-changed", f"the exit status for {name} is {new[name]}, was {old[name]}"


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
    first, second = ([name for name in names if not name.startswith("-")] for names in (before, after))
    kept = [name for name in first if name in after]
    if second[: len(kept)] != kept:
        yield "option-moved", f"arguments are now ({', '.join(second)}), were ({', '.join(first)})"


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

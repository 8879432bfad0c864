"""The command that waits for new objects of a list, through outages, and prints or hands on each of them.

What was there at the first look counts as seen. The bookmark is saved after each object, so a watch that was stopped
goes on where it was; the object that it was at may come twice.
"""

from __future__ import annotations

import hashlib
import json
import os
import shlex
import shutil
import subprocess
import time
from argparse import Namespace
from collections.abc import Callable
from pathlib import Path
from typing import Any

from . import calls, failures, output, profiles, tree
from .parser import API, Parser, add_option, options_of_all
from .session import Session
from .usage import DONE, EXIT_STATUSES, UsageError
from .values import natural

LONGEST = 300.0  # Seconds between two looks in an outage.
sleep: Callable[[float], object] = time.sleep


def parser(words: tuple[str, ...], call: str) -> Parser:
    """Return the parser of the command."""
    facts = tree.facts_of(call)
    found = Parser(
        words, f"{tree.summary('watch', call)}.\n\nOne JSON object a line. Each look reads the whole list: use filters."
    )
    found.epilog = EXIT_STATUSES
    found.add_argument("--every", type=natural, default=60, metavar="SECONDS", help="time between looks (60)")
    found.add_argument(
        "--bookmark", metavar="FILE", help="file that remembers what was seen (one for each server, key and filter)"
    )
    found.add_argument(
        "--from-start",
        action="store_true",
        help="what is there at the first look is new, too; no effect once there is a bookmark",
    )
    found.add_argument("--looks", type=natural, metavar="N", help="end after so many looks")
    found.add_argument("--exec", metavar="COMMAND", help="run this for each, with its JSON on stdin, without a shell")
    arguments = found.add_argument_group("arguments of the call")
    for fact in facts["arguments"]:
        if fact["wire"] not in facts["page"]:
            add_option(arguments, fact)
    options_of_all(found)
    return found


def run(call: str, given: Namespace, session: Session) -> int:
    """Run the command until it is interrupted."""
    facts = tree.facts_of(call)
    values = {name.removeprefix(API): value for name, value in vars(given).items() if name.startswith(API)}
    calls.check(call, [], values)
    command = _command(given.exec)
    bookmark = Bookmark(Path(given.bookmark) if given.bookmark else own_bookmark(call, values, session))
    method, wait, looks = session.method(call), float(given.every), 0
    first = not bookmark.known and not given.from_start
    failures.say(bookmark.told(from_start=given.from_start))
    while True:
        try:
            items = [calls.plain(item) for item in method(**values)]
        except Exception as error:
            if not failures.is_ours(error) or not getattr(error, "transient", False):
                raise
            failures.say(f"{error} Looking again in {wait:.0f} s.")
            pause, wait = wait, min(wait * 2, LONGEST)
        else:
            pause = wait = float(given.every)
            bookmark.take(items, facts["watch"], command, silent=first)
            first = False
        looks += 1
        if given.looks is not None and looks >= given.looks:
            return DONE
        sleep(pause)


def own_bookmark(call: str, values: dict[str, Any], session: Session) -> Path:
    """Return the file of a watch without `--bookmark`: one for each server, key and filter."""
    watched = json.dumps([session.base_url, session.key, values], sort_keys=True, default=str)
    return profiles.folder() / f"{call}-{hashlib.sha256(watched.encode()).hexdigest()[:16]}.seen"


def _command(text: str | None) -> list[str]:
    """Return the words of `--exec`, none without it."""
    try:
        words = shlex.split(text or "")
    except ValueError:
        raise UsageError("--exec: a quote is not closed, or a backslash ends it.") from None
    if text is not None and not words:
        raise UsageError("--exec: there is no command.")
    if words and shutil.which(words[0]) is None:
        raise UsageError(f"--exec: there is no program {words[0]}, or it cannot be run.")
    return words


class Bookmark:
    """The ids that were seen, in a file that only its owner can read."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self.known = path.exists()
        self._seen: set[str] = set()
        if self.known:
            try:
                self._seen = set(map(str, json.loads(path.read_text("utf-8"))))
            except (ValueError, TypeError):
                raise UsageError(f"{path} is not a bookmark. Delete it to begin anew.") from None

    def told(self, *, from_start: bool) -> str:
        """Return where it goes on, or where it begins to remember."""
        if not self.known:
            return f"what is seen is kept in {self._path}"
        return f"going on from {self._path}" + (", where --from-start has no effect" if from_start else "")

    def take(self, items: list[dict[str, Any]], key: str, command: list[str], *, silent: bool) -> None:
        """Hand on each item that was not seen; ids that left the list are forgotten."""
        present = {str(item[key]) for item in items}
        self._seen &= present
        for item in items:
            if str(item[key]) not in self._seen and not silent:
                handled(item, command)
            self._seen.add(str(item[key]))
            if not silent:
                self._save()
        self._save()

    def _save(self) -> None:
        self._path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        scratch = self._path.with_name(f".{self._path.name}.{os.getpid()}")
        with os.fdopen(os.open(scratch, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "w", encoding="utf-8") as file:
            json.dump(sorted(self._seen), file)
        scratch.replace(self._path)


def handled(item: dict[str, Any], command: list[str]) -> None:
    """Print *item*, or run *command* with it on stdin. Nothing of the item is on a command line."""
    text = output.compact(item) + "\n"
    if not command:
        output.put(text)
        output.flush()
        return
    done = subprocess.run(command, input=text.encode(), check=False)  # noqa: S603 - the user's own command, no shell
    if done.returncode:
        failures.say(f"{command[0]} ended with {done.returncode}; the object counts as handled")

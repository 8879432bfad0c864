"""Asks before mail goes out, and shows first what is about to happen."""

from __future__ import annotations

import sys
from argparse import Namespace
from typing import Any

from .failures import about, say
from .session import Session, on_terminal
from .text import harmless
from .usage import INTERRUPTED, StoppedError, UsageError


def asked(facts: dict[str, Any], given: Namespace, session: Session, targets: list[list[Any]]) -> None:
    """Ask a person whether to go on, where the spec says that mail goes out. A script has to pass `--yes`."""
    if not facts.get("confirm") or given.yes:
        return
    if not on_terminal():
        raise UsageError(f"{facts['confirm']} Nothing was sent. Pass --yes to go on without being asked.")
    paths = [each["name"] for each in facts["arguments"] if each["place"] == "path"]
    for target in targets:
        names = dict(zip(paths, target, strict=True))
        with about(target, targets):
            parts = [part for shown in facts.get("shows", ()) for part in _parts(shown, names, session)]
        say(", ".join([*(f"{harmless(str(each))}" for each in target), *parts]))
    sys.stderr.write(f"{facts['confirm']} {facts['summary']}? [y/N] ")
    sys.stderr.flush()
    if sys.stdin.readline().strip().casefold() not in ("y", "yes"):
        say("nothing was sent")
        raise StoppedError(INTERRUPTED)


def _parts(shown: dict[str, Any], names: dict[str, Any], session: Session) -> list[str]:
    """Return what a read tells: fields of an object, or the number of items of a list."""
    found = session.method(shown["call"])(**{name: names[source] for name, source in shown["with"]})
    if shown["count"]:
        return [f"{shown['count']}: {len(found)}"]
    values = found.to_dict(mode="json")
    return [f"{name.replace('_', ' ')}: {harmless(str(values.get(name)))}" for name in shown["fields"]]

"""Errors as exit statuses, as words and as one JSON object. It loads nothing of the client: errors exist before it."""

from __future__ import annotations

import json
import sys
from collections.abc import Generator, Sequence
from contextlib import contextmanager
from typing import Any, NamedTuple

from foxreach_client.commands import COMMANDS

from . import usage
from .text import HARMFUL, harmless_lines

BY_STATUS = {401: usage.KEY, 403: usage.KEY, 404: usage.NOT_FOUND, 409: usage.CONFLICT, 429: usage.QUOTA}
SETTLED = {
    "applied": "The call took effect.",
    "not_observed": "Its effect was not seen so far.",
    "unknown": "Nothing tells whether it took effect.",
}
IN_DOUBT = "in_doubt"  # The attribute of an error that ended a command while a call was under way.
DOCTOR = " `foxr doctor` tries the address and the connection."
PLACE = "place"  # The attribute of an error that ended a command of several ids: its Place.
waits: tuple[float, ...] = (1.0, 2.0, 4.0)  # Seconds before each read that looks for the effect.


class Place(NamedTuple):
    """Of several ids, the one that an error is about, and those that were not tried after it."""

    target: str = ""
    left: Sequence[str] = ()

    def say(self, words: str) -> None:
        """Write *words* about this place to stderr."""
        say(f"{self.target}: {words}" if self.target else words)
        if self.left:
            say(f"not tried: {', '.join(self.left)}")

    def facts(self) -> dict[str, Any]:
        """Return the place for a program."""
        found = {"id": self.target, "not_tried": list(self.left)}
        return {name: value for name, value in found.items() if value}


def place_of(error: BaseException) -> Place:
    """Return the place at which *error* ended a command."""
    return getattr(error, PLACE, Place())


@contextmanager
def about(target: list[Any], targets: Sequence[list[Any]]) -> Generator[None]:
    """Let an error in the block, before the first call, name the one of several *targets* that it is about."""
    try:
        yield
    except Exception as error:
        if len(targets) > 1:
            others = [] if isinstance(error, usage.UsageError) else [each[-1] for each in targets if each is not target]
            setattr(error, PLACE, Place(target[-1], others))  # Wrong usage says that nothing was sent.
        raise


def in_doubt(error: Any) -> bool:
    """Return whether the call of *error* may have been carried out although it failed."""
    repeat = COMMANDS.get(error.operation or "", {}).get("repeat", "never")
    if not hasattr(error, "settle") or repeat == "safe":
        return False
    method, status = (error.operation or "").partition(" ")[0], getattr(error, "status", 0)
    return method not in ("GET", "HEAD", "OPTIONS") and (not 400 <= status < 500 or status == 408)


def exit_status(error: Any) -> int:
    """Return the exit status of an error of the client."""
    if in_doubt(error):
        return usage.UNKNOWN
    kind = type(error).__name__
    if kind == "ConfigurationError":
        return usage.KEY if "key" in str(error).lower() and "base_url" not in str(error) else usage.USAGE
    if kind == "QuotaError":
        return usage.QUOTA
    return BY_STATUS.get(getattr(error, "status", 0), usage.REFUSED)


def is_ours(error: BaseException) -> bool:
    """Return whether the client raised *error*, without loading it."""
    errors = sys.modules.get("foxreach_runtime.errors")
    return errors is not None and isinstance(error, errors.FoxReachError)


def report(error: Any, *, as_json: bool, place: Place | None = None) -> int:
    """Write *error*, an error of the client, to stderr and return its exit status."""
    status, settled, place = exit_status(error), None, place or place_of(error)
    if status == usage.UNKNOWN:
        if not as_json:
            Place(place.target).say(f"{words_of(error)}\nLooking whether it happened …")
        settled = error.settle(waits)
    if as_json:
        write_object({**place.facts(), **facts_of(error, settled)})
    else:
        hint = DOCTOR if type(error).__name__ == "NotSentError" else ""
        place.say(words_of(error) + hint if settled is None else SETTLED[settled])
    return status


def words_of(error: Any) -> str:
    """Return what *error* says, with the words of a shell for the options of the client."""
    text = str(error)
    if type(error).__name__ != "ConfigurationError":
        return text
    return text.replace("base_url", "The server's address").replace("allow_http=True", "FOXREACH_ALLOW_HTTP=1")


def facts_of(error: Any, settled: str | None) -> dict[str, Any]:
    """Return the facts of *error* for a program."""
    return {
        "class": type(error).__name__,
        "status": getattr(error, "status", None),
        "detail": getattr(error, "detail", None) or words_of(error),
        "operation": error.operation,
        "attempts": error.attempts,
        "transient": error.transient,
        "settled": settled,
    }


def report_other(error: BaseException, *, as_json: bool, status: int) -> int:
    """Write an error that is not the client's: wrong usage, a file that cannot be read, or a fault of this program."""
    words, place = _words(error), place_of(error)
    if as_json:
        absent = dict.fromkeys(("status", "operation", "settled"))
        given = {"class": type(error).__name__, "detail": words, "attempts": 0, "transient": False}
        write_object({**place.facts(), **absent, **given})
    else:
        place.say(words)
    return status


def _words(error: BaseException) -> str:
    if isinstance(error, OSError) and error.strerror:
        return f"{error.strerror}: {error.filename}" if error.filename else error.strerror
    if isinstance(error, (usage.UsageError, OSError, ModuleNotFoundError)):
        return str(error)
    place = error.__traceback__
    while place is not None and place.tb_next is not None:
        place = place.tb_next
    where = "" if place is None else f" ({place.tb_frame.f_globals.get('__name__')}:{place.tb_lineno})"
    return f"This is a fault of the program: {type(error).__name__}{where}. Please report it."


def say(text: str) -> None:
    """Write a message to stderr."""
    sys.stderr.write(f"foxr: {harmless_lines(text)}\n")
    sys.stderr.flush()


def write_object(facts: dict[str, Any]) -> None:
    """Write one JSON object to stderr."""
    text = json.dumps(facts, ensure_ascii=False)
    sys.stderr.write(HARMFUL.sub(lambda found: f"\\u{ord(found[0]):04x}", text) + "\n")
    sys.stderr.flush()

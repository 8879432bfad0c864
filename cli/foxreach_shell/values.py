"""Text of the command line as values of an argument."""

from __future__ import annotations

import argparse
import re

TYPE_CHECKING = False

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime
    from typing import Any

NUMBER = re.compile(r"[-+]?\d{1,30}")


def integer(text: str) -> int:
    """Parse a whole number."""
    if not NUMBER.fullmatch(text):
        raise argparse.ArgumentTypeError("is not a whole number")
    return int(text)


def natural(text: str) -> int:
    """Parse a whole number from 1 on."""
    number = integer(text)
    if number < 1:
        raise argparse.ArgumentTypeError("must be 1 or more")
    return number


def port(text: str) -> int:
    """Parse the number of a port; 0 stands for a free one."""
    number = integer(text)
    if not 0 <= number < 1 << 16:
        raise argparse.ArgumentTypeError("must be 0 to 65535")
    return number


def moment(text: str) -> datetime:
    """Parse a time of ISO 8601; one without a zone is UTC."""
    from datetime import UTC, datetime  # noqa: PLC0415 - here and below: help parses no value

    found = datetime.fromisoformat(text)
    return found.replace(tzinfo=UTC) if found.tzinfo is None else found


def truth(text: str) -> bool:
    """Parse a boolean, as spreadsheets and people write them."""
    known = {"true": True, "yes": True, "1": True, "false": False, "no": False, "0": False}
    if text.strip().casefold() not in known:
        raise argparse.ArgumentTypeError("is not true or false")
    return known[text.strip().casefold()]


def json_value(text: str) -> Any:
    """Parse JSON. An object that has a name twice is refused: one of the values would be lost."""
    import json  # noqa: PLC0415

    def unique(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
        found = dict(pairs)
        if len(found) < len(pairs):
            names = [name for name, _ in pairs]
            raise argparse.ArgumentTypeError(f"has {next(each for each in names if names.count(each) > 1)!r} twice")
        return found

    try:
        return json.loads(text, object_pairs_hook=unique)
    except (ValueError, RecursionError):
        raise argparse.ArgumentTypeError("is not JSON") from None


FAULTS = {
    "integer": "is not a whole number",
    "number": "is not a number",
    "boolean": "is not true or false",
    "time": "is not a time such as 2026-01-31T12:00:00Z",
    "date": "is not a date such as 2026-01-31",
    "clock": "is not a time of the day such as 12:30",
    "uuid": "is not a UUID",
    "decimal": "is not a decimal number",
}


def parsed(kind: str, text: str) -> Any:
    """Return *text* as a value of *kind*, or raise ArgumentTypeError, which names no value."""
    try:
        return _parser(kind)(text)
    except (ValueError, ArithmeticError):
        raise argparse.ArgumentTypeError(FAULTS.get(kind, "is not valid")) from None


def _parser(kind: str) -> Callable[[str], Any]:
    own: dict[str, Callable[[str], Any]] = {
        "integer": integer,
        "number": float,
        "boolean": truth,
        "time": moment,
        "json": json_value,
        "map": json_value,
    }
    if kind in own or kind not in FAULTS:
        return own.get(kind, str)
    import datetime as dt  # noqa: PLC0415
    from decimal import Decimal  # noqa: PLC0415
    from uuid import UUID  # noqa: PLC0415

    others: dict[str, Callable[[str], Any]] = {
        "date": dt.date.fromisoformat,
        "clock": dt.time.fromisoformat,
        "uuid": UUID,
        "decimal": Decimal,
    }
    return others[kind]


def parser_of(fact: dict[str, Any]) -> Callable[[str], Any]:
    """Return the parser for the option of an argument."""
    kind = fact.get("items") or fact["kind"]
    choices = fact.get("values", ())

    def parse(text: str) -> Any:
        if choices and text not in map(str, choices):
            raise argparse.ArgumentTypeError(f"must be one of {', '.join(map(str, choices))}")
        if choices:
            return next(choice for choice in choices if str(choice) == text)
        return parsed(kind, text)

    return parse

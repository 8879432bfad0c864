"""A value of a reply in words that hold nothing of a person: its JSON type, its format, or a word of an enumeration.

Pure. Text of the server is shown in two cases alone, both checked here: an unlisted word of an enumeration, and the
name of a property. Whatever might be a name, an address or an id is not shown.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from typing import Any, TypeGuard

HIDDEN = "*"
WORD = re.compile(r"[a-z]+\d?([_.-][a-z]+\d?)*|[A-Z]+\d?([_.-][A-Z]+\d?)*")
NAME = re.compile(r"[a-z_$][A-Za-z_.$-]*\d?[A-Za-z_.$-]*")
MEDIA = re.compile(r"(application|audio|image|multipart|text|video)/[a-z.+-]{1,60}")
LONGEST = 32  # characters of a word or a name that is shown
_DATE, _CLOCK = r"\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])", r"([01]\d|2[0-3]):[0-5]\d:([0-5]\d|60)(\.\d+)?"
_ZONE = r"([Zz]|[+-]([01]\d|2[0-3]):?[0-5]\d)"
FORMATS: Mapping[str, re.Pattern[str]] = {
    name: re.compile(pattern)
    for name, pattern in {
        "date-time": rf"{_DATE}[Tt ]{_CLOCK}{_ZONE}",
        "date-time-local": rf"{_DATE}[Tt ]{_CLOCK}",
        "date": _DATE,
        "time": rf"{_CLOCK}{_ZONE}?",
        "uuid": r"[0-9a-fA-F]{8}(-?[0-9a-fA-F]{4}){3}-?[0-9a-fA-F]{12}",
        "decimal": r"[+-]?(\d+(\.\d*)?|\.\d+)([eE][+-]?\d+)?",
        "email": r"[^@\s]+@[^@\s]+|\"[^\n]*\"@[^@\s]+",
        "uri": r"(?s)[A-Za-z][A-Za-z0-9+.-]*:.*",
    }.items()
}
TOLD_APART = ("date-time", "date-time-local", "date", "time", "uuid", "email")
TYPES: Mapping[type[Any], str] = {
    type(None): "null",
    bool: "boolean",
    int: "integer",
    float: "number",
    str: "string",
    list: "array",
    dict: "object",
}
BOUNDS: Mapping[str, Callable[[Any, Any], bool]] = {
    "minimum": lambda value, bound: value >= bound,
    "maximum": lambda value, bound: value <= bound,
    "exclusiveMinimum": lambda value, bound: value > bound,
    "exclusiveMaximum": lambda value, bound: value < bound,
    "multipleOf": lambda value, bound: abs(value / bound - round(value / bound)) < 1e-9,
    "minLength": lambda value, bound: len(value) >= bound,
    "maxLength": lambda value, bound: len(value) <= bound,
    "pattern": lambda value, bound: re.search(bound, value) is not None,
    "minItems": lambda value, bound: len(value) >= bound,
    "maxItems": lambda value, bound: len(value) <= bound,
    "uniqueItems": lambda value, bound: not bound or len({repr(each) for each in value}) == len(value),
    "minProperties": lambda value, bound: len(value) >= bound,
    "maxProperties": lambda value, bound: len(value) <= bound,
}
NUMBERS = ("minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum", "multipleOf")
BOUNDED = {
    "integer": NUMBERS,
    "number": NUMBERS,
    "string": ("minLength", "maxLength", "pattern"),
    "array": ("minItems", "maxItems", "uniqueItems"),
    "object": ("minProperties", "maxProperties"),
}


def is_list(value: object) -> TypeGuard[list[Any]]:
    """Return True for a JSON array."""
    return isinstance(value, list)


def type_of(value: object) -> str:
    """Return the JSON type of *value*; a whole number is an integer, however it is written."""
    if isinstance(value, float) and value.is_integer():
        return "integer"
    return TYPES.get(type(value), "string")


def admitted(kind: str, types: frozenset[str]) -> bool:
    """Return True if a value of the JSON type *kind* has one of *types*."""
    return kind in types or (kind == "integer" and "number" in types)


def kind_of(value: object) -> str:
    """Return the JSON type of *value*, and of a text the format that it has, such as ``string(date)``."""
    if isinstance(value, str):
        found = next((name for name in TOLD_APART if FORMATS[name].fullmatch(value)), "")
        return f"string({found})" if found else "string"
    return type_of(value)


def has_format(value: str, name: str) -> bool:
    """Return False if *value* does not have the format called *name*; a format that is not known has no rule."""
    return name not in FORMATS or FORMATS[name].fullmatch(value) is not None


def broken_bound(value: object, bounds: Mapping[str, Any]) -> str | None:
    """Return the first of *bounds* that *value* breaks."""
    mine = BOUNDED.get(type_of(value), ())
    return next((name for name in mine if name in bounds and not BOUNDS[name](value, bounds[name])), None)


def word(value: object) -> str | None:
    """Return *value* if it looks like a word of an enumeration: short, of one case, without digits in a row."""
    return value if isinstance(value, str) and len(value) <= LONGEST and WORD.fullmatch(value) else None


def name_shown(name: str) -> str:
    """Return the name of a property, or ``*`` for one that may be a person's own text."""
    return name if len(name) <= LONGEST and NAME.fullmatch(name) else HIDDEN


def media_shown(media: str) -> str:
    """Return a media type without its parameters, or ``*`` for a text that is none."""
    plain = media.partition(";")[0].strip().lower()
    return plain if MEDIA.fullmatch(plain) else HIDDEN


def escaped(step: str) -> str:
    """Return *step* as a part of a JSON pointer (RFC 6901)."""
    return step.replace("~", "~0").replace("/", "~1")


def unescaped(step: str) -> str:
    """Return what a part of a JSON pointer stands for."""
    return step.replace("~1", "/").replace("~0", "~")

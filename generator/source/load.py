"""Reads a YAML 1.2 document into plain data, with the line and column of every node. Does not know OpenAPI.

Accepts the subset of YAML that JSON can express: no anchors, aliases, merge keys, tags, or keys that are not text.
Plain scalars follow the core schema of YAML 1.2 (`yes`, `12:30` are text). All faults of a file are reported together,
but a syntax error stops the reading. libyaml, where it exists, reads seven times faster with the same result. The two
parsers only differ in the words of syntax errors, and libyaml accepts a `#` right after `|` or `>`.
"""

from __future__ import annotations

import math
import os
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any, TypeAlias

import yaml
from yaml.events import (
    AliasEvent,
    DocumentStartEvent,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
)

from ..diagnostics import Complaint, SpecError
from .document import Document, Position, child, is_mapping

__all__ = ["Document", "Position", "child", "load", "read"]

Event: TypeAlias = Any  # The stubs of PyYAML lack the attributes of events and say that marks may be missing.

LOADER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
PLAIN = (None, "")  # The style of an unquoted scalar in the pure parser and in libyaml.
SYNTAX = (
    "Correct the indentation, quotes, colons or brackets here or on the lines above. Quote a text that contains `: `."
)
DEEPEST = 64  # Far more than a real document has; recursion over the data is safe up to here.

# Characters that the two parsers, or a parser and the line count of an editor, treat differently.
SURROGATE = re.compile("[\ud800-\udfff]")
STRANGE = re.compile("[\t\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff\ufeff\ufffe\uffff]|\r(?!\n)")

# YAML 1.2.2, 10.3.2, "Core schema: tag resolution".
NULLS = frozenset({"", "~", "null", "Null", "NULL"})
BOOLEANS = {"true": True, "True": True, "TRUE": True, "false": False, "False": False, "FALSE": False}
OLD_OCTAL = re.compile(r"[-+]?0o?[0-9]+")  # YAML 1.1, which many tools still read, has other values for these.
INTEGER = re.compile(r"[-+]?[0-9]+|0o[0-7]+|0x[0-9a-fA-F]+")
FLOAT = re.compile(r"[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?|[-+]?\.(inf|Inf|INF)|\.(nan|NaN|NAN)")


def read(path: Path) -> Document:
    """Return the document in the file; SpecError if it cannot be read, decoded or parsed."""
    file = os.fsencode(path.as_posix()).decode("utf-8", "replace")  # In the locale C, Python decodes names as ASCII.
    try:
        text = path.read_bytes().decode("utf-8-sig")
    except OSError as error:
        reason = error.strerror or type(error).__name__
        raise SpecError([_whole(file, "readable", f"cannot be read: {reason}.", "Name a readable file.")]) from None
    except UnicodeDecodeError as error:
        message = f"byte {error.start + 1} is not UTF-8."
        raise SpecError([_whole(file, "utf-8", message, "Save the file as UTF-8.")]) from None
    return load(text, file)


def load(text: str, file: str) -> Document:
    """Return the document in *text*; SpecError if it is not YAML or not in the accepted subset."""
    if strange := STRANGE.search(text):
        line, column = text.count("\n", 0, strange.start()) + 1, strange.start() - text.rfind("\n", 0, strange.start())
        message = f"the character U+{ord(strange[0]):04X} is not allowed in the document."
        remedy = "Write a special character as an escape in double quotes."
        if strange[0] == "\t":
            message, remedy = "a tab is not allowed in the document.", 'Write spaces, or "\\t" in a quoted text.'
        raise SpecError([Complaint(file, line, column, "", "yaml-character", message, remedy)])
    builder = _Builder(file)
    data = builder.root(yaml.parse(text, Loader=LOADER))
    if builder.complaints or not is_mapping(data):
        raise SpecError(builder.complaints)
    return Document(file, data, builder.positions)


def _whole(file: str, rule: str, message: str, remedy: str) -> Complaint:
    """Return a complaint about the file as a whole."""
    return Complaint(file, 0, 0, "", rule, message, remedy)


def _start(event: Event) -> Position:
    return Position(event.start_mark.line + 1, event.start_mark.column + 1)


class _Builder:
    """Turns parser events into data and collects positions and complaints."""

    def __init__(self, file: str) -> None:
        self.file = file
        self.positions: dict[str, Position] = {}
        self.complaints: list[Complaint] = []
        self.anchors: dict[str, tuple[Position, str]] = {}  # The place and the pointer of each anchor by name.
        self.aliases: set[str | None] = set()

    def complain(self, place: Position, pointer: str, rule: str, message: str, remedy: str) -> None:
        self.complaints.append(Complaint(self.file, place.line, place.column, pointer, rule, message, remedy))

    def root(self, events: Iterator[Event]) -> Any:
        """Return the data of the single document in the stream."""
        try:
            documents = [
                self.node(next(events), events, "", 0) for event in events if isinstance(event, DocumentStartEvent)
            ]
        except (yaml.YAMLError, ValueError) as error:  # ValueError: the pure parser on "\\U00110000".
            self.syntax_error(error)
            return None
        self.reject_anchors()
        if len(documents) > 1:
            message = f"the file has {len(documents)} documents."
            self.complain(Position(1, 1), "", "yaml-one-document", message, "Keep one document and remove `---`.")
        elif not documents or not is_mapping(documents[0]):
            message = "the document is not a mapping."
            self.complain(Position(1, 1), "", "yaml-mapping", message, "Begin with `openapi: 3.1.0`.")
        return documents[0] if documents else None

    def syntax_error(self, error: Exception) -> None:
        mark = getattr(error, "problem_mark", None) or getattr(error, "context_mark", None)
        place = Position(mark.line + 1, mark.column + 1) if mark else Position(1, 1)
        words = [str(w) for w in (getattr(error, "context", None), getattr(error, "problem", None)) if w]
        self.complain(place, "", "yaml-syntax", f"not YAML: {', '.join(words) or error}.", SYNTAX)

    def node(self, event: Event, events: Iterator[Event], pointer: str, depth: int) -> Any:
        """Return the data of the node that begins with *event*."""
        place = _start(event)
        self.positions.setdefault(pointer, place)
        if depth > DEEPEST:
            raise yaml.MarkedYAMLError(problem=f"nested more than {DEEPEST} deep", problem_mark=event.start_mark)
        self.reject_yaml_only(event, place, pointer)
        if isinstance(event, ScalarEvent):
            return self.scalar(event, place, pointer)
        if isinstance(event, SequenceStartEvent):
            return self.sequence(events, pointer, depth)
        return self.mapping(events, pointer, depth) if isinstance(event, MappingStartEvent) else None

    def reject_yaml_only(self, event: Event, place: Position, pointer: str) -> None:
        """Report an alias or a tag, and note an anchor."""
        if isinstance(event, AliasEvent):
            self.aliases.add(event.anchor)
            anchor = f" of line {self.anchors[event.anchor][0].line}" if event.anchor in self.anchors else ""
            message = f"`*{event.anchor}` is an alias of the anchor `&{event.anchor}`{anchor}."
            remedy = "Put what is shared under components and use `$ref`, or repeat it; then remove the anchor."
            self.complain(place, pointer, "yaml-alias", message, remedy)
        elif event.anchor is not None:
            self.anchors[event.anchor] = (place, pointer)
        if not isinstance(event, AliasEvent) and event.tag is not None:
            message = f"`{event.tag}` is an explicit tag."
            self.complain(place, pointer, "yaml-tag", message, "Remove the tag. Quote a value that should be text.")

    def reject_anchors(self) -> None:
        """Report the anchors that no alias uses; the complaint about an alias names its anchor."""
        for name, (place, pointer) in self.anchors.items():
            if name not in self.aliases:
                message = f"nothing uses the anchor `&{name}`."
                self.complain(place, pointer, "yaml-anchor", message, "Remove it.")

    def sequence(self, events: Iterator[Event], pointer: str, depth: int) -> list[Any]:
        items: list[Any] = []
        while not isinstance(event := next(events), SequenceEndEvent):
            items.append(self.node(event, events, f"{pointer}/{len(items)}", depth + 1))
        return items

    def mapping(self, events: Iterator[Event], pointer: str, depth: int) -> dict[str, Any]:
        found: dict[str, Any] = {}
        while not isinstance(event := next(events), MappingEndEvent):
            place = _start(event)
            key = self.key(event, events, pointer, place, depth)
            below = child(pointer, key)
            if key in found:
                message = f"the key {key!r} exists on line {self.positions[below].line} already."
                self.complain(place, below, "yaml-duplicate-key", message, "Keep one of them.")
            self.positions.setdefault(below, place)
            found[key] = self.node(next(events), events, below, depth + 1)
        return found

    def key(self, event: Event, events: Iterator[Event], pointer: str, place: Position, depth: int) -> str:
        """Return the text of a key. For a key that is not text, report it and return it as written."""
        if not isinstance(event, ScalarEvent):
            self.node(event, events, pointer + "/?", depth + 1)
            self.complain(place, pointer, "yaml-text-key", "a key is not text.", "Write a key of plain text.")
            return "?"
        self.reject_yaml_only(event, place, child(pointer, event.value))
        self.reject_half_pairs(event, place, pointer)
        if event.style in PLAIN and event.value == "<<":
            self.complain(
                place, child(pointer, "<<"), "yaml-merge", "`<<` merges mappings.", "Write the merged keys here."
            )
        elif event.style in PLAIN and not isinstance(plain(event.value), str):
            message = f"the key `{event.value}` is not text."
            self.complain(place, child(pointer, event.value), "yaml-text-key", message, f'Quote it: "{event.value}".')
        return str(event.value)

    def scalar(self, event: Event, place: Position, pointer: str) -> Any:
        """Return the value of a scalar. A quoted one is always text."""
        if event.style not in PLAIN:
            self.reject_half_pairs(event, place, pointer)
            return event.value
        value = plain(event.value)
        if isinstance(value, int) and OLD_OCTAL.fullmatch(event.value):
            message = f"`{event.value}` is {value} in YAML 1.2, and another value in YAML 1.1."
            self.complain(place, pointer, "yaml-octal", message, f"Write `{value}`, or quote it if it is text.")
        if isinstance(value, float) and not math.isfinite(value):
            message = f"`{event.value}` is not a finite number."
            self.complain(place, pointer, "yaml-finite", message, "Write a finite number, or quote it.")
        return value

    def reject_half_pairs(self, event: Event, place: Position, pointer: str) -> None:
        """Report half of a surrogate pair, which UTF-8 cannot encode. Only a double-quoted escape can produce it."""
        if SURROGATE.search(event.value):
            message = "the text has half of a surrogate pair."
            self.complain(place, pointer, "yaml-character", message, "Write the character itself.")


def plain(text: str) -> str | int | float | bool | None:
    """Return the value of a plain scalar in the core schema. An integer that is too long for Python is infinite."""
    if text in NULLS:
        return None
    if text in BOOLEANS:
        return BOOLEANS[text]
    if text[0] not in "+-.0123456789":
        return text
    if INTEGER.fullmatch(text):
        return int(text, 0 if text[:2] in ("0o", "0x") else 10) if len(text) < 4000 else math.inf
    if FLOAT.fullmatch(text):
        return float(text.lower().replace(".inf", "inf").replace(".nan", "nan"))
    return text

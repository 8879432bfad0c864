"""Compares the document with the grammar and makes a copy in which every value has the type that the grammar demands.

A value that does not fit is reported once; the copy omits it or has an empty value instead. So the other rules never
meet a value of the wrong type, and they ignore empty ones. Checks types, not meaning.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from difflib import get_close_matches
from typing import Any

from ..source.document import Document, child, is_list, is_mapping
from .grammar import ABSENT, GRAMMAR, LEAVES, REMEDIES, SECTIONS, TYPES

SCALARS = ("string", "integer", "number", "boolean")
KINDS_BY_TYPE = (*SCALARS, "null", "array")


@dataclass(frozen=True)
class Finding:
    """A fault that a rule found: the JSON pointer of its place, what is wrong, what to do."""

    pointer: str
    message: str
    remedy: str


@dataclass(frozen=True)
class Node:
    """One object of the document. *keyword* is its key, *parent* the kind of the object that contains it."""

    kind: str
    pointer: str
    value: dict[str, Any]
    parent: str
    keyword: str


def schema_kind(value: dict[str, Any]) -> str:
    """Return the kind of a schema, '' if the client supports none."""
    if "$ref" in value:
        return "schema reference"
    for keyword, kind in (
        ("oneOf", "tagged union"),
        ("anyOf", "union"),
        ("enum", "enumeration"),
        ("const", "constant"),
    ):
        if keyword in value:
            return kind
    named = value.get("type")
    names = [name for name in named if name != "null"] if is_list(named) else [named]
    if names == ["object"]:
        return "struct" if "properties" in value else "map"
    if len(names) == 1 and names[0] in KINDS_BY_TYPE:
        return str(names[0])
    return "scalars" if len(names) > 1 and all(name in SCALARS for name in names) else ""


def _quoting(words: str, value: Any) -> str:
    """Return a hint on quotes if a value was probably meant as text."""
    if not words.startswith("text") or not isinstance(value, int | float | None):
        return ""
    return "; quote a text that contains `#`" if value is None else "; quote it"


def _untyped(schema: dict[str, Any]) -> tuple[str, str]:
    """Return the message and the remedy for a schema of no known kind."""
    named = schema.get("type")
    unknown = [name for name in (named if is_list(named) else [named]) if "type" in schema and name not in TYPES]
    first = "null without quotes" if unknown[:1] == [None] else f"`{''.join(map(str, unknown[:1]))}`"
    what = f"{first} is not a schema type" if unknown else "the schema has no supported type"
    remedy = "Write `$ref`, `anyOf` or one `type`, with 'null' in quotes beside it if it is nullable."
    return f"{what}.", remedy


@dataclass
class Shape:
    """The copy (*data*), its objects (*nodes*), and the findings with the names of their rules."""

    document: Document
    nodes: list[Node] = field(default_factory=list[Node])
    findings: list[tuple[str, Finding]] = field(default_factory=list[tuple[str, Finding]])
    blanks: set[str] = field(default_factory=set[str])  # Lists that are empty in the copy because an item is wrong.
    data: dict[str, Any] = field(init=False)

    def __post_init__(self) -> None:
        self.data = self.value("document", self.document.data, "", "", "")

    def find(self, rule: str, pointer: str, message: str, remedy: str) -> None:
        self.findings.append((rule, Finding(pointer, message, remedy)))

    def value(self, expected: str, value: Any, pointer: str, parent: str, keyword: str) -> Any:
        """Return a copy of *value* that has the *expected* type."""
        if expected == "x-result" and isinstance(value, str):
            value = {"take": value}
        if expected in LEAVES:
            return self.leaf(expected, value, pointer)
        if expected.startswith("["):
            if not is_list(value):
                return self.wrong_type(value, pointer, "a list", [])
            items = enumerate(value)
            return [self.value(expected[1:-1], item, child(pointer, i), parent, keyword) for i, item in items]
        if not is_mapping(value):
            blank: dict[str, Any] = {}
            return self.wrong_type(value, pointer, "a mapping", blank)
        if expected.startswith("{"):
            return {
                key: self.value(expected[1:-1], item, child(pointer, key), parent, keyword)
                for key, item in value.items()
            }
        return self.object(expected, value, pointer, parent, keyword)

    def leaf(self, expected: str, value: Any, pointer: str) -> Any:
        words, fits, empty = LEAVES[expected]
        if not fits(value) and expected == "texts" and is_list(value):
            self.blanks.add(pointer)
            for index, item in enumerate(value):
                self.leaf("text", item, child(pointer, index))
            return empty
        return value if fits(value) else self.wrong_type(value, pointer, words, empty)

    def wrong_type(self, value: Any, pointer: str, words: str, empty: Any) -> Any:
        """Report a value of the wrong type, and return the empty value that replaces it."""
        words_for = {"dict": "a mapping", "list": "a list", "bool": str(value).lower(), "NoneType": "null"}
        found = words_for.get(value.__class__.__name__, "a number")
        message = f"expected {words}, found {repr(value[:40]) if isinstance(value, str) else found}."
        self.find("value-shape", pointer, message, f"Write {words}{_quoting(words, value)}.")
        return empty

    def object(self, expected: str, value: dict[str, Any], pointer: str, parent: str, keyword: str) -> dict[str, Any]:
        """Return the copy of a mapping with its known keywords, {} if its kind is unknown."""
        kind = self.kind(expected, value)
        if not kind:
            self.find("schema-type", pointer, *_untyped(value))
            return {}
        grammar = GRAMMAR[kind]
        meant = self.reject_unsupported(kind, value, pointer)
        for name in grammar:
            if name.endswith("!") and name[:-1] not in value and name[:-1] not in meant:
                message = f"the {expected} has no `{name[:-1]}`."
                self.find("required-keywords", pointer, message, f"Write `{name[:-1]}:` here.")
        copy: dict[str, Any] = {}
        for name, item in value.items():
            inner = grammar.get(name) or grammar.get(f"{name}!")
            if inner:
                copy[name] = self.value(inner, item, child(pointer, name), kind, name)
        copy = {name: item for name, item in copy.items() if item is not ABSENT}
        if "$ref" in copy and kind.endswith("reference") and not self.valid_reference(expected, copy["$ref"], pointer):
            return {}
        self.nodes.append(Node(kind, pointer, copy, parent, keyword))
        return copy

    def kind(self, expected: str, value: dict[str, Any]) -> str:
        if expected == "schema":
            return schema_kind(value)
        return "reference" if "$ref" in value and expected in SECTIONS else expected

    def reject_unsupported(self, kind: str, value: dict[str, Any], pointer: str) -> set[str]:
        """Report each unsupported keyword, and return the supported ones that misspelt ones stand for."""
        known = [name.removesuffix("!") for name in GRAMMAR[kind]]
        meant = set[str]()
        for name in value.keys() - known:
            near = get_close_matches(name, [other for other in known if other not in value], 1, 0.75)
            meant.update(near)
            message = f"`{name}` in {'an' if kind[0] in 'aeiou' else 'a'} {kind} is not supported."
            remedy = f"Write `{near[0]}`, or remove it." if near else "Remove it."
            self.find("supported-keywords", child(pointer, name), message, REMEDIES.get(name, remedy))
        return meant

    def valid_reference(self, expected: str, ref: str, pointer: str) -> bool:
        """Return whether a reference points to a component of the right kind; report one that does not."""
        if not ref:
            return False
        start = f"#/components/{SECTIONS[expected]}/"
        if f"#{pointer.rpartition('/')[0]}/" == start and expected != "schema":
            message = f"the component refers to another {expected}, which would have two names."
            self.find("reference", child(pointer, "$ref"), message, "Refer to the other one where this one is used.")
            return True
        try:
            self.document.resolve(ref)
            if ref.startswith(start) and ref.count("/") == 3:
                return True
        except LookupError:
            pass
        message = f"the document has no {expected} `{ref}`."
        self.find("reference", child(pointer, "$ref"), message, f"Refer to an existing `{start}...`.")
        return False

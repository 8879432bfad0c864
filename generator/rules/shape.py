"""Compares the document with the grammar and makes a copy in which every value has the type that the grammar demands.

A value that does not fit is reported once; the copy omits it or has an empty value instead. So the other rules never
meet a value of the wrong type, and they ignore empty ones. Checks types, not meaning.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from ..source.bounds import FITS
from ..source.document import Document, child, is_list, is_mapping
from .grammar import ABSENT, GRAMMAR, LEAVES, REMEDIES, SECTIONS
from .remedies import (
    AROUND,
    BOUNDS,
    cut_text,
    for_exclusive,
    for_missing,
    for_reference,
    for_unsupported,
    for_value,
    misspelt,
    of_untyped,
)

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
        ("x-any", "any"),
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


def _tagged(schema: dict[str, Any]) -> bool:
    """Return whether a `oneOf` has a discriminator, perhaps a misspelt one."""
    return any(name == "discriminator" or misspelt(name, "tagged union", {}) == "discriminator" for name in schema)


def _quoting(words: str, value: Any) -> str:
    """Return a hint on quotes if a value was probably meant as text."""
    if not words.startswith("text") or not isinstance(value, int | float | None):
        return ""
    return "; quote a text that is `null` or contains `#`" if value is None else "; quote it"


@dataclass
class Shape:
    """The copy (*data*), its objects (*nodes*), and the findings with the names of their rules."""

    document: Document
    nodes: list[Node] = field(default_factory=list[Node])
    findings: list[tuple[str, Finding]] = field(default_factory=list[tuple[str, Finding]])
    blanks: set[str] = field(default_factory=set[str])  # Lists that lack an item in the copy because it is wrong.
    data: dict[str, Any] = field(init=False)

    def __post_init__(self) -> None:
        self.data = self.value("document", self.document.data, "", "", "")

    def find(self, rule: str, pointer: str, message: str, remedy: str) -> None:
        self.findings.append((rule, Finding(pointer, message, remedy)))

    def value(self, expected: str, value: Any, pointer: str, parent: str, keyword: str) -> Any:
        """Return a copy of *value* that has the *expected* type."""
        if expected == "x-result" and isinstance(value, str):
            value = {"take": value}
        if expected == "true or schema":
            expected = "true" if value is True else "schema"
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
        if not fits(value) and expected in ("texts", "values") and is_list(value):
            self.blanks.add(pointer)
            for index, item in enumerate(value):
                self.leaf(expected[:-1], item, child(pointer, index))
            return [item for item in value if LEAVES[expected[:-1]][1](item)]
        return value if fits(value) else self.wrong_type(value, pointer, words, empty)

    def wrong_type(self, value: Any, pointer: str, words: str, empty: Any, remedy: str = "") -> Any:
        """Report a value of the wrong type, and return the empty value that replaces it."""
        words_for = {"dict": "a mapping", "list": "a list", "bool": str(value).lower(), "NoneType": "null"}
        found = words_for.get(value.__class__.__name__, str(value)[:40])
        message = f"expected {words}, found {repr(value[:40]) if isinstance(value, str) else found}."
        remedy = remedy or for_value(pointer.rpartition("/")[2], words, _quoting(words, value))
        self.find("value-shape", pointer, message, remedy)
        return empty

    def object(self, expected: str, value: dict[str, Any], pointer: str, parent: str, keyword: str) -> dict[str, Any]:
        """Return the copy of a mapping with its known keywords, {} if its kind is unknown."""
        kind = self.kind(expected, value)
        if not kind:
            self.find("schema-type", pointer, *of_untyped(value))
            return {}
        grammar = GRAMMAR[kind]
        meant = self.reject_unsupported(kind, value, pointer)
        for name in grammar:
            if name.endswith("!") and name[:-1] not in value and name[:-1] not in meant.values():
                message = f"the {expected} has no `{name[:-1]}`."
                self.find("required-keywords", pointer, message, for_missing(name[:-1]))
        copy: dict[str, Any] = {}
        for written, item in value.items():
            name = meant.get(written, written)
            inner = grammar.get(name) or grammar.get(f"{name}!")
            if inner and (name == written or name not in BOUNDS):  # Nobody knows yet whether a bound is allowed here.
                copy[name] = self.value(inner, item, child(pointer, written), kind, name)
        copy = {name: item for name, item in copy.items() if item is not ABSENT}
        if "$ref" in copy and kind.endswith("reference") and not self.valid_reference(expected, copy["$ref"], pointer):
            return {}
        self.nodes.append(Node(kind, pointer, copy, parent, keyword))
        return copy

    def kind(self, expected: str, value: dict[str, Any]) -> str:
        if expected == "schema":
            kind = schema_kind(value)
            return "" if kind == "tagged union" and not _tagged(value) else kind
        return "reference" if "$ref" in value and expected in SECTIONS else expected

    def reject_unsupported(self, kind: str, value: dict[str, Any], pointer: str) -> dict[str, str]:
        """Report each unsupported keyword; return the misspelt ones, each with the supported one that it stands for."""
        known = {name.removesuffix("!") for name in GRAMMAR[kind]}
        cut, parts, text = cut_text(value, known)
        if parts:
            message = f"the text of `{cut}` ends at its first comma, since it is not quoted."
            self.find("supported-keywords", child(pointer, parts[0]), message, f'Write `{cut}: "{text}"`.')
        meant: dict[str, str] = {}
        for name in (name for name in value if name not in known and name not in parts):
            if name in FITS and not FITS[name][1](value[name]):
                self.wrong_type(value[name], child(pointer, name), FITS[name][0], None, for_exclusive(name, value))
                continue
            near = misspelt(name, kind, value)
            if near and near not in meant.values():
                meant[name] = near
            message = f"`{name}` in {'an' if kind[0] in 'aeio' else 'a'} {kind} is not supported."
            remedy = f"Write `{near}`." if near and name not in REMEDIES else for_unsupported(name, kind, value)
            self.find("supported-keywords", child(pointer, name), message, remedy)
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
        message, remedy = f"the document has no {expected} `{ref}`.", for_reference(ref, start, self.document)
        if remedy == AROUND:
            message = f"`{ref}` leads to references alone, and back."
        self.find("reference", child(pointer, "$ref"), message, remedy)
        return False

"""Keeps the one credential that a client can send, and lists what that loses: schemes, cookies. Pure.

What calls need beside it is a complaint of the rules, and taken out by `repair`.
"""

from __future__ import annotations

import json
from copy import deepcopy
from typing import Any

from generator.source.document import Document, child, is_mapping, list_in
from generator.source.security import required

from .marks import mark
from .names import METHODS
from .repair import Lost

Node = dict[str, Any]

TOKENS = ("oauth2", "openIdConnect")


def with_one_scheme(document: Document) -> tuple[Document, list[Lost]]:
    """Return the document without schemes that no client has; without any, a header with a key is guessed."""
    data: Node = deepcopy(document.data)
    components = data.get("components")
    schemes = components.get("securitySchemes") if is_mapping(components) else None
    given: Node = schemes if is_mapping(schemes) else {}
    usable = {name: scheme for name, scheme in given.items() if is_mapping(scheme) and _is_sent(scheme)}
    lost = [
        _lost(
            document, child("/components/securitySchemes", name), "one-api-key", f"no client has `{name}`: {_of(node)}"
        )
        for name, node in given.items()
        if name not in usable
    ]
    if not usable:
        usable = {"Key": {"type": "apiKey", "in": "header", "name": "Authorization" if given else "X-API-Key"}}
        mark(data.setdefault("info", {}), "key")
    data.setdefault("components", {})["securitySchemes"] = usable
    for pointer, holder in [("", data), *_operations(data)]:
        given_up = _narrowed(holder, usable)
        lost += [_lost(document, child(pointer, "security"), "one-api-key", given_up)] if given_up else []
    named = required(data)
    for name in [name for name in usable if named and name not in named]:
        words = f"no call needs `{name}`: {_of(usable.pop(name))}"
        lost.append(_lost(document, child("/components/securitySchemes", name), "one-api-key", words))
    return Document(document.file, data, document.positions), lost


def _narrowed(holder: Node, usable: Node) -> str:
    """Take out the requirements of schemes that no client has; return the words for what that changes."""
    if "security" not in holder:
        return ""
    given = holder["security"]
    kept = [each for each in list_in(holder, "security") if is_mapping(each) and each.keys() <= usable.keys()]
    if kept == given:
        return ""
    holder["security"] = kept
    if not kept:
        del holder["security"]
    return f"it was {json.dumps(given)}"


def _is_sent(scheme: Node) -> bool:
    bearer = scheme.get("type") == "http" and str(scheme.get("scheme")).lower() == "bearer"
    return bearer or scheme.get("type") in TOKENS or (scheme.get("type"), scheme.get("in")) == ("apiKey", "header")


def _of(scheme: Any) -> str:
    found = [str(scheme.get(key)) for key in ("type", "scheme", "in", "name") if scheme.get(key)]
    return " ".join(found)


def _operations(data: Node) -> list[tuple[str, Node]]:
    return [
        (child("", "paths", path, method), item[method])
        for path, item in data["paths"].items()
        if is_mapping(item)
        for method in METHODS
        if is_mapping(item.get(method))
    ]


def without_cookies(document: Document) -> tuple[Document, list[Lost]]:
    """Return the document without parameters that are cookies: a client for programs sends none."""
    data: Node = deepcopy(document.data)
    found = list[Lost]()
    shared = [(child("", "paths", path), item) for path, item in data["paths"].items() if is_mapping(item)]
    for at, holder in [*shared, *_operations(data)]:
        given = list_in(holder, "parameters")
        cookies = [i for i, each in enumerate(given) if is_mapping(each) and each.get("in") == "cookie"]
        for index in reversed(cookies):
            words = f"the cookie `{given.pop(index).get('name')}` is not sent"
            found.append(_lost(document, child(at, "parameters", index), "parameter-place", words))
    return Document(document.file, data, document.positions), found


def _lost(document: Document, pointer: str, rule: str, words: str) -> Lost:
    return Lost(document.at(pointer).line, pointer, rule, words)

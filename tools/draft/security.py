"""Says the security of a document once, and lists what that loses: schemes, calls without a key, cookies. Pure."""

from __future__ import annotations

import json
from collections import Counter
from copy import deepcopy
from typing import Any

from generator.source.document import Document, child, is_mapping, list_in

from .names import METHODS
from .repair import Lost

Node = dict[str, Any]


def with_one_security(document: Document) -> tuple[Document, list[Lost]]:
    """Return the document with the security of most operations for all of them."""
    data: Node = deepcopy(document.data)
    whole = data.get("security")
    found = {
        child("", "paths", path, method): item[method]
        for path, item in data["paths"].items()
        if is_mapping(item)
        for method in METHODS
        if is_mapping(item.get(method))
    }
    said = {pointer: json.dumps(operation.pop("security", whole) or []) for pointer, operation in found.items()}
    counts = Counter(text for text in said.values() if text not in ("[]", "[{}]"))
    usual = counts.most_common(1)[0][0] if counts else "[]"
    if usual != "[]":
        data["security"] = json.loads(usual)
    lost = [
        _lost(document, child(pointer, "security"), f"this call has {text}, and the document {usual}")
        for pointer, text in said.items()
        if text != usual
    ]
    return Document(document.file, data, document.positions), lost + _schemes(document, data)


def without_cookies(document: Document) -> tuple[Document, list[Lost]]:
    """Return the document without parameters that are cookies: a client for programs sends none."""
    data: Node = deepcopy(document.data)
    found = list[Lost]()
    for path, item in data["paths"].items():
        for holder, at in [(item, child("", "paths", path))] + [
            (item[method], child("", "paths", path, method)) for method in METHODS if is_mapping(item.get(method))
        ]:
            given = list_in(holder, "parameters")
            cookies = [i for i, each in enumerate(given) if is_mapping(each) and each.get("in") == "cookie"]
            for index in reversed(cookies):
                pointer = child(at, "parameters", index)
                words = f"the cookie `{given.pop(index).get('name')}` is not sent"
                found.append(Lost(document.at(pointer).line, pointer, "parameter-place", words))
    return Document(document.file, data, document.positions), found


def _schemes(document: Document, data: Node) -> list[Lost]:
    """List the schemes that the dialect does not have: it sends one key in one header."""
    components = data.get("components")
    schemes = components.get("securitySchemes") if is_mapping(components) else None
    used = {name for each in data.get("security", []) if is_mapping(each) for name in each}
    return [
        _lost(document, child("/components/securitySchemes", name), f"{scheme.get('type')} {_of(scheme)}".strip())
        for name, scheme in (schemes.items() if is_mapping(schemes) else ())
        if is_mapping(scheme) and (name not in used or (scheme.get("type"), scheme.get("in")) != ("apiKey", "header"))
    ]


def _of(scheme: Node) -> str:
    return str(scheme.get("scheme") or scheme.get("name") or "")


def _lost(document: Document, pointer: str, words: str) -> Lost:
    return Lost(document.at(pointer).line, pointer, "one-api-key", words)

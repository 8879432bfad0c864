"""What an operation's own keys say: `x-call`, `x-page`, `x-result`, examples. The rules have checked their form."""

from __future__ import annotations

import json
from typing import Any

from ..source.document import Document
from .ir import Field, Filled, Page, Settlement, Struct

Node = dict[str, Any]


def settlement(operation: Node) -> Settlement | None:
    """Return how an unknown outcome of the operation is found out, None where the document names no way."""
    found: Node | None = operation["x-call"].get("settled-by")
    if found is None:
        return None
    return Settlement(
        call=found["call"],
        arguments=tuple(found["with"].items()),
        applied_when=found["applied-when"],
        state=tuple((name, tuple(values)) for name, values in found.get("state", {}).items()),
    )


def page(operation: Node, reply: Struct) -> Page | None:
    """Return how the list goes on, None where the operation is no paged list."""
    found: Node | None = operation.get("x-page")
    return Page(found["number"], reply.python_name(found["meta"])) if found else None


def taken(operation: Node) -> str:
    """Return the property of the reply, by its name on the wire, that the method returns."""
    result: str | Node = operation["x-result"]
    return result if isinstance(result, str) else str(result["take"])


def empty(operation: Node, result: Struct, path_fields: tuple[Field, ...]) -> tuple[Filled, ...]:
    """Return the fields of the result that stands for a 204, nothing where a reply always has a body."""
    extension: str | Node = operation["x-result"]
    if isinstance(extension, str):
        return ()
    names = {field.wire: field.name for field in result.fields}
    arguments = {f"{{{field.wire}}}": field.name for field in path_fields}
    return tuple(_filled(names[wire], value, arguments) for wire, value in extension["no-content"].items())


def _filled(field: str, value: Any, arguments: dict[str, str]) -> Filled:
    return Filled(field, argument=arguments[value]) if value in arguments else Filled(field, constant=value)


def examples(document: Document, node: Node) -> str:
    """Return the examples of the body and of every reply by its status, as one text."""
    bodies = {"request": node.get("requestBody", {})} | node["responses"]
    found: Node = {}
    for place, body in bodies.items():
        for media in document.resolve(body)[1].get("content", {}).values():
            found[place] = {key: media[key] for key in ("example", "examples") if key in media}
    return json.dumps(found)

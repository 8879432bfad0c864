"""What a 422 says of the request: the server demands what the spec leaves open, or refuses what it documents. Pure.

Of the faults in its body, only two say something of the spec: a value that is missing, and one that is not permitted.
The others judge a value of the caller.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, cast

from .document import Document, Json, Operation
from .values import HIDDEN, escaped, is_list, name_shown

MISSING, FORBIDDEN = "missing", "extra_forbidden"  # kinds of pydantic, which FastAPI answers with


def refused(document: Document, operation: str, body: object) -> Iterator[tuple[str, str, str, str, str]]:
    """Yield pointer, kind, documented, seen and place for each fault in *body* that contradicts the spec."""
    detail: Any = cast("Json", body).get("detail") if isinstance(body, dict) else None
    for item in detail if is_list(detail) else ():
        fault = cast("Json", item) if isinstance(item, dict) else {}
        steps = fault.get("loc")
        if is_list(steps) and len(steps) > 1:
            yield from _contradiction(document, document.operations[operation], steps, fault.get("type"))


def _contradiction(
    document: Document, operation: Operation, steps: list[Any], kind: object
) -> Iterator[tuple[str, str, str, str, str]]:
    part, *rest = steps
    place, required = _place(document, operation, part, rest)
    names = (str(step) if isinstance(step, int) else name_shown(str(step)) for step in rest)
    pointer = "/".join(["", *(escaped(name) for name in names)])
    if HIDDEN in pointer.split("/"):
        return
    if kind == MISSING and not required:
        yield pointer, "absent", "optional" if place else "absent", "required", place or operation.place
    elif kind == FORBIDDEN and place:
        yield pointer, "extra", "optional", "refused", place


def _place(document: Document, operation: Operation, part: object, steps: list[Any]) -> tuple[str, bool]:
    """Return where the spec has the value at *steps* of that *part* of the request, and whether it requires it."""
    if part == "body" and operation.body:
        places = operation.body
        node = document.node(places)
        for step in steps:
            node = document.node(places)
            places = node.items if isinstance(step, int) else node.properties.get(str(step), node.values)
            if not places:
                return "", False
        return places[0], steps[-1] in node.required
    for place in document.parameters(operation):
        raw = document.at(place)
        if raw["in"] == part and raw["name"] == steps[0]:
            return place, raw.get("required", False)
    return "", False

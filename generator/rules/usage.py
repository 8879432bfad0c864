"""Who uses what: which schemas, parameters, headers and replies an operation or a webhook reaches, and as what."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from ..source.document import child
from .part import Part

if TYPE_CHECKING:
    from .spec import Spec

Use = str  # "request", "reply", "parameter", "header" or "delivery"


def uses(spec: Spec) -> dict[str, set[Use]]:
    """Return the uses by pointer; what nobody uses is missing."""
    found: dict[str, set[Use]] = defaultdict(set)
    queue = list(_roots(spec))
    while queue:
        use, part = queue.pop()
        if use not in found[part.pointer]:
            found[part.pointer].add(use)
            queue += [(use, inner) for inner in _inner(spec, part)]
    return found


def _inner(spec: Spec, part: Part) -> Iterator[Part]:
    """Yield what a schema is made of; what a reference leads to."""
    if "$ref" in part.value:
        yield spec.part(part.value, part.pointer)
    for keyword in ("properties", "anyOf", "oneOf"):
        inner: dict[str, Any] | list[Any] = part.value.get(keyword, {})
        for key, value in inner.items() if isinstance(inner, dict) else enumerate(inner):
            yield _at(value, part.pointer, keyword, key)
    if "items" in part.value:
        yield _at(part.value["items"], part.pointer, "items")


def _at(value: dict[str, Any], pointer: str, *keys: str | int) -> Part:
    place = child(pointer, *keys)
    return Part(place, place, value)


def _roots(spec: Spec) -> Iterator[tuple[Use, Part]]:
    """Yield what operations and webhooks use directly."""
    for operation in spec.operations:
        for parameter in operation.parameters:
            yield "parameter", parameter
            yield "parameter", _at(parameter.value.get("schema", {}), parameter.pointer, "schema")
        if operation.body:
            yield from (("request", schema) for schema in operation.body.schemas())
        for reply in operation.replies.values():
            yield "reply", reply
            yield from (("reply", schema) for schema in reply.schemas())
            yield from _headers(spec, reply)
    for hook in spec.webhooks.values():
        body = spec.body(hook.value, hook.pointer)
        yield from (("delivery", schema) for schema in (body.schemas() if body else ()))
    yield from (("delivery", _at(node.value, node.pointer)) for node in spec.delivery_unions)


def _headers(spec: Spec, reply: Part) -> Iterator[tuple[Use, Part]]:
    for header in spec.parts(reply.value.get("headers", {}), child(reply.pointer, "headers")).values():
        yield "header", header
        yield "header", _at(header.value.get("schema", {}), header.pointer, "schema")

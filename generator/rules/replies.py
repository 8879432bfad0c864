"""Rules on the statuses that an operation documents, and on their bodies and headers."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Set
from typing import Any

from ..api.arguments import form_of
from ..api.naming import PLACEHOLDER
from ..source.bodies import EVENTS, FILE, FORMS, JSON, is_text
from ..source.document import child
from ..source.expand import REPLY_HEADERS
from .parameters import QUERY_KINDS
from .registry import Finding, rule
from .shape import schema_kind
from .spec import Operation, Part, Spec

ALWAYS = ("401", "403", "429", "5XX")
STATUS = re.compile(r"[2-5][0-9][0-9]|[45]XX")
LIMITS = ("X-RateLimit-Limit", "X-RateLimit-Remaining", "X-RateLimit-Reset")
NO_MODEL = {
    "success": f"If the server sends {JSON} when asked to, write that; or `type: string`: the method returns a file.",
    "request body": f"If the server reads {JSON}, write that; or `type: string` as the schema: callers pass the bytes.",
}
OMIT = "Write `x-omit` with the reason at the operation: the client gets no method for it, and httpx2 reads the events."


def _replies(spec: Spec) -> Iterator[tuple[str, Part]]:
    """Yield (status, reply) once per reply that is written down; the status only where it makes a difference."""
    pairs = ((status, reply) for operation in spec.operations for status, reply in operation.replies.items())
    found = ((status if status in ("204", "429") else "", reply) for status, reply in pairs if STATUS.fullmatch(status))
    return iter({(status, reply.pointer): (status, reply) for status, reply in found}.values())


@rule("status-key")
def status_key(spec: Spec) -> Iterator[Finding]:
    """A reply has a status as its key, or `4XX`, `5XX` or `default` for the errors that no other key names.

    The client refuses redirects.
    """
    for operation in spec.operations:
        for status, reply in operation.replies.items():
            if not STATUS.fullmatch(status) or status.startswith("3"):
                message = f"`{status}` is not a valid status of a reply."
                yield Finding(reply.at, message, "Write a status such as '200', or '5XX' for a family.")


@rule("success-status")
def success_status(spec: Spec) -> Iterator[Finding]:
    """A success is 200, 201, 202 or 204; nothing else."""
    for operation in spec.operations:
        pointer = child(operation.pointer, "responses")
        if "responses" in operation.value and not operation.successes:
            yield Finding(pointer, f"`{operation.id}` has no success.", "Describe its reply, such as a 200 or a 204.")
        for status, reply in operation.replies.items():
            if status.startswith("2") and status not in operation.successes and STATUS.fullmatch(status):
                yield Finding(reply.at, f"the success {status} is not supported.", "Use 200, 201, 202 or 204.")


def _typed(spec: Spec, operation: Operation) -> bool:
    """Return whether the server may find a value of the wrong type: a body, or a parameter that is not plain text."""
    types = (spec.part(part.value.get("schema", {}), "").value for part in operation.parameters)
    return operation.body is not None or any(
        schema and (schema_kind(schema) != "string" or schema.keys() - {"type", "description"}) for schema in types
    )


@rule("documented-statuses")
def documented_statuses(spec: Spec) -> Iterator[Finding]:
    """An operation documents 401, 403, 429 and 5XX; 404 if its path has an id; 422 if a value can be wrong.

    A `4XX` documents each status that no key of its own has.
    The docstrings of the client and its methods list the exceptions of these statuses, and callers catch them.
    """
    for operation in spec.operations:
        needed = {*ALWAYS, *(("404",) if PLACEHOLDER.search(operation.path) else ())}
        needed |= {"422"} if _typed(spec, operation) else set()
        missing = sorted(needed - _documented(operation)) if "responses" in operation.value else []
        if missing:
            message = f"`{operation.id}` does not document {', '.join(missing)}."
            yield Finding(child(operation.pointer, "responses"), message, "Refer to a shared reply for each.")


def _documented(operation: Operation) -> Set[str]:
    """Return the statuses and families that the operation documents, those of `4XX` among them."""
    found = operation.replies.keys()
    return found | {"401", "403", "404", "422", "429"} if "4XX" in found else found


@rule("reply-content")
def reply_content(spec: Spec) -> Iterator[Finding]:
    """Every reply except a 204 has content: the client gives callers a typed body for every status.

    If no success of an operation has content, its method returns nothing.
    """
    empty = {
        reply.pointer
        for operation in spec.operations
        if not operation.answers
        for reply in operation.successes.values()
    }
    for status, reply in _replies(spec):
        content = reply.value.get("content")
        if status == "204" and content is not None:
            yield Finding(child(reply.pointer, "content"), "a 204 has content.", "Remove `content`.")
        elif status != "204" and reply.value and not content and reply.pointer not in empty:
            yield Finding(reply.pointer, "the reply has no content.", f"Add `content` with {JSON}.")


@rule("json-only")
def json_only(spec: Spec) -> Iterator[Finding]:
    """Bodies and replies are `application/json`. A body may be a form or any file instead, and a success any file.

    The schema of a file is text: the client makes a model from `application/json` alone, which it sends and asks for.
    An error is always JSON, so that its body has a type. A stream of events never ends, and is no file.
    """
    successes = {reply.pointer for operation in spec.operations for reply in operation.successes.values()}
    for node in spec.nodes("request body", "response"):
        use = node.kind if node.pointer not in successes else "success"
        content, several = node.value.get("content", {}), ("it is one of several media types.", "Keep one of them.")
        for name, media in content.items():
            fault = _fault_of_media(name, media, use)
            if fault or (len(content) > 1 and name != JSON):
                yield Finding(child(node.pointer, "content", name), *(fault or several))
        if node.kind == "request body" and node.value.get("content") == {}:
            yield Finding(child(node.pointer, "content"), "the body has no content.", f"Add {JSON}.")


def _fault_of_media(name: str, media: dict[str, Any], use: str) -> tuple[str, str] | None:
    """Return what is wrong with a media type in that use, and the remedy."""
    if name == JSON or (name in FORMS and use == "request body"):
        return None
    if name == EVENTS and use == "success":
        return f"`{name}` is no reply that ends.", OMIT
    if use == "response":
        return f"`{name}` is not {JSON}.", f"Use only {JSON}."
    if use == "success":
        return None if is_text(media) else (f"the client reads no model from `{name}`.", NO_MODEL["success"])
    return None if _is_file(media) else (f"the client writes no model as `{name}`.", NO_MODEL["request body"])


def _is_file(media: dict[str, Any]) -> bool:
    """Return whether the schema of a media type is that of bytes."""
    return bool(media.get("schema", {}).get("format") == "binary")


@rule("form-fields")
def form_fields(spec: Spec) -> Iterator[Finding]:
    """A field of a form is a scalar, a file (`format: binary`), or a list of either; files need `multipart/form-data`.

    The client writes each as a part of its own. Its description is that of an argument.
    """
    for operation in spec.operations:
        for schema in operation.body.schemas() if operation.body and form_of(operation.value) else ():
            for name, field in spec.properties(spec.part(schema.value, schema.pointer)).items():
                inner = spec.part(field.value.get("items", {}), "").value if "items" in field.value else field.value
                kind, files = schema_kind(inner), inner.get("format") == "binary"
                if kind not in {*QUERY_KINDS, ""}:
                    remedy = "Use a string, integer, number, boolean, named enumeration, file, or a list of one."
                    yield Finding(field.at, f"the client has no rule for writing `{name}` in a form.", remedy)
                elif files and not form_of(operation.value).startswith("multipart/"):
                    yield Finding(field.at, f"`{name}` is a file.", "Write `multipart/form-data`.")


@rule("named-body")
def named_body(spec: Spec) -> Iterator[Finding]:
    """The body of an error or a delivery is a named object: what callers read of it has a name."""
    free = {
        part.pointer
        for operation in spec.operations
        for part in (*operation.successes.values(), operation.body)
        if part
    }
    for node in spec.nodes("media type"):
        schema = node.value.get("schema")
        pointer = child(node.pointer, "schema")
        raw = schema == FILE and not node.pointer.endswith(child("", "application/json"))
        if node.pointer.rsplit("/", 2)[0] in free or not schema or raw:
            continue
        if schema_kind(spec.part(schema, pointer).value) not in ("struct", ""):
            yield Finding(pointer, "the body is not an object with properties.", "Refer to a named object schema.")


@rule("reply-headers")
def reply_headers(spec: Spec) -> Iterator[Finding]:
    """Every reply has the three rate limit headers, and a 429 also has Retry-After: the client reads these.

    `x-reply-headers` declares the three once for every reply, and then no reply repeats them. Without it each reply has
    them itself, as in the document of the package. A reply may declare others, which callers read from the raw reply.
    """
    shared = spec.reply_headers.keys()
    if shared and (missing := _missing(LIMITS, shared)):
        yield Finding(child("", REPLY_HEADERS), f"`x-reply-headers` has no {missing}.", "Add a reference to each.")
    for status, reply in _replies(spec):
        pointer, own = child(reply.pointer, "headers"), reply.value.get("headers", {}).keys()
        needed = (*(() if shared else LIMITS), *(("Retry-After",) if status == "429" else ()))
        if reply.value and (missing := _missing(needed, own | shared)):
            holder = f"the reply {status}".strip()
            yield Finding(reply.pointer, f"{holder} has no {missing}.", "Add a reference to each.")
        for name in sorted(own & shared):
            yield Finding(child(pointer, name), f"`{name}` is in `x-reply-headers` already.", "Remove it here.")


def _missing(needed: Iterable[str], found: Set[str]) -> str:
    """Return the names of the headers that are *needed* and not *found*."""
    return ", ".join(sorted(set(needed) - found))


@rule("header-type")
def header_type(spec: Spec) -> Iterator[Finding]:
    """A header is an integer or text: the client parses each header itself and tolerates invalid values."""
    for node in spec.nodes("header"):
        schema = node.value.get("schema")
        if schema and schema.get("type") not in ("integer", "string"):
            pointer = child(node.pointer, "schema")
            yield Finding(pointer, "the header is not an integer or text.", "Write `type: integer` or `string`.")


@rule("request-body")
def request_body(spec: Spec) -> Iterator[Finding]:
    """POST, PUT and PATCH may have a body; GET and DELETE have none.

    The properties of the body become arguments of the method. With `required: false`, a call without any has no body.
    """
    for operation in spec.operations:
        pointer = child(operation.pointer, "requestBody")
        if operation.body is not None and operation.method in ("get", "delete"):
            message = f"a {operation.method.upper()} has a body."
            yield Finding(pointer, message, "Remove it; servers and proxies may drop it.")

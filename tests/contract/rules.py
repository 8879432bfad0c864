"""The faults of a request by the spec: those that openapi-core finds, and those that it is known to miss."""

from __future__ import annotations

import json
import math
import re
from functools import cache
from importlib import import_module
from typing import Any, NoReturn
from urllib.parse import parse_qsl, unquote

from tests.client.cases import OPERATIONS, SPEC, Operation, is_list, is_object

# Only the session `contract` has it: where types are checked, it is not there.
openapi_core: Any = import_module("openapi_core")
exceptions: Any = import_module("openapi_core.exceptions")
testing: Any = import_module("openapi_core.testing")

BASE = "/api/v1"
HOST = "https://api.foxreach.io"
SEGMENT = re.compile(r"([\w.~!$&'()*+,;=:@-]|%[0-9A-F]{2})+", re.ASCII)  # RFC 3986 3.3


@cache
def _document() -> Any:
    return openapi_core.OpenAPI.from_dict(_opened(SPEC))


def _opened(node: Any) -> Any:
    """Return *node* without enums: a caller may send a value that is newer than the spec."""
    if is_object(node):
        return {key: _opened(value) for key, value in node.items() if not (key == "enum" and is_list(value))}
    return [_opened(item) for item in node] if is_list(node) else node


@cache
def _patterns() -> list[tuple[re.Pattern[str], Operation]]:
    """Return a pattern for each operation, those with fewer placeholders first."""
    ordered = sorted(OPERATIONS, key=lambda each: each.path.count("{"))
    return [(re.compile(re.sub(r"\{\w+\}", "([^/]*)", each.path)), each) for each in ordered]


def faults_of(method: str, target: str, headers: dict[str, str], body: bytes) -> list[str]:
    """Return the faults of a request; *target* is as on the wire, with the base path."""
    path, _, query = target.removeprefix(BASE).partition("?")
    fitting = ((pattern.fullmatch(path), each) for pattern, each in _patterns() if each.method == method)
    match, operation = next((found for found in fitting if found[0]), (None, None))
    if match is None or operation is None:
        return [f"no operation is {method} {path}"]
    return [
        *(fault for value in match.groups() for fault in _faults_of_segment(value)),
        *_faults_of_query(operation, query),
        *_faults_of_body(operation, headers, body),
        *_faults_by_openapi_core(operation, query, headers, body),
    ]


def _faults_of_segment(value: str) -> list[str]:
    if not value or unquote(value) in {".", ".."}:
        return ["a path value is empty or a dot"]
    return [] if SEGMENT.fullmatch(value) else ["a path value is not encoded"]


def _faults_of_query(operation: Operation, query: str) -> list[str]:
    names = [name for name, _ in parse_qsl(query, keep_blank_values=True)]
    known = {each["name"] for each in operation.parameters if each["in"] == "query"}
    strange = [f"the query has {name}, which the spec does not know" for name in names if name not in known]
    return strange + [f"the query has {name} twice" for name in known if names.count(name) > 1]


def _faults_of_body(operation: Operation, headers: dict[str, str], body: bytes) -> list[str]:
    if operation.body is None:
        return [f"{operation.method} {operation.path} takes no body"] if body else []
    if headers.get("content-type") != "application/json":
        return ["the body is not announced as JSON"]
    try:
        json.loads(body, parse_constant=_refuse, parse_float=_finite)
    except ValueError as error:
        return [f"the body is not JSON: {error}"]
    return []


def _refuse(constant: str) -> NoReturn:
    raise ValueError(f"{constant} is no JSON")


def _finite(text: str) -> float:
    if math.isinf(float(text)):
        raise ValueError("a number is too large")
    return float(text)


def _faults_by_openapi_core(operation: Operation, query: str, headers: dict[str, str], body: bytes) -> list[str]:
    # With plain path values: it takes an encoded slash for one that separates segments.
    path = re.sub(r"\{\w+\}", "x", operation.path)
    arguments: dict[str, Any] = dict(parse_qsl(query, keep_blank_values=True))
    request = testing.MockRequest(
        HOST, operation.method, BASE + path, args=arguments, headers=headers, data=body or None,
        content_type=headers.get("content-type", ""),
    )  # fmt: skip
    try:
        _document().validate_request(request)
    except exceptions.OpenAPIError as error:
        return [f"openapi-core: {error!r} {error.__cause__ or ''}"[:500]]
    return []

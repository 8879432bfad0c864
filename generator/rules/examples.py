"""Rules on examples: every body and reply has one, and it matches its schema."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, datetime
from typing import Any
from urllib.parse import quote

from jsonschema import Draft202012Validator, FormatChecker
from referencing import Registry
from referencing.exceptions import Unresolvable
from referencing.jsonschema import DRAFT202012

from ..source.bodies import JSON
from ..source.document import child, is_list, is_mapping
from ..source.expand import REPLY_HEADERS
from ..source.foreign import DATA, NAMES
from .registry import Finding, rule
from .schemas import recursion
from .shape import schema_kind
from .spec import Spec

HOME = "urn:spec"
JSON_BODY = child("", "content", JSON)  # How the pointer of JSON ends.
DAY = r"\d{4}-\d\d-\d\d"
TIME = r"T\d\d:\d\d:\d\d(\.\d{1,6})?"
ZONE = r"(Z|[+-]\d\d:\d\d)"
FORMATS = FormatChecker(formats=())


@FORMATS.checks("date-time", raises=ValueError)
def _zoned(value: object) -> bool:
    """Return whether text is a time of RFC 3339, 5.6."""
    return not isinstance(value, str) or bool(re.fullmatch(DAY + TIME + ZONE, value) and datetime.fromisoformat(value))


@FORMATS.checks("date-time-local", raises=ValueError)
def _zoneless(value: object) -> bool:
    """Return whether text is a time of ISO 8601 without a zone, the form of the API's own times."""
    return not isinstance(value, str) or bool(re.fullmatch(DAY + TIME, value) and datetime.fromisoformat(value))


@FORMATS.checks("date", raises=ValueError)
def _day(value: object) -> bool:
    return not isinstance(value, str) or bool(re.fullmatch(DAY, value) and date.fromisoformat(value))


def _examples(media: dict[str, Any], pointer: str) -> Iterator[tuple[str, Any]]:
    """Yield (pointer, value) of each example of a media type."""
    if "example" in media:
        yield child(pointer, "example"), media["example"]
    for name, example in media.get("examples", {}).items():
        if "value" in example:
            yield child(pointer, "examples", name, "value"), example["value"]


@rule("example-present")
def example_present(spec: Spec) -> Iterator[Finding]:
    """Every JSON body and reply has an example, in `example` or in `examples`, not in both.

    Tests use them: each example is sent over the wire and must become the documented type.
    """
    for node in spec.nodes("media type"):
        if "example" in node.value and "examples" in node.value:
            yield Finding(node.pointer, "there are both `example` and `examples`.", "Keep one of them.")
        elif "example" not in node.value and not node.value.get("examples") and node.pointer.endswith(JSON_BODY):
            yield Finding(node.pointer, "there is no example.", "Add one under `example`.")


@rule("example-valid")
def example_valid(spec: Spec) -> Iterator[Finding]:
    """An example is valid against its schema and has no property that the schema lacks.

    A wrong example teaches a wrong API, and an extra property shows what the schema lacks.
    """
    if any(recursion(spec)):
        return
    schemas = {name: _closed(schema) for name, schema in spec.schemas.items()}
    resource = DRAFT202012.create_resource({"components": {"schemas": schemas}})
    registry: Registry[Any] = Registry[Any]().with_resource(HOME, resource)
    for node in spec.nodes("media type"):
        schema = node.value.get("schema", {})
        home = {"$ref": f"{HOME}{schema['$ref']}"} if "$ref" in schema else _closed(schema)
        validator: Any = Draft202012Validator(home, registry=registry, format_checker=FORMATS)
        for pointer, value in _examples(node.value, node.pointer):
            try:
                errors = list(validator.iter_errors(value))
            except Unresolvable:  # A name with a percent sign; another rule reports it.
                continue
            yield from dict.fromkeys(_finding(pointer, error) for error in errors)


@rule("schema-values")
def schema_values(spec: Spec) -> Iterator[Finding]:
    """A default, an example or a constant of a schema is valid against it, since docstrings repeat it to callers.

    The rule waits until each keyword has a value of its kind.
    """
    if spec.shape.findings or any(recursion(spec)):
        return
    registry: Registry[Any] = Registry[Any]().with_resource(HOME, DRAFT202012.create_resource(spec.source.data))
    for pointer, place, value in _stated(spec.source.data, "", names=False):
        validator: Any = Draft202012Validator(
            {"$ref": f"{HOME}#{quote(pointer)}"}, registry=registry, format_checker=FORMATS
        )
        try:
            error: Any = next(validator.iter_errors(value), None)
        except (Unresolvable, RecursionError, re.error):  # Another rule reports it, or a pattern is not one of Python.
            continue
        if error:
            message = f"the value does not match its schema: {_cut(error.message)}."
            yield Finding(child(place, *error.absolute_path), message, "Correct the value or the schema.")


def _stated(node: Any, pointer: str, *, names: bool) -> Iterator[tuple[str, str, Any]]:
    """Yield (pointer of a schema, pointer of a value, value) of each value that a schema states.

    The keys of a node with *names* are names of the API.
    """
    for index, item in enumerate(node) if is_list(node) else ():
        yield from _stated(item, child(pointer, index), names=False)
    schema = is_mapping(node) and not names and not {"schema", "in"} & node.keys()
    for key, value in node.items() if is_mapping(node) else ():
        place = child(pointer, key)
        if schema and key == "examples" and is_list(value):
            yield from ((pointer, child(place, index), item) for index, item in enumerate(value))
        elif schema and (key in ("const", "example") or (key == "default" and value is not None)):
            yield pointer, place, value
        elif names or not (key in DATA or (key.startswith("x-") and key != REPLY_HEADERS)):
            yield from _stated(value, place, names=not names and key in NAMES and is_mapping(value))


def _closed(schema: Any) -> Any:
    """Return the schema with `additionalProperties: false`, and without faults that other rules report."""
    if is_list(schema):
        return [_closed(item) for item in schema]
    if not is_mapping(schema):
        return schema
    copy = {key: _closed(value) for key, value in schema.items()}
    if schema_kind(schema) == "struct":
        copy["required"] = [name for name in schema.get("required", []) if name in schema.get("properties", {})]
        copy["additionalProperties"] = False
    elif schema_kind(schema) == "enumeration":
        copy["type"] = "string"
        if not copy["enum"]:
            del copy["enum"]
    return copy


def _finding(pointer: str, error: Any) -> Finding:
    """Return the finding for a `jsonschema.ValidationError`, or for the deepest of the errors in its context."""
    while deeper := [inner for inner in error.context if len(inner.absolute_path) > len(error.absolute_path)]:
        error = max(deeper, key=lambda inner: len(inner.absolute_path))
    place = child(pointer, *error.absolute_path)
    if error.validator == "additionalProperties":
        unknown = sorted(error.instance.keys() - error.schema["properties"].keys())
        names = ", ".join(f"`{name}`" for name in unknown)
        return Finding(child(place, unknown[0]), f"the schema has no {names}.", "Correct the example or the schema.")
    if error.validator == "required":  # One error for each missing property; they become one finding.
        names = ", ".join(f"`{name}`" for name in error.schema["required"] if name not in error.instance)
        return Finding(place, f"the example has no {names}.", "Correct the example or the schema.")
    message = f"the example does not match its schema: {_cut(error.message)}."
    return Finding(place, message, "Correct the example or the schema.")


def _cut(words: str) -> str:
    return words if len(words) <= 200 else f"{words[:200]}..."

"""Every argument of every operation with values of every other type: refused by name, before anything is sent."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator
from datetime import UTC, date, datetime
from decimal import Decimal
from typing import Any, Final
from uuid import UUID

import pytest
import respx
from foxreach_client import UNSET

from tests.client.cases import OPERATIONS, SCHEMAS, Operation, is_list, resolved, snake
from tests.client.flavours import called

# Many of these msgspec would write as texts, lists or null without a word.
VALUES: Final[dict[str, Any]] = {
    "text": "@secret@",
    "text of a number": "2",
    "text of a boolean": "true",
    "bytes": b"@secret@",
    "integer": 5,
    "fraction": 1.5,
    "whole fraction": 2.0,
    "nan": float("nan"),
    "infinity": float("inf"),
    "true": True,
    "null": None,
    "list": ["@secret@"],
    "list of objects": [object()],
    "set": {"@secret@"},
    "dict": {"@secret@": "@secret@"},
    "object": object(),
    "class": str,
    "datetime": datetime(2026, 1, 1, tzinfo=UTC),
    "date": date(2026, 1, 1),
    "decimal": Decimal("1.5"),
    "uuid": UUID(int=7),
    "half a pair": "\ud800",
}
FITTING: Final = {
    "string": {"text", "text of a number", "text of a boolean"},
    "integer": {"integer"},
    "boolean": {"true"},
    "array": set[str](),  # of texts alone: added below
    "object": {"dict"},
    "null": {"null"},
}
OWN_ALLOWED: Final = FITTING["string"] | {"integer", "fraction", "whole fraction", "true", "null", "list", "dict"}


def types_of(schema: dict[str, Any]) -> set[str]:
    """Return the types of JSON that *schema* allows."""
    schema = resolved(schema)
    if "anyOf" in schema:
        return set[str]().union(*map(types_of, schema["anyOf"]))
    types: Any = schema.get("type", "object")
    return set(types) if is_list(types) else {types}


def wrong_values(schema: dict[str, Any], *, in_body: bool) -> Iterator[tuple[str, Any]]:
    """Yield the values that do not fit *schema*, each with its name."""
    types = types_of(schema)
    fitting = set[str]().union(*(FITTING[each] for each in types))
    if "array" in types and types_of(resolved(schema).get("items", {})) == {"string"}:
        fitting |= {"list", "set"}  # any iterable of texts
    if "integer" in types and in_body:
        fitting |= {"whole fraction"}  # an integer to JSON, which has one kind of number
    if not in_body:
        fitting |= {"null"}  # None means that it is not given
    yield from ((name, value) for name, value in VALUES.items() if name not in fitting)
    if "object" in types and not resolved(schema).get("properties"):
        own = ((name, value) for name, value in VALUES.items() if name not in OWN_ALLOWED)
        yield from ((f"dict of {name}", {"a": [{"b": value}]}) for name, value in own)
        yield "number as a key", {1: "a"}


def arguments_of(operation: Operation) -> Iterator[tuple[str, dict[str, Any], bool]]:
    """Yield the name and the schema of each argument that is passed by its name, and whether it is in the body."""
    for parameter in operation.parameters:
        if parameter["in"] == "query":
            yield snake(parameter["name"]), parameter["schema"], False
    if operation.body is not None and operation.body.schema is not None:
        for name, schema in SCHEMAS[operation.body.schema]["properties"].items():
            yield snake(name), schema, True


async def refused(client: Any, operation: Operation, name: str, value: Any) -> Exception | None:
    """Return what a call with *value* as the argument *name* raises."""
    positional, named = operation.arguments
    try:
        await called(client, operation, *positional, **{**named, name: value})
    except (TypeError, ValueError) as error:
        return error
    return None


@pytest.mark.parametrize("operation", [each for each in OPERATIONS if any(arguments_of(each))], ids=str)
async def test_an_argument_of_another_type_is_refused_by_its_name(
    operation: Operation, client: Any, httpx2_mock: respx.Router
) -> None:
    for name, schema, in_body in arguments_of(operation):
        for what, value in wrong_values(schema, in_body=in_body):
            error = await refused(client, operation, name, value)
            case = f"{operation.call}: {name}={what}"
            assert error is not None, f"{case} was taken"
            assert type(error) in {TypeError, ValueError}, f"{case} gave {error!r}"
            assert error.__cause__ is None, case
            assert re.match(rf"{operation.call}: {name}[:\[ ]", str(error)), f"{case} gave {error!r}"
            assert "secret" not in str(error), case
    assert httpx2_mock.calls.call_count == 0


@pytest.mark.parametrize("operation", [each for each in OPERATIONS if each.body and each.body.schema], ids=str)
async def test_a_required_argument_cannot_be_left_out_by_passing_unset(
    operation: Operation, client: Any, httpx2_mock: respx.Router
) -> None:
    assert operation.body is not None
    for name in SCHEMAS[str(operation.body.schema)].get("required", ()):
        error = await refused(client, operation, snake(name), UNSET)
        assert str(error) == f"{operation.call}: {snake(name)}: is required"
    assert httpx2_mock.calls.call_count == 0


def test_every_parameter_of_the_document_is_among_the_arguments_tried() -> None:
    tried = sum(1 for operation in OPERATIONS for _ in arguments_of(operation))
    bodies = [SCHEMAS[str(each.body.schema)]["properties"] for each in OPERATIONS if each.body]
    named = [part for each in OPERATIONS for part in each.parameters if part["in"] == "query"]
    assert tried == len(named) + len(list(itertools.chain.from_iterable(bodies))) > 70

"""What a call puts on the wire, and what it refuses before anything is sent."""

from __future__ import annotations

import json
import re
from collections import OrderedDict
from types import MappingProxyType
from typing import Any

import pytest
import respx
from foxreach_client import UNSET, LeadCreate, LeadStatus

from tests.client.cases import BY_CALL, OPERATIONS, SCHEMAS, Operation, in_python, snake
from tests.client.flavours import called, called_with_id, check_body, response
from tests.client.strategies import samples

WITH_BODY = [operation for operation in OPERATIONS if operation.body]
WITH_PATH = [operation for operation in OPERATIONS if operation.path_values]
CREATE, UPDATE, IMPORT = BY_CALL["leads.create"], BY_CALL["leads.update"], BY_CALL["leads.import_leads"]
EMAIL = "jane@example.com"

TAKEN_IDS = {
    "a/b": "a%2Fb",
    "../x": "..%2Fx",
    "a b": "a%20b",
    "ü": "%C3%BC",
    "😀": "%F0%9F%98%80",
    "?a=1#b": "%3Fa%3D1%23b",
    "%2F": "%252F",
    "a..b": "a..b",
    "...": "...",
    "~@:;": "~%40%3A%3B",
}


def answered(router: respx.Router, operation: Operation) -> respx.Route:
    """Return a route on which *operation* succeeds."""
    status, reply = operation.success
    return router.route().mock(response(status, reply.example))


def sent(route: respx.Route) -> Any:
    """Return the JSON of the last request."""
    return json.loads(route.calls.last.request.content)


@pytest.mark.parametrize("operation", WITH_BODY, ids=str)
async def test_any_body_that_the_spec_allows_arrives_as_it_was_given(
    operation: Operation, client: Any, httpx2_mock: respx.Router
) -> None:
    assert operation.body is not None
    route = answered(httpx2_mock, operation)
    args, schema = operation.arguments[0], str(operation.body.schema)
    bodies = [body for body in samples(schema) if body or operation.method != "PATCH"]  # An update has some field.
    for body in bodies:
        await called(client, operation, *args, **in_python(schema, body))
        check_body(route.calls.last.request.content, body)
    assert route.call_count == len(bodies)


@pytest.mark.parametrize("operation", WITH_BODY, ids=str)
async def test_what_is_left_out_is_not_sent_and_none_is_sent_as_null(
    operation: Operation, client: Any, httpx2_mock: respx.Router
) -> None:
    assert operation.body is not None
    schema = SCHEMAS[str(operation.body.schema)]
    # An update needs no field in particular, but some field.
    least = schema.get("required") or [next(iter(operation.body.example))]
    needed = {name: operation.body.example[name] for name in least}
    optional = set(schema["properties"]) - set(needed)
    nullable = {name for name in optional if "null" in json.dumps(schema["properties"][name])}
    route = answered(httpx2_mock, operation)
    args, required = operation.arguments[0], in_python(operation.body.schema, needed)
    await called(client, operation, *args, **required)
    assert sent(route) == needed
    await called(
        client, operation, *args, **in_python(operation.body.schema, dict.fromkeys(optional, UNSET)), **required
    )
    assert sent(route) == needed
    await called(client, operation, *args, **in_python(operation.body.schema, dict.fromkeys(nullable)), **required)
    assert sent(route) == {**needed, **dict.fromkeys(nullable)}
    for name in optional - nullable:
        argument = in_python(operation.body.schema, {name: None})
        with pytest.raises(TypeError, match=re.escape(f"{operation.call}: {next(iter(argument))}: ")):
            await called(client, operation, *args, **argument, **required)


@pytest.mark.parametrize("operation", [each for each in OPERATIONS if each.query], ids=str)
async def test_a_query_is_sent_only_where_it_is_given(
    operation: Operation, client: Any, httpx2_mock: respx.Router
) -> None:
    route = answered(httpx2_mock, operation)
    args, kwargs = operation.arguments
    for name in ["", *(operation.query.keys() - operation.required)]:
        given = operation.required | {name}
        left_out = {snake(each) for each in operation.query.keys() - given}
        await called(client, operation, *args, **{each: kwargs[each] for each in kwargs.keys() - left_out})
        target = operation.target_with(given)
        if operation.page and "pageSize" not in given:  # The client asks for the largest page.
            target += f"{'&' if '?' in target else '?'}pageSize=100"
        assert route.calls.last.request.url.raw_path.decode() == target


@pytest.mark.parametrize(
    ("arguments", "kind", "words"),
    [
        ({"page_size": 0}, ValueError, "leads.list: page_size must be at least 1 and at most 100"),
        ({"page_size": 101}, ValueError, "leads.list: page_size must be at least 1 and at most 100"),
        ({"page": 0}, ValueError, "leads.list: page must be at least 1"),
        ({"page": "2"}, TypeError, "leads.list: page must be an integer, not str"),
        ({"page": True}, TypeError, "leads.list: page must be an integer, not bool"),
    ],
)
async def test_a_number_out_of_the_documented_range_is_refused_before_any_io(
    arguments: dict[str, Any], kind: type[Exception], words: str, client: Any, httpx2_mock: respx.Router
) -> None:
    with pytest.raises(kind, match=re.escape(words)):
        await called(client, BY_CALL["leads.list"], **arguments)
    assert not httpx2_mock.calls


def leads(form: str) -> Any:
    """Return the same two leads in different forms."""
    mappings: list[dict[str, Any]] = [
        {"email": EMAIL, "first_name": None, "custom_fields": {"first_name": [1, None]}},
        {"email": "john@example.com", "status": "bounced", "tags": ("a", "b")},
    ]
    structs = [
        LeadCreate(email=EMAIL, first_name=None, custom_fields={"first_name": [1, None]}),
        LeadCreate(email="john@example.com", status=LeadStatus.BOUNCED, tags=["a", "b"]),
    ]
    forms: dict[str, Any] = {
        "structs": structs,
        "mappings": mappings,
        "mixed": (structs[0], mappings[1]),
        "generator": (each for each in mappings),
        "other mappings": [OrderedDict(mappings[0]), MappingProxyType(mappings[1])],
    }
    return forms[form]


@pytest.mark.parametrize("form", ["structs", "mappings", "mixed", "generator", "other mappings"])
async def test_an_import_takes_structs_and_mappings_from_any_iterable(
    form: str, client: Any, httpx2_mock: respx.Router
) -> None:
    route = answered(httpx2_mock, IMPORT)
    await client_import(client, leads=leads(form))
    assert sent(route) == {
        "leads": [
            {"email": EMAIL, "firstName": None, "customFields": {"first_name": [1, None]}},
            {"email": "john@example.com", "status": "bounced", "tags": ["a", "b"]},
        ]
    }


async def client_import(client: Any, **arguments: Any) -> Any:
    """Call `leads.import_leads`."""
    return await called(client, IMPORT, **arguments)


@pytest.mark.parametrize("operation", WITH_PATH, ids=str)
async def test_an_id_is_one_segment_of_the_path_whatever_it_holds(
    operation: Operation, client: Any, httpx2_mock: respx.Router
) -> None:
    route = answered(httpx2_mock, operation)
    for index, name in enumerate(operation.path_values):
        for value, encoded in TAKEN_IDS.items():
            await called_with_id(client, operation, index, value)
            expected = operation.path.replace(f"{{{name}}}", encoded)
            for other in operation.path_values:
                expected = expected.replace(f"{{{other}}}", "id_1")
            assert route.calls.last.request.url.raw_path.decode().partition("?")[0] == f"/api/v1{expected}"

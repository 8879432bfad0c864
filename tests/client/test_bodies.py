"""A body is passed by keywords, as its struct, or as a mapping; what is on the wire is the same."""

from __future__ import annotations

import operator
import re
from collections import deque
from collections.abc import Callable, KeysView, ValuesView
from types import MappingProxyType
from typing import Any, Required, get_origin, get_type_hints

import foxreach_client as fox
import pytest
import respx
from foxreach_client import UNSET, inputs
from foxreach_client.testing import factories
from foxreach_runtime.request.body import struct_value

from tests.client.cases import BY_CALL, OPERATIONS, SCHEMAS, Operation, in_python
from tests.client.flavours import called, check_body, new_client, requests_of, response, settled
from tests.client.test_requests import answered

WITH_BODY = [operation for operation in OPERATIONS if operation.body and operation.body.schema]
UPDATES = [operation for operation in WITH_BODY if operation.method == "PATCH"]
BODIES = pytest.mark.parametrize("operation", WITH_BODY, ids=str)


def struct_of(operation: Operation) -> Any:
    assert operation.body is not None
    return getattr(fox, str(operation.body.schema))


def fields_of(operation: Operation) -> dict[str, Any]:
    """Return the example of the body by names in Python."""
    assert operation.body is not None
    return in_python(operation.body.schema, operation.body.example)


def as_struct(operation: Operation) -> Any:
    fields = fields_of(operation)
    if operation.call == "leads.import_leads":
        fields["leads"] = [struct_value("leads", fox.LeadCreate, each) for each in fields["leads"]]
    return struct_of(operation)(**fields)


def keys_of(items: list[str]) -> KeysView[str]:
    return dict.fromkeys(items).keys()


def values_of(items: list[str]) -> ValuesView[str]:
    return dict(enumerate(items)).values()


@BODIES
async def test_a_struct_and_a_mapping_are_sent_like_keywords(
    operation: Operation, client: Any, httpx2_mock: respx.Router
) -> None:
    assert operation.body is not None
    route, ids = answered(httpx2_mock, operation), operation.arguments[0]
    fields = fields_of(operation)
    for values in (as_struct(operation), fields, MappingProxyType(fields)):
        await called(client, operation, *ids, values)
        check_body(route.calls.last.request.content, operation.body.example)
    await called(client, operation, *ids, values=as_struct(operation))
    check_body(route.calls.last.request.content, operation.body.example)
    await called(client.with_raw_response, operation, *ids, as_struct(operation))
    check_body(route.calls.last.request.content, operation.body.example)


@BODIES
async def test_an_object_beside_keywords_of_another_type_or_with_other_names_is_refused(
    operation: Operation, client: Any, httpx2_mock: respx.Router
) -> None:
    ids, fields = operation.arguments[0], fields_of(operation)
    refused: list[tuple[Any, dict[str, Any], str]] = [
        (as_struct(operation), fields, "pass the fields as one object or as keywords, not as both"),
        (fox.Deletion(id="@secret@", deleted=True), {}, "or a mapping with the names of its fields, not Deletion"),
        (None, {}, f"values must be a {struct_of(operation).__name__} or a mapping"),
        ("@secret@", {}, "or a mapping with the names of its fields, not str"),
        ({**fields, "isNoField": "@secret@"}, {}, "'isNoField' is no field; the fields are "),
        ({**fields, 5: "@secret@"}, {}, "'5' is no field; the fields are "),
    ]
    for values, named, words in refused:
        with pytest.raises(TypeError, match=re.escape(words)) as caught:
            await called(client, operation, *ids, values, **named)
        assert str(caught.value).startswith(f"{operation.call}: ")
        assert "secret" not in str(caught.value)
    assert not httpx2_mock.calls


@pytest.mark.parametrize("operation", UPDATES, ids=str)
@pytest.mark.parametrize("how", ["keywords", "unset", "mapping", "struct"])
async def test_an_update_of_nothing_is_refused_and_names_the_fields(
    operation: Operation, how: str, client: Any, httpx2_mock: respx.Router
) -> None:
    names = ", ".join(fox_field for fox_field in struct_of(operation).__struct_fields__)
    given: dict[str, tuple[list[Any], dict[str, Any]]] = {
        "keywords": ([], {}),
        "unset": ([], dict.fromkeys(fields_of(operation), UNSET)),
        "mapping": ([{}], {}),
        "struct": ([struct_of(operation)()], {}),
    }
    args, named = given[how]
    message = f"{operation.call}: nothing to update; give at least one of {names}"
    with pytest.raises(ValueError, match=f"^{re.escape(message)}$"):
        await called(client, operation, *operation.arguments[0], *args, **named)
    assert not httpx2_mock.calls


async def test_a_value_of_a_struct_or_a_mapping_is_checked_like_a_keyword(
    client: Any, httpx2_mock: respx.Router
) -> None:
    wrong: Any = {"email": 5}
    for values in (wrong, fox.LeadCreate(**wrong)):
        with pytest.raises(TypeError, match=r"^leads\.create: email: Expected `str`, got `int`$"):
            await settled(client.leads.create(values))
    with pytest.raises(TypeError, match=r"^leads\.create: email: is required$"):
        await settled(client.leads.create({"company": "Acme"}))
    with pytest.raises(TypeError, match=r"^leads\.create: email: is required$"):
        await settled(client.leads.create())
    assert not httpx2_mock.calls


@pytest.mark.parametrize("as_list", [list, tuple, frozenset, deque, iter, keys_of, values_of])
async def test_whatever_is_like_a_list_is_sent_as_one(
    as_list: Callable[..., Any], client: Any, httpx2_mock: respx.Router
) -> None:
    operation = BY_CALL["campaigns.add_leads"]
    route = answered(httpx2_mock, operation)
    await settled(client.campaigns.add_leads("cmp_1", lead_ids=as_list(["x"])))
    await settled(client.campaigns.add_leads("cmp_1", {"lead_ids": as_list(["x"])}))
    for request in requests_of(route):
        check_body(request.content, {"leadIds": ["x"]})
    assert factories.lead(tags=as_list(["x"])).tags == ["x"]


async def test_an_upsert_takes_an_object_as_well(flavour: str, httpx2_mock: respx.Router) -> None:
    create = BY_CALL["leads.create"]
    route = httpx2_mock.route().mock(response(201, create.success[1].example))
    client = new_client(flavour)
    await settled(client.leads.upsert(fox.LeadCreate(email="jane@example.com")))
    check_body(requests_of(route)[0].content, {"email": "jane@example.com"})
    await settled(client.close())


@BODIES
def test_the_mapping_of_a_body_has_its_fields(operation: Operation) -> None:
    name = f"{struct_of(operation).__name__}Dict"
    kind = getattr(fox, name)
    assert kind is getattr(inputs, name)
    hints = get_type_hints(kind, include_extras=True)
    assert set(hints) == set(struct_of(operation).__struct_fields__)
    required = [hint for hint in hints.values() if get_origin(hint) is Required]
    assert len(required) == len(SCHEMAS[struct_of(operation).__name__].get("required", ()))


@BODIES
def test_help_shows_every_field_of_a_method_with_a_body(operation: Operation, client: Any) -> None:
    method = operator.attrgetter(operation.call)(client)
    assert set(struct_of(operation).__struct_fields__) <= set(method.__kwdefaults__)

"""The JSON Schema of each model, for pydantic and FastAPI: what the model reads and what it writes is valid by it."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from datetime import datetime
from functools import cache
from typing import Annotated, Any

import hypothesis
import jsonschema
import pydantic
import pytest
from fastapi import Body, FastAPI
from fastapi.testclient import TestClient
from foxreach_client import inputs, models
from foxreach_client.models import Campaign, Lead, LeadCreate, LeadStatus
from foxreach_client.testing import factories
from foxreach_runtime.enums import OpenIntEnum
from foxreach_testing.factories import build

from tests.client.cases import is_list, is_object
from tests.client.strategies import spec_valid
from tests.client.test_models import OBJECTS

FEW = hypothesis.settings(max_examples=5, database=None, derandomize=True)
FORMATS = jsonschema.FormatChecker(())


class Level(OpenIntEnum):
    ONE = 1
    TWO = 2


class Deal(pydantic.BaseModel):
    lead: Lead
    campaigns: list[Campaign]


@FORMATS.checks("date-time", ValueError)
def has_zone(value: object) -> bool:
    return not isinstance(value, str) or datetime.fromisoformat(value).tzinfo is not None


@FORMATS.checks("date-time-local", ValueError)
def has_no_zone(value: object) -> bool:
    return not isinstance(value, str) or datetime.fromisoformat(value).tzinfo is None


@cache
def adapter(name: str) -> pydantic.TypeAdapter[Any]:
    return pydantic.TypeAdapter(getattr(models, name))


@cache
def validator(name: str, mode: Any) -> Any:
    schema = adapter(name).json_schema(mode=mode)
    jsonschema.Draft202012Validator.check_schema(schema)
    return jsonschema.Draft202012Validator(schema, format_checker=FORMATS)


def closed(schema: Any, options: Sequence[Any] = ()) -> Iterator[Any]:
    """Yield each list of values in *schema* that is not one of several *options*, any text among them."""
    if is_list(schema):
        for item in schema:
            yield from closed(item, schema)
    elif is_object(schema):
        if len(schema.get("enum", ())) > 1 and {"type": "string"} not in options:  # a tag is one value
            yield schema
        for item in schema.values():
            yield from closed(item)


@pytest.mark.parametrize("name", OBJECTS)
def test_what_a_model_reads_and_writes_is_valid_by_its_schema(name: str) -> None:
    @FEW
    @hypothesis.given(spec_valid(name))
    def valid(data: Any) -> None:
        validator(name, "validation").validate(data)
        value = adapter(name).validate_python(data)
        validator(name, "serialization").validate(adapter(name).dump_python(value, mode="json"))

    valid()
    for mode in ("validation", "serialization"):
        assert list(closed(adapter(name).json_schema(mode=mode))) == []


@pytest.mark.parametrize("name", [f"{name}Dict" for name in OBJECTS if hasattr(inputs, f"{name}Dict")])
def test_a_mapping_for_a_body_is_a_body_of_fastapi(name: str) -> None:
    app, mapping = FastAPI(), getattr(inputs, name)
    model = getattr(models, name.removesuffix("Dict"))
    values = {key: value for key, value in build(factories.EXAMPLES, model, {}).to_dict().items() if value is not None}

    def same(new: Any) -> Any:
        return new

    same.__annotations__ = {"new": mapping, "return": mapping}
    app.post("/")(same)
    web = TestClient(app)
    assert web.post("/", json=values).json() == values
    for schema in web.get("/openapi.json").json()["components"]["schemas"].values():
        jsonschema.Draft202012Validator.check_schema(schema)
    jsonschema.validate(values, pydantic.TypeAdapter(mapping).json_schema())


def test_a_model_refuses_names_of_python_and_a_mapping_takes_them() -> None:
    row = {"email": "a@example.com", "first_name": "Ann"}
    with pytest.raises(pydantic.ValidationError, match="LeadCreate is read by the names of the API, not by first_name"):
        adapter("LeadCreate").validate_python(row)
    read = pydantic.TypeAdapter(inputs.LeadImportDict).validate_python({"leads": [row]})
    assert read["leads"] == [row]


def test_an_enumeration_in_a_model_of_pydantic_is_open() -> None:
    class Filter(pydantic.BaseModel):
        status: LeadStatus
        levels: list[Level] = []

    filter_ = Filter.model_validate_json('{"status": "frozen", "levels": [1, 7]}')
    assert (filter_.status.known, filter_.levels) == (False, [Level.ONE, Level(7)])
    schema = Filter.model_json_schema()
    jsonschema.validate(json.loads(filter_.model_dump_json()), schema)
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate({"status": 5}, schema)


def test_a_time_is_read_with_or_without_a_zone_and_written_with_one() -> None:
    wire = {**json.loads(factories.lead().to_json()), "status": "frozen"}
    local = {**wire, "createdAt": "2025-01-15T10:30:00", "lastContactedAt": None}
    for read in (wire, local):
        validator("Lead", "validation").validate(read)
        written = adapter("Lead").dump_python(adapter("Lead").validate_python(read), mode="json")
        validator("Lead", "serialization").validate(written)
    for mode, value in (("serialization", local), ("validation", {**wire, "createdAt": "yesterday"})):
        with pytest.raises(jsonschema.ValidationError):
            validator("Lead", mode).validate(value)
    fields = adapter("Lead").json_schema(mode="serialization")["properties"]
    assert fields["createdAt"] == {"type": "string", "format": "date-time"}
    assert {"type": "string", "format": "date-time"} in fields["lastContactedAt"]["anyOf"]
    assert {"type": "null"} in fields["lastContactedAt"]["anyOf"]


def test_the_document_of_fastapi_has_formats_and_open_enumerations() -> None:
    app = FastAPI()

    @app.post("/deals")
    def deal(new: Annotated[LeadCreate, Body()]) -> Deal:
        return Deal(lead=factories.lead(status=new.status or LeadStatus.ACTIVE), campaigns=[factories.campaign()])

    web = TestClient(app)
    document = web.get("/openapi.json").json()
    operation = document["paths"]["/deals"]["post"]
    sent = operation["requestBody"]["content"]["application/json"]["schema"]
    new = {"email": "a@example.com", "status": "frozen"}
    jsonschema.validate(new, sent)
    answered = document["components"]["schemas"]["Deal"]
    assert answered["properties"]["lead"]["properties"]["createdAt"] == {"type": "string", "format": "date-time"}
    assert answered["properties"]["campaigns"]["items"]["properties"]["createdAt"]["format"] == "date-time"
    reply = web.post("/deals", json=new).json()
    assert reply["lead"]["status"] == "frozen"
    jsonschema.validate(reply, answered, format_checker=FORMATS)

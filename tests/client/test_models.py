"""Every model: its decoder, round trips of spec-valid data, the spec's examples, and a repr without personal data."""

from __future__ import annotations

import copy
import json
import pickle
import re
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from functools import cache
from typing import Any

import hypothesis
import msgspec
import pytest
from foxreach_client import models
from foxreach_runtime.model import Model

from tests.client.cases import OPERATIONS, SCHEMAS, SPEC, Reply, is_list, is_object, snake
from tests.client.flavours import as_json, without_nulls
from tests.client.strategies import spec_valid

QUICK = hypothesis.settings(max_examples=20, database=None, derandomize=True)
OBJECTS = sorted(name for name, schema in SCHEMAS.items() if "properties" in schema)
ENUMS = sorted(name for name, schema in SCHEMAS.items() if "enum" in schema)
SECRET = "J4ne D0e of Acme"


@cache
def decoder(name: str) -> msgspec.json.Decoder[Any]:
    return msgspec.json.Decoder(getattr(models, name))


def examples() -> Iterator[tuple[str, Reply]]:
    """Yield where each example of the spec is, with the name of its schema."""
    for operation in OPERATIONS:
        if operation.body:
            yield f"{operation}-body", operation.body
        yield from ((f"{operation}-{status}", reply) for status, reply in operation.replies.items() if reply.schema)
    for event, hook in SPEC["webhooks"].items():
        content = hook["post"]["requestBody"]["content"]["application/json"]
        yield event, Reply(content["schema"]["$ref"].rpartition("/")[2], content["example"])


DISTINCT = {repr(reply): (where, reply) for where, reply in examples()}  # shared replies need to be looked at once
EXAMPLES = [pytest.param(reply, id=where) for where, reply in DISTINCT.values()]
LISTED = {value for name in ENUMS for value in SCHEMAS[name]["enum"]} | SPEC["webhooks"].keys()


@pytest.mark.parametrize("name", sorted(SCHEMAS))
def test_a_decoder_can_be_built(name: str) -> None:
    with pytest.raises(msgspec.DecodeError):
        decoder(name).decode(b"\x00")


@pytest.mark.parametrize("name", sorted(SCHEMAS))
def test_data_that_the_spec_allows_comes_back_as_it_was(name: str) -> None:
    @QUICK
    @hypothesis.given(spec_valid(name))
    def comes_back(data: Any) -> None:
        value = decoder(name).decode(json.dumps(data))
        assert without_nulls(as_json(value)) == without_nulls(data)
        assert pickle.loads(pickle.dumps(value)) == value  # noqa: S301
        if isinstance(data, dict):
            assert decoder(name).decode(json.dumps({**data, "newSince": [{"a": 1}], "": None})) == value

    comes_back()


@pytest.mark.parametrize("reply", EXAMPLES)
def test_an_example_of_the_spec_comes_back_as_it_was(reply: Reply) -> None:
    assert reply.schema is not None
    value = as_json(decoder(reply.schema).decode(json.dumps(reply.example)))
    assert without_nulls(value) == without_nulls(reply.example)


@pytest.mark.parametrize("name", OBJECTS)
def test_the_fields_are_those_of_the_schema(name: str) -> None:
    kind, schema = getattr(models, name), SCHEMAS[name]
    assert issubclass(kind, Model)
    wire = dict(zip(kind.__struct_encode_fields__, kind.__struct_fields__, strict=True))
    if "event" in wire.values() or name.endswith("Delivery"):
        wire["event"] = "event"
    added = {"x-repeated": "repeated"} if "x-repeated" in schema else {}
    assert wire == {each: snake(each) for each in schema["properties"]} | added


@pytest.mark.parametrize("name", ENUMS)
def test_an_enumeration_has_the_values_of_the_spec_and_takes_others(name: str) -> None:
    kind: Any = getattr(models, name)
    assert [member.value for member in kind] == SCHEMAS[name]["enum"]
    new = decoder(name).decode(b'"brand_new"')
    assert type(new) is kind
    assert not new.known
    assert new == "brand_new"
    assert as_json(new) == "brand_new"
    assert len(kind.__members__) == len(SCHEMAS[name]["enum"])


def with_secrets(value: Any, schema: Any, personal: bool = False) -> Any:
    """Return *value* with a secret in place of every text that its schema says to be about a person."""
    for option in [*schema.get("anyOf", []), *schema.get("oneOf", [])]:
        if "$ref" in option and (is_object(value) or not is_object(SCHEMAS[named(option)].get("properties"))):
            return with_secrets(value, option, personal)
    if "$ref" in schema:
        return with_secrets(value, SCHEMAS[named(schema)])
    if is_object(value):
        properties = schema.get("properties")
        if properties is None:
            return {SECRET if personal else name: with_secrets(item, {}, personal) for name, item in value.items()}
        return {
            name: with_secrets(item, properties[name], properties[name].get("x-personal", False))
            for name, item in value.items()
        }
    if is_list(value):
        return [with_secrets(item, schema.get("items", {}), personal) for item in value]
    return SECRET if isinstance(value, str) and personal else value


def named(schema: Any) -> str:
    return str(schema["$ref"].rpartition("/")[2])


@pytest.mark.parametrize("reply", EXAMPLES)
def test_no_repr_shows_an_address_a_name_or_a_text(reply: Reply) -> None:
    value = decoder(str(reply.schema)).decode(json.dumps(with_secrets(reply.example, SCHEMAS[str(reply.schema)])))
    for text in (repr(value), str(value), f"{value}", repr([value])):
        assert SECRET not in text


def test_a_repr_shows_what_is_not_about_a_person() -> None:
    campaign = models.CampaignCreate(name="Spring", timezone="Europe/Vienna", context="Ann is on leave")
    assert repr(campaign) == "CampaignCreate(name='Spring', timezone='Europe/Vienna', context=…)"
    rejected = models.RejectedLead(email="ann@example.com", reason="empty email")
    assert repr(rejected) == "RejectedLead(email=…, reason='empty email')"
    assert "custom_fields={…}" in repr(models.LeadCreate(email="ann@example.com", custom_fields={"a": "b"}))


PERSONAL = (
    r"(from|to|duplicate)?emails?|(first|last|display)name|company|title|phone|\w*url|website|tags|customfields|notes"
    r"|context|subject|body\w*|variants|secret|input|ctx"
)
TECHNICAL = r"\w*ids?|\w*status|\w*type|code|provider|reason|loc|msg|timezone|\w*(count|limit|rate|score)"


def test_what_is_personal_is_marked_and_nothing_technical_is() -> None:
    marks = {
        (name, field): node["x-personal"]
        for name in OBJECTS
        for field, node in SCHEMAS[name]["properties"].items()
        if "x-personal" in node
    }
    assert marks
    for (name, field), personal in marks.items():
        assert not (re.fullmatch(TECHNICAL, field.lower()) and personal), f"{name}.{field} is about nobody"
        assert personal or not re.fullmatch(PERSONAL, field.lower()), f"{name}.{field} is personal"


def test_the_state_of_a_mailbox_is_shown_without_an_address() -> None:
    account = models.EmailAccount(id="acc_1", email="ann@example.com", connection_status="connected")
    assert "email=…" in repr(account)
    assert "connection_status='connected'" in repr(account)
    assert "connection_status=…" in repr(msgspec.structs.replace(account, connection_status="ann@example.com: refused"))


@pytest.mark.parametrize("name", OBJECTS)
def test_models_are_frozen(name: str) -> None:
    assert getattr(models, name).__struct_config__.frozen


def test_times_are_aware_and_utc() -> None:
    example = copy.deepcopy(next(reply for where, reply in examples() if where == "leads.get-200").example)
    lead = decoder("LeadReply").decode(json.dumps(example)).data
    assert lead.created_at == datetime(2025, 1, 15, 10, 30, tzinfo=UTC)
    assert lead.created_at.utcoffset() == timedelta(0)
    example["data"]["createdAt"] = "2025-01-15T12:30:00+02:00"
    moved = decoder("LeadReply").decode(json.dumps(example)).data
    assert moved.created_at == lead.created_at
    assert moved.created_at.utcoffset() == timedelta(0)


def test_every_time_of_every_model_is_aware() -> None:
    seen = 0
    for _, reply in examples():
        for value in structs_in(decoder(str(reply.schema)).decode(json.dumps(reply.example))):
            times = [getattr(value, name) for name in value.__struct_fields__]
            aware = [time.tzinfo for time in times if isinstance(time, datetime)]
            assert set(aware) <= {UTC}, type(value)
            seen += len(aware)
    assert seen > 50


def structs_in(value: Any) -> Iterator[Any]:
    if is_list(value):
        for item in value:
            yield from structs_in(item)
    elif isinstance(value, msgspec.Struct):
        yield value
        for name in value.__struct_fields__:
            yield from structs_in(getattr(value, name))

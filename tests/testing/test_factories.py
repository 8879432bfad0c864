"""Factories: each model has one, which builds what the spec allows and refuses the rest."""

from __future__ import annotations

import inspect
import json
from collections.abc import Callable
from datetime import UTC, datetime, timedelta, timezone
from typing import Any

import jsonschema
import msgspec
import pytest
from foxreach_client import LeadStatus, WebhookEvent, models
from foxreach_client.testing import factories, several
from foxreach_testing.examples import minimal_value

from tests.client.cases import SCHEMAS, SPEC, resolved

MODELS = [name for name, schema in SCHEMAS.items() if schema.get("type") == "object" and hasattr(models, name)]
FACTORIES: dict[str, Callable[..., Any]] = {
    str(factory.__annotations__["return"]).removeprefix("models."): factory
    for factory in vars(factories).values()
    if inspect.isfunction(factory) and factory.__module__ == factories.__name__
}


def check(name: str, value: Any) -> None:
    """Assert that *value* is valid for the schema called *name*."""
    root = {"$ref": f"#/components/schemas/{name}", "components": SPEC["components"]}
    validator: Any = jsonschema.Draft202012Validator(root)
    validator.validate(value)


def test_every_model_has_exactly_one_factory() -> None:
    assert len(MODELS) > 80
    assert sorted(FACTORIES) == sorted(MODELS)


@pytest.mark.parametrize("name", MODELS)
def test_the_object_of_a_factory_matches_the_spec(name: str) -> None:
    made = FACTORIES[name]()
    assert type(made) is getattr(models, name)
    check(name, json.loads(msgspec.json.encode(made)))


@pytest.mark.parametrize("name", MODELS)
def test_the_minimal_value_of_a_schema_is_valid(name: str) -> None:
    value = minimal_value(SCHEMAS[name], resolved)
    check(name, value)
    msgspec.convert(value, getattr(models, name))


def test_passed_fields_replace_those_of_the_example() -> None:
    lead = factories.lead(email="john@example.com", status=LeadStatus.BOUNCED, company=None, tags=None)
    assert (lead.email, lead.status, lead.company, lead.tags) == ("john@example.com", "bounced", None, None)
    assert lead.id == factories.lead().id


def test_an_enumeration_field_accepts_text_and_unknown_values() -> None:
    assert factories.lead(status="bounced").status is LeadStatus.BOUNCED
    assert factories.campaign(status="archived").status == "archived"
    assert factories.webhook(events=("lead.created", WebhookEvent("lead.scored"))).events == [
        "lead.created",
        "lead.scored",
    ]


def test_a_time_is_encoded_in_utc_without_a_zone() -> None:
    moment = datetime(2026, 1, 1, 1, tzinfo=timezone(timedelta(hours=2)))
    lead = factories.lead(created_at=moment)
    assert lead.created_at == moment
    assert lead.created_at.tzinfo is UTC
    assert json.loads(msgspec.json.encode(lead))["createdAt"] == "2025-12-31T23:00:00"


@pytest.mark.parametrize(
    ("fields", "words"),
    [({"email": 5}, r"Lead: Expected `str`, got `int` - at `\$.email`"), ({"mail": "x"}, "Lead has no field mail")],
)
def test_a_field_that_the_spec_does_not_allow_is_refused(fields: dict[str, Any], words: str) -> None:
    with pytest.raises(TypeError, match=words):
        factories.lead(**fields)


def test_several_objects_have_different_ids_and_addresses_each_time_the_same() -> None:
    leads = several(factories.lead, 3, company="Acme")
    assert [lead.id for lead in leads] == ["cld_1", "cld_2", "cld_3"]
    assert [lead.email for lead in leads] == ["jane1@example.com", "jane2@example.com", "jane3@example.com"]
    assert {lead.company for lead in leads} == {"Acme"}
    assert several(factories.lead, 3, company="Acme") == leads


def test_a_passed_field_is_the_same_in_several_objects() -> None:
    assert {lead.email for lead in several(factories.lead, 2, email="john@example.com")} == {"john@example.com"}


def test_several_objects_without_id_and_address_are_equal() -> None:
    assert several(factories.page_meta, 2) == [factories.page_meta()] * 2
    assert several(factories.lead, 0) == []

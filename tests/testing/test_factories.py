"""Factories: every model has one, what it makes is what the spec allows, and it says what it cannot make."""

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
    """Assert that *value* is what the spec says of the schema called *name*."""
    root = {"$ref": f"#/components/schemas/{name}", "components": SPEC["components"]}
    validator: Any = jsonschema.Draft202012Validator(root)
    validator.validate(value)


def test_every_model_has_a_factory_and_there_is_no_other() -> None:
    assert len(MODELS) > 80
    assert sorted(FACTORIES) == sorted(MODELS)


@pytest.mark.parametrize("name", MODELS)
def test_what_a_factory_makes_is_what_the_spec_says(name: str) -> None:
    made = FACTORIES[name]()
    assert type(made) is getattr(models, name)
    check(name, json.loads(msgspec.json.encode(made)))


@pytest.mark.parametrize("name", MODELS)
def test_a_schema_without_an_example_gets_the_least_that_it_allows(name: str) -> None:
    value = minimal_value(SCHEMAS[name], resolved)
    check(name, value)
    msgspec.convert(value, getattr(models, name))


def test_what_is_passed_is_in_the_object_and_the_rest_is_the_example() -> None:
    lead = factories.lead(email="john@example.com", status=LeadStatus.BOUNCED, company=None, tags=None)
    assert (lead.email, lead.status, lead.company, lead.tags) == ("john@example.com", "bounced", None, None)
    assert lead.id == factories.lead().id


def test_an_enumeration_takes_its_text_and_one_that_is_not_known_yet() -> None:
    assert factories.lead(status="bounced").status is LeadStatus.BOUNCED
    assert factories.campaign(status="archived").status == "archived"
    assert factories.webhook(events=("lead.created", WebhookEvent("lead.scored"))).events == [
        "lead.created",
        "lead.scored",
    ]


def test_a_time_is_kept_and_looks_on_the_wire_as_the_api_writes_it() -> None:
    moment = datetime(2026, 1, 1, 1, tzinfo=timezone(timedelta(hours=2)))
    lead = factories.lead(created_at=moment)
    assert lead.created_at == moment
    assert lead.created_at.tzinfo is UTC
    assert json.loads(msgspec.json.encode(lead))["createdAt"] == "2025-12-31T23:00:00"


@pytest.mark.parametrize(
    ("fields", "words"),
    [({"email": 5}, r"Lead: Expected `str`, got `int` - at `\$.email`"), ({"mail": "x"}, "Lead has no field mail")],
)
def test_what_the_spec_does_not_allow_is_refused(fields: dict[str, Any], words: str) -> None:
    with pytest.raises(TypeError, match=words):
        factories.lead(**fields)


def test_ids_and_addresses_differ_and_are_the_same_each_time() -> None:
    leads = several(factories.lead, 3, company="Acme")
    assert [lead.id for lead in leads] == ["cld_1", "cld_2", "cld_3"]
    assert [lead.email for lead in leads] == ["jane1@example.com", "jane2@example.com", "jane3@example.com"]
    assert {lead.company for lead in leads} == {"Acme"}
    assert several(factories.lead, 3, company="Acme") == leads


def test_what_is_passed_is_the_same_in_all() -> None:
    assert {lead.email for lead in several(factories.lead, 2, email="john@example.com")} == {"john@example.com"}


def test_what_has_neither_is_the_same_in_all() -> None:
    assert several(factories.page_meta, 2) == [factories.page_meta()] * 2
    assert several(factories.lead, 0) == []

"""The spec says what the reference says: every operation, status, event and decision."""

from __future__ import annotations

import re
from typing import Any

import pytest
from jsonschema import Draft202012Validator
from openapi_spec_validator import validate

from tests.spec.document import SPEC, TEXT, media_types, operations, resolved
from tests.spec.expected_statuses import EVENTS, ROWS, Row

OPERATIONS: dict[str, tuple[str, str, dict[str, Any]]] = {
    operation["operationId"]: (method, path, operation) for method, path, operation in operations()
}
MEDIA_TYPES = dict(media_types())
VERBS = {"Add", "Create", "Delete", "Get", "Import", "List", "Pause", "Remove", "Resume", "Send", "Start", "Update"}
LIMITS = {"X-RateLimit-Limit", "X-RateLimit-Remaining", "X-RateLimit-Reset"}


def test_it_is_a_valid_openapi_document() -> None:
    validate(SPEC)


def test_it_has_the_operations_that_were_written_down_and_no_other() -> None:
    assert sorted(operation["operationId"] for _, _, operation in operations()) == sorted(row.call for row in ROWS)


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row.call)
def test_an_operation_is_where_the_reference_has_it(row: Row) -> None:
    method, path, operation = OPERATIONS[row.call]
    assert (method, path) == (row.method, row.path)
    assert operation["tags"] == [row.call.rpartition(".")[0]]


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row.call)
def test_an_operation_has_the_statuses_of_the_reference_and_no_other(row: Row) -> None:
    assert set(OPERATIONS[row.call][2]["responses"]) == row.statuses


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row.call)
def test_the_summary_of_an_operation_is_an_imperative_title(row: Row) -> None:
    summary = OPERATIONS[row.call][2]["summary"]
    assert summary.split()[0] in VERBS
    assert summary[-1].isalnum()
    assert len(summary) <= 50


def test_no_two_operations_have_one_title() -> None:
    titles = [operation["summary"] for _, _, operation in operations()]
    assert len(set(titles)) == len(titles)


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row.call)
def test_every_reply_says_how_much_of_the_rate_limit_is_left(row: Row) -> None:
    assert SPEC["x-reply-headers"].keys() == LIMITS
    for status, reply in OPERATIONS[row.call][2]["responses"].items():
        assert set(resolved(reply).get("headers", {})) == ({"Retry-After"} if status == "429" else set())


def test_no_error_has_the_body_of_another_status() -> None:
    names = {"402": "PlanLimitBody", "422": "ValidationBody", "429": "RateLimitBody", "5XX": "GatewayErrorBody"}
    for _, _, operation in operations():
        for status in operation["responses"].keys() - {"200", "201", "204"}:
            schema = MEDIA_TYPES[f"{operation['operationId']} {status}"]["schema"]
            assert schema == {"$ref": f"#/components/schemas/{names.get(status, 'ErrorBody')}"}


@pytest.mark.parametrize("where", MEDIA_TYPES)
def test_every_body_and_every_reply_has_an_example_that_fits_it(where: str) -> None:
    media_type = MEDIA_TYPES[where]
    schema = {**media_type["schema"], "components": SPEC["components"]}
    validator: Any = Draft202012Validator(schema)  # Its stubs leave a type open.
    validator.validate(media_type["example"])


def test_it_has_the_11_events_each_with_a_delivery_that_names_it() -> None:
    assert tuple(SPEC["webhooks"]) == EVENTS
    assert tuple(SPEC["components"]["schemas"]["WebhookEvent"]["enum"]) == EVENTS
    mapping = SPEC["components"]["schemas"]["Delivery"]["discriminator"]["mapping"]
    assert tuple(mapping) == EVENTS
    for event in EVENTS:
        schema = MEDIA_TYPES[f"{event} body"]["schema"]
        assert schema == {"$ref": mapping[event]}
        assert resolved(schema)["properties"]["event"]["const"] == event


def test_every_contradiction_of_the_reference_is_decided_in_a_comment() -> None:
    comments = re.findall(r"^ *# C(\d+): \S", TEXT, flags=re.MULTILINE)
    assert sorted(set(map(int, comments))) == list(range(1, 38))


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row.call)
def test_an_operation_says_how_well_it_is_known(row: Row) -> None:
    assert OPERATIONS[row.call][2]["x-evidence"] == row.evidence


def test_no_line_is_too_long_to_read() -> None:
    assert [number for number, line in enumerate(TEXT.splitlines(), 1) if len(line) > 120] == []

"""The spec says what the reference says: every operation, status, event and decision."""

from __future__ import annotations

import json
import re
from typing import Any

import pytest
from jsonschema import Draft202012Validator
from openapi_spec_validator import validate

from tests.spec.document import SPEC, TEXT, media_types, operations, resolved
from tests.spec.expected_statuses import EVENTS, EVERYWHERE, ROWS, Row

OPERATIONS: dict[str, tuple[str, str, dict[str, Any]]] = {
    operation["operationId"]: (method, path, operation) for method, path, operation in operations()
}
MEDIA_TYPES = dict(media_types())
VERBS = {
    "Add",
    "Create",
    "Delete",
    "Export",
    "Get",
    "Import",
    "List",
    "Pause",
    "Remove",
    "Resume",
    "Send",
    "Start",
    "Update",
    "Upload",
}
WITHOUT_FILES = [where for where, media in MEDIA_TYPES.items() if "binary" not in str(media["schema"])]
FILE = "tests/spec/expected_statuses.py"
every_row = pytest.mark.parametrize(
    "row", [row for row in ROWS if row.call in OPERATIONS], ids=lambda row: row.call
)  # A row of an operation that the spec lacks fails in the test of the operations.
LIMITS = {"X-RateLimit-Limit", "X-RateLimit-Remaining", "X-RateLimit-Reset"}


def test_it_is_a_valid_openapi_document() -> None:
    validate(SPEC)


def test_it_has_the_operations_that_were_written_down_and_no_other() -> None:
    written = {row.call for row in ROWS}
    advice = missing_rows(OPERATIONS.keys() - written)
    if gone := ", ".join(sorted(written - OPERATIONS.keys())):
        advice += f"\nThe spec has no {gone}. If the API has lost or renamed it, remove or rename its row in {FILE}."
    assert written == set(OPERATIONS), advice


def missing_rows(calls: set[str]) -> str:
    """Return where to write the row of each operation, and the row as far as it follows from the spec."""
    lines = [f"Add a row for each of these to {FILE}. Compare the statuses with the API's documentation."]
    for call in sorted(calls):
        method, path, operation = OPERATIONS[call]
        statuses = sorted(operation["responses"].keys() - set(EVERYWHERE.split()))
        good, bad = (" ".join(each for each in statuses if (each < "3") is wanted) for wanted in (True, False))
        fields = (call, operation["x-evidence"], method, path, good, bad)
        lines.append(f"    Row({', '.join(json.dumps(each) for each in fields)}),")
    return "\n".join(lines)


@every_row
def test_an_operation_is_where_the_reference_has_it(row: Row) -> None:
    method, path, operation = OPERATIONS[row.call]
    assert (method, path) == (row.method, row.path), f"correct the row of {row.call} in {FILE}, or the spec"
    assert operation["tags"] == [row.call.rpartition(".")[0]]


@every_row
def test_an_operation_has_the_statuses_of_the_reference_and_no_other(row: Row) -> None:
    documented = set(OPERATIONS[row.call][2]["responses"])
    new, gone = (" ".join(sorted(names)) or "none" for names in (documented - row.statuses, row.statuses - documented))
    advice = f"Change the row of {row.call} in {FILE} as the API's documentation says, or correct the spec."
    assert documented == row.statuses, f"in the spec alone: {new}; in the row alone: {gone}. {advice}"


@pytest.mark.parametrize("call", OPERATIONS)
def test_the_summary_of_an_operation_is_an_imperative_title(call: str) -> None:
    summary = OPERATIONS[call][2]["summary"]
    assert summary.split()[0] in VERBS, f"{call}: begin the summary with a verb, or add the verb to VERBS in this file"
    assert summary[-1].isalnum()
    assert len(summary) <= 50


def test_no_two_operations_have_one_title() -> None:
    titles = [operation["summary"] for _, _, operation in operations()]
    assert len(set(titles)) == len(titles)


@pytest.mark.parametrize("call", OPERATIONS)
def test_every_reply_says_how_much_of_the_rate_limit_is_left(call: str) -> None:
    assert SPEC["x-reply-headers"].keys() >= LIMITS
    reply = resolved(OPERATIONS[call][2]["responses"]["429"])
    assert "Retry-After" in reply["headers"]


def test_no_error_has_the_body_of_another_status() -> None:
    names = {"402": "PlanLimitBody", "422": "ValidationBody", "429": "RateLimitBody", "5XX": "GatewayErrorBody"}
    for _, _, operation in operations():
        for status in operation["responses"].keys() - {"200", "201", "204"}:
            schema = MEDIA_TYPES[f"{operation['operationId']} {status}"]["schema"]
            assert schema == {"$ref": f"#/components/schemas/{names.get(status, 'ErrorBody')}"}


@pytest.mark.parametrize("where", WITHOUT_FILES)
def test_every_body_and_every_reply_has_an_example_that_fits_it(where: str) -> None:
    media_type = MEDIA_TYPES[where]
    schema = {**media_type["schema"], "components": SPEC["components"]}
    validator: Any = Draft202012Validator(schema)  # Its stubs leave a type open.
    validator.validate(media_type["example"])


def test_it_has_the_events_of_the_reference_each_with_a_delivery_that_names_it() -> None:
    assert tuple(SPEC["webhooks"]) == EVENTS, f"list the events of the API's documentation as EVENTS in {FILE}"
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


@every_row
def test_an_operation_says_how_well_it_is_known(row: Row) -> None:
    evidence = OPERATIONS[row.call][2]["x-evidence"]
    assert evidence == row.evidence, f"correct the row of {row.call} in {FILE}, or the spec"


def test_no_line_is_too_long_to_read() -> None:
    assert [number for number, line in enumerate(TEXT.splitlines(), 1) if len(line) > 120] == []

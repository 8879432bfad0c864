"""Schemathesis calls every operation of the sandbox: no answer may contradict the spec.

All checks and all phases, with data that the spec allows and that it forbids; the requests are the same in each run.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest

from tests.client.cases import OPERATIONS
from tests.contract.asking import Run, asked, furnished
from tests.contract.counting import note

LABELS = {f"{operation.method} {operation.path}" for operation in OPERATIONS}
PHASES = ("examples", "coverage", "fuzzing", "stateful")
CHECKS = {
    "allow_header_conformance",
    "content_type_conformance",
    "ensure_resource_availability",
    "ignored_auth",
    "missing_required_header",
    "negative_data_rejection",
    "not_a_server_error",
    "object_level_authorization",
    "positive_data_acceptance",
    "response_headers_conformance",
    "response_schema_conformance",
    "status_code_conformance",
    "unsupported_method",
    "use_after_free",
}


VARIANTS: dict[str, dict[str, Any]] = {
    "usual": {"deletes": 200, "bad_key": 403},
    "other": {"deletes": 204, "bad_key": 401, "duplicates": 201, "lead_deletes": "final"},
}


@pytest.fixture(scope="module", params=list(VARIANTS))
def run(tmp_path_factory: pytest.TempPathFactory, request: pytest.FixtureRequest) -> Iterator[Run]:
    """Run Schemathesis on all operations, print the counts and return the run."""
    found = asked(furnished(**VARIANTS[request.param]), tmp_path_factory.mktemp("schemathesis"))
    yield found
    good = {label for label, status in found.replies if status < 300}
    cases, checks = found.report["test_cases"]["generated"], sum(found.checks.values())
    kinds = {name for name, _ in found.checks}
    count, took = found.report["operations"]["tested"], found.report["running_time"]
    said = f"{count} operations ({len(good)} with a success), {cases} cases, {checks} checks of {len(kinds)} kinds"
    note(request.config, f"Schemathesis, {request.param} variants: {said}, {took:.0f} s")


@pytest.fixture
def variants(request: pytest.FixtureRequest) -> dict[str, Any]:
    """Return the variants of the run."""
    return VARIANTS[request.node.callspec.params["run"]]


def test_no_answer_is_against_the_spec(run: Run) -> None:
    assert (run.report["exit_code"], run.report["failures"], run.report["errors"]) == (0, [], []), run.output
    assert run.report["complete"]


def test_every_operation_was_asked_in_every_phase(run: Run) -> None:
    count, counts = len(LABELS), run.report["operations"]
    assert (counts["total"], counts["selected"], counts["tested"], counts["errored"]) == (count, count, count, 0)
    assert {name: phase["status"] for name, phase in run.report["phases"].items()} == dict.fromkeys(PHASES, "success")
    for phase in ("coverage", "fuzzing"):
        assert {label for each, label in run.phases if each == phase} == LABELS
    assert run.report["test_cases"]["generated"] > 2000


def test_every_check_was_made(run: Run) -> None:
    assert {name for name, _ in run.checks} == CHECKS
    assert {status for _, status in run.checks} == {"success"}


def test_every_operation_let_a_key_in_and_kept_others_out(run: Run, variants: dict[str, Any]) -> None:
    """A run would also pass without rows to find, or without checks of keys."""
    assert {label for label, status in run.replies if status < 300} == LABELS
    assert {label for label, status in run.replies if status == variants["bad_key"]} >= LABELS
    deletions = {label for label in LABELS if label.startswith("DELETE ")}
    assert {label for label, status in run.replies if status == variants["deletes"]} >= deletions

"""Every command, every documented status: the request, the output and the exit status that the spec says."""

from __future__ import annotations

import json
from typing import Any

import httpx2
import pytest
from foxreach_sandbox import Fault

from tests.cli.arguments import arguments_of
from tests.cli.shell import Shell
from tests.client.cases import CASES, OPERATIONS, SPEC, Case, Operation, is_list, is_object

STATUSES = {400: 1, 401: 3, 402: 1, 403: 3, 404: 4, 409: 5, 422: 1, 429: 7}
REPEATED = "leads.import_leads"
REPEATS = {
    node["operationId"]: node["x-call"]["repeat"]
    for item in SPEC["paths"].values()
    for method, node in item.items()
    if method != "parameters"
}


@pytest.mark.parametrize("case", CASES, ids=str)
def test_a_documented_status_is_told_by_output_and_exit_status(case: Case, answering: Shell) -> None:
    answering.sandbox.reset()
    answering.sandbox.faults.next(case.operation.call, 1, Fault.status(case.status, body=case.reply.example))
    done = answering(*arguments_of(case.operation), "-o", "json")
    if case.status < 300:
        assert (done.status, done.err) == (0, "")
        added = {"repeated": False} if case.operation.call == REPEATED else {}  # The client tells.
        assert without_nulls(done.json) == without_nulls({**expected(case), **added} if added else expected(case))
        return
    doubt = case.status >= 500 and REPEATS[case.operation.call] != "safe"
    assert done.status == (6 if doubt else STATUSES.get(case.status, 1))
    assert done.out == ""
    error = done.error
    assert (error["status"], error["operation"], error["attempts"]) == (case.status, case.operation.call, 1)
    assert error["transient"] is (case.status == 429 or case.status >= 500)
    assert (error["settled"] is None) is not doubt
    assert answering.sandbox.key not in done.err


def expected(case: Case) -> Any:
    """Return the documented result by the names of Python."""
    if case.reply.schema is None:
        return {
            name: case.operation.path_values.get(str(value).strip("{}"), value)
            for name, value in case.operation.result["no-content"].items()
        }
    return case.reply.example[case.operation.take]


def without_nulls(value: Any) -> Any:
    """Return *value* without names in which only the spelling differs, and without absent values."""
    if is_list(value):
        return [without_nulls(item) for item in value]
    if is_object(value):
        return {name.replace("_", "").lower(): without_nulls(item) for name, item in value.items() if item is not None}
    return value.removesuffix("Z") if isinstance(value, str) else value


@pytest.mark.parametrize("operation", [each for each in OPERATIONS if each.method != "GET"], ids=str)
def test_a_dry_run_prints_the_request_and_sends_nothing(operation: Operation, answering: Shell) -> None:
    def refuse(request: httpx2.Request) -> httpx2.Response:
        raise AssertionError(request.url)

    nothing = httpx2.Client(transport=httpx2.MockTransport(refuse))
    done = answering(*arguments_of(operation), "--dry-run", "-o", "json", http_client=nothing)
    assert done.status == 0, done.err
    assert done.json == {
        "method": operation.method,
        "url": f"http://127.0.0.1{operation.target}",
        "body": operation.body.example if operation.body else None,
        "repeat": REPEATS[operation.call],
    }


@pytest.mark.parametrize("operation", [each for each in OPERATIONS if each.method != "GET" and each.body], ids=str)
def test_a_body_comes_from_a_file_in_the_names_of_the_api(operation: Operation, answering: Shell) -> None:
    assert operation.body
    words = arguments_of(operation)
    head = words[: next(at for at, word in enumerate(words) if word.startswith("--"))]
    done = answering(*head, "--json", "-", "--dry-run", "-o", "json", stdin=json.dumps(operation.body.example))
    assert done.status == 0, done.err
    assert done.json["body"] == operation.body.example

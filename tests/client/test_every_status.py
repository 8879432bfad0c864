"""Every operation, every documented status, both flavours: the right request, and the right value or exception."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

import foxreach_client as fox
import pytest
import respx
from foxreach_client import models
from foxreach_client.errors import BY_STATUS
from foxreach_runtime.errors import base_class
from foxreach_runtime.response.rate_limit_headers import RateLimit

from tests.client.cases import CASES, OPERATIONS, SCHEMAS, UNUSUAL, Case, Operation, Reply, is_list, name_of
from tests.client.flavours import (
    CLASSES,
    FLAVOURS,
    as_json,
    called_by_example,
    check_request,
    new_client,
    requests_of,
    response,
    without_nulls,
)
from tests.spec.expected_statuses import BY_HAND, ROWS

RESET = datetime(2024, 1, 25, 0, 2, tzinfo=UTC)  # 1706140920 in seconds since 1970


@pytest.mark.parametrize("case", CASES, ids=str)
async def test_a_documented_status_is_the_right_value_or_exception(
    case: Case, client: Any, httpx2_mock: respx.Router
) -> None:
    extra = {"Retry_After": "42"} if case.status == 429 else {}
    route = httpx2_mock.route().mock(response(case.status, case.reply.example, **extra))
    if case.status < 300:
        check_result(await called_by_example(client, case.operation), case.operation, case.reply)
    else:
        with pytest.raises(CLASSES[case.status]) as caught:
            await called_by_example(client, case.operation)
        check_error(caught.value, case)
    [request] = requests_of(route)
    check_request(request, case.operation)


def check_result(result: Any, operation: Operation, reply: Reply) -> None:
    """Assert that *result* is the documented type and has the example's data: nothing lost, nothing invented."""
    if reply.schema is None:
        constants = operation.result["no-content"].items()
        named = {f"{{{name}}}": value for name, value in operation.path_values.items()}
        assert type(result) is (models.Deletion if "delete" in operation.call else models.Removal)
        assert as_json(result) == {name: named.get(value, value) for name, value in constants}
        return
    kind = SCHEMAS[reply.schema]["properties"][operation.take]
    expected = reply.example[operation.take]
    if operation.page:
        meta = reply.example[operation.page["meta"]]
        facts = (result.number, result.size, result.total, result.total_pages)
        assert facts == (meta["page"], meta["pageSize"], meta["total"], meta["totalPages"])
        result = result.items
    items: list[Any] = result if is_list(result) else [result]
    assert items, "an empty example proves nothing"
    assert {type(item).__name__ for item in items} == {name_of(kind.get("items", kind))}
    assert without_nulls(as_json(result)) == without_nulls(expected)


def check_error(error: fox.StatusError, case: Case) -> None:
    """Assert that *error* has all that the reply says, with the documented type of body."""
    assert type(error) is CLASSES[case.status]
    assert (error.status, error.documented, error.attempts) == (case.status, True, 1)
    assert error.operation == case.operation.call
    assert type(error.body).__name__ == case.reply.schema
    assert without_nulls(as_json(error.body)) == without_nulls(case.reply.example)
    words = words_of(case.reply.example)
    assert error.detail == words
    assert words in str(error)
    assert str(error).startswith(f"{case.operation.call}: {case.status}")
    assert error.headers["x-ratelimit-limit"] == "100"
    assert error.rate_limit == RateLimit(100, 93, RESET)
    if isinstance(error, fox.RateLimitedError):
        assert (error.retry_after, error.limit, error.reset) == (42.0, 100, RESET)
    if isinstance(error, fox.UnprocessableError):
        items = case.reply.example["detail"]
        assert [(each.field, each.message, each.kind) for each in error.errors] == [
            (words.partition(": ")[0], item["msg"], item["type"]) for item in items
        ]
    if isinstance(error, fox.ConflictError):
        assert not error.maybe_ours


def words_of(example: dict[str, Any]) -> str:
    """Return what an error's example says to a human."""
    match example:
        case {"detail": [{"loc": ["body", field, *rest], "msg": words}]}:
            return f"{field}{''.join(f'[{index}]' for index in rest)}: {words}"
        case {"detail": str(words)} | {"error": str(words)}:
            return words
        case _:
            raise AssertionError(example)


def test_there_is_a_case_for_every_status_of_the_reference_and_for_no_other() -> None:
    of_reference = {
        (row.call, status)
        for row in ROWS
        if row.call not in BY_HAND
        for name in row.statuses
        for status in ([502, 503] if name == "5XX" else [int(name)])
    }
    found = {(case.operation.call, case.status) for case in CASES}
    differing = ", ".join(f"{call} {status}" for call, status in sorted(found ^ of_reference))
    advice = "Correct the rows of tests/spec/expected_statuses.py as the API's documentation says, or the spec."
    assert not differing, f"the spec and the rows differ: {differing}. {advice}"
    assert len(CASES) == len(of_reference)
    assert len(FLAVOURS) == 2


def test_each_operation_that_no_case_can_call_is_listed_as_called_by_a_test_of_its_own() -> None:
    left = ", ".join(sorted(UNUSUAL ^ BY_HAND))
    advice = "Call each in a test of its own, and list its name as BY_HAND in tests/spec/expected_statuses.py."
    assert not left, f"no case calls these, or BY_HAND has more: {left}. {advice}"


@pytest.mark.parametrize("anyio_backend", ["asyncio", "trio"])
@pytest.mark.parametrize("operation", OPERATIONS, ids=str)
async def test_the_async_flavour_runs_on_both_loops(
    operation: Operation, httpx2_mock: respx.Router, http_clients: dict[str, Any]
) -> None:
    status, reply = operation.success
    httpx2_mock.route().mock(response(status, reply.example))
    client = new_client("async", http_client=http_clients["async"])
    check_result(await called_by_example(client, operation), operation, reply)


def test_each_documented_class_has_the_behaviour_of_its_status() -> None:
    for status, kind in BY_STATUS.items():
        assert issubclass(kind, base_class(status)), status

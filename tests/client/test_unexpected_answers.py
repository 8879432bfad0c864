"""Answers that the spec does not have: other statuses, other bodies. No body changes the class of an error."""

from __future__ import annotations

from typing import Any

import foxreach_client as fox
import httpx
import pytest
import respx

from tests.client.cases import OPERATIONS, Operation
from tests.client.flavours import CLASSES, as_json, called_by_example, check_request, response, without_nulls

HTML = b"<html><body>Bad gateway</body></html>"
ODD_BODIES: dict[str, tuple[bytes, Any, str | None]] = {  # what is sent, what .body is then, what .detail is
    "html": (HTML, HTML.decode(), None),
    "text": (b"upstream is away", "upstream is away", "upstream is away"),
    "empty": (b"", None, None),
    "array": (b"[1, 2]", [1, 2], None),
    "null": (b"null", None, None),
    "number": (b"7", 7, None),
    "bad UTF-8": (b"\xff\xfe", "\ufffd\ufffd", "\ufffd\ufffd"),
    "another object": (b'{"detail": {"code": 7}}', {"detail": {"code": 7}}, None),
    "nested too deeply": (b"[" * 100_000, "[" * 65_536, "[" * 65_536),
}
UNREADABLE = [b"", b"null", b"[]", b"7", HTML, b"\xff", b"{}", b'{"data": 7}', b'{"data": null}', b'{"data": ']

of_each_operation = pytest.mark.parametrize("operation", OPERATIONS, ids=str)


async def failed(client: Any, operation: Operation) -> fox.FoxReachError:
    """Return the error that the call ends in."""
    with pytest.raises(fox.FoxReachError) as caught:
        await called_by_example(client, operation)
    assert caught.value.operation == operation.call
    return caught.value


@of_each_operation
async def test_an_undocumented_error_has_the_class_of_its_status_or_family(
    operation: Operation, client: Any, httpx2_mock: respx.Router
) -> None:
    statuses = [status for status in (418, 451, *CLASSES) if status not in operation.errors]
    route = httpx2_mock.route()
    for status in statuses:
        route.mock(response(status, {"detail": "Tea only"}))
        error = await failed(client, operation)
        assert type(error) is CLASSES.get(status, fox.ClientError)
        assert (error.status, error.documented, error.detail) == (status, False, "Tea only")
        assert error.body == {"detail": "Tea only"}
        assert error.attempts == 1
    assert route.call_count == len(statuses)


@of_each_operation
async def test_any_other_5xx_is_documented_by_its_family(
    operation: Operation, client: Any, httpx2_mock: respx.Router
) -> None:
    httpx2_mock.route().mock(response(599, {"detail": "Tea only"}))
    error = await failed(client, operation)
    assert type(error) is fox.ServerError
    assert (error.status, error.documented, error.body) == (599, True, fox.GatewayErrorBody(detail="Tea only"))


@of_each_operation
async def test_a_redirect_is_refused(operation: Operation, client: Any, httpx2_mock: respx.Router) -> None:
    target = "https://elsewhere.example/api?key=1"
    route = httpx2_mock.route(host="api.foxreach.io").mock(response(302, location=target))
    error = await failed(client, operation)
    assert type(error) is fox.RedirectRefusedError
    assert (error.status, error.target) == (302, "https://elsewhere.example/api")
    check_request(route.calls.last.request, operation)
    assert route.call_count == 1


@of_each_operation
async def test_another_success_reads_like_the_documented_one(
    operation: Operation, client: Any, httpx2_mock: respx.Router
) -> None:
    example = operation.success[1].example
    status = next(each for each in (202, 203) if each not in operation.numbered)
    httpx2_mock.route().mock(response(status, example))
    result = await called_by_example(client, operation)
    assert without_nulls(as_json(result.items if operation.page else result)) == without_nulls(example[operation.take])


@pytest.mark.parametrize("shape", ODD_BODIES)
@of_each_operation
async def test_a_body_of_another_shape_changes_no_class(
    operation: Operation, shape: str, client: Any, httpx2_mock: respx.Router
) -> None:
    content, body, detail = ODD_BODIES[shape]
    statuses = [min(operation.errors), 422 if 422 in operation.errors else 403, 500, 503, 429]
    route = httpx2_mock.route()
    for status in statuses:
        route.mock(httpx.Response(status, content=content))
        error = await failed(client, operation)
        assert type(error) is CLASSES[status]
        assert (error.status, error.body, error.detail, error.documented) == (status, body, detail, True)
    assert route.call_count == len(statuses)


@of_each_operation
async def test_a_success_that_cannot_be_read_is_an_error_of_its_own(
    operation: Operation, client: Any, httpx2_mock: respx.Router
) -> None:
    status, _ = operation.success
    route = httpx2_mock.route()
    for content in UNREADABLE:
        route.mock(httpx.Response(status, content=content))
        error = await failed(client, operation)
        assert type(error) is fox.ResponseDecodeError
        assert (error.status, error.attempts) == (status, 1)
        assert error.path_in_body == ("data" if content.startswith(b'{"data": ') and content.endswith(b"}") else None)
    assert route.call_count == len(UNREADABLE)


@of_each_operation
async def test_an_answer_without_content_is_a_success_of_deletions_alone(
    operation: Operation, client: Any, httpx2_mock: respx.Router
) -> None:
    httpx2_mock.route().mock(httpx.Response(204))
    if isinstance(operation.result, dict):
        removal = "remove_" in operation.call
        gone = fox.Deletion(id=list(operation.path_values.values())[-1], deleted=True)
        assert await called_by_example(client, operation) == (fox.Removal(removed=True) if removal else gone)
    else:
        assert type(await failed(client, operation)) is fox.ResponseDecodeError


@of_each_operation
async def test_what_is_gone_at_the_second_attempt_is_a_success_of_deletions_alone(
    operation: Operation, client: Any, httpx2_mock: respx.Router
) -> None:
    route = httpx2_mock.route()
    at_once = {"Retry-After": "0"}
    route.mock(side_effect=[httpx.Response(503, headers=at_once), httpx.Response(404, json={"detail": "Not found"})])
    patient = client.with_options(retry=fox.RetryPolicy(max_attempts=2))
    if operation.method == "DELETE":
        await called_by_example(patient, operation)
        assert route.call_count == 2
    else:
        with pytest.raises(fox.StatusError):
            await called_by_example(patient, operation)

"""Calls that the spec does not have: checked, sent and repeated like any other."""

from __future__ import annotations

import logging
from collections.abc import Callable
from datetime import UTC, datetime
from typing import Any

import foxreach_client as fox
import httpx
import httpx2
import pytest
import respx

from tests.client.flavours import KEY, check_headers, new_client, requests_of, response, settled

OK = {"data": [1, None, {"a": 0.5}]}
AT_ONCE = {"Retry_After": "0"}


async def test_a_request_is_sent_as_it_is_given_and_its_body_is_values_of_json(
    client: Any, httpx2_mock: respx.Router
) -> None:
    route = httpx2_mock.route().mock(response(200, OK))
    query = {"a b": "ü&", "n": 5, "yes": True, "none": None, "each": ["x", 1.5]}
    reply = await settled(client.request("post", "/new/%C3%BC:1", query=query, body={"a": ["ü", None]}))
    (request,) = requests_of(route)
    assert (request.method, request.url.raw_path.decode()) == (
        "POST",
        "/api/v1/new/%C3%BC:1?a%20b=%C3%BC%26&n=5&yes=true&each=x&each=1.5",
    )
    assert request.content == '{"a":["ü",null]}'.encode()
    check_headers(request.headers, request.content, has_body=True, method="POST")
    assert (reply.status, reply.parse(), reply.envelope, reply.documented) == (200, OK, OK, False)
    assert (reply.rate_limit.limit, reply.attempts) == (100, 1)


@pytest.mark.parametrize("method", ["GET", "HEAD", "OPTIONS", "DELETE"])
async def test_a_method_without_content_sends_none(method: str, client: Any, httpx2_mock: respx.Router) -> None:
    route = httpx2_mock.route().mock(response(204))
    reply = await settled(client.request(method, "/leads"))
    (request,) = requests_of(route)
    check_headers(request.headers, request.content, has_body=False, method=method)
    assert (request.method, reply.parse()) == (method, None)


@pytest.mark.parametrize(
    ("body", "content"),
    [
        (None, b"null"),
        (5, b"5"),
        ("ü", '"ü"'.encode()),
        ([], b"[]"),
        ({}, b"{}"),
        (fox.LeadUpdate(first_name="Jane", company=None), b'{"firstName":"Jane","company":null}'),
    ],
    ids=repr,
)
async def test_any_value_of_json_and_any_model_can_be_a_body(
    body: object, content: bytes, client: Any, httpx2_mock: respx.Router
) -> None:
    route = httpx2_mock.route().mock(response(200, OK))
    await settled(client.request("PUT", "/new", body=body))
    assert requests_of(route)[0].content == content


@pytest.mark.parametrize(
    ("method", "repeat", "attempts"),
    [
        *((method, None, 3) for method in ("GET", "HEAD", "OPTIONS", "PUT", "DELETE")),
        *((method, None, 1) for method in ("POST", "PATCH")),
        ("PATCH", "idempotent", 3),
        ("POST", "safe", 3),
        ("GET", "never", 1),
    ],
)
async def test_a_method_is_repeated_as_the_rfc_says_unless_the_caller_says_otherwise(
    method: str, repeat: Any, attempts: int, flavour: str, httpx2_mock: respx.Router
) -> None:
    route = httpx2_mock.route().mock(response(503, {"detail": "Away"}, **AT_ONCE))
    client = new_client(flavour, retry=fox.RetryPolicy(max_attempts=3, backoff_base=0.0))
    with pytest.raises(fox.ServerError) as caught:
        await settled(client.request(method, "/new/jane", repeat=repeat))
    assert (caught.value.attempts, route.call_count) == (attempts, attempts)
    assert caught.value.operation == f"{method} /new/…"
    await settled(client.close())


@pytest.mark.parametrize("repeat", [None, "safe"])
@pytest.mark.parametrize(
    "before", [httpx2.ReadTimeout("lost"), response(500, {"detail": "Failed"}, **AT_ONCE)], ids=repr
)
async def test_a_404_is_the_result_of_a_deletion_that_an_earlier_attempt_made(
    before: Any, repeat: Any, flavour: str, httpx2_mock: respx.Router
) -> None:
    route = httpx2_mock.route().mock(side_effect=[before, response(404, {"detail": "Not Found"})])
    client = new_client(flavour, retry=fox.RetryPolicy(backoff_base=0.0))
    reply = await settled(client.request("DELETE", "/new/1", repeat=repeat))
    assert (reply.status, reply.parse(), reply.repeated, route.call_count) == (404, None, True, 2)
    await settled(client.close())


@pytest.mark.parametrize(
    ("method", "before"),
    [
        ("DELETE", response(429, {"detail": "Wait"}, **AT_ONCE)),
        ("DELETE", httpx2.ConnectError("refused")),
        ("PUT", httpx2.ReadTimeout("lost")),
        ("GET", httpx2.ReadTimeout("lost")),
    ],
)
async def test_any_other_404_is_an_error(method: str, before: Any, flavour: str, httpx2_mock: respx.Router) -> None:
    httpx2_mock.route().mock(side_effect=[before, response(404, {"detail": "Not Found"})])
    client = new_client(flavour, retry=fox.RetryPolicy(backoff_base=0.0))
    with pytest.raises(fox.NotFoundError):
        await settled(client.request(method, "/new/1"))
    await settled(client.close())


async def test_a_long_path_is_shortened_in_the_name_of_the_call(client: Any, httpx2_mock: respx.Router) -> None:
    httpx2_mock.route().mock(response(404, {"detail": "Not Found"}))
    with pytest.raises(fox.NotFoundError) as caught:
        await settled(client.request("GET", f"/{'a' * 1000}"))
    assert caught.value.operation == "GET /…"


@pytest.mark.parametrize(
    ("status", "kind"), [(404, fox.NotFoundError), (409, fox.ConflictError), (418, fox.ClientError)]
)
async def test_an_error_status_raises_its_class(
    status: int, kind: type[fox.StatusError], client: Any, httpx2_mock: respx.Router
) -> None:
    httpx2_mock.route().mock(response(status, {"detail": "No"}))
    with pytest.raises(kind) as caught:
        await settled(client.request("GET", "/new"))
    assert (caught.value.status, caught.value.detail, caught.value.documented) == (status, "No", False)


async def test_a_body_that_is_not_json_is_an_error(client: Any, httpx2_mock: respx.Router) -> None:
    httpx2_mock.route().mock(httpx.Response(200, html="<p>jane"))
    with pytest.raises(fox.ResponseDecodeError, match="not JSON"):
        await settled(client.request("GET", "/new"))


BAD_PATHS = [
    "",
    "new",
    "//evil.test/x",
    "https://evil.test/",
    "/a//b",
    "/..",
    "/a/../b",
    "/./a",
    "/%2e%2e/a",
    "/a/%252e%252e",
    "/a/..%2Fb",
    "/a/%2e%2e%5cb",
    "/a?b=1",
    "/a#b",
    "/a\\..\\b",
    "/a b",
    "/ü",
    "/a\r\nX: 1",
    "/a%0d%0a",
    "/%zz",
    "/a%",
    "@evil.test",
    ":80/",
]
NO_TEXT: Any = 5
BAD: list[tuple[str, Callable[[Any], Any]]] = [
    *((f"path {path!r}", lambda client, path=path: client.request("GET", path)) for path in BAD_PATHS),
    ("path of no text", lambda client: client.request("GET", NO_TEXT)),
    ("method", lambda client: client.request("GE T", "/a")),
    ("method TRACE", lambda client: client.request("TRACE", "/a")),
    ("method of no text", lambda client: client.request(NO_TEXT, "/a")),
    ("repeat", lambda client: client.request("GET", "/a", repeat="always")),
    ("query", lambda client: client.request("GET", "/a", query="a=1")),
    ("query bytes", lambda client: client.request("GET", "/a", query={"a": b"1"})),
    ("query dict", lambda client: client.request("GET", "/a", query={"a": {"b": "1"}})),
    ("query nan", lambda client: client.request("GET", "/a", query={"a": float("nan")})),
    ("query surrogate", lambda client: client.request("GET", "/a", query={"a": "\ud800"})),
    ("query name", lambda client: client.request("GET", "/a", query={5: "1"})),
    ("body set", lambda client: client.request("POST", "/a", body={"a": {1}})),
    ("body bytes", lambda client: client.request("POST", "/a", body=b"{}")),
    ("body time", lambda client: client.request("POST", "/a", body=datetime(2026, 1, 1, tzinfo=UTC))),
    ("body nan", lambda client: client.request("POST", "/a", body=[float("inf")])),
    ("body model", lambda client: client.request("POST", "/a", body=fox.LeadCreate(email=NO_TEXT))),
]


@pytest.mark.parametrize("call", [call for _, call in BAD], ids=[name for name, _ in BAD])
async def test_what_cannot_be_sent_is_refused_before_any_io(
    call: Callable[[Any], Any], client: Any, httpx2_mock: respx.Router
) -> None:
    with pytest.raises((ValueError, TypeError), match=r"^request") as caught:
        await settled(call(client))
    assert caught.value.__context__ is None
    assert "evil" not in str(caught.value)
    assert not httpx2_mock.calls


async def test_headers_are_added_and_the_key_cannot_be_replaced(client: Any, httpx2_mock: respx.Router) -> None:
    route = httpx2_mock.route().mock(response(200, OK))
    await settled(client.request("GET", "/new", headers={"X-Trace": "1"}))
    await settled(client.request("GET", "/new"))
    assert [request.headers.get("x-trace") for request in requests_of(route)] == ["1", None]
    assert {request.headers["x-api-key"] for request in requests_of(route)} == {KEY}
    for headers in ({"x-api-key": "otr_other"}, {"X-Trace": "1\r\nX-Evil: 1"}, {"Host": "evil.test"}):
        with pytest.raises(fox.ConfigurationError, match=r"^headers"):
            await settled(client.request("GET", "/new", headers=headers))
    assert route.call_count == 2


async def test_a_log_shows_the_first_segment_of_the_path_alone(
    client: Any, httpx2_mock: respx.Router, caplog: pytest.LogCaptureFixture
) -> None:
    httpx2_mock.route().mock(response(200, OK))
    with caplog.at_level(logging.DEBUG):
        await settled(client.request("GET", "/leads/jane@example.com", query={"search": "jane"}))
        await settled(client.request("GET", "/jane@example.com"))
    assert "GET /leads/…" in caplog.text
    assert "jane" not in caplog.text


async def test_a_request_beyond_the_spec_is_not_compared_with_it(flavour: str, httpx2_mock: respx.Router) -> None:
    httpx2_mock.route().mock(httpx.Response(200, json={"anything": 1}))
    found: list[object] = []
    client = new_client(flavour, on_difference=found.append, sample=1)
    await settled(client.request("GET", "/new-endpoint"))
    assert found == []

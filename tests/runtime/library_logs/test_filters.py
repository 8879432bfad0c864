"""What the libraries below log of a call: no ids, no query, where e-mail addresses are, and no header."""

from __future__ import annotations

import logging
from collections.abc import Callable
from contextlib import suppress
from typing import Any

import anyio
import httpx2
import pytest
from foxreach_runtime.errors import FoxReachError
from foxreach_runtime.options.retry_policy import RetryPolicy

from ..flavours import World, reply
from ..loopback import serving
from ..sample import EMAIL, GET, KEY, LEAD, Client, ClientAsync, leads_list

META = {"page": 1, "pageSize": 20, "total": 1, "totalPages": 1}


def test_no_log_of_any_library_has_an_id_or_a_query(
    world: Callable[..., World], caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    here = world(reply(200, {"data": [LEAD], "meta": META}), reply(200, {"data": LEAD}))
    here.run(leads_list(email=EMAIL))
    here.run(GET)
    assert [str(request.url).partition("/v1")[2] for request in here.sent] == [
        "/leads?email=jane%40example.com",
        "/leads/cld_1",
    ]
    assert 'HTTP Request: GET https://api.test/… "HTTP/1.1 200 OK"' in caplog.text
    for secret in ("jane", "cld_1", KEY):
        assert secret not in caplog.text


def test_other_calls_of_httpx2_are_logged_as_ever(caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.INFO)
    with httpx2.Client(transport=httpx2.MockTransport(lambda request: httpx2.Response(200))) as client:
        client.get("https://other.test/a?b=c")
    assert 'HTTP Request: GET https://other.test/a?b=c "HTTP/1.1 200 OK"' in caplog.text


def calling(flavour: str, url: str, call: Any) -> None:
    """Make a call without retries, and drop its error."""
    given: dict[str, Any] = {"api_key": KEY, "base_url": url, "retry": RetryPolicy(max_attempts=1)}

    async def main() -> None:
        async with ClientAsync(**given) as client:
            with suppress(FoxReachError):
                await client._transport.run(call)  # pyright: ignore[reportPrivateUsage]

    if flavour == "sync":
        with Client(**given) as client, suppress(FoxReachError):
            client._transport.run(call)  # pyright: ignore[reportPrivateUsage]
    else:
        anyio.run(main, backend=flavour)


ANSWERS = {
    "headers": b"HTTP/1.1 302 %b\r\nlocation: /?email=%b\r\nset-cookie: a=%b\r\ncontent-length: 0\r\n\r\n",
    "a broken status line": b"HTTP/1.1 %b %b %b\r\n\r\n",
    "a broken body": b"HTTP/1.1 200 X\r\ntransfer-encoding: chunked\r\n\r\n%b %b %b\r\n",
}


@pytest.mark.parametrize("flavour", ["sync", "asyncio", "trio"])
@pytest.mark.parametrize("answer", ANSWERS.values(), ids=ANSWERS.keys())
def test_no_log_of_any_library_has_a_byte_of_an_answer(
    flavour: str, answer: bytes, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    with serving(lambda connection: connection.sendall(answer % ((KEY.encode(),) * 3))) as server:
        calling(flavour, server.url, GET)
    assert "send_request_headers.started request=<Request [b'GET']>" in caplog.messages
    assert any(message.startswith("receive_response_") for message in caplog.messages)
    assert KEY not in caplog.text


def test_other_calls_of_httpcore2_are_logged_as_ever(caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.DEBUG)
    with serving(lambda connection: connection.sendall(ANSWERS["headers"] % ((b"theirs",) * 3))) as server:
        httpx2.get(server.url)
    assert "set-cookie" in caplog.text


@pytest.mark.parametrize(
    ("library", "line", "left"),
    [
        ("httpcore2.socks", "setup.started auth=(b'user', b'5ecret')", ["setup.started"]),
        ("httpcore2.http2", "receive.complete return_value=(200, [])", ["receive.complete"]),
        ("httpcore2.http2", "receive.failed exception=ValueError('5ecret')", ["receive.failed exception=ValueError"]),
        ("hpack.hpack", "Encoding [(b'x-api-key', b'otr_5ecret')]", []),
        ("hpack.table", "Adding (b'x-api-key', b'otr_5ecret')", []),
    ],
)
def test_libraries_that_few_clients_use_log_no_secret_either(
    world: Callable[..., World], library: str, line: str, left: list[str], caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)

    def answered(request: httpx2.Request) -> httpx2.Response:
        logging.getLogger(library).debug(line)
        return httpx2.Response(200, json={"data": LEAD})

    world(answered).run(GET)
    logging.getLogger(library).debug(line)
    assert [record.getMessage() for record in caplog.records if record.name == library] == [*left, line]

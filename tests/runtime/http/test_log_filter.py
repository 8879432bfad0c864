"""What httpx2 itself logs of a call: neither its ids nor its query, where e-mail addresses are."""

from __future__ import annotations

import logging
from collections.abc import Callable

import httpx2
import pytest

from ..flavours import World, reply
from ..sample import EMAIL, GET, KEY, LEAD, leads_list

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

"""Options of a client: the key and the address, environment variables, `with_options`, closing."""

from __future__ import annotations

from typing import Any

import foxreach_client as fox
import httpx2
import pytest
import respx

from tests.client.cases import BY_CALL, OPERATIONS, Operation
from tests.client.flavours import FLAVOURS, KEY, called_by_example, listed, new_client, requests_of, response, settled

STATS = BY_CALL["inbox.stats"]
EXAMPLE = STATS.success[1].example
AT_ONCE = {"Retry_After": "0"}  # zero is a value: wait no time


async def test_with_options_changes_what_it_names_and_nothing_else(client: Any, httpx2_mock: respx.Router) -> None:
    route = httpx2_mock.route().mock(response(200, EXAMPLE))
    other = client.with_options(timeout=7.0, headers={"X-Trace": "1"})
    await settled(other.inbox.stats())
    changed = route.calls.last.request
    await settled(client.inbox.stats())
    original = route.calls.last.request
    assert type(other) is type(client)
    assert changed.extensions["timeout"] == {"connect": 5.0, "read": 7.0, "write": 7.0, "pool": 7.0}
    assert original.extensions["timeout"] == {"connect": 5.0, "read": 30.0, "write": 30.0, "pool": 30.0}
    assert changed.headers["x-trace"] == "1"
    assert {**original.headers, "x-trace": "1"} == dict(changed.headers)


async def test_resources_that_were_used_before_with_options_have_the_new_options(
    client: Any, httpx2_mock: respx.Router
) -> None:
    route = httpx2_mock.route().mock(response(200, EXAMPLE))
    await settled(client.inbox.stats())
    await settled(client.with_raw_response.inbox.stats())
    other = client.with_options(headers={"X-Trace": "1"})
    await settled(other.inbox.stats())
    await settled(other.with_raw_response.inbox.stats())
    assert [request.headers.get("x-trace") for request in requests_of(route)] == [None, None, "1", "1"]


async def test_headers_of_with_options_are_added_to_those_there_are(client: Any, httpx2_mock: respx.Router) -> None:
    route = httpx2_mock.route().mock(response(200, EXAMPLE))
    other = client.with_options(headers={"X-One": "1", "X-Two": "2"}).with_options(headers={"X-Two": "3"})
    await settled(other.inbox.stats())
    assert (route.calls.last.request.headers["x-one"], route.calls.last.request.headers["x-two"]) == ("1", "3")


async def test_with_options_changes_the_retries(client: Any, httpx2_mock: respx.Router) -> None:
    route = httpx2_mock.route().mock(
        side_effect=[response(503, **AT_ONCE), response(503, **AT_ONCE), response(200, EXAMPLE)]
    )
    patient = client.with_options(retry=fox.RetryPolicy(max_attempts=3, backoff_base=0.0))
    reply = await settled(patient.with_raw_response.inbox.stats())
    assert (reply.attempts, route.call_count) == (3, 3)


@pytest.mark.parametrize("operation", OPERATIONS, ids=str)
async def test_only_what_may_be_repeated_is_repeated_after_a_503(
    operation: Operation, flavour: str, httpx2_mock: respx.Router
) -> None:
    route = httpx2_mock.route().mock(response(503, {"detail": "Away"}, **AT_ONCE))
    retry = fox.RetryPolicy(max_attempts=3, backoff_base=0.0)
    client = new_client(flavour, retry=retry)  # a new one has its own budget of retries
    with pytest.raises(fox.ServerError) as caught:
        await called_by_example(client, operation)
    acts = operation.method == "POST" and operation.call != "leads.import_leads"
    assert caught.value.attempts == route.call_count == (1 if acts else 3)
    assert len({(request.url.raw_path, request.content) for request in requests_of(route)}) == 1
    await settled(client.close())


@pytest.mark.parametrize("operation", OPERATIONS, ids=str)
async def test_everything_is_repeated_after_a_429(
    operation: Operation, flavour: str, httpx2_mock: respx.Router
) -> None:
    status, reply = operation.success
    route = httpx2_mock.route().mock(side_effect=[response(429, **AT_ONCE), response(status, reply.example)])
    client = new_client(flavour, retry=fox.RetryPolicy(max_attempts=2))
    await called_by_example(client, operation)
    assert route.call_count == 2
    await settled(client.close())


async def test_a_closed_client_says_so_and_so_does_what_was_made_of_it(flavour: str) -> None:
    client = new_client(flavour)
    other = client.with_options(timeout=1.0)
    await settled(client.close())
    await settled(client.close())
    for closed in (client, other, client.with_raw_response):
        with pytest.raises(fox.ClientClosedError, match=r"inbox\.stats: the client is closed"):
            await settled(closed.inbox.stats())
    with pytest.raises(fox.ClientClosedError, match=r"leads\.list"):
        await listed(client.leads.list())


async def test_a_context_manager_closes_the_client(flavour: str, httpx2_mock: respx.Router) -> None:
    httpx2_mock.route().mock(response(200, EXAMPLE))
    client = new_client(flavour)
    if flavour == "sync":
        with client as entered:
            entered.inbox.stats()
    else:
        async with client as entered:
            await entered.inbox.stats()
    assert entered is client
    with pytest.raises(fox.ClientClosedError):
        await settled(client.inbox.stats())


async def test_an_http_client_of_ones_own_is_used_and_stays_open(flavour: str) -> None:
    seen: list[httpx2.Request] = []

    def answer(request: httpx2.Request) -> httpx2.Response:
        seen.append(request)
        return httpx2.Response(200, json=EXAMPLE)

    transport = httpx2.MockTransport(answer)
    own = httpx2.Client(transport=transport) if flavour == "sync" else httpx2.AsyncClient(transport=transport)
    client = new_client(flavour, http_client=own)
    await settled(client.inbox.stats())
    await settled(client.with_options(timeout=1.0).inbox.stats())
    await settled(client.close())
    assert len(seen) == 2
    assert not own.is_closed
    if isinstance(own, httpx2.Client):
        own.close()
    else:
        await own.aclose()


async def test_key_and_address_come_from_the_environment_unless_they_are_given(
    flavour: str, monkeypatch: pytest.MonkeyPatch, httpx2_mock: respx.Router
) -> None:
    monkeypatch.setenv("FOXREACH_API_KEY", "otr_from_environment")
    monkeypatch.setenv("FOXREACH_BASE_URL", "https://env.example/v9/")
    route = httpx2_mock.route().mock(response(200, EXAMPLE))
    await settled(FLAVOURS[flavour]().inbox.stats())
    request = route.calls.last.request
    assert (str(request.url), request.headers["x-api-key"]) == (
        "https://env.example/v9/inbox/stats",
        "otr_from_environment",
    )
    await settled(FLAVOURS[flavour](api_key=KEY, base_url="http://127.0.0.1:8080").inbox.stats())
    request = route.calls.last.request
    assert (str(request.url), request.headers["x-api-key"]) == ("http://127.0.0.1:8080/inbox/stats", KEY)


BAD_OPTIONS: list[dict[str, Any]] = [
    {"api_key": ""},
    {"api_key": "otr_5ecretKey\n"},
    {"api_key": "otr_5ecret Key"},
    {"api_key": "otr_5ecretKéy"},
    {"base_url": "http://api.foxreach.io/api/v1"},
    {"base_url": "api.foxreach.io"},
    {"base_url": ""},
    {"base_url": "https://user:otr_5ecretKey@api.foxreach.io"},
    {"timeout": 0},
    {"timeout": float("nan")},
    {"headers": {"X-API-Key": "otr_other"}},
    {"headers": {"X-Trace": "1\r\nX-Evil: 1"}},
]


@pytest.mark.parametrize("options", BAD_OPTIONS, ids=str)
def test_an_option_that_cannot_work_is_refused_at_construction(
    options: dict[str, Any], flavour: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("FOXREACH_API_KEY", raising=False)
    with pytest.raises(fox.ConfigurationError) as caught:
        FLAVOURS[flavour](**{"api_key": KEY, **options})
    assert "5ecret" not in str(caught.value)


def test_a_missing_key_is_refused_at_construction(flavour: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("FOXREACH_API_KEY", raising=False)
    with pytest.raises(fox.ConfigurationError, match=r"api_key=.*FOXREACH_API_KEY"):
        FLAVOURS[flavour]()

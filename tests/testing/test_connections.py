"""Calls that would leave the machine: a plain respx does not stop them, and the fixtures warn about them."""

from __future__ import annotations

from collections.abc import Awaitable, Iterable
from typing import Any

import foxreach_client as fox
import httpcore2
import pytest
import respx
from foxreach_client.testing import RealHostWarning
from foxreach_runtime.http.connecting import AsyncBackend, Backend
from foxreach_testing.connections import warn_about_real_hosts

from tests.client.flavours import settled

REAL = "https://foxreach.example.com/api/v1"
ONCE = fox.RetryPolicy(max_attempts=1)
CLIENTS = ["foxreach", "foxreach_async", "foxreach_server"]
FLAVOURS = pytest.mark.parametrize("kind", [fox.FoxReach, fox.AsyncFoxReach])


@pytest.fixture(autouse=True)
def no_network(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Refuse connections, and return the hosts to which they would have gone."""
    hosts = list[str]()

    def refuse(_: Any, host: str, *args: Any, **options: Any) -> Any:
        hosts.append(host)
        raise httpcore2.ConnectError("refused")

    async def refuse_async(_: Any, host: str, *args: Any, **options: Any) -> Any:
        return refuse(_, host)

    monkeypatch.setattr("foxreach_testing.connections._CONNECT", refuse)
    monkeypatch.setattr("foxreach_testing.connections._ASYNC_CONNECT", refuse_async)
    monkeypatch.setattr(Backend, "connect_tcp", refuse)
    monkeypatch.setattr(AsyncBackend, "connect_tcp", refuse_async)
    return hosts


async def get(kind: type[Any], url: str) -> None:
    """Fail to get a lead."""
    client = kind(api_key="otr_any", base_url=url, retry=ONCE)
    with pytest.raises(fox.NotSentError):
        await settled(client.leads.get("cld_1"))
    closing: Awaitable[None] | None = client.close()
    if closing is not None:
        await closing


@FLAVOURS
@pytest.mark.parametrize("fixtures", [*([each] for each in CLIENTS), CLIENTS], ids=str)
async def test_a_client_of_another_host_is_named_once_per_connection(
    request: pytest.FixtureRequest, no_network: list[str], fixtures: Iterable[str], kind: type[Any]
) -> None:
    for fixture in fixtures:
        request.getfixturevalue(fixture)
    with pytest.warns(RealHostWarning, match="connects to foxreach.example.com, which is neither") as warned:
        await get(kind, REAL)
    assert len(warned) == 1
    assert no_network == ["foxreach.example.com"]


@FLAVOURS
async def test_a_warning_that_is_an_error_stops_the_call(
    foxreach: fox.FoxReach, no_network: list[str], kind: type[Any]
) -> None:
    client = kind(api_key="otr_any", base_url=REAL, retry=ONCE)
    with pytest.raises(RealHostWarning):  # The settings of this repository make each warning an error.
        await settled(client.leads.get("cld_1"))
    assert no_network == []


@FLAVOURS
@pytest.mark.parametrize("host", ["127.0.0.1", "localhost", "[::1]"])
async def test_this_machine_is_not_warned_about(foxreach: fox.FoxReach, host: str, kind: type[Any]) -> None:
    await get(kind, f"http://{host}:9/api/v1")


def test_after_the_fixtures_connections_are_made_as_before() -> None:
    before = Backend.connect_tcp, AsyncBackend.connect_tcp
    with warn_about_real_hosts():
        assert (Backend.connect_tcp, AsyncBackend.connect_tcp) != before
    assert (Backend.connect_tcp, AsyncBackend.connect_tcp) == before


@pytest.mark.parametrize(("using", "seen"), [("httpx", False), ("httpcore", False), ("httpcore2", True)])
def test_only_respx_for_httpcore2_sees_the_calls(no_network: list[str], using: str, *, seen: bool) -> None:
    url = "http://127.0.0.1:9/api/v1"
    with (
        respx.MockRouter(using=using, assert_all_called=False) as mock,
        fox.FoxReach(api_key="otr_any", base_url=url, retry=ONCE) as client,
    ):
        route: respx.Route = mock.get(f"{url}/leads/cld_1").respond(404, json={"detail": "Not found"})
        with pytest.raises(fox.NotFoundError if seen else fox.NotSentError):
            client.leads.get("cld_1")
    assert route.called is seen
    assert no_network == ([] if seen else ["127.0.0.1"])

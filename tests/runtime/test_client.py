from __future__ import annotations

import pickle
from functools import cached_property
from typing import Any

import anyio
import httpx2
import pytest
from foxreach_runtime.errors import ClientClosedError, ConfigurationError
from foxreach_runtime.options.retry_policy import RetryPolicy

from .sample import GET, KEY, LEAD, Client, ClientAsync

BOTH = pytest.mark.parametrize("kind", [Client, ClientAsync])
Kind = type[Client] | type[ClientAsync]


@pytest.fixture(autouse=True)
def environment(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("FOXREACH_API_KEY", raising=False)
    monkeypatch.delenv("FOXREACH_BASE_URL", raising=False)


def options(client: Client | ClientAsync) -> Any:
    return client._transport.options  # pyright: ignore[reportPrivateUsage]


@BOTH
def test_key_and_address_come_from_the_environment(kind: Kind, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("FOXREACH_API_KEY", KEY)
    monkeypatch.setenv("FOXREACH_BASE_URL", "https://other.test/v2/")
    assert (options(kind()).key, options(kind()).base_url) == (KEY, "https://other.test/v2")
    assert options(kind(api_key="otr_given", base_url="https://given.test")).key == "otr_given"
    assert options(kind(api_key="otr_given", base_url="https://given.test")).base_url == "https://given.test"


@BOTH
@pytest.mark.parametrize("key", ["", " ", "otr_x\n", "otr x", "otr_é", "otr_\x00", "\totr"])
def test_a_key_that_cannot_work_is_refused_without_quoting_it(kind: Kind, key: str) -> None:
    with pytest.raises(ConfigurationError) as error:
        kind(api_key=key)
    assert not key.strip() or key not in str(error.value)


@BOTH
def test_a_missing_key_names_argument_and_variable(kind: Kind) -> None:
    with pytest.raises(ConfigurationError, match=r"api_key= or set FOXREACH_API_KEY"):
        kind()


@pytest.mark.parametrize(
    "url",
    [
        "https://api.test",
        "https://api.test/v1/",
        "https://api.test:8443/v1",
        "http://localhost:8000",
        "http://127.0.0.1:1/api",
        "http://127.9.9.9",
        "http://[::1]:8000/v1",
        "https://[2001:db8::1]/v1",
    ],
)
def test_https_anywhere_and_http_to_this_machine_are_taken(url: str) -> None:
    assert options(Client(api_key=KEY, base_url=url)).base_url == url.rstrip("/")


@pytest.mark.parametrize(
    "url",
    [
        "",
        "api.test",
        "/v1",
        "http://api.test",
        "http://localhost.evil.test",
        "http://127.0.0.1.evil.test",
        "http://0.0.0.0",
        "http://10.0.0.1",
        "ftp://api.test",
        "https://user:word@api.test",
        "https://127.0.0.1@evil.test",
        "https://api.test?x=1",
        "https://api.test/?",
        "https://api.test#x",
        "https://api.test\\@evil.test",
        "https://api.test/ v1",
        "https://api.test\n",
        "https://é.test",
        "https://",
        "https://" + "a" * 64 + ".test",
        "https://api.test:port",
        "https://api.test:99999999",
    ],
)
def test_any_other_address_is_refused(url: str) -> None:
    with pytest.raises(ConfigurationError, match="base_url"):
        Client(api_key=KEY, base_url=url)


@BOTH
def test_the_key_is_in_no_repr(kind: Kind) -> None:
    client = kind(api_key=KEY)
    assert repr(client) == f"{kind.__name__}(base_url='https://api.test/v1')"
    assert KEY not in repr(options(client)) + repr(vars(client))


@BOTH
def test_a_client_is_not_pickled_because_its_key_would_be(kind: Kind) -> None:
    with pytest.raises(TypeError, match=r"cannot be pickled, since its API key") as error:
        pickle.dumps(kind(api_key=KEY))
    assert KEY not in str(error.value)


@pytest.mark.parametrize(
    "headers",
    [
        {"X-API-Key": "x"},
        {"x-api-key": "x"},
        {"Host": "x"},
        {"content-length": "1"},
        {"bad name": "x"},
        {"": "x"},
        {"X-A": "a\nb"},
        {"X-A": "é"},
        {"X-A": " padded "},
    ],
)
def test_headers_that_are_ours_or_cannot_be_sent_are_refused(headers: dict[str, str]) -> None:
    with pytest.raises(ConfigurationError, match="headers"):
        Client(api_key=KEY, headers=headers)
    with pytest.raises(ConfigurationError, match="headers"):
        Client(api_key=KEY).with_options(headers=headers)


@pytest.mark.parametrize("timeout", [0, -1, float("nan"), float("inf"), True])
def test_a_timeout_is_a_positive_number(timeout: float) -> None:
    with pytest.raises(ConfigurationError, match="timeout"):
        Client(api_key=KEY, timeout=timeout)


def test_a_number_is_for_every_step_but_connecting_has_five_seconds_at_most() -> None:
    assert options(Client(api_key=KEY)).timeout == httpx2.Timeout(30.0, connect=5.0)
    assert options(Client(api_key=KEY, timeout=60.0)).timeout == httpx2.Timeout(60.0, connect=5.0)
    assert options(Client(api_key=KEY, timeout=2.0)).timeout == httpx2.Timeout(2.0)
    assert options(Client(api_key=KEY, timeout=httpx2.Timeout(9.0))).timeout == httpx2.Timeout(9.0)


def answering(seen: list[httpx2.Request]) -> httpx2.MockTransport:
    def answer(request: httpx2.Request) -> httpx2.Response:
        seen.append(request)
        return httpx2.Response(200, json={"data": LEAD})

    return httpx2.MockTransport(answer)


def test_with_options_shares_the_connections_and_adds_headers() -> None:
    seen: list[httpx2.Request] = []
    with httpx2.Client(transport=answering(seen)) as given:
        client = Client(api_key=KEY, http_client=given, headers={"X-One": "1", "User-Agent": "mine"})
        other = client.with_options(timeout=5.0, retry=RetryPolicy(max_attempts=6), headers={"x-two": "2"})
        assert type(other) is Client
        for each in (client, other):
            assert each._transport.connections.client("x") is given  # pyright: ignore[reportPrivateUsage]
        other._transport.run(GET)  # pyright: ignore[reportPrivateUsage]
        client._transport.run(GET)  # pyright: ignore[reportPrivateUsage]
    changed, unchanged = seen
    assert (changed.headers["x-one"], changed.headers["x-two"], changed.headers["user-agent"]) == ("1", "2", "mine")
    assert changed.extensions["timeout"]["read"] == 5.0
    assert "x-two" not in unchanged.headers
    assert unchanged.extensions["timeout"]["read"] == 30.0
    assert (options(other).retry.max_attempts, options(client).retry.max_attempts) == (6, 4)


def test_a_closed_client_says_so_and_a_client_of_the_callers_own_stays_open() -> None:
    with httpx2.Client(transport=answering([])) as given:
        with Client(api_key=KEY, http_client=given) as client:
            other = client.with_options()
        for closed in (client, other):
            with pytest.raises(ClientClosedError, match=r"leads\.get"):
                closed._transport.run(GET)  # pyright: ignore[reportPrivateUsage]
        client.close()
        assert not given.is_closed


@BOTH
def test_a_context_manager_of_with_options_closes_that_client_and_not_its_parent(kind: Kind) -> None:
    async def main() -> None:
        async with (
            httpx2.AsyncClient(transport=answering([])) as given,
            ClientAsync(api_key=KEY, http_client=given) as client,
        ):
            async with client.with_options(timeout=5.0) as other, other.with_options(timeout=6.0) as third:
                await other._transport.run(GET)  # pyright: ignore[reportPrivateUsage]
            for closed in (other, third):
                with pytest.raises(ClientClosedError, match=r"leads\.get: the client is closed"):
                    await closed._transport.run(GET)  # pyright: ignore[reportPrivateUsage]
            assert (await client._transport.run(GET)).id == "cld_1"  # pyright: ignore[reportPrivateUsage]

    if kind is ClientAsync:
        anyio.run(main)
        return
    with httpx2.Client(transport=answering([])) as given, Client(api_key=KEY, http_client=given) as client:
        with client.with_options(timeout=5.0) as other, other.with_options(timeout=6.0) as third:
            other._transport.run(GET)  # pyright: ignore[reportPrivateUsage]
        for closed in (other, third):
            with pytest.raises(ClientClosedError, match=r"leads\.get: the client is closed"):
                closed._transport.run(GET)  # pyright: ignore[reportPrivateUsage]
        assert client._transport.run(GET).id == "cld_1"  # pyright: ignore[reportPrivateUsage]


def test_a_closed_async_client_says_so_too() -> None:
    async def main() -> None:
        async with httpx2.AsyncClient(transport=answering([])) as given:
            async with ClientAsync(api_key=KEY, http_client=given) as client:
                await client._transport.run(GET)  # pyright: ignore[reportPrivateUsage]
            with pytest.raises(ClientClosedError, match=r"leads\.get"):
                await client._transport.run(GET)  # pyright: ignore[reportPrivateUsage]
            assert not given.is_closed

    anyio.run(main)


def test_what_the_client_opened_it_closes() -> None:
    client = Client(api_key=KEY)
    opened = client._transport.connections.client("x")  # pyright: ignore[reportPrivateUsage]
    assert client._transport.connections.client("x") is opened  # pyright: ignore[reportPrivateUsage]
    client.close()
    assert opened.is_closed


def test_a_client_that_made_no_call_has_opened_nothing() -> None:
    client = Client(api_key=KEY)
    assert client._transport.connections._opener._client is None  # pyright: ignore[reportPrivateUsage]
    client.close()


@BOTH
def test_on_mismatch_is_raise_or_keep(kind: Kind) -> None:
    assert options(kind(api_key=KEY)).on_mismatch == "raise"
    assert options(kind(api_key=KEY, on_mismatch="keep")).on_mismatch == "keep"
    with pytest.raises(ConfigurationError, match="on_mismatch"):
        kind(api_key=KEY, on_mismatch="ignore")  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]


@BOTH
def test_with_options_keeps_what_a_subclass_set_and_makes_what_it_cached_anew(kind: Kind) -> None:
    base: Any = kind

    class Own(base):  # type: ignore[misc]
        def __init__(self, team: str, **given: Any) -> None:
            super().__init__(**given)  # pyright: ignore[reportUnknownMemberType]
            self.team = team

        @cached_property
        def read_timeout(self) -> float:
            return float(options(self).timeout.read)

    client = Own("sales", api_key=KEY)
    assert client.read_timeout == 30.0
    other = client.with_options(timeout=7.0)
    assert (type(other), other.team, other.read_timeout) == (Own, "sales", 7.0)
    other.team = "support"
    assert (client.team, client.read_timeout) == ("sales", 30.0)

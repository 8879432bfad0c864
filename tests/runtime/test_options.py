from __future__ import annotations

from typing import Any

import httpx2
import pytest
from foxreach_runtime.errors import ConfigurationError
from foxreach_runtime.retry import RetryPolicy

from .sample import KEY, Client, ClientAsync

BOTH = pytest.mark.parametrize("kind", [Client, ClientAsync])
Kind = type[Client] | type[ClientAsync]


@BOTH
@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("api_key", 5),
        ("base_url", b"https://api.test"),
        ("timeout", "5"),
        ("timeout", 1e300),  # more than a socket takes
        ("timeout", httpx2.Timeout(-5)),
        ("timeout", httpx2.Timeout(5, read=0)),
        ("timeout", httpx2.Timeout(5, pool=float("nan"))),
        ("retry", None),
        ("retry", 5),
        ("headers", {"X-A": 5}),
        ("headers", {b"X-A": "5"}),
        ("headers", [("X-A", "5")]),
        ("on_attempt", 5),
        ("limiter", 5),
        ("http_client", object()),
    ],
)
def test_an_option_of_another_type_is_refused_at_construction(kind: Kind, name: str, value: Any) -> None:
    given: dict[str, Any] = {"api_key": KEY, name: value}
    with pytest.raises(ConfigurationError, match="API key" if name == "api_key" else name):
        kind(**given)


@pytest.mark.parametrize(("name", "value"), [("retry", None), ("headers", 5), ("timeout", "5")])
def test_an_option_of_another_type_is_refused_by_with_options_too(name: str, value: Any) -> None:
    given: dict[str, Any] = {name: value}
    with pytest.raises(ConfigurationError, match=name):
        Client(api_key=KEY).with_options(**given)


@BOTH
def test_an_http_client_of_the_other_flavour_is_refused(kind: Kind) -> None:
    other: Any = httpx2.AsyncClient() if kind is Client else httpx2.Client()
    with pytest.raises(ConfigurationError, match="http_client"):
        kind(api_key=KEY, http_client=other)


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("deadline", "5"),
        ("deadline", float("inf")),  # no socket takes it
        ("deadline", float("nan")),
        ("longest_wait", None),
        ("longest_wait", 1e12),
        ("backoff_cap", "5"),
        ("budget", "5"),
        ("retry_cost", True),
    ],
)
def test_a_policy_that_cannot_work_is_refused(name: str, value: Any) -> None:
    given: dict[str, Any] = {name: value}
    with pytest.raises(ConfigurationError, match=f"RetryPolicy: {name}"):
        RetryPolicy(**given)


def test_a_header_replaces_the_one_of_that_name_in_any_case() -> None:
    client = Client(api_key=KEY, headers={"X-A": "1"})
    for name, value in (("x-a", "2"), ("X-A", "3"), ("X-a", "4")):
        client = client.with_options(headers={name: value})
        assert client._transport.options.headers == {"x-a": value}  # pyright: ignore[reportPrivateUsage]

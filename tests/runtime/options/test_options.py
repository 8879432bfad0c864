from __future__ import annotations

import linecache
import math
from collections.abc import Callable
from functools import partial
from typing import Any

import httpx2
import pytest
from foxreach_runtime.errors import ConfigurationError
from foxreach_runtime.options.retry_policy import RetryPolicy
from foxreach_runtime.options.timeout import Timeout
from foxreach_runtime.rate_limit.limiter import LocalLimiter
from foxreach_runtime.rate_limit.pacing import Quota
from foxreach_runtime.rate_limit.redis.limiter import RedisLimiter
from foxreach_runtime.telemetry.logs import AttemptEvent

from ..sample import KEY, Client, ClientAsync

BOTH = pytest.mark.parametrize("kind", [Client, ClientAsync])
Kind = type[Client] | type[ClientAsync]


# Values of every type and size that an option may be given; each case below names those that it takes.
VALUES: dict[str, Any] = {
    "negative": -1,
    "zero": 0,
    "whole": 5,
    "fraction": 0.5,
    "nan": math.nan,
    "infinite": math.inf,
    "huge": 1e300,  # more than a socket takes
    "a long whole number": 10**400,
    "true": True,
    "text": "5",
    "no text": "",
    "bytes": b"5",
    "null": None,
    "list": ["X-A"],
    "dict": {"X-A": 5},
    "dict of bytes": {b"X-A": "5"},
    "pairs": [("X-A", "5")],
    "object": object(),
}
NUMBERS = {"whole", "fraction"}
COUNTS = {"whole", "a long whole number"}


def client_of(kind: Kind) -> Callable[..., Any]:
    return partial(kind, api_key=KEY)


def redis(**given: Any) -> RedisLimiter:
    facts: dict[str, Any] = {"url": "redis://127.0.0.1:1/0", **given}
    return RedisLimiter(**facts)


ONE_CALL = (
    ("timeout", NUMBERS | {"null"}),
    ("retry", set[str]()),
    ("headers", {"null"}),
    ("on_attempt", {"null"}),
    ("on_wait", {"null"}),
    ("on_mismatch", set[str]()),
    ("on_difference", {"null"}),
    ("report_differences", set[str]()),
    ("sample", {"zero", "fraction"}),
)
CASES: list[tuple[Callable[..., Any], str, set[str]]] = [
    *((kind, "api_key", {"text"}) for kind in (Client, ClientAsync)),
    *((client_of(kind), "base_url", {"null"}) for kind in (Client, ClientAsync)),
    *((client_of(kind), "timeout", NUMBERS | {"null"}) for kind in (Client, ClientAsync)),
    *((client_of(kind), "retry", set[str]()) for kind in (Client, ClientAsync)),
    *((client_of(kind), "headers", {"null"}) for kind in (Client, ClientAsync)),
    *((client_of(kind), "on_attempt", {"null"}) for kind in (Client, ClientAsync)),
    *((client_of(kind), "on_wait", {"null"}) for kind in (Client, ClientAsync)),
    *((client_of(kind), "on_mismatch", set[str]()) for kind in (Client, ClientAsync)),
    *((client_of(kind), "on_difference", {"null"}) for kind in (Client, ClientAsync)),
    *((client_of(kind), "report_differences", set[str]()) for kind in (Client, ClientAsync)),
    *((client_of(kind), "pacing", {"null"}) for kind in (Client, ClientAsync)),
    *((client_of(kind), "limiter", {"null"}) for kind in (Client, ClientAsync)),
    *((client_of(kind), "http_client", {"null"}) for kind in (Client, ClientAsync)),
    *((client_of(kind), "allow_http", {"true"}) for kind in (Client, ClientAsync)),
    *((kind(api_key=KEY).with_options, name, taken) for kind in (Client, ClientAsync) for name, taken in ONE_CALL),
    *((Timeout, name, NUMBERS | {"null"}) for name in ("timeout", "connect", "read", "write", "pool")),
    (RetryPolicy, "max_attempts", COUNTS),
    (RetryPolicy, "deadline", NUMBERS | {"null"}),
    *((RetryPolicy, name, NUMBERS | {"zero"}) for name in ("longest_wait", "backoff_base", "backoff_cap")),
    (RetryPolicy, "budget", {"zero", "whole", "null"}),
    *((RetryPolicy, name, {"zero", "whole"}) for name in ("retry_cost", "throttled_cost")),
    (Quota, "calls", COUNTS),
    (Quota, "window", NUMBERS),
    (LocalLimiter, "pacing", set[str]()),
    (LocalLimiter, "quota", set[str]()),
    (LocalLimiter, "share", {"fraction"}),
    (redis, "url", set[str]()),
    (redis, "pacing", set[str]()),
    (redis, "on_failure", set[str]()),
    (redis, "local_share", {"fraction"}),
    (redis, "quota", set[str]()),
    *((redis, name, NUMBERS) for name in ("timeout", "pause")),
]


def name_of(case: object) -> str:
    return case if isinstance(case, str) else getattr(case, "__name__", "")


@pytest.mark.parametrize(("make", "name", "taken"), CASES, ids=name_of)
def test_an_option_of_another_type_or_out_of_range_is_refused_at_construction(
    make: Callable[..., Any], name: str, taken: set[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("FOXREACH_API_KEY", raising=False)
    words = {"api_key": "API key", "url": "address"}.get(name, name)
    for what, value in VALUES.items():
        if what in taken:
            make(**{name: value})
        else:
            with pytest.raises(ConfigurationError, match=words):
                pytest.fail(f"{name}={what} gave {make(**{name: value})!r}")


class _Listener:
    async def __call__(self, event: AttemptEvent) -> None: ...


async def listener(event: AttemptEvent) -> None: ...


@BOTH
@pytest.mark.parametrize("option", ["on_attempt", "on_wait", "on_difference"])
@pytest.mark.parametrize("wrong", [listener, _Listener(), partial(listener)])
def test_a_listener_that_would_have_to_be_awaited_is_refused(kind: Kind, wrong: Any, option: str) -> None:
    with pytest.raises(ConfigurationError, match=f"{option} must be a plain function"):
        kind(api_key=KEY, **{option: wrong})


@BOTH
def test_with_options_replaces_listeners_and_keeps_what_it_does_not_name(kind: Any) -> None:
    told: list[object] = []
    client = kind(api_key=KEY, on_wait=told.append, on_mismatch="keep")
    other = client.with_options(on_wait=None, on_attempt=told.append, on_mismatch="raise")
    assert (other._transport._context.on_wait, other._transport._context.keep) == (None, None)
    assert other._transport.options.on_attempt == told.append
    again = client.with_options(timeout=1.0)
    assert again._transport._context.on_wait == told.append
    assert again._transport._context.keep is client._transport._context.keep is not None


@BOTH
@pytest.mark.parametrize("how", ["argument", "environment"])
def test_http_to_another_host_has_to_be_allowed_and_warns_once(
    kind: Any, how: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    url = f"http://sandbox-{kind.__name__.lower()}-{how}:8000/api/v1"
    with pytest.raises(ConfigurationError, match="allow_http=True"):
        kind(api_key=KEY, base_url=url)
    allowed = {"allow_http": True} if how == "argument" else {}
    monkeypatch.setenv("FOXREACH_ALLOW_HTTP", "1" if how == "environment" else "0")
    with pytest.warns(UserWarning, match="not encrypted") as warned:
        client = kind(api_key=KEY, base_url=url, **allowed)
    kind(api_key=KEY, base_url=url, **allowed)  # A second warning would fail the test.
    assert [(warning.filename, KEY in str(warning.message)) for warning in warned] == [(__file__, False)]
    assert "client = kind(" in linecache.getline(__file__, warned[0].lineno)
    assert client._transport.options.base_url == url


@BOTH
@pytest.mark.parametrize("url", ["https://sandbox.test/api", "http://127.0.0.1:8000/api", "http://localhost:8000/api"])
def test_no_warning_for_an_address_that_needs_no_permission(kind: Any, url: str) -> None:
    assert kind(api_key=KEY, base_url=url, allow_http=True)._transport.options.base_url == url


@BOTH
def test_a_client_keeps_its_listeners_in_what_with_options_makes(kind: Any) -> None:
    told: list[object] = []
    other = kind(api_key=KEY, on_wait=told.append).with_options(timeout=1.0)
    assert other._transport._context.on_wait == told.append


@pytest.mark.parametrize("step", ["timeout", "connect", "read", "write", "pool"])
@pytest.mark.parametrize("value", [0, -5, math.nan, "3"])
def test_a_timeout_of_httpx2_is_checked_where_it_is_passed(step: str, value: Any) -> None:
    given: dict[str, Any] = {"timeout": 5, step: value}
    with pytest.raises(ConfigurationError, match="timeout must be a number"):
        Client(api_key=KEY, timeout=httpx2.Timeout(**given))


def test_a_step_that_a_timeout_does_not_name_has_its_default() -> None:
    assert Timeout(connect=3).as_dict() == {"connect": 3, "read": 30, "write": 30, "pool": 30}
    assert Timeout(read=None).as_dict() == {"connect": 5, "read": None, "write": 30, "pool": 30}
    assert Timeout(7, read=9).as_dict() == {"connect": 7, "read": 9, "write": 7, "pool": 7}
    assert Timeout(None).as_dict() == {"connect": None, "read": None, "write": None, "pool": None}
    client = Client(api_key=KEY, timeout=Timeout(connect=3))
    assert client._transport.options.timeout.connect == 3  # pyright: ignore[reportPrivateUsage]


@BOTH
def test_an_http_client_of_the_other_flavour_is_refused(kind: Kind) -> None:
    other: Any = httpx2.AsyncClient() if kind is Client else httpx2.Client()
    with pytest.raises(ConfigurationError, match="http_client"):
        kind(api_key=KEY, http_client=other)


def test_a_header_replaces_the_one_of_that_name_in_any_case() -> None:
    client = Client(api_key=KEY, headers={"X-A": "1"})
    for name, value in (("x-a", "2"), ("X-A", "3"), ("X-a", "4")):
        client = client.with_options(headers={name: value})
        assert client._transport.options.headers == {"x-a": value}  # pyright: ignore[reportPrivateUsage]

"""Headers that are arguments, and idempotency keys, on the wire: clients generated from golden cases, called."""

from __future__ import annotations

import pickle
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from types import ModuleType
from typing import Any
from uuid import UUID

import httpx2
import pytest
from foxreach_sandbox.clock import Clock
from foxreach_testing.clients import virtual_time

from tests.generator.test_wire import Server, called, flavours, package, packages

__all__ = ["packages"]
PET = {"data": {"name": "Rex"}}


@pytest.fixture(autouse=True)
def _no_waiting() -> Iterator[None]:
    with virtual_time(Clock()):
        yield


def own(request: httpx2.Request) -> list[tuple[bytes, bytes]]:
    """Return the headers of a request that a client without options and arguments does not send."""
    usual = {b"host", b"accept", b"accept-encoding", b"connection", b"user-agent", b"content-type", b"content-length"}
    return [(name, value) for name, value in request.headers.raw if name.lower() not in usual]


@flavours
def test_arguments_are_headers_of_their_types(packages: Path, flavour: str) -> None:
    made, server = package(packages, "headers"), Server(PET)
    values: dict[str, Any] = {"x_depth": 3, "x_rate": 1.5, "x_dry_run": False, "token": "abc"}
    values |= {"if_unmodified_since": date(2026, 1, 2), "kind": made.models.Kind.DOG, "kind_2": "cat"}
    values["x_tags"] = iter(["a", "b c"])
    called(made, flavour, server, "pets.create", x_tenant="größe", name="Rex", **values)
    called(made, flavour, server, "pets.get", "p1", x_tenant="t")
    first, second = server.requests
    assert first.url.raw_path == b"/v1/pets?kind=cat"
    assert own(first) == [
        (b"X-Pet-Key", b"otr_key"), (b"X-Tenant", b"gr\xf6\xdfe"), (b"kind", b"dog"), (b"X-Depth", b"3"),
        (b"X-Rate", b"1.5"), (b"X-Dry-Run", b"false"), (b"If-Unmodified-Since", b"2026-01-02"), (b"X-Tags", b"a,b c"),
        (b"x-token", b"abc"),
    ]  # fmt: skip
    assert own(second) == [(b"X-Pet-Key", b"otr_key"), (b"X-Tenant", b"t")]


@flavours
@pytest.mark.parametrize(
    ("argument", "value", "fault"),
    [
        ("x_tenant", "a\r\nX-Pet-Key: b", ValueError), ("x_tenant", "a\n", ValueError), ("x_tenant", " a", ValueError),
        ("x_tenant", "\u20ac", ValueError), ("x_tenant", "a\x00", ValueError), ("x_tenant", "\x85", ValueError),
        ("x_tenant", None, TypeError), ("x_tenant", b"a", TypeError), ("x_depth", 10, ValueError),
        ("x_depth", True, TypeError), ("x_depth", "1", TypeError), ("x_rate", float("nan"), ValueError),
        ("x_tags", ["a,b"], ValueError), ("x_tags", "ab", TypeError), ("x_tags", ["a", "b\n"], ValueError),
        ("x_dry_run", 1, TypeError), ("token", "A", ValueError), ("kind", 7, TypeError),
        ("if_unmodified_since", "today", ValueError),
    ],
)  # fmt: skip
def test_what_no_header_can_carry_is_refused_before_it_is_sent(
    packages: Path, flavour: str, argument: str, value: object, fault: type[Exception]
) -> None:
    made, server = package(packages, "headers"), Server(PET)
    with pytest.raises(fault, match=rf"pets\.create: {argument}") as caught:
        called(made, flavour, server, "pets.create", **{"x_tenant": "t", "name": "Rex", argument: value})
    assert server.requests == []
    assert "otr_key" not in str(caught.value)
    assert "X-Pet-Key" not in str(caught.value)


@flavours
def test_an_argument_replaces_a_header_of_the_client(packages: Path, flavour: str) -> None:
    made, server = package(packages, "headers"), Server(PET)
    with made.FoxReach(api_key="otr_key", http_client=httpx2.Client(transport=httpx2.MockTransport(server))) as client:
        client.with_options(headers={"x-tenant": "all", "x-other": "o"}).pets.get("p1", x_tenant="one")
    (request,) = server.requests
    assert own(request) == [(b"x-other", b"o"), (b"X-Pet-Key", b"otr_key"), (b"X-Tenant", b"one")]


def failing(statuses: list[int]) -> Server:
    """Return a server that answers with each of *statuses*, then with a pet."""

    class Failing(Server):
        def __call__(self, request: httpx2.Request) -> httpx2.Response:
            super().__call__(request)
            return httpx2.Response(statuses.pop(0), headers={"Retry-After": "0"}) if statuses else self.answered()

        def answered(self) -> httpx2.Response:
            return httpx2.Response(201, json=self.reply)

    return Failing(PET)


def keys(server: Server, name: str = "Idempotency-Key") -> list[str]:
    return [request.headers[name] for request in server.requests]


@flavours
def test_all_attempts_of_a_call_have_one_key_and_each_call_its_own(packages: Path, flavour: str) -> None:
    made, server = package(packages, "idempotency"), failing([503, 500])
    called(made, flavour, server, "pets.create", name="Rex")
    called(made, flavour, server, "pets.create", name="Rex")
    first, second, third, fourth = keys(server)
    assert first == second == third != fourth
    assert {UUID(first).version, UUID(fourth).version} == {4}


@flavours
def test_the_key_of_the_caller_is_sent_and_kept_in_the_error(packages: Path, flavour: str) -> None:
    made, server = package(packages, "idempotency"), failing([503] * 9)
    with pytest.raises(made.ServerError) as caught:
        called(made, flavour, server, "pets.create", {"name": "Rex"}, idempotency_key="order 7")
    assert keys(server) == ["order 7"] * 4
    error = pickle.loads(pickle.dumps(caught.value))  # noqa: S301
    assert error.idempotency_key == caught.value.idempotency_key == "order 7"
    assert "A repeat with the same key, error.idempotency_key, is safe." in str(error)
    assert "order 7" not in f"{error} {error!r}"


@flavours
def test_a_key_that_the_client_made_repeats_the_call(packages: Path, flavour: str) -> None:
    made, server = package(packages, "idempotency"), failing([503] * 4)
    with pytest.raises(made.ServerError) as caught:
        called(made, flavour, server, "pets.feed")
    called(made, flavour, server, "pets.feed", x_once=caught.value.idempotency_key)
    assert len(set(keys(server, "X-Once"))) == 1


@flavours
@pytest.mark.parametrize(
    ("value", "fault"), [("", ValueError), ("short", ValueError), ("a\nbcdefgh", ValueError), (12345678, TypeError)]
)
def test_a_key_that_cannot_be_sent_is_refused(
    packages: Path, flavour: str, value: object, fault: type[Exception]
) -> None:
    made, server = package(packages, "idempotency"), Server(PET)
    with pytest.raises(fault, match=r"pets\.feed: x_once"):
        called(made, flavour, server, "pets.feed", x_once=value)
    assert server.requests == []


def test_a_call_after_an_unknown_outcome_is_repeated_with_its_key(packages: Path) -> None:
    made: ModuleType = package(packages, "idempotency")
    seen: list[str] = []

    def answer(request: httpx2.Request) -> httpx2.Response:
        seen.append(request.headers["Idempotency-Key"])
        if len(seen) == 1:
            raise httpx2.ReadTimeout("late")
        return httpx2.Response(201, json=PET)

    with made.FoxReach(api_key="otr_key", http_client=httpx2.Client(transport=httpx2.MockTransport(answer))) as client:
        assert client.pets.create(name="Rex").name == "Rex"
    assert len(seen) == 2
    assert len(set(seen)) == 1

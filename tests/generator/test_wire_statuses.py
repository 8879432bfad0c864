"""Statuses on the wire: successes without content, and errors that share a reply; clients of a golden case, called."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import httpx2
import pytest
from foxreach_runtime.errors import StatusError
from foxreach_sandbox.clock import Clock
from foxreach_testing.clients import virtual_time

from tests.generator.test_wire import Server, called, flavours, package, packages, target
from tests.generator.test_wire_sandbox import mocked, sandboxed

__all__ = ["packages"]
PET = {"data": {"name": "Rex"}}


@pytest.fixture(autouse=True)
def _no_waiting() -> Iterator[None]:
    with virtual_time(Clock()):
        yield


class Bare:
    """Answers with each of *statuses* in turn, with *content*."""

    def __init__(self, *statuses: int, content: bytes = b"") -> None:
        self.statuses, self.content, self.requests = list(statuses), content, list[httpx2.Request]()

    def __call__(self, request: httpx2.Request) -> httpx2.Response:
        self.requests.append(request)
        return httpx2.Response(self.statuses.pop(0), content=self.content)


@flavours
@pytest.mark.parametrize(
    ("call", "status", "content"),
    [
        ("delete", 204, b""), ("wash", 202, b""), ("wash", 202, b"queued"), ("delete", 200, b'{"id": 1}'),
        ("wash", 205, b""),
    ],
)  # fmt: skip
def test_a_success_without_content_returns_nothing(
    packages: Path, flavour: str, call: str, status: int, content: bytes
) -> None:
    made, server = package(packages, "statuses"), Bare(status, content=content)
    answer: Any = server
    assert called(made, flavour, answer, f"pets.{call}", "p1") is None
    assert [target(request) for request in server.requests] == [f"{'DELETE' if call == 'delete' else 'POST'} /pets/p1"]
    assert server.requests[0].headers.get("content-length") == {"delete": None, "wash": "0"}[call]


@flavours
def test_a_deletion_that_is_repeated_and_finds_nothing_has_succeeded(packages: Path, flavour: str) -> None:
    made, answer = package(packages, "statuses"), Bare(503, 404)
    server: Any = answer
    assert called(made, flavour, server, "pets.delete", "p1") is None
    server = Bare(404)
    with pytest.raises(made.MissingError):
        called(made, flavour, server, "pets.delete", "p1")


@flavours
@pytest.mark.parametrize("status", [200, 201, 202])
def test_several_successes_have_one_result(packages: Path, flavour: str, status: int) -> None:
    made = package(packages, "statuses")
    assert called(made, flavour, Server(PET, status), "pets.create").name == "Rex"


@flavours
@pytest.mark.parametrize("call", ["create", "wash"])
def test_errors_of_a_family_have_its_body_and_those_with_a_key_their_own(
    packages: Path, flavour: str, call: str
) -> None:
    made, arguments = package(packages, "statuses"), [] if call == "create" else ["p1"]
    server = Server({"code": 7}, 418)
    with pytest.raises(made.ClientError) as caught:
        called(made, flavour, server, f"pets.{call}", *arguments)
    assert caught.value.body == made.models.Refusal(code=7)
    assert caught.value.documented
    server = Server({"detail": "Gone"} if call == "create" else {"code": 8}, 404)
    with pytest.raises(made.MissingError) as missing:
        called(made, flavour, server, f"pets.{call}", *arguments)
    own, shared = made.models.Failure(detail="Gone"), made.models.Refusal(code=8)
    assert missing.value.body == (own if call == "create" else shared)
    assert missing.value.documented


@flavours
def test_statuses_that_share_a_reply_raise_its_class(packages: Path, flavour: str) -> None:
    made = package(packages, "statuses")
    with pytest.raises(made.MissingError) as caught:
        called(made, flavour, Server({"detail": "Gone"}, 410), "pets.create")
    assert caught.value.status == 410
    assert caught.value.body == made.models.Failure(detail="Gone")


@pytest.mark.parametrize("status", [500, 503])
def test_default_covers_the_errors_of_the_server(packages: Path, status: int) -> None:
    made = package(packages, "statuses")
    with pytest.raises(made.ServerError) as caught:
        called(made, "sync", Server({"code": 9}, status), "pets.wash", "p1")
    assert caught.value.body == made.models.Refusal(code=9)


def test_the_sandbox_and_mocks_answer_without_content(packages: Path) -> None:
    with sandboxed(packages, "statuses") as (client, sandbox):
        assert client.pets.delete("p1") is client.pets.wash("p1") is None
        assert client.pets.create().name == "Rex"
        assert sandbox.state.statuses == {204: 1, 202: 1, 201: 1}
    with mocked(packages, "statuses") as (client, mock):
        mock.pets.delete.returns(None)
        mock.pets.wash.returns(None).fails(418)
        assert client.pets.delete("p1") is client.pets.wash("p1") is None
        with pytest.raises(StatusError, match="418") as caught:
            client.pets.wash("p1")
        assert caught.value.body.code == 8

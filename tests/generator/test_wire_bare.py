"""Replies and bodies that are no objects, on the wire, in a sandbox, and as mocks."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import httpx2
import pytest
from foxreach_runtime.errors import ResponseDecodeError
from foxreach_runtime.response.decoding import LARGE

from generator.rules import check
from generator.source.canonical import canonical
from tests.generator import cases
from tests.generator.test_wire import Server, called, flavours, package, packages
from tests.generator.test_wire_sandbox import mocked, sandboxed

__all__ = ["packages"]

REPLIES: dict[str, tuple[Any, Any]] = {
    "pets.count": (3, 3),
    "pets.facts": ({"legs": 4}, {"legs": 4}),
    "pets.anything": ([1, {"a": None}], [1, {"a": None}]),
}


@flavours
@pytest.mark.parametrize("call", REPLIES)
def test_a_reply_is_the_result(packages: Path, flavour: str, call: str) -> None:
    sent, wanted = REPLIES[call]
    assert called(package(packages, "bare"), flavour, Server(sent), call) == wanted


def test_null_is_a_reply_where_the_document_allows_it(packages: Path) -> None:
    transport = httpx2.MockTransport(lambda _: httpx2.Response(200, content=b"null"))
    with package(packages, "bare").FoxReach(
        api_key="otr_key", http_client=httpx2.Client(transport=transport)
    ) as client:
        assert (client.pets.oldest(), client.pets.anything()) == (None, None)
        with pytest.raises(ResponseDecodeError):
            client.pets.count()


@flavours
def test_a_list_is_read_as_models_however_long_it_is(packages: Path, flavour: str) -> None:
    made = package(packages, "bare")
    pet = made.models.Pet
    assert called(made, flavour, Server([{"id": 1}, {"id": 2}]), "pets.all") == [pet(id=1), pet(id=2)]
    many = [{"id": number, "name": "x" * 60} for number in range(4000)]
    assert len(json.dumps(many)) > LARGE
    assert called(made, flavour, Server(many), "pets.all")[3999] == pet(id=3999, name="x" * 60)
    many[7]["id"] = "seven"
    with pytest.raises(ResponseDecodeError) as caught:
        called(made, flavour, Server(many), "pets.all")
    assert caught.value.path_in_body == "[7].id"


def test_a_list_that_differs_is_kept_where_the_client_is_told_so(packages: Path) -> None:
    made = package(packages, "bare")
    http_client = httpx2.Client(transport=httpx2.MockTransport(Server([{"id": "a"}, {"id": 2}])))
    with made.FoxReach(api_key="otr_key", http_client=http_client, on_mismatch="keep") as client:
        assert [pet.id for pet in client.pets.all()] == ["a", 2]
        with pytest.raises(ResponseDecodeError):
            client.pets.count()


@flavours
def test_a_body_is_one_argument(packages: Path, flavour: str) -> None:
    made, server = package(packages, "bare"), Server([1, 2])
    pets = ({"id": 1}, made.models.Pet(id=2, name="Tom"))
    assert called(made, flavour, server, "pets.replace", body=iter(pets)) == [1, 2]
    (request,) = server.requests
    assert request.content == b'[{"id":1},{"id":2,"name":"Tom"}]'
    assert (request.method, request.headers["content-type"]) == ("PUT", "application/json")
    server = Server(None, 204)
    assert called(made, flavour, server, "pets.rename", names={"1": "Tom", "2": None}) is None
    assert server.requests[0].content == b'{"1":"Tom","2":null}'
    server = Server("2026-01-02T03:04:05Z")
    assert called(made, flavour, server, "pets.keep", body=[None]) == datetime(2026, 1, 2, 3, 4, 5, tzinfo=UTC)
    assert server.requests[0].content == b"[null]"


@flavours
def test_a_body_that_the_document_does_not_allow_is_not_sent(packages: Path, flavour: str) -> None:
    made, server = package(packages, "bare"), Server([])
    for pets, words in (
        ([], "body"),
        ([{"id": "x"}], r"body\[0\]\.id"),
        ("x", "body"),
        ([{"name": "Tom"}], r"body\[0\]"),
    ):
        with pytest.raises((TypeError, ValueError), match=f"pets.replace: {words}"):
            called(made, flavour, server, "pets.replace", body=pets)
    with pytest.raises((TypeError, ValueError), match=r"pets\.rename: names"):
        called(made, flavour, server, "pets.rename", names={"1": "x" * 10})
    with pytest.raises(TypeError, match=r"pets\.restore: backup"):
        called(made, flavour, server, "pets.restore", backup=None)
    assert server.requests == []


@flavours
def test_a_body_that_may_be_left_out_is_sent_if_an_argument_is_given(packages: Path, flavour: str) -> None:
    made, server = package(packages, "bare"), Server(None, 204)
    called(made, flavour, server, "pets.groom")
    called(made, flavour, server, "pets.feed")
    called(made, flavour, server, "pets.groom", brush="soft")
    called(made, flavour, server, "pets.groom", {"brush": "hard"})
    called(made, flavour, server, "pets.feed", ids=[])
    assert [each.content for each in server.requests] == [b"", b"", b'{"brush":"soft"}', b'{"brush":"hard"}', b"[]"]
    assert [each.headers.get("content-type") for each in server.requests[1:3]] == [None, "application/json"]
    with pytest.raises(TypeError, match="brush"):
        called(made, flavour, server, "pets.groom", soap=True)


@flavours
def test_a_file_is_the_body(packages: Path, flavour: str, tmp_path: Path) -> None:
    made, server = package(packages, "bare"), Server(None, 204)
    file = tmp_path / "backup.bin"
    file.write_bytes(b"\x00\x01")
    called(made, flavour, server, "pets.restore", backup=file, dry=True)
    called(made, flavour, server, "pets.restore", backup=made.Upload(b"{}", content_type="application/json"))
    kinds = [(each.content, each.headers["content-type"]) for each in server.requests]
    assert kinds == [(b"\x00\x01", "application/octet-stream"), (b"{}", "application/json")]
    assert server.requests[0].headers["content-length"] == "2"


def test_the_sandbox_and_mocks_answer(packages: Path) -> None:
    with sandboxed(packages, "bare") as (client, _):
        assert [pet.id for pet in client.pets.all()] == [1]
        assert (client.pets.count(), client.pets.facts()) == (3, {"legs": 4})
        assert client.pets.replace(body=[{"id": 4}]) == [1]
        assert client.pets.rename(names={"1": "Tom"}) is None
        assert client.pets.restore(backup=b"1") is None
        assert client.pets.groom() is client.pets.feed(ids=iter([1])) is None
    with mocked(packages, "bare") as (client, mock):
        mock.pets.replace.returns([7])
        mock.pets.count.returns(2)
        assert client.pets.replace(body=[{"id": 4}]) == [7]
        assert client.pets.count() == 2
        assert [[pet.id for pet in pets] for pets in mock.pets.replace.sent] == [[4]]
        with pytest.raises(TypeError, match="cannot answer"):
            mock.pets.replace.returns(["a"])


def test_an_operation_that_says_why_it_is_left_out_has_no_method() -> None:
    document = cases.document("bare")
    document.data["paths"]["/pets/count"]["get"]["x-omit"] = "Counts change before the reply is there."
    document.data["paths"]["/pets"]["patch"]["x-omit"] = "Names change too."
    assert check(document) == []
    paths = canonical(document).data["paths"]
    assert "/pets/count" not in paths
    assert paths["/pets"].keys() == {"get", "put"}

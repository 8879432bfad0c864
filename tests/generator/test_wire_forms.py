"""Forms on the wire: files, streamed and repeated, and typed fields; clients of a golden case, called."""

from __future__ import annotations

import importlib
import io
import os
import re
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from typing import Any

import httpx2
import pytest
from foxreach_runtime.files.source import CHUNK, Upload, content_of
from foxreach_sandbox.clock import Clock
from foxreach_testing.clients import virtual_time

from tests.generator.test_wire import Server, called, flavours, package, packages, target
from tests.generator.test_wire_sandbox import mocked, sandboxed

__all__ = ["packages"]
PET = {"data": {"name": "Rex"}}
CSV = b"name\r\nRex\r\n"


@pytest.fixture(autouse=True)
def _no_waiting() -> Iterator[None]:
    with virtual_time(Clock()):
        yield


class Failing(Server):
    """Answers with each of *statuses*, then with a pet."""

    def __init__(self, *statuses: int) -> None:
        super().__init__(PET)
        self.statuses = list(statuses)

    def __call__(self, request: httpx2.Request) -> httpx2.Response:
        answer = super().__call__(request)
        return httpx2.Response(self.statuses.pop(0)) if self.statuses else answer


def parts(request: httpx2.Request) -> list[tuple[str, bytes]]:
    """Return head and content of each part; the bytes of the request are exactly these."""
    found = re.fullmatch(r"multipart/form-data; boundary=([0-9a-f]{32})", request.headers["content-type"])
    assert found is not None
    mark = b"--" + found[1].encode()
    pairs = [part[2:-2].split(b"\r\n\r\n", 1) for part in request.content.split(mark)[1:-1]]
    written = b"".join(mark + b"\r\n" + head + b"\r\n\r\n" + content + b"\r\n" for head, content in pairs)
    assert request.content == written + mark + b"--\r\n"
    return [(head.decode(), content) for head, content in pairs]


def head(name: str, file: str = "", kind: str = "") -> str:
    more = f'; filename="{file}"\r\nContent-Type: {kind}' if file else ""
    return f'Content-Disposition: form-data; name="{name}"{more}'


@flavours
def test_files_and_fields_are_parts_of_a_form(packages: Path, flavour: str, tmp_path: Path) -> None:
    made, server = package(packages, "uploads"), Server(PET)
    photo = tmp_path / "größe.PDF"
    photo.write_bytes(b"%PDF")
    others = [b"raw", Upload(io.BytesIO(b"x"), name='a"b.csv', content_type="text/csv; charset=utf-8"), str(photo)]
    values: dict[str, Any] = {"weight": 1.5, "born": date(2026, 1, 2), "public": True, "tags": ["a", "ü"]}
    result = called(made, flavour, server, "pets.upload", "p1", file=photo, kind="cat", others=others, **values)
    (request,) = server.requests
    assert result.name == "Rex"
    assert target(request) == "PUT /pets/p1/photo"
    assert request.headers["content-length"] == str(len(request.content))
    assert parts(request) == [
        (head("file", "größe.PDF", "application/pdf"), b"%PDF"), (head("kind"), b"cat"), (head("weight"), b"1.5"),
        (head("born"), b"2026-01-02"), (head("public"), b"true"), (head("tags[]"), b"a"),
        (head("tags[]"), "ü".encode()),
        (head("others", "file", "application/octet-stream"), b"raw"),
        (head("others", "a%22b.csv", "text/csv; charset=utf-8"), b"x"),
        (head("others", "größe.PDF", "application/pdf"), b"%PDF"),
    ]  # fmt: skip


@flavours
@pytest.mark.parametrize("call", ["note", "tick"])
def test_a_form_that_may_be_left_out_is_no_body_without_a_field(packages: Path, flavour: str, call: str) -> None:
    made, server = package(packages, "uploads"), Server(None, status=204)
    for given in ({}, {"text": None}, {"text": ""}):
        called(made, flavour, server, f"pets.{call}", **given)
    *without, empty = server.requests
    assert [(request.content, request.headers.get("content-type")) for request in without] == [(b"", None)] * 2
    assert "content-type" in empty.headers


@flavours
def test_a_form_without_files_is_url_encoded(packages: Path, flavour: str) -> None:
    made, server = package(packages, "uploads"), Server(PET)
    called(made, flavour, server, "pets.rename", old="a&b", new=iter(["ü", "c d"]))
    (request,) = server.requests
    assert request.content == b"old=a%26b&new=%C3%BC&new=c%20d"
    assert request.headers["content-type"] == "application/x-www-form-urlencoded"
    assert request.headers["content-length"] == str(len(request.content))


def opened(path: Path, skipped: int) -> Any:
    file = path.open("rb")
    file.seek(skipped)
    return file


SOURCES: list[Callable[[Path], Any]] = [
    lambda path: path, str, os.fsencode, lambda path: path.read_bytes(), lambda path: bytearray(path.read_bytes()),
    lambda path: io.BytesIO(b"skipped" + path.read_bytes()),
]  # fmt: skip


@flavours
@pytest.mark.parametrize("number", [0, 1, 3, 4])
def test_a_file_is_sent_again_with_each_attempt(packages: Path, flavour: str, number: int, tmp_path: Path) -> None:
    made, server, path = package(packages, "uploads"), Failing(503, 429), tmp_path / "pets.csv"
    path.write_bytes(CSV)
    called(made, flavour, server, "pets.upload", "p1", file=SOURCES[number](path), kind="dog")
    assert len(server.requests) == 3
    assert {request.content for request in server.requests} == {server.requests[0].content}
    assert parts(server.requests[0])[0][1] == CSV


@flavours
def test_a_file_that_can_be_sought_begins_anew_where_it_stood(packages: Path, flavour: str, tmp_path: Path) -> None:
    made, server, path = package(packages, "uploads"), Failing(503), tmp_path / "pets.csv"
    path.write_bytes(b"skipped" + CSV * CHUNK)
    with opened(path, 7) as file:
        called(made, flavour, server, "pets.upload", "p1", file=file, kind="dog")
    assert [parts(request)[0] for request in server.requests] == [
        (head("file", "pets.csv", "text/csv"), CSV * CHUNK)
    ] * 2


class Pipe(io.RawIOBase):
    """A file that can be read once."""

    def __init__(self, content: bytes) -> None:
        self._left = content

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: Any) -> int:
        part, self._left = self._left[: len(buffer)], self._left[len(buffer) :]
        buffer[: len(part)] = part
        return len(part)


@flavours
def test_a_file_that_can_be_read_once_is_sent_in_chunks_and_not_again(packages: Path, flavour: str) -> None:
    made, server = package(packages, "uploads"), Failing()
    called(made, flavour, server, "pets.upload", "p1", file=Pipe(CSV), kind="dog")
    (request,) = server.requests
    assert parts(request)[0] == (head("file", "file", "application/octet-stream"), CSV)
    assert request.headers["transfer-encoding"] == "chunked"
    assert "content-length" not in request.headers
    server = Failing(429, 503)
    with pytest.raises(made.TooManyError, match=r"Not retried: a file in the body cannot be read again\."):
        called(made, flavour, server, "pets.upload", "p1", file=Pipe(CSV), kind="dog")
    assert len(server.requests) == 1


@flavours
@pytest.mark.parametrize("change", ["removed", "shorter"])
def test_a_file_that_changed_or_went_ends_the_call(packages: Path, flavour: str, change: str, tmp_path: Path) -> None:
    made, path = package(packages, "uploads"), tmp_path / "pets.csv"
    path.write_bytes(CSV)

    class Changing(Failing):
        def __call__(self, request: httpx2.Request) -> httpx2.Response:
            if change == "removed":
                path.unlink()
            else:
                path.write_bytes(b"")
            return super().__call__(request)

    server = Changing(503, 503)
    with pytest.raises(made.OutcomeUnknownError, match="the file that is sent cannot be read, or changed") as caught:
        called(made, flavour, server, "pets.upload", "p1", file=path, kind="cat")
    assert len(server.requests) == 1
    assert "pets.csv" not in str(caught.value)
    assert not caught.value.transient


@flavours
@pytest.mark.parametrize(
    ("file", "fault"),
    [
        ("nowhere.csv", ValueError), (".", ValueError), ("a\0b", ValueError), (io.StringIO("text"), TypeError),
        (7, TypeError), (None, TypeError), ({"a": b"b"}, TypeError), (Upload(b"", name="a\r\nb"), ValueError),
        (Upload(b"", name=""), ValueError), (Upload(b"", content_type="csv\n"), ValueError),
        (Upload(b"", content_type="text/csv\r\nX: y"), ValueError), (Upload("nowhere.csv"), ValueError),
    ],
)  # fmt: skip
def test_what_cannot_be_sent_is_refused_before_it_is(
    packages: Path, flavour: str, file: Any, fault: type[Exception]
) -> None:
    made, server = package(packages, "uploads"), Server(PET)
    with pytest.raises(fault, match=r"pets\.import_csv: file") as caught:
        called(made, flavour, server, "pets.import_csv", file=file)
    assert server.requests == []
    assert "nowhere" not in str(caught.value)


@pytest.mark.parametrize("mode", ["r", "w", "closed"])
def test_a_file_in_another_mode_is_refused(packages: Path, mode: str, tmp_path: Path) -> None:
    made, server, path = package(packages, "uploads"), Server(PET), tmp_path / "pets.csv"
    path.write_bytes(CSV)
    with path.open("rb" if mode == "closed" else f"{mode}b" if mode == "w" else mode) as file:
        if mode == "closed":
            file.close()
        with pytest.raises((TypeError, ValueError), match=r"pets\.import_csv: file is a file"):
            called(made, "sync", server, "pets.import_csv", file=file)
    assert server.requests == []


@flavours
@pytest.mark.parametrize(
    ("argument", "value", "fault"),
    [
        ("kind", 7, TypeError), ("weight", float("inf"), ValueError), ("born", "soon", ValueError),
        ("tags", [""], ValueError), ("others", b"raw", TypeError), ("others", [b"", 7], TypeError),
    ],
)  # fmt: skip
def test_fields_have_their_types(
    packages: Path, flavour: str, argument: str, value: Any, fault: type[Exception]
) -> None:
    made, server = package(packages, "uploads"), Server(PET)
    with pytest.raises(fault, match=rf"pets\.upload: {argument}"):
        called(made, flavour, server, "pets.upload", "p1", **{"file": b"", "kind": "cat", argument: value})
    assert server.requests == []


def operations_of(packages: Path) -> Any:
    return importlib.import_module(f"{package(packages, 'uploads').__name__}.operations.pets")


def test_no_repr_has_content(packages: Path) -> None:
    operations = operations_of(packages)
    call = operations.pets_import_csv(file=Upload(b"secret", name="secret.csv"), campaign_id="secret")
    assert "secret" not in f"{call!r} {call.request!r} {call.request.body!r} {Upload(b'secret', name='secret')!r}"


def test_a_large_file_is_never_whole_in_memory(packages: Path, tmp_path: Path) -> None:
    path, longest = tmp_path / "large.bin", 0
    path.write_bytes(b"x" * (10 * CHUNK + 1))
    form = operations_of(packages).pets_import_csv(file=path).request.body
    longest = max(map(len, form))
    assert longest == CHUNK
    assert form.size == sum(map(len, form))


def test_the_sandbox_and_mocks_answer_a_form(packages: Path) -> None:
    with sandboxed(packages, "uploads") as (client, sandbox):
        assert client.pets.upload("p1", file=b"\xff\x00", kind="cat", weight=1.5, tags=["a"]).name == "Rex"
        assert client.pets.import_csv(file=Pipe(CSV)).name == "Rex"
        assert client.pets.rename(old="a").name == "Rex"
        headers = {"x-pet-key": sandbox.key}
        reply = httpx2.Client(transport=sandbox.transport()).post(
            f"{sandbox.url}/login", headers=headers, data={"a": "b"}
        )
        assert reply.status_code == 422
        assert reply.json()["detail"][0]["loc"] == ["body", "old"]
    with mocked(packages, "uploads") as (client, mock):
        mock.pets.import_csv.returns(package(packages, "uploads").models.Pet(name="Rex"))
        assert client.pets.import_csv(file=CSV).name == "Rex"
        assert mock.pets.import_csv.bodies == [None]
        assert CSV in mock.pets.import_csv.requests[0].content


def test_no_repr_shows_what_is_in_a_file_or_where_it_is(tmp_path: Path) -> None:
    path = tmp_path / "jane.csv"
    path.write_bytes(b"jane@example.com")
    shown = [repr(content_of("pets.upload: file", source)) for source in (path, path.read_bytes(), io.BytesIO(b"jane"))]
    assert shown == ["Content(start=0, size=16)", "Content(start=0, size=16)", "Content(start=0, size=4)"]

"""Replies that are files: read, iterated over and saved; clients of a golden case, called."""

from __future__ import annotations

import asyncio
import gc
import os
from collections.abc import AsyncIterator, Iterator
from pathlib import Path
from typing import Any

import httpx2
import pytest
from foxreach_runtime.errors import StatusError
from foxreach_runtime.files.download import CHUNK, IN_MEMORY, Download
from foxreach_runtime.http import sending
from foxreach_sandbox.clock import Clock
from foxreach_testing.clients import virtual_time

from tests.generator.test_wire import called, flavours, package, packages
from tests.generator.test_wire_headers import own
from tests.generator.test_wire_sandbox import mocked, sandboxed

__all__ = ["packages"]
CSV = b"name\nRex\n"
LARGE = b"0123456789abcdef" * (IN_MEMORY // 8)


@pytest.fixture(autouse=True)
def _no_waiting() -> Iterator[None]:
    with virtual_time(Clock()):
        yield


class Broken(httpx2.SyncByteStream, httpx2.AsyncByteStream):
    """A body that ends too early."""

    def __iter__(self) -> Iterator[bytes]:
        yield b"name\n"
        raise httpx2.ReadError("reset")

    async def __aiter__(self) -> AsyncIterator[bytes]:
        for part in self:
            yield part


class Files:
    """Answers with each of *answers* in turn, the last one for ever: a status, and a body or its JSON."""

    def __init__(self, *answers: tuple[int, Any], **headers: str) -> None:
        self.answers, self.requests = list(answers), list[httpx2.Request]()
        self.headers = {name.replace("_", "-"): value for name, value in headers.items()}

    def __call__(self, request: httpx2.Request) -> httpx2.Response:
        self.requests.append(request)
        status, body = self.answers.pop(0) if len(self.answers) > 1 else self.answers[0]
        if isinstance(body, dict):
            return httpx2.Response(status, json=body)
        named = {"content_type": "text/csv", **self.headers}
        content: dict[str, Any] = {"stream": body} if isinstance(body, Broken) else {"content": body}
        return httpx2.Response(status, headers={k.replace("_", "-"): v for k, v in named.items()}, **content)


def exported(packages: Path, flavour: str, files: Files) -> Download:
    answer: Any = files
    result: Download = called(package(packages, "downloads"), flavour, answer, "pets.export", kind="cat", x_tenant="t")
    return result


@flavours
@pytest.mark.parametrize("content", [CSV, LARGE, b""], ids=["small", "large", "empty"])
def test_a_file_is_bytes_an_iterator_and_a_file(packages: Path, flavour: str, content: bytes, tmp_path: Path) -> None:
    files = Files((200, content), content_disposition='attachment; filename="../a/pets.csv"')
    result = exported(packages, flavour, files)
    (request,) = files.requests
    assert request.url.raw_path == b"/v1/pets/export?kind=cat"
    assert request.headers["accept"] == "text/csv, application/json"
    assert (b"X-Tenant", b"t") in own(request)
    assert (result.size, result.content_type, result.name) == (len(content), "text/csv", "pets.csv")
    assert result.content == content == result.content
    assert max(map(len, result), default=0) <= CHUNK
    result.save(tmp_path / "pets.csv")
    assert (tmp_path / "pets.csv").read_bytes() == content
    assert [file.name for file in tmp_path.iterdir()] == ["pets.csv"]

    async def read() -> bytes:
        await result.save_async(tmp_path / "again.csv")
        return b"".join([part async for part in result])

    assert asyncio.run(read()) == content == (tmp_path / "again.csv").read_bytes()
    assert repr(result) == f"Download(size={len(content)}, content_type='text/csv')"
    with result:
        pass
    with pytest.raises(ValueError, match="closed"):
        result.content  # noqa: B018


def test_a_temporary_file_goes_with_its_object() -> None:
    made = Download(LARGE)
    file = made._spool._file  # pyright: ignore[reportPrivateUsage]
    del made
    gc.collect()
    assert file.closed


@flavours
def test_a_body_that_breaks_off_is_fetched_again(packages: Path, flavour: str) -> None:
    files = Files((200, Broken()), (503, b""), (200, CSV))
    assert exported(packages, flavour, files).content == CSV
    assert len(files.requests) == 3
    with pytest.raises(package(packages, "downloads").ResponseDecodeError, match="did not arrive whole"):
        exported(packages, flavour, Files((200, Broken())))


@flavours
def test_a_page_of_a_proxy_is_no_file(packages: Path, flavour: str) -> None:
    files = Files((200, b"<html>"), content_type="text/html; charset=utf-8")
    with pytest.raises(package(packages, "downloads").ResponseDecodeError, match="a page for people") as caught:
        exported(packages, flavour, files)
    assert len(files.requests) == 4
    assert caught.value.transient


@flavours
def test_errors_stay_typed_json(packages: Path, flavour: str) -> None:
    made = package(packages, "downloads")
    with pytest.raises(made.ForbiddenError) as caught:
        exported(packages, flavour, Files((403, {"detail": "No."})))
    assert caught.value.body == made.models.Failure(detail="No.")


@flavours
def test_a_file_beyond_the_largest_size_is_refused(
    packages: Path, flavour: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sending, "LARGEST_DOWNLOAD", len(CSV) - 1)
    files = Files((200, CSV))
    with pytest.raises(package(packages, "downloads").ResponseDecodeError, match=f"larger than {len(CSV) - 1} bytes"):
        exported(packages, flavour, files)
    assert len(files.requests) == 1


def test_saving_replaces_a_file_only_by_a_whole_one(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    target = tmp_path / "pets.csv"
    target.write_bytes(b"old")
    target.chmod(0o640)
    Download(CSV).save(target)
    assert (target.read_bytes(), target.stat().st_mode & 0o777) == (CSV, 0o640)

    def full(*_: object) -> None:
        raise OSError("no space")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(OSError, match="no space"):
        Download(b"new").save(target)
    assert target.read_bytes() == CSV
    assert [file.name for file in tmp_path.iterdir()] == ["pets.csv"]
    with pytest.raises(FileNotFoundError):
        Download(b"new").save(tmp_path / "nowhere" / "pets.csv")


@pytest.mark.parametrize(
    ("header", "name"),
    [
        ("attachment", None), ("attachment; filename=a.csv", "a.csv"), ('x; filename="a b.csv"; size=3', "a b.csv"),
        ("x; filename*=UTF-8''%e2%82%ac.csv", "€.csv"), ("x; filename*=UTF-8''..%2F..%2Fetc%2Fpasswd", "passwd"),
        ('x; filename=".."', None), ('x; filename="C:\\dir\\a.csv"', "a.csv"), ('x; filename=""', None),
    ],
)  # fmt: skip
def test_the_name_of_the_server_never_leads_elsewhere(packages: Path, header: str, name: str | None) -> None:
    assert exported(packages, "sync", Files((200, CSV), content_disposition=header)).name == name


def test_the_sandbox_and_mocks_answer_with_a_file(packages: Path) -> None:
    with sandboxed(packages, "downloads") as (client, _):
        result = client.pets.export()
        assert (result.content, result.content_type) == (b"pets.export", "text/csv")
        raw = client.with_raw_response.pets.photo("p1")
        assert raw.parse().content_type == "application/octet-stream"
        assert raw.status == 200
    with mocked(packages, "downloads") as (client, mock):
        mock.pets.export.returns(Download(CSV, "text/csv")).fails(403)
        assert client.pets.export().content == CSV
        with pytest.raises(StatusError, match="403"):
            client.pets.export()

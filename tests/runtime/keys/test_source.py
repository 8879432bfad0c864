"""Where the key comes from: the argument, the environment, or a file that is read again after a refusal."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from foxreach_runtime.errors import ConfigurationError

from ..sample import Client, ClientAsync
from .test_rotation import FLAVOURS, NEW, OLD, Server, get, run

BOTH = pytest.mark.parametrize("kind", [Client, ClientAsync])
Kind = type[Client] | type[ClientAsync]


@pytest.fixture(autouse=True)
def file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    path = tmp_path / "key"
    path.write_text(f"{OLD}\n")
    monkeypatch.delenv("FOXREACH_API_KEY", raising=False)
    monkeypatch.setenv("FOXREACH_API_KEY_FILE", str(path))
    return path


@FLAVOURS
def test_a_key_that_changes_in_its_file_is_read_after_a_refusal(flavour: str, file: Path) -> None:
    server = Server(OLD)

    def rotate() -> None:
        file.write_text(NEW)
        server.good = {NEW}

    def sync_use(client: Any) -> None:
        get(client)
        rotate()
        get(client)

    async def async_use(client: Any) -> None:
        await get(client)
        rotate()
        await get(client)

    run(flavour, server, None, sync_use if flavour == "sync" else async_use)
    assert server.seen == [OLD, OLD, NEW]


@FLAVOURS
@pytest.mark.parametrize("given", ["argument", "variable"])
def test_an_argument_and_a_variable_come_before_the_file(
    flavour: str, given: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    server = Server("otr_given")
    if given == "variable":
        monkeypatch.setenv("FOXREACH_API_KEY", "otr_given")
    run(flavour, server, "otr_given" if given == "argument" else None, get)
    assert server.seen == ["otr_given"]


@BOTH
@pytest.mark.parametrize("content", [None, b"", b"otr_5e cret", b"otr_5ecret\notr_5ecret", b"otr_5ecr\xff"])
def test_a_file_that_has_no_key_is_refused_at_construction(kind: Kind, content: bytes | None, file: Path) -> None:
    file.unlink()
    if content is not None:
        file.write_bytes(content)
    with pytest.raises(ConfigurationError, match="FOXREACH_API_KEY_FILE") as caught:
        kind()
    assert "5ec" not in str(caught.value)
    assert caught.value.__context__ is None


@FLAVOURS
@pytest.mark.parametrize(
    "content",
    [
        *(f"{text}{end}".encode(code) for text in (OLD, f" {OLD} ") for end in ("", "\n", "\r\n", "\r\n\r\n")
          for code in ("utf-8", "utf-8-sig", "utf-16")),
        b"\xfe\xff" + OLD.encode("utf-16-be"),
    ],
)  # fmt: skip
def test_a_file_is_read_as_editors_and_shells_write_it(flavour: str, content: bytes, file: Path) -> None:
    server = Server(OLD)
    file.write_bytes(content)
    run(flavour, server, None, get)
    assert server.seen == [OLD]


@BOTH
@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"", "names is empty."),
        (b"\xef\xbb\xbf\r\n", "names is empty."),
        (b"otr_5ecret\r\notr_5ecret\r\n", "names has more than one line."),
        (b"otr_5ecr\xff", "names is not text in UTF-8 or UTF-16."),
        (b"\xff\xfeo", "names is not text in UTF-8 or UTF-16."),
        ("otr_5ecrét".encode(), "must be visible ASCII characters, without spaces or line breaks."),
        (None, "names cannot be read (IsADirectoryError)."),
    ],
)
def test_the_error_says_what_is_wrong_with_the_file(kind: Kind, content: bytes | None, words: str, file: Path) -> None:
    file.unlink()
    if content is None:
        file.mkdir()
    else:
        file.write_bytes(content)
    with pytest.raises(ConfigurationError) as caught:
        kind()
    assert str(caught.value).endswith(words)
    assert "5ec" not in str(caught.value)


@BOTH
def test_no_key_at_all_names_the_three_ways(kind: Kind, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("FOXREACH_API_KEY_FILE")
    with pytest.raises(ConfigurationError, match=r"api_key= or set FOXREACH_API_KEY or FOXREACH_API_KEY_FILE"):
        kind()

"""Exchanges as a file, and back. A file with a key or an address is not written. No network."""

from __future__ import annotations

import os
import re
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any, Self

import msgspec
from msgspec import Struct

from ..differences.classify import Difference, differences, summed
from ..differences.document import Document

ADDRESS = re.compile(r"[^\s\"'<>@:/]+@(?!example\.(?:com|invalid)\b)[^\s\"'<>@]+\.[A-Za-z]+")
KEY = re.compile(r"\botr_[A-Za-z0-9_-]{4,}")


class UnsafeRecordingError(ValueError):
    """A recording has a key or an address of somebody, and was not written."""


class Exchange(Struct, frozen=True):
    """A request and its reply. *operation* is empty for a call that the spec does not have."""

    operation: str
    method: str
    path: str
    query: tuple[tuple[str, str], ...]
    sent: Any
    status: int
    headers: Mapping[str, str]
    body: Any

    def __repr__(self) -> str:
        return f"Exchange({self.operation!r}, {self.status})"


class Recording(Struct, frozen=True):
    """Exchanges in the order in which they were made."""

    exchanges: tuple[Exchange, ...] = ()

    @classmethod
    def read(cls, path: str | os.PathLike[str]) -> Self:
        """Return the recording in the file at *path*."""
        return msgspec.json.decode(Path(path).read_bytes(), type=cls)

    def write(self, path: str | os.PathLike[str], *, secrets: Iterable[str] = ()) -> None:
        """Write the file at *path*; raise UnsafeRecordingError if it would have a key, one of *secrets* or an address.

        Addresses at example.com and example.invalid are nobody's.
        """
        text = msgspec.json.format(msgspec.json.encode(self), indent=1).decode()
        if KEY.search(text) or any(secret in text for secret in secrets if secret):
            raise UnsafeRecordingError("The recording has an API key: it was not written.")
        if ADDRESS.search(text):
            raise UnsafeRecordingError("The recording has an e-mail address: it was not written.")
        Path(path).write_text(f"{text}\n", "utf-8", newline="\n")

    def differences(self, document: Document) -> list[Difference]:
        """Return where the replies differ from *document*."""
        known = (each for each in self.exchanges if each.operation in document.operations)
        found = (differences(document, each.operation, each.status, each.headers, _content(each)) for each in known)
        return summed(each for replies in found for each in replies)


def _content(exchange: Exchange) -> object:
    """Return the body as the classifier takes it: no body, or a text that is no JSON, as bytes."""
    if exchange.body is None:
        return b""
    return exchange.body.encode() if isinstance(exchange.body, str) else exchange.body

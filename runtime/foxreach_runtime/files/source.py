"""What is sent as a file: bytes, a path, or a binary file, checked before any I/O of the call.

A path is opened for each attempt. A binary file is read from where it stands; if it can be sought, each attempt begins
there again. Messages name operation and argument, never a path or content.
"""

from __future__ import annotations

import os
import stat
from collections.abc import Generator
from os import PathLike
from typing import IO, Any, TypeAlias, cast

import httpx2
import msgspec

from ..http.failure import UNREADABLE
from ..response.redaction import PartialRepr

FileSource: TypeAlias = str | PathLike[str] | bytes | IO[bytes]
CHUNK = 2**16  # bytes that are read at once
KINDS = {".csv": "text/csv", ".json": "application/json", ".pdf": "application/pdf", ".txt": "text/plain"}
OTHER = "application/octet-stream"
WANTED = "a path, bytes, a file opened in binary mode, or an Upload"


class Upload(msgspec.Struct, frozen=True):
    """A file to send, with the *name* and the *content_type* that the server gets.

    *source* is a path, bytes, or a file opened in binary mode. Without them, the name is that of the path, and the type
    is told by its suffix. The repr shows none of these.
    """

    source: FileSource
    name: str | None = None
    content_type: str | None = None

    def __repr__(self) -> str:
        return "Upload(...)"

    def __rich_repr__(self) -> list[tuple[str, Any]]:
        return []


FileInput: TypeAlias = FileSource | Upload
"""A file to send: a path, bytes, a file opened in binary mode, or an `Upload` that says name and content type."""


class Content(PartialRepr, frozen=True):
    """Bytes to send: *size* of them, None if nobody knows; *again* if a later attempt can send them too."""

    _hidden = frozenset({"value"})

    value: bytes | str | IO[bytes]
    start: int = 0
    size: int | None = None

    @property
    def again(self) -> bool:
        """True if it can be read a second time; that of a pipe is gone."""
        return isinstance(self.value, (bytes, str)) or self.size is not None

    def parts(self) -> Generator[bytes]:
        """Yield the content in parts; raise httpx2.LocalProtocolError if the file cannot be read, or became shorter."""
        if isinstance(self.value, bytes):
            yield self.value
            return
        try:
            if isinstance(self.value, str):
                with open(self.value, "rb") as file:  # noqa: PTH123  # The path may be of any kind.
                    yield from _read(file, self.size)
                return
            if self.size is not None:
                self.value.seek(self.start)
            yield from _read(self.value, self.size)
        except (OSError, ValueError):
            raise httpx2.LocalProtocolError(UNREADABLE) from None


def _read(file: IO[bytes], left: int | None) -> Generator[bytes]:
    while left is None or left > 0:
        part = file.read(CHUNK if left is None else min(CHUNK, left))
        if not part:
            if left is None:
                return
            raise OSError
        left = None if left is None else left - len(part)
        yield part


def content_of(place: str, source: object) -> Content:
    """Return the content of *source*; raise TypeError or ValueError for what cannot be sent."""
    if isinstance(source, (bytes, bytearray, memoryview)):
        content = bytes(cast("bytes", source))
        return Content(content, size=len(content))
    if isinstance(source, (str, PathLike)):
        return _of_path(place, cast("Any", source))
    if callable(getattr(source, "read", None)):
        return _of_file(place, cast("IO[bytes]", source))
    raise TypeError(f"{place} must be {WANTED}, not {type(source).__name__}")


def _of_path(place: str, path: str | PathLike[Any]) -> Content:
    try:
        found, name = os.stat(path), os.fsdecode(path)  # noqa: PTH116
    except (OSError, ValueError, TypeError):
        found, name = None, ""
    if found is None or not stat.S_ISREG(found.st_mode):
        raise ValueError(f"{place}: there is no file at this path" if found is None else f"{place} is not a plain file")
    if not os.access(path, os.R_OK):
        raise ValueError(f"{place}: the file at this path cannot be read")
    return Content(os.path.abspath(name), size=found.st_size)  # noqa: PTH100


def _of_file(place: str, file: IO[bytes]) -> Content:
    try:
        begun = cast("object", file.read(0))
    except (OSError, ValueError):  # io.UnsupportedOperation is both
        raise ValueError(f"{place} is a file that is closed or cannot be read") from None
    if not isinstance(begun, bytes):
        raise TypeError(f'{place} is a file in text mode; open it with mode "rb"')
    try:
        start = file.tell()
        end = file.seek(0, os.SEEK_END)
        file.seek(start)
    except (OSError, AttributeError):
        return Content(file)
    return Content(file, start, max(0, end - start))


def name_of(source: object, content: Content) -> str:
    """Return the name that the server gets for a file without one: that of its path, else ``file``."""
    named: object = content.value if isinstance(content.value, str) else getattr(source, "name", None)
    return os.path.basename(named) or "file" if isinstance(named, str) else "file"  # noqa: PTH119


def kind_of(name: str) -> str:
    """Return the content type of a file with this name."""
    return KINDS.get(os.path.splitext(name)[1].lower(), OTHER)  # noqa: PTH122

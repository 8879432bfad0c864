"""The content of a reply that is no JSON: in memory up to a size, beyond it in a temporary file.

A call is over when its content has arrived whole, within the deadline and the largest size; so an attempt that breaks
off is repeated like any other, and what a caller reads or saves is complete.
"""

from __future__ import annotations

import os
import re
import shutil
import tempfile
import weakref
from collections.abc import AsyncIterator, Iterator
from io import BytesIO
from os import PathLike
from typing import IO, Self, cast
from urllib.parse import unquote
from uuid import uuid4

from ..response.decoding import Mismatch
from ..response.outcome import Answer
from ..tasks.threads import run_in_thread

IN_MEMORY = 2**20  # bytes; a larger content is in a temporary file
CHUNK = 2**16  # bytes of one item of an iteration
NAME = r'filename\*=UTF-8\'[\w-]*\'([^;\s]+)|filename="([^"]*)"|filename=([^;\s]+)'  # RFC 6266, without its escapes


class Spool:
    """Takes the content of an answer in; its file closes when nothing refers to it any more."""

    def __init__(self) -> None:
        self._file: IO[bytes] = BytesIO()
        self.size = 0

    def write(self, part: bytes) -> None:
        """Add *part*; OSError if there is no room for it."""
        if self.size <= IN_MEMORY < self.size + len(part):
            file = tempfile.TemporaryFile()  # noqa: SIM115
            weakref.finalize(self, file.close)
            file.write(cast("BytesIO", self._file).getbuffer())
            self._file = file
        self._file.write(part)
        self.size += len(part)

    def part(self, place: int) -> bytes:
        """Return the next bytes from *place* on, none at the end."""
        self._file.seek(place)
        return self._file.read(CHUNK)

    def close(self) -> None:
        """Drop the content."""
        self._file.close()


class Download:
    """The content of a reply: all of it as bytes, an iterator of its parts, or a file at a path.

    *content_type* is as the server says it, *name* the file name that the server proposes, without
    any folder, or None. The content is in memory up to 1 MiB, else in a temporary file that goes with this object, or
    when it is closed.
    """

    def __init__(self, content: bytes, content_type: str = "", name: str | None = None) -> None:
        self._spool = Spool()
        self._spool.write(content)
        self.content_type, self.name = content_type, name

    @classmethod
    def of(cls, answer: Answer) -> Self | Mismatch:
        """Return the content of an answer, or why it is none: a page for people is that of a proxy."""
        kind = answer.headers.get("content-type", "")
        if kind.lower().startswith("text/html"):
            return Mismatch("the body is a page for people, not the file")
        made = cls(b"", kind, _name(answer.headers.get("content-disposition", "")))
        made._spool = answer.file
        return made

    @property
    def size(self) -> int:
        """The number of bytes."""
        return self._spool.size

    def __repr__(self) -> str:
        return f"Download(size={self.size}, content_type={self.content_type!r})"

    @property
    def content(self) -> bytes:
        """The whole content."""
        return b"".join(self)

    def __iter__(self) -> Iterator[bytes]:
        """Yield the content in parts, from its begin."""
        place = 0
        while part := self._spool.part(place):
            place += len(part)
            yield part

    async def __aiter__(self) -> AsyncIterator[bytes]:
        """Yield the content in parts; files are read in a thread."""
        place = 0
        while part := await run_in_thread(self._spool.part, place):
            place += len(part)
            yield part

    def save(self, path: str | PathLike[str]) -> None:
        """Write the content to *path*, whole or not at all: a file that is there is replaced by a complete one."""
        target = os.path.realpath(path)
        folder, name = os.path.split(target)
        scratch = os.path.join(folder, f".{name[:80]}.{uuid4().hex}.part")  # noqa: PTH118
        file = open(scratch, "xb")  # noqa: SIM115, PTH123  # What fails before it exists leaves nothing behind.
        try:
            with file:
                file.writelines(self)
                file.flush()
                os.fsync(file.fileno())
            if os.path.exists(target):  # noqa: PTH110
                shutil.copymode(target, scratch)
            os.replace(scratch, target)  # noqa: PTH105
        except BaseException:
            os.unlink(scratch)  # noqa: PTH108
            raise

    async def save_async(self, path: str | PathLike[str]) -> None:
        """Do what `save` does, in a thread."""
        await run_in_thread(self.save, path)

    def close(self) -> None:
        """Remove the temporary file, if there is one; the content is gone then."""
        self._spool.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()


def _name(disposition: str) -> str | None:
    """Return the file name in a Content-Disposition, without the folders that a server may put before it."""
    found = re.search(NAME, disposition, re.IGNORECASE)
    if found is None:
        return None
    text = unquote(found[1]) if found[1] else found[2] or found[3] or ""
    plain = re.sub(r"[\x00-\x1f\x7f]", "", re.split(r"[/\\]", text)[-1]).strip()
    return plain if plain not in {"", ".", ".."} else None

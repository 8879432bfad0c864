"""Decodes gzip bodies of several members. Pure.

RFC 1952 2.2 allows any number of members, each compressed alone: a server that concatenates files or flushes so sends
them. httpx2 decodes the first, and keeps what follows in memory, however much that is.
"""

from __future__ import annotations

import zlib
from collections.abc import Iterator
from typing import Any

import httpx2

PIECE = 2**20  # bytes that are decompressed at once, as in httpx2: the limit of a body is looked at after each
GZIP = zlib.MAX_WBITS | 16
MAGIC = b"\x1f\x8b"  # A member begins with it.


class Members:
    """Decodes one body, as the decoders of httpx2 do. What follows the last member and is none is dropped.

    A member that is damaged or breaks off is a DecodingError: a download would be short and nobody would notice.
    """

    def __init__(self) -> None:
        self._member: Any = zlib.decompressobj(GZIP)
        self._head = b""  # the first two bytes of the member
        self._first = True
        self._over = False

    def decode(self, data: bytes) -> Iterator[bytes]:
        """Yield what the next bytes of the body come to."""
        while data and not self._over:
            self._head = (self._head + data)[:2] if len(self._head) < 2 else self._head
            try:
                yield from self._pieces(data)
            except zlib.error as fault:
                self._over = True
                if self._first or self._head == MAGIC:
                    raise httpx2.DecodingError(str(fault)) from fault
            data = self._member.unused_data
            if self._member.eof:
                self._member, self._first, self._head = zlib.decompressobj(GZIP), False, b""

    def flush(self) -> Iterator[bytes]:
        """Yield nothing; raise DecodingError for a member that breaks off."""
        if self._head and not self._over and (self._first or self._head == MAGIC):
            raise httpx2.DecodingError("the body ends within a member of gzip")
        yield b""

    def _pieces(self, data: bytes) -> Iterator[bytes]:
        piece = self._member.decompress(data, PIECE)
        while piece:
            yield piece
            piece = self._member.decompress(self._member.unconsumed_tail, PIECE)

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


class Members:
    """Decodes one body, as the decoders of httpx2 do. What follows the last member and is none is dropped."""

    def __init__(self) -> None:
        self._member: Any = zlib.decompressobj(GZIP)
        self._first = True
        self._over = False

    def decode(self, data: bytes) -> Iterator[bytes]:
        """Yield what the next bytes of the body come to."""
        while data and not self._over:
            try:
                yield from self._pieces(data)
            except zlib.error as fault:
                self._over = True
                if self._first:
                    raise httpx2.DecodingError(str(fault)) from fault
            data = self._member.unused_data
            if self._member.eof:
                self._member, self._first = zlib.decompressobj(GZIP), False

    def flush(self) -> Iterator[bytes]:
        """Yield what is left of a member that was cut off."""
        yield self._member.flush()

    def _pieces(self, data: bytes) -> Iterator[bytes]:
        piece = self._member.decompress(data, PIECE)
        while piece:
            yield piece
            piece = self._member.decompress(self._member.unconsumed_tail, PIECE)

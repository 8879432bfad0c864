"""Filters for the loggers of httpx2, and of httpcore2 and hpack below it, which log every header at DEBUG.

A line is ours if our code that sends is on the stack. What else a program does with these libraries is logged as ever,
but for the requests of an event hook, which run below it.
"""

from __future__ import annotations

import logging
import re
import sys
from http import HTTPStatus
from types import FrameType

import httpx2

PHRASED = frozenset(HTTPStatus)
SENDING = __name__.partition(".")[0] + ".http."
# The event, and of its details the method or the class of an exception: they have nothing that the server sent.
HARMLESS = re.compile(r"\S+(?: request=<Request \[b'\w+'\]>| exception=\w+)?")


class PrivateURL(httpx2.URL):
    """A URL of which a log may show the host alone: a search, a filter or an id names a person."""

    @property
    def shown(self) -> str:
        """The part that is fit for a log."""
        return f"{self.scheme}://{self.netloc.decode('ascii')}/…"


class _Requests(logging.Filter):
    """Shortens the line that httpx2 logs of each of our requests: no path, no query, no words of the server."""

    def filter(self, record: logging.LogRecord) -> bool:
        match record.args:
            case (method, PrivateURL() as url, version, int() as status, _):
                phrase = HTTPStatus(status).phrase if status in PHRASED else ""
                record.args = (method, url.shown, version, status, phrase)
            case _:
                pass
        return True


class _Events(logging.Filter):
    """Shortens the lines that httpcore2 logs at DEBUG: no headers, no bytes that break the protocol, no password."""

    def filter(self, record: logging.LogRecord) -> bool:
        harmless = HARMLESS.match(str(record.msg)) if _ours() else None
        if harmless is not None:
            record.msg = harmless[0]
        return True


class _Headers(logging.Filter):
    """Drops the lines of hpack, which encodes the headers of HTTP/2: there is nothing else in them."""

    def filter(self, record: logging.LogRecord) -> bool:  # noqa: ARG002
        return not _ours()


def _ours() -> bool:
    frame: FrameType | None = sys._getframe(1)  # pyright: ignore[reportPrivateUsage]
    while frame is not None and not frame.f_globals.get("__name__", "").startswith(SENDING):
        frame = frame.f_back
    return frame is not None


logging.getLogger("httpx2").addFilter(_Requests())
for name in ("http11", "http2", "socks"):  # The others log addresses and errors of connecting.
    logging.getLogger(f"httpcore2.{name}").addFilter(_Events())
for name in ("hpack", "table"):
    logging.getLogger(f"hpack.{name}").addFilter(_Headers())

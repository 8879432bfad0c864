"""What a fault of the transport means, and the words for it. Pure.

The words are ours, or those that an operating system or OpenSSL has for a kind of fault. Those of a protocol error
would quote what the server sent: a cookie, or a lead.
"""

from __future__ import annotations

import os
import socket
import ssl
from collections.abc import Iterator
from typing import Any

import httpx2

from ..response.headers import Headers
from ..response.outcome import Answer, Failure
from .network import CLOSED, DEADLINE, NO_THREAD
from .progress import Progress

# What an attempt may end in; anything else is a fault of ours or a cancellation. UnicodeError is what httpx2 makes of a
# redirect with a cookie that is not ASCII.
FAULTS = (httpx2.HTTPError, OSError, UnicodeError)
LARGEST_BODY = 50 * 2**20  # bytes after decompression
LARGEST_DOWNLOAD = 2**30  # the content of a reply that is no JSON, which is not in memory
LARGEST_ERROR_BODY = 2**20
UNREADABLE = "the file that is sent cannot be read, or changed"
NOT_HTTP = "the answer breaks the rules of HTTP"


class TooLateError(httpx2.TimeoutException):
    """The deadline of the whole call ended an attempt."""


class TooLargeError(httpx2.DecodingError):
    """A body is larger than what we accept."""

    def __init__(self, largest: int) -> None:
        super().__init__(f"larger than {largest} bytes")


# The most particular class comes first.
WORDS: tuple[tuple[type[BaseException], str], ...] = (
    (httpx2.ConnectTimeout, "no connection in time"),
    (httpx2.PoolTimeout, "no connection of the pool became free in time"),
    (httpx2.WriteTimeout, "the request could not be sent in time"),
    (httpx2.TimeoutException, "no answer in time"),
    (httpx2.LocalProtocolError, "the request breaks the rules of HTTP"),
    (httpx2.DecodingError, "the compression of the body is broken"),
    (httpx2.UnsupportedProtocol, "the address is neither http nor https"),
    (UnicodeError, "a header of the answer is not ASCII"),
    (httpx2.StreamError, "an event hook of the http_client has closed or read it"),
)
# How what h11 and httpcore2 say begins, and what it says.
PROTOCOL_WORDS = {
    "Server disconnected": "the server closed the connection without an answer",
    "peer closed connection": "the server closed the connection within the body",
}


def outcome_from(fault: BaseException, progress: Progress, request: httpx2.Request) -> Answer | Failure:
    """Return what *fault* means: an answer if an event hook of the caller's raised the status of *request*."""
    if not isinstance(fault, httpx2.HTTPStatusError) or fault.request is not request:
        return failure_from(fault, progress)
    response = fault.response
    try:
        content, lost = response.content, None
    except httpx2.ResponseNotRead:
        content, lost = b"", "an event hook of the http_client raised before the body was read"
    return Answer(response.status_code, Headers(response.headers.raw), content[:LARGEST_BODY], lost)


def failure_from(fault: BaseException, progress: Progress) -> Failure:
    """Return what *fault* means: how far the attempt got and whether a repetition could help.

    Connect, proxy and pool failures are told by their class, with any transport; the rest by the events.
    """
    text = words(fault)
    if isinstance(fault, httpx2.ConnectTimeout):
        return Failure("not_sent", "connect_timeout", text)
    if isinstance(fault, httpx2.PoolTimeout):
        return Failure("not_sent", "pool_timeout", text)
    if isinstance(fault, (httpx2.LocalProtocolError, httpx2.UnsupportedProtocol)) or _is_bad_certificate(fault):
        return Failure("not_sent", "permanent", text)
    if isinstance(fault, (httpx2.ConnectError, httpx2.ProxyError)) or progress.certainly_not_sent():
        return Failure("not_sent", "connect", text)
    return Failure("unknown", "broken", text)


def words(fault: BaseException) -> str:
    """Return the class of *fault* and what it is, without a word of the server's."""
    ours = isinstance(fault, TooLargeError) or str(fault) in {CLOSED, DEADLINE, NO_THREAD, UNREADABLE}
    said = str(fault) if ours else _phrase(fault) or _system_phrase(fault)
    return f"{type(fault).__name__}: {said}" if said else type(fault).__name__


def _phrase(fault: BaseException) -> str | None:
    if isinstance(fault, httpx2.RemoteProtocolError):
        said = str(fault)
        return next((text for start, text in PROTOCOL_WORDS.items() if said.startswith(start)), NOT_HTTP)
    if isinstance(fault, httpx2.ProxyError):
        status = str(fault)[:3]  # What follows is the proxy's.
        return f"{status} from the proxy" if status.isascii() and status.isdigit() else "the proxy refused"
    return next((text for kind, text in WORDS if isinstance(fault, kind)), None)


def _system_phrase(fault: BaseException) -> str | None:
    """Return what the operating system or OpenSSL calls the fault below *fault*."""
    for each in _chain(fault):
        if isinstance(each, ssl.SSLError) and (reason := getattr(each, "reason", None)):
            why: str = getattr(each, "verify_message", "")  # of a certificate
            return f"{reason}, {why}" if why else str(reason)
        if isinstance(each, socket.gaierror):
            return each.strerror
        if isinstance(each, OSError) and each.errno:
            return os.strerror(each.errno)
    return None


def _is_bad_certificate(fault: BaseException) -> bool:
    return any(isinstance(each, ssl.SSLCertVerificationError) for each in _chain(fault))


def _chain(fault: BaseException) -> Iterator[BaseException]:
    """Yield *fault*, what it was raised from, and so on; of a group of faults, the first."""
    seen: list[BaseException] = []  # A fault may come to be its own cause: libraries raise one again from another.
    current: Any = fault
    while current is not None and current not in seen:
        yield current
        seen.append(current)
        inner: Any = getattr(current, "exceptions", None)  # of an ExceptionGroup
        current = inner[0] if inner else current.__cause__ or current.__context__

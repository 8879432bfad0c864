"""Between our values and httpx2's: requests out, answers and failures in. No decision, no I/O of its own."""

from __future__ import annotations

import platform
import ssl
from collections.abc import Sequence
from typing import Any

import httpx2

from ..operation import Request
from ..options.options import Options
from ..response.headers import Headers
from ..response.outcome import Answer, Failure
from ..response.redaction import masked, shortened
from .log_filter import PrivateURL
from .progress import Progress

# What an attempt may end in; anything else is a fault of ours or a cancellation. UnicodeError is what httpx2 makes of a
# redirect with a cookie that is not ASCII.
FAULTS = (httpx2.HTTPError, OSError, UnicodeError)
LARGEST_BODY = 50 * 2**20  # bytes after decompression
LARGEST_ERROR_BODY = 2**20

_EMPTY = httpx2.ByteStream(b"")


class Wire:
    """Makes the requests of one client: all that is the same for every call is made once."""

    def __init__(self, options: Options) -> None:
        self._base = httpx2.URL(options.base_url)
        self._root = self._base.raw_path.decode("ascii").rstrip("/")
        self._timeouts = options.timeout.as_dict()
        self._longest = max((each for each in self._timeouts.values() if each is not None), default=None)
        self._unlimited = None in self._timeouts.values()
        ours = {
            "host": self._base.netloc.decode("ascii"),
            "accept": "application/json",
            "accept-encoding": "gzip, deflate",
            "connection": "keep-alive",
            "user-agent": f"{options.user_agent} Python/{platform.python_version()}".strip(),
            **options.headers,
            options.key_header: options.key,
        }
        self._lines = [(name.encode("ascii"), value.encode("ascii")) for name, value in ours.items()]
        self._headers = httpx2.Headers(self._lines)
        self._empty_post = httpx2.Headers([*self._lines, (b"content-length", b"0")])

    def request(self, wanted: Request, left: float | None, progress: Progress) -> httpx2.Request:
        """Return what httpx2 sends; a new one for each attempt, with the same bytes."""
        target = self._root + wanted.path
        if wanted.query:
            target = f"{target}?{'&'.join(wanted.query)}"
        url = url_at(self._base, target)
        request = httpx2.Request(
            wanted.method,
            url,
            headers=self._headers_of(wanted),
            stream=_EMPTY if wanted.body is None else httpx2.ByteStream(wanted.body),
            extensions={"timeout": self._within(left), "trace": progress},
        )
        request.url = url  # httpx2 made a plain one of it.
        return request

    def _headers_of(self, wanted: Request) -> httpx2.Headers:
        if wanted.body is None:
            return self._headers if wanted.method in {"GET", "DELETE"} else self._empty_post
        length = str(len(wanted.body)).encode("ascii")
        return httpx2.Headers([*self._lines, (b"content-type", b"application/json"), (b"content-length", length)])

    def _within(self, left: float | None) -> dict[str, float | None]:
        """Return the timeouts of an attempt, none of them longer than what is left of the deadline.

        A full pool is given up a little earlier: at the deadline nobody could tell that nothing was sent.
        """
        if left is None or (not self._unlimited and self._longest is not None and self._longest <= left):
            return self._timeouts
        left = max(left, 0.001)
        ends = {"pool": left - min(left / 10, 0.1)}
        return {
            step: ends.get(step, left) if each is None else min(each, ends.get(step, left))
            for step, each in self._timeouts.items()
        }


def _parsed_url_at(base: httpx2.URL, target: str) -> PrivateURL:
    return PrivateURL(base.copy_with(raw_path=target.encode("ascii")))


def _spliced_url_at(base: httpx2.URL, target: str) -> PrivateURL:
    """Return the same without parsing again what is encoded already: 1 us instead of 15."""
    path, mark, query = target.partition("?")
    url = PrivateURL(base)
    parts: Any = url._uri_reference  # pyright: ignore[reportPrivateUsage]
    url._uri_reference = parts._replace(path=path, query=query if mark else None)  # pyright: ignore[reportPrivateUsage]
    return url


def _splicing_works() -> bool:
    """Return True if this httpx2 keeps its URLs in the parts that we replace."""
    base, target = httpx2.URL("https://host:1/a"), "/a/b%20c?d=%2F&e=1"
    try:
        return _spliced_url_at(base, target) == _parsed_url_at(base, target)
    except (AttributeError, TypeError, ValueError):
        return False


url_at = _spliced_url_at if _splicing_works() else _parsed_url_at


class Body:
    """Takes a body in part by part, up to what we accept of a status; sizes are those after decompression."""

    def __init__(self, response: httpx2.Response) -> None:
        self._response = response
        self._parts: list[bytes] = []
        self._largest = LARGEST_BODY if 200 <= response.status_code < 300 else LARGEST_ERROR_BODY
        self._size = 0
        self.fault: str | None = None

    def add(self, part: bytes) -> None:
        """Keep *part*, or raise one of FAULTS if the body has become too large."""
        self._parts.append(part)
        self._size += len(part)
        if self._size > self._largest:
            raise httpx2.DecodingError(f"larger than {self._largest} bytes")

    def broke(self, fault: BaseException, secrets: Sequence[str]) -> None:
        """Remember that the body ended in *fault*."""
        self.fault = f"the body did not arrive whole ({_words(fault, secrets)})"

    def answer(self) -> Answer:
        """Return the answer with as much of the body as there is."""
        content = b"".join(self._parts)[: self._largest]
        return Answer(self._response.status_code, Headers(self._response.headers.raw), content, self.fault)


class TooLate(httpx2.TimeoutException):  # seen by its name in a message: "TooLate: the time ..."
    """The deadline of the whole call ended an attempt."""


def outcome_from(
    fault: BaseException, secrets: Sequence[str], progress: Progress, request: httpx2.Request
) -> Answer | Failure:
    """Return what *fault* means: an answer if an event hook of the caller's raised the status of *request*."""
    if not isinstance(fault, httpx2.HTTPStatusError) or fault.request is not request:
        return failure_from(fault, secrets, progress)
    response = fault.response
    try:
        content, lost = response.content, None
    except httpx2.ResponseNotRead:
        content, lost = b"", "an event hook of the http_client raised before the body was read"
    return Answer(response.status_code, Headers(response.headers.raw), content[:LARGEST_BODY], lost)


def failure_from(fault: BaseException, secrets: Sequence[str], progress: Progress) -> Failure:
    """Return what *fault* means: how far the attempt got and whether a repetition could help.

    Connect, proxy and pool failures are told by their class, with any transport; the rest by the events.
    """
    text = _words(fault, secrets)
    if isinstance(fault, httpx2.ConnectTimeout):
        return Failure("not_sent", "connect_timeout", text)
    if isinstance(fault, httpx2.PoolTimeout):
        return Failure("not_sent", "pool_timeout", text)
    if isinstance(fault, (httpx2.LocalProtocolError, httpx2.UnsupportedProtocol)) or _is_bad_certificate(fault):
        return Failure("not_sent", "permanent", text)
    if isinstance(fault, (httpx2.ConnectError, httpx2.ProxyError)) or progress.certainly_not_sent:
        return Failure("not_sent", "connect", text)
    return Failure("unknown", "broken", text)


def _words(fault: BaseException, secrets: Sequence[str]) -> str:
    """Return class and words of *fault*; those about an illegal header would quote it, the key's included."""
    words = "" if isinstance(fault, httpx2.LocalProtocolError) else shortened(masked(str(fault), secrets), 200)
    return f"{type(fault).__name__}: {words}" if words else type(fault).__name__


def _is_bad_certificate(fault: BaseException | None) -> bool:
    seen: list[BaseException] = []  # A fault may come to be its own cause: libraries raise one again from another.
    while fault is not None and fault not in seen:
        if isinstance(fault, ssl.SSLCertVerificationError):
            return True
        seen.append(fault)
        fault = fault.__cause__ or fault.__context__
    return False

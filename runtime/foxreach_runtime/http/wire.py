"""The request of an attempt as httpx2 sends it. No I/O."""

from __future__ import annotations

import platform
from typing import Any

import httpx2

from ..library_logs.filters import PrivateURL
from ..operation import Request
from ..options.options import Options, parsed_url
from .pools import ATTEMPT
from .progress import Progress

_EMPTY = httpx2.ByteStream(b"")
JSON = b"application/json"
WITH_CONTENT = frozenset({"POST", "PUT", "PATCH"})  # RFC 9110 8.6: these say that they have none.


def _stream(body: bytes | Any | None) -> Any:
    """Return a body as a stream; a form is one."""
    return _EMPTY if body is None else httpx2.ByteStream(body) if isinstance(body, bytes) else body


class Wire:
    """Makes the requests of one client: all that is the same for every call is made once."""

    def __init__(self, options: Options) -> None:
        self._base = parsed_url(options.base_url)
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
            **({options.key_header: options.key_prefix + options.key} if options.key else {}),
        }
        self._key_header, self._key_prefix = options.key_header.encode("ascii"), options.key_prefix
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
            stream=_stream(wanted.body),
            extensions={"timeout": self._within(left), "trace": progress, ATTEMPT: progress},
        )
        request.url = url  # httpx2 made a plain one of it.
        return request

    def _headers_of(self, wanted: Request) -> httpx2.Headers:
        if wanted.body is None and not wanted.key and not wanted.headers:
            return self._empty_post if wanted.method in WITH_CONTENT else self._headers
        lines = [*self._lines, self._key_line(wanted.key)] if wanted.key else self._lines
        if wanted.headers:
            names = {name.lower() for name, _ in wanted.headers}
            lines = [*(line for line in lines if line[0].lower() not in names), *wanted.headers]
        if wanted.body is None:
            return httpx2.Headers([*lines, (b"content-length", b"0")] if wanted.method in WITH_CONTENT else lines)
        kind, size = (
            (JSON, len(wanted.body)) if isinstance(wanted.body, bytes) else (wanted.body.kind, wanted.body.size)
        )
        length = (b"transfer-encoding", b"chunked") if size is None else (b"content-length", str(size).encode("ascii"))
        return httpx2.Headers([*lines, (b"content-type", kind), length])

    def _key_line(self, key: str) -> tuple[bytes, bytes]:
        return self._key_header, (self._key_prefix + key).encode("ascii")

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
    """Return the same without parsing again what is encoded already: 0.5 us instead of 15."""
    path, mark, query = target.partition("?")
    url = PrivateURL.__new__(PrivateURL)
    scheme, user, host, port, _, _, end = parts = base._uri_reference  # pyright: ignore[reportPrivateUsage]
    url._uri_reference = type(parts)(scheme, user, host, port, path, query if mark else None, end)  # pyright: ignore[reportPrivateUsage]
    return url


def _splicing_works() -> bool:
    """Return True if this httpx2 keeps its URLs in the parts that we replace."""
    base, target = httpx2.URL("https://host:1/a"), "/a/b%20c?d=%2F&e=1"
    try:
        return _spliced_url_at(base, target) == _parsed_url_at(base, target)
    except (AttributeError, TypeError, ValueError):
        return False


url_at = _spliced_url_at if _splicing_works() else _parsed_url_at

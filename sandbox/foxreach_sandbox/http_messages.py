"""The request and the reply that the engine takes and returns, whatever the server or transport. Pure."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from email import message_from_bytes
from http import HTTPStatus
from typing import Any
from urllib.parse import parse_qsl

from msgspec import json

from .faults import Fault

BASE = "/api/v1"


@dataclass(frozen=True)
class Request:
    """One request. *path* is percent-encoded, and the names in *headers* are in lower case."""

    method: str
    path: str
    query: str = ""
    headers: Mapping[str, str] = field(default_factory=dict[str, str])
    body: bytes = b""

    @property
    def values(self) -> dict[str, list[str]]:
        """The values of each query parameter, in their order."""
        return _by_name(parse_qsl(self.query, keep_blank_values=True))

    @property
    def fields(self) -> dict[str, list[str]]:
        """The values of each field of a form; of a file, its content as Latin-1."""
        kind = self.headers.get("content-type", "")
        if not kind.startswith("multipart/"):
            return _by_name(parse_qsl(self.body.decode("utf-8", "replace"), keep_blank_values=True))
        message: Any = message_from_bytes(f"Content-Type: {kind}\r\n\r\n".encode() + self.body)
        parts: list[Any] = message.get_payload() if message.is_multipart() else []
        return _by_name(
            (str(part.get_param("name", header="content-disposition")), part.get_payload(decode=True).decode("latin-1"))
            for part in parts
        )


def _by_name(pairs: Iterable[tuple[str, str]]) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for name, value in pairs:
        found.setdefault(name, []).append(value)
    return found


@dataclass(frozen=True)
class Reply:
    """A reply, and the fault to inject while it is sent."""

    status: int
    body: bytes = b""
    headers: Mapping[str, str] = field(default_factory=dict[str, str])
    fault: Fault | None = None

    @property
    def lines(self) -> list[tuple[bytes, bytes]]:
        """The headers as bytes, with Content-Length unless the status forbids a body."""
        length = {} if self.status == HTTPStatus.NO_CONTENT else {"Content-Length": str(len(self.body))}
        both = {**self.headers, **length}
        return [(name.lower().encode("ascii"), value.encode("latin-1")) for name, value in both.items()]

    def with_headers(self, headers: Mapping[str, str]) -> "Reply":
        """Return the reply with *headers* added; its own take precedence."""
        return Reply(self.status, self.body, {**headers, **self.headers}, self.fault)

    def overlaid(self, headers: Mapping[str, str | None]) -> "Reply":
        """Return the reply with *headers* replacing its own, ignoring case; None removes one."""
        named = {name.lower() for name in headers}
        kept = {name: value for name, value in self.headers.items() if name.lower() not in named}
        return replace(self, headers={**kept, **{name: value for name, value in headers.items() if value is not None}})


def reply_of(status: int, body: Any, headers: Mapping[str, str] | None = None) -> Reply:
    """Return a reply: *body* is text (sent as HTML), bytes (sent unchanged as JSON), None, or an object to encode."""
    given = dict(headers or {})
    if body is None or status == HTTPStatus.NO_CONTENT:
        return Reply(status, b"", given)
    if isinstance(body, str):
        return Reply(status, body.encode(), {"Content-Type": "text/html; charset=utf-8", **given})
    content = body if isinstance(body, bytes) else encoded(body)
    return Reply(status, content, {"Content-Type": "application/json", **given})


def encoded(body: Any) -> bytes:
    """Encode *body* as JSON."""
    return json.encode(body)


def decoded(body: bytes) -> Any:
    """Decode the JSON in *body*; ValueError if it is not valid."""
    try:
        return json.decode(body)
    except RecursionError:
        raise ValueError("nested too deeply") from None

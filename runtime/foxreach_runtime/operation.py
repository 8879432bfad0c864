"""An operation as the spec describes it, and one call of it. Values only: no I/O, no decision."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, Generic, TypeVar

import msgspec
from msgspec import structs

from .fork import importing
from .request.body import NO_FIELDS, encoded, nothing_given
from .request.path import path_with
from .request.query import query_with
from .response.redaction import PartialRepr
from .response.status import Repeat
from .rules.paging import PageRule
from .rules.settling import SettledBy

T = TypeVar("T")

_NOTHING: Mapping[str, object] = {}
_NOTHING_SENT: Mapping[str, bytes | None] = {}


class Request(msgspec.Struct, frozen=True):
    """The request of a call, without the host and the headers that the client adds.

    *body* is JSON, or a form, which is a stream. *key* is the API key, if it is not the same for all calls of the
    client. *headers* are arguments of the call; each replaces a header of the client with that name.
    *spool* makes a place for the content of a success that is no JSON.
    """

    method: str
    path: str
    query: tuple[str, ...] = ()
    body: bytes | Any | None = None
    key: str = ""
    headers: tuple[tuple[bytes, bytes], ...] = ()
    spool: Callable[[], Any] | None = None

    def __repr__(self) -> str:
        return f"Request({self.method!r}, {self.path!r})"  # The others are about a person, or secret.

    def __rich_repr__(self) -> list[tuple[str, Any]]:
        return [("method", self.method), ("path", self.path)]

    def with_query(self, parameter: str, value: str | int) -> Request:
        """Return the same request with another value of a parameter, both percent-encoded."""
        others = tuple(item for item in self.query if not item.startswith(f"{parameter}="))
        return structs.replace(self, query=(*others, f"{parameter}={value}"))


class Operation(PartialRepr, Generic[T], frozen=True, kw_only=True):
    """One operation of the spec. A call returns the property *take* of its *reply*, or all of it if *take* is empty.

    A *reply* of NoneType has no content.

    *errors* maps a status ("404") or a family ("5XX") to the type of its body; *statuses* are the documented
    successes. Any 2xx is a success, and a reply has *documented* False if the spec does not list its status. If
    *repeated* is True, the result has a field of that name: whether an earlier attempt may have been carried out.
    *idempotency* is the header by which the server recognises a repeat of a call.
    """

    _hidden = frozenset({"errors"})
    name: str
    method: str
    path: str
    repeat: Repeat
    reply: Any
    take: str = "data"
    errors: Mapping[str, type[Any]] = {}
    statuses: frozenset[int] = frozenset({200})
    repeated: bool = False
    idempotency: bytes = b""
    page: PageRule | None = None
    settled_by: SettledBy | None = None

    def call(
        self,
        *,
        path: Mapping[str, object] = _NOTHING,
        query: Mapping[str, object] = _NOTHING,
        headers: Mapping[str, bytes | None] = _NOTHING_SENT,
        body: msgspec.Struct | None = None,
        form: Any = None,
        spool: Callable[[], Any] | None = None,
        empty: T | None = None,
    ) -> Call[T]:
        """Return a call with these arguments; raise ValueError or TypeError before any I/O.

        *empty* is the result if the response has no content.
        """
        content = form if body is None else encoded(self.name, body)
        if content == NO_FIELDS and body is not None and self.method == "PATCH":
            raise nothing_given(self.name, body)
        request = Request(
            self.method,
            path_with(self.name, self.path, path) if path else self.path,
            query_with(query) if query else (),
            content,
            headers=tuple((name.encode(), value) for name, value in headers.items() if value is not None)
            if headers
            else (),
            spool=spool,
        )
        return Call(self, request, empty, path, body)

    def documents(self, status: int) -> bool:
        """Return True if the spec lists *status* or its family for this operation."""
        return status in self.statuses or self.error_type(status) is not None

    def error_type(self, status: int) -> type[Any] | None:
        """Return the type of the body of *status* or its family; None if it is not documented."""
        return self.errors.get(str(status)) or self.errors.get(f"{status // 100}XX")


class Call(msgspec.Struct, Generic[T], frozen=True):
    """An operation with its arguments, ready to be sent. *path* and *body* are the arguments by name."""

    operation: Operation[T]
    request: Request
    empty: T | None = None
    path: Mapping[str, object] = _NOTHING
    body: msgspec.Struct | None = None

    def __repr__(self) -> str:
        return f"Call({self.operation.name!r}, {self.request!r})"

    def __rich_repr__(self) -> list[tuple[str, Any]]:
        return [("operation", self.operation.name), ("request", self.request)]

    @property
    def idempotency_key(self) -> str | None:
        """The key by which the server recognises a repeat of this call, if it has one."""
        key = dict(self.request.headers).get(self.operation.idempotency)
        return None if key is None else key.decode("latin-1")

    def with_idempotency_key(self, token: Callable[[], str] | None) -> Call[T]:
        """Return the same call with a key, which *token* makes if the caller gave none."""
        if self.idempotency_key is not None:
            return self
        with importing():  # Few operations have a key.
            from .headers.values import new_key  # noqa: PLC0415

        headers = (*self.request.headers, (self.operation.idempotency, new_key(token)))
        return structs.replace(self, request=structs.replace(self.request, headers=headers))

    def with_query(self, parameter: str, value: str | int) -> Call[T]:
        """Return the same call with another value of a query parameter."""
        return structs.replace(self, request=self.request.with_query(parameter, value))

"""Mock the API without state: one typed route per operation, on top of respx. Patches httpx2 and opens no socket."""

import json
import re
from collections.abc import Callable, Mapping, Sequence
from contextlib import ExitStack
from functools import cached_property
from types import TracebackType, UnionType
from typing import Annotated, Any, Generic, Self, TypeVar, Union, cast, get_args, get_origin
from urllib.parse import unquote, urlsplit

import httpx
import httpx2
import msgspec
import pytest_httpx2 as pytest_httpx2  # noqa: PLC0414 - registers httpx2 with respx
import respx
from anyio.lowlevel import checkpoint
from foxreach_runtime.files.download import Download
from foxreach_runtime.operation import Operation
from foxreach_sandbox.clock import Clock

from .clients import virtual_time
from .examples import Examples
from .mocked_calls import MockedCall, call_of

B = TypeVar("B")
R = TypeVar("R")
T = TypeVar("T")
Answer = Callable[[httpx.Request], httpx.Response]


def _check_error(operation: str, status: int) -> None:
    if not 400 <= status < 600:
        raise ValueError(f"{operation}: {status} is not an error status (400 to 599)")


class AnyRoute(Generic[B]):
    """The route of an operation whose body is a *B*; a call before the first answer is set up is an error."""

    def __init__(self, operation: Operation[Any], examples: Examples, body: type[B]) -> None:
        self.operation, self._examples, self._body = operation, examples, body
        self._answers: list[Answer] = []
        self._given = 0
        self.requests: list[httpx.Request] = []
        """The requests of this operation, oldest first."""

    def fails(
        self,
        status: int,
        *,
        detail: str | None = None,
        body: msgspec.Struct | None = None,
        headers: Mapping[str, str] | None = None,
        documented: bool = True,
    ) -> Self:
        """Answer with an error: the document's example, or one with *detail*, or *body* as a factory built it.

        Raises:
            LookupError: the operation does not document *status*; `documented=False` permits it.
            TypeError: the operation does not document such a *body*.
            ValueError: *status* is not 400 to 599.
        """
        _check_error(self.operation.name, status)
        content = self._examples.of_reply(self.operation.name, status) if documented else None
        if body is not None:
            content = self._checked(body, self.operation.error_type(status) if documented else None)
        elif detail is not None or not documented:
            content = {"detail": detail or f"Status {status}"}
        return self._then(lambda _: httpx.Response(status, json=content, headers=headers))

    def breaks(self, error: httpx2.TransportError) -> Self:
        """Raise *error* as httpx2 would for a failed connection, such as `httpx2.ReadTimeout("too late")`."""

        def answer(_: httpx.Request) -> httpx.Response:
            raise error

        return self._then(answer)

    @property
    def bodies(self) -> list[Any]:
        """The JSON bodies of the requests, oldest first; None for a request without one, or with a form."""
        kinds = (request.headers.get("content-type", "") for request in self.requests)
        pairs = zip(kinds, self.requests, strict=True)
        return [json.loads(request.content) if kind == "application/json" else None for kind, request in pairs]

    @property
    def sent(self) -> list[B]:
        """The bodies of the requests as models, oldest first; None for an operation without a body."""
        return [msgspec.convert(body, self._body) for body in self.bodies]

    def answer(self, request: httpx.Request) -> httpx.Response:
        """Return the next answer; the last one repeats."""
        self.requests.append(request)
        if not self._answers:
            raise AssertionError(self.complaint())
        self._given += 1
        return self._answers[min(self._given, len(self._answers)) - 1](request)

    def complaint(self) -> str:
        """Return how the calls differ from the answers that were set up; '' if they do not."""
        unanswered, unused = len(self.requests) - self._given, len(self._answers) - self._given
        if unanswered:
            return f"{self.operation.name} was called before an answer was set up with `returns` or `fails`"
        return f"{self.operation.name}: {unused} of its answers were never requested" if unused > 0 else ""

    def _computed(self, function: Callable[[MockedCall[B]], R | int], answered: Callable[[R], Answer]) -> Self:
        """Answer with what *function* returns: an error status, or a value that *answered* turns into an answer."""

        def answer(request: httpx.Request) -> httpx.Response:
            found = function(call_of(self.operation, self._body, request))
            if not isinstance(found, int):
                return answered(found)(request)
            _check_error(self.operation.name, found)
            return httpx.Response(found, json=self._examples.of_reply(self.operation.name, found))

        return self._then(answer)

    def _then(self, answer: Answer) -> Self:
        self._answers.append(answer)
        return self

    def _envelope(self, value: object, **others: Any) -> Any:
        """Return the reply with *value* as the result and *others* replaced; the rest is the document's example."""
        operation = self.operation
        example = self._examples.of_reply(operation.name, self._examples.success_status(operation.name))
        result: Any = msgspec.to_builtins(value)
        if operation.take:
            result = {**cast("dict[str, Any]", example), _wire_name(operation.reply, operation.take): result}
        return {**result, **others} if others else result

    def _checked(self, content: object, kind: type[Any] | None) -> Any:
        """Return *content* as JSON values; TypeError if they do not fit *kind*, a documented body."""
        wire = msgspec.to_builtins(content)
        try:
            msgspec.convert(wire, kind or Any)
        except msgspec.ValidationError as error:
            raise TypeError(f"{self.operation.name} cannot answer this: {error}") from None
        return wire


class Route(AnyRoute[B], Generic[B, T]):
    """The route of an operation that returns a *T*."""

    def returns(self, value: T, *, status: int | None = None) -> Self:
        """Answer with *value*, in the documented envelope; with status 204, without a body.

        Raises:
            TypeError: the operation does not return such a value.
            ValueError: *status* is not 200 to 299.
        """
        return self._then(self._success(value, status))

    def computes(self, function: Callable[[MockedCall[B]], T | int]) -> Self:
        """Answer with the value that *function* returns for each call, or with the error status that it returns.

        Raises, when the call is made:
            LookupError: the operation does not document the status.
            TypeError: the operation does not return such a value.
            ValueError: the status is not 400 to 599.
        """
        return self._computed(function, self._success)

    def _success(self, value: T, status: int | None = None) -> Answer:
        code = self._examples.success_status(self.operation.name) if status is None else status
        if not 200 <= code < 300:
            raise ValueError(f"{self.operation.name}: {code} is not a success status (200 to 299); see `fails`")
        if isinstance(value, Download):
            kind = {"Content-Type": value.content_type} if value.content_type else None
            return lambda _: httpx.Response(code, content=value.content, headers=kind)
        body = self._checked(self._envelope(value), self.operation.reply)
        return lambda _: httpx.Response(code) if code == 204 else httpx.Response(code, json=body)


class PageRoute(AnyRoute[None], Generic[T]):
    """The route of a paginated list."""

    def returns(self, items: Sequence[T], *, page_size: int = 20) -> Self:
        """Answer with *items*, one page per request; *page_size* applies if the request does not name one.

        Raises:
            TypeError: the list does not have such items.
        """
        return self._then(self._paged(items, page_size))

    def computes(self, function: Callable[[MockedCall[None]], Sequence[T] | int]) -> Self:
        """Answer with a page of the items that *function* returns for each call, or with the error status.

        Raises, when the call is made:
            LookupError: the list does not document the status.
            TypeError: the list does not have such items.
            ValueError: the status is not 400 to 599.
        """
        return self._computed(function, self._paged)

    def _paged(self, items: Sequence[T], page_size: int = 20) -> Answer:
        self._checked(self._envelope(items), self.operation.reply)
        kept = list(items)
        return lambda request: httpx.Response(200, json=self._page(kept, page_size, request.url.params))

    def _page(self, items: list[T], size: int, query: Mapping[str, str]) -> dict[str, Any]:
        rule = self.operation.page
        assert rule is not None  # noqa: S101 - only paginated lists have this route
        if rule.cursor:
            start, most = int(query.get(unquote(rule.number), "0")), int(query.get(unquote(rule.size or ""), size))
            following = start + most if start + most < len(items) else None
            page = self._envelope(items[start : start + most])
            return {**page, **_with_cursor(self.operation.reply, rule.cursor, following)}
        meta = next(field for field in msgspec.structs.fields(self.operation.reply) if field.name == rule.meta)
        number, size = (
            int(query.get(unquote(rule.number), "1")),
            int(query.get(_wire_name(meta.type, "page_size"), size)),
        )
        info = {"page": number, "page_size": size, "total": len(items), "total_pages": -(-len(items) // size)}
        wire_info = {_wire_name(meta.type, name): value for name, value in info.items()}
        page = self._envelope(items[(number - 1) * size : number * size], **{meta.encode_name: wire_info})
        return cast("dict[str, Any]", page)


def _with_cursor(kind: type[msgspec.Struct], names: Sequence[str], cursor: int | None) -> dict[str, Any]:
    """Return the fields that lead to the cursor of the next page; the last page has null there, or no field."""
    field = next(field for field in msgspec.structs.fields(kind) if field.name == names[0])
    options = _options(field.type)
    if len(names) > 1:
        inner = next(option for option in options if isinstance(option, type) and issubclass(option, msgspec.Struct))
        return {field.encode_name: _with_cursor(inner, names[1:], cursor)}
    if cursor is None:
        return {field.encode_name: None} if type(None) in options else {}
    return {field.encode_name: str(cursor) if str in options else cursor}


def _options(kind: Any) -> tuple[Any, ...]:
    """Return the types that a value may have."""
    if get_origin(kind) is Annotated:
        return _options(get_args(kind)[0])
    return get_args(kind) if get_origin(kind) in (Union, UnionType) else (kind,)


def _wire_name(kind: type[msgspec.Struct], field: str) -> str:
    return dict(zip(kind.__struct_fields__, kind.__struct_encode_fields__, strict=True))[field]


class _Mock(respx.MockRouter):
    """respx's router, except that each async call yields to the event loop: a polling task must be cancellable."""

    async def async_handler(self, request: httpx.Request) -> httpx.Response:
        await checkpoint()
        return await super().async_handler(request)


class Router:
    """The routes below *base_url*, active while used as a context manager; requests to anything else are refused.

    Clients created in that time wait on *clock* instead of real time.
    """

    def __init__(self, base_url: str, examples: Examples) -> None:
        self.clock = Clock()
        self._prefix = re.escape(urlsplit(base_url).path.rstrip("/"))
        self._others: set[str] = set()
        self._examples = examples
        self._routes: list[AnyRoute[Any]] = []
        self._open = ExitStack()

    def route(self, operation: Operation[T], body: type[B]) -> Route[B, T]:
        """Add the route of an operation; *body* is the type of its request body."""
        self._routes.append(route := Route[B, T](operation, self._examples, body))
        return route

    def pages(self, operation: Operation[list[T]]) -> PageRoute[T]:
        """Add the route of a paginated list."""
        self._routes.append(route := PageRoute[T](operation, self._examples, type(None)))
        return route

    def pass_through(self, *hosts: str) -> None:
        """Let requests to *hosts* go to the network; a name with a port, `localhost:8025`, means this port alone."""
        self._others.update(host.lower() for host in hosts)

    def _answer(self, request: httpx.Request) -> httpx.Response | httpx.Request | None:
        """Return the answer of the matching route; None where none matches, which respx refuses.

        The request itself means to respx that it goes to the network.
        """
        if {request.url.host, f"{request.url.host}:{request.url.port}"} & self._others:
            return request
        method, path = request.method, request.url.raw_path.partition(b"?")[0].decode("ascii")
        matching = (route for each, pattern, route in self._table if each == method and pattern.fullmatch(path))
        route = next(matching, None)
        return None if route is None else route.answer(request)

    @cached_property
    def _table(self) -> list[tuple[str, re.Pattern[str], AnyRoute[Any]]]:
        # Literal paths come before templated ones: /inbox/stats must not match /inbox/{reply_id}.
        routes = sorted(self._routes, key=lambda each: each.operation.path.count("{"))
        return [(route.operation.method, self._pattern(route.operation.path), route) for route in routes]

    def _pattern(self, path: str) -> re.Pattern[str]:
        return re.compile(self._prefix + re.sub(r"\\\{\w+\\\}", "[^/]+", re.escape(path)))

    def __enter__(self) -> None:
        mock = _Mock(using="httpcore2", assert_all_called=False, assert_all_mocked=True)
        mock.route().mock(side_effect=self._answer)
        self._open.enter_context(virtual_time(self.clock))
        self._open.enter_context(mock)

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._open.close()
        complaints = [complaint for route in self._routes if (complaint := route.complaint())]
        if complaints and error is None:
            raise AssertionError("; ".join(complaints))

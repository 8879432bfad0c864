"""What one operation answers in a test, and what was asked of it."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping, Sequence
from typing import Any, Generic, Self, TypeVar, cast

import httpx
import httpx2
import msgspec
from foxreach_runtime.operation import Operation

from .examples import Examples

B = TypeVar("B")
T = TypeVar("T")
Answer = Callable[[httpx.Request], httpx.Response]


class AnyRoute(Generic[B]):
    """The route of an operation whose body is a *B*; without an answer, calling it is an error."""

    def __init__(self, operation: Operation[Any], examples: Examples, body: type[B]) -> None:
        self.operation, self._examples, self._body = operation, examples, body
        self._answers: list[Answer] = []
        self._given = 0
        self.requests: list[httpx.Request] = []
        """What was sent to this operation, oldest first."""

    def fails(
        self,
        status: int,
        *,
        detail: str | None = None,
        body: msgspec.Struct | None = None,
        headers: Mapping[str, str] | None = None,
        documented: bool = True,
    ) -> Self:
        """Answer with a documented error: its example, or *detail* in the server's words, or *body*, from a factory.

        Raises:
            LookupError: the operation does not document *status*; `documented=False` answers with it all the same.
            TypeError: the operation does not document such a *body*.
            ValueError: *status* is no error.
        """
        if not 400 <= status < 600:
            raise ValueError(f"{self.operation.name}: {status} is no error; an error is 400 to 599")
        content = self._examples.of_reply(self.operation.name, status) if documented else None
        if body is not None:
            content = self._checked(body, self.operation.error_type(status) if documented else None)
        elif detail is not None or not documented:
            content = {"detail": detail or f"Status {status}"}
        return self._then(lambda _: httpx.Response(status, json=content, headers=headers))

    def breaks(self, error: httpx2.TransportError) -> Self:
        """Let the connection fail as httpx2 would report it, such as `httpx2.ReadTimeout("too late")`."""

        def answer(_: httpx.Request) -> httpx.Response:
            raise error

        return self._then(answer)

    @property
    def bodies(self) -> list[Any]:
        """The JSON of what was sent, oldest first; None for a request without a body."""
        return [json.loads(request.content) if request.content else None for request in self.requests]

    @property
    def sent(self) -> list[B]:
        """The bodies of what was sent as models, oldest first; None for an operation without a body."""
        return [msgspec.convert(body, self._body) for body in self.bodies]

    def answer(self, request: httpx.Request) -> httpx.Response:
        """Return the next answer; the last one is given from then on."""
        self.requests.append(request)
        if not self._answers:
            raise AssertionError(self.complaint())
        self._given += 1
        return self._answers[min(self._given, len(self._answers)) - 1](request)

    def complaint(self) -> str:
        """Return what did not come as the test said, '' where all did."""
        unanswered, unasked = len(self.requests) - self._given, len(self._answers) - self._given
        if unanswered:
            return f"{self.operation.name} was called before it was told what it returns, or how it fails"
        return f"{self.operation.name}: nobody asked for {unasked} of its answers" if unasked > 0 else ""

    def _then(self, answer: Answer) -> Self:
        self._answers.append(answer)
        return self

    def _reply(self, value: object, **others: Any) -> dict[str, Any]:
        """Return the reply that holds *value*; what else it has is as in the document's example."""
        operation = self.operation
        example = self._examples.of_reply(operation.name, self._examples.good_status(operation.name))
        held = {_wire(operation.reply, operation.take): msgspec.to_builtins(value), **others}
        return {**cast("dict[str, Any]", example), **held}

    def _checked(self, content: object, kind: type[Any] | None) -> Any:
        """Return *content* as JSON if it is of *kind*, the type of a body of the operation; else TypeError."""
        wire = msgspec.to_builtins(content)
        try:
            msgspec.convert(wire, kind or Any)
        except msgspec.ValidationError as error:
            raise TypeError(f"{self.operation.name} cannot answer this: {error}") from None
        return wire


class Route(AnyRoute[B], Generic[B, T]):
    """The route of an operation that returns a *T*."""

    def returns(self, value: T, *, status: int | None = None) -> Self:
        """Answer with *value*, in the envelope that the document says; with status 204, without a body.

        Raises:
            TypeError: the operation does not return such a value.
            ValueError: *status* is no success.
        """
        code = self._examples.good_status(self.operation.name) if status is None else status
        if not 200 <= code < 300:
            raise ValueError(f"{self.operation.name}: {code} is no success; see `fails`")
        body = self._checked(self._reply(value), self.operation.reply)
        return self._then(lambda _: httpx.Response(code) if code == 204 else httpx.Response(code, json=body))


class PageRoute(AnyRoute[None], Generic[T]):
    """The route of a list of many pages."""

    def returns(self, items: Sequence[T], *, page_size: int = 20) -> Self:
        """Answer with *items*, page by page as the caller asks; *page_size* is for callers who do not say.

        Raises:
            TypeError: these are not the items of this list.
        """
        self._checked(self._reply(items), self.operation.reply)
        kept = list(items)
        return self._then(lambda request: httpx.Response(200, json=self._page(kept, page_size, request.url.params)))

    def _page(self, items: list[T], size: int, query: Mapping[str, str]) -> dict[str, Any]:
        rule = self.operation.page
        assert rule is not None  # noqa: S101 - only lists of many pages have this route
        meta = next(field for field in msgspec.structs.fields(self.operation.reply) if field.name == rule.meta)
        number, size = int(query.get(rule.number, "1")), int(query.get(_wire(meta.type, "page_size"), size))
        facts = {"page": number, "page_size": size, "total": len(items), "total_pages": -(-len(items) // size)}
        counts = {_wire(meta.type, name): value for name, value in facts.items()}
        return self._reply(items[(number - 1) * size : number * size], **{meta.encode_name: counts})


def _wire(kind: type[msgspec.Struct], name: str) -> str:
    """Return the name in JSON of the field *name*."""
    return dict(zip(kind.__struct_fields__, kind.__struct_encode_fields__, strict=True))[name]

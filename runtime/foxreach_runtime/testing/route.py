"""What one operation answers in a test, and what was asked of it."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping, Sequence
from typing import Any, Generic, Self, TypeVar, cast

import httpx
import httpx2
import msgspec
import respx

from ..operation import Operation
from .examples import Examples

T = TypeVar("T")
Answer = Callable[[httpx.Request], httpx.Response]


class _Route:
    def __init__(self, operation: Operation[Any], examples: Examples, matching: Callable[[], respx.Route]) -> None:
        self._operation, self._examples, self._matching = operation, examples, matching
        self._answers: list[Answer] = []
        self._route: respx.Route | None = None

    def fails(self, status: int, *, detail: str | None = None, headers: Mapping[str, str] | None = None) -> Self:
        """Answer with a documented error: its example, or *detail* in the server's words."""
        example = self._examples.of_reply(self._operation.name, status)
        body = example if detail is None else {"detail": detail}
        return self._then(lambda _: httpx.Response(status, json=body, headers=headers))

    def breaks(self, error: httpx2.TransportError) -> Self:
        """Let the connection fail as httpx2 would report it, such as `httpx2.ReadTimeout("too late")`."""

        def answer(_: httpx.Request) -> httpx.Response:
            raise error

        return self._then(answer)

    @property
    def requests(self) -> list[httpx.Request]:
        """What was sent to this operation, oldest first."""
        calls = [] if self._route is None else cast("list[respx.models.Call]", list(self._route.calls))
        return [call.request for call in calls]

    @property
    def bodies(self) -> list[Any]:
        """The JSON of what was sent, oldest first; None for a request without a body."""
        return [json.loads(request.content) if request.content else None for request in self.requests]

    def _then(self, answer: Answer) -> Self:
        """Give *answer* after the ones before it, each of which is given once; the last is given from then on."""
        self._answers.append(answer)
        if self._route is None:
            self._route = self._matching().mock(side_effect=self._next)
        return self

    def _next(self, request: httpx.Request) -> httpx.Response:
        return (self._answers.pop(0) if len(self._answers) > 1 else self._answers[0])(request)

    def _reply(self, value: Any, **others: Any) -> dict[str, Any]:
        """Return the reply that holds *value*; what else it has is as in the document's example."""
        status = self._examples.good_status(self._operation.name)
        example = cast("dict[str, Any]", self._examples.of_reply(self._operation.name, status))
        return {**example, _wire(self._operation.reply, self._operation.take): msgspec.to_builtins(value), **others}


class Route(_Route, Generic[T]):
    """The route of an operation; without an answer, calling it is an error."""

    def returns(self, value: T, *, status: int | None = None) -> Self:
        """Answer with *value*, in the envelope that the document says; with status 204, without a body."""
        code = self._examples.good_status(self._operation.name) if status is None else status
        if code == 204:
            return self._then(lambda _: httpx.Response(code))
        body = self._reply(value)
        return self._then(lambda _: httpx.Response(code, json=body))


class PageRoute(_Route, Generic[T]):
    """The route of a list; without an answer, calling it is an error."""

    def returns(self, items: Sequence[T], *, page_size: int = 20) -> Self:
        """Answer with *items*, page by page as the caller asks; *page_size* is for callers who do not say."""
        kept = list(items)
        return self._then(lambda request: httpx.Response(200, json=self._page(kept, page_size, request.url.params)))

    def _page(self, items: list[T], size: int, query: Mapping[str, str]) -> dict[str, Any]:
        rule = self._operation.page
        assert rule is not None  # noqa: S101 - only lists of many pages have this route
        meta = next(field for field in msgspec.structs.fields(self._operation.reply) if field.name == rule.meta)
        number, size = int(query.get(rule.number, "1")), int(query.get(_wire(meta.type, "page_size"), size))
        facts = {"page": number, "page_size": size, "total": len(items), "total_pages": -(-len(items) // size)}
        counts = {_wire(meta.type, name): value for name, value in facts.items()}
        return self._reply(items[(number - 1) * size : number * size], **{meta.encode_name: counts})


def _wire(kind: type[msgspec.Struct], name: str) -> str:
    """Return the name in JSON of the field *name*."""
    return dict(zip(kind.__struct_fields__, kind.__struct_encode_fields__, strict=True))[name]

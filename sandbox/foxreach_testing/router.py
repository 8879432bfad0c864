"""Answers for calls, made up by a test: one typed route per operation, on top of respx. Patches httpx2; no socket."""

from __future__ import annotations

import re
from contextlib import ExitStack
from functools import cached_property
from types import TracebackType
from typing import Any, TypeVar
from urllib.parse import urlsplit

import httpx
import pytest_httpx2 as pytest_httpx2  # noqa: PLC0414 - teaches respx what httpx2 is
import respx
from anyio.lowlevel import checkpoint
from foxreach_runtime.operation import Operation
from foxreach_sandbox.clock import Clock

from .examples import Examples
from .route import AnyRoute, PageRoute, Route
from .waiting import waiting_on

B = TypeVar("B")
T = TypeVar("T")


class _Mock(respx.MockRouter):
    """As respx has it, except that other tasks have their turn: one that never waits would stop them all."""

    async def async_handler(self, request: httpx.Request) -> httpx.Response:
        await checkpoint()
        return await super().async_handler(request)


class Router:
    """The routes below *base_url*. Used as a context manager: while it is open, nothing else can be called.

    Clients that are made meanwhile do not wait for real: their waits move *clock*.
    """

    def __init__(self, base_url: str, examples: Examples) -> None:
        self.clock = Clock()
        self._prefix = re.escape(urlsplit(base_url).path.rstrip("/"))
        self._examples = examples
        self._routes: list[AnyRoute[Any]] = []
        self._open = ExitStack()

    def route(self, operation: Operation[T], body: type[B]) -> Route[B, T]:
        """Return the route of an operation; *body* is the type of what is sent to it."""
        self._routes.append(route := Route[B, T](operation, self._examples, body))
        return route

    def pages(self, operation: Operation[list[T]]) -> PageRoute[T]:
        """Return the route of a list of many pages."""
        self._routes.append(route := PageRoute[T](operation, self._examples, type(None)))
        return route

    def _answer(self, request: httpx.Request) -> httpx.Response | None:
        """Return what the operation's route says, None for what is no operation: then respx refuses the call."""
        method, path = request.method, request.url.raw_path.partition(b"?")[0].decode("ascii")
        matching = (route for each, pattern, route in self._table if each == method and pattern.fullmatch(path))
        route = next(matching, None)
        return None if route is None else route.answer(request)

    @cached_property
    def _table(self) -> list[tuple[str, re.Pattern[str], AnyRoute[Any]]]:
        # What a path has in words goes before what it has as a parameter: /inbox/stats is nobody's /inbox/{reply_id}.
        routes = sorted(self._routes, key=lambda each: each.operation.path.count("{"))
        return [(route.operation.method, self._pattern(route.operation.path), route) for route in routes]

    def _pattern(self, path: str) -> re.Pattern[str]:
        return re.compile(self._prefix + re.sub(r"\\\{\w+\\\}", "[^/]+", re.escape(path)))

    def __enter__(self) -> None:
        answers = _Mock(using="httpcore2", assert_all_called=False, assert_all_mocked=True)
        answers.route().mock(side_effect=self._answer)
        self._open.enter_context(waiting_on(self.clock))
        self._open.enter_context(answers)

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._open.close()
        complaints = [complaint for route in self._routes if (complaint := route.complaint())]
        if complaints and error is None:
            raise AssertionError("; ".join(complaints))

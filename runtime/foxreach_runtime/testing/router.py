"""Answers for calls, made up by a test: one typed route per operation, on top of respx. Patches httpx2; no socket."""

from __future__ import annotations

import re
from types import TracebackType
from typing import Any, TypeVar
from urllib.parse import urlsplit

import pytest_httpx2 as pytest_httpx2  # noqa: PLC0414 - teaches respx what httpx2 is
import respx

from ..operation import Operation
from .examples import Examples
from .route import PageRoute, Route

T = TypeVar("T")


class Router:
    """The routes below *base_url*. Used as a context manager: while it is open, nothing else can be called.

    At the end, every route that was given answers must have been called.
    """

    def __init__(self, base_url: str, examples: Examples) -> None:
        self._prefix = re.escape(urlsplit(base_url).path.rstrip("/"))
        self._examples = examples
        self._respx = respx.mock(using="httpcore2", assert_all_called=True, assert_all_mocked=True)

    def route(self, operation: Operation[T]) -> Route[T]:
        """Return the route of an operation."""
        return Route(operation, self._examples, lambda: self._matching(operation))

    def pages(self, operation: Operation[list[T]]) -> PageRoute[T]:
        """Return the route of a list of many pages."""
        return PageRoute(operation, self._examples, lambda: self._matching(operation))

    def _matching(self, operation: Operation[Any]) -> respx.Route:
        path = re.sub(r"\\\{\w+\\\}", "[^/?]+", re.escape(operation.path))
        return self._respx.route(method=operation.method, url__regex=rf"^https?://[^/]+{self._prefix}{path}(\?.*)?$")

    def __enter__(self) -> None:
        self._respx.start()

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._respx.stop(quiet=error is not None)

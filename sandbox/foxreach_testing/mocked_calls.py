"""The calls that the function of a computed answer gets."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Generic, TypeVar, cast
from urllib.parse import parse_qsl, unquote

import httpx
import msgspec
from foxreach_runtime.operation import Operation

B = TypeVar("B")


@dataclass(frozen=True)
class MockedCall(Generic[B]):
    """One call of a mock route: the *ids* in its path, its *query*, its *request*; `body` is its body as a model."""

    request: httpx.Request = field(repr=False)
    ids: Mapping[str, str]
    query: Mapping[str, str] = field(repr=False)
    kind: type[B] = field(repr=False)

    @property
    def body(self) -> B:
        """The body; None for an operation without one, and for a form."""
        kind = self.request.headers.get("content-type", "")
        if kind != "application/json":
            return cast("B", None)
        return msgspec.json.decode(self.request.content, type=self.kind)


def call_of(operation: Operation[Any], kind: type[B], request: httpx.Request) -> MockedCall[B]:
    """Return the call of *operation* that *request* makes."""
    path, _, query = request.url.raw_path.decode("ascii").partition("?")
    found = re.search(re.sub(r"\\\{(\w+)\\\}", r"(?P<\1>[^/]+)", re.escape(operation.path)) + "$", path)
    ids = {name: unquote(value) for name, value in (found.groupdict() if found else {}).items()}
    return MockedCall(request, ids, dict(parse_qsl(query, keep_blank_values=True)), kind)

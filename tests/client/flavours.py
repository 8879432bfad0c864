"""One way to use the client in both flavours, and what must be true of every request."""

from __future__ import annotations

import inspect
import json
import operator
import platform
from collections.abc import Mapping, Sequence
from typing import Any, Final, cast

import foxreach_client as fox
import httpx
import msgspec
import respx
from foxreach_client import SPEC_VERSION, AsyncFoxReach, FoxReach, RetryPolicy, __version__

from tests.client.cases import Operation, exceptions, is_list, is_object

KEY: Final = "otr_5ecretKey"
ONCE: Final = RetryPolicy(max_attempts=1)
QUOTA: Final = {"X-RateLimit-Limit": "100", "X-RateLimit-Remaining": "93", "X-RateLimit-Reset": "1706140920"}
COMMON: Final = {"host", "accept", "accept-encoding", "connection", "user-agent", "x-api-key"}
FLAVOURS: Final[dict[str, Any]] = {"sync": FoxReach, "async": AsyncFoxReach}
CLASSES: Final[dict[int, type[fox.StatusError]]] = {
    **{status: getattr(fox, name) for status, name in exceptions().items()},
    **dict.fromkeys((500, 502, 503), fox.ServerError),
}


def new_client(flavour: str, **options: Any) -> Any:
    """Return a client of this flavour that makes one attempt."""
    return FLAVOURS[flavour](**{"api_key": KEY, "retry": ONCE, **options})


async def settled(value: Any) -> Any:
    """Return *value*, or what awaiting it gives."""
    return await value if inspect.isawaitable(value) else value


async def listed(values: Any) -> list[Any]:
    """Return everything that iterating over *values* gives, in either flavour."""
    return [value async for value in values] if hasattr(values, "__aiter__") else list(values)


async def called(client: Any, operation: Operation, *args: Any, **kwargs: Any) -> Any:
    """Return what the public method gives for these arguments; of a paged list, its first page."""
    result = operator.attrgetter(operation.call)(client)(*args, **kwargs)
    return await settled(result.first_page() if operation.page and hasattr(result, "first_page") else result)


async def called_by_example(client: Any, operation: Operation) -> Any:
    """Return what the public method gives for the arguments of the spec's examples."""
    args, kwargs = operation.arguments
    return await called(client, operation, *args, **kwargs)


def list_of(client: Any, operation: Operation, **arguments: Any) -> Any:
    """Return the pages of a list for *arguments*, and for an example of each other argument that is required."""
    return operator.attrgetter(operation.call)(client)(*operation.path_values, **operation.needed, **arguments)


async def called_with_id(client: Any, operation: Operation, index: int, value: Any) -> Any:
    """Call *operation* with *value* as one of its ids and plain ones in the place of the others."""
    ids: list[Any] = ["id_1" for _ in operation.path_values]
    ids[index] = value
    _, named = operation.arguments
    return await called(client, operation, *ids, **named)


def response(status: int, example: Any = None, **headers: str) -> httpx.Response:
    """Return what respx answers; None is an answer without content."""
    named = {**QUOTA, **{name.replace("_", "-"): value for name, value in headers.items()}}
    if example is None:
        return httpx.Response(status, headers=named)
    return httpx.Response(status, headers=named, json=example)


def requests_of(route: respx.Route) -> list[httpx.Request]:
    """Return what the route was asked, the first first."""
    return [call.request for call in cast("Sequence[respx.models.Call]", route.calls)]


def as_json(value: Any) -> Any:
    """Return *value* as it would stand on the wire, decoded by the standard library."""
    return json.loads(msgspec.json.encode(value))


def without_nulls(value: Any) -> Any:
    """Return *value* without the nulls of its objects: what may be null in a reply reads as null where it is absent."""
    if is_object(value):
        return {name: without_nulls(item) for name, item in value.items() if item is not None}
    return [without_nulls(item) for item in value] if is_list(value) else value


def check_request(request: httpx.Request, operation: Operation) -> None:
    """Assert that *request* is what the spec says of a call with `operation.arguments`: no more, no less."""
    assert request.method == operation.method
    assert request.url.scheme == "https"
    assert request.url.host == "api.foxreach.io"
    assert request.url.raw_path.decode() == operation.target
    check_headers(request.headers, request.content, has_body=operation.body is not None, method=operation.method)
    if operation.body is None:
        assert request.content == b""
    else:
        check_body(request.content, operation.body.example)


def check_headers(headers: Mapping[str, str], content: bytes, *, has_body: bool, method: str) -> None:
    """Assert that the headers are complete and that there are no others."""
    of_body = {"content-type"} if has_body else set[str]()
    if has_body or method == "POST":  # RFC 9110 8.6: a POST says the length of its content even if it is none
        of_body.add("content-length")
    assert set(headers) == COMMON | of_body
    assert headers["x-api-key"] == KEY
    assert headers["accept"] == "application/json"
    assert headers["user-agent"] == (
        f"foxreach-client/{__version__} (spec {SPEC_VERSION}) Python/{platform.python_version()}"
    )
    if has_body:
        assert headers["content-type"] == "application/json"
    if of_body:
        assert headers["content-length"] == str(len(content))


def check_body(content: bytes, expected: Any) -> None:
    """Assert that the body is *expected* as compact JSON, each name once."""
    found = json.loads(content, object_pairs_hook=_each_name_once)
    assert found == expected
    assert len(content) == len(json.dumps(expected, separators=(",", ":"), ensure_ascii=False).encode())


def _each_name_once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    assert len(pairs) == len(dict(pairs))
    return dict(pairs)

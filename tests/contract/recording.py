"""A plugin of pytest, `-p tests.contract.recording`: holds every request that the client sends against the spec.

Whatever stands between the client and the network, requests are taken where httpx2 gets them.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import httpx2
import pytest

from tests.contract.rules import BASE, faults_of

_sent: set[tuple[str, str, bytes]] = set()
_seen: dict[str, int] = {"requests": 0, "different": 0, "elsewhere": 0}
_new: list[httpx2.Request] = []


def _noted(send: Any) -> Any:
    def noting(client: Any, request: httpx2.Request, **options: Any) -> Any:
        _new.append(request)
        return send(client, request, **options)

    return noting


def pytest_configure() -> None:
    """Record the requests of every client of httpx2."""
    for kind in (httpx2.Client, httpx2.AsyncClient):
        kind.send = _noted(kind.send)  # type: ignore[method-assign]


@pytest.fixture(autouse=True)
def every_request_is_what_the_spec_says() -> Iterator[None]:
    """Fail the test if the client sent a request with a fault."""
    _new.clear()
    yield
    assert [fault for request in _new for fault in _faults(request)] == []


def _faults(request: httpx2.Request) -> list[str]:
    target = request.url.raw_path.decode("ascii")
    _seen["requests"] += 1
    if not target.startswith(f"{BASE}/"):
        _seen["elsewhere"] += 1
        return []
    body = request.read()
    one = (request.method, target, body)
    if one in _sent:
        return []
    _sent.add(one)
    _seen["different"] += 1
    headers = {name.lower(): value for name, value in request.headers.items()}
    faults = faults_of(request.method, target, headers, body)
    return [f"{request.method} {target}: {fault}" for fault in faults]


def pytest_terminal_summary(terminalreporter: Any) -> None:
    """Print the counts."""
    terminalreporter.write_line(
        f"requests held against the spec: {_seen['requests']} sent, {_seen['different']} different ones validated, "
        f"{_seen['elsewhere']} to other addresses"
    )

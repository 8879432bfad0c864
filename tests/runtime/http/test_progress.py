from __future__ import annotations

from types import SimpleNamespace
from typing import Any

import anyio
import pytest
from foxreach_runtime.http.lifetime import Lifetime
from foxreach_runtime.http.progress import AsyncProgress, Progress

CONNECT = ("connection.connect_tcp.complete", None)
TUNNEL = ("http11.send_request_headers.started", b"CONNECT")
SENDING = ("http11.send_request_headers.started", b"POST")


def info(method: bytes | None) -> dict[str, Any]:
    return {} if method is None else {"request": SimpleNamespace(method=method)}


@pytest.mark.parametrize(
    ("events", "certainly_not_sent"),
    [
        ([], False),
        ([CONNECT], True),
        ([TUNNEL], True),
        ([SENDING], False),
        ([TUNNEL, ("connection.start_tls.started", None)], True),
        ([CONNECT, TUNNEL, SENDING], False),
        ([("http2.send_request_headers.started", b"GET")], False),
        ([SENDING, ("http11.receive_response_headers.failed", b"POST")], False),
    ],
)
def test_only_events_that_show_it_tell_that_nothing_was_sent(
    events: list[tuple[str, bytes | None]], certainly_not_sent: bool
) -> None:
    progress, same = Progress(Lifetime()), AsyncProgress(Lifetime())
    for event, method in events:
        progress(event, info(method))
        anyio.run(same, event, info(method))
    assert (progress.certainly_not_sent(), same.certainly_not_sent()) == (certainly_not_sent, certainly_not_sent)

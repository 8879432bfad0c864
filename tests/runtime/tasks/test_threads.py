"""Blocking work of the async client, also where the system starts no more threads."""

from __future__ import annotations

import threading
from typing import Any

import anyio
import httpx2
import pytest
from foxreach_runtime.rate_limit.limiter import LocalLimiter, LocalPermit
from foxreach_runtime.response.decoding import LARGE
from foxreach_runtime.tasks.threads import run_in_thread

from ..sample import GET, LEAD, ClientAsync


class Blocking(LocalLimiter):
    """A limiter whose permits do I/O, as those of a RedisLimiter."""

    def permit(self, key: str) -> LocalPermit:
        permit = super().permit(key)
        permit.blocking = True
        return permit


OPTIONS: dict[str, dict[str, Any]] = {
    "key function": {"api_key": lambda: "otr_k"},
    "limiter": {"api_key": "otr_k", "limiter": Blocking()},
    "large reply": {"api_key": "otr_k"},
}


@pytest.mark.parametrize("backend", ["asyncio", "trio"])
@pytest.mark.parametrize("kind", OPTIONS)
def test_a_call_does_not_need_a_thread(backend: str, kind: str, monkeypatch: pytest.MonkeyPatch) -> None:
    def start(_: threading.Thread) -> None:
        raise RuntimeError("can't start new thread")

    def answer(request: httpx2.Request) -> httpx2.Response:
        return httpx2.Response(200, json={"data": LEAD | {"unknown": "x" * LARGE * (kind == "large reply")}})

    async def main() -> str:
        async with httpx2.AsyncClient(transport=httpx2.MockTransport(answer)) as own:
            client = ClientAsync(http_client=own, **OPTIONS[kind])
            monkeypatch.setattr(threading.Thread, "start", start)
            return (await client._transport.run(GET)).id  # pyright: ignore[reportPrivateUsage]

    assert anyio.run(main, backend=backend) == "cld_1"


@pytest.mark.parametrize("backend", ["asyncio", "trio"])
def test_work_that_raises_is_not_done_twice(backend: str) -> None:
    done: list[int] = []

    def work(number: int) -> None:
        done.append(number)
        raise RuntimeError("of the work")

    with pytest.raises(RuntimeError, match="of the work"):
        anyio.run(run_in_thread, work, 5, backend=backend)
    assert done == [5]

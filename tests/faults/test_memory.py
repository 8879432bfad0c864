from __future__ import annotations

import tracemalloc

import pytest
from foxreach_client import RetryPolicy

from tests.faults.answers import answer, bomb, replying
from tests.faults.calls import CALLS, Route, Setting, seen
from tests.faults.server import serving

MOST = 160  # MiB: the cap, and once more while its parts are joined, and what a part may unfold to


@pytest.mark.parametrize("flavour", ["sync", "asyncio"])
def test_a_bomb_of_half_a_gigabyte_takes_no_more_memory_than_the_cap_allows(flavour: str) -> None:
    content = answer(200, bomb(2**29), "Content-Encoding: gzip")
    with serving(replying(content)) as server:
        tracemalloc.start()
        try:
            saw = seen(flavour, CALLS["read"], server, Route(server.url), Setting(retry=RetryPolicy(max_attempts=1)))
            _, peak = tracemalloc.get_traced_memory()
        finally:
            tracemalloc.stop()
    assert "larger than" in str(saw.error)
    assert peak < MOST * 2**20

"""Watching the inbox: each reply is printed once, over restarts and outages, and nobody waits for real."""

from __future__ import annotations

import asyncio
import re
import signal
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from foxreach_client import AsyncFoxReach, AuthenticationError, PermissionDeniedError, ResponseDecodeError
from foxreach_sandbox import Fault, Sandbox
from foxreach_sandbox.behaviour import BEHAVIOURS, inbox
from foxreach_sandbox.behaviour.call import Call
from foxreach_sandbox.faults import Faults
from foxreach_sandbox.server.serving import Serving

from tests.examples.running import loaded, started
from tests.sandbox.asking import made

watching = loaded("watch_replies")
Captured = pytest.CaptureFixture[str]
SLOW = re.compile(r"Executing <.* took [0-9.]+ seconds")  # asyncio of a busy machine, which is no fault of the program.


class Watcher:
    """Runs the program for some polls; before each but the first, the next of *events* happens."""

    def __init__(self, client: AsyncFoxReach, sandbox: Sandbox, folder: Path) -> None:
        self.client, self.sandbox, self.file = client, sandbox, folder / "replies.json"
        lead = sandbox.state.lead("jane@example.com")
        self.lead = lead["id"] if lead else ""

    def reply(self, **more: Any) -> str:
        return str(self.sandbox.world.reply(self.lead, "Call \x1b[31mme", **more)["id"])

    def redate(self, reply: str, received: str | None) -> None:
        row = self.sandbox.engine.store.find("threads", "first", reply)
        assert row is not None
        row.data["receivedAt"] = received
        self.sandbox.engine.store.put(row)

    def clock(self) -> datetime:
        return datetime.fromtimestamp(self.sandbox.clock.now(), UTC)

    async def run(self, *events: Callable[[], object], show: bool = False) -> None:
        left = list(events)

        async def wait(seconds: float) -> None:
            if not left:
                raise asyncio.CancelledError
            self.sandbox.clock.advance(seconds)
            left.pop(0)()

        with pytest.raises(asyncio.CancelledError):
            await watching.watch(self.client, self.file, show=show, wait=wait, clock=self.clock)


@pytest.fixture
def watcher(foxreach_async: AsyncFoxReach, foxreach_sandbox: Sandbox, tmp_path: Path) -> Watcher:
    """A watcher in a workspace with one lead."""
    made(foxreach_sandbox, "/leads", email="jane@example.com")
    return Watcher(foxreach_async, foxreach_sandbox, tmp_path)


def nothing() -> None:
    """Let nothing happen."""


def printed(captured: Captured) -> list[str]:
    """Return the ids that were printed since the last look."""
    return [line.split("\t")[0] for line in captured.readouterr().out.splitlines()]


async def test_what_is_there_is_not_printed_and_what_comes_is_printed_once(watcher: Watcher, capsys: Captured) -> None:
    watcher.reply()
    ids: list[str] = []
    await watcher.run(nothing, lambda: ids.append(watcher.reply(category="interested")), nothing)
    assert capsys.readouterr().out == f"{ids[0]}\tinterested\t-\n"


async def test_the_text_is_shown_on_demand_and_cannot_steer_the_terminal(watcher: Watcher, capsys: Captured) -> None:
    await watcher.run(watcher.reply, show=True)
    [line] = capsys.readouterr().out.splitlines()
    assert line.endswith(r"'Call \x1b[31mme'")


async def test_a_restart_prints_what_came_in_between_and_nothing_twice(watcher: Watcher, capsys: Captured) -> None:
    await watcher.run(watcher.reply)
    assert len(printed(capsys)) == 1
    for pause in (1, 3600, 40 * 86400):  # A pause of weeks is no other than one of a second.
        watcher.sandbox.clock.advance(pause)
        missed = [watcher.reply(), watcher.reply()]
        await watcher.run(nothing)
        assert sorted(printed(capsys)) == sorted(missed)
    await watcher.run(nothing)
    assert printed(capsys) == []


async def test_more_than_a_page_is_printed_whole_and_the_oldest_first(watcher: Watcher, capsys: Captured) -> None:
    await watcher.run()
    ids: list[str] = []
    for _ in range(230):
        watcher.sandbox.clock.advance(1)
        ids.append(watcher.reply())
    await watcher.run(nothing)
    assert printed(capsys) == ids


async def test_no_more_pages_are_read_than_can_have_something_new(watcher: Watcher) -> None:
    for _ in range(250):
        watcher.reply()
    watcher.sandbox.clock.advance(2 * 86400)
    await watcher.run()
    assert len(watcher.sandbox.state.requests) - 1 == 1


@pytest.mark.parametrize("order", ["oldest first", "no order"])
async def test_a_list_in_another_order_is_read_to_its_end(
    watcher: Watcher, capsys: Captured, monkeypatch: pytest.MonkeyPatch, order: str
) -> None:
    def reordered(call: Call) -> list[Any]:
        rows = inbox.listed(call)
        return rows[::-1] if order == "oldest first" else sorted(rows, key=lambda row: str(row["id"])[::-1])

    monkeypatch.setitem(BEHAVIOURS, "inbox.list_threads", reordered)
    for _ in range(250):
        watcher.sandbox.clock.advance(3600)
        watcher.reply()
    await watcher.run()
    ids = {watcher.reply() for _ in range(3)}
    await watcher.run()
    assert set(printed(capsys)) == ids


async def test_a_reply_that_is_listed_late_is_printed_all_the_same(watcher: Watcher, capsys: Captured) -> None:
    await watcher.run(watcher.reply)
    printed(capsys)
    late = watcher.reply()
    watcher.redate(late, datetime.fromtimestamp(watcher.sandbox.clock.now() - 3600, UTC).isoformat()[:19])
    await watcher.run()
    assert printed(capsys) == [late]


async def test_a_reply_without_a_time_is_printed_once(watcher: Watcher, capsys: Captured) -> None:
    await watcher.run()
    timeless = watcher.reply()
    watcher.redate(timeless, None)
    await watcher.run(nothing)
    watcher.sandbox.clock.advance(30 * 86400)
    await watcher.run(nothing)
    assert printed(capsys) == [timeless]


async def test_what_was_printed_before_an_end_by_force_is_not_printed_again(
    watcher: Watcher, capsys: Captured, monkeypatch: pytest.MonkeyPatch
) -> None:
    def ends(line: str, **_: object) -> None:
        if len(lines) == 2:
            raise BrokenPipeError
        lines.append(line)

    lines: list[str] = []
    await watcher.run()
    ids = {watcher.reply() for _ in range(5)}
    with monkeypatch.context() as patch:
        patch.setattr(watching, "print", ends, raising=False)
        with pytest.raises(BrokenPipeError):
            await watching.watch(watcher.client, watcher.file, clock=watcher.clock)
    await watcher.run()
    assert sorted([*(line.split("\t")[0] for line in lines), *printed(capsys)]) == sorted(ids)


@pytest.mark.parametrize(
    "fault", [Fault.status(503), Fault.status(429, retry_after=600), Fault.close(), Fault.truncated(), Fault.html(502)]
)
async def test_an_outage_is_told_once_and_loses_nothing(
    watcher: Watcher, foxreach_faults: Faults, capsys: Captured, fault: Fault
) -> None:
    def begin() -> None:
        foxreach_faults.always("inbox.list_threads", fault)
        ids.append(watcher.reply())

    ids: list[str] = []
    await watcher.run(begin, nothing, nothing, foxreach_faults.clear, nothing)
    out, err = capsys.readouterr()
    assert [line.split("\t")[0] for line in out.splitlines()] == ids
    first, last = err.splitlines()
    assert first.startswith("inbox.list_threads")
    assert re.fullmatch("FoxReach is back; [34] polls failed.", last)  # A 429 closes the key for a while.


async def test_an_outage_between_two_pages_prints_nothing_twice(
    watcher: Watcher, foxreach_faults: Faults, capsys: Captured
) -> None:
    await watcher.run()
    ids: list[str] = []
    for _ in range(150):
        watcher.sandbox.clock.advance(1)
        ids.append(watcher.reply())
    foxreach_faults.next("inbox.list_threads", 1, Fault.delayed(0))  # The first page comes.
    foxreach_faults.next("inbox.list_threads", 4, Fault.status(503))
    await watcher.run(nothing)
    assert printed(capsys) == ids


@pytest.mark.parametrize(
    ("fault", "error"),
    [
        (Fault.status(401), AuthenticationError),
        (Fault.status(403), PermissionDeniedError),
        (Fault.answer({"data": 5}), ResponseDecodeError),
    ],
)
async def test_what_does_not_pass_by_itself_ends_it(
    watcher: Watcher, foxreach_faults: Faults, fault: Fault, error: type[Exception]
) -> None:
    foxreach_faults.always("inbox.list_threads", fault)
    with pytest.raises(error):
        await watching.watch(watcher.client, watcher.file, clock=watcher.clock)


def test_as_a_program_it_watches_over_a_restart_and_ends_well(
    foxreach_server: Serving, foxreach_sandbox: Sandbox, tmp_path: Path
) -> None:
    lead = made(foxreach_sandbox, "/leads", email="jane@example.com")
    bookmark = tmp_path / "replies.json"
    bookmark.write_text(f'["{datetime.now(UTC).isoformat()}", {{}}]')
    for ending in (signal.SIGTERM, signal.SIGINT):
        reply = foxreach_sandbox.world.reply(lead, "Call me")["id"]
        with started("watch_replies", "--bookmark", bookmark, "--interval", "3600") as (running, lines):
            assert lines.readline() == f"{reply}\tuncategorized\t-\n"
            running.send_signal(ending)
            out, err = running.communicate(timeout=30)
        assert (running.returncode, out) == (0, "")
        assert [line for line in err.splitlines() if not SLOW.fullmatch(line)] == []


@pytest.mark.parametrize(
    ("key", "kept", "words"), [("otr_no", "", "403"), ("", "", "API key"), ("otr_sandbox", "[]", "bookmark")]
)
def test_a_wrong_key_and_a_broken_bookmark_end_the_program_with_2(
    foxreach_server: Serving,
    monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path,
    capsys: Captured,
    *,
    key: str,
    kept: str,
    words: str,
) -> None:
    bookmark = tmp_path / "replies.json"
    if kept:
        bookmark.write_text(kept)
    monkeypatch.setenv("FOXREACH_API_KEY", key)
    monkeypatch.setattr("sys.argv", ["watch_replies.py", "--bookmark", str(bookmark)])
    assert asyncio.run(watching.main()) == 2
    assert words in capsys.readouterr().err

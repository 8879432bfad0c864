"""Print each new reply in the inbox: `python watch_replies.py`, with FOXREACH_API_KEY (and FOXREACH_BASE_URL) set.

A line has the id of the reply, its category and its campaign, with tabs between them, and with --show the beginning of
its text. The first run prints nothing of what is there already. What was met is kept in replies.json (--bookmark FILE,
one for each workspace): a restart prints what came in between, and nothing twice. FoxReach is asked every 30 seconds
(--interval SECONDS), with one call for each hundred replies of the last day.

An outage is told once, and watching goes on. Exit status: 0 it was ended by Ctrl-C or SIGTERM; 2 FoxReach refuses the
key or says what this client cannot read, or another setting or the bookmark is wrong.
"""

import argparse
import asyncio
import json
import signal
import sys
from collections.abc import Awaitable, Callable
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path

from foxreach_client import AsyncFoxReach, FoxReachError, Thread

OVERLAP = timedelta(days=1)  # A reply may be listed later than it was received, and two clocks may differ.


@dataclass
class Bookmark:
    """What was met: the replies received since a day before the last poll, with their times."""

    file: Path
    polled: datetime
    met: dict[str, datetime | None] = field(default_factory=dict[str, "datetime | None"])
    first: bool = True

    @classmethod
    def load(cls, file: Path, moment: datetime) -> "Bookmark":
        """Return what was saved, or one for the first poll, at *moment*."""
        try:
            polled, met = json.loads(file.read_bytes())
        except FileNotFoundError:
            return cls(file, moment)
        times = {name: time and datetime.fromisoformat(time) for name, time in met.items()}
        return cls(file, datetime.fromisoformat(polled), times, first=False)

    def new(self, reply: Thread) -> bool:
        """Return whether it was not met before."""
        old = reply.received_at is not None and reply.received_at < self.polled - OVERLAP
        return not old and reply.id not in self.met

    def add(self, *replies: Thread) -> None:
        """Remember *replies*: the file is always a whole one, with them or without."""
        self.met |= {reply.id: reply.received_at for reply in replies}
        times = {name: time and time.isoformat() for name, time in self.met.items()}
        fresh = self.file.with_suffix(".tmp")
        fresh.write_text(json.dumps([self.polled.isoformat(), times]))
        fresh.replace(self.file)

    def finish(self, moment: datetime) -> None:
        """Forget what is too old to be met again, now that a poll that began at *moment* is done."""
        self.polled, self.first = moment, False
        self.met = {name: time for name, time in self.met.items() if time is None or time >= moment - OVERLAP}
        self.add()


async def new_replies(client: AsyncFoxReach, bookmark: Bookmark) -> list[Thread]:
    """Return the replies that were not met before, the oldest first.

    The order of the list is not documented: if the newest come first, it is read as far as anything can be new, in
    any other order as a whole.
    """
    found: dict[str, Thread] = {}
    async for page in client.inbox.list_threads(page_size=100).pages():
        found |= {reply.id: reply for reply in page if bookmark.new(reply)}
        times = [reply.received_at for reply in page if reply.received_at]
        if times and times[-1] < bookmark.polled - OVERLAP and times == sorted(times, reverse=True):
            break
    return sorted(found.values(), key=lambda reply: reply.received_at or bookmark.polled)


def line_of(reply: Thread, *, show: bool) -> str:
    """Return what is printed of a reply; its text comes from a stranger, so what could steer a terminal is escaped."""
    text = [repr(reply.body_preview or "")] if show else []
    return "\t".join([reply.id, reply.category or "-", reply.campaign_id or "-", *text])


async def watch(
    client: AsyncFoxReach,
    file: Path,
    interval: float = 30.0,
    *,
    show: bool = False,
    wait: Callable[[float], Awaitable[object]] = asyncio.sleep,
    clock: Callable[[], datetime] = lambda: datetime.now(UTC),
) -> None:
    """Print what is new, wait *interval* seconds, and so on, until the task is cancelled."""
    bookmark, failed = Bookmark.load(file, clock()), 0
    while True:
        moment = clock()
        try:
            replies = await new_replies(client, bookmark)
        except FoxReachError as error:
            if not error.transient:
                raise
            if not failed:
                print(f"{error} Watching goes on.", file=sys.stderr, flush=True)
            failed += 1
        else:
            if failed:
                print(f"FoxReach is back; {failed} polls failed.", file=sys.stderr, flush=True)
            failed = 0
            for reply in () if bookmark.first else replies:
                print(line_of(reply, show=show), flush=True)
                bookmark.add(reply)  # One by one: not even a power cut lets more than one be printed twice.
            bookmark.add(*replies)
            bookmark.finish(moment)
        await wait(interval)


async def main() -> int:
    """Watch until a signal ends it."""
    parser = argparse.ArgumentParser(description="Print each new reply in the inbox.")
    parser.add_argument("--bookmark", type=Path, default=Path("replies.json"), metavar="FILE")
    parser.add_argument("--interval", type=float, default=30.0, metavar="SECONDS")
    parser.add_argument("--show", action="store_true", help="print the beginning of each text")
    asked = parser.parse_args()
    try:
        async with AsyncFoxReach() as client:
            watching = asyncio.create_task(watch(client, asked.bookmark, max(1.0, asked.interval), show=asked.show))
            with suppress(NotImplementedError):  # Windows has Ctrl-C alone.
                for sign in (signal.SIGINT, signal.SIGTERM):
                    asyncio.get_running_loop().add_signal_handler(sign, watching.cancel)
            await watching
    except FoxReachError as error:
        print(error, file=sys.stderr)
        return 2
    except (OSError, TypeError, ValueError) as error:
        print(f"The bookmark {asked.bookmark} cannot be used ({error}): name another with --bookmark", file=sys.stderr)
        return 2
    except asyncio.CancelledError:
        pass
    return 0


if __name__ == "__main__":
    sys.exit(asyncio.run(main()))

"""Print each new reply in the inbox: `python watch_replies.py`, with FOXREACH_API_KEY (and FOXREACH_BASE_URL) set.

Each line has the id of the reply, its category and its campaign, separated by tabs; --show adds the beginning of its
text. The first run does not print the replies that exist already. The program stores what it has seen in replies.json
(--bookmark FILE, one for each workspace). After a restart it prints the replies that arrived in between, and none
twice. It polls FoxReach every 30 seconds (--interval SECONDS), with one call for each hundred replies of the last day.

An outage is reported once, and polling continues. Exit status: 0 the program was stopped by Ctrl-C or SIGTERM; 2
FoxReach refused the key or sent something that this client cannot read, or another setting or the bookmark is wrong.
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

OVERLAP = timedelta(days=1)  # A reply may be listed some time after it was received, and two clocks may differ.


@dataclass
class Bookmark:
    """The replies seen so far that were received since a day before the last poll, with their times."""

    file: Path
    polled: datetime
    met: dict[str, datetime | None] = field(default_factory=dict[str, "datetime | None"])
    first: bool = True

    @classmethod
    def load(cls, file: Path, moment: datetime) -> "Bookmark":
        """Return the stored bookmark, or a new one for the first poll, at *moment*."""
        try:
            polled, met = json.loads(file.read_bytes())
        except FileNotFoundError:
            return cls(file, moment)
        times = {name: time and datetime.fromisoformat(time) for name, time in met.items()}
        return cls(file, datetime.fromisoformat(polled), times, first=False)

    def new(self, reply: Thread) -> bool:
        """Return whether *reply* was not seen before."""
        old = reply.received_at is not None and reply.received_at < self.polled - OVERLAP
        return not old and reply.id not in self.met

    def add(self, *replies: Thread) -> None:
        """Store *replies*. The file is replaced in one step, so it is always complete."""
        self.met |= {reply.id: reply.received_at for reply in replies}
        times = {name: time and time.isoformat() for name, time in self.met.items()}
        fresh = self.file.with_suffix(".tmp")
        fresh.write_text(json.dumps([self.polled.isoformat(), times]))
        fresh.replace(self.file)

    def finish(self, moment: datetime) -> None:
        """Complete a poll that began at *moment*: forget replies that are too old to be listed as new again."""
        self.polled, self.first = moment, False
        self.met = {name: time for name, time in self.met.items() if time is None or time >= moment - OVERLAP}
        self.add()


async def new_replies(client: AsyncFoxReach, bookmark: Bookmark) -> list[Thread]:
    """Return the replies that were not seen before, the oldest first.

    The order of the list is not documented. If the newest replies come first, reading stops where no reply can be new;
    in any other order, the whole list is read.
    """
    found: dict[str, Thread] = {}
    async for page in client.inbox.list_threads(page_size=100).pages():
        found |= {reply.id: reply for reply in page if bookmark.new(reply)}
        times = [reply.received_at for reply in page if reply.received_at]
        if times and times[-1] < bookmark.polled - OVERLAP and times == sorted(times, reverse=True):
            break
    return sorted(found.values(), key=lambda reply: reply.received_at or bookmark.polled)


def line_of(reply: Thread, *, show: bool) -> str:
    """Return the line to print for a reply. Its text comes from outside, so control characters are escaped."""
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
    """Print new replies every *interval* seconds until the task is cancelled."""
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
                bookmark.add(reply)  # One by one: even after a power cut, at most one is printed twice.
            bookmark.add(*replies)
            bookmark.finish(moment)
        await wait(interval)


async def main() -> int:
    """Watch until a signal arrives."""
    parser = argparse.ArgumentParser(description="Print each new reply in the inbox.")
    parser.add_argument("--bookmark", type=Path, default=Path("replies.json"), metavar="FILE")
    parser.add_argument("--interval", type=float, default=30.0, metavar="SECONDS")
    parser.add_argument("--show", action="store_true", help="print the beginning of each text")
    asked = parser.parse_args()
    try:
        async with AsyncFoxReach() as client:
            watching = asyncio.create_task(watch(client, asked.bookmark, max(1.0, asked.interval), show=asked.show))
            with suppress(NotImplementedError):  # Windows supports Ctrl-C only.
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

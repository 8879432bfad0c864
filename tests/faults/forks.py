"""A process that is forked while a sync client is used: what comes of a call in the parent and of one in the child.

The child is a copy of this process with one thread: it makes its call, writes down how it ended, and exits.
"""

from __future__ import annotations

import os
import re
import threading
import warnings
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack
from dataclasses import dataclass
from functools import cache
from typing import Any

import foxreach_client as fox
import httpx2
from foxreach_client import FoxReach, FoxReachError

from tests.faults.answers import LEAD_ANSWER
from tests.faults.calls import CALLS, KEY, PATIENT
from tests.faults.server import PATIENCE, Connection, serving

RESULT = "the result"


@dataclass(frozen=True)
class Fork:
    """A fork at some moment; the child uses the same client.

    *child* is how its call ends. The server sees so many *connections*, one of them for the call before. *own* is
    True for an httpx2 client of the caller's own, which the parent has used.
    """

    name: str
    child: str = RESULT
    connections: int = 2
    in_flight: bool = False
    locked: bool = False
    own: bool = False

    def __str__(self) -> str:
        return re.sub(r"\W+", "-", self.name)


@dataclass(frozen=True)
class ForkSeen:
    """How the calls in the parent and in the child ended, and how many connections the server saw."""

    parent: str
    child: str
    connections: int


FORKS = (
    Fork("between two calls"),
    Fork("while a call of another thread waits for its answer", in_flight=True, connections=3),
    Fork("while another thread holds the lock of the rate limit", locked=True),
    Fork("after a call, with an `http_client=`", child=f"`{fox.ClientClosedError.__name__}`", own=True, connections=1),
)


class Playing:
    """A server's script: it answers at once, but for one call, whose answer waits until *over* is set."""

    def __init__(self) -> None:
        self.arrived, self.over = threading.Event(), threading.Event()

    def __call__(self, connection: Connection) -> None:
        """Answer every request of a connection."""
        while True:
            if b"/webhooks" in connection.request():
                self.arrived.set()
                self.over.wait(PATIENCE)
                connection.send(b"HTTP/1.1 204 No Content\r\n\r\n")
            else:
                connection.send(LEAD_ANSWER)


@cache
def observed_fork(fork: Fork) -> ForkSeen:
    """Return what comes of a call in the parent and of one in the child."""
    playing = Playing()
    with serving(playing) as server, ExitStack() as stack:
        own = stack.enter_context(httpx2.Client()) if fork.own else None
        client = stack.enter_context(FoxReach(api_key=KEY, base_url=server.url, timeout=PATIENT, http_client=own))
        assert outcome(client, "read") == RESULT
        threads = stack.enter_context(ThreadPoolExecutor(2))
        other = threads.submit(outcome, client, "another") if fork.in_flight else None
        assert other is None or playing.arrived.wait(PATIENCE)
        release = held(threads, client) if fork.locked else playing.over.set
        child = in_child(lambda: outcome(client, "read"))
        release()
        endings = {outcome(client, "read"), *([] if other is None else [other.result(PATIENCE)])}
    assert len(endings) == 1
    return ForkSeen(endings.pop(), child, server.connections)


def outcome(client: FoxReach, call: str) -> str:
    """Return how *call* ends: in an error, by its class, or in its result."""
    try:
        client._transport.run(CALLS[call])  # pyright: ignore[reportPrivateUsage]
    except FoxReachError as error:
        return f"`{type(error).__name__}`"
    return RESULT


def held(threads: ThreadPoolExecutor, client: FoxReach) -> Callable[[], None]:
    """Have another thread hold the lock of the limiter of *client*; return what lets it go."""
    limiter: Any = client._transport.options.limiter  # pyright: ignore[reportPrivateUsage]
    taken, over = threading.Event(), threading.Event()

    def hold() -> None:
        with limiter._lock:
            taken.set()
            over.wait(PATIENCE)

    threads.submit(hold)
    assert taken.wait(PATIENCE)
    return over.set


def in_child(work: Callable[[], str]) -> str:
    """Return what *work* returns in a forked process, which ends there."""
    reading, writing = os.pipe()
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", DeprecationWarning)  # of a fork beside threads, which is what is tested
        pid = os.fork()
    if pid == 0:
        try:
            os.write(writing, work().encode())
        except BaseException as error:  # noqa: BLE001
            os.write(writing, repr(error).encode())
        finally:
            os._exit(0)
    os.close(writing)
    with open(reading, encoding="utf-8") as end:  # noqa: PTH123 - a descriptor
        said = end.read()
    os.waitpid(pid, 0)
    return said

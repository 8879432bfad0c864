"""What a fault is: what the server does, and what must come of it."""

from __future__ import annotations

import re
from collections.abc import Callable
from contextlib import AbstractContextManager
from dataclasses import dataclass, field
from typing import Any

import foxreach_client as fox
import httpx2
from foxreach_client import RetryPolicy

from tests.faults import routes
from tests.faults.calls import PATIENT, Route, Setting
from tests.faults.server import Script, Server

Kind = type[fox.FoxReachError]
ALWAYS, IF_HARMLESS, IF_READ, NEVER = (4, 4, 4), (4, 4, 1), (4, 1, 1), (1, 1, 1)
BACKOFF = (0.5, 1.0, 2.0)
SHORT = 0.02  # seconds: only where a stall must be noticed
HASTY = Setting(timeout=httpx2.Timeout(10.0, read=SHORT, write=SHORT))
HASTY_AFTER_AN_ANSWER = Setting(timeout=httpx2.Timeout(10.0, read=5 * SHORT))
HASTY_TO_CONNECT = Setting(timeout=httpx2.Timeout(10.0, connect=SHORT))
HASTY_FOR_THE_POOL = Setting(timeout=httpx2.Timeout(10.0, pool=SHORT))
ENDING = Setting(timeout=PATIENT, retry=RetryPolicy(deadline=0.2))


@dataclass(frozen=True, kw_only=True, eq=False)
class Fault:
    """What goes wrong, and what is expected for each of *calls*: class (None: the reply), attempts, requests received.

    *received* is what the server got whole where that is not one request an attempt. *stage* and *status* are those
    of every attempt but one that succeeds; *words* are in the message. *waits* are those of the retries; *holds* is how
    long the limiter closes the key, which may be longer. *body* and *headers* are those of an answer
    whose only fault is in what it says.
    """

    name: str
    scripts: tuple[Script, ...]
    raises: tuple[Kind | None, ...]
    attempts: tuple[int, ...]
    stage: str
    calls: tuple[str, ...] = ("read", "update", "create")
    received: tuple[int, ...] | None = None
    status: int | None = None
    path: str | None = None
    words: str = ""
    waits: tuple[float, ...] = BACKOFF
    holds: tuple[float, ...] = ()
    route: Callable[[Server], AbstractContextManager[Route]] = routes.plain
    setting: Setting = field(default_factory=Setting)
    body: bytes | None = None
    headers: tuple[str, ...] = ()

    def __str__(self) -> str:
        return re.sub(r"\W+", "-", self.name)

    @property
    def requests(self) -> tuple[int, ...]:
        """How many requests the server receives whole, for each of *calls*."""
        if self.received is not None:
            return self.received
        return self.attempts if self.stage != "not_sent" else (0,) * len(self.calls)


def fault(name: str, script: Script, kind: Kind, attempts: tuple[int, ...], stage: str, **facts: Any) -> Fault:
    """Return a fault that ends in *kind* for every call."""
    facts.setdefault("scripts", (script,))
    return Fault(name=name, raises=(kind,) * len(attempts), attempts=attempts, stage=stage, **facts)

"""Everything of a sandbox except the network: clock, rows, keys, faults, webhooks, and the engine that uses them."""

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Self

from .clock import Clock
from .deliveries import Deliveries
from .document import Json, read
from .engine import Engine
from .faults import Faults
from .http_messages import BASE
from .journal import Journal
from .keys import BOTH, FIRST, Keys
from .mailer import Mailer
from .seeds import Seed, fill, read_seed, restore
from .snapshots import FORMAT
from .store import Store
from .variants import DEFAULT, Variants
from .world import World

ORIGIN = re.compile(r"https?://(\[[0-9a-f:.]+\]|[a-z0-9.-]+)(:[0-9]{1,5})?")
SHOWN = 200  # Recent requests in the summary.
KINDS = ("leads", "campaigns", "sequences", "memberships", "templates", "accounts", "threads", "messages", "webhooks")


@dataclass
class Connections:
    """The number of open connections, and the highest number so far."""

    open: int = 0
    most: int = 0

    def count(self, change: int) -> None:
        """Add *change*, 1 or -1."""
        self.open += change
        self.most = max(self.most, self.open)


def origins_of(texts: Iterable[str]) -> frozenset[str]:
    """Return the origins in *texts*, as a browser sends them; ValueError for what is none."""
    found = frozenset(text.lower() for text in texts)
    for text in found:
        if ORIGIN.fullmatch(text) is None:
            raise ValueError(f"{text!r} is no origin; expected for example http://localhost:5173")
    return found


class State:
    """The contents of a sandbox, for tests: copies, so that a test cannot change the rows."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine

    def rows(self, kind: str, workspace: str = "first") -> list[Json]:
        """Return the rows of *kind* that are not deleted, such as `campaigns` or `threads`."""
        with self._engine.lock:
            return [row.data for row in self._engine.store.all(kind, workspace)]

    def newest(self, kind: str, workspace: str, number: int) -> list[Json]:
        """Return the *number* newest rows of *kind*, the newest first, without reading the others."""
        with self._engine.lock:
            rows = self._engine.store.listing(kind, workspace, lambda row: row.data)
            return rows[max(0, len(rows) - number) :][::-1]

    @property
    def leads(self) -> list[Json]:
        """The leads of the first workspace."""
        return self.rows("leads")

    def lead(self, which: str) -> Json | None:
        """Return the lead with this id or e-mail address."""
        with self._engine.lock:
            row = self._engine.store.find("leads", "first", which)
            row = row or self._engine.store.lead_by_email("first", which)
            return None if row is None or row.deleted else row.data

    @property
    def sent(self) -> list[Json]:
        """The messages that were sent, by campaigns and as answers."""
        messages = [row["message"] for row in self.rows("messages")]
        return [message for message in messages if message["direction"] == "sent"]

    @property
    def requests(self) -> list[Json]:
        """The recent requests, newest first, without bodies; `Sandbox.requests` has them whole."""
        return [each.line() for each in reversed(self._engine.log.all())]

    @property
    def statuses(self) -> Counter[int]:
        """The count of each status that was answered."""
        return Counter(self._engine.log.statuses)


class Backend:
    """The state and the behaviour of one sandbox.

    Each key may make *limit* calls a minute (None or 0: no limit), counted by a `fixed` window, a sliding `log` or a
    sliding `counter`. *clock* moves only when it is advanced unless it has a speed. *file* stores the rows in SQLite.
    *seed* names the first rows, or is a file or an object with them. *contacts* is the number of leads that the plan
    allows. *document* is the text of another OpenAPI document. *variants* chooses between readings where FoxReach's
    sources contradict each other. *names* are the names of this machine, besides `localhost`, that callers on a socket
    may use. *origins* are those of web pages that may call the API, `http://localhost:5173` for example.
    """

    def __init__(
        self,
        *,
        seed: Seed = "empty",
        limit: int | None = 100,
        window: str = "fixed",
        clock: Clock | None = None,
        file: Path | None = None,
        contacts: int | None = None,
        document: str | None = None,
        deliver_anywhere: bool = False,
        variants: Variants = DEFAULT,
        names: Iterable[str] = (),
        origins: Iterable[str] = (),
    ) -> None:
        first = read_seed(seed)
        self.key, self.url = FIRST, f"http://127.0.0.1{BASE}"
        self.clock = clock or Clock()
        self.names, self.origins = frozenset(names), origins_of(origins)
        api, self._seed, self._store = read(document), first, Store(file)
        self.faults, self.connections = Faults(api.operations), Connections()
        self._keys = Keys(self.clock, limit, window)
        self.deliveries = Deliveries(self._store, self.clock, anywhere=deliver_anywhere)
        self.engine = Engine(
            document=api,
            store=self._store,
            clock=self.clock,
            keys=self._keys,
            faults=self.faults,
            emit=self._emit,
            contacts=contacts,
            variants=variants,
        )
        self.state, self.world = State(self.engine), World(self.engine)
        self._begin_time()
        if not len(self._store):
            with self._store.transaction():
                self._fill()

    def _begin_time(self) -> None:
        """Go on at the time of the file, so that no clock that an answer showed goes back."""
        late = self._store.time - self.clock.now()
        if late > 0:
            self.clock.advance(late)
        mailer = Mailer(self._store, self.clock, self.engine.call_at)
        self.clock.alarms += [mailer.next_after, self.deliveries.next_after]
        self.clock.listeners += [mailer.run_due, self.deliveries.on_clock, self._keep_time]

    def _keep_time(self) -> None:
        self._store.keep_time(self.clock.now())

    def _emit(self, workspace: str, event: str, data: Json, moment: float) -> None:
        if self._keys.counting:  # Nobody hears of the first rows.
            self._store.later(lambda: self.deliveries.emit(workspace, event, data, moment))

    def _fill(self) -> None:
        contacts, self.engine.contacts = self.engine.contacts, None  # A seed is neither counted nor refused.
        self._keys.counting = False
        try:
            fill(self._seed, self.engine, self.world)
        finally:
            self._keys.counting, self.engine.contacts = True, contacts
        self._keys.restart()
        self.engine.log.clear()
        self.engine.accepted.clear()
        self.deliveries.clear()

    def reset(self) -> None:
        """Restore the seed, remove all faults and start the rate limit anew; time and keys stay."""
        with self.engine.lock:
            self.faults.clear()
            with self._store.transaction():
                self._store.clear()
                self._fill()

    def snapshot(self) -> Json:
        """Return the whole state as JSON values, for `restore`, or for a file that is a seed; keys are not in it."""
        return {"format": FORMAT, "time": self.clock.stamp(), **self._store.snapshot()}

    def restore(self, snapshot: Json) -> None:
        """Replace the rows of all workspaces by those of *snapshot*; faults, keys, requests and time stay.

        Raises:
            ValueError: *snapshot* is none; nothing is changed.
        """
        with self.engine.lock:
            restore(snapshot, self.engine)
            self.engine.accepted.clear()
            self.deliveries.clear()

    def add_key(self, text: str, *, workspace: str = "first", scopes: Iterable[str] = BOTH) -> str:
        """Add an API key of this or another workspace and return it."""
        return self._keys.add(text, workspace, scopes).text

    @property
    def requests(self) -> Journal:
        """The requests since the start or the last reset: `requests.one("leads.create").body`."""
        return self.engine.log

    @property
    def workspaces(self) -> list[str]:
        """The workspaces that have a key."""
        return self._keys.workspaces

    def summary(self, workspace: str = "first") -> Json:
        """Return the state as JSON values, for the home page and for GET /_sandbox/state; *workspace* has the rows."""
        with self.engine.lock:
            return {
                "time": self.clock.stamp(),
                "rows": {kind: self._store.count(kind, workspace) for kind in KINDS},
                "workspaces": {name: self._keys.first_of(name) for name in self.workspaces},
                "statuses": {str(status): count for status, count in sorted(self.state.statuses.items())},
                "faults": self.faults.listed(),
                "deliveries": {"waiting": len(self.deliveries.waiting), "posted": self.deliveries.posted},
                "connections": {"open": self.connections.open, "most": self.connections.most},
                "requests": self.state.requests[:SHOWN],
            }

    def close(self) -> None:
        """Close the file, which then can be opened again."""
        self._keep_time()
        self._store.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: Any) -> None:
        self.close()

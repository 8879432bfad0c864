"""A sandbox: everything it is made of, wired together."""

from collections import Counter
from collections.abc import Callable, Generator, Iterable
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from starlette.types import ASGIApp

from .app import application
from .clock import Clock
from .control import Control
from .deliveries import Deliveries
from .document import Json, read
from .engine import Engine
from .exchange import BASE
from .faults import Faults
from .keys import BOTH, FIRST, Keys
from .pages import Pages
from .seeds import SEEDS
from .serving import Serving, Sockets, address_of, listener, run, serving
from .store import Store
from .transports import AsyncSandboxTransport, SandboxTransport
from .variants import USUAL, Variants
from .world import World


class State:
    """What is in the sandbox, for tests to look at: copies, not what the API works on."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine

    def rows(self, kind: str, workspace: str = "first") -> list[Json]:
        """Return the rows of *kind* that are not deleted, such as `campaigns` or `threads`."""
        with self._engine.lock:
            return [dict(row.data) for row in self._engine.store.all(kind, workspace)]

    @property
    def leads(self) -> list[Json]:
        """Return the leads of the first workspace."""
        return self.rows("leads")

    def lead(self, which: str) -> Json | None:
        """Return the lead with this id or e-mail address."""
        with self._engine.lock:
            row = self._engine.store.find("leads", "first", which)
            row = row or self._engine.store.lead_by_email("first", which)
            return None if row is None or row.deleted else dict(row.data)

    @property
    def sent(self) -> list[Json]:
        """Return the messages that were sent, campaigns' and answers."""
        messages = [row["message"] for row in self.rows("messages")]
        return [message for message in messages if message["direction"] == "sent"]

    @property
    def requests(self) -> list[Json]:
        """Return the latest requests, the last first."""
        with self._engine.lock:
            return list(self._engine.seen.recent)

    @property
    def statuses(self) -> Counter[int]:
        """Return how often each status was given; 0 where there was none."""
        return Counter(self._engine.seen.statuses)


class Sandbox:
    """A FoxReach of your own.

    *limit* calls a minute for each key (None: no limit), counted by a `fixed` window, a sliding `log` or a sliding
    `counter`. *clock* stands still unless it is given a speed. *file* keeps the rows in SQLite. *contacts* is the
    plan's limit of leads. *document* is the text of another OpenAPI document. *variants* settles what FoxReach's
    sources contradict each other in. *names* are those of this machine, besides `localhost`, for callers on a socket.
    """

    def __init__(
        self,
        *,
        seed: str = "empty",
        limit: int | None = 100,
        window: str = "fixed",
        clock: Clock | None = None,
        file: Path | None = None,
        contacts: int | None = None,
        document: str | None = None,
        deliver_anywhere: bool = False,
        variants: Variants = USUAL,
        names: Iterable[str] = (),
    ) -> None:
        if seed not in SEEDS:
            raise ValueError(f"seed must be one of {', '.join(SEEDS)}")
        self.key, self.url = FIRST, f"http://127.0.0.1{BASE}"
        self.clock = clock or Clock()
        api = read(document)
        self.faults, self.sockets = Faults(api.operations), Sockets()
        self._seed, self._store = seed, Store(file)
        self._keys = Keys(self.clock, limit, window)
        self.deliveries = Deliveries(self._store, self.clock, anywhere=deliver_anywhere)
        self.engine = Engine(
            document=api,
            store=self._store,
            clock=self.clock,
            keys=self._keys,
            faults=self.faults,
            emit=self.deliveries.emit,
            contacts=contacts,
            variants=variants,
        )
        self.state, self.world = State(self.engine), World(self.engine)
        self.clock.listeners.append(self.deliveries.run_due)
        self.app: ASGIApp = application(self.engine, [*Control(self).routes(), *Pages(self).routes()], names)
        if not len(self._store):
            self._plant()

    def _plant(self) -> None:
        SEEDS[self._seed](self)
        self._keys.restart()
        self.engine.seen.clear()
        self.deliveries.clear()

    def reset(self) -> None:
        """Go back to the seed: no fault is left, and the limit counts from zero. Time and keys stay."""
        with self.engine.lock:
            self.faults.clear()
            self._store.clear()
            self._plant()

    def add_key(self, text: str, *, workspace: str = "first", scopes: Iterable[str] = BOTH) -> str:
        """Make another API key known, of this or another workspace, and return it."""
        return self._keys.add(text, workspace, scopes).text

    def transport(self) -> SandboxTransport:
        """Return a transport for `httpx2.Client` that needs no socket."""
        return SandboxTransport(self.engine)

    def async_transport(self) -> AsyncSandboxTransport:
        """Return a transport for `httpx2.AsyncClient` that needs no socket."""
        return AsyncSandboxTransport(self.engine)

    @contextmanager
    def serve(self, *, host: str = "127.0.0.1", port: int = 0, anywhere: bool = False) -> Generator[Serving]:
        """Serve on a socket, in a thread, for as long as the block lasts."""
        with serving(self.app, self.sockets, host, port, anywhere=anywhere) as where, self.deliveries.running():
            yield where

    def run(self, *, host: str, port: int, anywhere: bool, announce: Callable[[str, str, str], None]) -> None:
        """Serve until the program is interrupted; *announce* is told the base URL, the key and the address of `/`."""
        ear = listener(host, port, anywhere=anywhere)
        where = address_of(ear)
        announce(where.url, self.key, where.home)
        with self.deliveries.running():
            run(self.app, ear, self.sockets)

    def close(self) -> None:
        """Close the file."""
        self._store.close()

    def __enter__(self) -> "Sandbox":
        return self

    def __exit__(self, *_: Any) -> None:
        self.close()

"""The interface between the engine and the behaviours: one call, and the rows of its workspace."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

from ..clock import Clock
from ..document import Json, Operation
from ..listing import Listing
from ..store import Row, Store
from ..variants import DEFAULT, Variants

Emit = Callable[[str, str, Json, float], None]


class RefusedError(Exception):
    """The call is refused with *status*; without *detail*, with the spec's example."""

    def __init__(self, status: int, detail: str | list[Json] | None = None) -> None:
        super().__init__(status, detail)
        self.status = status
        self.detail = detail


@dataclass(frozen=True)
class Call:
    """One call. *emit* takes a workspace, a webhook event, its data and its time."""

    operation: Operation
    workspace: str
    path: dict[str, str]
    query: Json
    body: Any
    store: Store
    clock: Clock
    emit: Emit
    contacts: int | None = None
    variants: Variants = DEFAULT

    def rows(self, kind: str, **wanted: object) -> Iterator[Row]:
        """Yield the rows of the workspace whose fields equal *wanted*."""
        return self.store.all(kind, self.workspace, **wanted)

    def listing(self, kind: str, show: Callable[[Row], Json], wanted: Json | None = None, **words: str) -> Listing:
        """Return the list of the rows whose fields equal *wanted*, each converted by *show* when its page is read."""
        return self.store.listing(kind, self.workspace, show, wanted, **words)

    def row(self, kind: str, name: str, what: str) -> Row:
        """Return the row with the id *name*, or refuse the call with 404; *what* names the kind."""
        found = self.store.find(kind, self.workspace, name)
        if found is None:
            raise RefusedError(404, f"{what} not found")
        return found

    def make(self, kind: str, prefix: str, data: Json) -> Row:
        """Store a new row, created and updated now."""
        now = self.clock.stamp()
        return self.store.make(kind, prefix, self.workspace, {**data, "createdAt": now, "updatedAt": now})

    def change(self, row: Row, values: Json) -> Json:
        """Change *row* and return its data."""
        row.data.update(values, updatedAt=self.clock.stamp())
        return self.store.put(row).data

    def delete(self, row: Row) -> Json:
        """Mark *row* as deleted and return the body of the answer."""
        row.deleted = True
        self.store.put(row)
        return {"id": row.id, "deleted": True}

    def notify(self, event: str, data: Json) -> None:
        """Send an event to the webhooks of the workspace."""
        self.emit(self.workspace, event, data, self.clock.now())


Behaviour = Callable[[Call], Any]

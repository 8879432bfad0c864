"""One call as its behaviour sees it: who calls, with which values, and the rows of that workspace."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

from .clock import Clock
from .document import Json, Operation
from .store import Row, Store
from .variants import USUAL, Variants

Emit = Callable[[str, str, Json], None]


class RefusedError(Exception):
    """The call is answered with *status*; without *detail* with the body that the spec shows for it."""

    def __init__(self, status: int, detail: str | list[Json] | None = None) -> None:
        super().__init__(status, detail)
        self.status = status
        self.detail = detail


@dataclass(frozen=True)
class Call:
    """What a behaviour gets. *emit* takes a workspace, a webhook event and its data."""

    operation: Operation
    workspace: str
    path: dict[str, str]
    query: Json
    body: Any
    store: Store
    clock: Clock
    emit: Emit
    contacts: int | None = None
    variants: Variants = USUAL

    def rows(self, kind: str, **wanted: object) -> Iterator[Row]:
        """Yield the rows of the caller's workspace."""
        return self.store.all(kind, self.workspace, **wanted)

    def row(self, kind: str, name: str, what: str) -> Row:
        """Return the row called *name*, or refuse the call."""
        found = self.store.find(kind, self.workspace, name)
        if found is None:
            raise RefusedError(404, f"{what} not found")
        return found

    def make(self, kind: str, prefix: str, data: Json) -> Row:
        """Keep a new row, with the times of now."""
        now = self.clock.stamp()
        return self.store.make(kind, prefix, self.workspace, {**data, "createdAt": now, "updatedAt": now})

    def change(self, row: Row, values: Json) -> Json:
        """Change *row* and return what the API shows of it."""
        row.data.update(values, updatedAt=self.clock.stamp())
        return self.store.put(row).data

    def delete(self, row: Row) -> Json:
        """Delete *row* softly and return what the API says of it."""
        row.deleted = True
        self.store.put(row)
        return {"id": row.id, "deleted": True}

    def told(self, event: str, data: Json) -> None:
        """Tell the webhooks of the workspace what happened."""
        self.emit(self.workspace, event, data)


Behaviour = Callable[[Call], Any]


def invalid(field: str, message: str, kind: str = "value_error") -> RefusedError:
    """Return the refusal of a body's field, in FastAPI's shape."""
    return RefusedError(422, [{"loc": ["body", field], "msg": message, "type": kind}])

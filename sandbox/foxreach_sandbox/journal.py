"""The requests that a sandbox received, with their bodies, for the assertions of tests. Pure.

Keeps the last ones in memory alone: they contain the data of leads, so a repr shows neither bodies nor keys.
"""

import threading
from collections import Counter, deque
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from .document import Json
from .faults import ANY
from .http_messages import Request, decoded

UNKNOWN = "-"  # The operation of a request whose method and path none has.
KEPT = 1000  # Requests.
MOST = 32_000_000  # Bytes of all bodies together; the oldest requests go first.


@dataclass(repr=False)
class Received:
    """One request; *number* counts them.

    *operation* is UNKNOWN where no operation has its method and path; *ids* has the ids in its path. *status* and
    *connection* (`close`, `reset` or `silence`, where a fault broke it) are those of the answer, 0 and None before it.
    """

    request: Request
    time: str
    operation: str
    ids: Mapping[str, str]
    status: int = 0
    connection: str | None = None
    number: int = 0

    def __repr__(self) -> str:
        return f"<{self.operation} {self.status}>"

    @property
    def body(self) -> Any:
        """The JSON body; None if there is none, and the text of one that is no JSON."""
        if not self.request.body:
            return None
        try:
            return decoded(self.request.body)
        except ValueError:
            return self.request.body.decode("utf-8", "replace")

    @property
    def query(self) -> dict[str, str]:
        """The last value of each query parameter."""
        return {name: values[-1] for name, values in self.request.values.items()}

    @property
    def headers(self) -> Mapping[str, str]:
        """The headers, their names in lower case."""
        return self.request.headers

    @property
    def key(self) -> str | None:
        """The API key."""
        return self.request.headers.get("x-api-key")

    def line(self) -> Json:
        """Return what can be shown anywhere: neither query nor body."""
        where = {"time": self.time, "method": self.request.method, "path": self.request.path}
        return {**where, "operation": self.operation, "status": self.status, "connection": self.connection}

    def shown(self) -> Json:
        """Return the whole request as JSON values, without its key."""
        headers = {name: value for name, value in self.headers.items() if name != "x-api-key"}
        return {"number": self.number, **self.line(), "query": self.query, "headers": headers, "body": self.body}


class Journal:
    """The requests since the start or the last reset, oldest first.

    To ask for an operation that is not among the *known* is a ValueError: that it was not called would prove nothing.
    """

    def __init__(self, known: Collection[str] = ()) -> None:
        self._known = {*known, ANY, UNKNOWN}
        self._recent: deque[Received] = deque()
        self._bytes = self._made = 0
        self._lock = threading.Lock()
        self.statuses: Counter[int] = Counter()
        self.operations: Counter[str] = Counter()

    def add(self, received: Received) -> None:
        """Add a request that was answered."""
        with self._lock:
            self._made += 1
            received.number = self._made
            self._recent.append(received)
            self._bytes += len(received.request.body)
            while len(self._recent) > KEPT or (self._bytes > MOST and len(self._recent) > 1):
                self._bytes -= len(self._recent.popleft().request.body)
            self.statuses[received.status] += 1
            self.operations[received.operation] += 1

    def clear(self) -> None:
        """Remove all requests."""
        with self._lock:
            self._recent.clear()
            self._bytes = 0
            self.statuses.clear()
            self.operations.clear()

    def __len__(self) -> int:
        return len(self._recent)

    def __iter__(self) -> Iterator[Received]:
        return iter(self.all())

    def all(self, operation: str = ANY) -> list[Received]:
        """Return the requests of *operation*, by default of all, oldest first."""
        if operation not in self._known:
            raise ValueError(f"unknown operation {operation!r}; expected one of: {', '.join(sorted(self._known))}")
        with self._lock:
            return [each for each in self._recent if operation in (ANY, each.operation)]

    def one(self, operation: str) -> Received:
        """Return the only request of *operation*; AssertionError if there is none, or more than one."""
        found = self.all(operation)
        if len(found) != 1:
            others = ", ".join(f"{name} {count}x" for name, count in sorted(self.operations.items())) or "none"
            raise AssertionError(f"{operation} was called {len(found)} times, not once; the requests: {others}")
        return found[0]

    def last(self, operation: str = ANY) -> Received:
        """Return the last request of *operation*; AssertionError if there is none."""
        found = self.all(operation)
        if not found:
            raise AssertionError(f"{operation} was not called")
        return found[-1]

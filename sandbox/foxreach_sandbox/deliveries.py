"""What is posted to webhooks: signed, tried again after 1, 5 and 30 minutes of the clock, doubled on demand."""

import hashlib
import hmac
import threading
from collections.abc import Callable, Generator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from ipaddress import ip_address
from urllib.parse import urlsplit

import httpx2

from .clock import Clock
from .document import Json
from .exchange import encoded
from .store import Row, Store

RETRIES = (60.0, 300.0, 1800.0)  # seconds after the attempt before
PATIENCE = 5.0  # seconds in which a receiver is to answer
Post = Callable[[str, bytes, dict[str, str]], int | None]


@dataclass(frozen=True)
class Delivery:
    """One event on its way to one webhook."""

    webhook: str
    workspace: str
    url: str
    body: bytes
    signature: str
    due: float
    attempt: int = 1


def post(url: str, body: bytes, headers: dict[str, str]) -> int | None:
    """Return the status that *url* answered, or None where it did not."""
    try:
        return httpx2.post(url, content=body, headers=headers, timeout=PATIENCE, trust_env=False).status_code
    except httpx2.HTTPError:
        return None


class Deliveries:
    """Deliveries that wait for their time. *post* takes the place of the network."""

    def __init__(self, store: Store, clock: Clock, *, anywhere: bool = False, post: Post = post) -> None:
        self._store, self._clock, self._anywhere = store, clock, anywhere
        self._lock = threading.RLock()
        self.post: Post = post
        self._woken = threading.Event()
        self.waiting: list[Delivery] = []
        self.log: list[Json] = []
        self._doubled = 0

    def hand_to(self, receiver: Post) -> None:
        """Call `receiver(url, body, headers)` for each delivery, wherever it goes; it returns the status it answers."""
        self.post, self._anywhere = receiver, True

    def duplicate_next(self, count: int = 1) -> None:
        """Deliver each of the next *count* events twice."""
        self._doubled += count

    def emit(self, workspace: str, event: str, data: Json) -> None:
        """Let an event go to the webhooks of *workspace* that want it; it is posted by `run_due`."""
        hooks = [row for row in self._store.all("webhooks", workspace, isActive=True) if event in row.data["events"]]
        if not hooks:
            return
        moment = datetime.fromtimestamp(int(self._clock.now()), UTC).isoformat().replace("+00:00", "Z")
        body = encoded({"event": event, "timestamp": moment, "data": data})
        times = 2 if self._doubled else 1
        self._doubled -= times - 1
        with self._lock:
            self.waiting += [self._delivery(row, body) for row in hooks for _ in range(times)]
        self._woken.set()

    def _delivery(self, row: Row, body: bytes) -> Delivery:
        signature = hmac.new(row.data["secret"].encode(), body, hashlib.sha256).hexdigest()
        return Delivery(row.id, row.workspace, row.data["url"], body, signature, self._clock.now())

    def run_due(self) -> int:
        """Post what is due, oldest first, and return how many posts that were."""
        posted = 0
        while (delivery := self._next()) is not None:
            self._attempt(delivery)
            posted += 1
        return posted

    def _next(self) -> Delivery | None:
        with self._lock:
            due = [each for each in self.waiting if each.due <= self._clock.now()]
            if not due:
                return None
            first = min(due, key=lambda each: each.due)
            self.waiting.remove(first)
            return first

    def _attempt(self, delivery: Delivery) -> None:
        allowed = self._anywhere or _loopback(delivery.url)
        headers = {"Content-Type": "application/json", "X-Webhook-Signature": delivery.signature}
        status = self.post(delivery.url, delivery.body, headers) if allowed else None
        line = {"webhook": delivery.webhook, "url": delivery.url, "attempt": delivery.attempt, "status": status}
        self.log.append({**line, "refused": not allowed, "time": self._clock.stamp()})
        done = status is not None and 200 <= status < 300
        if not done and allowed and delivery.attempt <= len(RETRIES):
            due = delivery.due + RETRIES[delivery.attempt - 1]
            with self._lock:
                self.waiting.append(replace(delivery, due=due, attempt=delivery.attempt + 1))
        else:
            self._ended(delivery, done=done)

    def _ended(self, delivery: Delivery, *, done: bool) -> None:
        row = self._store.find("webhooks", delivery.workspace, delivery.webhook)
        if row is None:
            return
        failures = 0 if done else row.data["consecutiveFailures"] + 1
        row.data["consecutiveFailures"] = failures
        if done:
            row.data["lastDeliveredAt"] = self._clock.stamp()
        self._store.put(row)

    @contextmanager
    def running(self) -> Generator[None]:
        """Post what falls due from a thread of its own, for as long as the block lasts."""
        over = threading.Event()

        def work() -> None:
            while not over.is_set():
                self.run_due()
                self._woken.wait(self._patience())
                self._woken.clear()

        thread = threading.Thread(target=work, daemon=True)
        thread.start()
        try:
            yield
        finally:
            over.set()
            self._woken.set()
            thread.join()

    def _patience(self) -> float | None:
        """Return the real seconds until something falls due; None where no time brings it."""
        with self._lock:
            if not self.waiting or not self._clock.speed:
                return None
            return max(0.0, (min(each.due for each in self.waiting) - self._clock.now()) / self._clock.speed)

    def clear(self) -> None:
        """Forget what waits and what happened."""
        with self._lock:
            self.waiting.clear()
            self.log.clear()
            self._doubled = 0


def _loopback(url: str) -> bool:
    host = urlsplit(url).hostname or ""
    if host == "localhost":
        return True
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return False

"""Webhook deliveries: signed, retried after 1, 5 and 30 minutes of the clock, duplicated on demand."""

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
from .http_messages import encoded
from .store import Row, Store

RETRIES = (60.0, 300.0, 1800.0)  # Seconds after the previous attempt.
TIMEOUT = 5.0  # Seconds.
Post = Callable[[str, bytes, dict[str, str]], int | None]


@dataclass(frozen=True)
class Delivery:
    """One event for one webhook; *due* is a time of the sandbox's clock."""

    webhook: str
    workspace: str
    url: str
    body: bytes
    signature: str
    due: float
    attempt: int = 1


def post(url: str, body: bytes, headers: dict[str, str]) -> int | None:
    """Return the status that *url* answers, None if it does not answer."""
    try:
        return httpx2.post(url, content=body, headers=headers, timeout=TIMEOUT, trust_env=False).status_code
    except httpx2.HTTPError:
        return None


class Deliveries:
    """The deliveries that are waiting and the attempts so far. *post* replaces the network."""

    def __init__(self, store: Store, clock: Clock, *, anywhere: bool = False, post: Post = post) -> None:
        self._store, self._clock, self._anywhere = store, clock, anywhere
        self._lock = threading.RLock()
        self.post: Post = post
        self._woken = threading.Event()
        self.waiting: list[Delivery] = []
        self.log: list[Json] = []
        self._duplicates = 0

    def hand_to(self, receiver: Post) -> None:
        """Call `receiver(url, body, headers)`, which returns a status, for each delivery, whatever its URL."""
        self.post, self._anywhere = receiver, True

    def duplicate_next(self, count: int = 1) -> None:
        """Deliver each of the next *count* events twice."""
        self._duplicates += count

    def emit(self, workspace: str, event: str, data: Json) -> None:
        """Queue an event for the webhooks of *workspace* that subscribe to it; `run_due` posts it."""
        hooks = [row for row in self._store.all("webhooks", workspace, isActive=True) if event in row.data["events"]]
        if not hooks:
            return
        moment = datetime.fromtimestamp(int(self._clock.now()), UTC).isoformat().replace("+00:00", "Z")
        body = encoded({"event": event, "timestamp": moment, "data": data})
        times = 2 if self._duplicates else 1
        self._duplicates -= times - 1
        with self._lock:
            self.waiting += [self._delivery(row, body) for row in hooks for _ in range(times)]
        self._woken.set()

    def _delivery(self, row: Row, body: bytes) -> Delivery:
        signature = hmac.new(row.data["secret"].encode(), body, hashlib.sha256).hexdigest()
        return Delivery(row.id, row.workspace, row.data["url"], body, signature, self._clock.now())

    def run_due(self) -> int:
        """Post the due deliveries, oldest first, and return their number."""
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
            self._finish(delivery, done=done)

    def _finish(self, delivery: Delivery, *, done: bool) -> None:
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
        """Post deliveries when they are due, in a background thread, until the block ends."""
        stopped = threading.Event()

        def work() -> None:
            while not stopped.is_set():
                self.run_due()
                self._woken.wait(self._until_due())
                self._woken.clear()

        thread = threading.Thread(target=work, daemon=True)
        thread.start()
        try:
            yield
        finally:
            stopped.set()
            self._woken.set()
            thread.join()

    def _until_due(self) -> float | None:
        """Return the real seconds until the next delivery is due; None if there is none or the clock stands still."""
        with self._lock:
            if not self.waiting or not self._clock.speed:
                return None
            return max(0.0, (min(each.due for each in self.waiting) - self._clock.now()) / self._clock.speed)

    def clear(self) -> None:
        """Remove all waiting deliveries and the log."""
        with self._lock:
            self.waiting.clear()
            self.log.clear()
            self._duplicates = 0


def _loopback(url: str) -> bool:
    host = urlsplit(url).hostname or ""
    if host == "localhost":
        return True
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return False

"""Webhook deliveries: signed, retried after 1, 5 and 30 minutes of the clock, duplicated on demand."""

import hashlib
import hmac
import sqlite3
import threading
from collections import deque
from collections.abc import Callable, Generator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager, suppress
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from heapq import heappop, heappush
from ipaddress import ip_address
from itertools import count
from urllib.parse import urlsplit

from .clock import INSTANT, Clock
from .document import Json
from .http_messages import encoded
from .store import Row, Store

RETRIES = (60.0, 300.0, 1800.0)  # Seconds after the previous attempt.
TIMEOUT = 5.0  # Seconds.
LONGEST = 1.0  # Real seconds between two looks at a running clock.
KEPT = 1_000  # Attempts in the log.
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
    """Return the status that *url* answers, None if it does not answer or is no URL."""
    import httpx2  # noqa: PLC0415 - a seventh of a start, which few sandboxes need

    try:
        return httpx2.post(url, content=body, headers=headers, timeout=TIMEOUT, trust_env=False).status_code
    except (httpx2.HTTPError, httpx2.InvalidURL, ValueError):
        return None


class Deliveries:
    """The deliveries that are waiting and the latest attempts. *post* replaces the network.

    The deliveries of one webhook are posted one after the other, those of several at the same time: a receiver that
    does not answer delays no other one.
    """

    def __init__(self, store: Store, clock: Clock, *, anywhere: bool = False, post: Post = post) -> None:
        self._store, self._clock, self._anywhere = store, clock, anywhere is True
        self._lock = threading.Lock()
        self._turns: dict[str, threading.RLock] = {}
        self.post: Post = post
        self._woken = threading.Event()
        self._stopped: threading.Event | None = None  # Of the background thread, if there is one.
        self._thread: threading.Thread | None = None
        # Heaps of the deliveries that wait; the number keeps those of one time in their order. None is empty.
        self._queues: dict[str, list[tuple[float, int, Delivery]]] = {}
        self._numbers = count()
        self.log: deque[Json] = deque(maxlen=KEPT)
        self.posted = 0
        self._duplicates = 0

    def hand_to(self, receiver: Post) -> None:
        """Call `receiver(url, body, headers)`, which returns a status, for each delivery, whatever its URL."""
        self.post, self._anywhere = receiver, True

    def duplicate_next(self, count: int = 1) -> None:
        """Deliver each of the next *count* events twice."""
        self._duplicates += count

    def emit(self, workspace: str, event: str, data: Json, moment: float) -> None:
        """Queue an event of the time *moment* for the webhooks of *workspace* that subscribe to it."""
        hooks = [row for row in self._store.all("webhooks", workspace, isActive=True) if event in row.data["events"]]
        if not hooks:
            self._woken.set()  # The campaign that was started may have mail to send.
            return
        when = datetime.fromtimestamp(int(moment), UTC).isoformat().replace("+00:00", "Z")
        body = encoded({"event": event, "timestamp": when, "data": data})
        times = 2 if self._duplicates else 1
        self._duplicates -= times - 1
        for row in hooks:
            for _ in range(times):
                self._push(self._delivery(row, body, moment))
        self._woken.set()

    def _delivery(self, row: Row, body: bytes, moment: float) -> Delivery:
        signature = hmac.new(row.data["secret"].encode(), body, hashlib.sha256).hexdigest()
        return Delivery(row.id, row.workspace, row.data["url"], body, signature, moment)

    def run_due(self) -> int:
        """Post the due deliveries, those of each webhook oldest first, and return their number."""
        posted = 0
        while hooks := self._due():
            if len(hooks) == 1 or self.post is not post:
                posted += sum(map(self._drain, hooks))
            else:
                with ThreadPoolExecutor(len(hooks)) as pool:
                    posted += sum(pool.map(self._drain, hooks))
        return posted

    def on_clock(self) -> None:
        """Post what is due by the new time; if a background thread posts, let it do so."""
        if self._stopped is None:
            self.run_due()
        elif threading.current_thread() is not self._thread:  # It would wake itself for ever.
            self._woken.set()

    @property
    def waiting(self) -> list[Delivery]:
        """The deliveries that wait, by webhook, the next ones first."""
        with self._lock:
            return [delivery for queue in self._queues.values() for _, _, delivery in sorted(queue)]

    def next_after(self, now: float) -> float | None:
        """Return the first time after *now* at which a delivery is due."""
        with self._lock:
            heads = (queue[:1] if queue[0][0] > now else queue for queue in self._queues.values())
            return min((due for queue in heads for due, _, _ in queue if due > now), default=None)

    def _push(self, delivery: Delivery) -> None:
        with self._lock:
            queue = self._queues.setdefault(delivery.webhook, [])
            heappush(queue, (delivery.due, next(self._numbers), delivery))

    def _due(self) -> list[str]:
        """Return the webhooks with due deliveries, the one with the oldest first."""
        now = self._clock.now() + INSTANT
        with self._lock:
            due = sorted((*queue[0][:2], webhook) for webhook, queue in self._queues.items() if queue[0][0] <= now)
            return [webhook for _, _, webhook in due]

    def _drain(self, webhook: str, stopped: threading.Event | None = None) -> int:
        """Post the due deliveries of *webhook*, until *stopped*, and return their number."""
        with self._lock:
            turn = self._turns.setdefault(webhook, threading.RLock())
        posted = 0
        with turn:
            while not (stopped and stopped.is_set()) and (delivery := self._next(webhook)) is not None:
                self._attempt(delivery)
                posted += 1
        return posted

    def _next(self, webhook: str) -> Delivery | None:
        now = self._clock.now() + INSTANT
        with self._lock:
            queue = self._queues.get(webhook)
            if not queue or queue[0][0] > now:
                return None
            _, _, delivery = heappop(queue)
            if not queue:
                del self._queues[webhook]
            return delivery

    def _attempt(self, delivery: Delivery) -> None:
        """Post *delivery*, unless its webhook was deleted, made inactive or, after a failure, moved."""
        with self._store.lock:
            row = self._store.find("webhooks", delivery.workspace, delivery.webhook)
        if row is None or not row.data["isActive"] or (delivery.attempt > 1 and row.data["url"] != delivery.url):
            return
        delivery = replace(delivery, url=row.data["url"])
        allowed = self._anywhere or _loopback(delivery.url)
        headers = {"Content-Type": "application/json", "X-Webhook-Signature": delivery.signature}
        status = self.post(delivery.url, delivery.body, headers) if allowed else None
        line = {"webhook": delivery.webhook, "url": delivery.url, "attempt": delivery.attempt, "status": status}
        self.log.append({**line, "refused": not allowed, "time": self._clock.stamp()})
        self.posted += 1
        done = status is not None and 200 <= status < 300
        if not done and allowed and delivery.attempt <= len(RETRIES):
            due = delivery.due + RETRIES[delivery.attempt - 1]
            self._push(replace(delivery, due=due, attempt=delivery.attempt + 1))
        else:
            self._finish(delivery, done=done)

    def _finish(self, delivery: Delivery, *, done: bool) -> None:
        with suppress(sqlite3.Error), self._store.transaction():  # Closed meanwhile, or a full disk.
            row = self._store.find("webhooks", delivery.workspace, delivery.webhook)
            if row is None:
                return
            row.data["consecutiveFailures"] = 0 if done else row.data["consecutiveFailures"] + 1
            if done:
                row.data["lastDeliveredAt"] = self._clock.stamp()
            self._store.put(row)

    @contextmanager
    def running(self) -> Generator[None]:
        """Let happen what is due, deliveries and what else listens to the clock, in the background until the end."""
        self._stopped = stopped = threading.Event()
        self._thread = thread = threading.Thread(target=self._work, args=(stopped,), daemon=True)
        thread.start()
        try:
            yield
        finally:
            self._stopped = None
            stopped.set()
            self._woken.set()
            thread.join()

    def _work(self, stopped: threading.Event) -> None:
        workers: dict[str, threading.Thread] = {}
        while not stopped.is_set():
            self._clock.tick()
            for webhook in self._due():
                if webhook not in workers or not workers[webhook].is_alive():
                    workers[webhook] = threading.Thread(target=self._drain, args=(webhook, stopped), daemon=True)
                    workers[webhook].start()
            self._woken.wait(self._pause())
            self._woken.clear()

    def _pause(self) -> float | None:
        """Return the real seconds until something is due; None if the clock stands still."""
        if not self._clock.speed:
            return None
        alarm = self._clock.next_alarm()
        late = max(0.0, (alarm - self._clock.now()) / self._clock.speed) if alarm is not None else LONGEST
        return min(late, LONGEST)

    def clear(self) -> None:
        """Remove all waiting deliveries and the log."""
        with self._lock:
            self._queues.clear()
            self.log.clear()
            self.posted = self._duplicates = 0


def _loopback(url: str) -> bool:
    try:
        host = urlsplit(url).hostname or ""
        return host == "localhost" or ip_address(host).is_loopback
    except ValueError:  # No URL, or a name.
        return False

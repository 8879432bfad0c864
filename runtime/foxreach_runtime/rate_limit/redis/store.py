"""Runs the script on Redis or Valkey, for no longer than a moment, and knows for how long to leave it alone.

The package redis (redis-py) is imported here alone, and only when a RedisLimiter is made.
"""

from __future__ import annotations

import logging
import threading
import time
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Protocol, cast

from ...errors import ConfigurationError
from ...fork import begin_in_every_process
from .script import SCRIPT

if TYPE_CHECKING:
    import redis

log = logging.getLogger("foxreach_client")
Ask = Callable[[Sequence[str], Sequence[str]], list[int]]


class AwayError(Exception):
    """Redis does not answer; the text says how it failed, without any address."""


class Store(Protocol):
    """What runs the script."""

    def run(self, keys: Sequence[str], arguments: Sequence[str]) -> list[int]:
        """Return what the script does, or raise AwayError."""
        ...

    close: Callable[[], None]


class RedisStore:
    """One Redis: after a failure it is left alone for *pause* seconds, and then one call tries it again.

    A failure is logged once, and so is the return; *then* says what is done meanwhile.
    """

    def __init__(
        self, ask: Ask, faults: tuple[type[Exception], ...], pause: float, then: str, clock: Callable[[], float]
    ) -> None:
        self._ask = ask
        self._faults = faults
        self._pause = pause
        self._then = then
        self._clock = clock
        self._failure: str | None = None
        self._again_at = float("-inf")
        self.close: Callable[[], None] = lambda: None
        begin_in_every_process(self)

    def begin(self) -> None:
        """Keep what is known of Redis, and no lock that a thread of the parent may have held at a fork."""
        self._lock = threading.Lock()

    def run(self, keys: Sequence[str], arguments: Sequence[str]) -> list[int]:
        """Return what the script does, or raise AwayError."""
        with self._lock:
            if self._failure is not None:
                if self._clock() < self._again_at:
                    raise AwayError(self._failure)
                self._again_at = self._clock() + self._pause  # Others do not try while this call does.
        try:
            answer = self._ask(keys, arguments)
        except self._faults as fault:
            raise AwayError(self._failed(type(fault).__name__)) from None
        self._worked()
        return answer

    def _failed(self, how: str) -> str:
        with self._lock:
            first, self._failure = self._failure is None, how
            self._again_at = self._clock() + self._pause
        if first:
            log.warning("The shared quota is away (%s): %s; tried again every %g s", how, self._then, self._pause)
        return how

    def _worked(self) -> None:
        if self._failure is not None:  # Looked at without the lock: nearly always there was none.
            with self._lock:
                failure, self._failure = self._failure, None
            if failure:
                log.warning("The shared quota is back")


def connected(
    url: str, *, timeout: float, pause: float, then: str, clock: Callable[[], float] = time.monotonic
) -> RedisStore:
    """Return the Redis at *url*; nothing is connected yet. *timeout* is for connecting and for each answer."""
    try:
        import redis  # noqa: PLC0415 - an extra
        from redis.backoff import NoBackoff  # noqa: PLC0415
        from redis.exceptions import ConnectionError as Broken  # noqa: PLC0415
        from redis.retry import Retry  # noqa: PLC0415
    except ImportError:
        raise ConfigurationError("RedisLimiter needs the package redis: install foxreach-client[redis].") from None
    # A connection that was idle may be gone; that one failure is worth a second try, a timeout never is.
    again = Retry(NoBackoff(), 1, supported_errors=(Broken,))
    try:
        make = cast("Callable[..., redis.ConnectionPool]", getattr(redis.ConnectionPool, "from_url"))  # noqa: B009
        pool = make(url, socket_timeout=timeout, socket_connect_timeout=timeout, retry=again, protocol=2)
    except (
        ValueError,
        TypeError,
        AttributeError,
    ):  # Its words may quote the address, and that may have a password in it.
        raise ConfigurationError("RedisLimiter: the address must be redis://, rediss:// or unix://.") from None
    store = RedisStore(_asker(redis.Redis(connection_pool=pool)), (redis.RedisError, OSError), pause, then, clock)
    store.close = pool.disconnect
    return store


def _asker(client: redis.Redis) -> Ask:
    script = client.register_script(SCRIPT)

    def ask(keys: Sequence[str], arguments: Sequence[str]) -> list[int]:
        return cast("list[int]", script(keys=list(keys), args=list(arguments)))

    return ask

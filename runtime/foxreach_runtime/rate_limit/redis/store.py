"""Runs the script on Redis or Valkey, and knows for how long to leave a server alone that failed.

The package redis (redis-py) is imported here alone, and only when a RedisLimiter is made.
"""

from __future__ import annotations

import logging
import threading
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol, cast

from ...errors import ConfigurationError
from ...fork import importing, reset_after_fork
from .script import SCRIPT

if TYPE_CHECKING:
    import redis

log = logging.getLogger("foxreach_client")
RunScript = Callable[[Sequence[str], Sequence[str]], list[int]]
LOST = 4  # the place in the script's answer that is 1 if slots were lost, 2 if that does not matter any more

SOONER = 16  # times sooner than after a pause is a failed Redis tried again at first; then twice as late each time


class AwayError(Exception):
    """Redis does not answer or does not keep its data; the text says which, without any address."""


class BusyError(Exception):
    """Redis failed once and is tried again in *wait* seconds: it may have been slow for a moment."""

    def __init__(self, wait: float) -> None:
        super().__init__(wait)
        self.wait = wait


class Store(Protocol):
    """What runs the script."""

    outages: int

    def run(self, keys: Sequence[str], arguments: Sequence[str]) -> list[int]:
        """Return the answer of the script, or raise BusyError or AwayError."""
        ...

    def resting(self) -> bool:
        """Return True while it is left alone because it is away."""
        ...

    close: Callable[[], None]


@dataclass(frozen=True, slots=True)
class Patience:
    """How long a failed Redis is left alone at most, and within how long a second loss is a failure, in seconds.

    *failures* is how many in a row do not mean yet that it is away, 0 or 1.
    """

    pause: float
    window: float
    failures: int = 1


class RedisStore:
    """One Redis. After a failure it is left alone, for a short time at first, and then one call tries it again.

    If that fails as well, it is away. That is logged once, and so is the return; *meanwhile* says what is done in
    between. Data that are lost again within a window, such as a key that is evicted again and again, mean away as well.
    """

    def __init__(
        self,
        script: RunScript,
        faults: tuple[type[Exception], ...],
        patience: Patience,
        meanwhile: str,
        clock: Callable[[], float],
    ) -> None:
        self._script = script
        self._faults = faults
        self._patience = patience
        self._meanwhile = meanwhile
        self._clock = clock
        self._failure: str | None = None
        self._away = self._forgets = False  # The latter: it is away since it loses data.
        self._pause = patience.pause / SOONER
        self._again_at = self._lost_at = float("-inf")
        self.outages = 0  # how many there were
        self.close: Callable[[], None] = lambda: None
        self.reset()
        reset_after_fork(self)

    def reset(self) -> None:
        """Keep what is known of Redis, and no lock that a thread of the parent may have held at a fork."""
        self._lock = threading.Lock()

    def resting(self) -> bool:
        """Return True while it is left alone because it is away."""
        return self._away and self._clock() < self._again_at

    def run(self, keys: Sequence[str], arguments: Sequence[str]) -> list[int]:
        """Return the answer of the script, or raise BusyError or AwayError."""
        trying = self._failure is not None and self._tries()
        try:
            answer = self._script(keys, arguments)
        except self._faults as fault:
            raise self._failed(type(fault).__name__, trying=trying) from None
        if answer[LOST] and self._lost(matters=answer[LOST] == 1):
            raise self._failed("its data are lost again and again", trying=True)
        if trying:
            self._worked()
        return answer

    def _tries(self) -> bool:
        """Return True if this call is the one that tries a failed Redis again, or raise if it is another's turn."""
        with self._lock:
            if self._failure is None:
                return False
            wait = self._again_at - self._clock()
            if wait > 0:
                raise AwayError(self._failure) if self._away else BusyError(wait)
            self._again_at = self._clock() + self._pause  # Others do not try while this call does.
            return True

    def _lost(self, *, matters: bool) -> bool:
        """Note that data were lost; return True if that is a failure: during one, even if it does not matter."""
        with self._lock:
            now = self._clock()
            again = self._forgets or (matters and now - self._lost_at < self._patience.window)
            self._forgets = again
            if matters or again:
                self._lost_at = now
        if matters and not again:
            log.warning("Redis lost the state of the shared quota; it goes on from what this process knew")
        return again

    def _failed(self, how: str, *, trying: bool) -> AwayError | BusyError:
        """Note a failure and return its error: it is busy at first, and away when it fails while it is tried again."""
        with self._lock:
            trying = trying or not self._patience.failures
            first, goes = self._failure is None, trying and not self._away
            if first or trying:
                self._failure, self._again_at = how, self._clock() + self._pause
            if trying:
                self._away, self._pause = True, min(2 * self._pause, self._patience.pause)
            self.outages += goes
        if goes:
            seconds = self._patience.pause
            log.warning("The shared quota is away (%s): %s; tried again within %g s", how, self._meanwhile, seconds)
        return AwayError(how) if self._away else BusyError(max(0.0, self._again_at - self._clock()))

    def _worked(self) -> None:
        with self._lock:
            was_away, self._failure = self._away, None
            self._away = self._forgets = False
            self._pause = self._patience.pause / SOONER
        if was_away:
            log.warning("The shared quota is back")


def connected(
    url: str, patience: Patience, meanwhile: str, *, timeout: float, clock: Callable[[], float] = time.monotonic
) -> RedisStore:
    """Return the Redis at *url*; nothing is connected yet. *timeout* is for connecting and for each answer."""
    try:
        with importing():
            import redis  # noqa: PLC0415 - an extra
            from redis.backoff import NoBackoff  # noqa: PLC0415
            from redis.exceptions import ConnectionError as Broken  # noqa: PLC0415
            from redis.retry import Retry  # noqa: PLC0415
    except ImportError:
        raise ConfigurationError("RedisLimiter needs the package redis: install foxreach-client[redis].") from None
    # A connection that was idle may be gone; that one failure is worth a second try, a timeout never is.
    again, pool = Retry(NoBackoff(), 1, supported_errors=(Broken,)), None
    try:
        make = cast("Callable[..., redis.ConnectionPool]", getattr(redis.ConnectionPool, "from_url"))  # noqa: B009
        pool = make(url, socket_timeout=timeout, socket_connect_timeout=timeout, retry=again, protocol=2)
    except (ValueError, TypeError, AttributeError):
        pass  # Its words may quote the address, which may have a password; an error raised here would refer to it.
    if pool is None:
        raise ConfigurationError("RedisLimiter: the address must be redis://, rediss:// or unix://.")
    faults = (redis.RedisError, OSError)
    store = RedisStore(_runner(redis.Redis(connection_pool=pool)), faults, patience, meanwhile, clock)
    store.close = pool.disconnect
    return store


def _runner(client: redis.Redis) -> RunScript:
    script = client.register_script(SCRIPT)

    def run(keys: Sequence[str], arguments: Sequence[str]) -> list[int]:
        return cast("list[int]", script(keys=list(keys), args=list(arguments)))

    return run

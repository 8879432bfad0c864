"""One quota for a fleet: the line of a key is kept by Redis or Valkey, on that server's clock.

Each attempt costs one round trip before it, in a thread where there is an event loop. A slot is reserved at once and
waited for here. Slots that are not used are returned in the background, so that no cancelled task waits for Redis.
"""

from __future__ import annotations

import hashlib
import threading
import time
from collections.abc import Callable
from typing import Literal

from ...duration import is_amount
from ...errors import ConfigurationError
from ...fork import reset_after_fork
from ..limiter import DOCUMENTED, Permit
from ..pacing import Pacing, Quota, checked_pacing, checked_quota
from .background import BackgroundWork
from .line import LineOptions, SharedLine
from .permit import RedisPermit
from .store import Patience, Store, connected

OnFailure = Literal["local", "raise"]
MEANWHILE = {
    "local": "until it is back, this process keeps to its own share",
    "raise": "until it is back, calls raise QuotaError",
}


class RedisLimiter:
    """Keeps all processes that use the same Redis inside the quota of a key; share one limiter in each process.

    Args:
        url: where Redis or Valkey is, such as ``redis://host:6379/0``; ``rediss://`` for TLS, ``unix://`` for a socket.
        pacing: "bulk" lets 3 calls of the documented 100 through at once and 96 a minute; "interactive" 40 at once,
            then 59 a minute until "bulk" would have let through as many, then 96. What the server reports as left is
            of no use here: others use it as well.
        on_failure: what to do while Redis does not answer: "local" keeps this process to *local_share* of the quota,
            "raise" raises QuotaError at once.
        local_share: one by the number of processes is safe; the default of a quarter suits four.
        timeout: seconds for connecting and for each answer of Redis.
        pause: seconds for which a Redis that failed is left alone.
    """

    def __init__(
        self,
        url: str,
        *,
        pacing: Pacing = "interactive",
        on_failure: OnFailure = "local",
        local_share: float = 0.25,
        timeout: float = 0.25,
        pause: float = 5.0,
        quota: Quota = DOCUMENTED,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        if on_failure not in tuple(MEANWHILE):  # no look-up, since what the caller passed may have no hash
            raise ConfigurationError('RedisLimiter: on_failure must be "local" or "raise".')
        amounts = (local_share, timeout, pause)
        if not all(is_amount(each) and each > 0 for each in amounts) or local_share > 1:
            raise ConfigurationError("RedisLimiter: local_share is above 0 up to 1, timeout and pause above 0 seconds.")
        self._on_failure: OnFailure = on_failure
        self._options = LineOptions(checked_pacing(pacing), checked_quota(quota), local_share)
        patience = Patience(pause, quota.window, failures=1 if on_failure == "local" else 0)
        self._store: Store = connected(url, patience, MEANWHILE[on_failure], timeout=timeout, clock=clock)
        self._background = BackgroundWork()
        self._lines: dict[str, SharedLine] = {}
        self.reset()
        reset_after_fork(self)

    def reset(self) -> None:
        """Keep the lines, and no lock that a thread of the parent may have held at a fork."""
        self._lock = threading.Lock()

    def permit(self, key: str) -> Permit:
        """Return a permit for an attempt with this API key, still to be acquired."""
        name = hashed(key)
        with self._lock:
            line = self._lines.get(name)
            if line is None:
                line = self._lines[name] = SharedLine(name, self._store, self._background, self._options)
        return RedisPermit(line, self._on_failure)

    def settle(self) -> None:
        """Return when everything that was to be returned is."""
        self._background.settle()

    def close(self) -> None:
        """Close the connections to Redis, after what is still to be returned; a later call opens new ones."""
        self.settle()
        self._store.close()

    def __repr__(self) -> str:
        return f"RedisLimiter(pacing={self._options.pacing!r}, on_failure={self._on_failure!r})"


def hashed(key: str) -> str:
    """Return the name under which Redis knows *key*, from which nobody learns the key."""
    return hashlib.blake2b(key.encode(), digest_size=16, person=b"foxreach quota").hexdigest()

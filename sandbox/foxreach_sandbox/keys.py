"""The API keys of a sandbox: the workspace of each, its scopes, and its share of the rate limit."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from math import ceil

from .clock import Clock
from .document import Json
from .windows import HAIR, WINDOWS, Window

FIRST = "otr_sandbox"
BOTH = ("read", "write")
NO_LIMIT = 1_000_000


@dataclass(frozen=True)
class Key:
    """One key."""

    text: str
    workspace: str
    scopes: frozenset[str]
    window: Window


class Keys:
    """Every key, and how calls with it are counted."""

    def __init__(self, clock: Clock, limit: int | None, kind: str) -> None:
        self._clock = clock
        self._known: dict[str, Key] = {}
        self._limit = NO_LIMIT if limit is None else limit
        if kind not in WINDOWS:
            raise ValueError(f"window must be one of {', '.join(WINDOWS)}")
        self._new: Callable[[], Window] = lambda: WINDOWS[kind](limit=self._limit)
        self.add(FIRST, "first", BOTH)

    def add(self, text: str, workspace: str, scopes: Iterable[str]) -> Key:
        """Make a key known."""
        unknown = set(scopes) - set(BOTH)
        if unknown:
            raise ValueError(f"scopes are {' and '.join(BOTH)}, not {', '.join(sorted(unknown))}")
        self._known[text] = Key(text, workspace, frozenset(scopes), self._new())
        return self._known[text]

    def get(self, text: str) -> Key | None:
        """Return the key, if there is one."""
        return self._known.get(text)

    def restart(self) -> None:
        """Count from zero again."""
        self._known = {key.text: Key(key.text, key.workspace, key.scopes, self._new()) for key in self._known.values()}

    # The windows count from the start of the sandbox: so near to zero, a float tells nanoseconds apart.

    def accept(self, key: Key) -> bool:
        """Count a call with *key* and return whether its limit allows it."""
        now = self._clock.monotonic()
        if key.window.remaining(now) < 1:
            return False
        key.window.accept(now)
        return True

    def headers(self, key: Key | None) -> dict[str, str]:
        """Return the headers of the rate limit; for an unknown key, as if it had made no call."""
        window = self._new() if key is None else key.window
        now = self._clock.monotonic()
        return {
            "X-RateLimit-Limit": str(self._limit),
            "X-RateLimit-Remaining": str(max(0, window.remaining(now))),
            "X-RateLimit-Reset": str(self._reset(window)),
        }

    def _reset(self, window: Window) -> int:
        left = window.reset(self._clock.monotonic()) - self._clock.monotonic()
        return ceil(self._clock.now() + self._clock.for_caller(left))

    def retry_after(self, key: Key) -> int:
        """Return the caller's seconds after which one more call is accepted."""
        now = self._clock.monotonic()
        return max(1, ceil(self._clock.for_caller(key.window.next_at(now) - now - 2 * HAIR)))

    def refusal(self, key: Key) -> Json:
        """Return the body of a 429."""
        details = {"limit": self._limit, "reset": self._reset(key.window)}
        return {"error": "Rate limit exceeded", "code": "rate_limit_exceeded", "details": details}

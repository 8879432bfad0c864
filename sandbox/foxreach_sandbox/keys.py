"""The API keys of a sandbox: the workspace and the scopes of each, and its rate limit."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from math import ceil

from .clock import Clock
from .document import Json
from .windows import EPSILON, WINDOWS, Window

FIRST = "otr_sandbox"
BOTH = ("read", "write")
NO_LIMIT = 1_000_000


@dataclass(frozen=True)
class Key:
    """An API key."""

    text: str
    workspace: str
    scopes: frozenset[str]
    window: Window


class Keys:
    """All keys, and the count of the calls with each."""

    def __init__(self, clock: Clock, limit: int | None, kind: str) -> None:
        self._clock = clock
        self._known: dict[str, Key] = {}
        if limit is not None and limit < 0:
            raise ValueError("limit must be zero or more")
        self._limit = limit or NO_LIMIT
        self.counting = True
        """Whether calls are counted; a seed's are not."""
        if kind not in WINDOWS:
            raise ValueError(f"window must be one of {', '.join(WINDOWS)}")
        self._new: Callable[[], Window] = lambda: WINDOWS[kind](limit=self._limit)
        self.add(FIRST, "first", BOTH)

    def add(self, text: str, workspace: str, scopes: Iterable[str]) -> Key:
        """Add a key."""
        unknown = set(scopes) - set(BOTH)
        if unknown:
            raise ValueError(f"unknown scopes: {', '.join(sorted(unknown))}; expected {' or '.join(BOTH)}")
        self._known[text] = Key(text, workspace, frozenset(scopes), self._new())
        return self._known[text]

    def get(self, text: str) -> Key | None:
        """Return the key with this text, None if it is unknown."""
        return self._known.get(text)

    @property
    def workspaces(self) -> list[str]:
        """The workspaces that have a key."""
        return sorted({key.workspace for key in self._known.values()})

    def first_of(self, workspace: str) -> str:
        """Return the key of *workspace* that was added first."""
        return next(key.text for key in self._known.values() if key.workspace == workspace)

    def restart(self) -> None:
        """Set all counts to zero."""
        self._known = {key.text: Key(key.text, key.workspace, key.scopes, self._new()) for key in self._known.values()}

    # The windows use the monotonic clock, which starts at zero: a float near zero resolves nanoseconds.

    def accept(self, key: Key) -> bool:
        """Count a call with *key* and return True, unless its limit is reached."""
        now = self._clock.monotonic()
        if not self.counting:
            return True
        if key.window.remaining(now) < 1:
            return False
        key.window.accept(now)
        return True

    def headers(self, key: Key | None) -> dict[str, str]:
        """Return the rate limit headers; for an unknown key, those before its first call."""
        window = self._new() if key is None else key.window
        now = self._clock.monotonic()
        return {
            "X-RateLimit-Limit": str(self._limit),
            "X-RateLimit-Remaining": str(max(0, window.remaining(now))),
            "X-RateLimit-Reset": str(self._reset(window)),
        }

    def _reset(self, window: Window) -> int:
        left = window.reset(self._clock.monotonic()) - self._clock.monotonic()
        return ceil(self._clock.caller_now() + self._clock.for_caller(left))

    def retry_after(self, key: Key) -> int:
        """Return the real seconds after which one more call is accepted."""
        now = self._clock.monotonic()
        return max(1, ceil(self._clock.for_caller(key.window.next_at(now) - now - 2 * EPSILON)))

    def refusal(self, key: Key) -> Json:
        """Return the body of a 429."""
        details = {"limit": self._limit, "reset": self._reset(key.window)}
        return {"error": "Rate limit exceeded", "code": "rate_limit_exceeded", "details": details}

"""The quota, the two paces that keep inside it, and the limit that the server names. Pure.

The server's window may be fixed, sliding, or two weighted buckets; FoxReach documents more than one of them. A pace of
burst B and rate r lets B + r calls through in any window, wherever it begins, and no way of counting counts more: with
B + r below the limit, none of the three refuses a call while the key is ours alone.
"""

from __future__ import annotations

from typing import Literal, cast, get_args

from msgspec import Struct, structs

from ..duration import LONGEST, is_amount
from ..errors import ConfigurationError
from ..response.rate_limit_headers import WINDOW

Pacing = Literal["interactive", "bulk"]
"""No delay while there is room, and slower before it runs out; or an even pace, for work that uses up the quota."""

RESERVE = 1 / 100  # of the limit, for calls that arrive later than they were sent
EVEN, FAST = 3 / 100, 40 / 100  # of the limit: the bursts of an even pace, and of "interactive" besides


class Quota(Struct, frozen=True):
    """How many *calls* a *window* of seconds has: 100 a minute, as FoxReach documents it for every key."""

    calls: int = 100
    window: float = WINDOW

    def __post_init__(self) -> None:
        if type(self.calls) is not int or self.calls < 1:
            raise ConfigurationError("Quota: calls must be a whole number from 1 on.")
        if not is_amount(self.window) or self.window == 0:
            raise ConfigurationError(f"Quota: window must be above 0 and up to {LONGEST:.0f} seconds.")

    @property
    def reserve(self) -> int:
        """How many calls of a window are left unused."""
        return max(1, round(self.calls * RESERVE)) if self.calls > 2 else 0


class Pace(Struct, frozen=True):
    """*burst* calls at once, and then one every *interval* seconds."""

    burst: int
    interval: float


def pace_of(quota: Quota, part: float) -> Pace:
    """Return the pace with that *part* of the limit as its burst B: B + r <= calls - reserve with r calls a window."""
    burst = max(1, int(quota.calls * part))
    rate = max(quota.calls - quota.reserve - burst, quota.calls / 4)  # A quarter where the limit is 1 or 2.
    return Pace(burst, quota.window / rate)


def checked_quota(quota: Quota, share: float = 1.0) -> Quota:
    """Return the *share* of *quota*, at least one call of it, or raise ConfigurationError."""
    if not isinstance(cast("object", quota), Quota):
        raise ConfigurationError("quota must be a Quota.")
    if not is_amount(share) or not 0 < share <= 1:
        raise ConfigurationError("share must be a number above 0 and up to 1.")
    return structs.replace(quota, calls=max(1, int(quota.calls * share)))


def checked_pacing(pacing: Pacing) -> Pacing:
    """Return *pacing*, or raise ConfigurationError."""
    if pacing not in get_args(Pacing):  # no look-up, since what the caller passed may have no hash
        raise ConfigurationError('pacing must be "interactive" or "bulk".')
    return pacing


class KnownQuota:
    """The *quota* that holds. Another limit holds as soon as two answers in a row name it.

    One alone may be a mistake of a proxy or of a server that is just starting, and a limit of 1 closes a key for two
    windows. The calls remaining that it reports count all the same. *certain* is True while the last answer named the
    quota that holds.
    """

    def __init__(self, quota: Quota) -> None:
        self.quota = quota
        self.certain = False
        self._named = quota.calls

    def hear(self, calls: int) -> bool:
        """Note the limit that an answer names, and return True if another quota holds from now on."""
        again, self._named = calls == self._named, calls
        changed = again and calls != self.quota.calls
        if changed:
            self.quota = structs.replace(self.quota, calls=calls)
        self.certain = calls == self.quota.calls
        return changed

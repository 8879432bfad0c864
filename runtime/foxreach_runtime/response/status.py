"""What each status means for a call: one row per status, read by retry, results, errors and the rate limit. Pure.

The table is in this room, below all of them, because errors and the rate limit read it without the engine. A rule for
another status is one row: ``425: Meaning(undone=True, transient=True, repeat=EVERY)``.
"""

from __future__ import annotations

from typing import Literal

from msgspec import Struct

Repeat = Literal["safe", "idempotent", "never"]
"""May the call be made again? It reads; it leads to the same state again; it acts each time."""

NONE: frozenset[Repeat] = frozenset()
SAFE: frozenset[Repeat] = frozenset({"safe"})
IDEMPOTENT: frozenset[Repeat] = frozenset({"safe", "idempotent"})
EVERY: frozenset[Repeat] = frozenset({"safe", "idempotent", "never"})


class Meaning(Struct, frozen=True):
    """What a response with a status says about its call.

    Attributes:
        undone: the server did no work. Otherwise the call may have been carried out, and an error leaves doubt.
        transient: the same call may succeed later although the caller changes nothing.
        repeat: the classes of operations that are sent again after it.
        throttled: the quota is used up, for all calls of the key, until the window ends.
        absent: the object does not exist.
        empty: the response has no content.
    """

    undone: bool = False
    transient: bool = False
    repeat: frozenset[Repeat] = NONE
    throttled: bool = False
    absent: bool = False
    empty: bool = False


_OUTAGE = Meaning(transient=True, repeat=IDEMPOTENT)  # The server may have acted before it failed.

STATUSES = {
    204: Meaning(empty=True),
    205: Meaning(empty=True),
    404: Meaning(undone=True, absent=True),
    408: _OUTAGE,  # The only 4xx that does not mean that nothing was done.
    429: Meaning(undone=True, transient=True, repeat=EVERY, throttled=True),
    500: _OUTAGE,
    501: Meaning(),  # Not Implemented: no later attempt will find it implemented.
    502: _OUTAGE,
    503: _OUTAGE,
    504: _OUTAGE,
    505: Meaning(),  # HTTP Version Not Supported
}
FAMILIES = {
    2: Meaning(repeat=SAFE),  # A success is repeated only if its body cannot be read.
    4: Meaning(undone=True),
    5: Meaning(transient=True),  # Any 5xx, known or not, reads like a 500 (RFC 9110, 15), except that none is repeated.
}
OTHER = Meaning()


def meaning_of(status: int) -> Meaning:
    """Return what *status* means: its own row, or that of its family; above 599, that of the 5xx."""
    return STATUSES.get(status) or FAMILIES.get(min(status // 100, 5), OTHER)

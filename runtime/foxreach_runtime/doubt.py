"""Errors after which nobody knows whether the server acted, and how they look. Pure: who reads comes from outside."""

from __future__ import annotations

from collections.abc import Callable, Coroutine
from typing import Any, Literal

Settled = Literal["applied", "not_observed", "unknown"]
"""What became of a call: its effect is there; it was not seen in time; no way to tell."""

Settler = Callable[["tuple[float, ...]"], "Settled | Coroutine[Any, Any, Settled]"]
SETTLING_WAITS = (1.0, 2.0, 4.0)  # Seconds before each look: the effect of a call in doubt may take a moment to show.


class InDoubt:
    """What the errors of calls that may have happened all the same have in common.

    Each of these classes has the slot ``_settler``: outside of what is copied and pickled, as it leads to the
    connections of the client. Here it would keep an error from having another builtin as its base.
    """

    _settler: Settler

    def settled_by(self, settler: Settler) -> None:
        """Remember how the client that made the call can look what became of it."""
        self._settler = settler

    def settle(self, waits: tuple[float, ...] = SETTLING_WAITS) -> Settled:
        """Return what became of the call, by looking: one read after each of *waits*, until its effect is seen.

        The call itself is never sent again. Each read costs quota like any other call. Where the spec names no way
        to look, for a call that reads, and in a copy of the error, the result is "unknown" without a read. For an
        error of the async client, await `settle_async` instead.
        """
        found = self._looked(waits)
        if isinstance(found, str):
            return found
        found.close()
        raise TypeError("this error is one of the async client: await error.settle_async() instead")

    async def settle_async(self, waits: tuple[float, ...] = SETTLING_WAITS) -> Settled:
        """Do the same for an error of the async client."""
        found = self._looked(waits)
        return found if isinstance(found, str) else await found

    def _looked(self, waits: tuple[float, ...]) -> Settled | Coroutine[Any, Any, Settled]:
        settler: Settler | None = getattr(self, "_settler", None)
        return "unknown" if settler is None else settler(waits)

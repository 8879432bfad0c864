"""How far an attempt got, from the events that httpx2's `trace` extension reports. No I/O."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, cast

from .lifetime import Lifetime, closed_error

# From here on some byte of the request may have reached the server.
SENDING = frozenset({"http11.send_request_headers.started", "http2.send_request_headers.started"})


class Progress:
    """Collects the events of one attempt, and stops it just before it is sent if *lifetime* has ended."""

    __slots__ = ("lifetime", "seen", "sent")

    def __init__(self, lifetime: Lifetime) -> None:
        self.lifetime = lifetime
        self.seen = False
        self.sent = False

    def certainly_not_sent(self, reported: bool = False) -> bool:
        """Return True if the events show that nothing of the request was sent.

        No event at all, as from a mock, tells nothing, unless it is known that events would have been *reported*.
        """
        return (self.seen or reported) and not self.sent

    def __call__(self, event: str, info: Mapping[str, Any]) -> Any:
        self.seen = True
        # A tunnel through a proxy is opened by a request of its own, which says nothing of ours.
        if event in SENDING and getattr(info.get("request"), "method", None) != b"CONNECT":
            if self.lifetime.ended:
                raise closed_error("")
            self.sent = True
            _listen_no_more(info.get("request"))


class AsyncProgress(Progress):
    """The same for the async flavour, where httpx2 awaits what it calls."""

    __slots__ = ()

    async def __call__(self, event: str, info: Mapping[str, Any]) -> None:
        super().__call__(event, info)


def _listen_no_more(request: Any) -> None:
    """Spare the calls for all events that follow: nothing more is to be learned from them."""
    extensions = getattr(request, "extensions", None)
    if isinstance(extensions, dict):
        cast("dict[str, Any]", extensions).pop("trace", None)

"""The whole reply beside its value, and the forms of generated methods that return it."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from typing import Any, Generic, ParamSpec, TypeVar, cast

from msgspec import Struct, structs

from .response.headers import Headers
from .response.outcome import Attempt
from .response.rate_limit_headers import RateLimit

P = ParamSpec("P")
T = TypeVar("T")
U = TypeVar("U")


class RawReply(Struct, Generic[T], frozen=True):
    """A successful reply: *status*, *headers*, *content* as received, and its value through `parse`.

    *envelope* is the whole decoded body, None without content. *documented* is False for a status that the spec does
    not have for this call; any 2xx is taken all the same. The repr has no content.
    """

    status: int
    headers: Headers
    content: bytes
    history: tuple[Attempt, ...]
    value: T
    envelope: Any = None
    documented: bool = True

    def __repr__(self) -> str:
        return f"RawReply(status={self.status}, headers={self.headers}, documented={self.documented})"

    def __rich_repr__(self) -> list[tuple[str, Any]]:
        return [("status", self.status), ("headers", self.headers), ("documented", self.documented)]

    @property
    def attempts(self) -> int:
        """How many attempts it took."""
        return len(self.history)

    @property
    def repeated(self) -> bool:
        """True if an attempt before the last may have been carried out: then the reply may tell of its own doing."""
        return any(attempt.may_have_acted for attempt in self.history[:-1])

    @property
    def rate_limit(self) -> RateLimit:
        """The quota as this reply reports it."""
        return RateLimit.of(self.headers)

    def with_value(self, value: U) -> RawReply[U]:
        """Return the same reply with another value."""
        return RawReply(self.status, self.headers, self.content, self.history, value, self.envelope, self.documented)

    def queued_for(self, seconds: float) -> RawReply[T]:
        """Return the same reply, whose last attempt waited for the quota."""
        return structs.replace(self, history=(*self.history[:-1], structs.replace(self.history[-1], queued=seconds)))

    def parse(self) -> T:
        """Return the object that the method without `with_raw_response` returns."""
        return self.value


# A resource on a raw transport returns the whole reply already: what is left to do is to say so to type checkers.
def raw(method: Callable[P, T]) -> Callable[P, RawReply[T]]:
    """Return *method* of a resource on `Transport.raw()` with the type that it has there."""
    return cast("Callable[P, RawReply[T]]", method)


def async_raw(method: Callable[P, Awaitable[T]]) -> Callable[P, Awaitable[RawReply[T]]]:
    """Return *method* of a resource on `AsyncTransport.raw()` with the type that it has there."""
    return cast("Callable[P, Awaitable[RawReply[T]]]", method)

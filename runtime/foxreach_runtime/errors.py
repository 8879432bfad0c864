"""Everything a call can raise, apart from ValueError and TypeError for arguments that do not fit.

::

    FoxReachError
    ├── ConfigurationError           bad key, base_url or option: at construction, before any I/O
    ├── ClientClosedError            the client was closed before this call
    ├── NotSentError                 nothing reached the server: every call may be repeated
    │   ├── ConnectTimeoutError
    │   ├── PoolTimeoutError
    │   └── QuotaError               the quota has no room in time              .wait
    ├── OutcomeUnknownError          sent, no answer: it may have happened      .stage .settle()
    ├── ResponseDecodeError          an answer that is not what the spec says   .status .path_in_body .body .settle()
    ├── RedirectRefusedError         a 3xx, not followed                        .status .target
    ├── WebhookSignatureError        a delivery without the right signature
    ├── WebhookPayloadError          a signed delivery that is not an event
    └── StatusError                  .status .detail .body .headers .documented .rate_limit
        ├── ClientError                any 4xx without a class of its own; after a 408  .settle()
        ├── ConflictStatusError        409    .maybe_ours
        ├── UnprocessableContentError  422    .errors (field, message, kind, path)
        ├── TooManyRequestsError       429    .retry_after .limit .reset
        └── ServerError                5xx    .settle()

The generated `errors` module has a class for each status that the spec documents. Each is a StatusError; that of a 409,
422 or 429 is a subclass of the one drawn here.

Each error has .operation, .attempts (a count), .history (one line an attempt) and .transient (may the same call succeed
later), survives pickle and copy, and holds neither the key nor a live request or response. Pure: nothing of httpx2 is
imported.
"""

from __future__ import annotations

from collections.abc import Callable, Coroutine, Mapping
from datetime import datetime
from typing import Any, ClassVar, Literal

from .response.error_bodies import FieldError
from .response.headers import Headers
from .response.outcome import Attempt, Stage
from .response.rate_limit_headers import RateLimit
from .response.status import meaning_of

Settled = Literal["applied", "not_observed", "unknown"]
"""What became of a call: its effect is there; it was not seen in time; no way to tell."""

Settler = Callable[["tuple[float, ...]"], "Settled | Coroutine[Any, Any, Settled]"]
SETTLING_WAITS = (1.0, 2.0, 4.0)  # Seconds before each look: the effect of a call in doubt may take a moment to show.


class FoxReachError(Exception):
    """The base of all errors of the client: *operation* such as "leads.get", *attempts* made, their *history*.

    *transient* is True if the same call may succeed later although the caller changes nothing: the network, an
    outage, the quota. This does not mean that the call is safe to repeat: one that acts may have happened already,
    which `settle` of the errors that leave it open looks up.
    """

    advice: ClassVar[str] = ""
    transient: bool = False

    def __init__(
        self,
        message: str = "",
        *,
        operation: str | None = None,
        history: tuple[Attempt, ...] = (),
    ) -> None:
        super().__init__(message)
        self.operation = operation
        self.history = history

    @property
    def attempts(self) -> int:
        """How many attempts were made."""
        return len(self.history)

    def __reduce__(self) -> tuple[Any, ...]:
        return _revived, (type(self), self.args), self.__dict__


def _revived(kind: type[FoxReachError], args: tuple[Any, ...]) -> FoxReachError:
    """Return a bare error for pickle and copy to fill: what `__init__` takes differs from class to class."""
    return kind.__new__(kind, *args)


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


class ConfigurationError(FoxReachError):
    """A key, base_url or option that cannot work; raised at construction, before any I/O."""


class ClientClosedError(FoxReachError):
    """The client was closed before this call, or while it waited: nothing of it was sent, or the server refused it."""

    advice = "Make a new client."


class NotSentError(FoxReachError):
    """Nothing reached the server, so the call may be repeated whatever it does."""

    advice = "Nothing reached the server; check the network, then repeat the call."
    transient = True


class ConnectTimeoutError(NotSentError):
    """No connection within the connect timeout."""


class PoolTimeoutError(NotSentError):
    """No connection of the pool became free in time."""

    advice = "Nothing was sent; use fewer calls at once or a longer timeout."


class QuotaError(NotSentError):
    """The quota has no room in time. *wait* is the number of seconds until it has, None if nobody can say."""

    advice = "Nothing was sent; make fewer calls at once, or allow more time with RetryPolicy."
    wait: float | None = None


class OutcomeUnknownError(InDoubt, FoxReachError):
    """The call was sent, by its last attempt or one before: the server may have acted or not. *stage* is "unknown"."""

    __slots__ = ("_settler",)

    advice = "It may have happened: look before you repeat it."
    transient = True
    stage: Stage = "unknown"


class ResponseDecodeError(InDoubt, FoxReachError):
    """An answer that is not what the spec says.

    *path_in_body* is the place of the first mismatch, such as ``data[17].createdAt``, or None if the body as a
    whole is unreadable, which alone is transient. *body* is the start of its text with e-mail addresses masked. A
    client with ``on_mismatch="keep"`` takes such an answer and keeps what does not fit as the server sent it.
    """

    __slots__ = ("_settler",)

    advice = "The server did answer; do not repeat a call that acts."
    status: int = 0
    path_in_body: str | None = None
    body: str = ""


class RedirectRefusedError(FoxReachError):
    """A redirect, which is not followed because the key would travel along. *target* is without its query."""

    advice = "Redirects are not followed; check base_url."
    status: int = 0
    target: str | None = None


class WebhookSignatureError(FoxReachError):
    """The delivery's signature is missing or wrong: it does not come from FoxReach, or was changed on its way."""


class WebhookPayloadError(FoxReachError):
    """The delivery is rightly signed, yet its body is not a JSON object with an event."""


class StatusError(FoxReachError):
    """An answer whose status is an error.

    *detail* is what the server says, *body* the documented type, or plain JSON values, or text, or None if empty;
    e-mail addresses are masked in both. *documented* tells whether the spec lists the status for the operation.
    """

    def __init__(
        self,
        message: str = "",
        *,
        status: int = 0,
        detail: str | None = None,
        body: Any = None,
        headers: Headers | None = None,
        documented: bool = False,
        operation: str | None = None,
        history: tuple[Attempt, ...] = (),
    ) -> None:
        super().__init__(message, operation=operation, history=history)
        self.status = status
        self.detail = detail
        self.body = body
        self.headers = Headers() if headers is None else headers
        self.documented = documented
        self.transient = meaning_of(status).transient

    @property
    def rate_limit(self) -> RateLimit:
        """The quota as this answer reports it."""
        return RateLimit.of(self.headers)


class ClientError(InDoubt, StatusError):
    """Any 4xx without a class of its own. After a 408 alone, the call may have happened all the same."""

    __slots__ = ("_settler",)


class ConflictStatusError(StatusError):
    """409 Conflict. *maybe_ours* is True if an earlier attempt of this very call may have caused the conflict."""

    maybe_ours: bool = False


class UnprocessableContentError(StatusError):
    """422 Unprocessable Content: the server refuses values; *errors* names the fields as far as the body does."""

    advice = "Correct the values it names."
    errors: tuple[FieldError, ...] = ()


class TooManyRequestsError(StatusError):
    """429 Too Many Requests. *retry_after* is in seconds, *limit* in calls, *reset* the end of the window."""

    advice = "Wait until the quota is free again, or make fewer calls at once."
    retry_after: float | None = None
    limit: int | None = None
    reset: datetime | None = None


class ServerError(InDoubt, StatusError):
    """Any 5xx. A call that acts may have happened all the same, as a mail may be sent before the server fails."""

    __slots__ = ("_settler",)

    advice = "The fault is the server's; what a call that acts came to must be looked up."


WITH_BEHAVIOUR: Mapping[int, type[StatusError]] = {
    409: ConflictStatusError,
    422: UnprocessableContentError,
    429: TooManyRequestsError,
}
"""The statuses whose classes have behaviour of their own; a generated class of one of them is a subclass."""


def base_class(status: int) -> type[StatusError]:
    """Return the base of the class of a documented status: the one with its behaviour, or with `settle` after doubt."""
    return WITH_BEHAVIOUR.get(status) or (StatusError if meaning_of(status).undone else family_class(status))


def family_class(status: int) -> type[StatusError]:
    """Return the class of all errors from 400 to 499, or that of all from 500 on."""
    return ClientError if status < 500 else ServerError


def error_class(status: int, documented: Mapping[int, type[StatusError]]) -> type[StatusError]:
    """Return the class of an error status: the *documented* one, or that of its behaviour or family."""
    return documented.get(status) or WITH_BEHAVIOUR.get(status) or family_class(status)

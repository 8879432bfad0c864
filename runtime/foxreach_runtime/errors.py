"""All errors that a call can raise, apart from ValueError and TypeError for wrong arguments.

::

    FoxReachError
    ├── ConfigurationError           bad key, base_url or option: at construction, before any I/O
    ├── ClientClosedError            the client was closed, and nothing was sent
    ├── NotSentError                 nothing reached the server: every call is safe to repeat
    │   ├── ConnectTimeoutError
    │   ├── PoolTimeoutError
    │   └── QuotaError               the quota has no room in time              .wait
    ├── OutcomeUnknownError          sent, but no response                      .stage .settle()
    ├── ResponseDecodeError          the response does not match the spec       .status .path_in_body .body .settle()
    ├── RedirectRefusedError         a 3xx, not followed                        .status .target
    ├── NotExactlyOneError           `one()` of a list without items or with several
    ├── WebhookSignatureError        a webhook delivery with a missing or wrong signature
    ├── WebhookPayloadError          a correctly signed delivery that is not an event
    └── StatusError                  .status .detail .body .headers .documented .rate_limit
        ├── ClientError                any 4xx without a class of its own; after a 408  .settle()
        ├── ConflictStatusError        409    .maybe_ours
        ├── UnprocessableContentError  422    .errors (field, message, kind, path)
        ├── TooManyRequestsError       429    .retry_after .limit .reset
        └── ServerError                5xx    .settle()

The generated `errors` module has a class for each status that the spec documents. Each is a StatusError; the classes of
409, 422 and 429 are subclasses of those in the drawing.

Each error has .operation, .attempts (a count), .history (one entry per attempt) and .transient (the same call may
succeed later). It can be pickled and copied, and holds neither the API key nor a live request or response. Pure: httpx2
is not imported.
"""

from __future__ import annotations

from collections.abc import Callable, Coroutine, Mapping
from datetime import datetime
from typing import Any, ClassVar, Literal

from .response.error_bodies import FieldError, is_message
from .response.headers import Headers
from .response.outcome import Attempt, Stage
from .response.rate_limit_headers import RateLimit
from .response.status import meaning_of

Settled = Literal["applied", "not_observed", "unknown"]
"""The outcome of a call in doubt: its effect is there; its effect was not seen in time; nobody can tell."""

Settler = Callable[["tuple[float, ...]"], "Settled | Coroutine[Any, Any, Settled]"]
TOO_LATE = "Nothing was sent; allow more time with RetryPolicy."
SETTLING_WAITS = (1.0, 2.0, 4.0)  # Seconds before each read: the effect of a call may take a moment to show.


class FoxReachError(Exception):
    """The base of all errors of the client: *operation* such as "leads.get", *attempts* made, their *history*.

    *transient* is True if the same call may succeed later although the caller changes nothing: after a fault of the
    network, an outage, or when the quota is used up. This does not mean that the call is safe to repeat: a call that
    changes something may have been carried out already. Errors that leave this open have `settle` to find out.
    *next_page* is the page of a list that could not be fetched, None for any other call: a list from that page on
    continues. In a list by cursor it is *next_cursor*, None for the first page. *idempotency_key* is the key of a call
    that has one: a repeat with the same key is safe.
    """

    advice: ClassVar[str] = ""
    transient: bool = False
    next_page: int | None = None
    next_cursor: str | None = None
    idempotency_key: str | None = None

    def __init__(self, message: str = "", operation: str | None = None, *, history: tuple[Attempt, ...] = ()) -> None:
        # Celery's JSON backend makes an error anew of its arguments.
        super().__init__(*((message,) if operation is None else (message, operation)))
        self.operation = operation
        self.history = history

    def __str__(self) -> str:
        return str(self.args[0])

    @property
    def attempts(self) -> int:
        """The number of attempts."""
        return len(self.history)

    def __reduce__(self) -> tuple[Any, ...]:
        return _revived, (type(self), self.args), self.__dict__


def _revived(kind: type[FoxReachError], args: tuple[Any, ...]) -> FoxReachError:
    """Return a bare error for pickle and copy to fill: the arguments of `__init__` differ from class to class."""
    return kind.__new__(kind, *args)


class InDoubt:
    """The base of the errors after which the call may have been carried out.

    Each of these classes has the slot ``_settler``, which is not copied and not pickled, since it refers to the
    connections of the client. A slot in this class would prevent a second base class with a layout of its own.
    """

    _settler: Settler

    def settled_by(self, settler: Settler) -> None:
        """Remember *settler*, by which the client that made the call finds out its outcome."""
        self._settler = settler

    def settle(self, waits: tuple[float, ...] = SETTLING_WAITS) -> Settled:
        """Find out the outcome of the call by reading: once after each of *waits* (seconds), until its effect is seen.

        The call itself is never sent again. Each read costs quota like any other call. The result is "unknown",
        without a read, where the spec names no read for this call, for a call that only reads, and in a copy of the
        error. For an error of the async client, await `settle_async` instead.
        """
        found = self._looked(waits)
        if isinstance(found, str):
            return found
        found.close()
        raise TypeError("this error comes from the async client: await error.settle_async() instead")

    async def settle_async(self, waits: tuple[float, ...] = SETTLING_WAITS) -> Settled:
        """Do what `settle` does, for an error of the async client."""
        found = self._looked(waits)
        return found if isinstance(found, str) else await found

    def _looked(self, waits: tuple[float, ...]) -> Settled | Coroutine[Any, Any, Settled]:
        settler: Settler | None = getattr(self, "_settler", None)
        return "unknown" if settler is None else settler(waits)


class ConfigurationError(FoxReachError):
    """A key, base_url or option that cannot work; raised at construction, or by the call that asks for a key."""


class ClientClosedError(FoxReachError):
    """The client was closed before this call or while it waited: it was not sent, or only to be refused."""

    advice = "Make a new client."


class NotSentError(FoxReachError):
    """Nothing reached the server, so every call is safe to repeat."""

    advice = "Nothing reached the server; check the network, then repeat the call."
    transient = True


class ConnectTimeoutError(NotSentError):
    """No connection was made within the connect timeout."""


class PoolTimeoutError(NotSentError):
    """No connection of the pool became free within the pool timeout."""

    advice = "Nothing was sent; use fewer calls at once or a longer timeout."


class QuotaError(NotSentError):
    """The quota has no room in time. *wait*: seconds before which it certainly has none, None if unknown."""

    advice = "Nothing was sent; make fewer calls at once, or allow more time with RetryPolicy."
    wait: float | None = None


class OutcomeUnknownError(InDoubt, FoxReachError):
    """The call was sent, by this or an earlier attempt, and may have been carried out. *stage* is "unknown"."""

    __slots__ = ("_settler",)

    advice = "It may have been carried out: check before you repeat it."
    transient = True
    stage: Stage = "unknown"


class _AnsweredError(FoxReachError):
    """An error with the *status* of a response."""

    def __init__(
        self, message: str = "", operation: str | None = None, status: int = 0, *, history: tuple[Attempt, ...] = ()
    ) -> None:
        super().__init__(message, operation, history=history)
        self.args = (message, operation, status)
        self.status = status


class ResponseDecodeError(InDoubt, _AnsweredError):
    """The response does not match the spec.

    *path_in_body* is the place of the first mismatch, such as ``data[17].createdAt``, or None if it is the body as a
    whole. Only a body that is cut off or no JSON is transient; any other would be the same again. *body* is the start
    of its text with e-mail addresses redacted. A client with ``on_mismatch="keep"`` accepts a response of another
    shape and keeps the values that do not match as they were sent.
    """

    __slots__ = ("_settler",)

    advice = "The server responded; do not repeat a call that changes something."
    path_in_body: str | None = None
    body: str = ""


class RedirectRefusedError(_AnsweredError):
    """A redirect, which is not followed because the API key would be sent along, or another status from 300 to 399.

    *target* is without its query; it is None if the server names none.
    """

    advice = "Redirects are not followed; check base_url."
    target: str | None = None


class NotExactlyOneError(FoxReachError):
    """A list that was asked for its `one()` item has none, or more than one."""

    advice = "Use first() if there may be none, add filters if there may be several, or iterate over the list."


class WebhookSignatureError(FoxReachError):
    """The signature is missing or wrong: the delivery does not come from FoxReach, or was changed on the way."""


class WebhookPayloadError(FoxReachError):
    """The delivery is correctly signed, but its body is not a JSON object with an event."""


class StatusError(_AnsweredError):
    """The status of the response is an error.

    *detail* is the server's own message. *body* is a value of the documented type, or plain JSON values, or text, or
    None if it is empty. E-mail addresses are redacted in both. *documented* is True if the spec lists the status for
    the operation.
    """

    def __init__(
        self,
        message: str = "",
        operation: str | None = None,
        status: int = 0,
        detail: str | None = None,
        *,
        body: Any = None,
        headers: Headers | None = None,
        documented: bool = False,
        history: tuple[Attempt, ...] = (),
    ) -> None:
        super().__init__(message, operation, status, history=history)
        self.args = (message, operation, status, detail if is_message(detail or "") else None)
        self.detail = detail
        self.body = body
        self.headers = Headers() if headers is None else headers
        self.documented = documented
        self.transient = meaning_of(status).transient

    @property
    def rate_limit(self) -> RateLimit:
        """The quota as this response reports it."""
        return RateLimit.of(self.headers)


class ClientError(InDoubt, StatusError):
    """Any 4xx without a class of its own. Only after a 408 may the call have been carried out."""

    __slots__ = ("_settler",)


class ConflictStatusError(StatusError):
    """409 Conflict. *maybe_ours* is True if an earlier attempt of this very call may have caused the conflict."""

    maybe_ours: bool = False


class UnprocessableContentError(StatusError):
    """422 Unprocessable Content: the server refuses values. *errors* has the fields that the body names."""

    advice = "Correct the values that the server names."
    errors: tuple[FieldError, ...] = ()


class TooManyRequestsError(StatusError):
    """429 Too Many Requests. *retry_after* is in seconds, *limit* in calls, *reset* the end of the window (UTC)."""

    advice = "Wait until the quota has room again, or make fewer calls at once."
    retry_after: float | None = None
    limit: int | None = None
    reset: datetime | None = None


class ServerError(InDoubt, StatusError):
    """Any 5xx. The call may have been carried out: an e-mail can be sent before the server fails."""

    __slots__ = ("_settler",)

    advice = "The server failed; a call that changes something may have been carried out."


WITH_BEHAVIOUR: Mapping[int, type[StatusError]] = {
    409: ConflictStatusError,
    422: UnprocessableContentError,
    429: TooManyRequestsError,
}
"""The classes with behaviour of their own, by status; the generated class of such a status is a subclass."""


def base_class(status: int) -> type[StatusError]:
    """Return the base of the class of a documented status; after one that leaves doubt, it has `settle`."""
    return WITH_BEHAVIOUR.get(status) or (StatusError if meaning_of(status).undone else family_class(status))


def family_class(status: int) -> type[StatusError]:
    """Return the class for any 4xx, or the one for any 5xx and above."""
    return ClientError if status < 500 else ServerError


def error_class(status: int, documented: Mapping[int, type[StatusError]]) -> type[StatusError]:
    """Return the class of an error status: the *documented* one, else the one for its behaviour or family."""
    return documented.get(status) or WITH_BEHAVIOUR.get(status) or family_class(status)

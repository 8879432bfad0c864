"""Everything a call can raise, apart from ValueError and TypeError for arguments that do not fit.

::

    FoxReachError
    ├── ConfigurationError           bad key, base_url or option: at construction, before any I/O
    ├── ClientClosedError            the client was closed before this call
    ├── NotSentError                 nothing reached the server: repeat the call as you like
    │   ├── ConnectTimeoutError
    │   ├── PoolTimeoutError
    │   └── QuotaError               the quota has no room in time              .wait
    ├── OutcomeUnknownError          sent, no answer: it may have happened      .stage .settle()
    ├── ResponseDecodeError          an answer that is not what the spec says   .status .path_in_body .body
    ├── RedirectRefusedError         a 3xx, not followed                        .status .target
    ├── WebhookSignatureError        a delivery without the right signature
    ├── WebhookPayloadError          a signed delivery that is not an event
    └── StatusError                  .status .detail .body .headers .documented .rate_limit
        ├── ClientError              any 4xx without a class of its own
        ├── BadRequestError          400
        ├── AuthenticationError      401
        ├── PlanLimitError           402
        ├── PermissionDeniedError    403
        ├── NotFoundError            404
        ├── ConflictError            409    .maybe_ours
        ├── UnprocessableError       422    .errors (field, message, kind)
        ├── RateLimitedError         429    .retry_after .limit .reset
        └── ServerError              5xx

Each has .operation, .attempts (a count) and .history (one line an attempt), survives pickle and copy, and holds
neither the key nor a live request or response. Pure: nothing of httpx2 is imported.
"""

from __future__ import annotations

from collections.abc import Callable, Coroutine
from dataclasses import dataclass
from datetime import datetime
from typing import Any, ClassVar, Literal

from .headers import Headers
from .outcome import Attempt, Stage
from .rate_limit import RateLimit


class FoxReachError(Exception):
    """The base of all errors of the client: *operation* such as "leads.get", *attempts* made, their *history*."""

    advice: ClassVar[str] = ""

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


class ConfigurationError(FoxReachError):
    """A key, base_url or option that cannot work; raised at construction, before any I/O."""


class ClientClosedError(FoxReachError):
    """The client was closed before this call."""


class NotSentError(FoxReachError):
    """Nothing reached the server, so the call may be repeated whatever it does."""

    advice = "Nothing reached the server; check the network, then repeat the call."


class ConnectTimeoutError(NotSentError):
    """No connection within the connect timeout."""


class PoolTimeoutError(NotSentError):
    """No connection of the pool became free in time."""

    advice = "Nothing was sent; use fewer calls at once or a longer timeout."


Settled = Literal["applied", "not_observed", "unknown"]
"""What became of a call: its effect is there; it was not seen in time; no way to tell."""

Settler = Callable[["tuple[float, ...]"], "Settled | Coroutine[Any, Any, Settled]"]
SETTLING_WAITS = (1.0, 2.0, 4.0)  # Seconds before each look: the effect of a call in doubt may take a moment to show.


class QuotaError(NotSentError):
    """The quota has no room in time. *wait* is the number of seconds until it has, None if nobody can say."""

    advice = "Nothing was sent; make fewer calls at once, or allow more time with RetryPolicy."
    wait: float | None = None


class OutcomeUnknownError(FoxReachError):
    """The call was sent and no answer came: the server may have acted or not. *stage* says how far it got."""

    __slots__ = ("_settler",)  # Outside of what is copied and pickled: it has the connections of the client.

    advice = "It may have happened: look before you repeat it."
    stage: Stage = "unknown"
    _settler: Settler

    def settled_by(self, settler: Settler) -> None:
        """Remember how the client that made the call can look what became of it."""
        self._settler = settler

    def settle(self, waits: tuple[float, ...] = SETTLING_WAITS) -> Settled:
        """Return what became of the call, by looking: one read after each of *waits*, until its effect is seen.

        The call itself is never sent again. Each read costs quota like any other call. Where the spec names no way
        to look, and in a copy of the error, the result is "unknown" without a read. For an error of the async
        client, await `settle_async` instead.
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


class ResponseDecodeError(FoxReachError):
    """An answer that is not what the spec says.

    *path_in_body* is the place of the first mismatch, such as ``data[17].createdAt``, or None if the body as a
    whole is unreadable. *body* is the start of its text with e-mail addresses masked.
    """

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

    @property
    def rate_limit(self) -> RateLimit:
        """The quota as this answer reports it."""
        return RateLimit.of(self.headers)


class ClientError(StatusError):
    """Any 4xx without a class of its own."""


class BadRequestError(StatusError):
    """400: malformed, or the object is not in a state that allows it."""

    advice = "Check the arguments and the state of the object."


class AuthenticationError(StatusError):
    """401: the key is missing or wrong."""

    advice = "Check the API key."


class PlanLimitError(StatusError):
    """402: a limit of the plan."""

    advice = "A limit of the plan is reached."


class PermissionDeniedError(StatusError):
    """403: a missing or wrong key, a missing scope, or another workspace."""

    advice = "Check the API key, its scopes and its workspace."


class NotFoundError(StatusError):
    """404: a wrong id, a deleted object, or another workspace."""

    advice = "Check the id; the object may be deleted or belong to another workspace."


class ConflictError(StatusError):
    """409: it exists already. *maybe_ours* is True if an earlier attempt of this very call may have made it."""

    advice = "It exists already; find and update it instead."
    maybe_ours: bool = False


@dataclass(frozen=True, slots=True)
class FieldError:
    """One fault of the request: the *field* such as ``leads[3].email``, a *message* and its *kind*."""

    field: str
    message: str
    kind: str


class UnprocessableError(StatusError):
    """422: the server refuses values; *errors* names the fields as far as it says."""

    advice = "Correct the values it names."
    errors: tuple[FieldError, ...] = ()


class RateLimitedError(StatusError):
    """429: the quota is used up. *retry_after* is in seconds, *limit* in calls, *reset* the end of the window."""

    advice = "Wait until the quota is free again, or make fewer calls at once."
    retry_after: float | None = None
    limit: int | None = None
    reset: datetime | None = None


class ServerError(StatusError):
    """Any 5xx."""

    advice = "The fault is the server's; what a call that acts came to must be looked up."


BY_STATUS: dict[int, type[StatusError]] = {
    400: BadRequestError,
    401: AuthenticationError,
    402: PlanLimitError,
    403: PermissionDeniedError,
    404: NotFoundError,
    409: ConflictError,
    422: UnprocessableError,
    429: RateLimitedError,
}


def error_class(status: int) -> type[StatusError]:
    """Return the class of an error status, its own or that of its family."""
    return BY_STATUS.get(status) or (ClientError if status < 500 else ServerError)

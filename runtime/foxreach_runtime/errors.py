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
    ├── ResponseDecodeError          an answer that is not what the spec says   .status .path_in_body .body .settle()
    ├── RedirectRefusedError         a 3xx, not followed                        .status .target
    ├── WebhookSignatureError        a delivery without the right signature
    ├── WebhookPayloadError          a signed delivery that is not an event
    └── StatusError                  .status .detail .body .headers .documented .rate_limit
        ├── ClientError              any 4xx without a class of its own; after a 408  .settle()
        ├── BadRequestError          400
        ├── AuthenticationError      401
        ├── PlanLimitError           402
        ├── PermissionDeniedError    403
        ├── NotFoundError            404
        ├── ConflictError            409    .maybe_ours
        ├── UnprocessableError       422    .errors (field, message, kind, path)
        ├── RateLimitedError         429    .retry_after .limit .reset
        └── ServerError              5xx    .settle()

Each has .operation, .attempts (a count), .history (one line an attempt) and .transient (may the same call succeed
later), survives pickle and copy, and holds neither the key nor a live request or response. Pure: nothing of httpx2 is
imported.
"""

from __future__ import annotations

from .doubt import SETTLING_WAITS, InDoubt, Settled, Settler
from .foxreach_error import FoxReachError
from .response.error_bodies import FieldError
from .response.outcome import Stage
from .status_errors import (
    BY_STATUS,
    AuthenticationError,
    BadRequestError,
    ClientError,
    ConflictError,
    NotFoundError,
    PermissionDeniedError,
    PlanLimitError,
    RateLimitedError,
    ServerError,
    StatusError,
    UnprocessableError,
    error_class,
)

__all__ = [
    "BY_STATUS",
    "SETTLING_WAITS",
    "AuthenticationError",
    "BadRequestError",
    "ClientClosedError",
    "ClientError",
    "ConfigurationError",
    "ConflictError",
    "ConnectTimeoutError",
    "FieldError",
    "FoxReachError",
    "InDoubt",
    "NotFoundError",
    "NotSentError",
    "OutcomeUnknownError",
    "PermissionDeniedError",
    "PlanLimitError",
    "PoolTimeoutError",
    "QuotaError",
    "RateLimitedError",
    "RedirectRefusedError",
    "ResponseDecodeError",
    "ServerError",
    "Settled",
    "Settler",
    "StatusError",
    "UnprocessableError",
    "WebhookPayloadError",
    "WebhookSignatureError",
    "error_class",
]


class ConfigurationError(FoxReachError):
    """A key, base_url or option that cannot work; raised at construction, before any I/O."""


class ClientClosedError(FoxReachError):
    """The client was closed before this call."""


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


def _at_home(*kinds: type) -> None:
    """Let tracebacks and pickles name the module that people import from, wherever a class is written."""
    for kind in kinds:
        kind.__module__ = __name__


_at_home(FoxReachError, FieldError, StatusError, ClientError, ServerError, *BY_STATUS.values())

"""The errors that answers with an error status become, one class a status; errors.py has the tree."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from .doubt import InDoubt
from .foxreach_error import FoxReachError
from .response.error_bodies import FieldError
from .response.headers import Headers
from .response.outcome import Attempt
from .response.rate_limit_headers import RateLimit

PASSING_REFUSALS = frozenset({408, 429})
# Not implemented, HTTP version not supported. Any other 5xx, known or not, reads like a 500 (RFC 9110, 15).
NEVER_SUPPORTED = frozenset({501, 505})


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
        self.transient = may_pass(status)

    @property
    def rate_limit(self) -> RateLimit:
        """The quota as this answer reports it."""
        return RateLimit.of(self.headers)


class ClientError(InDoubt, StatusError):
    """Any 4xx without a class of its own. After a 408 alone, the call may have happened all the same."""

    __slots__ = ("_settler",)


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


class ServerError(InDoubt, StatusError):
    """Any 5xx. A call that acts may have happened all the same, as a mail may be sent before the server fails."""

    __slots__ = ("_settler",)

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


def may_pass(status: int) -> bool:
    """Return True if an answer with this error status may be another one later, by itself."""
    return status in PASSING_REFUSALS or (status >= 500 and status not in NEVER_SUPPORTED)


def error_class(status: int) -> type[StatusError]:
    """Return the class of an error status, its own or that of its family."""
    return BY_STATUS.get(status) or (ClientError if status < 500 else ServerError)

# Generated from spec/spec.yaml by `nox -s generate`. Do not edit: change spec/, templates/ or generator/ instead.
"""The errors of documented statuses, one class each; foxreach_runtime.errors has the tree that they belong to."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from foxreach_runtime.errors import ConflictStatusError, StatusError, TooManyRequestsError, UnprocessableContentError


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


class ConflictError(ConflictStatusError):
    """409: it exists already. *maybe_ours* is True if an earlier attempt of this very call may have made it."""

    advice = "It exists already; find and update it instead."


class UnprocessableError(UnprocessableContentError):
    """422: the server refuses values; *errors* names the fields as far as it says."""

    advice = "Correct the values it names."


class RateLimitedError(TooManyRequestsError):
    """429: the quota is used up. *retry_after* is in seconds, *limit* in calls, *reset* the end of the window."""

    advice = "Wait until the quota is free again, or make fewer calls at once."


BY_STATUS: Final[Mapping[int, type[StatusError]]] = {
    400: BadRequestError,
    401: AuthenticationError,
    402: PlanLimitError,
    403: PermissionDeniedError,
    404: NotFoundError,
    409: ConflictError,
    422: UnprocessableError,
    429: RateLimitedError,
}
"""The class of each documented status; any other has that of its family, ClientError or ServerError."""

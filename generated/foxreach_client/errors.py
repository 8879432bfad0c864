# Generated from spec/foxreach.yaml by `nox -s generate`. Do not edit: change spec/, templates/ or generator/ instead.
"""The errors of documented statuses, one class each; foxreach_runtime.errors has the tree that they belong to."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from foxreach_runtime.errors import ConflictStatusError, StatusError, TooManyRequestsError, UnprocessableContentError


class BadRequestError(StatusError):
    """400: The request is malformed, such as a body or a Content-Type that is not JSON."""

    advice = "Check the arguments and the state of the object."


class AuthenticationError(StatusError):
    """401: The API key is missing or wrong. The documentation names 403 for this, the vendor's SDK also 401."""

    advice = "Check the API key."


class PlanLimitError(StatusError):
    """402: The plan does not allow the call, for example because of its contact limit."""

    advice = "A limit of the plan is reached."


class PermissionDeniedError(StatusError):
    """403: The API key is missing or wrong, lacks the scope (read for a GET, write for every other call), or
    belongs to another workspace. Only the detail distinguishes these cases.
    """

    advice = "Check the API key, its scopes and its workspace."


class NotFoundError(StatusError):
    """404: No object has this id: it is wrong, deleted, or belongs to another workspace."""

    advice = "Check the id; the object may be deleted or belong to another workspace."


class ConflictError(ConflictStatusError):
    """409: Another lead of the workspace has this e-mail address.

    Its attributes are described in `foxreach_runtime.errors.ConflictStatusError`.
    """

    advice = "It exists already; find and update it instead."


class UnprocessableError(UnprocessableContentError):
    """422: A value is missing, has the wrong type, or is not allowed.

    Its attributes are described in `foxreach_runtime.errors.UnprocessableContentError`.
    """

    advice = "Correct the values it names."


class RateLimitedError(TooManyRequestsError):
    """429: The API key exceeded its limit of 100 calls per minute.

    Its attributes are described in `foxreach_runtime.errors.TooManyRequestsError`.
    """

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

# Generated from spec/spec.yaml by `nox -s generate`. Do not edit: change spec/, templates/ or generator/ instead.
"""The errors of documented statuses, one class each; foxreach_runtime.errors has the tree that they belong to."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from foxreach_runtime.errors import StatusError, TooManyRequestsError


class NoKeyError(StatusError):
    """401: The call failed."""

    advice = "Check the key."


class ForbiddenError(StatusError):
    """403: The call failed."""

    advice = "Ask for access."


class MissingError(StatusError):
    """404, 410: The call failed."""

    advice = "Check the id."


class TooManyError(TooManyRequestsError):
    """429: Too many calls were made.

    Its attributes are described in `foxreach_runtime.errors.TooManyRequestsError`.
    """

    advice = "Wait a minute."


BY_STATUS: Final[Mapping[int, type[StatusError]]] = {
    401: NoKeyError,
    403: ForbiddenError,
    404: MissingError,
    410: MissingError,
    429: TooManyError,
}
"""The class of each documented status; any other has that of its family, ClientError or ServerError."""

# Generated from spec/spec.yaml by `nox -s generate`. Do not edit: change spec/, templates/ or generator/ instead.
"""The errors of documented statuses, one class each; foxreach_runtime.errors has the tree that they belong to."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from foxreach_runtime.errors import StatusError, TooManyRequestsError, UnprocessableContentError


class NoKeyError(StatusError):
    """401: The call failed."""

    advice = "Check the key."


class ForbiddenError(StatusError):
    """403: The call failed."""

    advice = "Ask for access."


class NoPetError(StatusError):
    """404: No pet has this id."""

    advice = "Check the id."


class TeapotError(StatusError):
    """418: A teapot."""

    advice = "Ask for tea."


class WrongValueError(UnprocessableContentError):
    """422: The call failed.

    Its attributes are described in `foxreach_runtime.errors.UnprocessableContentError`.
    """

    advice = "Correct the value."


class TooManyError(TooManyRequestsError):
    """429: Too many calls were made.

    Its attributes are described in `foxreach_runtime.errors.TooManyRequestsError`.
    """

    advice = "Wait a minute."


BY_STATUS: Final[Mapping[int, type[StatusError]]] = {
    401: NoKeyError,
    403: ForbiddenError,
    404: NoPetError,
    418: TeapotError,
    422: WrongValueError,
    429: TooManyError,
}
"""The class of each documented status; any other has that of its family, ClientError or ServerError."""

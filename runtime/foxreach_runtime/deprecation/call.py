"""Warns the callers of what the API deprecates."""

from __future__ import annotations

import warnings
from collections.abc import Callable
from functools import wraps
from typing import TYPE_CHECKING, ParamSpec, TypeVar

P = ParamSpec("P")
T = TypeVar("T")

if TYPE_CHECKING:
    # In `warnings` from Python 3.13 on; type checkers know `typing_extensions` without its being installed.
    from typing_extensions import deprecated as deprecated  # noqa: PLC0414
else:

    def deprecated(message: str) -> Callable[[Callable[P, T]], Callable[P, T]]:
        """Return a decorator for the method of a deprecated operation: it warns with *message* at the calling line."""

        def decorate(function: Callable[P, T]) -> Callable[P, T]:
            @wraps(function)
            def warned(*args: P.args, **kwargs: P.kwargs) -> T:
                warnings.warn(message, DeprecationWarning, stacklevel=2)
                return function(*args, **kwargs)

            return warned

        return decorate

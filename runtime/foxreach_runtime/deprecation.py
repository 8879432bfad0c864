"""Marks a method as deprecated, for type checkers and at run time. Imports nothing when it runs but `warnings`.

`warnings.deprecated` exists from Python 3.13 on; type checkers know `typing_extensions` without its being installed.
"""

from __future__ import annotations

import warnings
from collections.abc import Callable
from functools import wraps
from typing import TYPE_CHECKING, ParamSpec, TypeVar

P = ParamSpec("P")
R = TypeVar("R")

if TYPE_CHECKING:
    from typing_extensions import deprecated as deprecated  # noqa: PLC0414
else:

    def deprecated(message: str) -> Callable[[Callable[P, R]], Callable[P, R]]:
        """Return a decorator whose function warns with *message* at the line that calls it."""

        def decorate(function: Callable[P, R]) -> Callable[P, R]:
            @wraps(function)
            def warned(*args: P.args, **kwargs: P.kwargs) -> R:
                warnings.warn(message, DeprecationWarning, stacklevel=2)
                return function(*args, **kwargs)

            return warned

        return decorate

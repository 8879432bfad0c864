"""Warnings for arguments that are passed and fields that are read although the API gives them up. No I/O.

A warning names the line of the caller. What nobody uses costs nothing but the look at the names of the arguments.
"""

from __future__ import annotations

import sys
import warnings
from collections.abc import Callable, Mapping
from functools import wraps
from typing import Any, ParamSpec, TypeVar, cast

from msgspec import UNSET

from ..model import Model

P = ParamSpec("P")
T = TypeVar("T")
OURS = "foxreach_runtime."
WORDS = "is deprecated by the API; it may go away."


def deprecated_arguments(operation: str, *names: str) -> Callable[[Callable[P, T]], Callable[P, T]]:
    """Return a decorator for the method of *operation*: it warns of each of *names* that is passed.

    A body that is passed as one object is looked into.
    """

    def decorate(function: Callable[P, T]) -> Callable[P, T]:
        @wraps(function)
        def warned(*args: P.args, **kwargs: P.kwargs) -> T:
            passed: tuple[object, ...] = (*args, kwargs.get("values"))
            body: object = next(filter(_is_body, passed), None)
            for name in names:
                if _given(kwargs, name) or _given(body, name):
                    warnings.warn(f"{operation}: {name} {WORDS}", DeprecationWarning, stacklevel=2)
            return function(*args, **kwargs)

        return warned

    return decorate


def _is_body(value: object) -> bool:
    return isinstance(value, (Mapping, Model))


def _given(values: object, name: str) -> bool:
    """Return True if *values* have a value of that name, which may be null."""
    if isinstance(values, Mapping):
        return cast("Mapping[str, object]", values).get(name, UNSET) is not UNSET
    return name in type(values).__dict__ and _stored(values, name) is not UNSET


def _stored(model: object, name: str) -> object:
    """Return the value of a field without a warning."""
    member: Any = type(model).__dict__[name]
    return (member.member if isinstance(member, _Deprecated) else member).__get__(model, type(model))


class _Deprecated:
    """A data descriptor over a struct's member: it warns when a caller reads the field."""

    __slots__ = ("member", "words")

    def __init__(self, member: Any, words: str) -> None:
        self.member, self.words = member, words

    def __get__(self, instance: object, owner: type | None = None) -> Any:
        # The runtime reads all fields, to compare or to show an object: that is no use of this one.
        reader = sys._getframe(1)  # pyright: ignore[reportPrivateUsage]
        if instance is not None and not reader.f_globals.get("__name__", "").startswith(OURS):
            warnings.warn(self.words, DeprecationWarning, stacklevel=2)
        return self.member.__get__(instance, owner)

    def __set__(self, instance: object, value: object) -> None:
        self.member.__set__(instance, value)


def warn_when_read(model: type[Model], *names: str) -> None:
    """Warn when a caller reads one of the fields; decoding and encoding go to the stored value and do not warn."""
    for name in names:
        setattr(model, name, _Deprecated(model.__dict__[name], f"{model.__name__}.{name} {WORDS}"))

"""Check the fields of a control request against the signature of the function that they are for. Pure.

The words are ours, since a caller from another language knows neither Python's types nor its functions.
"""

import inspect
from collections.abc import Callable, Mapping
from functools import cache
from inspect import Parameter
from types import UnionType
from typing import Any, Literal, Union, get_args, get_origin, get_type_hints, is_typeddict

import msgspec

from ..document import Json, is_object

WORDS: dict[Any, str] = {bool: "true or false", int: "an integer", float: "a number", str: "text", type(None): "null"}


def checked(work: Callable[..., Any], given: Json) -> Json:
    """Return *given*, whose names and types fit the keyword arguments of *work*; else raise ValueError."""
    parameters, hints = _signature(work)
    open_ended = any(each.kind is Parameter.VAR_KEYWORD for each in parameters.values())
    known = {name: each for name, each in parameters.items() if each.kind is not Parameter.VAR_KEYWORD}
    for name, parameter in known.items():
        if parameter.default is Parameter.empty and name not in given:
            raise ValueError(f"missing field {name!r}")
    for name, value in given.items():
        if name not in known and not open_ended:
            expected = f"expected one of: {', '.join(known)}" if known else "there is none here"
            raise ValueError(f"unknown field {name!r}; {expected}")
        hint = hints.get(name, Any) if name in known else Any
        if not _fits(value, hint):
            raise ValueError(f"{name} must be {' or '.join(_words(hint))}")
    return given


@cache
def _signature(work: Callable[..., Any]) -> tuple[Mapping[str, Parameter], Mapping[str, Any]]:
    return inspect.signature(work).parameters, get_type_hints(work)


def _fits(value: Any, hint: Any) -> bool:
    if hint in (Any, object):
        return True
    if hint == str | bytes:  # JSON has no bytes.
        hint = str
    options = get_args(hint) if get_origin(hint) in (Union, UnionType) else (hint,)
    for option in options:  # msgspec ignores fields that a TypedDict does not have.
        if is_typeddict(option) and is_object(value) and value.keys() - option.__annotations__.keys():
            return False
    try:
        msgspec.convert(value, hint)
    except msgspec.ValidationError:
        return False
    return True


def _words(hint: Any) -> list[str]:
    if get_origin(hint) in (Union, UnionType):
        return [words for option in get_args(hint) if option is not bytes for words in _words(option)]
    if get_origin(hint) is Literal:
        return [str(choice) for choice in get_args(hint)]
    if get_origin(hint) is list:
        return [f"a list of {' or '.join(_words(get_args(hint)[0]))}"]
    if is_typeddict(hint):
        return [f"an object with {', '.join(hint.__annotations__)}"]
    return [WORDS.get(hint, "an object of texts")]

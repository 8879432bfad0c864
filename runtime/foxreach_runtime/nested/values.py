"""Mappings and iterables inside an argument as the models, dicts and lists that its field holds. Pure.

A value of a wrong type is passed on unchanged: the whole body is checked when it is encoded. A message names operation
and argument, never the value.
"""

from __future__ import annotations

import types
from collections.abc import Iterable, Mapping
from functools import cache
from typing import Annotated, Any, Union, cast, get_args, get_origin

import msgspec

from ..response.redaction import redacted, shortened

LONGEST_KEY = 40  # Characters of a key of the caller in a message.


def nested_value(place: str, model: type[msgspec.Struct], field: str, value: object) -> Any:
    """Return *value*, an argument, as the *field* of *model* holds it; keys of a mapping for a model are arguments."""
    return _made(place, _types_of(model)[field], value)


def _made(place: str, kind: Any, value: object) -> object:
    if isinstance(value, Mapping):
        return _from_mapping(place, _options(kind), cast("Mapping[object, object]", value))
    if isinstance(value, (str, bytes, msgspec.Struct)) or not isinstance(value, Iterable):
        return value
    (item_kind,) = next((get_args(option) for option in _options(kind) if get_origin(option) is list), (None,))
    items = cast("Iterable[object]", value)
    if item_kind is None:
        return items
    return [_made(f"{place}[{index}]", item_kind, item) for index, item in enumerate(items)]


def _from_mapping(place: str, options: tuple[Any, ...], value: Mapping[object, object]) -> object:
    models = [option for option in options if isinstance(option, type) and issubclass(option, msgspec.Struct)]
    if models:
        return _model(place, models, value)
    (_, kind) = next((get_args(option) for option in options if get_origin(option) is dict), (None, None))
    if kind is None:
        return value
    return {key: _made(f"{place}[{_shown(key)}]", kind, item) for key, item in value.items()}


def _model(place: str, models: list[type[msgspec.Struct]], value: Mapping[object, object]) -> msgspec.Struct:
    """Return the model of *models* that *value* describes; of several, the one with its tag."""
    model, *others = models
    tag = model.__struct_config__.tag_field
    if others:
        found = next((each for each in models if each.__struct_config__.tag == value.get(tag)), None)
        if found is None:
            tags = " or ".join(repr(each.__struct_config__.tag) for each in models)
            raise TypeError(f"{place}: {tag} must be {tags}")
        model = found
    kinds = _types_of(model)
    fields = {
        str(name): _made(f"{place}.{name}", kinds[name], item) if name in kinds else item
        for name, item in value.items()
        if name != tag or name in kinds
    }
    try:
        return model(**fields)
    except TypeError as error:
        wrong = next((type(name).__name__ for name in value if not isinstance(name, str)), "")
        words = f"the name of a field must be text, not {wrong}" if wrong else error
        raise TypeError(f"{place}: {words}") from None


@cache
def _types_of(model: type[msgspec.Struct]) -> dict[object, Any]:
    """Return the type of each field by its argument."""
    return {field.name: field.type for field in msgspec.structs.fields(model)}


@cache
def _options(kind: Any) -> tuple[Any, ...]:
    """Return the types that a value may have."""
    if get_origin(kind) is Annotated:
        return _options(get_args(kind)[0])
    if get_origin(kind) in {Union, types.UnionType}:
        return tuple(option for each in get_args(kind) for option in _options(each))
    return (kind,)


def _shown(key: object) -> str:
    """Return a key of the caller as it may appear in a message."""
    return repr(shortened(redacted(key), LONGEST_KEY)) if isinstance(key, str) else type(key).__name__

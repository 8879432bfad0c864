"""Bytes to structs, with each value that does not match the spec kept as the server sent it. Pure.

So one bad item of a page costs one field and not the page. A missing field is UNSET. It costs more than strict decoding
and is used only after that has failed.
"""

from __future__ import annotations

import types
from collections.abc import Callable
from typing import Annotated, Any, Union, cast, get_args, get_origin

import msgspec
from msgspec import NODEFAULT, UNSET, UnsetType

Report = Callable[[str], None]


def kept(kind: Any, content: bytes, report: Report) -> Any:
    """Return *content* as *kind*, with values that do not match as they were sent.

    Return None if it is not JSON, or not a JSON object where *kind* is a model.

    *report* is called with each place that does not match, such as ``data[].createdAt``.
    """
    try:
        value = msgspec.json.decode(content)
    except (ValueError, RecursionError):
        return None
    model = isinstance(kind, type) and issubclass(kind, msgspec.Struct)
    return _kept(kind, cast("object", value), "", report) if isinstance(value, dict) or not model else None


def _kept(kind: Any, value: object, path: str, report: Report) -> Any:
    try:
        return msgspec.convert(value, kind)
    except msgspec.ValidationError:
        pass
    single = _without_null_and_unset(kind)
    if isinstance(single, type) and issubclass(single, msgspec.Struct) and isinstance(value, dict):
        return _struct(single, cast("dict[str, object]", value), path, report)
    if get_origin(single) is list and isinstance(value, list):
        (item_kind,) = get_args(single)
        return [_kept(item_kind, item, f"{path}[]", report) for item in cast("list[object]", value)]
    report(path)
    return value


def _struct(kind: type[msgspec.Struct], value: dict[str, object], path: str, report: Report) -> msgspec.Struct:
    fields: dict[str, Any] = {}
    for field in msgspec.structs.fields(kind):
        place = f"{path}.{field.encode_name}" if path else field.encode_name
        if field.encode_name in value:
            fields[field.name] = _kept(field.type, value[field.encode_name], place, report)
        elif field.default is NODEFAULT and field.default_factory is NODEFAULT:
            report(place)
            fields[field.name] = UNSET
    return kind(**fields)


def _without_null_and_unset(kind: Any) -> Any:
    """Return the only type in *kind* beside null and UNSET; any other union is returned as it is."""
    if get_origin(kind) is Annotated:
        return _without_null_and_unset(get_args(kind)[0])
    if get_origin(kind) not in {Union, types.UnionType}:
        return kind
    arms = [arm for arm in get_args(kind) if arm not in {type(None), UnsetType}]
    return _without_null_and_unset(arms[0]) if len(arms) == 1 else kind

"""Bytes to structs, through one cached decoder a type. Pure; the faults of a body come back as a value.

`decoded` is strict. `kept` keeps what the server sent where it is not what the spec says: only what does not fit loses
its type, so that one bad item of a page costs that item's field, not the page. A field that is missing is UNSET. It
costs more than strict decoding and happens only after that has failed.
"""

from __future__ import annotations

import re
import types
from collections.abc import Callable
from dataclasses import dataclass
from typing import Annotated, Any, Union, cast, get_args, get_origin

import msgspec
from msgspec import NODEFAULT, UNSET, UnsetType

Report = Callable[[str], None]

PLACE = re.compile(r"(?P<fault>.*?)(?: - at `(?:key` in `)?\$\.?(?P<path>.*)`)?", re.DOTALL)
_decoders: dict[type[Any], msgspec.json.Decoder[Any]] = {}


@dataclass(frozen=True, slots=True)
class Mismatch:
    """Why a body is not what the spec says; *path* is the place, such as ``data[17].createdAt``, if there is one."""

    reason: str
    path: str | None = None


def decoder_for(kind: type[Any]) -> msgspec.json.Decoder[Any]:
    """Return the decoder of *kind*, made once."""
    decoder = _decoders.get(kind)
    if decoder is None:
        decoder = _decoders[kind] = msgspec.json.Decoder(kind)
    return decoder


def decoded(kind: type[Any], content: bytes) -> Any:
    """Return *content* as *kind*, or the Mismatch."""
    try:
        return decoder_for(kind).decode(content)
    except msgspec.ValidationError as error:
        return mismatch_in(error)
    except UnicodeDecodeError:
        return Mismatch("the body is not UTF-8")
    except RecursionError:
        return Mismatch("the body is nested too deeply")
    except ValueError as error:  # msgspec.DecodeError among them: no JSON at all
        return Mismatch("the body is empty" if not content.strip() else f"the body is not JSON ({error})")


def mismatch_in(error: msgspec.ValidationError) -> Mismatch:
    """Return the place that msgspec writes at the end of its message apart from what is wrong there."""
    found = PLACE.fullmatch(str(error))
    if found is None:  # cannot be: both parts may be anything
        return Mismatch(str(error))
    return Mismatch(found["fault"], found["path"] or None)


def kept(kind: type[msgspec.Struct], content: bytes, report: Report) -> Any:
    """Return *content* as *kind* with what does not fit as it was sent, or None if it is no JSON object at all.

    *report* is told each place that does not fit, such as ``data[].createdAt``.
    """
    try:
        value = msgspec.json.decode(content)
    except (ValueError, RecursionError):
        return None
    return _kept(kind, cast("object", value), "", report) if isinstance(value, dict) else None


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
    """Return the one type of *kind* beside null and UNSET; a real union stays whole."""
    if get_origin(kind) is Annotated:
        return _without_null_and_unset(get_args(kind)[0])
    if get_origin(kind) not in {Union, types.UnionType}:
        return kind
    arms = [arm for arm in get_args(kind) if arm not in {type(None), UnsetType}]
    return _without_null_and_unset(arms[0]) if len(arms) == 1 else kind

"""Bytes to structs, through one cached decoder a type. Pure; the faults of a body come back as a value."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any

import msgspec

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

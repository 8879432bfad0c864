"""Bytes to structs, by one cached decoder per type. Pure. The fault of a body is a value, not an exception."""

from __future__ import annotations

import re
from typing import Any

import msgspec

# What msgspec says without quoting a value of the body. Compiled when it is used: most processes never need it.
QUOTELESS = (
    r"Expected `[^`]*`( of length [<>=]+ \d+| [<>=]+ -?[\d.]+| matching regex .*)?(, got `[^`]*`)?"
    r"|Object missing required field `[^`]*`|Invalid RFC3339 encoded \w+|(Number|Integer value) out of range"
    r"|JSON is malformed: [\w ]+ \(byte \d+\)|Input data was truncated"
)
PLACE = r"(?s)(?P<fault>.*?)(?: - at `(?:key` in `)?\$\.?(?P<path>.*)`)?"
LARGE = 2**18  # bytes of a body; a smaller one is decoded at once
NOT_ALLOWED = "has a value that the spec does not allow"
_decoders: dict[type[Any], msgspec.json.Decoder[Any]] = {}
_encoder = msgspec.json.Encoder(order="sorted", enc_hook=lambda _: None)


class Mismatch(msgspec.Struct, frozen=True):
    """Why a body does not match the spec. *path* is the place, such as ``data[17].createdAt``, or None.

    *permanent* is True if the next body would be the same: this one is complete, and only has another shape.
    """

    reason: str
    path: str | None = None
    permanent: bool = False


def decoder_for(kind: type[Any]) -> msgspec.json.Decoder[Any]:
    """Return the cached decoder of *kind*."""
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
        return Mismatch("the body is nested too deeply", permanent=True)
    except ValueError as error:  # msgspec.DecodeError among them: not JSON
        if not content.strip():
            return Mismatch("the body is empty")
        said = str(error)
        return Mismatch(f"the body is not JSON ({said})" if re.fullmatch(QUOTELESS, said) else "the body is not JSON")


def same_json(one: object, other: object) -> bool:
    """Return True if both are the same JSON, apart from the order of keys. 1, 1.0 and True differ; UNSET is null."""
    return _encoder.encode(one) == _encoder.encode(other)


def values_in(content: bytes) -> int:
    """Return about how many values *content* has: commas and brackets, those within text included."""
    return sum(count(content, mark) for mark in (b",", b"[", b"{"))


def count(content: bytes, mark: bytes) -> int:
    """Return how often *content* has *mark*; other threads can run between its pieces."""
    return sum(content.count(mark, start, start + LARGE) for start in range(0, len(content), LARGE))


def mismatch_in(error: msgspec.ValidationError) -> Mismatch:
    """Return reason and place, which msgspec writes at the end of its message."""
    found = re.fullmatch(PLACE, str(error))
    if found is None:  # impossible: both parts match any text
        return Mismatch(NOT_ALLOWED, permanent=True)
    reason = found["fault"] if re.fullmatch(QUOTELESS, found["fault"]) else NOT_ALLOWED
    return Mismatch(reason, found["path"] or None, permanent=True)

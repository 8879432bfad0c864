"""The meaning of error bodies of any shape. Pure. It never raises: a body never changes the class of an error."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any, cast

import msgspec

from .decoding import values_in
from .redaction import redacted, redacted_json

MESSAGE_KEYS = ("detail", "error", "message", "msg", "title")  # in the order of the evidence for them
KEPT_TEXT = 65_536  # characters kept of a body that is not JSON
MOST_VALUES = 50_000  # of a body that is read as JSON, in 0.2 s on the event loop; 5,000 faults of rows have 40,000


class FieldError(msgspec.Struct, frozen=True):
    """One fault of the request: the *field*, such as ``leads[3].email``, a *message* and its *kind*.

    *path* is the same place in parts, ``("leads", 3, "email")``; a number is a 0-based index. It is empty if the server
    names no place or the body as a whole.
    """

    field: str
    message: str
    kind: str
    path: tuple[str | int, ...] = ()


class ErrorDetails(msgspec.Struct, frozen=True):
    """An error body: the message, the body as the documented type or as plain values, and the faults by field."""

    detail: str | None
    body: Any
    errors: tuple[FieldError, ...] = ()


def error_details(content: bytes, documented: type[Any] | None, secrets: Iterable[str] = ()) -> ErrorDetails:
    """Return the meaning of an error body: a detail text, a list from FastAPI, an object, HTML, or nothing."""
    try:
        if not content.strip():
            return ErrorDetails(None, None)
        if values_in(content) > MOST_VALUES:
            return _plain(content, secrets)
        value = redacted_json(msgspec.json.decode(content), secrets)
        errors = _field_errors(value)
        return ErrorDetails(_words(value, errors), _typed(value, documented), errors)
    except (ValueError, RecursionError):
        return _plain(content, secrets)


def is_message(detail: str) -> bool:
    """Return False for what is no message: the start of a JSON body that broke off, or bytes that are not text."""
    return detail[:1] not in {"{", "[", ""} and "\ufffd" not in detail and " ".join(detail.split()).isprintable()


def kept_text(content: bytes, secrets: Iterable[str] = ()) -> str:
    """Return the start of *content* as text, with e-mail addresses and secrets redacted."""
    # The extra characters hold an address or a secret that the limit would cut in half.
    text = redacted(content[: 4 * KEPT_TEXT + 1024].decode("utf-8", "replace"), secrets)
    return text[:KEPT_TEXT]


def _plain(content: bytes, secrets: Iterable[str]) -> ErrorDetails:
    text = kept_text(content, secrets)
    markup = text.lstrip()[:1] in {"<", ""}
    return ErrorDetails(None if markup else text.strip(), text)


def _typed(value: object, documented: type[Any] | None) -> Any:
    """Return *value* as the documented type, or unchanged if it does not match."""
    if documented is None or value is None:
        return value
    try:
        return msgspec.convert(value, documented)
    except (ValueError, RecursionError):
        return value


def _words(value: object, errors: tuple[FieldError, ...]) -> str | None:
    """Return the message for a human: the faults by field, the text itself, or that of the first key with one."""
    if errors:
        return "; ".join(f"{error.field}: {error.message}" if error.field else error.message for error in errors)
    if isinstance(value, str):
        return value or None
    if isinstance(value, dict):
        found = cast("dict[str, object]", value)
        return next((words for key in MESSAGE_KEYS if (words := _words(found.get(key), ()))), None)
    return None


def _field_errors(value: object) -> tuple[FieldError, ...]:
    """Return the faults in a list from FastAPI: {"detail": [{"loc", "msg", "type"}]}."""
    detail = cast("dict[str, object]", value).get("detail") if isinstance(value, dict) else None
    if not isinstance(detail, list):
        return ()
    items = (cast("Mapping[str, object]", item) for item in cast("list[object]", detail) if isinstance(item, dict))
    return tuple(_field_error(item) for item in items)


def _field_error(item: Mapping[str, object]) -> FieldError:
    path = _path(item.get("loc"))
    return FieldError(_field(path), _text(item.get("msg")), _text(item.get("type")), path)


def _path(loc: object) -> tuple[str | int, ...]:
    """Return a location from FastAPI without its first part, such as "body"."""
    parts: list[object] = cast("list[object]", loc) if isinstance(loc, list) else []
    inner = parts[1:] if parts[:1] in (["body"], ["query"], ["path"], ["header"]) else parts
    return tuple(part if type(part) is int else str(part) for part in inner)


def _field(path: tuple[str | int, ...]) -> str:
    """Return a path as text: ("leads", 3, "email") is ``leads[3].email``."""
    text = ""
    for part in path:
        text += f"[{part}]" if isinstance(part, int) else f".{part}" if text else part
    return text


def _text(value: object) -> str:
    return value if isinstance(value, str) else ""

"""A body that is one argument, a list, a map or any value, as JSON. Pure."""

from __future__ import annotations

from functools import cache
from typing import Any

import msgspec

from ..request.body import encoded
from .values import nested_value


def json_body(operation: str, name: str, kind: Any, value: object) -> bytes:
    """Return *value*, the argument *name*, as JSON, or raise TypeError or ValueError for what no *kind* is.

    It is checked as the only field of a body, so that messages name its place in the same words.
    """
    holder = _holder(name, kind)
    content = encoded(operation, holder(**{name: nested_value(f"{operation}: {name}", holder, name, value)}))
    return content[len(f'{{"{name}":'.encode()) : -1]


@cache
def _holder(name: str, kind: Any) -> type[msgspec.Struct]:
    return msgspec.defstruct("Body", [(name, kind)], kw_only=True)

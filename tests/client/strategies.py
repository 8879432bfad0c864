"""Hypothesis strategies of spec-valid JSON for every schema of the spec, in the dialect that the spec is held to.

Texts of times are those that JSON writers in use produce: no fraction, or six digits of it.
"""

from __future__ import annotations

import string
from collections.abc import Callable
from datetime import UTC, datetime
from functools import cache
from typing import Any

from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from tests.client.cases import SCHEMAS, is_list, name_of

TEXT = st.text(st.characters(exclude_categories=["Cs"]), max_size=8)
NUMBERS = st.floats(-1e9, 1e9, allow_nan=False).map(lambda value: round(value, 3) + 0.0)
JSON = st.recursive(
    st.none() | st.booleans() | st.integers(-(2**53), 2**53) | NUMBERS | TEXT,
    lambda inner: st.lists(inner, max_size=2) | st.dictionaries(TEXT, inner, max_size=2),
    max_leaves=3,
)
OPEN_OBJECT = st.dictionaries(TEXT, JSON, max_size=3)
NEW_VALUE = st.text(string.ascii_lowercase + "_.", min_size=1, max_size=12)
MOMENTS = st.datetimes(datetime(1970, 1, 1), datetime(2200, 1, 1))  # noqa: DTZ001 - zone-less, as the API writes them
FORMATS: dict[str, st.SearchStrategy[Any]] = {
    "date-time-local": MOMENTS.map(datetime.isoformat),
    "date-time": MOMENTS.map(lambda moment: moment.replace(tzinfo=UTC).isoformat().replace("+00:00", "Z")),
    "date": st.dates().map(str),
    "uri": TEXT.map(lambda text: f"https://example.com/{text}"),
}


def spec_valid(name: str) -> st.SearchStrategy[Any]:
    """Return a strategy of JSON values that the schema called *name* allows."""
    return _of(SCHEMAS[name])


def _of(schema: dict[str, Any]) -> st.SearchStrategy[Any]:
    name = name_of(schema)
    if name:
        return st.deferred(lambda: spec_valid(name))
    if "const" in schema:
        return st.just(schema["const"])
    if "enum" in schema:  # all enumerations are open
        return st.sampled_from(schema["enum"]) | NEW_VALUE
    for key in ("anyOf", "oneOf"):
        if key in schema:
            return st.one_of(*map(_of, schema[key]))
    if "type" not in schema:
        return JSON
    kinds: list[str] = schema["type"] if is_list(schema["type"]) else [schema["type"]]
    return st.one_of(*(_KINDS[kind](schema) for kind in kinds))


def _text(schema: dict[str, Any]) -> st.SearchStrategy[Any]:
    return FORMATS[schema["format"]] if "format" in schema else TEXT


def _integer(schema: dict[str, Any]) -> st.SearchStrategy[Any]:
    return st.integers(schema.get("minimum", -(2**53)), schema.get("maximum", 2**53))


def _array(schema: dict[str, Any]) -> st.SearchStrategy[Any]:
    fewest = schema.get("minItems", 0)
    return st.lists(_of(schema["items"]), min_size=fewest, max_size=fewest + 2)


def _object(schema: dict[str, Any]) -> st.SearchStrategy[Any]:
    if "properties" not in schema:
        return OPEN_OBJECT
    required = schema.get("required", ())
    each = {name: _of(node) for name, node in schema["properties"].items()}
    return st.fixed_dictionaries(
        {name: each[name] for name in each if name in required},
        optional={name: each[name] for name in each if name not in required},
    )


_KINDS: dict[str, Callable[[dict[str, Any]], st.SearchStrategy[Any]]] = {
    "null": lambda _: st.none(),
    "boolean": lambda _: st.booleans(),
    "integer": _integer,
    "number": lambda _: NUMBERS | st.integers(-(2**53), 2**53),
    "string": _text,
    "array": _array,
    "object": _object,
}


@cache
def samples(name: str, count: int = 15) -> tuple[Any, ...]:
    """Return some of the values that the schema called *name* allows, the same ones in each run."""
    found: list[Any] = []

    @settings(max_examples=count, phases=[Phase.generate], database=None, derandomize=True)
    @given(spec_valid(name))
    def keep(value: Any) -> None:
        found.append(value)

    keep()
    return tuple(found)

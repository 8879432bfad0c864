"""What a schema says of a value beyond its type."""

from __future__ import annotations

from typing import Any

import pytest

from generator.api.bounds import bounds


@pytest.mark.parametrize(
    ("schema", "expected"),
    [
        ({"type": "string", "description": "Text."}, {}),
        ({"type": "integer", "maximum": 9, "minimum": 0}, {"minimum": 0, "maximum": 9}),
        ({"type": "string", "format": "date", "pattern": "x"}, {"format": "date", "pattern": "x"}),
        ({"type": "array", "maxItems": 2, "items": {"maxLength": 3}}, {"maxItems": 2, "items.maxLength": 3}),
        ({"anyOf": [{"type": "string", "minLength": 1}, {"type": "null"}]}, {"or.minLength": 1}),
    ],
)
def test_every_bound_is_named_by_its_place(schema: dict[str, Any], expected: dict[str, Any]) -> None:
    assert dict(bounds(schema)) == expected

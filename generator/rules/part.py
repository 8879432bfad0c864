"""An object of the document with the two places it has. Pure data."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from ..source.document import child


@dataclass(frozen=True)
class Part:
    """An object of the document: *at* is where it is used, *pointer* where it is written."""

    at: str
    pointer: str
    value: dict[str, Any]

    def schemas(self) -> Iterator[Part]:
        """Yield the schemas of the media types of a body or a reply."""
        for name, media in self.value.get("content", {}).items():
            pointer = child(self.pointer, "content", name, "schema")
            yield Part(pointer, pointer, media.get("schema", {}))

"""The headers of a response as a read-only mapping without httpx2, parsed when they are first used.

Bytes are read as Latin-1, in which every byte is a character (RFC 9110 5.5).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import TYPE_CHECKING


class Headers(Mapping[str, str]):
    """Headers by case-insensitive name. Several lines with the same name are joined with a comma.

    The repr has only the names: a value may be a cookie.
    """

    __slots__ = ("_lines", "_texts")

    def __init__(self, lines: Iterable[tuple[str | bytes, str | bytes]] = ()) -> None:
        self._lines = lines
        self._texts: dict[str, str] | None = None

    def _by_name(self) -> dict[str, str]:
        lines = self._lines  # Read first: another thread drops the lines when it has parsed them.
        if self._texts is None:
            texts: dict[str, str] = {}
            for name, value in lines:  # Each call would cost more than what it does.
                key = (name if isinstance(name, str) else name.decode("latin-1")).lower()
                text = value if isinstance(value, str) else value.decode("latin-1")
                texts[key] = f"{texts[key]}, {text}" if key in texts else text
            self._texts, self._lines = texts, ()
        return self._texts

    def __getitem__(self, name: str) -> str:
        return self._by_name()[name.lower()]

    if not TYPE_CHECKING:  # That of Mapping, with its types, takes three times as long; each call asks a few times.

        def get(self, name, default=None):
            return self._by_name().get(name.lower(), default)

    def __iter__(self) -> Iterator[str]:
        return iter(self._by_name())

    def __len__(self) -> int:
        return len(self._by_name())

    def __contains__(self, name: object) -> bool:
        return isinstance(name, str) and name.lower() in self._by_name()

    def __repr__(self) -> str:
        return f"Headers({list(self)})"

    def __reduce__(self) -> tuple[type[Headers], tuple[list[tuple[str, str]]]]:
        return Headers, (list(self._by_name().items()),)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Headers) and self._by_name() == other._by_name()

    def __hash__(self) -> int:
        return hash(frozenset(self._by_name().items()))

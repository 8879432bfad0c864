"""The searched texts of leads, kept a second time: a regular expression counts matches in them faster than SQLite does.

A block, one of those of `counts`, has the texts of its rows joined. A block that is not here is read when it is needed.
"""

import re
from collections.abc import Callable, Iterable

from .schema import BLOCK

END = b"\xff"  # Ends a text. UTF-8 does not have this byte.


class Texts:
    """The texts by place and block; *read* returns those of one block from the database."""

    def __init__(self, read: Callable[[int, int], Iterable[str]]) -> None:
        self._read = read
        self._blocks: dict[tuple[int, int], bytearray] = {}
        self._touched: set[tuple[int, int]] = set()

    def add(self, place: int, seq: int, text: str) -> None:
        """Add the text of a new row, which is in the database already."""
        block = place, seq >> BLOCK
        self._touched.add(block)
        if block in self._blocks:
            self._blocks[block] += text.encode() + END
        else:
            self._blocks[block] = self._joined(block)

    def forget(self, place: int, seq: int) -> None:
        """Forget the block of a row that changed."""
        self._blocks.pop((place, seq >> BLOCK), None)

    def keep(self) -> None:
        """Keep what the transaction added."""
        self._touched.clear()

    def undo(self) -> None:
        """Forget the blocks to which the transaction added texts."""
        for block in self._touched:
            self._blocks.pop(block, None)
        self._touched.clear()

    def clear(self) -> None:
        """Forget all blocks."""
        self._blocks.clear()

    def count(self, place: int, blocks: Iterable[int], word: str) -> int:
        """Return the number of rows of *place* in *blocks* whose text contains *word*."""
        # A match ends where its text ends, so that each text matches once.
        matches = re.compile(re.escape(word.encode()) + b"[^\xff]*()").findall
        return sum(len(matches(self._text(place, block))) for block in blocks)

    def _text(self, place: int, block: int) -> bytearray:
        if (place, block) not in self._blocks:
            self._blocks[place, block] = self._joined((place, block))
        return self._blocks[place, block]

    def _joined(self, block: tuple[int, int]) -> bytearray:
        return bytearray(b"".join(text.encode() + END for text in self._read(*block)))

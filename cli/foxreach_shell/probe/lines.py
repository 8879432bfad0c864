"""The lines of a YAML file in block style, by JSON pointer, since the wheel has no parser of YAML. Pure.

What is written in flow style has the line of the node that contains it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

KEY = re.compile(r"""(?:"([^"]*)"|'([^']*)'|([^\s#"'\[{&*!|>%@`-][^:#]*?)):(?: +(.*))?$""")
BLOCK = ("|", ">")  # A text of several lines begins with it.


class Lines:
    """The lines of one file."""

    def __init__(self, text: str) -> None:
        self.lines = text.splitlines(keepends=True)
        self._places = dict(_places(self.lines))

    def at(self, pointer: str) -> int:
        """Return the line of the node, or that of its nearest ancestor in the file; it counts from 1."""
        while pointer not in self._places and pointer:
            pointer = pointer.rpartition("/")[0]
        return self._places.get(pointer, 1)


def _places(lines: list[str]) -> Iterator[tuple[str, int]]:
    open_: list[tuple[int, str]] = [(-1, "")]  # Column and pointer of each node around a line.
    items: dict[str, int] = {}
    for number, column, key in _nodes(lines):
        while open_[-1][0] >= column:
            open_.pop()
        above = open_[-1][1]
        if key is None:
            items[above] = items.get(above, -1) + 1
        place = f"{above}/{items[above] if key is None else key.replace('~', '~0').replace('/', '~1')}"
        open_.append((column, place))
        yield place, number


def _nodes(lines: list[str]) -> Iterator[tuple[int, int, str | None]]:
    """Yield line, column and key of each node that begins there; an item of a list has no key."""
    text: int | None = None  # The column of the key whose text goes on.
    for number, line in enumerate(lines, 1):
        content = line.strip()
        column = len(line) - len(line.lstrip(" "))
        if not content or content[0] == "#" or (text is not None and column > text):
            continue
        text = None
        while content.startswith("- "):
            yield number, column, None
            column, content = column + 2, content[2:]
        if found := KEY.fullmatch(content):
            yield number, column, next(each for each in found.groups()[:3] if each is not None)
            text = column if (found[4] or "").startswith(BLOCK) else None

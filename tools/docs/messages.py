"""What Sphinx complains about, with the files of the checkout in place of the staged ones."""

from __future__ import annotations

import io
import re
from collections.abc import Callable
from pathlib import Path

from tools.docs.staging import ORPHAN, TOP

COLOURS = re.compile(r"\x1b\[[0-9;]*m")
OUTSIDE = re.compile(r"'(?:\.\./)*files/([^']+)\.md'")  # The target of a link to a file outside docs/.
WRITTEN = {place: name for name, place in TOP.items()}


class Complaints(io.StringIO):
    """The stream that Sphinx writes warnings to: hands each on to *say*, located in the checkout *root*."""

    def __init__(self, pages: Path, root: Path, say: Callable[[str], None]) -> None:
        super().__init__()
        self.pages, self.root, self.say = pages, root, say

    def write(self, text: str) -> int:
        """Say *text*, which may be several lines."""
        if text.strip():
            self.say(located(COLOURS.sub("", text).strip(), self.pages, self.root))
        return len(text)


def located(text: str, pages: Path, root: Path) -> str:
    """Return *text* with each path below the folder *pages* as the page of the checkout *root* that it was made of."""

    def moved(path: re.Match[str]) -> str:
        name, line = path[1], int(path[2] or 0)
        page = pages / name
        added = ORPHAN.count("\n") if page.is_file() and page.read_text("utf-8").startswith(ORPHAN) else 0
        return _written(name, line and max(1, line - added), root)

    found = re.sub(rf"{re.escape(str(pages))}/([^\s:]+)(?::(\d+))?", moved, text)
    return OUTSIDE.sub(r"'\1'", found).replace(f"{root}/", "")


def _written(name: str, line: int, root: Path) -> str:
    """Return the place in the checkout that line *line* of the page *name* was made of; 0 is no line."""
    if name.startswith("files/"):
        return name.removeprefix("files/").removesuffix(".md")
    source = WRITTEN.get(name, f"docs/{name}")
    if not (root / source).is_file():
        made = "tools/docs/reference" if name.startswith("reference/") else "tools/docs/staging.py"
        return f"{made} (page {name}{f', line {line}' if line else ''})"
    if source == "README.md" and line > len((root / source).read_text("utf-8").splitlines()):
        return "tools/docs/contents.py"
    return f"{source}:{line}" if line else source

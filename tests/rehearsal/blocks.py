"""Find the blocks of a page, and run those of Python."""

import ast
import asyncio
import re
from dataclasses import dataclass
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[2]
PAGES = sorted([*ROOT.glob("*.md"), *ROOT.glob("docs/*.md")])
FENCE = re.compile(r"^( *)(`{3,}|~{3,})([^\n]*)\n(.*?)^\1\2$", re.DOTALL | re.MULTILINE)


@dataclass(frozen=True)
class Block:
    """A fenced block, without the indentation of the list that it stands in."""

    page: str
    line: int
    language: str
    text: str

    @property
    def place(self) -> str:
        """The page and the line of the block's first line of text."""
        return f"{self.page}:{self.line}"


def every_block(page: Path) -> list[Block]:
    """Return the blocks of *page* in their order."""
    text, name = page.read_text("utf-8"), page.relative_to(ROOT).as_posix()
    return [
        Block(
            name,
            text.count("\n", 0, found.start()) + 2,
            found[3].strip(),
            re.sub(rf"^{found[1]}", "", found[4], flags=re.MULTILINE),
        )
        for found in FENCE.finditer(text)
    ]


def blocks_of(page: Path) -> list[str]:
    """Return the text of the Python blocks of *page*."""
    return [block.text for block in every_block(page) if block.language == "python"]


def run_block(page: str, block: str, names: dict[str, Any]) -> None:
    """Run *block* as in a notebook: `await` needs no function, and *names* are its globals."""
    code = compile(block, page, "exec", ast.PyCF_ALLOW_TOP_LEVEL_AWAIT)
    waiting = eval(code, names)  # noqa: S307 - our own page
    if waiting is not None:
        asyncio.run(waiting)

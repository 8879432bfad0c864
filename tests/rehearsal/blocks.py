"""Find the Python blocks of a page and run them."""

import ast
import asyncio
import re
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[2]
PAGES = sorted([*ROOT.glob("*.md"), *ROOT.glob("docs/**/*.md")])
BLOCK = re.compile(r"^( *)```py(?:thon)?\n(.*?)^\1```", re.DOTALL | re.MULTILINE)


def blocks_of(page: Path) -> list[str]:
    """Return the Python blocks of *page*, without the indentation of a list."""
    found = BLOCK.findall(page.read_text("utf-8"))
    return [re.sub(rf"^{indentation}", "", block, flags=re.MULTILINE) for indentation, block in found]


def run_block(page: str, block: str, names: dict[str, Any]) -> None:
    """Run *block* as in a notebook: `await` needs no function, and *names* are its globals."""
    code = compile(block, page, "exec", ast.PyCF_ALLOW_TOP_LEVEL_AWAIT)
    waiting = eval(code, names)  # noqa: S307 - our own page
    if waiting is not None:
        asyncio.run(waiting)

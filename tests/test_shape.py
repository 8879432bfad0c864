"""Files and functions stay small enough to be read at once."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
FILE = 350  # lines; one concern is not split to meet a smaller number
FUNCTION = 25  # lines that have a letter or a digit: no blank ones, no lone brackets
FILES = sorted(
    path
    for pattern in (
        "cli/**/*.py",
        "generator/**/*.py",
        "runtime/**/*.py",
        "sandbox/**/*.py",
        "templates/**/*.j*",
        "tools/**/*.py",
        "examples/*.py",
        "noxfile.py",
    )
    for path in ROOT.glob(pattern)
)


def telling(lines: list[str]) -> int:
    """Return how many of the lines have a letter or a digit."""
    return sum(any(character.isalnum() for character in line) for line in lines)


def functions(path: Path) -> Iterator[tuple[str, int]]:
    """Yield the name of each function and the size of its body, its docstring left aside."""
    text = path.read_text("utf-8")
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            body = node.body[1:] if ast.get_docstring(node) is not None else node.body
            lines = text.splitlines()[body[0].lineno - 1 : node.end_lineno] if body else []
            yield node.name, telling(lines)


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_a_file_and_its_functions_are_small(path: Path) -> None:
    assert len(path.read_text("utf-8").splitlines()) <= FILE
    if path.suffix == ".py":
        assert {name: lines for name, lines in functions(path) if lines > FUNCTION} == {}

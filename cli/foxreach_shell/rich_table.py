"""Tables drawn by rich, which is an extra: on a terminal alone, and only for as many rows as decide the widths."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from importlib import import_module

from .text import harmless

GAP = 3  # Columns of the terminal between two columns of the table.


def drawn(places: Sequence[tuple[str, int]], cells: Sequence[Sequence[str]], columns: int, *, bold: bool) -> bool:
    """Draw a table of *cells*, the columns with their widths, on stdout; return False if rich is not installed."""
    try:
        console, table, text = (import_module(f"rich.{name}") for name in ("console", "table", "text"))
        box = import_module("rich.box")
    except ModuleNotFoundError:
        return False
    made = table.Table(box=box.SIMPLE_HEAD, show_edge=False, header_style="bold" if bold else "")
    for name, width in places:
        made.add_column(text.Text(harmless(name).upper()), overflow="ellipsis", no_wrap=True, width=width)
    for row in cells:
        made.add_row(*map(text.Text, row))
    console.Console(file=sys.stdout, width=columns, highlight=False, emoji=False, markup=False).print(made)
    return True

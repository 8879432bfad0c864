"""A Sphinx extension: writes the docstrings of handwritten classes as the reStructuredText that autodoc expects."""

from __future__ import annotations

import re
from typing import Any

from sphinx.application import Sphinx

from .classes import UNMADE

BEFORE_THE_SECTIONS = 400  # The priority of napoleon, which reads Args, Returns and Raises, is 500.
STATUS = re.compile(r"(?<=: )(\d{3}|\dXX)\. ")  # Else the first item of a numbered list.
ARGUMENT = re.compile(r"(?<![\w*`])\*(\w+)\*(?![\w*`])")


def restructured(line: str) -> str:
    """Return the line of a docstring with names as code, and without a list that is none."""
    return ARGUMENT.sub(r"``\1``", STATUS.sub(r"\1\\. ", line))


def _process(_app: Sphinx, _what: str, _name: str, _object: object, _options: Any, lines: list[str]) -> None:
    lines[:] = [restructured(line) for line in lines]


def _signature(_app: Sphinx, what: str, name: str, *_: Any) -> tuple[str, None] | None:
    """Return an empty signature for a class that users never make."""
    return ("", None) if what == "exception" or name in UNMADE else None


def setup(app: Sphinx) -> dict[str, Any]:
    """Connect the handler."""
    app.connect("autodoc-process-docstring", _process, priority=BEFORE_THE_SECTIONS)
    app.connect("autodoc-process-signature", _signature)
    return {"parallel_read_safe": True, "parallel_write_safe": True}

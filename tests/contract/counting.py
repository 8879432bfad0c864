"""Counts, printed at the end of the run, where pytest does not capture them."""

from __future__ import annotations

import pytest

_LINES = pytest.StashKey[list[str]]()


def note(config: pytest.Config, line: str) -> None:
    """Store *line* for the end of the run."""
    config.stash.setdefault(_LINES, []).append(line)


def noted(config: pytest.Config) -> list[str]:
    """Return the stored lines."""
    return config.stash.get(_LINES, list[str]())

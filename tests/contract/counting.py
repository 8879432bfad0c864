"""Counts of what was done, printed behind the tests, where no capture takes them."""

from __future__ import annotations

import pytest

_LINES = pytest.StashKey[list[str]]()


def note(config: pytest.Config, line: str) -> None:
    """Keep *line* for the end of the run."""
    config.stash.setdefault(_LINES, []).append(line)


def noted(config: pytest.Config) -> list[str]:
    """Return what was kept."""
    return config.stash.get(_LINES, list[str]())

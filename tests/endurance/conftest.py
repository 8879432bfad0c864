"""Prints the results at the end of the run, whatever pytest captures."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

RECKONING = pytest.StashKey[str]()


@pytest.fixture
def printed(request: pytest.FixtureRequest) -> Callable[[str], None]:
    """Return a function that takes the text to print."""

    def take(text: str) -> None:
        request.config.stash[RECKONING] = text

    return take


def pytest_terminal_summary(terminalreporter: Any, config: pytest.Config) -> None:
    """Print the text, if there is one."""
    text = config.stash.get(RECKONING, "")
    if text:
        terminalreporter.section("what the callers were told, and what the server has")
        terminalreporter.write_line(text)

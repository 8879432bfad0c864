"""Runs async tests with the lowest anyio, whose plugin runs those that are marked: `pytest -p tests.lowest`."""

from __future__ import annotations

from inspect import iscoroutinefunction

import pytest


@pytest.hookimpl(tryfirst=True)
def pytest_pycollect_makeitem(obj: object) -> None:
    """Mark a coroutine function as anyio's own `auto` mode does."""
    if iscoroutinefunction(obj):
        pytest.mark.anyio(obj)
        pytest.mark.usefixtures("anyio_backend")(obj)

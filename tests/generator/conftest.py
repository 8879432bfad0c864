"""The option of the golden cases, known when their file is named on the command line."""

from __future__ import annotations

import pytest


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--update", action="store_true", help="make what is generated now what the golden cases expect")

"""One server and one stock client for all tests of the benchmarks."""

import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from benchmarks import stock
from benchmarks.row import Place
from benchmarks.server import serving


@pytest.fixture(scope="session")
def place(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Place]:
    """The setting of a minimal run: one repetition on a thousandth of the work."""
    folder: Path = tmp_path_factory.mktemp("benchmarks")
    stock.generate(folder)
    sys.path.append(str(folder))
    with serving(1_000) as port:
        yield Place(port, folder, enough=0.0, scale=0.003)
    sys.path.remove(str(folder))

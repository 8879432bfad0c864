"""`docs/architecture.md` draws the way of `leads.create` through the files: it is the way of a real call."""

from __future__ import annotations

import re
import sys
from pathlib import Path
from types import FrameType
from typing import Any

import pytest
from foxreach_client import FoxReach
from foxreach_client.testing import Serving

from tests.rehearsal.conftest import foxreach_sandbox, foxreach_server

__all__ = ["foxreach_sandbox", "foxreach_server"]

PAGE = Path(__file__).resolve().parents[2] / "docs" / "architecture.md"
ROW = re.compile(r"^\| \d+ \| `([\w/.]+)` \|", re.MULTILINE)
PACKAGES = {"foxreach_client", "foxreach_runtime"}
BESIDE = "foxreach_runtime/rate_limit/"  # A room that can be read alone: the page names it as a whole.


class Way:
    """The files of the client in the order in which a thread first enters each."""

    def __init__(self) -> None:
        self.files: dict[str, None] = {}

    def __call__(self, frame: FrameType, event: str, _: Any) -> None:
        path = Path(frame.f_code.co_filename)
        start = next((at for at, part in enumerate(path.parts) if part in PACKAGES), None)
        if event == "call" and start is not None:
            name = "/".join(path.parts[start:])
            self.files[BESIDE if name.startswith(BESIDE) else name] = None


def test_the_page_lists_the_files_of_a_call_in_their_order(
    foxreach_server: Serving, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delitem(sys.modules, "opentelemetry.trace", raising=False)  # Another test may have loaded it.
    way = Way()
    with FoxReach() as client:
        for number in range(3):  # These open the connection and learn the limit.
            client.leads.create(email=f"{number}@example.com")
        sys.setprofile(way)
        try:
            client.leads.create(email="jane@example.com")
        finally:
            sys.setprofile(None)
    assert ROW.findall(PAGE.read_text("utf-8")) == list(way.files)

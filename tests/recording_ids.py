"""Plugin for pytest (`-p tests.recording_ids`): write the ids of the collected tests to the file that IDS names."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest


def pytest_collection_finish(session: pytest.Session) -> None:
    Path(os.environ["IDS"]).write_text(json.dumps([item.nodeid for item in session.items]), "utf-8")

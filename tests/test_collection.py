"""A second collection finds the same tests in the same order, which pytest-xdist and reruns by id rely on.

An id must not depend on the hash seed, an address in memory or the time. The second collection happens in a process of
its own, later, and with another seed.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
PLUGIN = "tests.recording_ids"


def test_a_second_collection_is_equal_to_the_first(request: pytest.FixtureRequest, tmp_path: Path) -> None:
    found = tmp_path / "ids.json"
    seed = "1" if os.environ.get("PYTHONHASHSEED") == "0" else "0"
    command = [sys.executable, "-m", "pytest", *request.config.invocation_params.args, "--collect-only", "-p", PLUGIN]
    environ = {**os.environ, "PYTHONHASHSEED": seed, "IDS": str(found)}
    done = subprocess.run(command, cwd=ROOT, env=environ, check=False, capture_output=True, text=True)
    assert done.returncode == 0, done.stdout + done.stderr
    assert json.loads(found.read_bytes()) == [item.nodeid for item in request.session.items]

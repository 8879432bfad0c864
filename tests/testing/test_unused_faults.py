"""A fault that a test planned and that never happened fails the test, with the fixtures as they are installed."""

import os
import subprocess
import sys
from pathlib import Path

TESTS = """
from foxreach_client.testing import Fault

def test_happens(foxreach, foxreach_faults):
    foxreach_faults.next("leads.list", 1, Fault.status(429, retry_after=1))
    assert list(foxreach.leads.list()) == []

def test_never_happens(foxreach, foxreach_faults):
    foxreach_faults.next("leads.create", 1, Fault.close())
    assert list(foxreach.leads.list()) == []

def test_never_happens_in_the_sandbox(foxreach_sandbox):
    foxreach_sandbox.faults.next("leads.get", 1, Fault.close())
"""


def test_a_planned_fault_that_never_happens_fails_the_test(tmp_path: Path) -> None:
    (tmp_path / "test_it.py").write_text(TESTS)
    (tmp_path / "pytest.ini").write_text("[pytest]\n")
    environment = {name: value for name, value in os.environ.items() if not name.startswith("PYTEST_")}
    command = [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", "-p", "foxreach_client.testing"]
    done = subprocess.run(command, cwd=tmp_path, env=environment, capture_output=True, text=True, check=False)
    assert "3 passed, 2 errors" in done.stdout, done.stdout + done.stderr
    assert "AssertionError: leads.create: 1 planned faults never happened" in done.stdout
    assert "AssertionError: leads.get: 1 planned faults never happened" in done.stdout

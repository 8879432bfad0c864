"""One sandbox for all tests of this folder; a test that changes rows gets one of its own."""

from __future__ import annotations

from pathlib import Path

import pytest
from foxreach_sandbox import Sandbox

from tests.cli.shell import Shell


@pytest.fixture(autouse=True)
def _own_settings(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Keep the settings of the person who runs the tests out of them."""
    monkeypatch.setenv("FOXR_CONFIG_DIR", str(tmp_path / "settings"))
    monkeypatch.setenv("FOXR_KEYRING", "off")
    monkeypatch.setenv("COLUMNS", "80")
    for name in ("FOXR_PROFILE", "FOXREACH_API_KEY", "FOXREACH_API_KEY_FILE", "FOXREACH_BASE_URL", "NO_COLOR"):
        monkeypatch.delenv(name, raising=False)


@pytest.fixture
def shell() -> Shell:
    """Return a shell on an empty sandbox of its own."""
    return Shell(Sandbox(limit=None))


@pytest.fixture
def demo() -> Shell:
    """Return a shell on a sandbox with rows."""
    return Shell(Sandbox(seed="demo", limit=None))


@pytest.fixture(scope="session")
def answering() -> Shell:
    """Return a shell on a sandbox that only answers with faults."""
    return Shell(Sandbox(limit=None))

"""Importing the kit: from any place, in any order, and with one sentence if an extra is missing."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from foxreach_client import testing

LOADED = "import sys, foxreach_client, foxreach_client.client; print(*sys.modules)"
WITHOUT = "import sys; sys.modules[{0!r}] = None; from foxreach_client.testing import factories"
NAMES = "from foxreach_client.testing import {0}; print(*(each.__module__ for each in ({0})))"
CONFTEST = """
from foxreach_client.testing import Faults, factories, signed
pytest_plugins = ["foxreach_client.testing"]
"""


def ran(*command: str, cwd: Path | None = None) -> subprocess.CompletedProcess[str]:
    """Run a new Python process and return its result."""
    return subprocess.run([sys.executable, *command], cwd=cwd, capture_output=True, text=True, check=False)


def test_the_client_does_not_load_the_kit() -> None:
    loaded = ran("-c", LOADED).stdout.split()
    assert "foxreach_client.client" in loaded
    assert not [name for name in loaded if "testing" in name or "sandbox" in name or name in {"pytest", "respx"}]


def test_a_mock_does_not_load_the_server() -> None:
    loaded = ran("-c", "import sys, foxreach_client.testing; print(*sys.modules)").stdout.split()
    assert "foxreach_client.testing.routes" in loaded
    assert not {"uvicorn", "starlette"} & set(loaded)


@pytest.mark.parametrize("missing", ["pytest", "respx", "pytest_httpx2"])
def test_a_missing_extra_is_one_sentence(missing: str) -> None:
    said = ran("-c", WITHOUT.format(missing)).stderr.splitlines()[-1]
    needs = f"ModuleNotFoundError: foxreach_client.testing needs {missing}: install foxreach-client[testing]"
    assert said == needs


def test_types_for_annotations_are_exported_by_the_kit() -> None:
    names = ["Fault", "Faults", "Sandbox", "Serving"]
    homes = ran("-c", NAMES.format(", ".join(names))).stdout.split()
    assert [home.partition(".")[0] for home in homes] == ["foxreach_sandbox"] * len(names)
    assert set(names) <= set(testing.__all__)


def test_an_unknown_name_is_an_attribute_error() -> None:
    with pytest.raises(AttributeError, match="has no attribute 'Fauts'"):
        _ = testing.Fauts  # type: ignore[attr-defined]  # pyright: ignore[reportAttributeAccessIssue, reportUnknownMemberType, reportUnknownVariableType]


def test_a_conftest_may_import_from_it_before_pytest_loads_it(tmp_path: Path) -> None:
    (tmp_path / "conftest.py").write_text(CONFTEST)
    (tmp_path / "pytest.ini").write_text("[pytest]\nfilterwarnings = error\n")
    (tmp_path / "test_it.py").write_text("def test_it(foxreach): assert not list(foxreach.leads.list())\n")
    done = ran("-m", "pytest", "-q", "-p", "no:cacheprovider", cwd=tmp_path)
    assert "1 passed" in done.stdout, done.stdout + done.stderr

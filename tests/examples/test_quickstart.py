"""The first program: its story, and the workspaces that it leaves alone."""

from __future__ import annotations

import pytest
from foxreach_client import FoxReach
from foxreach_sandbox import Sandbox

from tests.examples.running import loaded

quickstart = loaded("quickstart")
pytestmark = pytest.mark.usefixtures("foxreach_server")


def test_it_leaves_nothing_behind(foxreach_sandbox: Sandbox) -> None:
    quickstart.main()
    assert (foxreach_sandbox.state.leads, foxreach_sandbox.state.rows("campaigns")) == ([], [])


def test_a_workspace_that_has_leads_is_left_alone(foxreach_sandbox: Sandbox, foxreach: FoxReach) -> None:
    foxreach.leads.create(email="customer@example.com")
    before = foxreach_sandbox.state.leads
    with pytest.raises(SystemExit, match="use an empty one"):
        quickstart.main()
    assert foxreach_sandbox.state.leads == before


def test_a_refusal_is_one_sentence(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("FOXREACH_API_KEY", "otr_wrong")
    with pytest.raises(SystemExit, match=r"^leads\.list: 403 Forbidden: Invalid API key"):
        quickstart.main()

"""The example of the README runs unchanged."""

from typing import Any

import pytest
from foxreach_sandbox import Sandbox
from foxreach_sandbox.server.serving import Serving

from tests.rehearsal.blocks import ROOT, blocks_of, run_block


def test_the_example_of_the_readme_runs(
    foxreach_server: Serving, foxreach_sandbox: Sandbox, capsys: pytest.CaptureFixture[str]
) -> None:
    [example] = blocks_of(ROOT / "README.md")
    names: dict[str, Any] = {}
    run_block("README.md", example, names)
    names["client"].close()
    assert capsys.readouterr().out == "409 A lead with this email already exists leads.create 1\n"
    assert names["reply"].parse().company is None
    assert foxreach_sandbox.state.statuses == {200: 5, 201: 1, 409: 1}

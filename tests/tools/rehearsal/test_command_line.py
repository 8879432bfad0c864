"""The commands that a rehearsal runs, with the command line of this environment."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest
from foxreach_sandbox import Sandbox as Served

from tools.rehearsal.command_line import rehearsed_commands
from tools.rehearsal.examples import ExampleError
from tools.rehearsal.sandbox import Sandbox


def test_the_commands_do_what_is_expected_and_a_broken_one_is_an_error(tmp_path: Path) -> None:
    foxr = tmp_path / "foxr"
    foxr.write_text(
        f"#!{sys.executable}\nimport sys\nfrom foxreach_shell.main import main\nsys.exit(main())\n", "utf-8"
    )
    foxr.chmod(0o755)
    with Served(limit=None).serve() as where:
        running = Sandbox(where.url, "otr_sandbox", where.home)
        assert any("1200" in line for line in rehearsed_commands(foxr, running, tmp_path / "commands"))
        foxr.write_text("#!/bin/sh\nexit 3\n", "utf-8")
        with pytest.raises(ExampleError, match="foxr --version exited with 3"):
            rehearsed_commands(foxr, running, tmp_path / "again")

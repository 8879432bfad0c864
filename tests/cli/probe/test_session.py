"""The session `probe` of noxfile.py ends with the status of the command, which nox itself would make 1 of."""

from __future__ import annotations

import os
import re
import signal
import subprocess
import sys
from contextlib import ExitStack
from pathlib import Path

import pytest
from foxreach_sandbox import Sandbox
from foxreach_sandbox.variants import Variants

from generator.output.manifest import ROOT
from tests.cli.probe.test_probe import left

HEAD = """\
import sys
import nox
from nox.command import CommandFailed

def install(*_, **__):
    pass

@nox.session(venv_backend="none")
"""


@pytest.fixture
def command(tmp_path: Path) -> list[str]:
    """Return the command that runs the session, in a folder with nothing else."""
    found = re.search(r"^def probe\(.*?(?=\n\n\n)", (ROOT / "noxfile.py").read_text("utf-8"), re.DOTALL | re.MULTILINE)
    assert found
    (tmp_path / "noxfile.py").write_text(HEAD + found[0] + "\n", "utf-8")
    return [sys.executable, "-m", "nox", "-f", str(tmp_path / "noxfile.py"), "-s", "probe", "--", "--to", "out"]


def environ(url: str, key: str) -> dict[str, str]:
    """Return the environment of a person with a key."""
    path = os.pathsep.join([str(Path(sys.executable).parent), os.environ["PATH"]])
    return {**os.environ, "PATH": path, "FOXREACH_BASE_URL": url, "FOXREACH_API_KEY": key}


@pytest.mark.parametrize(("arguments", "status"), [(["--plan"], 0), ([], 1), (["--spec", "none"], 2)])
def test_the_status_of_the_command_reaches_the_caller(arguments: list[str], status: int, command: list[str]) -> None:
    box = Sandbox(seed="demo", limit=None, variants=Variants(bad_key=401))
    with box.serve() as where:
        done = subprocess.run(
            [*command, *arguments], env=environ(where.url, box.key), capture_output=True, text=True, check=False
        )
    assert done.returncode == status, done.stderr


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no process groups with signals")
def test_after_ctrl_c_the_session_waits_until_the_scratch_objects_are_gone(command: list[str]) -> None:
    box, running = Sandbox(seed="demo", limit=None), list[subprocess.Popen[bytes]]()

    def interrupt(_: object) -> None:
        os.killpg(running[0].pid, signal.SIGINT)  # As a terminal does: nox and the command get it.

    # A shell that runs pytest in the background has it ignore Ctrl-C, and the processes that it starts, too.
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    with box.serve() as where, ExitStack() as stack:
        stack.callback(signal.signal, signal.SIGINT, before)
        box.faults.next("campaigns.sequences.create", 1, interrupt)
        running.append(
            subprocess.Popen(
                [*command, "--write-scratch"], env=environ(where.url, box.key), start_new_session=True,
                stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
            )
        )  # fmt: skip
        assert running[0].wait(60) in (2, 130)
    assert "campaigns.sequences.create" in [each["operation"] for each in box.state.requests]
    assert left(box) == []
    # A removal that takes longer than this test would be killed by nox after 0.3 s.
    assert "interrupt_timeout=150.0" in (ROOT / "noxfile.py").read_text("utf-8")

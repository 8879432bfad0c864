"""The session `probe` of noxfile.py ends with the status of the command, which nox itself would make 1 of."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
from foxreach_sandbox import Sandbox
from foxreach_sandbox.variants import Variants

from generator.output.manifest import ROOT

HEAD = """\
import sys
import nox
from nox.command import CommandFailed

def install(*_, **__):
    pass

@nox.session(venv_backend="none")
"""


@pytest.mark.parametrize(
    ("arguments", "status"), [(["--plan"], 0), (["--to", "out"], 1), (["--to", "out", "--spec", "none"], 2)]
)
def test_the_status_of_the_command_reaches_the_caller(arguments: list[str], status: int, tmp_path: Path) -> None:
    found = re.search(r"^def probe\(.*?(?=\n\n\n)", (ROOT / "noxfile.py").read_text("utf-8"), re.DOTALL | re.MULTILINE)
    assert found
    (tmp_path / "noxfile.py").write_text(HEAD + found[0] + "\n", "utf-8")
    box = Sandbox(seed="demo", limit=None, variants=Variants(bad_key=401))
    path = os.pathsep.join([str(Path(sys.executable).parent), os.environ["PATH"]])
    with box.serve() as where:
        environ = {**os.environ, "PATH": path, "FOXREACH_BASE_URL": where.url, "FOXREACH_API_KEY": box.key}
        command = [sys.executable, "-m", "nox", "-s", "probe", "--", *arguments]
        done = subprocess.run(command, cwd=tmp_path, env=environ, capture_output=True, text=True, check=False)
    assert done.returncode == status, done.stderr

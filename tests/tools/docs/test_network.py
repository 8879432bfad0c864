"""The site is built without network: a build from the files of the sdist asks for none, and starts no other program."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[3]


def test_the_build_asks_for_no_network_and_no_program(elsewhere: Path) -> None:
    assert (elsewhere / "wishes").read_text() == ""


def test_a_wish_for_the_network_is_refused_and_written_down(tmp_path: Path) -> None:
    (tmp_path / "tools" / "docs").mkdir(parents=True)
    (tmp_path / "tools" / "__init__.py").touch()
    program = "try:\n    socket.create_connection(('127.0.0.1', 9))\nexcept OSError as error:\n    print(error)\n"
    (tmp_path / "tools" / "docs" / "__main__.py").write_text(f"import socket\n{program}")
    (tmp_path / "tools" / "docs" / "__init__.py").touch()
    script = ROOT / "tests" / "tools" / "docs" / "offline.py"
    command = [sys.executable, str(script), str(tmp_path / "wishes"), "x"]
    done = subprocess.run(command, env={"PYTHONPATH": str(tmp_path)}, capture_output=True, text=True, check=True)
    assert done.stdout == "socket.getaddrinfo is refused\n"
    assert (tmp_path / "wishes").read_text().startswith("socket.getaddrinfo ('127.0.0.1', 9")

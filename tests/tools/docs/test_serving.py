"""The site as `--serve` shows it: it follows changes, binds loopback only and ends with Ctrl-C."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
import threading
from collections.abc import Callable, Generator
from contextlib import contextmanager
from functools import partial
from pathlib import Path

import httpx2
import pytest

from tests.tools.docs import small
from tools.docs import serving
from tools.docs.__main__ import main

ROOT = Path(__file__).resolve().parents[3]


def get(url: str) -> str:
    answer = httpx2.get(url, timeout=60.0)
    assert answer.headers["Cache-Control"] == "no-store"
    return answer.raise_for_status().text


def edit(path: Path, old: str, new: str) -> None:
    text = path.read_text()
    assert old in text
    path.write_text(text.replace(old, new, 1))


@contextmanager
def shown(root: Path, out: Path) -> Generator[tuple[str, Callable[[], str]]]:
    """Serve the site of *root* from a process; give its address and what reads its next line, then press Ctrl-C."""
    command = [sys.executable, "-m", "tools.docs", str(out), "--serve", "--port", "0"]
    environ, pipe = {**os.environ, "PYTHONPATH": ""}, subprocess.PIPE
    with subprocess.Popen(command, cwd=root, env=environ, stdout=pipe, stderr=pipe, text=True) as process:
        assert process.stdout is not None
        limit = threading.Timer(300, process.kill)  # Else a site that is not built would let the test wait for ever.
        limit.daemon = True
        limit.start()
        try:
            yield process.stdout.readline().split()[2], process.stdout.readline
        finally:
            process.send_signal(signal.SIGINT)
            _, errors = process.communicate(timeout=60)
            limit.cancel()
    assert (process.returncode, errors) == (130, "docs: ended\n")


def test_an_edit_of_a_page_the_spec_or_a_docstring_is_shown(tmp_path: Path) -> None:
    root = small.make_whole(tmp_path / "checkout")
    version = root / "runtime" / "foxreach_runtime" / "version.py"
    version.write_text('"""The first docstring."""\n\n' + version.read_text())
    with shown(root, tmp_path / "out") as (address, line):
        assert address.startswith("http://127.0.0.1:")
        assert serving.RELOAD in get(address)
        assert "The first docstring." in get(f"{address}quota.html")
        number = get(f"{address}+build")

        edit(version, "The first docstring.", "The second docstring.")
        edit(root / "docs" / "quota.md", "Text.", "Other words.")
        edit(root / "spec" / "foxreach.yaml", "", "# edited-spec\n")
        while "spec/foxreach.yaml" not in (said := line()):  # The loop may have looked between two of the edits.
            assert said
        page = get(f"{address}quota.html")
        assert "The second docstring." in page
        assert "Other words." in page
        assert "edited-spec" in get(f"{address}reference/index.html")
        assert get(f"{address}+build") != number


def test_each_change_builds_once(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "pyproject.toml").write_text('[tool.hatch.build.targets.sdist]\nonly-include = ["docs"]\n')
    page = tmp_path / "docs" / "a.md"
    page.parent.mkdir()
    builds = list[str]()
    changes = iter([partial(page.touch), partial(page.unlink)])

    def wait(_: float) -> None:
        change = next(changes, None)
        if change is None:
            raise KeyboardInterrupt
        change()

    def build() -> int:
        builds.append("built")
        return int(len(builds) == 3)

    with pytest.raises(KeyboardInterrupt):
        serving.serve(tmp_path, tmp_path, 0, build, wait)
    assert len(builds) == 3
    assert capsys.readouterr().out.splitlines()[1:] == [
        "Built again after a change of docs/a.md",
        "Not built after a change of docs/a.md: the build ended with status 1",
    ]


@pytest.mark.parametrize("port", ["99999", "-1", "many"])
def test_a_port_that_no_system_has_is_wrong_usage(
    port: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as end:
        main([str(tmp_path), "--serve", f"--port={port}"])
    assert end.value.code == 2
    assert f"argument --port: {port} is not a port: name one from 0 to 65535" in capsys.readouterr().err


def test_a_port_that_is_taken_is_named_or_passed_over(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        assert main([str(tmp_path), "--serve", "--port", str(port)]) == 1
        assert capsys.readouterr().err.startswith(f"docs: port {port} cannot be used (Address already in use): name")
        monkeypatch.setattr(serving, "PORT", port)
        with serving.listening(tmp_path, None) as server:
            assert server.server_port != port
            assert server.server_address[0] == "127.0.0.1"


def test_only_the_folder_of_the_site_is_served(tmp_path: Path) -> None:
    (tmp_path / "site").mkdir()
    (tmp_path / "secret.html").write_text("secret")
    with (
        serving.listening(tmp_path / "site", 0) as server,
        socket.create_connection(("127.0.0.1", server.server_port)) as client,
    ):
        client.sendall(b"GET /../secret.html HTTP/1.0\r\n\r\n")
        assert b" 404 " in client.recv(100)

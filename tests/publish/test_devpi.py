"""Publishing to a real devpi-server, which accepts an identical file again and refuses another one."""

import base64
import socket
import subprocess
import sys
from collections.abc import Generator
from contextlib import contextmanager
from pathlib import Path

import pytest
import requests

from tests.publish.conftest import Publish
from tests.publish.files import make_release
from tests.publish.test_sites import make_archive
from tools.rehearsal.local_index import PASSWORD

BIN = Path(sys.executable).parent


@contextmanager
def devpi(folder: Path) -> Generator[str]:
    """Serve an empty devpi with one non-volatile index, and give its upload URL."""
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    where = ["--serverdir", str(folder)]
    init: list[str | Path] = [BIN / "devpi-init", *where, "--no-root-pypi", "--root-passwd", PASSWORD]
    subprocess.run(init, check=True, capture_output=True)
    command: list[str | Path] = [BIN / "devpi-server", *where, "--host", "127.0.0.1", "--port", str(port)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True) as server:
        try:
            said = list[str]()
            for line in server.stdout or ():
                said.append(line)
                if "Serving on" in line:
                    break
            else:
                raise AssertionError("".join(said))
            make_index(f"http://127.0.0.1:{port}")
            yield f"http://127.0.0.1:{port}/root/internal/"
        finally:
            server.terminate()


def make_index(base: str) -> None:
    """Create a non-volatile index."""
    headers = {"X-Devpi-Auth": token(base)}
    made = requests.put(f"{base}/root/internal", json={"bases": [], "volatile": False}, headers=headers, timeout=60)
    assert made.ok, made.text


def token(base: str) -> str:
    """Log in and return what the header X-Devpi-Auth needs."""
    login = requests.post(f"{base}/+login", json={"user": "root", "password": PASSWORD}, timeout=60)
    return base64.b64encode(f"root:{login.json()['result']['password']}".encode()).decode()


@pytest.mark.slow
def test_devpi_keeps_a_release_as_it_was_published(
    publish: Publish, release: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TWINE_USERNAME", "root")
    with devpi(tmp_path / "devpi") as url:
        first = publish("--repository-url", url)
        assert first.count(": uploaded") == first.count("read back, sha256") == 2, first

        assert publish("--repository-url", url).count("already there with the same bytes") == 2

        other = make_release(tmp_path / "other", mark="theirs")
        assert "+simple/foxreach-client/ has it with other bytes" in publish("--repository-url", url, folder=other)

        site = make_archive(release, "1.0.0")
        assert f"{site.name}: uploaded" in publish("--repository-url", url, "--docs")
        assert f"{site.name}: already there with the same bytes" in publish("--repository-url", url, "--docs")
        make_archive(release, "1.0.0", "theirs")
        assert f"{site.name}: http" in (said := publish("--repository-url", url, "--docs"))
        assert "has it with other bytes" in said

        monkeypatch.setenv("TWINE_PASSWORD", "incorrect donkey")
        later = make_release(tmp_path / "later", "1.1.0")
        refusal = publish("--repository-url", url, folder=later)
        assert "TWINE_USERNAME and TWINE_PASSWORD" in refusal, refusal

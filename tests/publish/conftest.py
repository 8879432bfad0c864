"""A release of two small files, a user who publishes it, and an index."""

import os
from collections.abc import Callable, Generator
from pathlib import Path

import pytest

from tests.publish.files import make_release
from tools.publish.__main__ import main
from tools.publish.index import Index
from tools.rehearsal.local_index import PASSWORD, ROOT, USER, LocalIndex, local_index

Publish = Callable[..., str]
OURS = {"UV_PROJECT_ENVIRONMENT", "UV_PYTHON", "VIRTUAL_ENV"}  # nox sets them: uv would install into our environment.
# As it was before any test: what makes the machine's own index reachable is in it.
MACHINE = {name: value for name, value in os.environ.items() if name not in OURS}


@pytest.fixture(autouse=True)
def person(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Use an empty home folder; the only settings are the credentials in TWINE_*."""
    for name in os.environ:
        if name.upper().startswith(("TWINE_", "PUBLISH_", "PIP_", "UV_")) or name.upper().endswith("_PROXY"):
            monkeypatch.delenv(name)
    (tmp_path / "home").mkdir()
    monkeypatch.setenv("HOME", str(tmp_path / "home"))
    monkeypatch.setenv("PYTHON_KEYRING_BACKEND", "keyring.backends.null.Keyring")
    monkeypatch.setenv("TWINE_USERNAME", USER)
    monkeypatch.setenv("TWINE_PASSWORD", PASSWORD)
    monkeypatch.setenv("TWINE_NON_INTERACTIVE", "")  # What the program sets is undone after the test.


@pytest.fixture
def release(tmp_path: Path) -> Path:
    """Return a folder like dist/."""
    return make_release(tmp_path / "dist")


@pytest.fixture(scope="session")
def built() -> Path:
    """Return the folder with the output of `build`."""
    wheels = [*(ROOT / "dist").glob("*.whl"), *(ROOT / ".nox" / ".cache" / "dist").glob("*.whl")]
    return wheels[0].parent if wheels else pytest.fail("nothing is built: run the session `build`")


@pytest.fixture
def index(tmp_path: Path) -> Generator[LocalIndex]:
    """Serve an empty index."""
    with local_index(tmp_path / "index") as running:
        yield running


def no_check(_: Index, __: Path) -> None:
    """Accept any checkout; blockers have their own tests."""


@pytest.fixture
def publish(release: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Publish:
    """Return a function that publishes the release with given arguments and returns all output."""
    monkeypatch.setattr("tools.publish.__main__.check_checkout", no_check)
    monkeypatch.setattr("tools.publish.upload.WAITS", ())

    def run(*arguments: str, folder: Path = release) -> str:
        try:
            main([str(folder), *arguments])
            refusal = ""
        except SystemExit as end:
            refusal = str(end.code)
        said = capsys.readouterr()
        everything = f"{said.out}{said.err}{refusal}"
        assert PASSWORD not in everything
        assert "Traceback" not in everything
        return everything

    return run

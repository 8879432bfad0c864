"""The pages in Chromium. FOXREACH_SCREENSHOTS names a folder for the screenshots, such as docs/images."""

import os
import shutil
import subprocess
from collections.abc import Generator
from pathlib import Path

import httpx2
import pytest
from foxreach_sandbox import Fault, Sandbox
from foxreach_sandbox.server.serving import Serving

from tests.sandbox.asking import ask

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
FLAGS = "--headless --no-sandbox --disable-gpu --hide-scrollbars --window-size=1200,900".split()
needs_chromium = pytest.mark.skipif(CHROMIUM is None, reason="Chromium is not installed: the pages were NOT looked at")


@pytest.fixture(scope="module")
def home() -> Generator[str]:
    sandbox = Sandbox(seed="demo")
    sandbox.faults.next("leads.get", 2, Fault.status(503))
    for path in ("/leads?search=jane", "/inbox/stats", "/leads/<script>"):
        ask(sandbox, "GET", path)
    with sandbox.serve() as serving:
        yield where(serving)


def where(serving: Serving) -> str:
    return serving.home


def seen(url: str, folder: Path, name: str) -> str:
    """Return the page after its scripts ran, and take a screenshot."""
    assert CHROMIUM is not None
    folder = Path(os.environ.get("FOXREACH_SCREENSHOTS", folder))
    # Nothing but this machine can be reached: what a page wants from elsewhere, it does not get.
    offline = "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1"
    both = [f"--screenshot={folder / name}", "--dump-dom", "--virtual-time-budget=5000", offline]
    command = [CHROMIUM, *FLAGS, *both, f"--user-data-dir={folder / 'profile'}", url]
    done = subprocess.run(command, check=True, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, timeout=60)
    shutil.rmtree(folder / "profile", ignore_errors=True)
    assert (folder / name).read_bytes().startswith(b"\x89PNG")
    return done.stdout.decode()


@needs_chromium
def test_the_first_page_shows_state_faults_and_requests(home: str, tmp_path: Path) -> None:
    page = seen(f"{home}/", tmp_path, "sandbox.png")
    for words in ("<b>5</b>leads", "leads.get", "code=503", "/api/v1/inbox/stats", 'href="/reference"', "otr_sandbox"):
        assert words in page
    assert "jane" not in page  # Queries hold data of leads.


@needs_chromium
def test_the_reference_is_rendered_from_the_spec_without_any_other_host(home: str, tmp_path: Path) -> None:
    page = seen(f"{home}/reference", tmp_path, "reference.png")
    for words in (
        "List leads",
        "campaigns.sequences",
        "operation/leads.get",
    ):
        assert words in page


def test_paths_of_requests_are_escaped(home: str) -> None:
    page = httpx2.get(f"{home}/")
    assert "<script" not in page.text
    assert "&lt;script&gt;" in page.text
    assert "script-src 'self'" in page.headers["Content-Security-Policy"]

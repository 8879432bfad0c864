"""What docs/sandbox.md shows for other languages and for containers."""

import json
import re
import shutil
import subprocess
import threading
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path
from typing import Any

import pytest
import yaml
from foxreach_sandbox import Sandbox
from foxreach_sandbox.__main__ import parser

from tests.chromium import CHROMIUM, chromium

ROOT = Path(__file__).resolve().parents[3]
PAGE = (ROOT / "docs" / "sandbox.md").read_text("utf-8")
ADDRESS = "http://127.0.0.1:8000"


def block(language: str) -> str:
    found = re.findall(rf"```{language}\n(.*?)```", PAGE, re.DOTALL)
    assert len(found) == 1
    return str(found[0])


@pytest.mark.skipif(shutil.which("curl") is None, reason="curl is not installed")
def test_the_commands_for_curl_work() -> None:
    with Sandbox().serve() as serving:
        script = block("sh").replace(ADDRESS, serving.home)
        done = subprocess.run(["sh", "-euc", script], capture_output=True, text=True, check=True, timeout=60)
    assert "}503\n" in done.stdout
    assert '"email":"jane@example.com"' in done.stdout
    assert '"operation":"leads.create"' in done.stdout


@pytest.mark.skipif(CHROMIUM is None, reason="Chromium is not installed: the page was NOT opened")
def test_the_page_of_another_origin_works(tmp_path: Path) -> None:
    class Front(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            self.send_response(200)
            self.send_header("Content-Type", "text/html")
            self.end_headers()
            self.wfile.write(block("html").replace(ADDRESS, home[0]).encode())

        def log_message(self, *_: object) -> None: ...  # pyright: ignore[reportIncompatibleMethodOverride]

    home: list[str] = []
    with HTTPServer(("127.0.0.1", 0), Front) as front, chromium(tmp_path) as page:
        threading.Thread(target=front.serve_forever, daemon=True).start()
        origin = f"http://127.0.0.1:{front.server_address[1]}"
        with Sandbox(seed="demo", origins=[origin]).serve() as serving:
            home.append(serving.home)
            page.open(f"{origin}/", ready="document.title.includes('calls left')")
        assert page.run("document.title") == "5 leads, 99 calls left"
        assert "lea@example.com" in page.text()
        front.shutdown()


def container() -> dict[str, str]:
    """Return the last value of each instruction of the container file, in one line."""
    text = (ROOT / "ci" / "Containerfile").read_text("utf-8").replace("\\\n", " ")
    return dict(line.split(" ", 1) for line in text.splitlines() if line and not line.startswith("#"))


def test_the_container_file_starts_the_command_from_the_wheel_alone() -> None:
    lines = container()
    copied = [
        line for line in (ROOT / "ci" / "Containerfile").read_text("utf-8").splitlines() if line.startswith("COPY")
    ]
    assert copied == ["COPY foxreach_client-*.whl /wheel/"]
    command = [*json.loads(lines["ENTRYPOINT"]), *json.loads(lines["CMD"])]
    given = parser().parse_args(command[1:])
    assert (command[0], given.host, given.anywhere, given.name) == ("foxreach-sandbox", "0.0.0.0", True, ["foxreach"])  # noqa: S104
    assert lines["USER"] == "10001"
    assert lines["EXPOSE"] == str(given.port)
    code = json.loads(lines["HEALTHCHECK"].partition("CMD ")[2])[2]
    with Sandbox().serve() as serving:
        exec(code.replace(ADDRESS, serving.home))  # noqa: S102 - our own file


@pytest.mark.parametrize(
    "row", re.findall(r"^\| (?:Compose|GitHub Actions|GitLab CI) \| `(.+?)` \|", PAGE, re.MULTILINE)
)
def test_the_lines_for_services_are_yaml_with_options_that_exist(row: str) -> None:
    services: Any = yaml.safe_load(row)["services"]
    service: Any = services["foxreach"] if "foxreach" in services else services[0]
    assert "foxreach-sandbox" in service.get("image", service.get("name"))
    assert parser().parse_args(service.get("command", [])).seed in {"demo", "empty"}

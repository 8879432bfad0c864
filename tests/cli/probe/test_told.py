"""What `foxr probe` tells: which server it asked and whether that proves anything, what it did not ask, and why."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Generator
from pathlib import Path
from typing import Any

import httpx2
import pytest
from foxreach_client.commands import SERVER
from foxreach_runtime.differences.document import packaged
from foxreach_sandbox import Fault, Sandbox
from foxreach_sandbox.variants import Variants
from foxreach_shell.probe.asking import Result
from foxreach_shell.probe.plan import Ask
from foxreach_shell.probe.running import gathered
from foxreach_shell.probe.server import server_of

from generator.output.manifest import ROOT
from tests.cli.probe.test_probe import Interrupting
from tests.cli.shell import Done, Shell

SPEC = str(ROOT / "spec" / "foxreach.yaml")
VENDOR = "https://api.foxreach.io"


@pytest.fixture(autouse=True)
def _elsewhere(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


@pytest.fixture
def box() -> Shell:
    """Return a shell on a sandbox with rows, by the address of a sandbox."""
    shell = Shell(Sandbox(seed="demo", limit=None), attempts=1)
    shell.options["base_url"] = "http://127.0.0.1:8765/api/v1"
    return shell


def written() -> Any:
    return json.loads(Path("probe", "differences.json").read_text("utf-8"))


def everything(done: Done) -> list[str]:
    """Return each place that has to name the server: plan, table, and files."""
    files = [Path("probe", name).read_text("utf-8") for name in ("differences.json", "evidence.txt")]
    return [done.err, done.out, *files]


def test_no_evidence_follows_from_a_server_that_is_not_of_the_spec(box: Shell) -> None:
    Path("probe").mkdir()
    Path("probe", "evidence.patch").write_text("of an earlier run", "utf-8")
    done = box("probe", "--spec", SPEC)
    assert done.status == 0
    assert not Path("probe", "evidence.patch").exists()
    assert (written()["evidence"], written()["server"]) == ([], "http://127.0.0.1:8765")
    for words in everything(done):
        assert "No evidence follows from this run: http://127.0.0.1:8765 is not the server of the spec" in words
    assert "live" not in Path("probe", "evidence.txt").read_text("utf-8")
    assert "before you apply it" not in done.err


def test_the_server_of_the_spec_is_named_and_proves(box: Shell) -> None:
    done = box("probe", "--spec", SPEC, base_url=SERVER)
    assert all(VENDOR in words and "No evidence" not in words for words in everything(done))
    assert Path("probe", "evidence.patch").is_file()
    assert len(written()["evidence"]) > 15
    assert "read the evidence before you apply it" in done.err


def test_without_anything_to_write_there_is_no_patch_to_read(box: Shell) -> None:
    done = box("probe", "--spec", SPEC, api_key="otr_wrong", base_url=SERVER)
    assert done.status == 2
    assert not Path("probe", "evidence.patch").exists()
    assert "before you apply it" not in done.err


@pytest.mark.parametrize(
    ("url", "name", "proves"),
    [
        (SERVER, VENDOR, True),
        ("HTTPS://API.FoxReach.io:443/api/v1/", VENDOR, True),
        ("http://api.foxreach.io/api/v1", "http://api.foxreach.io", False),
        ("https://api.foxreach.io:8443/api/v1", "https://api.foxreach.io:8443", False),
        ("https://api.foxreach.io.example/api/v1", "https://api.foxreach.io.example", False),
        ("https://jane:otr_secret@api.foxreach.io@host.example/?otr_secret", "https://host.example", False),
        ("http://[::1]:8765/api/v1", "http://[::1]:8765", False),
    ],
)
def test_a_server_is_its_scheme_host_and_port(url: str, name: str, proves: bool) -> None:
    found = server_of(url, packaged("foxreach_client"))
    assert (found.name, found.proves, bool(found.note)) == (name, proves, not proves)
    assert "otr_secret" not in found.name + found.note


def test_after_an_interruption_the_report_lists_what_was_not_asked(box: Shell) -> None:
    for at in (1, 23, 42, 47):
        cut = Interrupting(box.sandbox.transport(), at=at)
        done = box("probe", http_client=httpx2.Client(transport=cut))
        assert (done.status, f"{at - 1} asked, {47 - at + 1} not asked" in done.out) == (2, True), done.out
        assert len(written()["not_asked"]) == 47 - at + 1
        assert {each["reason"] for each in written()["not_asked"]} == {"not asked before the interruption"}
        assert "not asked before the interruption" in done.out


def test_after_an_interruption_the_scratch_objects_are_listed_that_were_not_made(box: Shell) -> None:
    cut = Interrupting(box.sandbox.transport(), at=52)
    done = box("probe", "--write-scratch", http_client=httpx2.Client(transport=cut))
    assert done.status == 2
    missing = [(each["operation"], each["about"]) for each in written()["not_asked"]]
    assert len(missing) == 12 - written_results(done)
    assert missing[-1] == ("campaigns.delete", "the draft")


def written_results(done: Done) -> int:
    """Return how many asks of the scratch objects have a result."""
    return int(done.out.partition(" asked, ")[0].rpartition("\n")[2]) - 47


@pytest.mark.parametrize("most", [2, 3])
def test_an_interruption_with_several_objects_counts_those_of_the_plan(box: Shell, most: int) -> None:
    whole = box("probe", "--ids", str(most))
    count = len(box.sandbox.state.requests)
    assert whole.status == 0
    cut = Interrupting(box.sandbox.transport(), at=count - 1)
    box("probe", "--ids", str(most), http_client=httpx2.Client(transport=cut))
    assert len(written()["not_asked"]) == 2


@pytest.mark.parametrize("interrupted", [True, False])
def test_an_interruption_after_the_findings_does_not_change_the_status(interrupted: bool) -> None:
    program = f"""\
import os, signal, sys
from foxreach_shell.main import main
from foxreach_shell.probe import running
from foxreach_shell.probe.report import Findings
running.gathered = lambda *_: Findings((), interrupted={interrupted})
status = main(["probe"])
os.kill(os.getpid(), signal.SIGINT)
sys.exit(status)
"""
    environ = {**os.environ, "FOXREACH_API_KEY": "otr_x", "FOXREACH_BASE_URL": "http://127.0.0.1:9"}
    done = subprocess.run([sys.executable, "-c", program], env=environ, capture_output=True, text=True, check=False)
    assert done.returncode == 2, done.stderr
    assert Path("probe", "differences.json").is_file()


def test_after_an_interruption_the_next_ones_are_ignored_before_the_report_is_made() -> None:
    def results() -> Generator[Result]:
        yield Result("leads.list", "page size 1", seen="200")
        raise KeyboardInterrupt

    told: list[str] = []

    def planned(done: int) -> list[Ask]:
        told.append(f"planned, {done} done")
        return []

    findings = gathered(results(), planned, lambda: told.append("ignored"))
    assert (findings.interrupted, told) == (True, ["ignored", "planned, 1 done"])


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (["--to", "taken"], "taken is not a folder; --to takes one"),
        (["--to", "taken/below"], "taken/below is not a folder; --to takes one"),
        (["--to", ""], "--to: must be the name of a folder"),
        (["--base-url", "nonsense"], "such as https://host/path"),
    ],
)
def test_wrong_usage_is_told_in_words(box: Shell, words: list[str], told: str) -> None:
    Path("taken").write_text("", "utf-8")
    del box.options["base_url"]
    done = box("probe", *words)
    assert (done.status, done.out, box.sandbox.state.requests) == (2, "", [])
    assert told in done.err
    assert list(Path().iterdir()) == [Path("taken")]


def test_a_wrong_key_is_one_line_with_a_reason_and_a_remedy(box: Shell) -> None:
    done = box("probe", api_key="otr_wrong")
    assert done.out.count(": answered 403: ") == 1
    assert "answered 403: the API does not accept the key" in done.out
    assert "`foxr auth login`" in done.out


def test_a_missing_connection_is_one_line_with_a_reason_and_a_remedy(box: Shell) -> None:
    def refused(_: httpx2.Request) -> httpx2.Response:
        raise httpx2.ConnectError("refused")

    done = box("probe", http_client=httpx2.Client(transport=httpx2.MockTransport(refused)))
    assert (done.status, done.out.count("NotSentError")) == (2, 1), done.out
    assert "NotSentError: there was no connection to the server" in done.out
    assert "No call reached http://127.0.0.1:8765; `foxr doctor` tries" in done.out


def test_a_single_operation_without_an_answer_keeps_its_lines(box: Shell) -> None:
    box.sandbox.faults.next("templates.list", 1, Fault.status(500))
    done = box("probe")
    assert "  templates.list, page size 1: answered 500" in done.out
    assert "No call reached" not in done.out


def test_differences_and_open_questions_are_told_without_codes() -> None:
    shell = Shell(Sandbox(seed="demo", limit=None, variants=Variants(bad_key=401, template_html="ignored")))
    done = shell("probe", "--write-scratch")
    assert done.status == 1
    assert "campaigns.list, the status: openapi.json:" in done.out
    assert "openapi.json of the package foxreach_client" in done.out
    assert "  null in a field: the field is cleared" in done.out
    assert "  a key that is missing or not valid: answered 401" in done.out
    below = done.out.partition("Where the spec says otherwise")[2]
    assert [word for word in ("C1,", "C31", "C8", " -:") if word in below] == []

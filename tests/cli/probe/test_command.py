"""The command `foxr probe`: its plan, its output and files, and that its exit status is 0, 1 or 2."""

from __future__ import annotations

import errno
import json
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import httpx2
import pytest
from foxreach_client import RetryPolicy
from foxreach_client.commands import SERVER
from foxreach_runtime.differences.document import packaged
from foxreach_sandbox import Fault, Sandbox
from foxreach_sandbox.variants import DEFAULT, Variants
from foxreach_shell.probe.lines import Lines
from foxreach_shell.probe.plan import first_asks

from generator.output.manifest import ROOT
from generator.rules import check
from generator.source.load import load
from tests.cli.probe.test_probe import Interrupting, left
from tests.cli.shell import Broken, Shell

SPEC = Path("spec", "foxreach.yaml")
FILES = ["differences.json", "evidence.txt"]


@pytest.fixture(autouse=True)
def _elsewhere(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Work in a folder that is no checkout, as a user of the wheel alone does."""
    monkeypatch.chdir(tmp_path)


def shell(variants: Variants = DEFAULT) -> Shell:
    """Return a shell on a sandbox with rows."""
    return Shell(Sandbox(seed="demo", limit=None, variants=variants), attempts=2)


def shell_of_vendor(variants: Variants = DEFAULT) -> Shell:
    """Return a shell whose transport leads to a sandbox, although its address is the one of the spec."""
    box = shell(variants)
    box.options["base_url"] = SERVER
    return box


def written() -> Any:
    """Return what the last probe wrote for programs."""
    return json.loads(Path("probe", "differences.json").read_text("utf-8"))


def test_without_a_difference_the_status_is_0() -> None:
    done = shell()("probe", "--write-scratch")
    assert done.status == 0, done.out
    assert done.err.startswith("foxr: The probe makes up to 47 calls, each a GET")
    assert "0 not asked, 0 difference(s)" in done.out
    assert "the path below which a thread is changed" in done.out
    assert "campaigns.start" in done.out.partition("Nothing is said of ")[2]
    assert "probe/differences.json, probe/evidence.txt" in done.err
    assert sorted(path.name for path in Path("probe").iterdir()) == FILES
    assert (written()["status"], written()["settled"]["C13"]) == (0, "422")
    assert list(written()["unsettled"]) == ["C8"]


def test_with_a_difference_the_status_is_1() -> None:
    done = shell(variants=Variants(bad_key=401))("probe", "-o", "json")
    assert done.status == 1
    [found] = done.json["differences"]
    assert (found["operation"], found["documented"], found["seen"]) == ("campaigns.list", "403", "401")
    assert "spec_line" not in found
    assert packaged("foxreach_client").line(found["place"]) == found["line"] > 1
    assert done.json == written()


@pytest.mark.parametrize(
    ("fault", "words"),
    [
        (Fault.status(500), "answered 500"),
        (Fault.status(429, retry_after=600), "answered 429"),
        (Fault.close(), "OutcomeUnknownError"),
    ],
)
def test_what_was_not_asked_makes_the_status_2(fault: Fault, words: str) -> None:
    box = shell()
    box.sandbox.faults.always("*", fault)
    done = box("probe")
    assert (done.status, words in done.out) == (2, True), done.out
    assert written()["agreed"] == []
    assert "accepts this key" not in done.out


@pytest.mark.parametrize("more", [[], ["--write-scratch"]])
def test_a_wrong_key_makes_the_status_2_and_is_told(more: list[str]) -> None:
    box = shell()
    done = box("probe", *more, api_key="otr_wrong")
    assert done.status == 2
    assert "The API accepts this key nowhere; `foxr auth status`" in done.out
    assert "removed" not in done.out
    assert "otr_wrong" not in done.out + done.err


def test_a_missing_key_makes_the_status_2() -> None:
    box = shell()
    del box.options["api_key"]
    done = box("probe", "-o", "json")
    assert (done.status, done.out, "foxr auth login" in done.error["detail"]) == (2, "", True)
    assert box.sandbox.state.requests == []


@pytest.mark.parametrize(("variants", "status"), [(Variants(bad_key=401), 1), (DEFAULT, 2)])
def test_a_full_disk_loses_no_finding(variants: Variants, status: int, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device", "probe/differences.json")

    monkeypatch.setattr(Path, "write_text", full)
    done = shell(variants)("probe")
    assert (done.status, "No space left on device: probe/differences.json" in done.err) == (status, True)
    assert " 0 not asked, " in done.out


@pytest.mark.parametrize(
    "words",
    [["--ids", "0"], ["--spec", "none.yaml"], ["--to", "taken"], ["-o", "csv"], ["--base-url", "nonsense"]],
)
def test_what_cannot_work_is_refused_before_the_first_call(words: list[str]) -> None:
    box = shell()
    Path("taken").write_text("", "utf-8")
    del box.options["base_url"]
    done = box("probe", *words)
    assert (done.status, done.out, box.sandbox.state.requests) == (2, "", [])
    assert "Traceback" not in done.err


def test_a_fault_of_the_program_is_no_difference(monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_: object) -> None:
        raise ZeroDivisionError

    monkeypatch.setattr("foxreach_shell.probe.running.gathered", broken)
    done = shell()("probe")
    assert (done.status, "fault of the program: ZeroDivisionError" in done.err) == (2, True)


def test_an_interrupted_probe_keeps_what_it_found_and_removes_its_objects() -> None:
    box = shell(variants=Variants(bad_key=401))
    transport = Interrupting(box.sandbox.transport(), at=52, after=True)
    done = box("probe", "--write-scratch", http_client=httpx2.Client(transport=transport))
    assert transport.sent.count("POST") == 1
    assert (done.status, "The probe was interrupted" in done.out) == (1, True)
    assert (left(box.sandbox), written()["interrupted"], written()["agreed"]) == ([], True, [])
    first = Interrupting(box.sandbox.transport(), at=1)
    assert box("probe", http_client=httpx2.Client(transport=first)).status == 2


@pytest.mark.parametrize(("fault", "status"), [(errno.EPIPE, 0), (errno.ENOSPC, 2)])
def test_a_stdout_that_breaks_costs_no_file_and_is_no_difference(fault: int, status: int) -> None:
    assert shell(variants=Variants(bad_key=401))("probe", out=Broken(fault)).status == 1
    assert sorted(path.name for path in Path("probe").iterdir()) == FILES
    assert shell()("probe", "--write-scratch", out=Broken(fault)).status == status


def test_no_output_has_a_value_a_key_or_an_id() -> None:
    box = shell(variants=Variants(bad_key=401))
    here = box.sandbox
    here.faults.always("templates.list", Fault.answer({"data": "Lea"}))
    done = box("probe", "--write-scratch", "--ids", "3")
    assert done.status == 1
    said = done.out + done.err + "".join(path.read_text("utf-8") for path in sorted(Path("probe").iterdir()))
    rows = [*here.state.leads, *here.state.rows("templates"), *here.state.rows("campaigns")]
    values = [here.key, *(lead["email"] for lead in here.state.leads), *(row["id"] for row in rows), "Lea", "Acme"]
    assert [value for value in values if value in said] == []


def test_the_plan_is_printed_first_and_alone_on_request() -> None:
    box = shell()
    done = box("probe", "--plan")
    assert (done.status, done.err, box.sandbox.state.requests) == (0, "", [])
    assert done.out.startswith("The probe makes up to 47 calls, each a GET")
    assert box("probe", "--dry-run", "--write-scratch", "-o", "json").json["plan"][-1].startswith("Then it creates")
    assert not Path("probe").exists()
    assert box("probe").status == 0
    assert len(box.sandbox.state.requests) == 47
    assert len(list(first_asks(packaged("foxreach_client")))) == 38


def test_it_only_reads_and_what_it_writes_is_within_the_quota() -> None:
    box = shell()
    assert box("probe").status == 0
    assert {request["method"] for request in box.sandbox.state.requests} == {"GET"}
    assert box("probe", "--write-scratch").status == 0
    assert len(box.sandbox.state.requests) == 47 + 47 + 22


def test_the_connections_are_those_of_the_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    """Without a client that a test sets, the proxy of the environment is asked."""
    box = shell()
    del box.options["http_client"], box.options["base_url"]
    box.options["retry"] = RetryPolicy(max_attempts=1)
    monkeypatch.setenv("HTTPS_PROXY", "http://127.0.0.1:9")
    done = box("probe", "--base-url", "https://api.example.com/api/v1")
    assert (done.status, "NotSentError" in done.out) == (2, True), done.out


@pytest.fixture
def checkout(tmp_path: Path) -> Path:
    """Return a checkout that has the spec alone."""
    (tmp_path / "spec").mkdir()
    (tmp_path / SPEC).write_text((ROOT / SPEC).read_text("utf-8"), "utf-8")
    (tmp_path / "below").mkdir()
    return tmp_path


def operations(data: dict[str, Any]) -> Iterator[dict[str, Any]]:
    for item in data["paths"].values():
        yield from (node for name, node in item.items() if name != "parameters")


def test_in_a_checkout_the_patch_applies_and_the_generator_takes_what_it_writes(
    checkout: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(checkout / "below")
    box = shell_of_vendor(variants=Variants(bad_key=401))
    done = box("probe", "--write-scratch", "--to", "../out")
    assert (done.status, "campaigns.list, the status: spec/foxreach.yaml:4" in done.out) == (1, True), done.out
    monkeypatch.chdir(checkout)
    subprocess.run(["git", "apply", "out/evidence.patch"], check=True)
    document = load(SPEC.read_text("utf-8"), "foxreach.yaml")
    assert check(document) == []
    known = {each["operationId"]: each["x-evidence"] for each in operations(document.data)}
    found = json.loads(Path("out", "differences.json").read_text("utf-8"))
    live = sorted(name for name, evidence in known.items() if evidence == "live")
    assert live == found["agreed"] == [each["operation"] for each in found["evidence"]]
    assert len(live) == 26
    assert all(each["spec_line"] > 1 for each in found["differences"])


def test_without_a_checkout_the_evidence_is_a_list(checkout: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    box = shell_of_vendor()
    assert box("probe", "--spec", str(SPEC), "--to", "out").status == 0
    assert Path("out", "evidence.patch").read_text("utf-8").startswith("--- a/spec/foxreach.yaml\n")
    (checkout / SPEC).unlink()
    assert box("probe", "--to", "out").status == 0
    assert sorted(path.name for path in Path("out").iterdir()) == FILES  # The old patch would be out of date.
    said = Path("out", "evidence.txt").read_text("utf-8")
    found = json.loads(Path("out", "differences.json").read_text("utf-8"))["evidence"]
    assert len(found) > 15
    for each in found:
        assert f"{each['operation']}  now {each['now']}  {each['place']}" in said
        assert (each["deserved"], each["place"].endswith("/x-evidence")) == ("live", True)


def test_lines_are_those_of_the_parser() -> None:
    source = (ROOT / SPEC).read_text("utf-8")
    document, found = load(source, "foxreach.yaml"), Lines(source)
    other = [at for at, place in document.positions.items() if at and not 0 <= place.line - found.at(at) <= 6]
    assert (other, len(document.positions) > 5000) == ([], True)
    exact = sum(found.at(at) == place.line for at, place in document.positions.items())
    assert exact > 0.99 * len(document.positions)  # The others are on a later line of a node in flow style.


def test_the_help_of_the_probe_loads_no_client() -> None:
    program = "import sys; from foxreach_shell.main import main; main(['probe', '--help']); print(*sys.modules)"
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True, cwd=ROOT)
    assert not {"httpx2", "msgspec", "foxreach_client.client"} & set(done.stdout.splitlines()[-1].split())
    assert "0 no difference   1 differences" in done.stdout


def test_the_probe_is_completed() -> None:
    box = shell()
    assert "probe" in box("complete").out.split()
    assert {"--write-scratch", "--plan", "--spec", "--to"} <= set(box("complete", "probe").out.split())
    assert box("complete", "probe", "-o").out.split() == ["json", "table"]

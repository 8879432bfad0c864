"""The command: its files, its messages and its exit status."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from generator.__main__ import main
from generator.output.manifest import file_hash
from generator.output.write import files_in
from tests.generator.runs import HEAVY, ROOT, arguments, change, names, probed


def test_a_second_run_reports_that_the_package_is_up_to_date(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    shutil.rmtree(project / "package")
    assert main(arguments(project)) == 0
    assert "files written" in capsys.readouterr().out
    assert main(arguments(project)) == 0
    assert capsys.readouterr().out == "package is up to date.\n"
    assert names(project) == ["package", "spec.yaml"]


def test_an_unchanged_run_loads_no_tool_and_a_changed_one_does(project: Path) -> None:
    unchanged = probed(project)
    assert unchanged.stdout.splitlines()[-1] == "[]"
    assert "is up to date" in unchanged.stdout
    change(project)
    assert json.loads(probed(project).stdout.splitlines()[-1]) == list(HEAVY)


def test_a_check_writes_nothing_and_names_each_file_that_differs(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    change(project)
    package = project / "package"
    (package / "client.py").write_text("# by hand")
    (package / "extra.py").touch()
    (package / "py.typed").unlink()
    before = files_in(package)
    assert main(arguments(project, "--check")) == 1
    words = capsys.readouterr().err.splitlines()
    assert {"edited by hand: client.py", "extra: extra.py", "missing: py.typed", "stale: resources/pets.py"} < {*words}
    assert "First move the manual edits" in words[-1]
    assert files_in(package) == before


def test_a_check_does_not_trust_the_manifest(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    package = project / "package"
    facts = json.loads((package / "manifest.json").read_text("utf-8"))
    (package / "client.py").write_text("# by hand")
    facts["files"]["client.py"] = file_hash(b"# by hand")
    (package / "manifest.json").write_text(json.dumps(facts))
    assert main(arguments(project)) == 0
    assert capsys.readouterr().out == "package is up to date.\n"
    assert main(arguments(project, "--check")) == 1
    words = capsys.readouterr().err.splitlines()
    assert words[:2] == ["stale: client.py", "stale: manifest.json"]
    assert words[-1].endswith("First remove package, since its manifest says that it is up to date.")


def test_a_check_reports_a_stale_manifest(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(arguments(project, "--check")) == 0
    spec = project / "spec.yaml"
    spec.write_bytes(spec.read_bytes() + b"\n# Nothing that shows.\n")
    assert main(arguments(project, "--check")) == 1
    assert capsys.readouterr().err.splitlines()[0] == "stale: manifest.json"


def test_a_manual_edit_is_reported_and_overwritten(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    before = files_in(project / "package")
    (project / "package" / "errors.py").write_text("# by hand")
    assert main(arguments(project)) == 0
    assert capsys.readouterr().out.splitlines()[0] == "edited by hand: errors.py"
    assert files_in(project / "package") == before


def test_an_unchanged_run_removes_the_leftovers_of_a_killed_one(project: Path) -> None:
    (project / ".package.new-x").mkdir()
    assert main(arguments(project)) == 0
    assert names(project) == ["package", "spec.yaml"]


@pytest.mark.parametrize("wrong", [["--chekc"], ["spec.yaml"], ["--spec"]])
def test_wrong_usage_is_status_2(wrong: list[str]) -> None:
    with pytest.raises(SystemExit) as caught:
        main(wrong)
    assert caught.value.code == 2


@pytest.mark.parametrize("out", ["theirs", "spec.yaml"])
def test_a_folder_with_other_files_is_never_replaced(
    project: Path, out: str, capsys: pytest.CaptureFixture[str]
) -> None:
    (project / "theirs").mkdir()
    (project / "theirs" / "precious.txt").write_text("precious")
    before = files_in(project)
    assert main(["--spec", str(project / "spec.yaml"), "--out", str(project / out)]) == 2
    assert capsys.readouterr().err.startswith(f"{out} was not written by this generator.")
    assert files_in(project) == before


def test_two_runs_at_once_both_succeed(project: Path) -> None:
    change(project)
    words = [sys.executable, "-m", "generator", *arguments(project)]
    running = [subprocess.Popen(words, cwd=ROOT, stdout=subprocess.DEVNULL) for _ in range(2)]
    assert [process.wait() for process in running] == [0, 0]
    assert main(arguments(project, "--check")) == 0
    assert names(project) == ["package", "spec.yaml"]


def test_this_python_generates_the_committed_package() -> None:
    done = subprocess.run([sys.executable, "-m", "generator", "--check"], cwd=ROOT, capture_output=True, check=False)
    assert done.stderr.decode() == ""
    assert done.returncode == 0

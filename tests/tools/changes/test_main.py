"""`python -m tools.changes`: what it compares with, what it prints, and how it fails."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from generator.diagnostics import Complaint, SpecError
from generator.output.manifest import ROOT
from tests.generator.cases import completed
from tests.tools.changes import checkout
from tests.tools.changes.planted import BEFORE
from tools.changes.__main__ import main
from tools.changes.sources import working_tree
from tools.changes.templates import regenerated

GONE = "client.pets.list(): argument 'min_age' removed"
OPTION = "`foxr pets list`: --min-age removed"


def test_the_default_is_the_highest_tag_that_head_contains(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    checkout.commit(project, "v0.1.0", "v0.1.0-beta", "vNext")
    checkout.change(project, checkout.REMOVED)
    assert main([], project) == 0
    assert capsys.readouterr().out == (
        f"Breaking (2)\n  {OPTION}\n  {GONE}\n\n"
        "Suggested version: 0.2.0 (after 0.1.0: a breaking change raises the second number before 1.0).\n"
    )


def test_a_tag_on_another_branch_is_ignored(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    checkout.commit(project, "v0.1.0")
    checkout.git(project, "checkout", "-q", "-b", "other")
    checkout.change(project, checkout.WORDS)
    checkout.commit(project, "v0.9.0")
    checkout.git(project, "checkout", "-q", "-")
    assert main([], project) == 0
    assert "No change since v0.1.0 is visible to callers." in capsys.readouterr().out


def test_versions_are_compared_as_numbers(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    checkout.commit(project, "v0.9.0", "v0.10.0")
    assert main([], project) == 0
    assert "since v0.10.0" in capsys.readouterr().out


def test_a_change_of_the_handwritten_layer_is_in_the_list(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    checkout.commit(project, "v0.1.0")
    policy = project / "runtime" / "foxreach_runtime" / "options" / "retry_policy.py"
    policy.write_text(policy.read_text("utf-8").replace("max_attempts: int = 4", "max_attempts: int = 5"), "utf-8")
    assert main([], project) == 0
    assert "  RetryPolicy(): parameter 'max_attempts' is 5 by default, was 4\n" in capsys.readouterr().out


def test_a_wheel_is_compared_with_its_handwritten_layer(
    project: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    released = checkout.wheel(project, tmp_path)
    checkout.change(project, checkout.REMOVED)
    (project / "runtime" / "foxreach_runtime" / "raw.py").unlink()
    assert main(["--against", str(released)], project) == 0
    printed = capsys.readouterr().out
    assert GONE in printed
    assert "RawReply: class removed" in printed


SOLD = {
    ("generated/foxreach_client/webhooks.py", "secret: str", "secret: str, *, max_age: int | None = None"): (
        "parse_delivery(): parameter 'max_age' removed"
    ),
    ("generated/foxreach_client/testing/factories.py", "def pet(", "def animal() -> None: ...\ndef pet("): (
        "foxreach_client.testing.factories.animal(): function removed"
    ),
    ("runtime/foxreach_runtime/rate_limit/pacing.py", '"bulk"]', '"bulk", "even"]'): (
        "Pacing: is Literal['interactive', 'bulk'], was Literal['interactive', 'bulk', 'even']"
    ),
    ("sandbox/foxreach_sandbox/__main__.py", '"--contacts"', '"--plan"'): "`foxreach-sandbox`: --plan removed",
    ("sandbox/foxreach_sandbox/sandbox.py", "class Sandbox(", "class _Box: ...\nclass Sandbox(_Box, "): (
        "foxreach_sandbox.Sandbox: is no longer a _Box"
    ),
    ("pyproject.toml", '"msgspec>=0.22', '"msgspec>=0.21'): "the package: dependency 'msgspec' is",
    ("pyproject.toml", 'requires-python = ">=3.11"', 'requires-python = ">=3.10"'): (
        "the package: requires Python >=3.11, required >=3.10"
    ),
    ("pyproject.toml", "otel = [", "tracing = ["): "the package: extra 'tracing' removed",
}


@pytest.mark.parametrize("document", [[], checkout.REMOVED], ids=["of the same document", "of another document"])
def test_the_whole_of_what_is_sold_is_compared(
    document: list[tuple[str, str]], project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for file, now, then in SOLD:
        checkout.edit(project / file, now, then)
    checkout.commit(project, "v0.1.0")
    for file, now, then in SOLD:
        checkout.edit(project / file, then, now)
    checkout.change(project, document)
    assert main([], project) == 0
    breaking = capsys.readouterr().out.partition("\n\n")[0]
    assert breaking.startswith(f"Breaking ({len(SOLD) + (2 if document else 0)})\n")
    assert [words for words in SOLD.values() if words not in breaking] == []
    assert [each in breaking for each in (GONE, OPTION)] == [bool(document)] * 2


def test_what_the_document_changes_is_not_taken_for_a_change_of_the_templates(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    checkout.commit(project, "v0.1.0")
    checkout.change(project, checkout.REMOVED)
    checkout.regenerate(project)
    capsys.readouterr()
    assert main(["--format", "json"], project) == 0
    assert [each["message"] for each in json.loads(capsys.readouterr().out)["changes"]] == [OPTION, GONE]


@pytest.mark.parametrize("name", ["old.yaml", "old.json", "OLD"])
def test_a_document_is_compared_without_the_packages(
    name: str, project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (project / name).write_text(completed(BEFORE), "utf-8")
    checkout.change(project, checkout.REMOVED)
    assert main(["--against", str(project / name)], project) == 0
    printed = capsys.readouterr().out
    assert GONE in printed
    assert "Note: a document has no packages, so Python names, dependencies and commands were not compared" in printed


def test_any_commit_can_be_named(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    checkout.commit(project)
    checkout.change(project, checkout.WORDS)
    assert main(["--against", "HEAD"], project) == 0
    assert "client.pets.list(): description changed" in capsys.readouterr().out


def test_json_has_every_fact_of_a_change(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    checkout.commit(project, "v0.1.0")
    checkout.change(project, checkout.REMOVED)
    assert main(["--format", "json"], project) == 0
    assert json.loads(capsys.readouterr().out) == {
        "against": "v0.1.0",
        "released": "0.1.0",
        "current": "0.1.0",
        "suggested": "0.2.0",
        "notes": [],
        "changes": [
            {
                "class": "breaking",
                "message": OPTION,
                "kind": "option-removed",
                "subject": "`foxr pets list`",
                "words": "--min-age removed",
                "pointer": "",
                "calls": [],
                "accepted": None,
                "reason": "",
            },
            {
                "class": "breaking",
                "message": GONE,
                "kind": "argument-removed",
                "subject": "client.pets.list()",
                "words": "argument 'min_age' removed",
                "pointer": "/paths/~1pets/get",
                "calls": [],
                "accepted": None,
                "reason": "",
            },
        ],
    }


ACCEPTED = """\
[[accepted]]
since = "0.1.0"
change = "client.pets.list(): argument 'min_age' removed"
class = "addition"
reason = "The server never read it."

[[accepted]]
since = "0.1.0"
change = "`foxr pets list`: --min-age removed"
class = "addition"
reason = "It did nothing."

[[accepted]]
since = "0.0.9"
change = "another release"
class = "addition"
reason = "It was so."

[[accepted]]
since = "0.1.0"
change = "client.pets.list(): removed"
class = "addition"
reason = "Nobody calls it."
"""


def test_a_person_may_accept_a_change_as_another_class(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    checkout.commit(project, "v0.1.0")
    checkout.change(project, checkout.REMOVED)
    (project / "spec" / "accepted-changes.toml").write_text(ACCEPTED, "utf-8")
    assert main([], project) == 0
    assert capsys.readouterr().out == (
        f"Additions (2)\n  {OPTION} (accepted as addition: It did nothing.)\n"
        f"  {GONE} (accepted as addition: The server never read it.)\n\n"
        "Note: spec/accepted-changes.toml accepts a change that was not found: client.pets.list(): removed\n"
        "Suggested version: 0.1.1 (after 0.1.0: an addition raises the third number before 1.0).\n"
    )


@pytest.mark.parametrize("old", ['reason = "Nobody calls it."', "addition", "[[accepted]]"])
def test_an_incomplete_entry_of_an_accepted_change_is_refused(
    old: str, project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    checkout.commit(project, "v0.1.0")
    (project / "spec" / "accepted-changes.toml").write_text(ACCEPTED.replace(old, old[:-2]), "utf-8")
    assert main([], project) == 2
    assert capsys.readouterr().err.startswith("spec/accepted-changes.toml")


def test_the_changelog_gets_a_section(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    checkout.commit(project, "v0.1.0")
    checkout.change(project, [*checkout.REMOVED, *checkout.WORDS])
    assert main(["--format", "markdown", "--output", str(project / "changes.md")], project) == 0
    assert capsys.readouterr().out == ""
    assert (project / "changes.md").read_text("utf-8") == (
        "### Removed\n\n- `foxr pets list`: --min-age removed.\n- `client.pets.list()`: argument 'min_age' removed.\n\n"
        "### Documentation\n\n- Descriptions, examples and notes: 1 revised.\n"
    )


@pytest.mark.parametrize(("in_git", "why"), [(True, "no tag v1.2.3 leads here"), (False, "this is no git checkout")])
def test_before_the_first_release_the_current_version_is_the_first(
    in_git: bool, why: str, project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    if in_git:
        checkout.commit(project)
    assert main([], project) == 0
    printed = capsys.readouterr().out
    assert why in printed
    assert "No release was found to compare with. The first version is 0.1.0." in printed


def test_missing_git_is_reported(
    project: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    checkout.commit(project, "v0.1.0")
    monkeypatch.setenv("PATH", "")
    assert main([], project) == 0
    assert "git is missing" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("name", "content", "said"),
    [
        ("no.yaml", None, "cannot be read"),
        ("no.whl", None, "cannot be read as a wheel"),
        ("bad.whl", b"PK", "cannot be read as a wheel"),
        ("nothing", None, "nor a tag or commit"),
    ],
)
def test_an_unreadable_state_is_reported_in_one_line(
    name: str, content: bytes | None, said: str, project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    if content is not None:
        (project / name).write_bytes(content)
    assert main(["--against", str(project / name)], project) == 2
    printed = capsys.readouterr()
    assert (printed.out, printed.err.count("\n")) == ("", 1)
    assert said in printed.err
    assert name in printed.err


@pytest.mark.parametrize(
    ("name", "content", "faults"),
    [
        ("bad.yaml", b"a: [", ["yaml-syntax"]),
        ("bad.json", b"\xff", ["utf-8"]),
        ("list.yaml", b"- 1", ["list.yaml"]),
        ("empty.yaml", b"{}", ["required-keywords"] * 7),
    ],
)
def test_every_fault_of_the_document_to_compare_with_is_reported(
    name: str, content: bytes, faults: list[str], project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (project / name).write_bytes(content)
    assert main(["--against", str(project / name)], project) == 1
    printed = capsys.readouterr()
    *lines, last = printed.err.splitlines()
    assert printed.out == ""
    assert len(lines) == len(faults) == len([line for line in lines if name in line and faults[0] in line])
    assert last == f"{project / name}: {len(faults)} fault(s) in this document; nothing was compared."


def test_a_tag_without_a_client_is_refused(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (project / "generated").rename(project / "elsewhere")
    checkout.commit(project, "v0.1.0")
    assert main([], project) == 2
    assert capsys.readouterr().err.startswith("v0.1.0 ")


def test_each_fault_of_the_document_is_reported(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    checkout.commit(project, "v0.1.0")
    checkout.change(
        project, [("        street: {type: string, description: Street.}", "        street: {type: string}")]
    )
    assert main([], project) == 1
    printed = capsys.readouterr()
    assert printed.out == ""
    assert "described" in printed.err
    assert "in the document of the working tree; nothing was compared" in printed.err


def test_a_fault_of_the_document_is_not_told_of_the_one_to_compare_with(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    shutil.copy(project / "spec" / "foxreach.yaml", project / "old.yaml")
    checkout.change(project, [("street: {type: string, description: Street.}", "street: {type: string}")])
    assert main(["--against", str(project / "old.yaml")], project) == 1
    *_, last = capsys.readouterr().err.splitlines()
    assert last == "1 fault(s) in the document of the working tree; nothing was compared."


def test_a_fault_during_a_comparison_is_no_fault_of_the_document_that_was_generated_again(project: Path) -> None:
    then, fault = working_tree(project), SpecError([Complaint("a", 1, 1, "", "rule", "It is wrong.", "Mend it.")])
    (project / "generated" / "foxreach_client" / "openapi.json").write_text("{}", "utf-8")
    with pytest.raises(SpecError) as caught, regenerated(then, then):
        raise fault
    assert caught.value is fault


def test_a_tool_that_is_not_installed_is_named() -> None:
    hidden = "import sys; sys.modules['griffe'] = None; from tools.changes.__main__ import main; sys.exit(main([]))"
    done = subprocess.run([sys.executable, "-c", hidden], cwd=ROOT, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr.count("\n")) == (1, 1)
    assert "griffe" in done.stderr
    assert done.stderr.endswith("Run `python3 noxfile.py -s changes`, which installs the tools.\n")


def test_the_command_runs_as_a_module() -> None:
    command = [sys.executable, "-m", "tools.changes", "--page"]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True)
    assert done.stdout.startswith("# Changes\n")


def test_packages_that_differ_in_version_alone_are_not_read(
    project: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    checkout.commit(project, "v0.1.0")
    checkout.edit(project / "runtime" / "foxreach_runtime" / "version.py", "0.1.0", "0.2.0")
    monkeypatch.setattr("tools.changes.release.surface", None)
    assert main([], project) == 0
    assert "No change since v0.1.0 is visible to callers." in capsys.readouterr().out

"""The examples of the README and of the first call run unchanged."""

import re
from pathlib import Path
from typing import Any

import pytest
from foxreach_sandbox import Sandbox
from foxreach_sandbox.server.serving import Serving

from tests.rehearsal.blocks import ROOT, blocks_of, run_block


def test_the_example_of_the_readme_runs(
    foxreach_server: Serving, foxreach_sandbox: Sandbox, capsys: pytest.CaptureFixture[str]
) -> None:
    [example] = blocks_of(ROOT / "README.md")
    names: dict[str, Any] = {}
    run_block("README.md", example, names)
    names["client"].close()
    assert capsys.readouterr().out == "409 A lead with this email already exists\n"
    assert foxreach_sandbox.state.statuses == {200: 3, 201: 1, 409: 1}
    assert ".with_options(" in example  # what is for one call


def test_the_tour_of_the_first_call_does_what_it_says(
    foxreach_server: Serving, foxreach_sandbox: Sandbox, capsys: pytest.CaptureFixture[str]
) -> None:
    [tour] = blocks_of(ROOT / "docs" / "first-call.md")
    names: dict[str, Any] = {}
    run_block("docs/first-call.md", tour, names)
    names["client"].close()
    assert capsys.readouterr().out == "409 A lead with this email already exists leads.create 1\n"
    assert names["reply"].parse().company is None
    assert foxreach_sandbox.state.statuses == {200: 7, 201: 1, 409: 1}


def test_the_first_call_of_the_readme_succeeds_on_the_demo_rows(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    page = (ROOT / "README.md").read_text("utf-8")
    [(key, code)] = re.findall(r'FOXREACH_API_KEY=(\w+)\n\$ python -c "(.*)"\n', page)
    with Sandbox(seed="demo") as sandbox, sandbox.serve() as server:
        assert sandbox.key == key
        monkeypatch.setenv("FOXREACH_BASE_URL", server.url)
        monkeypatch.setenv("FOXREACH_API_KEY", key)
        run_block("README.md", code, {})
    assert capsys.readouterr().out.startswith("Lead(id=")


def test_the_front_page_says_first_what_foxreach_is_and_then_makes_a_call() -> None:
    page = (ROOT / "README.md").read_text("utf-8")
    assert "a service that sends e-mail campaigns to leads" in page.partition("\n\n")[2].partition("\n\n")[0]
    places = [page.index(text) for text in ("## A first call", "## Install", "```mermaid", "## Work on it")]
    assert places == sorted(places)
    assert "flowchart TB" in page  # One below the other fits a phone.


def test_the_page_of_imports_runs_on_the_demo_rows(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    pytest.importorskip("pandas")
    monkeypatch.chdir(tmp_path)
    (tmp_path / "leads.csv").write_text("email\nkim@example.com\n", "utf-8")
    names: dict[str, Any] = {}
    with Sandbox(seed="demo") as sandbox, sandbox.serve() as server:
        monkeypatch.setenv("FOXREACH_BASE_URL", server.url)
        monkeypatch.setenv("FOXREACH_API_KEY", sandbox.key)
        for block in blocks_of(ROOT / "docs" / "imports.md"):
            run_block("docs/imports.md", block, names)
        names["client"].close()

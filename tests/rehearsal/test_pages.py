"""All other Python blocks run too, in the order of the page, on one sandbox per page."""

from functools import partial
from pathlib import Path
from typing import Any

import pytest
from foxreach_client import FoxReach
from foxreach_sandbox.server.serving import Serving

from tests.rehearsal.blocks import PAGES, ROOT, blocks_of, run_block
from tests.spec import expected_statuses

# Their own tests know what comes of them.
ELSEWHERE = {"README.md": "tests/rehearsal/test_readme.py", "docs/testing.md": "tests/testing/test_docs.py"}
FILES = {"docs/imports.md": {"leads.csv": "email,first_name\nkim@example.com,Kim\n"}}  # that a page reads
KNOWN = {"CONTRIBUTING.md": {"Row": expected_statuses.Row}}  # Names that a page takes for granted.
NAMES = {page.relative_to(ROOT).as_posix(): page for page in PAGES if blocks_of(page)}


def use_provider(monkeypatch: pytest.MonkeyPatch, trace: Any, provider: Any) -> None:
    """Have *provider* make the tracers until the test ends."""
    monkeypatch.setattr(trace, "get_tracer", provider.get_tracer)


@pytest.mark.parametrize("name", sorted(NAMES.keys() - ELSEWHERE.keys()))
def test_the_blocks_of_a_page_run(
    name: str, foxreach_server: Serving, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)  # where pages read and write files
    for file, text in FILES.get(name, {}).items():
        (tmp_path / file).write_text(text, "utf-8")
    if name == "docs/logs.md":  # A tracer provider is set once in a process: it must not outlive the page.
        trace: Any = pytest.importorskip("opentelemetry.trace")
        monkeypatch.setattr(trace, "set_tracer_provider", partial(use_provider, monkeypatch, trace))
    names: dict[str, Any] = dict(KNOWN.get(name, {}))
    for block in blocks_of(NAMES[name]):
        run_block(name, block, names)
    for made in names.values():
        if isinstance(made, FoxReach):
            made.close()


@pytest.mark.parametrize(("name", "test"), ELSEWHERE.items())
def test_pages_that_are_excluded_run_elsewhere(name: str, test: str) -> None:
    assert name in NAMES
    assert Path(name).name in (ROOT / test).read_text("utf-8")

"""Every block of every page runs, is compared with what ran, or is read; one sandbox for each page."""

from __future__ import annotations

import logging
import re
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from foxreach_client import FoxReach
from foxreach_sandbox.server.serving import Serving

from tests.rehearsal.blocks import PAGES, ROOT, Block, every_block, run_block
from tests.rehearsal.console import Console, commands_of
from tests.rehearsal.kinds import CHECKS
from tests.spec import expected_statuses

CONTRIBUTING = ROOT / "CONTRIBUTING.md"
NAMES = {page.relative_to(ROOT).as_posix(): page for page in PAGES if page.name != "CHANGELOG.md" and every_block(page)}
ELSEWHERE = {  # Blocks that other tests run, since those know what comes of them.
    ("docs/testing.md", "python"): "tests/testing/test_docs.py",
    ("docs/sandbox.md", "sh"): "tests/sandbox/server/test_elsewhere.py",
    ("docs/sandbox.md", "html"): "tests/sandbox/server/test_elsewhere.py",
    ("docs/releasing.md", "text"): "tests/tools/changes/test_report.py",
    ("CONTRIBUTING.md", "text"): "tests/runtime/differences/test_summary.py",
}
SHOWN_ELSEWHERE = {("CONTRIBUTING.md", "python3 noxfile.py -s generate"): "tests/generator/test_contributing.py"}
DRAWN = {"mermaid"}  # when the site is built, which fails if it cannot: tests/tools/docs
LOG = {"app.log": "".join(each.text for each in every_block(CONTRIBUTING) if each.language == "text")}
FILES = {  # that pages read
    "CONTRIBUTING.md": LOG,
    "docs/logs.md": LOG,
    "docs/cli.md": {"leads.csv": "E-Mail,First name,Firma\nkim@example.com,Kim,Acme\nnot-an-address,Bo,Acme\n"},
    "docs/imports.md": {"leads.csv": "email,first_name\nkim@example.com,Kim\n"},
}
KNOWN = {"CONTRIBUTING.md": {"Row": expected_statuses.Row}}  # Names that a page takes for granted.
VARYING = re.compile(r"(?<=[a-z]{3}_)\d+|\d{4}-\d\d-\d\dT[\d:]+Z")  # ids and times


def use_provider(monkeypatch: pytest.MonkeyPatch, trace: Any, provider: Any) -> None:
    """Have *provider* make the tracers until the test ends."""
    monkeypatch.setattr(trace, "get_tracer", provider.get_tracer)


def same(shown: str, printed: str) -> bool:
    """Return whether a page shows what was printed, apart from ids, times and spaces at the end of a line."""
    return re.sub(r" +$", "", VARYING.sub("N", printed), flags=re.MULTILINE).strip() == VARYING.sub("N", shown).strip()


class Run:
    """Runs the blocks of one page, one after the other."""

    def __init__(self, name: str, console: Console) -> None:
        self.names: dict[str, Any] = dict(KNOWN.get(name, {}))
        self.console, self.printed = console, ""

    def __call__(self, block: Block) -> None:
        """Run or check *block*; a failure names its place."""
        if block.language == "python":
            run_block(block.place, "\n" * (block.line - 1) + block.text, self.names)
            self.printed = self.console.capture.readouterr().out
        elif block.language == "console":
            self.commands(block)
        elif block.language == "text":
            assert same(block.text, self.printed), f"the blocks above printed:\n{self.printed}"
        elif block.language not in DRAWN:
            assert block.language in CHECKS, f"no test knows blocks of {block.language}: add a check to kinds.py"
            CHECKS[block.language](block.text)

    def commands(self, block: Block) -> None:
        """Run the commands of *block*, and compare what is shown below each."""
        for line, shown in commands_of(block.text):
            self.printed = self.console.run(line)
            if shown.strip() and (block.page, line) not in SHOWN_ELSEWHERE:
                assert same(shown, self.printed), f"`{line}` printed:\n{self.printed}"


@pytest.fixture
def run(
    request: pytest.FixtureRequest,
    foxreach_server: Serving,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> Any:
    """Return what runs the blocks of a page, in a folder of its own and with settings of its own."""
    name = request.param
    monkeypatch.chdir(tmp_path)
    for variable, value in {"FOXR_CONFIG_DIR": str(tmp_path), "FOXR_KEYRING": "off", "COLUMNS": "80"}.items():
        monkeypatch.setenv(variable, value)
    for file, text in FILES.get(name, {}).items():
        (tmp_path / file).write_text(text, "utf-8")
    if name == "docs/logs.md":  # A tracer provider is set once in a process: it must not outlive the page.
        trace: Any = pytest.importorskip("opentelemetry.trace")
        monkeypatch.setattr(trace, "set_tracer_provider", partial(use_provider, monkeypatch, trace))
    console = Console(monkeypatch, capsys, foxreach_server.home.removeprefix("http://"))
    logger = logging.getLogger("foxreach_client")
    console.cleanup.callback(logger.setLevel, logger.level)
    made = Run(name, console)
    with console.cleanup:
        yield made
        for each in made.names.values():
            if isinstance(each, FoxReach):
                each.close()


@pytest.mark.parametrize(("run", "name"), [(name, name) for name in sorted(NAMES)], indirect=["run"], ids=sorted(NAMES))
def test_the_blocks_of_a_page_run_or_are_compared(run: Run, name: str) -> None:
    for block in every_block(NAMES[name]):
        if (name, block.language) in ELSEWHERE:
            continue
        try:
            run(block)
        except Exception as error:
            error.add_note(f"in the block {block.place}")
            raise


@pytest.mark.parametrize(("kind", "test"), ELSEWHERE.items(), ids=str)
def test_blocks_that_are_excluded_run_elsewhere(kind: tuple[str, str], test: str) -> None:
    page, language = kind
    found = [block for block in every_block(NAMES[page]) if block.language == language]
    assert len(found) == 1 or (found and language == "python")  # A test that knows one would not see another.
    assert Path(page).name in (ROOT / test).read_text("utf-8")


FAULTS = {
    "python\n1 / 0": "division by zero",
    "text\nnothing printed this": "the blocks above printed",
    "console\nno command": "begins with a command",
    "console\n$ rm -r build": "what a test does with `rm`",
    "console\n$ foxr leads lst": "lst",
    "console\n$ foxr leads list\nNOBODY": "`foxr leads list` printed",
    "console\n$ curl localhost:8000/api/v1/ladies": "404",
    "console\n$ export FOXREACH_KEY=otr_1": "no variable FOXREACH_KEY",
    "console\n$ pip install foxreach": "and not foxreach",
    "console\n$ pip install foxreach-client[tests]": "foxreach-client[tests]",
    "console\n$ python3 noxfile.py -s test": "no session test",
    "console\n$ python3 noxfile.py -s release -- --dry": "no option --dry",
    "console\n$ python -m foxreach_client.differences --jason app.log": "--jason",
    "toml\n[tool.uv.sources]\nfoxreach-client = {indexes = 1}": "[tool.uv.sources.foxreach-client] has ['indexes']",
    "ini\n[distutils]\nindex-servers = internal\n[other]\nusername = me": "differs from ['other']",
    'json\n{"lead": []}': "lead",
    "yaml\n- a": "no mapping",
    "ruby\nputs 1": "no test knows blocks of ruby",
}


@pytest.mark.parametrize("run", ["SECURITY.md"], indirect=True)
@pytest.mark.parametrize(("fault", "message"), FAULTS.items(), ids=str)
def test_a_block_with_a_fault_fails(run: Run, fault: str, message: str) -> None:
    language, _, text = fault.partition("\n")
    with pytest.raises((Exception, SystemExit), match=re.escape(message)):
        run(Block("SECURITY.md", 1, language, text))

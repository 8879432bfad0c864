"""The examples of CONTRIBUTING.md, followed step by step: adding an endpoint and adding a status."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from generator.output.manifest import ROOT
from generator.rules import check
from generator.source.load import load

PAGE = (ROOT / "CONTRIBUTING.md").read_text("utf-8")
SPEC = (ROOT / "spec" / "foxreach.yaml").read_text("utf-8")
COPIED = ("generated", "generator", "runtime", "sandbox", "spec", "templates", "tests", "tools")
NEW = "UnavailableForLegalReasonsError"
CALLS = """
import asyncio, json, httpx2
import foxreach_client as fox

def answer(request):
    return httpx2.Response(451, json={"detail": "Not this person"})

async def call_async():
    http_client = httpx2.AsyncClient(transport=httpx2.MockTransport(answer))
    async with fox.AsyncFoxReach(api_key="otr_key", http_client=http_client) as client:
        await client.leads.create(email="jane@example.com")

def call():
    http_client = httpx2.Client(transport=httpx2.MockTransport(answer))
    with fox.FoxReach(api_key="otr_key", http_client=http_client) as client:
        client.leads.create(email="jane@example.com")

for made in (call, lambda: asyncio.run(call_async())):
    try:
        made()
    except fox.StatusError as error:
        facts = [type(error).__module__, type(error).__name__, error.documented, type(error.body).__name__, str(error)]
        print(json.dumps(facts))
print(json.dumps(fox.__all__))
for flavour in (fox.FoxReach, fox.AsyncFoxReach):
    print(json.dumps(flavour(api_key="otr_key").leads.create.__doc__))
"""


def section(title: str) -> str:
    """Return the text of a section of the page."""
    return PAGE.partition(f"## {title}\n")[2].partition("\n## ")[0]


def blocks(title: str, language: str) -> list[str]:
    """Return the blocks of a section in that language, without the indent of the list that they stand in."""
    found = re.findall(rf"^   ```{language}\n(.*?)^   ```", section(title), re.MULTILINE | re.DOTALL)
    return [re.sub(r"^   ", "", text, flags=re.MULTILINE) for text in found]


def test_the_endpoint_that_the_page_adds_has_the_one_fault_that_the_page_shows() -> None:
    [endpoint] = blocks("Add an endpoint", "yaml")
    place = "".join(endpoint.splitlines(keepends=True)[:3])
    assert SPEC.count(place) == 1
    [complaint] = check(load(SPEC.replace(place, endpoint), "spec/foxreach.yaml"))
    without_line = re.sub(r":\d+:", ":0:", str(complaint), count=1)  # The line moves with everything above it.
    shown = " ".join(blocks("Add an endpoint", "console")[0].splitlines()[1:])
    assert re.sub(r":\d+:", ":0:", shown, count=1) == without_line


def test_the_property_that_a_difference_adds_keeps_every_rule() -> None:
    [added] = blocks("What to do with a difference", "yaml")
    before, lead, after = SPEC.partition("\n    Lead:\n")
    assert lead
    head, properties, rest = after.partition("      properties:\n")
    assert check(load(f"{before}{lead}{head}{properties}        {added}{rest}", "spec/foxreach.yaml")) == []


@pytest.fixture(scope="module")
def checkout(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a copy of this checkout to which the page's status was added as the page says."""
    copy = tmp_path_factory.mktemp("checkout")
    for name in COPIED:
        shutil.copytree(ROOT / name, copy / name, ignore=shutil.ignore_patterns("__pycache__", "golden"))
    (copy / "docs").mkdir()
    for name in ("README.md", "docs/errors.md", "pyproject.toml"):
        shutil.copy(ROOT / name, copy / name)
    spec = SPEC
    for fragment in blocks("Add a status", "yaml"):
        spec = inserted(spec, fragment)
    (copy / "spec" / "foxreach.yaml").write_text(spec, "utf-8")
    rows = copy / "tests" / "spec" / "expected_statuses.py"
    [row] = blocks("Add a status", "python")
    changed, count = re.subn(r'^ +Row\("leads\.create".*\n', f"    {row}", rows.read_text("utf-8"), flags=re.MULTILINE)
    assert count == 1
    rows.write_text(changed, "utf-8")
    run(copy, "-m", "generator")
    run(copy, "-m", "tools.development.error_table")
    return copy


def inserted(text: str, fragment: str) -> str:
    """Return the document with the fragment in it, whose first lines are those that lead to its place."""
    lines, place = fragment.splitlines(keepends=True), 0
    while f"\n{lines[0]}" in text[place:]:
        line = lines.pop(0)
        place = text.index(f"\n{line}", place) + len(line)
    return f"{text[: place + 1]}{''.join(lines)}{text[place + 1 :]}"


def run(copy: Path, *arguments: str) -> str:
    """Return what a Python process prints in the copy, which imports the packages of the copy."""
    path = os.pathsep.join(str(copy / name) for name in (".", "generated", "runtime", "sandbox"))
    environment = os.environ | {"PYTHONPATH": path}
    done = subprocess.run(
        [sys.executable, *arguments], cwd=copy, env=environment, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


def test_the_status_that_the_page_adds_is_raised_in_both_flavours_and_documented(checkout: Path) -> None:
    sync, asynchronous, names, *docs = map(json.loads, run(checkout, "-c", CALLS).splitlines())
    assert sync[:4] == ["foxreach_client.errors", NEW, True, "ErrorBody"]
    assert sync[4].startswith("leads.create: 451")
    assert sync[4].endswith("Remove this person from your lists.")
    assert asynchronous == sync
    assert NEW in names
    for doc in docs:
        assert f"{NEW}: " in doc.partition("Raises:")[2]


def test_the_status_that_the_page_adds_is_in_the_table_of_errors(checkout: Path) -> None:
    assert f"| `{NEW}` | 451 | " in (checkout / "docs" / "errors.md").read_text("utf-8")
    assert NEW not in (ROOT / "docs" / "errors.md").read_text("utf-8")


def test_the_tests_of_every_status_cover_the_status_that_the_page_adds(checkout: Path) -> None:
    tests = ("tests/spec/test_spec.py", "tests/client/test_every_status.py")
    selected = "leads.create-451 or test_an_operation_has_the_statuses"
    printed = run(checkout, "-m", "pytest", "-v", "-p", "no:cacheprovider", *tests, "-k", selected)
    assert printed.count("leads.create-451") == 2
    assert " passed" in printed

"""What CONTRIBUTING.md says of adding an endpoint, done as it says."""

from __future__ import annotations

import re

from generator.output.manifest import ROOT
from generator.rules import check
from generator.source.load import load

PAGE = (ROOT / "CONTRIBUTING.md").read_text("utf-8")
SPEC = (ROOT / "spec" / "foxreach.yaml").read_text("utf-8")


def block(language: str) -> str:
    """Return the first block of the page in that language."""
    [text] = map(str, re.findall(rf"^ *```{language}\n( +.*?)^ +```", PAGE, re.MULTILINE | re.DOTALL)[:1])
    return text.replace("\n   ", "\n").removeprefix("   ")


def test_the_endpoint_that_the_page_adds_has_the_one_fault_that_the_page_shows() -> None:
    endpoint = block("yaml")
    place = "".join(endpoint.splitlines(keepends=True)[:3])
    assert SPEC.count(place) == 1
    [complaint] = check(load(SPEC.replace(place, endpoint), "spec/foxreach.yaml"))
    without_line = re.sub(r":\d+:", ":0:", str(complaint), count=1)  # The line moves with everything above it.
    shown = " ".join(block("console").splitlines()[1:])
    assert re.sub(r":\d+:", ":0:", shown, count=1) == without_line

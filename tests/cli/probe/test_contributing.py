"""The example of "What to do with a difference" in CONTRIBUTING.md: the edit removes the difference of its log line."""

from __future__ import annotations

import json
import re
from typing import Any, get_args

import yaml
from foxreach_runtime.differences.classify import Kind, differences
from foxreach_runtime.differences.document import Document, packaged
from foxreach_runtime.differences.log_lines import differences_in

from generator.output.manifest import ROOT

PAGE = (ROOT / "CONTRIBUTING.md").read_text("utf-8").partition("## What to do with a difference\n")[2]
LEAD: dict[str, Any] = packaged("foxreach_client").at(
    "/paths/~1leads~1{lead_id}/get/responses/200/content/application~1json/example/data"
)
BODY = {"data": {**LEAD, "score": 7}}


def test_the_edit_of_the_example_removes_the_difference_of_its_line() -> None:
    document = packaged("foxreach_client")
    (logged,) = differences_in(PAGE.splitlines())
    (seen,) = differences(document, logged.operation, logged.status, None, BODY)
    assert (seen.key, seen.place) == (logged.key, logged.place)
    block = re.search(r"```yaml\n(.*?)```", PAGE, re.DOTALL)
    assert block is not None
    edited = json.loads(json.dumps(document.data))
    edited["components"]["schemas"]["Lead"]["properties"] |= yaml.safe_load(block[1])
    assert differences(Document(json.dumps(edited)), logged.operation, logged.status, None, BODY) == []


def test_every_kind_has_an_edit() -> None:
    rows = re.findall(r"^   \| (`[^|]+`) \|", PAGE, re.MULTILINE)
    named = {name for row in rows for name in re.findall(r"`(\w+)`", row)}
    assert named == set(get_args(Kind))

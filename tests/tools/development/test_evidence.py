"""docs/evidence.md: made from the spec, with a source for every operation."""

from __future__ import annotations

import json
import shutil
from pathlib import Path
from typing import Any

import pytest

from generator.source.load import read
from tools.development.evidence import KNOWN, PAGE, ROOT, main, page

PROVENANCE: dict[str, Any] = json.loads((ROOT / "spec" / "provenance.json").read_text("utf-8"))
SPEC = read(ROOT / "spec" / "foxreach.yaml").data


def evidence() -> dict[str, str]:
    operations = [node for item in SPEC["paths"].values() for key, node in item.items() if key != "parameters"]
    return {operation["operationId"]: operation["x-evidence"] for operation in operations}


def test_the_page_is_up_to_date() -> None:
    assert main(["--check"]) == 0


def test_every_operation_has_the_sources_that_its_evidence_needs() -> None:
    sources = PROVENANCE["operations"]
    assert sources.keys() == evidence().keys(), "name the sources of each operation in spec/provenance.json"
    for call, known in evidence().items():
        assert ("page" in sources[call]) is (known in ("docs", "partly")), call
        assert "sdk" in sources[call] or known == "docs", call


def test_the_page_counts_operations_and_names_the_last_document_of_the_vendor() -> None:
    recorded = {"source": "openapi-public.json", "sha256": "0" * 64, "date": "2027-01-15"}
    said = page(SPEC, {**PROVENANCE, "upstream": recorded})
    counts = [list(evidence().values()).count(known) for known in KNOWN]
    assert f"- {counts[0]} of {sum(counts)} operations are known from a page of the documentation, read whole\n" in said
    assert f"last compared on 2027-01-15: openapi-public.json, SHA-256 `{'0' * 64}`." in said


def test_a_stale_page_is_found_and_rewritten(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    shutil.copytree(ROOT / "spec", tmp_path / "spec")
    (tmp_path / "docs").mkdir()
    assert main(["--check"], tmp_path) == 1
    assert capsys.readouterr().err == "docs/evidence.md is stale. Run `nox -s generate`.\n"
    assert main([], tmp_path) == 0
    assert (tmp_path / PAGE).read_bytes() == (ROOT / PAGE).read_bytes()

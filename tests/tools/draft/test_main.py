"""`python -m tools.draft`: where the draft goes, what is refused, and what is read of OpenAPI 3.0."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from generator.source.document import Document
from tools.draft.__main__ import main
from tools.draft.upgrade import upgraded

SHOP = Path(__file__).parent / "shop.yaml"


def test_the_draft_goes_to_a_file_or_to_stdout_and_the_report_to_stderr(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "draft.yaml"
    assert main([str(SHOP), "-o", str(out)]) == 0
    assert (said := capsys.readouterr()).out == ""
    assert "Guessed (" in said.err
    assert main([str(SHOP)]) == 0
    assert capsys.readouterr().out == out.read_text("utf-8")


@pytest.mark.parametrize(
    "content",
    ["", "<html>", "{", "[]", "openapi: 2.0", "openapi: 3.1.0\npaths: {}\n", "a: [", "\xff".encode("latin-1")],
)
def test_what_is_no_document_is_refused_in_one_sentence(
    tmp_path: Path, content: str | bytes, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "theirs.yaml"
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    assert main([str(path)]) == 2
    said = capsys.readouterr()
    assert (said.out, said.err.count("\n")) == ("", 1)
    assert main([str(tmp_path / "none.yaml")]) == 2
    assert main([str(SHOP), "-o", str(tmp_path / "none" / "draft.yaml")]) == 2


def test_aliases_and_numbers_as_keys_are_read(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "theirs.yaml"
    path.write_text(
        "openapi: 3.1.0\ninfo: {title: T, version: 1.0.0}\npaths:\n  /a:\n    get: &get\n      responses:\n"
        "        204: {description: Gone.}\n  /b: {get: *get}\n",
        "utf-8",
    )
    assert main([str(path)]) == 0
    assert '"204":' in capsys.readouterr().out


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ({"type": "string", "nullable": True}, {"type": ["string", "null"]}),
        ({"type": "string", "nullable": False}, {"type": "string"}),
        ({"type": "string", "nullable": True, "enum": ["a"]}, {"type": ["string", "null"], "enum": ["a", None]}),
        ({"allOf": [{"$ref": "#/a"}], "nullable": True}, {"anyOf": [{"$ref": "#/a"}, {"type": "null"}]}),
        ({"anyOf": [{"type": "string"}], "nullable": True}, {"anyOf": [{"type": "string"}, {"type": "null"}]}),
        ({"type": "integer", "minimum": 1.0, "exclusiveMinimum": True}, {"type": "integer", "exclusiveMinimum": 1}),
        ({"type": "integer", "maximum": 9, "exclusiveMaximum": False}, {"type": "integer", "maximum": 9}),
        ({"properties": {"nullable": {"type": "string"}}}, {"properties": {"nullable": {"type": "string"}}}),
        ({"default": {"nullable": True}}, {"default": {"nullable": True}}),
    ],
)
def test_a_schema_of_30_is_written_as_one_of_31(old: Any, new: Any) -> None:
    made = upgraded(Document("", {"openapi": "3.0.1", "components": {"schemas": {"A": old}}}, {})).data
    assert made == {"openapi": "3.1.0", "components": {"schemas": {"A": new}}}

"""The table of error statuses in docs/errors.md follows from the spec."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from tools.development.error_table import BEGIN, END, PAGE, ROOT, SPEC, main, with_table

REPLY = {"description": "The law | forbids it. Ask a lawyer.", "x-exception": "CensoredError", "x-advice": "Ask."}


def spec(*replies: dict[str, Any]) -> dict[str, Any]:
    """Return a spec in which each reply is that of a status from 451 on."""
    numbered = {str(status): reply for status, reply in enumerate(replies, start=451)}
    return {
        "paths": {"/a": {"parameters": [], "get": {"responses": numbered}}},
        "components": {"responses": {"Shared": REPLY}},
    }


@pytest.fixture
def checkout(tmp_path: Path) -> Path:
    """Return a checkout whose page has no rows yet."""
    (tmp_path / SPEC).parent.mkdir(parents=True)
    (tmp_path / SPEC).write_text(json.dumps(spec({"$ref": "#/components/responses/Shared"})), "utf-8")
    (tmp_path / PAGE).parent.mkdir()
    (tmp_path / PAGE).write_text(f"Before.\n{BEGIN}{END}After.\n", "utf-8")
    return tmp_path


def test_the_table_of_this_checkout_is_current() -> None:
    assert main(["--check"], ROOT) == 0


def test_a_stale_table_is_reported_and_written_once(checkout: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--check"], checkout) == 1
    assert "nox -s generate" in capsys.readouterr().err
    assert main([], checkout) == 0
    assert main(["--check"], checkout) == 0
    text = (checkout / PAGE).read_text("utf-8")
    assert "| `CensoredError` | 451 | The law \\| forbids it |\n" in text
    assert text.startswith("Before.\n")
    assert text.endswith("After.\n")


def test_a_reply_without_a_class_has_no_row() -> None:
    table = with_table(BEGIN + END, spec({"description": "It failed."}, REPLY))
    assert "451" not in table
    assert "| `CensoredError` | 452 |" in table


def test_a_page_without_the_marks_is_refused() -> None:
    with pytest.raises(ValueError, match="has no lines"):
        with_table("# Title\n", spec())

"""The names that docs/assistants.md warns of: the vendor's packages have them, and this client has the others alone."""

from __future__ import annotations

import re
from importlib import import_module
from pathlib import Path
from typing import Any

import pytest

from tests.migration.sides import Side, new_side, old_side

PAGE = (Path(__file__).resolve().parents[2] / "docs" / "assistants.md").read_text("utf-8")
ROWS = re.findall(r"^\| `(.+?)` \| `(.+?)` \|$", PAGE.partition("## Names that do not exist")[2], re.MULTILINE)
COMMANDS = [row for row in ROWS if row[0].startswith("foxreach ")]
NAMES = [row for row in ROWS if row not in COMMANDS]


def prepared(side: Side) -> Side:
    """Return *side* with the names that the page takes for granted: a key and an error."""
    with pytest.raises(Exception, match="not found") as caught:
        side.names["client"].leads.get("cld_0")
    side.names.update(key="otr_sandbox", error=caught.value)
    return side


@pytest.mark.parametrize(("theirs", "ours"), NAMES)
def test_a_name_of_the_sdk_is_none_of_this_client(theirs: str, ours: str) -> None:
    prepared(old_side()).value_of(theirs)
    side = prepared(new_side())
    side.value_of(ours)
    with pytest.raises((AttributeError, NameError, TypeError)):
        side.value_of(theirs)


@pytest.mark.parametrize(("command", "call"), COMMANDS)
def test_a_word_of_the_vendors_command_is_no_call(command: str, call: str) -> None:
    _, group, *name = command.split()
    commands: Any = import_module("foxreach_cli.main").cli.commands[group]
    assert not name or name[0] in commands.commands
    side = new_side()
    side.value_of(call)
    with pytest.raises(AttributeError):
        side.value_of(".".join(["client", group, *name]))


def test_the_table_has_rows_of_both_kinds() -> None:
    assert (len(NAMES), len(COMMANDS)) == (9, 5)

"""The names that docs/assistants.md warns of: the vendor's packages have them, and this client has the others alone."""

from __future__ import annotations

import re
from importlib import import_module
from pathlib import Path
from typing import Any

import httpx2
import pytest
from foxreach_client import BadRequestError, FoxReach
from foxreach_sandbox import Sandbox

from tests.migration.sides import Side, new_side, old_side

ROOT = Path(__file__).resolve().parents[2]
PAGE = (ROOT / "docs" / "assistants.md").read_text("utf-8")
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


def test_a_campaign_without_a_step_is_the_example_of_a_400_since_one_without_leads_may_start() -> None:
    assert "starting a campaign\n  without a step." in PAGE
    sandbox = Sandbox()
    with httpx2.Client(transport=sandbox.transport()) as http:
        client = FoxReach(api_key=sandbox.key, base_url=sandbox.url, http_client=http)
        campaign = client.campaigns.create(name="Spring")
        with pytest.raises(BadRequestError):
            client.campaigns.start(campaign.id)
        client.campaigns.sequences.create(campaign.id, subject="Hi", body="Hello", delay_days=0)
        assert client.campaigns.start(campaign.id).status == "active"


def test_a_refused_key_and_a_limit_of_the_plan_are_no_faults_of_the_call() -> None:
    rows = dict(re.findall(r"^\| (.+?) \| (.+?) \|$", PAGE.partition("## Never repeat")[2], re.MULTILINE))
    assert all(rows[status].startswith("do not change the call: ") for status in ("401, 403", "402"))

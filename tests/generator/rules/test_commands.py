"""Commands, broken rule by rule."""

from __future__ import annotations

import pytest

from .broken import Case, assert_found

START = "/paths/~1campaigns~1{campaign_id}~1start/post/x-command"
LIST = "/paths/~1boxes/get/x-command"
COMMAND = "x-command: {name: begin, confirm: It sends e-mails.}"


def shows(call: str, arguments: str, rest: str) -> list[tuple[str, str]]:
    """Return the edit after which the command shows something first."""
    shown = f"{{call: {call}, with: {arguments}, {rest}}}"
    return [(COMMAND, COMMAND.replace("}", f", shows: [{shown}]}}§"))]


IDS = "{campaign_id: campaign_id}"
CASES = [
    Case("command-name", f"{START}/name", [("name: begin", "name: Begin§")]),
    Case("command-name", f"{LIST}/watch", [("{watch: id}", "{name: watch, watch: id}§")]),
    Case("command-shows", f"{START}/shows/0/call", shows("campaigns.seek", IDS, "fields: [status]")),
    Case("command-shows", f"{START}/shows/0/call", shows("leads.list", "{}", "count: them")),
    Case("command-shows", f"{START}/shows/0/with/lead", shows("campaigns.get", "{lead: it}", "fields: [status]")),
    Case("command-shows", f"{START}/shows/0", shows("campaigns.get", IDS, "count: them")),
    Case("command-shows", f"{START}/shows/0/fields/0", shows("campaigns.get", IDS, "fields: [mood]")),
    Case("command-file", f"{START}/file", [(COMMAND, COMMAND.replace("}", ", file: body}§"))]),
    Case("command-watch", f"{LIST}/watch", [("{watch: id}", "{watch: mood}§")]),
]


@pytest.mark.parametrize("case", CASES, ids=str)
def test_each_fault_is_found_at_its_place_and_only_once(case: Case) -> None:
    assert_found(case)

"""Sequence steps: editable while the campaign is a draft or paused; their spin syntax is checked."""

import re

from ..document import Json
from ..store import Row
from .call import Behaviour, Call, RefusedError
from .memberships import campaign, restart_sequences, steps_of

VARIABLE = re.compile(r"\{\{[^{}]*\}\}")
NEW: Json = {
    "name": None,
    "subject": None,
    "delayDays": 0,
    "delayHours": 0,
    "sendOnlyIfNoReply": True,
    "sendAsHtml": False,
    "variants": None,
    "hasVariants": False,
}


def valid_spin(text: str) -> bool:
    """Return whether braces are balanced and no group of alternatives is empty; variables are ignored."""
    rest = VARIABLE.sub("x", text)
    depth = 0
    for character in rest:
        depth += {"{": 1, "}": -1}.get(character, 0)
        if depth < 0:
            return False
    return depth == 0 and "{}" not in rest


def listed(call: Call) -> list[Json]:
    """List the steps in their order."""
    return steps_of(call, campaign(call).id)


def create(call: Call) -> Json:
    """Create a step, by default at the end."""
    found = _editable_campaign(call)
    _check_spin(call)
    last = max((row.data["stepNumber"] for row in call.rows("sequences", campaignId=found.id)), default=0)
    data = {**NEW, "campaignId": found.id, "stepNumber": last + 1, **call.body}
    return _changed(call, found, call.make("sequences", "seq", data).data)


def update(call: Call) -> Json:
    """Update the step."""
    found = _editable_campaign(call)
    step = _step(call, found)
    _check_spin(call)
    return _changed(call, found, call.change(step, call.body))


def delete(call: Call) -> Json:
    """Delete the step."""
    found = _editable_campaign(call)
    return _changed(call, found, call.delete(_step(call, found)))


def _changed(call: Call, found: Row, answer: Json) -> Json:
    """Return *answer*, after the leads of the campaign got to know its new steps."""
    if found.data["status"] == "paused":
        restart_sequences(call, found)
    return answer


def _editable_campaign(call: Call) -> Row:
    found = campaign(call)
    if found.data["status"] not in ("draft", "paused"):
        raise RefusedError(400, "Pause the campaign before you change it")
    return found


def _step(call: Call, found: Row) -> Row:
    row = call.row("sequences", call.path["sequence_id"], "Sequence step")
    if row.data["campaignId"] != found.id:
        raise RefusedError(404, "Sequence step not found")
    return row


def _check_spin(call: Call) -> None:
    for name in ("subject", "body"):
        if not valid_spin(call.body.get(name) or ""):
            raise RefusedError(400, f"Invalid spin syntax in {name}")


BEHAVIOURS: dict[str, Behaviour] = {
    "campaigns.sequences.list": listed,
    "campaigns.sequences.create": create,
    "campaigns.sequences.update": update,
    "campaigns.sequences.delete": delete,
}

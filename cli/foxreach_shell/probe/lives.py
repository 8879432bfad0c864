"""The lives of the objects that --write-scratch makes: each tells apart what sources contradict each other about.

A lead shows C4 (status of a DELETE), C6 (whether a deleted lead can be restored), C7 (creating a lead twice) and C31
(clearing a field with null); a template, whether sendAsHtml is kept; a draft campaign, C13 (a step without a subject).
"""

from __future__ import annotations

from collections.abc import Callable, Generator, Iterator
from dataclasses import replace
from typing import Any

from foxreach_runtime.differences.classify import Difference

from ..output import is_dict
from .asking import Asker, Result
from .guard import Seen
from .plan import Ask
from .scratch import CAMPAIGN, LEAD, TEMPLATE, Kind, Scratch, data_of, remove_all, removed_for_certain

Life = Callable[[Asker, Scratch], Iterator[Result]]
FIRST = frozenset({201})
CREATE = Ask("leads.create", LEAD.path, "a new lead", FIRST)
CLEAR = Ask("leads.update", "/leads/{lead_id}", "null in a field", settles="C31")
AGAIN = Ask("leads.create", LEAD.path, "the same lead again", frozenset({409}), settles="C7")
DELETE = Ask("leads.delete", "/leads/{lead_id}", "the lead", settles="C4")
RESTORE = Ask("leads.import_leads", "/leads/import", "the deleted lead", frozenset({200, 201}), settles="C6")
HTML = Ask("templates.create", TEMPLATE.path, "a template with sendAsHtml", FIRST, settles="sendAsHtml")
READ = Ask("templates.get", "/templates/{template_id}", "the new template")
DISCARD = Ask("templates.delete", "/templates/{template_id}", "the template", settles="C4")
DRAFT = Ask("campaigns.create", CAMPAIGN.path, "a draft", FIRST)
STEPS = "/campaigns/{campaign_id}/sequences"
STEP = Ask("campaigns.sequences.create", STEPS, "a step of the draft", FIRST)
BARE = Ask("campaigns.sequences.create", STEPS, "a step without a subject", frozenset({400, 422}), settles="C13")
DROP = Ask("campaigns.delete", "/campaigns/{campaign_id}", "the draft", settles="C4")
ASKS = (CREATE, CLEAR, AGAIN, DELETE, RESTORE, HTML, READ, DISCARD, DRAFT, STEP, BARE, DROP)  # in their order


def scratched(asker: Asker, scratch: Scratch) -> Generator[Result]:
    """Yield what the lives show. Their objects, and those that an earlier probe left, are removed."""
    for kind, life in ((LEAD, _lead), (TEMPLATE, _template), (CAMPAIGN, _campaign)):
        yield from _removed_after(asker, scratch, kind, life)


def _removed_after(asker: Asker, scratch: Scratch, kind: Kind, life: Life) -> Iterator[Result]:
    try:
        remove_all(asker, scratch, kind)
        yield from life(asker, scratch)
    finally:
        left = removed_for_certain(asker, scratch, kind)
    if left:
        yield Result(f"{kind.path[1:]}.delete", f"removal of the {kind.name}", lacking=kind.left)


def _lead(asker: Asker, scratch: Scratch) -> Iterator[Result]:
    row = {"email": scratch.address, "company": "Probe"}
    seen, reason = _made(asker, scratch, LEAD, row)
    yield asker.result(CREATE, seen, reason)
    path = scratch.own(LEAD, data_of(seen))
    if path is None:
        yield from _unasked("no scratch lead", CLEAR, AGAIN, DELETE, RESTORE)
        return
    yield _cleared(asker, path)
    seen, reason = asker.send("POST", LEAD.path, body=row)
    scratch.own(LEAD, data_of(seen))
    yield asker.result(AGAIN, seen, reason)
    result = asker.result(DELETE, *asker.send("DELETE", path))
    yield result
    if result.lacking:
        yield from _unasked("the lead is not deleted", RESTORE)
    else:
        yield _restored(asker, scratch.address)


def _template(asker: Asker, scratch: Scratch) -> Iterator[Result]:
    body = {"name": scratch.name, "body": "Probe", "sendAsHtml": True}
    seen, reason = _made(asker, scratch, TEMPLATE, body)
    result, path = asker.result(HTML, seen, reason), scratch.own(TEMPLATE, data_of(seen))
    if path is None:
        yield result
        yield from _unasked("no scratch template", READ, DISCARD)
        return
    read, reason = asker.send("GET", path)
    found = data_of(read)
    if result.lacking or not is_dict(found):
        yield replace(result, lacking=result.lacking or reason)
    else:
        kept = found.get("sendAsHtml") is True
        yield _settled(asker, result, "/data/sendAsHtml", ("kept", "kept" if kept else "ignored"))
    yield asker.result(READ, read, reason)
    yield asker.result(DISCARD, *asker.send("DELETE", path))


def _campaign(asker: Asker, scratch: Scratch) -> Iterator[Result]:
    seen, reason = _made(asker, scratch, CAMPAIGN, {"name": scratch.name})
    yield asker.result(DRAFT, seen, reason)
    path = scratch.own(CAMPAIGN, data_of(seen))
    if path is None:
        yield from _unasked("no scratch campaign", STEP, BARE, DROP)
        return
    for ask, body in ((STEP, {"subject": "Probe", "body": "Probe"}), (BARE, {"body": "Probe"})):
        yield asker.result(ask, *asker.send("POST", f"{path}/sequences", body=body))
    yield asker.result(DROP, *asker.send("DELETE", path))


def _made(asker: Asker, scratch: Scratch, kind: Kind, body: dict[str, Any]) -> tuple[Seen | None, str]:
    """Create an object; unless the API refuses it, one may exist from now on."""
    scratch.pending.add(kind)
    seen, reason = asker.send("POST", kind.path, body=body)
    if seen is not None and 400 <= seen.status < 500 and seen.status != 408:
        scratch.pending.discard(kind)
    return seen, reason


def _unasked(why: str, *asks: Ask) -> Iterator[Result]:
    for ask in asks:
        yield Result(ask.operation, ask.about, lacking=why, settles=ask.settles)


def _cleared(asker: Asker, path: str) -> Result:
    """Return whether null clears a field."""
    result = asker.result(CLEAR, *asker.send("PATCH", path, body={"company": None}))
    read, reason = asker.send("GET", path)
    lead = data_of(read)
    if result.lacking or not is_dict(lead):
        return replace(result, lacking=result.lacking or reason)
    kept = lead.get("company") is not None
    return _settled(asker, result, "/data/company", ("null", "string") if kept else ("null", "null"))


def _restored(asker: Asker, address: str) -> Result:
    """Return whether an import restores the lead that was deleted."""
    seen, reason = asker.send("POST", "/leads/import", body={"leads": [{"email": address}]})
    result, report = asker.result(RESTORE, seen, reason), data_of(seen)
    if result.lacking or not is_dict(report):
        return replace(result, lacking=result.lacking or "no report")
    restored = report.get("restored") == 1
    return _settled(asker, result, "/data/restored", ("restored", "restored" if restored else "created"))


def _settled(asker: Asker, result: Result, pointer: str, words: tuple[str, str]) -> Result:
    """Return *result* with what was *seen* instead of what is *documented*, if they differ."""
    documented, seen = words
    if documented == seen:
        return replace(result, seen=seen)
    place = asker.document.operations[result.operation].place
    line = asker.document.line(place)
    other = Difference(result.operation, int(result.seen), pointer, "shape", documented, seen, place, line)
    return replace(result, found=(*result.found, other), seen=seen)

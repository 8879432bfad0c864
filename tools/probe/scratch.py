"""One lead at example.invalid, which tells apart what the vendor's sources contradict each other about: C4 (status of a
DELETE), C6 (whether a deleted lead can be restored), C7 (creating a lead twice) and C31 (clearing a field with null).

It is removed whatever happens. Only requests about it may leave: the guard asks `Scratch.allows`.
"""

from __future__ import annotations

import re
import secrets
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import msgspec
from foxreach_runtime.differences.classify import Difference

from generator.source.document import is_mapping, list_in

from .asking import Asker, Result, body_of
from .guard import Seen
from .plan import Ask

PREFIX, DOMAIN = "foxreach-probe-", "example.invalid"  # RFC 2606: nobody has an address there.
OURS = re.compile(rf"{PREFIX}[0-9a-f]+@{re.escape(DOMAIN)}")
TRIES = 3  # to remove it
LEFT = f"a lead at {DOMAIN} could not be removed: search for {PREFIX} in the dashboard and delete it"


class Scratch:
    """The address of the lead and the ids that belong to it, in memory alone. *base* is the path of the base URL."""

    def __init__(self, base: str = "/api/v1") -> None:
        self._leads = f"{base.rstrip('/')}/leads"
        self.address = f"{PREFIX}{secrets.token_hex(6)}@{DOMAIN}"
        self._owned: set[str] = set()

    def own(self, lead: Any) -> str | None:
        """Return the id of *lead* and allow its removal, if its address is one that only a probe makes."""
        if not is_mapping(lead) or not OURS.fullmatch(str(lead.get("email"))):
            return None
        name = lead.get("id")
        if not isinstance(name, str):
            return None
        self._owned.add(name)
        return name

    def allows(self, method: str, path: str, content: bytes) -> bool:
        """Return True for a request about the scratch lead alone."""
        if not path.startswith(self._leads):
            return False
        below = path.removeprefix(self._leads)
        if method in ("PATCH", "DELETE"):
            return below.removeprefix("/") in self._owned
        body: Any = msgspec.json.decode(content) if content else None
        if not is_mapping(body) or method != "POST" or below not in ("", "/import"):
            return False
        rows = list_in(body, "leads") if below else [body]
        return [each.get("email") for each in rows] == [self.address]


def scratched(asker: Asker, scratch: Scratch) -> Iterator[Result]:
    """Yield what the life of one lead shows. The lead and those that an earlier probe left are removed at the end."""
    try:
        _remove_all(asker, scratch)
        yield from _lived(asker, scratch)
    finally:
        left = _removed_for_certain(asker, scratch)
    if left:
        yield Result("leads.delete", "removal of the scratch lead", lacking=LEFT)


CREATE = Ask("leads.create", "/leads", "a new lead", frozenset({201}))
CLEAR = Ask("leads.update", "/leads/{lead_id}", "null in a field", settles="C31")
AGAIN = Ask("leads.create", "/leads", "the same lead again", frozenset({409}), settles="C7")
DELETE = Ask("leads.delete", "/leads/{lead_id}", "the lead", settles="C4")
RESTORE = Ask("leads.import_leads", "/leads/import", "the deleted lead", frozenset({200, 201}), settles="C6")


def _lived(asker: Asker, scratch: Scratch) -> Iterator[Result]:
    row = {"email": scratch.address, "company": "Probe"}
    seen, reason = asker.send("POST", "/leads", body=row)
    yield asker.result(CREATE, seen, reason)
    name = scratch.own(_data(seen))
    if name is None:
        for ask in (CLEAR, AGAIN, DELETE, RESTORE):
            yield Result(ask.operation, ask.about, lacking="no scratch lead", settles=ask.settles)
        return
    yield _cleared(asker, name)
    seen, reason = asker.send("POST", "/leads", body=row)
    scratch.own(_data(seen))
    yield asker.result(AGAIN, seen, reason)
    deleted, reason = asker.send("DELETE", f"/leads/{name}")
    result = asker.result(DELETE, deleted, reason)
    yield result
    if result.lacking:
        yield Result(RESTORE.operation, RESTORE.about, lacking="the lead is not deleted", settles=RESTORE.settles)
    else:
        yield _restored(asker, scratch.address)


def _cleared(asker: Asker, name: str) -> Result:
    """Return whether null clears a field."""
    result = asker.result(CLEAR, *asker.send("PATCH", f"/leads/{name}", body={"company": None}))
    read, reason = asker.send("GET", f"/leads/{name}")
    lead = _data(read)
    if result.lacking or not is_mapping(lead):
        return replace(result, lacking=result.lacking or reason)
    kept = lead.get("company") is not None
    return _settled(asker, result, "/data/company", ("null", "string") if kept else ("null", "null"))


def _restored(asker: Asker, address: str) -> Result:
    """Return whether an import restores the lead that was deleted."""
    seen, reason = asker.send("POST", "/leads/import", body={"leads": [{"email": address}]})
    result, report = asker.result(RESTORE, seen, reason), _data(seen)
    if result.lacking or not is_mapping(report):
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
    other = Difference(result.operation, 200, pointer, "shape", documented, seen, place, line)
    return replace(result, found=(*result.found, other), seen=seen)


def _removed_for_certain(asker: Asker, scratch: Scratch) -> bool:
    """Remove the lead, also while the user interrupts; return True if it may still be there."""
    interrupted: BaseException | None = None
    left = True
    for _ in range(TRIES):
        try:
            left = _remove_all(asker, scratch)
        except BaseException as error:  # noqa: BLE001  # It is raised again once the lead is gone.
            interrupted = error
        if not left:
            break
    if interrupted is not None:
        if left:
            interrupted.add_note(LEFT)
        raise interrupted
    return left


def _remove_all(asker: Asker, scratch: Scratch) -> bool:
    """Remove every lead of a probe; return True if one may still be there."""
    seen, _ = asker.send("GET", "/leads", query={"search": PREFIX, "pageSize": 100})
    exact, _ = asker.send("GET", "/leads", query={"email": scratch.address})
    leads = [*(_data(seen) or ()), *(_data(exact) or ())]
    names = [name for name in map(scratch.own, leads) if name is not None]
    replies = [asker.send("DELETE", f"/leads/{name}")[0] for name in dict.fromkeys(names)]
    removed = all(reply is not None and reply.status in (200, 204, 404) for reply in replies)
    return not (removed and exact is not None and exact.status == 200)


def _data(seen: Seen | None) -> Any:
    body = body_of(seen)
    return body.get("data") if is_mapping(body) else None

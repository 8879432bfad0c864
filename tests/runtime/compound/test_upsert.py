"""An upsert under every fault at every call: never two leads, never a lost field, never a wrong `created`."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial
from itertools import combinations, islice, product
from typing import Any, cast
from unicodedata import normalize

import pytest
from foxreach_client import ConflictError, FoxReachError, Lead, OutcomeUnknownError
from foxreach_client.operations.leads import LEADS_CREATE_UPSERT, leads_create
from foxreach_runtime.compound.upsert import Upserted, upserting

from .server import FAULTS, Server

EMAIL = "jane@example.com"
SENT: dict[str, Any] = {"email": "Jane@Example.com", "title": "CTO", "custom_fields": {"b": 2}, "tags": ["x"]}
CALLS = 6  # The first ones, before each of which something may happen.


def run(server: Server, sent: dict[str, Any]) -> Upserted[Lead]:
    """Return what an upsert comes to on *server*."""
    steps = upserting(leads_create(**sent), LEADS_CREATE_UPSERT, server.clock)
    try:
        call = next(steps)
        while True:
            call = steps.send(server.answer(call))
    except StopIteration as end:
        result: Upserted[Lead] = end.value
        return result


def server_with(state: str) -> Server:
    """Return a server without the lead, with it, or with it deleted."""
    server = Server()
    if state != "absent":
        server.create("before", email=EMAIL, title="CEO", company="Acme", custom_fields={"a": 1, "b": 1})
        server.now += 30
    if state == "deleted":
        server.delete(EMAIL)
    return server


def events(server: Server) -> dict[str, Callable[[], object]]:
    """Return what another writer may do at any moment."""
    return {
        "other creates": lambda: server.create("other", email=EMAIL, company="Acme"),
        "other deletes": lambda: server.delete(EMAIL),
    }


def plans() -> Iterator[tuple[tuple[int, str], ...]]:
    """Yield every choice of up to three faults and events, each before one of the first calls."""
    kinds = [*(f"{fault} {when}" for fault in FAULTS for when in ("before", "after")), "other creates", "other deletes"]
    places = [(number, kind) for number in range(CALLS) for kind in kinds]
    for size, share in ((0, 1), (1, 1), (2, 1), (3, 9)):  # All choices of up to two, and each ninth of three.
        for plan in islice(combinations(places, size), None, None, share):
            if len({number for number, _ in plan}) == size:
                yield plan


def check(state: str, plan: tuple[tuple[int, str], ...]) -> str:
    """Run an upsert under *plan*, and return how it ended."""
    server = server_with(state)
    happens = events(server)
    server.before = {number: happens[kind] for number, kind in plan if kind in happens}
    faults = [(number, kind.split()) for number, kind in plan if kind not in happens]
    server.faults = {number: (kind, when == "after") for number, (kind, when) in faults}
    before = None if state == "absent" else server.rows[EMAIL].lead
    try:
        lead, created = run(server, SENT)
    except FoxReachError:
        hit = [server.calls[number] for number, _ in plan if number < len(server.calls)]
        assert len(hit) > 1 or hit[0] != "leads.create", "one fault of a creation is settled"
        return "raised"
    row = server.rows[EMAIL]
    assert list(server.rows) == [EMAIL]
    assert (row.deleted, row.lead) == (False, lead)
    assert created == (row.creator == "us")
    assert (lead.title, lead.tags, (lead.custom_fields or {})["b"]) == ("CTO", ["x"], 2)
    if before is not None and lead.id == before.id:
        assert (lead.company, lead.custom_fields) == ("Acme", {"a": 1, "b": 2})
    return "created" if created else "updated"


@pytest.mark.parametrize("state", ["absent", "present", "deleted"])
def test_no_fault_and_no_other_writer_makes_a_wrong_lead_or_a_wrong_result(state: str) -> None:
    ends = {check(state, plan) for plan in plans()}
    assert ends == {"created", "updated", "raised"}


@pytest.mark.parametrize(
    ("state", "calls"),
    [("absent", ["leads.create"]), ("present", ["leads.create", "leads.list", "leads.update"])],
)
def test_it_makes_no_call_that_it_does_not_need(state: str, calls: list[str]) -> None:
    server = server_with(state)
    run(server, SENT)
    assert server.calls == calls
    run(server, SENT)
    assert server.calls[len(calls) :] == ["leads.create", "leads.list"]  # Nothing differs: no update.


def test_a_field_that_counts_only_on_creation_is_not_sent_with_an_update() -> None:
    server = server_with("present")
    lead, _ = run(server, {**SENT, "source": "manual"})
    assert lead.source is None


def test_null_clears_the_custom_fields() -> None:
    lead, _ = run(server_with("present"), {"email": EMAIL, "custom_fields": None})
    assert lead.custom_fields is None


@pytest.mark.parametrize(("there", "error"), [(False, OutcomeUnknownError), (True, ConflictError)])
def test_if_the_server_does_not_filter_the_first_error_is_raised_and_nothing_changes(
    there: bool, error: type[FoxReachError]
) -> None:
    server = Server(filters=False, faults={} if there else {0: ("lost", False)})
    for name in ("a", "b", *(["jane"] if there else [])):
        server.create("before", email=f"{name}@example.com")
    before = [row.lead for row in server.rows.values()]
    with pytest.raises(error):
        run(server, SENT)
    assert [row.lead for row in server.rows.values()] == before


TEXTS = ("Café", "café", " Café ", "Cafe\u0301")  # equal but for case, outer spaces, or the form of Unicode
VALUES: tuple[Any, ...] = (1, True, 1.0, [0, False], [False, 0], {"x": 1}, {"x": True}, "Café", " Café ")
FORMS: dict[str, Callable[[str], str]] = {
    "as sent": str,
    "trims": str.strip,
    "folds": str.casefold,
    "composes": lambda text: normalize("NFC", text),
}
LOST: dict[str, dict[int, tuple[str, bool]]] = {
    "no answer": {},
    "first answer": {0: ("lost", True)},
    "first request": {0: ("lost", False)},
    "second creation, too": {0: ("lost", False), 2: ("lost", True)},
}


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("lost", LOST)
@pytest.mark.parametrize("deduplicates", [False, True])
def test_a_value_that_looks_alike_is_a_difference_and_shows_who_created(
    form: str, lost: str, deduplicates: bool
) -> None:
    maps = [*({"a": value} for value in VALUES), {"a": "Café", "b": 1}]
    alike = [*(("company", text) for text in TEXTS), *(("custom_fields", each) for each in maps)]
    for (name, ours), (other, theirs), moment in product(alike, alike, (None, 0, 2)):
        server = Server(keeps=FORMS[form], faults=LOST[lost], deduplicates=deduplicates)
        create = partial(server.create, "other", **{"email": EMAIL, other: theirs})
        server.before = {} if moment is None else {moment: create}
        try:
            lead, created = run(server, {"email": "Jane@Example.com", name: ours})
        except OutcomeUnknownError:
            assert server.calls == ["leads.create", "leads.list", "leads.update"]
            continue
        stored, [row] = server.stored(ours), server.rows.values()
        told = (name, ours, other, theirs, moment, server.calls)
        assert {repr(among(getattr(each, name), stored)) for each in (lead, row.lead)} == {repr(stored)}, told
        assert server.calls.count("leads.update") <= 1, told
        if row.creator == "us" or (other, repr(server.stored(theirs))) != (name, repr(stored)):
            assert created == (row.creator == "us"), told


def among(value: Any, sent: object) -> object:
    """Return *value*, a map with the keys of *sent* only: the others were there before."""
    return {key: value[key] for key in cast("dict[str, Any]", sent)} if isinstance(sent, dict) else value


@pytest.mark.parametrize("form", FORMS)
def test_a_text_that_the_server_keeps_as_it_was_sent_is_not_sent_again(form: str) -> None:
    server = Server(keeps=FORMS[form])
    sent = {"email": EMAIL, "company": FORMS[form]("Café"), "tags": ("x",), "custom_fields": {"a": (1, True)}}
    for _ in range(2):
        run(server, sent)
    assert server.calls == ["leads.create", "leads.create", "leads.list"]

"""The store against a simple model, with failed transactions and restarts in between."""

import tempfile
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from foxreach_sandbox.store import SEARCHES, Row, Store
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

EMAILS = st.sampled_from([f"{name}@{place}.example" for name in ("jane", "Jo", "x%_") for place in ("acme", "b")])
STATES = st.sampled_from(["active", "replied"])
WORDS = ("jan", "o@", "%", "acme.ex", "nobody", "JO")
PAGE = 3


class FailedError(Exception):
    """Ends a transaction."""


@dataclass
class Known:
    email: str
    status: str
    tags: list[str]
    deleted: bool = False


class Model(RuleBasedStateMachine):
    """Leads of one workspace, in a dictionary and in the store."""

    def __init__(self) -> None:
        super().__init__()
        self.folder = tempfile.TemporaryDirectory()
        self.file = Path(self.folder.name) / "sandbox.db"
        self.store = Store(self.file)
        self.leads: dict[str, Known] = {}
        self.ever: set[str] = set()
        self.often = False

    def teardown(self) -> None:
        self.store.close()
        self.folder.cleanup()

    def active(self, email: str) -> list[str]:
        return [n for n, lead in self.leads.items() if lead.email.lower() == email.lower() and not lead.deleted]

    def put(self, name: str) -> None:
        lead = self.leads[name]
        data = {"id": name, "email": lead.email, "status": lead.status, "tags": lead.tags, "company": None}
        self.store.put(Row("leads", name, "first", data, deleted=lead.deleted))

    @rule(email=EMAILS, status=STATES, tags=st.lists(st.sampled_from(["vip", "vi"]), max_size=2))
    def make(self, email: str, status: str, tags: list[str]) -> None:
        if not self.active(email):
            data: dict[str, Any] = {"email": email, "status": status, "tags": tags, "company": None}
            row = self.store.make("leads", "cld", "first", data)
            assert row.id not in self.ever  # No id comes again.
            self.ever.add(row.id)
            self.leads[row.id] = Known(email, status, tags)

    @precondition(lambda self: self.leads)
    @rule(data=st.data(), status=STATES, email=EMAILS)
    def change(self, data: st.DataObject, status: str, email: str) -> None:
        name = data.draw(st.sampled_from(sorted(self.leads)))
        if self.active(email) in ([], [name]):
            self.leads[name].status, self.leads[name].email = status, email
            self.put(name)

    @precondition(lambda self: self.leads)
    @rule(data=st.data())
    def delete_or_restore(self, data: st.DataObject) -> None:
        name = data.draw(st.sampled_from(sorted(self.leads)))
        lead = self.leads[name]
        if not lead.deleted or not self.active(lead.email):
            lead.deleted = not lead.deleted
            self.put(name)

    @precondition(lambda self: self.leads)
    @rule(data=st.data())
    def drop(self, data: st.DataObject) -> None:
        name = data.draw(st.sampled_from(sorted(self.leads)))
        self.store.drop(Row("leads", name, "first", {"id": name}))
        del self.leads[name]

    @rule()
    def fail(self) -> None:
        with pytest.raises(FailedError):
            self.half_done()

    def half_done(self) -> None:
        with self.store.transaction():
            self.store.make("kinds", "new", "second", {"unheard": "of"})
            for row in list(self.store.all("leads", "first")):
                self.store.put(Row("leads", row.id, "first", {**row.data, "status": "lost"}, deleted=True))
            self.store.make("leads", "cld", "first", {"email": "jane@lost.example", "status": "lost", "tags": []})
            raise FailedError

    @initialize(often=st.booleans())
    def choose(self, often: bool) -> None:
        """Have the matches of each search counted anew, or corrected with each lead that is written."""
        self.often = often

    @rule()
    def restart(self) -> None:
        self.store.close()
        self.store = Store(self.file)

    @invariant()
    def lists_agree(self) -> None:
        alive = {name: lead for name, lead in self.leads.items() if not lead.deleted}
        assert [row.id for row in self.store.all("leads", "first")] == list(alive)
        assert {name for name in self.leads if self.store.find("leads", "first", name)} == set(alive)
        for status in ("active", "replied", "lost"):
            names = [name for name, lead in alive.items() if lead.status == status]
            found = self.store.listing("leads", "first", lambda row: row.data, {"status": status})
            assert [lead["id"] for lead in found[:PAGE]] == names[:PAGE]
            assert self.store.count("leads", "first", status=status) == len(found) == len(names)
        for number in range(SEARCHES if self.often else 0):  # No number of matches of an earlier search is kept.
            assert not self.store.listing("leads", "first", lambda row: row.data, word=f"other{number}")
        for word in WORDS:
            found = self.store.listing("leads", "first", lambda row: row.data, word=word)
            names = [name for name, lead in alive.items() if word.lower() in lead.email.lower()]
            assert ([each["id"] for each in found[:]], len(found)) == (names, len(names))
        found = self.store.listing("leads", "first", lambda row: row.data, tag="vi")
        assert [each["id"] for each in found[:]] == [name for name, lead in alive.items() if "vi" in lead.tags]
        assert self.store.count("kinds", "second") == 0

    @invariant()
    def addresses_agree(self) -> None:
        for email in ("jane@acme.example", "JO@B.example"):
            row, names = self.store.lead_by_email("first", email), self.active(email)
            assert len(names) <= 1
            if names:
                assert row is not None
                assert row.id == names[0]
            else:
                assert row is None or (row.deleted and row.data["email"].lower() == email.lower())


TestModel = Model.TestCase
TestModel.settings = settings(max_examples=20, stateful_step_count=20, deadline=None)


def test_the_index_of_words_finds_what_reading_all_rows_finds(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("foxreach_sandbox.store.SMALL", 0)
    store = Store()
    for number in range(40):
        data = {
            "email": f"lead{number}@x.example",
            "firstName": 'J"ane' if number % 3 else "Bo",
            "tags": ["big", "vip"],
        }
        store.make("leads", "cld", "first", {**data, "status": "active"})
        store.make("leads", "cld", "second", {**data, "status": "active"})
    for words, number in (
        ({"word": 'j"AN'}, 26),
        ({"word": "ad1"}, 11),
        ({"word": "x.example"}, 40),
        ({"tag": "vip"}, 40),
    ):
        assert len(store.listing("leads", "first", lambda row: row.data, None, **words)) == number
    assert [lead["id"] for lead in store.listing("leads", "first", lambda row: row.data, word='j"an')[2:4]] == [
        "cld_9",
        "cld_11",
    ]
    assert len(store.listing("leads", "first", lambda row: row.data, word="xig")) == 0


def test_a_list_of_rows_is_a_sequence() -> None:
    store = Store()
    for number in range(4):
        store.make("templates", "ctm", "first", {"number": number})
    found: Any = store.listing("templates", "first", lambda row: row.data["number"])
    assert (found[:], found[::-1], found[-1], found[3:9], found[5:9]) == ([0, 1, 2, 3], [3, 2, 1, 0], 3, [3], [])
    with pytest.raises(IndexError):
        found[4]

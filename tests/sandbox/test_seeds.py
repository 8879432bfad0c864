"""Seeds and snapshots: of one's own, readable, and restored whole or not at all."""

import json
import re
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path
from typing import Any

import httpx2
import pytest
from foxreach_sandbox import Sandbox
from foxreach_sandbox.__main__ import main
from foxreach_sandbox.former import snapshot_of

from tests.sandbox.asking import ask, made

LISTS: dict[str, Any] = {
    "accounts": [{"email": "sales@example.com"}],
    "leads": [{"email": "jane@example.com", "tags": ["vip"]}, {"email": "jo@example.com"}],
    "campaigns": [
        {
            "name": "Spring",
            "sequences": [{"subject": "Hi", "body": "Hello"}],
            "leads": ["jane@example.com"],
            "accounts": ["sales@example.com"],
            "start": True,
        },
        {"name": "Summer"},
    ],
    "templates": [{"name": "T", "body": "B"}],
    "webhooks": [{"url": "http://127.0.0.1:9/", "events": ["lead.created"]}],
}


@pytest.fixture
def file(tmp_path: Path) -> Path:
    found = tmp_path / "seed.json"
    found.write_text(json.dumps(LISTS))
    return found


def contents(sandbox: Sandbox) -> Any:
    return {name: value for name, value in sandbox.snapshot().items() if name != "time"}


def test_a_seed_of_lists_is_created_through_the_api(file: Path) -> None:
    sandbox = Sandbox(seed=file, limit=1, contacts=1)
    assert [lead["email"] for lead in sandbox.state.leads] == ["jane@example.com", "jo@example.com"]
    campaigns = sandbox.state.rows("campaigns")
    assert [(each["name"], each["status"], each["totalLeads"]) for each in campaigns] == [
        ("Spring", "active", 1),
        ("Summer", "draft", 0),
    ]
    assert len(sandbox.requests) == 0
    made(sandbox, "/templates", name="More", body="B")
    sandbox.reset()
    assert len(sandbox.state.rows("templates")) == 1
    assert Sandbox(seed=str(file)).state.leads[0]["tags"] == Sandbox(seed=LISTS).state.leads[0]["tags"] == ["vip"]


def test_a_snapshot_is_readable_json_and_a_seed(tmp_path: Path) -> None:
    sandbox = Sandbox(seed="demo")
    gone = sandbox.state.leads[4]
    ask(sandbox, "DELETE", f"/leads/{gone['id']}")
    saved = tmp_path / "saved.json"
    saved.write_text(json.dumps(sandbox.snapshot(), indent=1))
    assert '"email": "lea@example.com"' in saved.read_text()
    again = Sandbox(seed=saved)
    assert contents(again) == contents(sandbox)
    report = ask(again, "POST", "/leads/import", {"leads": [{"email": gone["email"]}]}).data
    assert report["restored"] == 1  # A deleted lead is in the snapshot, too.
    assert made(again, "/templates", name="N", body="B") not in saved.read_text()


def test_a_restored_sandbox_is_as_it_was_and_goes_on() -> None:
    sandbox = Sandbox(seed="demo")
    before, taken = contents(sandbox), sandbox.snapshot()
    for lead in sandbox.state.leads:
        ask(sandbox, "DELETE", f"/leads/{lead['id']}")
    made(sandbox, "/leads", email="new@example.com")
    sandbox.restore(taken)
    assert contents(sandbox) == before
    assert ask(sandbox, "POST", "/leads", {"email": "lea@example.com"}).status == 409
    sandbox.reset()
    assert len(sandbox.state.leads) == 5


BROKEN: list[tuple[Any, str]] = [
    (None, "a snapshot must be an object whose format is 'foxreach-sandbox 1'"),
    ({"rows": [], "made": 1}, "a snapshot must be an object whose format"),
    ({"rows": {}, "made": 1}, "a snapshot must have a list of rows"),
    ({"rows": []}, "a snapshot must have a list of rows, and in made"),
    ({"rows": [{"kind": "leads"}], "made": 1}, "row 0 of the snapshot must have kind, id, workspace and data"),
    ({"rows": [{"kind": "leads", "id": "a", "workspace": "first", "data": {"id": "b"}}], "made": 1}, "the same id"),
    (
        {"rows": [{"kind": "leads", "id": "a", "workspace": "first", "data": {}}], "made": 1},
        "row 0 of the snapshot (leads a): id: Field required",
    ),
]


@pytest.mark.parametrize(("snapshot", "words"), BROKEN)
def test_what_cannot_be_restored_changes_nothing(snapshot: Any, words: str) -> None:
    sandbox = Sandbox(seed="demo")
    before = contents(sandbox)
    given: Any = (
        snapshot if words.endswith("format") or snapshot is None else {"format": "foxreach-sandbox 1", **snapshot}
    )
    with pytest.raises(ValueError, match=re.escape(words)):
        sandbox.restore(given)
    assert contents(sandbox) == before


SWAPPED: list[tuple[str, Any, str]] = [
    ("leads", {"status": 10**30}, "(leads cld_2): status: Input should be "),
    ("leads", {"firstName": True}, "(leads cld_2): firstName: Input should be a valid string"),
    ("leads", {"email": "john@example.com"}, "(leads cld_3) has the address of another lead"),
    ("threads", {"leadId": {"a": 1}}, ": leadId: Input should be a valid string"),
    ("campaigns", None, "(campaigns cmp_7): id: Field required"),
    ("campaigns", {"timezone": 1e308}, "(campaigns cmp_7): timezone: Input should be a valid string"),
    ("campaigns", {"sendingStartHour": "9"}, "(campaigns cmp_7): sendingStartHour is not of the type"),
    ("campaigns", {"sendingDays": [9]}, "(campaigns cmp_7): sendingDays.0: Input should be less than or equal to 7"),
    ("sequences", {"delayDays": 10**19}, ": delayDays: Input should be less than or equal to 36500"),
    ("memberships", {"shown": {}}, ": shown.campaignId: Field required"),
    ("memberships", {"due": -1e300}, ": due: Input should be greater than or equal to 0"),
    ("messages", {"message": []}, ": message: Input should be a valid dictionary"),
    ("waits", {"started": "now"}, ": started: Input should be a valid number"),
]


@pytest.mark.parametrize(("kind", "change", "words"), SWAPPED)
def test_a_row_whose_values_have_other_types_changes_nothing(kind: str, change: Any, words: str) -> None:
    sandbox = Sandbox(seed="demo")
    before, taken = contents(sandbox), sandbox.snapshot()
    row = next(each for each in taken["rows"] if each["kind"] == kind)
    row["data"] = {**row["data"], **change} if change else {}
    with pytest.raises(ValueError, match=re.escape(words)):
        sandbox.restore(taken)
    assert contents(sandbox) == before
    with pytest.raises(ValueError, match=re.escape(words)):
        Sandbox(seed=taken)


def test_two_rows_with_one_id_change_nothing() -> None:
    sandbox = Sandbox(seed="demo")
    before, taken = contents(sandbox), sandbox.snapshot()
    row = next(each for each in taken["rows"] if each["kind"] == "templates")
    taken["rows"].append({**row, "data": {**row["data"], "name": "Another"}, "deleted": True})
    with pytest.raises(ValueError, match=rf"\(templates {row['id']}\) has the id of another row"):
        sandbox.restore(taken)
    assert contents(sandbox) == before
    taken["rows"][-1]["workspace"] = "second"  # There, it is another row.
    sandbox.restore(taken)


FORMER = "CREATE TABLE rows (kind TEXT, id TEXT, workspace TEXT, deleted INTEGER, data TEXT, PRIMARY KEY (kind, id))"


def former_file(path: Path, sandbox: Sandbox) -> Path:
    """Write the rows of *sandbox* as format 1 did."""
    with closing(sqlite3.connect(path)) as database, database:
        database.execute(FORMER)
        for row in sandbox.snapshot()["rows"]:
            data = {name: value for name, value in row["data"].items() if name != "sort"}
            line = row["kind"], row["id"], row["workspace"], row.get("deleted", False), json.dumps(data)
            database.execute("INSERT INTO rows VALUES (?, ?, ?, ?, ?)", line)
    return path


def test_the_rows_of_a_file_of_format_1_are_carried_over_whole(tmp_path: Path) -> None:
    sandbox = Sandbox(seed="demo")
    ask(sandbox, "DELETE", f"/leads/{sandbox.state.leads[-1]['id']}")
    ask(sandbox, "POST", f"/inbox/{sandbox.state.rows('threads')[0]['id']}/reply", {"body": "Thanks"})
    old = former_file(tmp_path / "old.db", sandbox)
    before = old.read_bytes()
    with pytest.raises(ValueError, match=rf"python -m foxreach_sandbox.former {re.escape(str(old))} > rows.json"):
        Sandbox(file=old)
    done = subprocess.run([sys.executable, "-m", "foxreach_sandbox.former", old], capture_output=True, check=True)
    rows = tmp_path / "rows.json"
    rows.write_bytes(done.stdout)
    with Sandbox(seed=rows, file=tmp_path / "new.db") as carried:
        assert contents(carried)["rows"] == contents(sandbox)["rows"]
    assert old.read_bytes() == before


def test_what_is_no_file_of_format_1_is_named(tmp_path: Path) -> None:
    Sandbox(file=tmp_path / "new.db").close()
    (tmp_path / "text").write_text("no database" * 100)
    for name, words in (("new.db", "is no file of format 1"), ("text", "not a database"), ("none", "there is no file")):
        with pytest.raises(ValueError, match=words):
            snapshot_of(tmp_path / name)


def test_a_row_may_have_a_status_that_no_version_of_the_spec_knows() -> None:
    sandbox = Sandbox(seed="demo")
    taken = sandbox.snapshot()
    [*_, lead] = [each for each in taken["rows"] if each["kind"] == "leads"]
    lead["data"]["status"] = "asleep"
    sandbox.restore(taken)
    assert [each["status"] for each in sandbox.state.leads][-1] == "asleep"


def test_an_account_without_a_daily_limit_sends_all() -> None:
    sandbox = Sandbox(seed={**LISTS, "accounts": [{"email": "sales@example.com", "dailyLimit": None}]})
    sandbox.clock.advance(7 * 86_400)
    assert [mail["toEmail"] for mail in sandbox.state.sent] == ["jane@example.com"]


def test_the_rows_of_a_busy_sandbox_can_be_restored() -> None:
    sandbox = Sandbox(seed=LISTS)
    sandbox.world.recipients(opens=1.0, replies=1.0)
    while not (sandbox.state.sent and sandbox.state.rows("events")):
        sandbox.clock.advance(3_600)
    taken = sandbox.snapshot()
    kinds = {each["kind"] for each in taken["rows"]}
    assert kinds >= {"events", "memberships", "messages", "recipients", "tallies", "waits", "webhooks"}
    sandbox.restore(taken)
    assert contents(sandbox)["rows"] == taken["rows"]


@pytest.mark.anyio
async def test_a_snapshot_is_taken_and_restored_over_http() -> None:
    sandbox = Sandbox(seed="demo")
    async with httpx2.AsyncClient(transport=httpx2.ASGITransport(app=sandbox.app)) as client:
        taken = (await client.get("http://localhost/_sandbox/snapshot")).json()["data"]
        await client.post("http://localhost/_sandbox/restore", json={"snapshot": {**taken, "rows": []}})
        assert sandbox.state.leads == []
        await client.post("http://localhost/_sandbox/restore", json={"snapshot": taken})
        assert len(sandbox.state.leads) == 5
        assert len(Sandbox(seed={"data": taken}).state.leads) == 5  # The whole answer, as curl writes it to a file.
        refused = await client.post("http://localhost/_sandbox/restore", json={"snapshot": {"rows": 5}})
        assert (refused.status_code, "format" in refused.json()["detail"]) == (400, True)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        (None, "seed must be empty, demo or a JSON file, and"),
        ("{", "is no JSON"),
        ("[]", "a seed must be an object"),
        ('{"lead": []}', "unknown rows 'lead' in the seed; expected one of: accounts, leads, "),
        ('{"leads": {}}', "leads of the seed must be a list of objects"),
        (
            '{"leads": [{"email": "x"}]}',
            "leads of the seed, number 0: POST /leads answered 422: email: value is not a valid email address",
        ),
        (
            '{"leads": [{"email": "a@x.com"}, {"email": "b"}]}',
            "leads of the seed, number 1: POST /leads answered",
        ),
        ('{"campaigns": [{"name": "A", "start": true}]}', "campaigns of the seed, number 0: POST /campaigns/"),
        ('{"data": {"rows": []}}', "a snapshot must be an object whose format is"),
        (
            '{"leads": [{"email": "a@example.com", "firstName": true}]}',
            "422: firstName: Input should be a valid string",
        ),
        ('{"leads": [{"path": "/x"}]}', "422: email: Field required"),
        ('{"accounts": [{}]}', "accounts of the seed, number 0: email: Field required"),
        ('{"accounts": [{"email": "a", "dailyLimit": "x"}]}', "number 0: dailyLimit: Input should be a valid integer"),
        ('{"campaigns": [{"name": "A", "leads": [{}]}]}', "number 0: leads.0: Input should be a valid string"),
        ('{"campaigns": [{"name": "A", "sequences": 5}]}', "number 0: sequences: Input should be a valid list"),
        ('{"rows": []}', "a snapshot must be an object whose format is"),
    ],
)
def test_a_seed_that_cannot_be_read_is_one_sentence(tmp_path: Path, text: str | None, words: str) -> None:
    file = tmp_path / "seed.json"
    if text is not None:
        file.write_text(text)
    with pytest.raises(SystemExit, match=f"^foxreach-sandbox: .*{re.escape(words)}"):
        main(["--port", "0", "--seed", str(file)])

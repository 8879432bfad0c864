"""The tables of docs/migration.md for users of the vendor's SDK: each row runs with both packages on the sandbox."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Mapping
from dataclasses import fields, is_dataclass
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import foxreach_client
import httpx
import httpx2
import msgspec
import pytest
from foxreach_sandbox import Fault

from tests.migration.sides import OURS, Side, new_side, old_side, vendor

PAGE = (Path(__file__).resolve().parents[2] / "docs" / "migration.md").read_text("utf-8")
ROW = re.compile(r"^\| `(.+?)` \| `(.+?)` \|(?: (.+))? \|$", re.MULTILINE)
TABLES = {part.split(":")[0].strip("| "): ROW.findall(part) for part in PAGE.split("\n\n") if ": `foxreach`" in part}
NO_CALLS = {"Clients", "Closing", "Classes", "Fields"}
ROWS = [row for name, table in TABLES.items() if name not in NO_CALLS for row in table]
ERRORS = re.findall(r"^\| ([\w ]+?) \| (?:`(\w+)`|an exception of httpx) \| `(\w+)` \|$", PAGE, re.MULTILINE)

RETURNS_NONE = "instead of None"
OTHER_PATH = "instead of `/inbox/ID`"
LEFT_OUT = "the undocumented `templateType` is not sent"
RENAMED = "`category` is sent instead of `templateType`"


def renamed(values: Mapping[str, Any]) -> dict[str, Any]:
    """Return custom fields with the names that the SDK gives them."""
    return {vendor._http._to_snake(name): value for name, value in values.items()}


def check_same(old: Any, new: Any) -> None:
    """Assert that each value of the SDK's result is in ours."""
    if hasattr(old, "meta"):
        check_same(old.data, list(new.items))
        assert (old.meta.page, old.meta.page_size) == (new.number, new.size)
        assert (old.meta.total, old.meta.total_pages) == (new.total, new.total_pages)
    elif is_dataclass(old):
        for name in {field.name for field in fields(old)} - {"template_type"}:
            there = hasattr(new, name) or (type(old).__name__, name) == ("Webhook", "secret")
            assert there, name
            check_same(getattr(old, name), getattr(new, name, None))
    elif hasattr(old, "keys"):
        values = renamed(new) if hasattr(new, "keys") else None
        for name in old:
            check_same(old[name], getattr(new, name) if values is None else values[name])
    elif hasattr(old, "append"):
        assert len(old) == len(new)
        for one, other in zip(old, new, strict=True):
            check_same(one, other)
    elif isinstance(old, str) and old.startswith("{"):
        check_same(json.loads(old), json.loads(new))
    elif isinstance(new, datetime):
        assert datetime.fromisoformat(old).replace(tzinfo=UTC) == new
    else:
        assert (str(new) if isinstance(new, date) else new) in (old, f"{old}Z")


def check_same_requests(before: Side, after: Side, differences: str) -> None:
    """Assert that both sides sent the same, apart from the *differences* that the row names."""
    old, new = before.sent, after.sent
    assert old
    if LEFT_OUT in differences:
        assert old[0][3].pop("templateType") == "email"
    if RENAMED in differences:
        assert old[0][3].pop("templateType") == new[0][3].pop("category")
    if OTHER_PATH in differences:
        assert old[0][1].replace("/inbox/", "/inbox/threads/") == new[0][1] != old[0][1]
        old[0] = (old[0][0], new[0][1], *old[0][2:])
    assert old == new


@pytest.mark.parametrize(("old", "new", "differences"), [pytest.param(*row, id=row[0][:60]) for row in ROWS])
def test_both_columns_send_the_same_and_return_the_same(old: str, new: str, differences: str) -> None:
    waits = "await" in old
    before, after = old_side(waits=waits), new_side(waits=waits)
    was, now = before.value_of(old), after.value_of(new)
    check_same_requests(before, after, differences)
    if RETURNS_NONE in differences:
        assert was is None
        assert now.deleted
    else:
        check_same(was, now)


def test_every_row_of_the_page_is_read() -> None:
    assert PAGE.count("\n| `") == sum(map(len, TABLES.values()))
    assert len(re.findall(r"^\| ---", PAGE, re.MULTILINE)) == len(TABLES) + 1
    assert len(ERRORS) == 12


@pytest.mark.parametrize(("old", "new"), [row[:2] for row in TABLES["Clients"]])
def test_a_client_is_made_with_the_same_options(old: str, new: str) -> None:
    values = {"key": "otr_any", "url": "https://foxreach.example.com/api/v1"}
    with eval(old, {**vars(vendor), **values}) as client:  # noqa: S307 - our own page
        http = client._http
    with eval(new, {**OURS, **values}) as client:  # noqa: S307 - our own page
        options = client._transport.options
    assert str(options.base_url).rstrip("/") == http._base_url
    assert options.timeout.read == http._client.timeout.read
    assert options.retry.max_attempts == http._max_retries + 1


@pytest.mark.parametrize(("old", "new"), [row[:2] for row in TABLES["Closing"]])
def test_a_closed_client_makes_no_call(old: str, new: str) -> None:
    waits = "await " * ("await" in old)
    for side, code, error in (
        (old_side(waits=bool(waits)), old, RuntimeError),
        (new_side(waits=bool(waits)), new, foxreach_client.ClientClosedError),
    ):
        side.value_of(code)
        with pytest.raises(error):
            side.value_of(f"{waits}client.leads.get(lead_id)")
        assert side.sent == []


BROKEN: Mapping[str, tuple[Exception, Exception]] = {
    "no connection": (httpx.ConnectError("refused"), httpx2.ConnectError("refused")),
    "no answer in time": (httpx.ReadTimeout("late"), httpx2.ReadTimeout("late")),
    "closed without an answer": (httpx.RemoteProtocolError("closed"), httpx2.RemoteProtocolError("closed")),
}


def raising(error: Exception) -> Callable[[Any], Any]:
    def handle(_: Any) -> Any:
        raise error

    return handle


@pytest.mark.parametrize(("cause", "old", "new"), ERRORS)
def test_a_cause_raises_the_exceptions_of_its_row(cause: str, old: str, new: str) -> None:
    before, after = old_side(), new_side()
    status = int(cause) if cause.isdecimal() else 0
    if status:
        before.names["client"]._http._max_retries = 0  # It would really wait.
        before.sandbox.faults.always("*", Fault.status(status))
        after.sandbox.faults.always("*", Fault.status(status))
    else:
        theirs, ours = BROKEN[cause]
        before.names["client"]._http._client._transport = httpx.MockTransport(raising(theirs))
        http = httpx2.Client(transport=httpx2.MockTransport(raising(ours)))
        once = foxreach_client.RetryPolicy(max_attempts=1)
        after.names["client"] = foxreach_client.FoxReach(api_key="otr_any", http_client=http, retry=once)
    get = "client.leads.get(lead_id)" if status == 404 else ""
    with pytest.raises(getattr(vendor, old) if old else httpx.RemoteProtocolError) as caught:
        before.value_of(get or "client.leads.create(LeadCreate(email=email))")
    was: Any = caught.value
    with pytest.raises(getattr(foxreach_client, new)) as caught:
        after.value_of(get or "client.leads.create(email=email)")
    now: Any = caught.value
    assert (type(was).__name__, type(now).__name__) == (old or "RemoteProtocolError", new)
    if status:
        assert was.status_code == now.status == status
        assert was.response_body == msgspec.to_builtins(now.body)
        assert status in (422, 429) or was.response_body["detail"] == now.detail
    if status == 429:
        assert was.retry_after == now.retry_after


def body_of(code: str, side: Side) -> Any:
    """Return the body of the request that *code* sends."""
    side.value_of(code)
    return side.sent[-1][3]


def test_the_differences_are_as_the_page_says() -> None:
    with pytest.raises(vendor.ValidationError):  # A subject is required.
        old_side().value_of('client.campaigns.sequences.create(campaign_id, SequenceCreate(body="Hello"))')
    step = 'client.campaigns.sequences.create(campaign_id, subject="Hi", body="Hello")'
    assert body_of(step, new_side()) == {"subject": "Hi", "body": "Hello"}
    assert new_side().value_of(step).delay_days == 0
    assert body_of("client.leads.update(lead_id, LeadUpdate(title='CTO', company=None))", old_side()) == {
        "title": "CTO"
    }
    assert body_of("client.leads.update(lead_id, company=None)", new_side()) == {"company": None}
    assert renamed({"Team Size": 1, "teamSize": 2}) == {"team size": 1, "team_size": 2}
    assert [len(side.value_of("list(client.leads.list())")) for side in (old_side(), new_side())] == [50, 60]
    assert body_of("client.leads.update(lead_id, LeadUpdate())", old_side()) == {}
    with pytest.raises(ValueError, match=r"leads\.update"):
        new_side().value_of("client.leads.update(lead_id)")

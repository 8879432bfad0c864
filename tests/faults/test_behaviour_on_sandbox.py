"""What the client does in its own tests on made-up answers, on a sandbox whose rows and clock tell whether it is so.

In this process: what sockets add is in test_on_sandbox.py. Waits move the sandbox's clock and take no time.
"""

from __future__ import annotations

from functools import partial
from operator import attrgetter
from typing import Any
from unittest.mock import patch

import pytest
from foxreach_client import AsyncFoxReach, FoxReach, OutcomeUnknownError, RetryPolicy
from foxreach_runtime.errors import Settled
from foxreach_sandbox import Clock, Fault, Sandbox
from foxreach_sandbox.http_messages import Reply, Request
from foxreach_sandbox.windows import WINDOWS
from foxreach_testing.clients import async_client, sync_client

from tests.client.cases import BY_CALL
from tests.client.flavours import listed, settled
from tests.faults.calls import NOW

PATIENT = RetryPolicy(deadline=None, longest_wait=1e6)
LISTS = {
    "leads.list": "leads",
    "campaigns.list": "campaigns",
    "templates.list": "templates",
    "email_accounts.list": "accounts",
    "inbox.list_threads": "threads",
    "webhooks.list": "webhooks",
}
LIMIT, CALLS = 100, 350


@pytest.fixture(params=["sync", "async"])
def flavour(request: pytest.FixtureRequest) -> str:
    """Return the name of a flavour; each test runs in both."""
    return str(request.param)


def client_of(sandbox: Sandbox, flavour: str, **options: Any) -> Any:
    """Return a client of *sandbox*, in this process."""
    if flavour == "sync":
        make: Any = partial(FoxReach, **options)
        return sync_client(make, sandbox)
    make = partial(AsyncFoxReach, **options)
    return async_client(make, sandbox)


def filled() -> Sandbox:
    """Return a sandbox with five of everything that has pages."""
    sandbox = Sandbox(limit=None)
    for number in range(5):
        account = sandbox.world.account(f"sender{number}@example.com")
        assert account["id"]
        with client_here(sandbox) as client:
            lead = client.leads.create(email=f"lead{number}@example.com")
            client.campaigns.create(name=f"Campaign {number}")
            client.templates.create(name=f"Template {number}", body="Hello")
            client.webhooks.create(url=f"http://127.0.0.1/{number}", events=["lead.created"])
        sandbox.world.reply(lead.id, "Yes")
    return sandbox


def client_here(sandbox: Sandbox) -> FoxReach:
    """Return a sync client of *sandbox*."""
    return sync_client(FoxReach, sandbox)


@pytest.mark.parametrize("call", [call for call in LISTS if not BY_CALL[call].required])  # A filter hides rows.
async def test_every_row_is_on_one_page_and_none_on_two(call: str, flavour: str) -> None:
    sandbox = filled()
    rows = {row["id"] for row in sandbox.state.rows(LISTS[call])}
    before = sandbox.engine.log.operations[call]
    client = client_of(sandbox, flavour)
    found = await listed(attrgetter(call)(client)(page_size=2))
    assert len(found) == len(rows) == 5
    assert {item.id for item in found} == rows
    assert sandbox.engine.log.operations[call] - before == 3
    pages = await listed(attrgetter(call)(client)(page_size=2).pages())
    assert [(page.number, len(page.items), page.total, page.total_pages) for page in pages] == [
        (1, 2, 5, 3),
        (2, 2, 5, 3),
        (3, 1, 5, 3),
    ]


async def test_a_page_is_fetched_again_when_its_answer_breaks_off(flavour: str) -> None:
    sandbox = filled()
    for fault in (Fault.status(503), Fault.truncated(), Fault.close(), Fault.answer(b"{")):
        sandbox.faults.next("leads.list", 1, fault)
        found = await listed(client_of(sandbox, flavour).leads.list(page_size=2))
        assert [item.email for item in found] == [row["email"] for row in sandbox.state.leads]


@pytest.mark.parametrize("pacing", ["interactive", "bulk"])
@pytest.mark.parametrize("window", WINDOWS)
async def test_no_call_of_many_is_refused_however_the_server_counts(window: str, pacing: str, flavour: str) -> None:
    sandbox = Sandbox(limit=LIMIT, window=window, clock=Clock(start=NOW))
    client = client_of(sandbox, flavour, pacing=pacing, retry=PATIENT)
    for _ in range(CALLS):
        await settled(client.inbox.stats())
    assert sandbox.state.statuses == {200: CALLS}
    passed = sandbox.clock.monotonic()
    assert passed > (CALLS - 2 * LIMIT) * 60 / LIMIT  # It did wait, and no more than twice as long as it had to.
    assert passed < 2 * CALLS * 60 / LIMIT


@pytest.mark.parametrize("part", [0.0, 0.5, 0.9])
async def test_who_is_refused_since_others_use_the_key_waits_as_told(part: float, flavour: str) -> None:
    sandbox = Sandbox(limit=LIMIT, clock=Clock(start=NOW + part))
    client, others = client_of(sandbox, flavour), client_here(sandbox)
    await settled(client.inbox.stats())
    for _ in range(LIMIT - 1):
        others.inbox.stats()
    assert (await settled(client.inbox.stats())).total == 0
    assert sandbox.state.statuses[429] <= 1
    assert 60 <= sandbox.clock.monotonic() <= 62  # `Date` and the end of the window are told in whole seconds.


def prepared(call: str, sandbox: Sandbox) -> dict[str, Any]:
    """Return the arguments of *call* on a sandbox where it can succeed."""
    with client_here(sandbox) as client:
        if call == "leads.create":
            return {"email": "new@example.com", "company": "New"}
        if call == "inbox.send_reply":
            return {"reply_id": sandbox.state.rows("threads")[0]["id"], "body": "Thank you"}
        campaigns = sandbox.state.rows("campaigns")
        draft, active = (
            next(row["id"] for row in campaigns if row["status"] == status) for status in ("draft", "active")
        )
        if call == "campaigns.start":
            client.campaigns.sequences.create(draft, subject="Hello", body="Hello")
            return {"campaign_id": draft}
        if call == "campaigns.resume":
            client.campaigns.pause(active)
        return {"campaign_id": active}


def looks(call: str, sandbox: Sandbox) -> Any:
    """Return what of the sandbox's state *call* changes."""
    if call == "leads.create":
        return len(sandbox.state.leads)
    return (
        len(sandbox.state.sent)
        if call == "inbox.send_reply"
        else [row["status"] for row in sandbox.state.rows("campaigns")]
    )


CERTAIN = {"leads.create", "campaigns.start", "inbox.send_reply"}  # whose effect says when it came to be


async def in_doubt(
    call: str, sandbox: Sandbox, flavour: str, fault: Fault, *, takes: float = 5.0, **given: Any
) -> Settled:
    """Make *call*, which ends in *fault*; the server does its work *takes* seconds later. Return what is found out."""
    handle, client = sandbox.engine.handle, client_of(sandbox, flavour)

    def slow(request: Request) -> Reply:
        if request.method == "POST":
            sandbox.clock.advance(takes)
        return handle(request)

    sandbox.faults.next(call, 1, fault)
    with patch.object(sandbox.engine, "handle", slow), pytest.raises(OutcomeUnknownError) as caught:
        await settled(attrgetter(call)(client)(*ids_of(given), **given))
    return caught.value.settle() if flavour == "sync" else await caught.value.settle_async()


@pytest.mark.parametrize("after_work", [True, False], ids=["done", "undone"])
@pytest.mark.parametrize("call", [*sorted(CERTAIN), "campaigns.pause", "campaigns.resume"])
async def test_what_is_found_out_about_an_unknown_outcome_is_the_truth(
    call: str, after_work: bool, flavour: str
) -> None:
    sandbox = Sandbox(seed="demo", limit=None, clock=Clock(start=NOW))
    sandbox.clock.advance(3600)  # A mail that was sent a moment ago could be the one in doubt, rewritten on its way.
    given = prepared(call, sandbox)
    before, asked = looks(call, sandbox), sandbox.engine.log.operations[call]
    found = await in_doubt(call, sandbox, flavour, Fault.close(after_work=after_work), **given)
    assert (looks(call, sandbox) != before) == after_work
    assert found == (("applied" if call in CERTAIN else "unknown") if after_work else "not_observed")
    assert sandbox.engine.log.operations[call] - asked == 1


@pytest.mark.parametrize("seconds", [0, 1, 60, 3600])
@pytest.mark.parametrize("call", [*sorted(CERTAIN), "campaigns.pause", "campaigns.resume"])
async def test_what_was_there_before_the_call_proves_nothing(call: str, seconds: float, flavour: str) -> None:
    sandbox = Sandbox(seed="demo", limit=None, clock=Clock(start=NOW))
    given = prepared(call, sandbox)
    with client_here(sandbox) as client:
        attrgetter(call)(client)(*ids_of(again := dict(given)), **again)
    before = looks(call, sandbox)
    sandbox.clock.advance(seconds)
    for takes in (0.0, 5.0):
        found = await in_doubt(call, sandbox, flavour, Fault.close(), takes=takes, **given)
        assert found in {"unknown", "not_observed"}
    assert looks(call, sandbox) == before


def ids_of(given: dict[str, Any]) -> list[str]:
    """Take the path values out of the arguments *given*, and return them."""
    return [given.pop(name) for name in ("reply_id", "campaign_id") if name in given]

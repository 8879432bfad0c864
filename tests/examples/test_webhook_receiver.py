"""The receiver of webhooks: what the sandbox delivers is handled once, what is forged is refused, nothing leaks."""

from __future__ import annotations

import json
import re
import signal
import sqlite3
from contextlib import closing
from pathlib import Path
from typing import Any

import httpx2
import pytest
from foxreach_client import FoxReach, WebhookEvent, parse_delivery
from foxreach_sandbox import Sandbox

from tests.client.cases import SPEC
from tests.examples.receiver import SECRET, Running, delivery, kept, receiving, signed
from tests.examples.running import started

Captured = pytest.CaptureFixture[str]
ALL = list(WebhookEvent)


def test_the_deliveries_of_a_campaign_are_handled_once_each_and_say_nothing_of_leads(
    foxreach: FoxReach, foxreach_sandbox: Sandbox, store: Path, capsys: Captured
) -> None:
    hook = foxreach.webhooks.create(url="http://127.0.0.1:9/", events=ALL)
    running = Running(store, hook.secret)
    try:
        foxreach.webhooks.update(hook.id, url=running.url)
        foxreach_sandbox.deliveries.duplicate_next(100)
        campaign, lead = all_that_happens(foxreach, foxreach_sandbox)
    finally:
        foxreach_sandbox.deliveries.run_due()
        running.stop()
    out, err = capsys.readouterr()
    assert {line["status"] for line in foxreach_sandbox.deliveries.log} == {204}
    lines = out.splitlines()
    assert len(foxreach_sandbox.deliveries.log) == 2 * len(lines)
    assert {line.split(":")[0] for line in lines} == {*ALL} - {"email.failed"}  # In the sandbox no mail fails.
    assert f"lead.created: {lead}" in lines
    assert f"campaign.completed: {campaign}" in lines
    assert err == ""
    assert not re.search("@|Jane|Call me", out)
    assert kept(store) == [None] * len(lines)


def all_that_happens(client: FoxReach, sandbox: Sandbox) -> tuple[str, str]:
    """Let a campaign live, and return its id and that of its lead."""
    lead = client.leads.create(email="jane@example.com", first_name="Jane").id
    client.leads.update(lead, company="Acme")
    campaign = client.campaigns.create(name="Spring").id
    account = sandbox.world.account("sales@example.com")["id"]
    client.campaigns.sequences.create(campaign, subject="Hello", body="Hello Jane")
    client.campaigns.add_accounts(campaign, account_ids=[account])
    client.campaigns.add_leads(campaign, lead_ids=[lead])
    client.campaigns.start(campaign)
    client.campaigns.pause(campaign)
    sandbox.clock.advance(1)  # In the same second its event would be that of the start, and taken for its double.
    client.campaigns.resume(campaign)
    sandbox.world.send(campaign, lead)
    sandbox.world.open(campaign, lead)
    reply = sandbox.world.reply(lead, "Call me", campaign=campaign)["id"]
    client.inbox.update(reply, category="interested")
    sandbox.world.bounce(campaign, lead)
    sandbox.world.complete(campaign)
    return campaign, lead


def test_a_delivery_that_was_answered_too_late_comes_again_and_is_not_handled_again(
    foxreach: FoxReach, foxreach_sandbox: Sandbox, store: Path, capsys: Captured
) -> None:
    hook = foxreach.webhooks.create(url="http://127.0.0.1:9/", events=["lead.created"])
    running, real = Running(store, hook.secret), foxreach_sandbox.deliveries.post

    def loses_the_first_answer(url: str, body: bytes, headers: dict[str, str]) -> int | None:
        status = real(url, body, headers)
        return status if foxreach_sandbox.deliveries.log else None

    foxreach_sandbox.deliveries.post = loses_the_first_answer
    try:
        foxreach.webhooks.update(hook.id, url=running.url)
        foxreach.leads.create(email="jane@example.com")
        foxreach_sandbox.deliveries.run_due()
        foxreach_sandbox.clock.advance(60)
    finally:
        running.stop()
    assert [line["status"] for line in foxreach_sandbox.deliveries.log] == [None, 204]
    assert len(capsys.readouterr().out.splitlines()) == 1


def test_a_known_event_with_other_data_is_kept_and_handled(receiver: Running, store: Path, capsys: Captured) -> None:
    body = delivery("reply.received", replyId=5)
    assert receiver.post(body, signed(body)) == 204
    receiver.stop()
    assert capsys.readouterr().out.startswith("reply.received: unknown")
    assert kept(store) == [None]


def test_a_delivery_is_replayed_in_vain_also_after_a_restart(store: Path, capsys: Captured) -> None:
    body = delivery(leadId="cld_1")
    for _ in range(2):
        running = Running(store)
        assert [running.post(body, signed(body)) for _ in range(2)] == [204, 204]
        running.stop()
    assert capsys.readouterr().out == "lead.created: cld_1\n"


def test_what_failed_is_handled_at_the_next_start_and_its_data_is_not_told(
    receiver: Running, store: Path, capsys: Captured, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fails(_: object) -> str:
        raise LookupError("jane@example.com")

    with monkeypatch.context() as patch:
        patch.setattr(receiving, "story", fails)
        body = delivery(leadId="cld_1", email="jane@example.com")
        assert receiver.post(body, signed(body)) == 204
        receiver.server.handle_left()
        receiver.stop()
    assert set(capsys.readouterr().err.splitlines()) == {"Not handled: LookupError"}
    assert kept(store) == [body]
    again = Running(store)
    again.server.handle_left()
    again.stop()
    assert capsys.readouterr().out == "lead.created: cld_1\n"
    assert kept(store) == [None]


def test_a_delivery_that_cannot_be_kept_is_not_answered_with_success(receiver: Running, store: Path) -> None:
    with closing(sqlite3.connect(store)) as base, base:
        base.execute("DROP TABLE deliveries")
    with pytest.raises(httpx2.RemoteProtocolError):
        receiver.post(delivery(), signed(delivery()))


@pytest.mark.parametrize("event", ALL)
def test_every_event_of_the_spec_has_its_line(event: str) -> None:
    request: dict[str, Any] = SPEC["webhooks"][event]["post"]["requestBody"]["content"]["application/json"]
    body = json.dumps(request["example"]).encode()
    line = receiving.story(parse_delivery(body, signed(body)["X-Webhook-Signature"], SECRET))
    assert re.fullmatch(rf"{event}: [a-z]+_\w+.*", line)
    assert "@" not in line


@pytest.mark.parametrize("ending", [signal.SIGTERM, signal.SIGINT])
def test_as_a_program_it_receives_until_a_signal_ends_it(
    foxreach: FoxReach, foxreach_sandbox: Sandbox, monkeypatch: pytest.MonkeyPatch, store: Path, ending: signal.Signals
) -> None:
    hook = foxreach.webhooks.create(url="http://127.0.0.1:9/", events=["lead.created"])
    monkeypatch.setenv("FOXREACH_WEBHOOK_SECRET", hook.secret)
    receiving.Receiver(("127.0.0.1", 0), hook.secret, store).server_close()
    left = delivery(leadId="cld_0")
    with closing(sqlite3.connect(store)) as base, base:  # As a crash would leave it.
        base.execute("INSERT INTO deliveries VALUES (?, ?)", (*signed(left, hook.secret).values(), left))
    with started("webhook_receiver", "--port", "0", "--file", store) as (running, lines):
        assert lines.readline() == "lead.created: cld_0\n"
        foxreach.webhooks.update(hook.id, url=lines.readline().strip().removeprefix("Listening at "))
        foxreach_sandbox.deliveries.duplicate_next()
        lead = foxreach.leads.create(email="jane@example.com").id
        foxreach_sandbox.deliveries.run_due()
        running.send_signal(ending)
        out, err = running.communicate(timeout=30)
    assert (running.returncode, out, err) == (0, f"lead.created: {lead}\n", "")
    assert [line["status"] for line in foxreach_sandbox.deliveries.log] == [204, 204]

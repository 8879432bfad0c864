"""What people and mail servers do: it obeys the campaign, happens once, and all numbers agree."""

from pathlib import Path
from typing import Any

import pytest
from foxreach_sandbox import Clock, Sandbox, Variants

from tests.sandbox.asking import ask, made

START = 1_800_000_000


@pytest.fixture
def sandbox() -> Sandbox:
    return Sandbox(clock=Clock(start=START))


def campaign_of(sandbox: Sandbox, *, steps: int = 1, start: bool = True, **campaign: Any) -> tuple[str, str]:
    """Return a campaign and its lead."""
    at = made(sandbox, "/campaigns", name="Spring", **campaign)
    for number in range(steps):
        made(sandbox, f"/campaigns/{at}/sequences", subject=f"Step {number + 1}", body="Hello")
    lead = made(sandbox, "/leads", email="jane@example.com")
    ask(sandbox, "POST", f"/campaigns/{at}/leads", {"leadIds": [lead]})
    if start:
        assert ask(sandbox, "POST", f"/campaigns/{at}/start").status == 200
    return at, lead


def activity(sandbox: Sandbox, lead: str) -> list[Any]:
    found: list[Any] = ask(sandbox, "GET", f"/leads/{lead}/activity").data["activities"]
    return found


def test_nothing_is_sent_while_paused_after_a_reply_or_past_the_last_step(sandbox: Sandbox) -> None:
    at, lead = campaign_of(sandbox, steps=2)
    ask(sandbox, "POST", f"/campaigns/{at}/pause")
    with pytest.raises(LookupError, match=f"{at} is paused"):
        sandbox.world.send(at, lead)
    ask(sandbox, "POST", f"/campaigns/{at}/resume")
    for _ in range(2):
        sandbox.world.send(at, lead)
    with pytest.raises(LookupError, match=f"{at} has sent its last step to {lead}"):
        sandbox.world.send(at, lead)


@pytest.mark.parametrize("what", ["reply", "bounce", "unsubscribe"])
def test_a_lead_that_replied_bounced_or_left_gets_no_mail(sandbox: Sandbox, what: str) -> None:
    at, lead = campaign_of(sandbox, steps=2)
    sandbox.world.send(at, lead)
    if what == "reply":
        sandbox.world.reply(lead, "Yes")  # Outside of the campaign.
    elif what == "bounce":
        sandbox.world.bounce(at, lead)
    else:
        ask(sandbox, "PATCH", f"/leads/{lead}", {"status": "unsubscribed"})
    with pytest.raises(LookupError, match=f"{at} sends nothing more to {lead}"):
        sandbox.world.send(at, lead)
    assert len(sandbox.state.sent) == 1


def test_a_mail_bounces_once_and_was_not_delivered(sandbox: Sandbox) -> None:
    at, lead = campaign_of(sandbox)
    sandbox.world.send(at, lead)
    sandbox.world.bounce(at, lead)
    with pytest.raises(LookupError, match="has bounced"):
        sandbox.world.bounce(at, lead)
    numbers = ask(sandbox, "GET", f"/analytics/campaigns/{at}").data
    assert (numbers["sent"], numbers["delivered"], numbers["bounced"]) == (1, 0, 1)
    assert activity(sandbox, lead)[0]["status"] == "bounced"


def test_activity_is_newest_first_within_a_second_and_shows_openings_and_clicks(sandbox: Sandbox) -> None:
    at, lead = campaign_of(sandbox, steps=2)
    for _ in range(2):
        sandbox.world.send(at, lead)
    sandbox.clock.advance(60)
    sandbox.world.click(at, lead)
    entries = activity(sandbox, lead)
    assert [entry["subject"] for entry in entries] == ["Step 2", "Step 1"]
    assert [entry["emailType"] for entry in entries] == ["campaign"] * 2
    now = sandbox.clock.stamp()
    assert [(entry["openedAt"], entry["clickedAt"]) for entry in entries] == [(now, now), (None, None)]


def test_the_days_of_a_campaign_add_up_and_an_answer_is_no_mail_of_it(sandbox: Sandbox) -> None:
    at, lead = campaign_of(sandbox, steps=2)
    sandbox.world.send(at, lead)
    sandbox.clock.advance(86_400)
    for _ in range(2):
        sandbox.world.open(at, lead)
    thread = sandbox.world.reply(lead, "Yes", campaign=at)["id"]
    ask(sandbox, "POST", f"/inbox/threads/{thread}/reply", {"body": "Gladly."})
    numbers = ask(sandbox, "GET", f"/analytics/campaigns/{at}").data
    assert [(day["sent"], day["delivered"], day["opened"], day["replied"]) for day in numbers["dailyStats"]] == [
        (1, 1, 0, 0),
        (0, 0, 1, 1),
    ]
    assert (numbers["sent"], numbers["opened"], numbers["replied"]) == (1, 1, 1)
    assert ask(sandbox, "GET", "/inbox/stats").data["totalSent"] == 2


def test_a_refused_mail_is_an_event_and_was_not_sent(sandbox: Sandbox) -> None:
    at, lead = campaign_of(sandbox, steps=2)
    got: list[bytes] = []

    def receive(_: str, body: bytes, __: dict[str, str]) -> int:
        got.append(body)
        return 200

    sandbox.deliveries.hand_to(receive)
    ask(sandbox, "POST", "/webhooks", {"url": "https://example.com", "events": ["email.failed", "email.sent"]})
    sandbox.world.fail(at, lead, "Mailbox full")
    sandbox.deliveries.run_due()
    assert len(got) == 1
    assert b'"email.failed"' in got[0]
    assert b"Mailbox full" in got[0]
    assert ask(sandbox, "GET", f"/campaigns/{at}").data["totalSent"] == 0
    assert (activity(sandbox, lead)[0]["status"], ask(sandbox, "GET", "/inbox/stats").data["totalSent"]) == (
        "failed",
        0,
    )
    with pytest.raises(LookupError, match="failed"):
        sandbox.world.send(at, lead)


def test_the_mails_of_today_are_counted_until_midnight(sandbox: Sandbox) -> None:
    account = sandbox.world.account("sales@example.com")["id"]
    at, lead = campaign_of(sandbox, steps=2, timezone="Asia/Tokyo")  # 17:00 there, 8:00 in UTC.
    ask(sandbox, "POST", f"/campaigns/{at}/accounts", {"accountIds": [account]})
    sandbox.world.send(at, lead)
    for hours, counts in ((0, (1, 1)), (8, (0, 1)), (9, (0, 0))):
        sandbox.clock.advance(hours * 3_600)
        shown = ask(sandbox, "GET", f"/campaigns/{at}").data, ask(sandbox, "GET", f"/email-accounts/{account}").data
        assert tuple(each["sentToday"] for each in shown) == counts


def test_a_lead_that_is_restored_after_its_campaign_was_deleted_has_an_activity(sandbox: Sandbox) -> None:
    at, lead = campaign_of(sandbox, start=False)
    ask(sandbox, "DELETE", f"/leads/{lead}")
    ask(sandbox, "DELETE", f"/campaigns/{at}")
    ask(sandbox, "POST", "/leads/import", {"leads": [{"email": "jane@example.com"}]})
    assert ask(sandbox, "GET", f"/leads/{lead}/activity").data == {"activities": [], "campaigns": []}


def test_the_minutes_of_the_window_are_kept_and_checked(sandbox: Sandbox) -> None:
    at = made(sandbox, "/campaigns", name="Spring", sendingStartMinute=30)
    assert ask(sandbox, "PATCH", f"/campaigns/{at}", {"sendingEndMinute": 15}).data["sendingStartMinute"] == 30
    assert ask(sandbox, "GET", f"/campaigns/{at}").data["sendingEndMinute"] == 15
    assert ask(sandbox, "POST", "/campaigns", {"name": "x", "sendingStartMinute": 60}).status == 422


def test_a_step_without_a_subject_answers_the_first_mail() -> None:
    sandbox = Sandbox(variants=Variants(step_subject="optional"))
    at, lead = campaign_of(sandbox, start=False)
    ask(sandbox, "POST", f"/campaigns/{at}/sequences", {"body": "Did you get my mail?"})
    assert [sandbox.world.send(at, lead)["subject"] for _ in range(2)] == ["Step 1", "Re: Step 1"]


def test_a_restored_membership_is_in_the_file(tmp_path: Path) -> None:
    file = tmp_path / "sandbox.db"
    with Sandbox(file=file) as sandbox:
        at, lead = campaign_of(sandbox, start=False)
        ask(sandbox, "DELETE", f"/leads/{lead}")
        ask(sandbox, "POST", "/leads/import", {"leads": [{"email": "jane@example.com"}]})
    with Sandbox(file=file) as sandbox:
        assert ask(sandbox, "GET", f"/campaigns/{at}").data["totalLeads"] == 1

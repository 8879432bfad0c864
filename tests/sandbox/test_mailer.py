"""Campaigns that send with the clock, against a reckoning of its own: who must have got which step when."""

from collections import Counter
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from itertools import pairwise
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from foxreach_sandbox import Clock, Sandbox
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.sandbox.asking import ask, made
from tests.sandbox.test_deliveries import Receiver

MONDAY = int(datetime(2026, 11, 30, 8, tzinfo=UTC).timestamp())
TICK = 900  # Seconds. All times of the property test are multiples of it.
DAY = 86_400
Mail = tuple[int, int, int]  # Lead, step and time.


def started(*, leads: int = 3, steps: int = 1, accounts: int = 1, **campaign: Any) -> tuple[Sandbox, str, list[str]]:
    """Return a sandbox on a Monday at 8 with an active campaign, whose steps are a day apart."""
    sandbox = Sandbox(limit=None, clock=Clock(start=MONDAY))
    at = made(sandbox, "/campaigns", name="Spring", **campaign)
    for number in range(steps):
        made(sandbox, f"/campaigns/{at}/sequences", subject=f"{number}", body="Hi", delayDays=min(number, 1))
    ids = [made(sandbox, "/leads", email=f"{number}@example.com", firstName="Jane") for number in range(leads)]
    if ids:
        ask(sandbox, "POST", f"/campaigns/{at}/leads", {"leadIds": ids})
    senders = [sandbox.world.account(f"sender{number}@example.com")["id"] for number in range(accounts)]
    if senders:
        ask(sandbox, "POST", f"/campaigns/{at}/accounts", {"accountIds": senders})
    assert ask(sandbox, "POST", f"/campaigns/{at}/start").status == 200
    return sandbox, at, ids


def times(sandbox: Sandbox) -> list[str]:
    return [message["timestamp"] for message in sandbox.state.sent]


def test_a_week_sends_each_step_after_its_delay_within_the_window_and_completes_the_campaign() -> None:
    sandbox, at, ids = started(leads=2, steps=2, sendingEndHour=17)
    assert times(sandbox) == []
    sandbox.clock.advance(7 * DAY)
    assert times(sandbox) == ["2026-11-30T09:00:00"] * 2 + ["2026-12-01T09:00:00"] * 2
    campaign = ask(sandbox, "GET", f"/campaigns/{at}").data
    assert (campaign["status"], campaign["completedAt"]) == ("completed", "2026-12-01T09:00:00")
    assert (campaign["totalSent"], campaign["sentToday"]) == (4, 0)
    [member] = ask(sandbox, "GET", f"/leads/{ids[0]}/activity").data["campaigns"]
    assert (member["currentStep"], member["nextSendAt"]) == (2, None)


def test_daily_limits_of_campaign_and_accounts_put_mail_off_to_the_next_day() -> None:
    sandbox, at, _ = started(leads=5, dailyLimit=2, sendingDays=[1, 2, 3, 4, 5, 6, 7])
    sandbox.clock.advance(DAY / 2)
    assert ask(sandbox, "GET", f"/campaigns/{at}").data["sentToday"] == 2
    assert ask(sandbox, "GET", "/email-accounts").data[0]["sentToday"] == 2
    sandbox.clock.advance(7 * DAY)
    assert Counter(time[:10] for time in times(sandbox)) == {"2026-11-30": 2, "2026-12-01": 2, "2026-12-02": 1}


def test_nothing_is_sent_without_an_account_and_nothing_is_made_up_for_later() -> None:
    sandbox, at, _ = started(accounts=0)
    sandbox.clock.advance(DAY)
    assert times(sandbox) == []
    account = sandbox.world.account("late@example.com")["id"]
    ask(sandbox, "POST", f"/campaigns/{at}/accounts", {"accountIds": [account]})
    sandbox.clock.advance(2 * DAY)
    assert times(sandbox) == ["2026-12-01T09:00:00"] * 3


def test_the_account_that_has_sent_least_today_sends_and_an_inactive_one_does_not() -> None:
    sandbox, at, _ = started(leads=4, accounts=2)
    inactive = sandbox.world.account("inactive@example.com", isActive=False)["id"]
    ask(sandbox, "POST", f"/campaigns/{at}/accounts", {"accountIds": [inactive]})
    sandbox.clock.advance(DAY / 2)
    accounts = ask(sandbox, "GET", "/email-accounts").data
    assert {each["email"]: each["sentToday"] for each in accounts} == {
        "sender0@example.com": 2,
        "sender1@example.com": 2,
        "inactive@example.com": 0,
    }


def test_a_reply_stops_only_steps_that_are_sent_if_there_is_none() -> None:
    sandbox, at, ids = started(leads=2, steps=2)
    sandbox.clock.advance(DAY / 4)
    sandbox.world.reply(ids[0], "Yes", campaign=at)
    sandbox.clock.advance(7 * DAY)
    assert Counter(mail["toEmail"] for mail in sandbox.state.sent) == {"0@example.com": 1, "1@example.com": 2}
    [member] = ask(sandbox, "GET", f"/leads/{ids[0]}/activity").data["campaigns"]
    assert (member["status"], member["nextSendAt"]) == ("replied", None)
    assert ask(sandbox, "GET", f"/campaigns/{at}").data["status"] == "completed"


def test_what_recipients_do_is_the_same_for_the_same_seed_however_the_clock_moves() -> None:
    found: list[Any] = []
    for pieces in (1, 50):
        sandbox, at, _ = started(leads=40, steps=2, accounts=2)
        receiver = Receiver()
        sandbox.deliveries.hand_to(receiver)
        kinds = ask(sandbox, "GET", "/webhooks/events").data
        ask(sandbox, "POST", "/webhooks", {"url": "https://example.com/hook", "events": kinds})
        sandbox.world.recipients(opens=0.5, replies=0.3, bounces=0.2, failures=0.1, seed=7)
        for _ in range(pieces):
            sandbox.clock.advance(14 * DAY / pieces)
        numbers = ask(sandbox, "GET", f"/analytics/campaigns/{at}").data
        for name in ("sent", "delivered", "bounced", "replied", "opened"):
            assert numbers[name] == sum(day[name] for day in numbers["dailyStats"]) > 0
        found.append((numbers, [row["activity"] for row in sandbox.state.rows("messages")], receiver.got))
    assert found[0] == found[1]
    assert any(b'"email.failed"' in body for body, _ in found[0][2])


@dataclass
class Plan:
    """A campaign and what happens to it, at numbers of ticks since its start."""

    zone: str
    days: list[int]
    hours: tuple[int, int]
    limit: int
    account_limits: list[int]
    delays: list[tuple[int, int]]  # Of each step: days and hours.
    regardless: list[bool]  # Whether a step is sent after a reply, too.
    leads: int
    replies: dict[int, int]  # Lead to tick.
    pauses: list[int]  # Ticks at which the campaign is paused, resumed, paused, ...
    begin: int
    sent: list[Mail] = field(default_factory=list[Mail])

    def is_open(self, moment: int) -> bool:
        local = datetime.fromtimestamp(moment, ZoneInfo(self.zone))
        begin, end = self.hours
        if begin < end:
            return local.isoweekday() in self.days and begin <= local.hour < end
        day = local if local.hour >= begin else local - timedelta(days=1)
        return day.isoweekday() in self.days and (local.hour >= begin or local.hour < end)

    def due(self, lead: int) -> int | None:
        """Return when the next step of *lead* is due, looking at nothing but the mail so far."""
        mails = [mail for mail in self.sent if mail[0] == lead]
        if len(mails) == len(self.delays):
            return None
        days, hours = self.delays[len(mails)]
        return (mails[-1][2] if mails else self.begin) + days * DAY + hours * 3_600

    def room(self, moment: int) -> int:
        zone = ZoneInfo(self.zone)
        local = Counter(datetime.fromtimestamp(each[2], zone).date() for each in self.sent)
        utc = Counter(datetime.fromtimestamp(each[2], UTC).date() for each in self.sent)
        campaign = self.limit - local[datetime.fromtimestamp(moment, zone).date()]
        return min(campaign, sum(self.account_limits) - utc[datetime.fromtimestamp(moment, UTC).date()])

    def send(self, moment: int, replied: set[int]) -> None:
        """Add the mails of *moment*."""
        while self.is_open(moment) and self.room(moment) > 0:
            waiting = [(due, lead) for lead in range(self.leads) if (due := self.due(lead)) is not None]
            ready = [
                (due, lead)
                for due, lead in waiting
                if due <= moment
                and not (lead in replied and not self.regardless[sum(mail[0] == lead for mail in self.sent)])
            ]
            if not ready:
                return
            lead = min(ready)[1]
            self.sent.append((lead, sum(mail[0] == lead for mail in self.sent), moment))

    def reckon(self, ticks: int) -> list[Mail]:
        replied, paused = set[int](), False
        for tick in range(ticks + 1):
            moment = self.begin + tick * TICK
            if not paused:
                self.send(moment, replied)
            replied |= {lead for lead, when in self.replies.items() if when == tick}
            if tick in self.pauses:
                paused = not paused
                if not paused:
                    self.send(moment, replied)
        return self.sent


hours = st.sampled_from([(9, 17), (0, 23), (7, 8), (20, 5), (13, 13)])
plans = st.builds(
    Plan,
    zone=st.sampled_from(["UTC", "Europe/Berlin", "America/Los_Angeles", "Asia/Kolkata", "Pacific/Auckland"]),
    days=st.lists(st.integers(1, 7), min_size=1, unique=True),
    hours=hours,
    limit=st.integers(0, 4),
    account_limits=st.lists(st.integers(1, 3), min_size=1, max_size=2),
    delays=st.lists(st.tuples(st.integers(0, 2), st.integers(0, 5)), min_size=1, max_size=3),
    regardless=st.lists(st.booleans(), min_size=3, max_size=3),
    leads=st.integers(1, 4),
    replies=st.dictionaries(st.integers(0, 3), st.integers(0, 500), max_size=2),
    pauses=st.lists(st.integers(0, 600), max_size=3, unique=True).map(sorted),
    begin=st.integers(0, 200 * 96).map(lambda number: MONDAY + number * TICK),
)


def lived(plan: Plan, ticks: int) -> list[Mail]:
    """Return the mails of the sandbox, whose clock stops only where somebody does something."""
    sandbox = Sandbox(limit=None, clock=Clock(start=plan.begin))
    begin, end = plan.hours
    times = {"timezone": plan.zone, "sendingDays": plan.days, "sendingStartHour": begin, "sendingEndHour": end}
    at = f"/campaigns/{made(sandbox, '/campaigns', name='Spring', dailyLimit=plan.limit, **times)}"
    for (days, hours), regardless in zip(plan.delays, plan.regardless, strict=False):
        delays = {"delayDays": days, "delayHours": hours, "sendOnlyIfNoReply": not regardless}
        made(sandbox, f"{at}/sequences", subject="Hi", body="Hi", **delays)
    ids = [made(sandbox, "/leads", email=f"{lead}@example.com") for lead in range(plan.leads)]
    ask(sandbox, "POST", f"{at}/leads", {"leadIds": ids})
    accounts = [
        sandbox.world.account(f"s{n}@example.com", dailyLimit=m)["id"] for n, m in enumerate(plan.account_limits)
    ]
    ask(sandbox, "POST", f"{at}/accounts", {"accountIds": accounts})
    ask(sandbox, "POST", f"{at}/start")
    for before, tick in pairwise(sorted({0, *plan.replies.values(), *plan.pauses, ticks})):
        act(sandbox, plan, at, ids, before)
        sandbox.clock.advance((tick - before) * TICK)
    mails = [row for row in sandbox.state.rows("messages") if row["sort"] == "campaign"]
    return [
        (ids.index(row["leadId"]), row["activity"]["sequenceStep"] - 1, seconds(row["activity"]["timestamp"]))
        for row in mails
    ]


def act(sandbox: Sandbox, plan: Plan, at: str, ids: list[str], tick: int) -> None:
    """Do what *plan* says for this tick."""
    sandbox.clock.advance(0)
    for lead, when in plan.replies.items():
        if when == tick and lead < plan.leads:
            sandbox.world.reply(ids[lead], "Yes", campaign=at.rpartition("/")[2])
    if tick in plan.pauses:
        ask(sandbox, "POST", f"{at}/{'resume' if plan.pauses.index(tick) % 2 else 'pause'}")


def seconds(stamp: str) -> int:
    return int(datetime.fromisoformat(stamp).replace(tzinfo=UTC).timestamp())


@settings(max_examples=25, deadline=None)
@given(plans)
def test_everybody_gets_exactly_what_the_reckoning_says(plan: Plan) -> None:
    ticks = 12 * 96
    assert sorted(lived(plan, ticks)) == sorted(plan.reckon(ticks))


@pytest.mark.parametrize("text", ["{Hi|Hello} {{firstName}} of {{Team}}", "{{ firstName }}{{missing}}"])
def test_a_mail_has_a_variant_and_the_values_of_its_lead(text: str) -> None:
    sandbox = Sandbox()
    at = made(sandbox, "/campaigns", name="Spring")
    made(sandbox, f"/campaigns/{at}/sequences", subject=text, body=text)
    lead = made(sandbox, "/leads", email="jane@example.com", firstName="Ja{n|m}e", customFields={"Team": 7})
    ask(sandbox, "POST", f"/campaigns/{at}/leads", {"leadIds": [lead]})
    sent = sandbox.world.send(at, lead)
    wanted = {"Hi Ja{n|m}e of 7", "Hello Ja{n|m}e of 7"} if "Team" in text else {"Ja{n|m}e"}
    assert {sent["subject"], sent["body"]} <= wanted

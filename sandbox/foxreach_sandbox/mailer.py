"""Sends the mail of active campaigns as the clock moves, and what recipients do with it.

An active campaign sends each lead the steps of its sequence. A step is due after its delay since the previous step, for
the first step since the lead was added or the campaign was started. It is sent at the first moment within the sending
window at which neither the campaign nor all of its accounts have reached their daily limit; without an account,
nothing is sent. A campaign whose last lead has got its last step is completed. Where FoxReach's documentation is
silent, this is a guess; see docs/sandbox.md.

Equal rows, seeds and times lead to equal mail: nothing depends on how the clock gets to a time.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC
from math import inf
from random import Random
from typing import Any

from .behaviour import mail
from .behaviour.call import Call
from .behaviour.memberships import due_of, reschedule, sent_on, steps_of, utc_day
from .clock import INSTANT, Clock
from .document import Json
from .sending_times import local_day, next_midnight, next_open, zone
from .store import Row, Store

BATCH = 200  # Mails of one transaction.
HOUR = 3_600
SAID = (
    ("interested", "Sounds interesting, tell me more."),
    ("not_interested", "Thank you, but we have no need for it."),
    ("out_of_office", "I am out of the office until Monday."),
)


@dataclass(frozen=True)
class Recipients:
    """The shares, from 0 to 1, of the mails that are opened, answered, bounced or refused; *seed* selects them."""

    opens: float = 0.0
    replies: float = 0.0
    bounces: float = 0.0
    failures: float = 0.0
    seed: int = 0

    def __post_init__(self) -> None:
        for name in ("opens", "replies", "bounces", "failures"):
            if not 0 <= getattr(self, name) <= 1:
                raise ValueError(f"{name} must be from 0 to 1")


class Mailer:
    """Sends what is due in all workspaces. *call_at* returns a call in a workspace with a clock of its own."""

    def __init__(self, store: Store, clock: Clock, call_at: Callable[[str, Clock], Call]) -> None:
        self._store, self._clock, self._call_at = store, clock, call_at

    def run_due(self) -> None:
        """Send all mail that is due by now, each at its own time."""
        while True:
            with self._store.transaction():
                following = min(self._following(), key=lambda found: found[0], default=None)
                if following is None or following[0] > self._clock.now() + INSTANT:
                    return
                moment, work = following
                work(moment)

    def next_after(self, now: float) -> float | None:
        """Return the first time after *now* at which something is due."""
        with self._store.lock:
            return min((moment for moment, _ in self._following() if moment > now), default=None)

    def _following(self) -> list[tuple[float, Callable[[float], None]]]:
        """Return what comes next in each campaign, and the next event in each workspace, with their times."""
        found: list[tuple[float, Callable[[float], None]]] = []
        for workspace in self._store.workspaces("memberships"):
            for campaign in self._store.all("campaigns", workspace, status="active"):
                moment = self._next_mail(campaign)
                if moment is not None:
                    found.append((moment, lambda at, row=campaign: self._batch(row, at)))  # type: ignore[misc]
            event = self._store.next_due("events", workspace)
            if event is not None:
                found.append((event, lambda at, where=workspace: self._event(where, at)))  # type: ignore[misc]
        return found

    def _next_mail(self, campaign: Row) -> float | None:
        """Return the time of the next mail of *campaign*; before it is sent, its delay and limits are checked."""
        due = self._store.next_due("memberships", campaign.workspace, campaignId=campaign.id)
        accounts = due is not None and any(self._accounts(self._call_at(campaign.workspace, self._clock), campaign))
        if due is None or not accounts:
            return None
        waits = self._store.find("waits", campaign.workspace, campaign.id)
        return next_open(campaign.data, max(due, waits.data["until"] if waits else 0.0))

    def _accounts(self, call: Call, campaign: Row) -> list[Row]:
        assigned = call.rows("assignments", campaignId=campaign.id)
        found = (call.store.find("accounts", call.workspace, each.data["accountId"]) for each in assigned)
        return [row for row in found if row is not None and row.data.get("isActive", True)]

    def _batch(self, campaign: Row, moment: float) -> None:
        """Send the mails of *campaign* that are due at *moment*, as far as the limits permit."""
        call = self._call_at(campaign.workspace, Clock(start=moment))
        room = campaign.data["dailyLimit"] - sent_on(call, campaign, str(local_day(campaign.data, moment)))
        if room <= 0:
            self._wait(call, campaign, next_midnight(zone(campaign.data["timezone"]), moment))
            return
        steps = steps_of(call, campaign.id)
        due = self._store.due("memberships", call.workspace, moment, min(room, BATCH), campaignId=campaign.id)
        for membership in due:
            account = self._account(call, campaign)
            if account is None:
                self._wait(call, campaign, next_midnight(UTC, moment))
                return
            self._step(call, campaign, membership, steps, account)
        if self._store.next_due("memberships", call.workspace, campaignId=campaign.id) is None:
            mail.completed(call, call.row("campaigns", campaign.id, "Campaign"))

    def _wait(self, call: Call, campaign: Row, until: float) -> None:
        before = call.store.find("waits", call.workspace, campaign.id)
        started = before.data["started"] if before else 0.0
        call.store.put(Row("waits", campaign.id, call.workspace, {"until": until, "started": started}))

    def _account(self, call: Call, campaign: Row) -> Row | None:
        """Return the account that has sent least today, of those that have not reached their limit."""
        day = utc_day(call)
        sent = [(sent_on(call, row, day), row) for row in self._accounts(call, campaign)]
        free = [(number, row) for number, row in sent if number < _limit(row)]
        return min(free, key=lambda each: each[0])[1] if free else None

    def _step(self, call: Call, campaign: Row, membership: Row, steps: list[Json], account: Row) -> None:
        """Send the next step of *membership*, or or end its sequence."""
        shown = membership.data["shown"]
        lead = call.store.find("leads", call.workspace, membership.data["leadId"])
        rest = steps[shown["currentStep"] :]
        if lead is None or not rest or mail.obstacle(lead, membership, rest[0]):
            reschedule(call, membership, None)
            return
        people = self.recipients(call)
        letter = mail.Letter(campaign, membership, lead, rest[0], account)
        fate = Random(f"{people.seed} {campaign.id} {lead.id} {shown['currentStep']}")  # noqa: S311 - no secret
        failed = fate.random() < people.failures
        sent = mail.send(call, letter, seed=people.seed, error="Mailbox unavailable" if failed else None)
        membership.data["since"] = call.clock.now()
        reschedule(call, membership, None if failed else due_of(call, membership, steps))
        if not failed:
            self._plan(call, sent, people, fate)

    def recipients(self, call: Call) -> Recipients:
        """Return the recipients of the workspace."""
        found = call.store.find("recipients", call.workspace, "all")
        return Recipients(**found.data) if found else Recipients()

    def _plan(self, call: Call, sent: Row, people: Recipients, fate: Random) -> None:
        """Plan what the recipient of a mail does."""
        bounces, opens, replies = (fate.random() < share for share in (people.bounces, people.opens, people.replies))
        minutes, hours = fate.randrange(5, 24 * 60), fate.randrange(1, 48)
        category, body = fate.choice(SAID)
        planned: list[tuple[str, float, Json]] = []
        if bounces:
            planned = [("bounce", 60.0, {})]
        else:
            planned += [("open", minutes * 60.0, {})] if opens else []
            text = {"subject": f"Re: {sent.data['message']['subject']}", "body": body, "category": category}
            planned += [("reply", minutes * 60.0 + hours * HOUR, text)] if replies else []
        for what, seconds, text in planned:
            data: Json = {"due": call.clock.now() + seconds, "what": what, "mail": sent.id, "text": text}
            call.store.put(Row("events", f"{sent.id}:{what}", call.workspace, data))

    def _event(self, workspace: str, moment: float) -> None:
        """Do what the recipient of a mail does at *moment*."""
        call = self._call_at(workspace, Clock(start=moment))
        [event] = self._store.due("events", workspace, moment, 1)
        self._store.drop(event)
        sent: Any = call.store.find("messages", workspace, event.data["mail"])
        lead = sent and call.store.find("leads", workspace, sent.data["leadId"])
        if lead is None or sent.data["activity"]["status"] != "sent":
            return  # The lead was deleted, or the mail bounced.
        if event.data["what"] == "open":
            mail.opened(call, sent)
        elif event.data["what"] == "bounce":
            mail.bounced(call, sent)
        else:
            mail.received(call, lead, sent.data["campaignId"], event.data["text"])


def _limit(account: Row) -> float:
    """Return the mails that *account* may send in a day; that null is no limit is a guess."""
    limit: float | None = account.data.get("dailyLimit")
    return inf if limit is None else limit

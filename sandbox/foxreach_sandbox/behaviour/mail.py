"""The mail of campaigns: sent, failed, opened, clicked, bounced and answered, with the counters and events of each.

Every mail and every answer is a row of `messages`. Its `sort` is `campaign`, `reply` (an answer from the inbox),
`received` or `failed`. What FoxReach counts is hardly documented. These are guesses: a bounced mail was not delivered,
the first opening of a mail counts, and a mail that failed was not sent.
"""

from dataclasses import dataclass
from random import Random

from ..document import Json
from ..rendering import rendered
from ..sending_times import local_day
from ..store import Row
from .call import Call
from .inbox import PREVIEW, keep_message
from .memberships import sent_on, utc_day

STOPPED = ("replied", "bounced", "unsubscribed")  # States of a lead. Also of a membership, and `failed`.
DEFAULT_SENDER = "sales@example.com"


@dataclass(frozen=True)
class Letter:
    """The next mail of a membership: a step of the campaign for a lead, from an account."""

    campaign: Row
    membership: Row
    lead: Row
    step: Json
    account: Row | None

    @property
    def ids(self) -> Json:
        """The campaign and the lead, as rows and events name them."""
        return {"campaignId": self.campaign.id, "leadId": self.lead.id}


def obstacle(lead: Row, membership: Row, step: Json) -> str | None:
    """Return the state of the lead or of its membership in which *step* is not sent, None if it is."""
    shown = membership.data["shown"]
    for state in (lead.data["status"], shown["status"], "replied" if shown["repliedAt"] else None):
        if state in ("bounced", "unsubscribed", "failed") or (state == "replied" and step["sendOnlyIfNoReply"]):
            return str(state)
    return None


def send(call: Call, letter: Letter, *, seed: int = 0, error: str | None = None) -> Row:
    """Send *letter* and return its row; with *error*, the mail server refuses it."""
    number = letter.membership.data["shown"]["currentStep"] + 1
    random = Random(f"{seed} {letter.campaign.id} {letter.lead.id} {number}")  # noqa: S311 - no secret
    subject, body = _subject(call, letter, random), rendered(letter.step["body"], letter.lead.data, random)
    ends = {
        "fromEmail": letter.account.data["email"] if letter.account else DEFAULT_SENDER,
        "toEmail": letter.lead.data["email"],
    }
    message: Json = {"direction": "sent", **ends, "subject": subject, "body": body, "category": None}
    sort = "campaign" if error is None else "failed"
    mail = keep_message(call, {"id": "", **letter.ids}, message, sort=sort, step=number)
    data: Json = {"emailLogId": mail.id, **letter.ids, "toEmail": ends["toEmail"]}
    if error is None:
        _sent(call, letter, number)
        call.notify("email.sent", {**data, "fromEmail": ends["fromEmail"], "subject": subject, "sequenceStep": number})
    else:
        _change(call, letter.membership, status="failed")
        call.notify("email.failed", {**data, "error": error})
    return mail


def _subject(call: Call, letter: Letter, random: Random) -> str:
    """Return the subject; that a step without one answers the first mail is a guess."""
    if letter.step.get("subject") is not None:
        return rendered(letter.step["subject"], letter.lead.data, random)
    before = next(call.rows("messages", **letter.ids, sort="campaign"), None)
    return f"Re: {before.data['message']['subject']}" if before else ""


def _sent(call: Call, letter: Letter, number: int) -> None:
    now = call.clock.stamp()
    shown = letter.membership.data["shown"]
    _change(
        call, letter.membership, currentStep=number, totalSent=shown["totalSent"] + 1, lastSentAt=now, status="sent"
    )
    _count(call, letter.campaign.id, totalSent=1, totalDelivered=1)
    count_today(call, letter.campaign, str(local_day(letter.campaign.data, call.clock.now())))
    if letter.account is not None:
        count_today(call, letter.account, utc_day(call))
    call.change(letter.lead, {"lastContactedAt": now})


def opened(call: Call, mail: Row) -> None:
    """Open *mail*; only the first time counts."""
    if mail.data["activity"]["openedAt"] is None:
        mail.data["activity"]["openedAt"] = call.clock.stamp()
        call.store.put(mail)
        _count(call, mail.data["campaignId"], totalOpened=1)
        membership = membership_of(call, mail.data["campaignId"], mail.data["leadId"])
        if membership is not None:
            _change(call, membership, totalOpened=membership.data["shown"]["totalOpened"] + 1)
        call.notify("email.opened", _names(mail))


def clicked(call: Call, mail: Row) -> None:
    """Click a link in *mail*, which is opened then; FoxReach has no event for it."""
    opened(call, mail)
    if mail.data["activity"]["clickedAt"] is None:
        mail.data["activity"]["clickedAt"] = call.clock.stamp()
        call.store.put(mail)


def bounced(call: Call, mail: Row) -> None:
    """Bounce *mail*, which stops all sequences of the lead."""
    mail.data["activity"]["status"] = "bounced"
    mail.data["bouncedAt"] = call.clock.stamp()
    call.store.put(mail)
    _count(call, mail.data["campaignId"], totalBounced=1, totalDelivered=-1)
    membership = membership_of(call, mail.data["campaignId"], mail.data["leadId"])
    if membership is not None:
        _change(call, membership, status="bounced")
    lead = call.store.find("leads", call.workspace, mail.data["leadId"])
    if lead is not None:
        call.change(lead, {"status": "bounced"})
    call.notify("email.bounced", {**_names(mail), "bounceType": "hard"})


def received(call: Call, lead: Row, campaign: str | None, text: Json) -> Row:
    """Receive a reply with the *text* subject, body and category from *lead*, and return its thread."""
    thread = _thread(call, lead, campaign, text)
    for mail in call.rows("messages", leadId=lead.id, campaignId=campaign, sort="campaign", threadId=""):
        call.store.put(Row(mail.kind, mail.id, mail.workspace, {**mail.data, "threadId": thread.id}))
    names = ("id", "fromEmail", "toEmail", "subject", "body", "category")
    message: Json = {"direction": "received", **{name: thread.data[name] for name in names}}
    keep_message(call, thread.data, message, sort="received")
    call.change(lead, {"status": "replied"})
    _count(call, campaign, totalReplied=1)
    membership = membership_of(call, campaign, lead.id)
    if membership is not None:
        _change(call, membership, status="replied", repliedAt=call.clock.stamp())
    shown = {name: thread.data[name] for name in ("leadId", "fromEmail", "subject", "bodyPreview")}
    call.notify("reply.received", {"replyId": thread.id, "campaignId": campaign or "", **shown})
    return thread


def _thread(call: Call, lead: Row, campaign: str | None, text: Json) -> Row:
    account, body = next((row.data for row in call.rows("accounts")), None), text["body"]
    data: Json = {
        "fromEmail": lead.data["email"],
        "toEmail": account["email"] if account else DEFAULT_SENDER,
        "subject": text["subject"],
        "bodyPreview": body[:PREVIEW],
        "body": body,
        "bodyPlain": body,
        "isRead": False,
        "isStarred": False,
        "leadId": lead.id,
        "accountId": account and account["id"],
        "category": text["category"],
        "campaignId": campaign,
        "receivedAt": call.clock.stamp(),
    }
    return call.store.make("threads", "rpl", call.workspace, data)


def membership_of(call: Call, campaign: str | None, lead: str) -> Row | None:
    """Return the membership of *lead* in *campaign*."""
    return call.store.find("memberships", call.workspace, f"{campaign}:{lead}")


def completed(call: Call, campaign: Row) -> None:
    """Complete *campaign*."""
    call.change(campaign, {"status": "completed", "completedAt": call.clock.stamp()})
    call.notify("campaign.completed", {"campaignId": campaign.id})


def count_today(call: Call, row: Row, day: str) -> None:
    """Count a mail of *row* on *day*."""
    data = {"day": day, "number": sent_on(call, row, day) + 1}
    call.store.put(Row("tallies", row.id, call.workspace, data))


def _names(mail: Row) -> Json:
    ids = {name: mail.data[name] for name in ("campaignId", "leadId")}
    return {"emailLogId": mail.id, **ids, "toEmail": mail.data["message"]["toEmail"]}


def _change(call: Call, membership: Row, **shown: object) -> None:
    membership.data["shown"].update(shown)
    call.store.put(membership)


def _count(call: Call, campaign: str | None, **changes: int) -> None:
    row = call.store.find("campaigns", call.workspace, campaign or "")
    if row is not None:
        row.data.update({name: row.data[name] + change for name, change in changes.items()})
        call.store.put(row)

"""Simulates what people and mail servers do: connect accounts, send mail, open it, bounce it and reply."""

from .behaviour.call import Call, RefusedError
from .behaviour.inbox import PREVIEW, keep_message
from .document import Json
from .engine import Engine
from .store import Row

ACCOUNT: Json = {
    "displayName": None,
    "provider": "smtp",
    "connectionStatus": "connected",
    "dailyLimit": 50,
    "sentToday": 0,
    "isActive": True,
    "warmupEnabled": False,
    "healthScore": 98.0,
    "bounceRate": 0.0,
    "replyRate": 0.0,
}


class World:
    """Acts on one workspace, by default the first one."""

    def __init__(self, engine: Engine, workspace: str = "first") -> None:
        self._engine = engine
        self._workspace = workspace

    def _call(self) -> Call:
        engine = self._engine
        operation = next(iter(engine.document.operations.values()))
        return Call(operation, self._workspace, {}, {}, {}, engine.store, engine.clock, engine.emit)

    def account(self, email: str, **values: object) -> Json:
        """Connect an e-mail account, which the API cannot do, and return it."""
        with self._engine.lock:
            return self._call().make("accounts", "cea", {**ACCOUNT, "email": email, **values}).data

    def reply(
        self,
        lead: str,
        body: str,
        *,
        campaign: str | None = None,
        subject: str = "Re: Quick question",
        category: str = "uncategorized",
    ) -> Json:
        """Receive a reply from *lead* and return its thread."""
        with self._engine.lock:
            call = self._call()
            row = _existing(call, "leads", lead)
            account = next((each.data for each in call.rows("accounts")), None)
            thread = call.store.make("threads", "rpl", self._workspace, self._thread(row, account, subject, body))
            thread.data.update(category=category, campaignId=campaign, receivedAt=call.clock.stamp())
            call.store.put(thread)
            _begin_with_mail(call, thread)
            message = {
                name: thread.data[name] for name in ("id", "fromEmail", "toEmail", "subject", "body", "category")
            }
            keep_message(call, thread.data, {"direction": "received", **message})
            call.change(row, {"status": "replied"})
            _count(call, campaign, row.id, "totalReplied", repliedAt=call.clock.stamp())
            data = {name: thread.data[name] for name in ("campaignId", "leadId", "fromEmail", "subject", "bodyPreview")}
            call.notify("reply.received", {"replyId": thread.id, **data, "campaignId": campaign or ""})
            return thread.data

    def _thread(self, lead: Row, account: Json | None, subject: str, body: str) -> Json:
        return {
            "fromEmail": lead.data["email"],
            "toEmail": account["email"] if account else "sales@example.com",
            "subject": subject,
            "bodyPreview": body[:PREVIEW],
            "body": body,
            "bodyPlain": body,
            "isRead": False,
            "isStarred": False,
            "leadId": lead.id,
            "accountId": account and account["id"],
        }

    def send(self, campaign: str, lead: str) -> Json:
        """Send the next step of *campaign* to *lead* and return the data of the event."""
        with self._engine.lock:
            call = self._call()
            membership = _existing(call, "memberships", f"{campaign}:{lead}")
            rows = call.rows("sequences", campaignId=campaign)
            steps: list[Json] = sorted((row.data for row in rows), key=lambda step: int(step["stepNumber"]))
            if not steps:
                raise LookupError(f"{campaign} has no step to send")
            done: int = membership.data["shown"]["currentStep"]
            step: Json = steps[min(done, len(steps) - 1)]
            person = _existing(call, "leads", lead)
            account = next((each.data for each in call.rows("accounts")), {"email": "sales@example.com"})
            thread: Json = {"id": "", "leadId": lead, "campaignId": campaign}
            ends = {"fromEmail": account["email"], "toEmail": person.data["email"]}
            text = {"subject": step["subject"], "body": step["body"], "category": None, "sequenceStep": done + 1}
            mail = keep_message(call, thread, {"direction": "sent", **ends, **text})
            _count(
                call, campaign, lead, "totalSent", currentStep=done + 1, lastSentAt=call.clock.stamp(), status="sent"
            )
            _count(call, campaign, lead, "totalDelivered")
            call.change(person, {"lastContactedAt": call.clock.stamp()})
            data = {"emailLogId": mail.id, "campaignId": campaign, "leadId": lead, **ends, "subject": step["subject"]}
            call.notify("email.sent", {**data, "sequenceStep": done + 1})
            return data

    def open(self, campaign: str, lead: str) -> None:
        """Open the last mail of *campaign* as *lead*."""
        self._count_event(campaign, lead, "totalOpened", "email.opened", {})

    def bounce(self, campaign: str, lead: str) -> None:
        """Bounce the last mail of *campaign* to *lead*."""
        self._count_event(campaign, lead, "totalBounced", "email.bounced", {"bounceType": "hard"})
        with self._engine.lock:
            call = self._call()
            call.change(_existing(call, "leads", lead), {"status": "bounced"})

    def complete(self, campaign: str) -> None:
        """Complete *campaign*."""
        with self._engine.lock:
            call = self._call()
            row = _existing(call, "campaigns", campaign)
            call.change(row, {"status": "completed", "completedAt": call.clock.stamp()})
            call.notify("campaign.completed", {"campaignId": campaign})

    def _count_event(self, campaign: str, lead: str, counter: str, event: str, more: Json) -> None:
        with self._engine.lock:
            call = self._call()
            mails = list(call.rows("messages", campaignId=campaign, leadId=lead))
            if not mails:
                raise LookupError(f"{campaign} has sent nothing to {lead}")
            _count(call, campaign, lead, counter)
            ids = {"emailLogId": mails[-1].id, "campaignId": campaign, "leadId": lead}
            call.notify(event, {**ids, "toEmail": mails[-1].data["message"]["toEmail"], **more})


def _existing(call: Call, kind: str, name: str) -> Row:
    try:
        return call.row(kind, name, kind)
    except RefusedError:
        raise LookupError(f"{kind} has no {name}") from None


def _begin_with_mail(call: Call, thread: Row) -> None:
    """Put the mail that the campaign sent to the lead at the start of the conversation of *thread*."""
    ends = {name: thread.data[name] for name in ("leadId", "campaignId")}
    for mail in list(call.rows("messages", threadId="", **ends)):
        mail.data["threadId"] = thread.id
        call.store.put(mail)


def _count(call: Call, campaign: str | None, lead: str, counter: str, **shown: object) -> None:
    row = call.store.find("campaigns", call.workspace, campaign or "")
    if row is None:
        return
    row.data[counter] += 1
    if counter == "totalSent":
        row.data["sentToday"] += 1
    call.store.put(row)
    membership = call.store.find("memberships", call.workspace, f"{row.id}:{lead}")
    if membership is not None:
        known: Json = membership.data["shown"]
        if counter in known:
            known[counter] += 1
        known.update(shown)
        call.store.put(membership)

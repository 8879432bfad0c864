"""Simulates what people and mail servers do: connect accounts, send mail, open it, bounce it and reply."""

from dataclasses import asdict

from .behaviour import mail
from .behaviour.addresses import wrong_in
from .behaviour.call import Call, RefusedError
from .behaviour.memberships import due_of, reschedule, steps_of
from .document import Json
from .engine import Engine
from .mailer import Recipients
from .snapshots import check_row
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
    """Acts on one workspace, by default the first one, at once: sending windows, delays and limits do not matter here.

    LookupError says why something cannot happen, such as a mail of a paused campaign.
    """

    def __init__(self, engine: Engine, workspace: str = "first") -> None:
        self._engine = engine
        self._workspace = workspace

    def _call(self) -> Call:
        return self._engine.call_at(self._workspace, self._engine.clock)

    def account(self, email: str, **values: object) -> Json:
        """Connect an e-mail account, which the API cannot do, and return it.

        *values* are other fields of an account as the API shows them; ValueError for one that it does not have.
        """
        for name in values:
            if name not in ACCOUNT:
                raise ValueError(f"unknown field {name!r}; expected one of: email, {', '.join(ACCOUNT)}")
        check_row(self._engine.document, "accounts", {"id": "", "email": email, **values}, "account")
        if wrong_in(email):
            raise ValueError(f"account: email: {wrong_in(email)}")
        with self._engine.store.transaction():
            return self._call().make("accounts", "cea", {**ACCOUNT, "email": email, **values}).data

    def recipients(
        self, *, opens: float = 0.0, replies: float = 0.0, bounces: float = 0.0, failures: float = 0.0, seed: int = 0
    ) -> Json:
        """Say which share, from 0 to 1, of the mails that the clock sends is opened, answered, bounced or refused.

        The same *seed* selects the same mails.
        """
        given = asdict(Recipients(opens, replies, bounces, failures, seed))
        with self._engine.store.transaction():
            return self._engine.store.put(Row("recipients", "all", self._workspace, given)).data

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
        with self._engine.store.transaction():
            call = self._call()
            text = {"subject": subject, "body": body, "category": category}
            return mail.received(call, _existing(call, "leads", lead), campaign, text).data

    def send(self, campaign: str, lead: str) -> Json:
        """Send the next step of *campaign* to *lead* and return the mail."""
        return self._send(campaign, lead, None)

    def fail(self, campaign: str, lead: str, error: str = "Mailbox unavailable") -> Json:
        """Let the mail server refuse the next step of *campaign* to *lead*, and return the mail."""
        return self._send(campaign, lead, error)

    def _send(self, campaign: str, lead: str, error: str | None) -> Json:
        with self._engine.store.transaction():
            call = self._call()
            letter = self._letter(call, campaign, lead)
            sent = mail.send(call, letter, error=error)
            letter.membership.data["since"] = call.clock.now()
            due = due_of(call, letter.membership, steps_of(call, campaign)) if error is None else None
            reschedule(call, letter.membership, due)
            names = ("fromEmail", "toEmail", "subject", "body")
            return {"emailLogId": sent.id, **letter.ids, **{name: sent.data["message"][name] for name in names}}

    def _letter(self, call: Call, campaign: str, lead: str) -> mail.Letter:
        """Return the next mail; LookupError if there is none to send."""
        membership = _existing(call, "memberships", f"{campaign}:{lead}")
        row, person = _existing(call, "campaigns", campaign), _existing(call, "leads", lead)
        steps = steps_of(call, campaign)
        rest = steps[membership.data["shown"]["currentStep"] :]
        if not rest:
            has = "no step to send" if not steps else f"sent its last step to {lead}"
            raise LookupError(f"{campaign} has {has}")
        state = row.data["status"]
        if state in ("paused", "completed"):
            raise LookupError(f"{campaign} is {state}")
        obstacle = mail.obstacle(person, membership, rest[0])
        if obstacle:
            raise LookupError(f"{campaign} sends nothing more to {lead}: {obstacle}")
        account = next(
            (
                call.store.find("accounts", call.workspace, each.data["accountId"])
                for each in call.rows("assignments", campaignId=campaign)
            ),
            None,
        ) or next(call.rows("accounts"), None)
        return mail.Letter(row, membership, person, rest[0], account)

    def open(self, campaign: str, lead: str) -> None:
        """Open the last mail of *campaign* as *lead*; only the first time counts."""
        with self._engine.store.transaction():
            call = self._call()
            mail.opened(call, _last(call, campaign, lead))

    def click(self, campaign: str, lead: str) -> None:
        """Click a link in the last mail of *campaign* as *lead*."""
        with self._engine.store.transaction():
            call = self._call()
            mail.clicked(call, _last(call, campaign, lead))

    def bounce(self, campaign: str, lead: str) -> None:
        """Bounce the last mail of *campaign* to *lead*, which can happen once."""
        with self._engine.store.transaction():
            call = self._call()
            mail.bounced(call, _last(call, campaign, lead))

    def complete(self, campaign: str) -> None:
        """Complete *campaign*."""
        with self._engine.store.transaction():
            call = self._call()
            mail.completed(call, _existing(call, "campaigns", campaign))


def _existing(call: Call, kind: str, name: str) -> Row:
    try:
        return call.row(kind, name, kind)
    except RefusedError:
        raise LookupError(f"{kind} has no {name}") from None


def _last(call: Call, campaign: str, lead: str) -> Row:
    """Return the last mail of *campaign* to *lead*, which must not have bounced."""
    mails = list(call.rows("messages", campaignId=campaign, leadId=lead, sort="campaign"))
    if not mails:
        raise LookupError(f"{campaign} has sent nothing to {lead}")
    if mails[-1].data["activity"]["status"] == "bounced":
        raise LookupError(f"the last mail of {campaign} to {lead} has bounced")
    return mails[-1]

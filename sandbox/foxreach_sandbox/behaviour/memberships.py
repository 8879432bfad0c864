"""The leads and e-mail accounts of each campaign, and the counters of a campaign."""

from datetime import UTC, datetime

from ..clock import stamp
from ..document import Json
from ..sending_times import local_day
from ..store import Row
from .call import Behaviour, Call, RefusedError


def campaign(call: Call) -> Row:
    """Return the campaign of the path."""
    return call.row("campaigns", call.path["campaign_id"], "Campaign")


def utc_day(call: Call) -> str:
    """Return the day of an account's limit; that it is UTC's is a guess."""
    return str(datetime.fromtimestamp(call.clock.now(), UTC).date())


def sent_on(call: Call, row: Row, day: str) -> int:
    """Return the mails that *row*, a campaign or an account, has sent on *day*."""
    found = call.store.find("tallies", call.workspace, row.id)
    return int(found.data["number"]) if found is not None and found.data["day"] == day else 0


def recounted(call: Call, row: Row) -> Json:
    """Return the campaign with its counters updated."""
    day = str(local_day(row.data, call.clock.now()))
    row.data["sentToday"] = sent_on(call, row, day)
    row.data["totalLeads"] = call.store.count("memberships", call.workspace, campaignId=row.id)
    return row.data


def reschedule(call: Call, membership: Row, due: float | None) -> None:
    """Let the next step of *membership* be due at *due*; None ends its sequence."""
    membership.data["due"] = due
    membership.data["shown"]["nextSendAt"] = due and stamp(due)
    call.store.put(membership)


def steps_of(call: Call, name: str) -> list[Json]:
    """Return the steps of the campaign *name* in their order."""
    found = [row.data for row in call.rows("sequences", campaignId=name)]
    return sorted(found, key=lambda step: int(step["stepNumber"]))


def delay(step: Json) -> float:
    """Return the seconds after the previous step."""
    return float(step["delayDays"] * 86_400 + step["delayHours"] * 3_600)


def due_of(call: Call, membership: Row, steps: list[Json]) -> float | None:
    """Return when the next step is due: its delay counts from the previous step or from the first start."""
    rest, since = steps[membership.data["shown"]["currentStep"] :], float(membership.data.get("since", 0.0))
    if not rest:
        return None
    waits = call.store.find("waits", call.workspace, membership.data["campaignId"])
    if waits is not None and not membership.data["shown"]["currentStep"]:
        since = max(since, waits.data["started"])
    return since + delay(rest[0])


def restart_sequences(call: Call, found: Row) -> None:
    """Reckon anew when each lead of the campaign gets its next step, since the steps have changed."""
    steps = steps_of(call, found.id)
    for membership in call.rows("memberships", campaignId=found.id):
        reschedule(call, membership, due_of(call, membership, steps))


def send_from_now(call: Call, found: Row) -> None:
    """Let the campaign send from now on, and not in the time in which it could not."""
    now, before = call.clock.now(), call.store.find("waits", call.workspace, found.id)
    started = before.data["started"] if before else now
    call.store.put(Row("waits", found.id, call.workspace, {"until": now, "started": started}))
    if before is None and any(step["delayDays"] or step["delayHours"] for step in steps_of(call, found.id)[:1]):
        restart_sequences(call, found)


def restore_memberships(call: Call, lead: str) -> None:
    """Put *lead* back into the campaigns from which its deletion took it."""
    for row in call.store.deleted("memberships", call.workspace, leadId=lead):
        row.deleted = False
        due = row.data.get("due")
        reschedule(call, row, due and max(due, call.clock.now()))


def remove_from_all(call: Call, kind: str, field: str, name: str) -> None:
    """Take a lead or an account out of all campaigns."""
    for row in list(call.rows(kind, **{field: name})):
        call.delete(row)


def add_leads(call: Call) -> Json:
    """Add leads and return how many were not in the campaign before."""
    found = campaign(call)
    new = _not_in(call, found, "memberships", [call.row("leads", name, "Lead").id for name in call.body["leadIds"]])
    now = call.clock.now()
    wait = _first_delay(call, found)
    for name in new:
        shown = {"campaignId": found.id, "campaignName": found.data["name"], "status": "pending", "currentStep": 0}
        counted = {"totalSent": 0, "totalOpened": 0, "lastSentAt": None, "nextSendAt": None, "repliedAt": None}
        times = {"since": now, "due": now + wait}
        _put(call, found, "memberships", name, {"leadId": name, **times, "shown": {**shown, **counted}})
    recounted(call, found)
    call.store.put(found)
    return {"added": len(new)}


def _first_delay(call: Call, found: Row) -> float:
    """Return the seconds until the first step of a lead that is added now; a draft reckons when it is started."""
    steps = steps_of(call, found.id)[:1] if found.data["status"] != "draft" else []
    return sum(delay(step) for step in steps)


def remove_lead(call: Call) -> Json:
    """Remove the lead from the campaign."""
    return _removed(call, "memberships", call.path["lead_id"], "Lead")


def add_accounts(call: Call) -> Json:
    """Add accounts and return how many were not in the campaign before."""
    found, names = campaign(call), call.body["accountIds"]
    new = _not_in(call, found, "assignments", [call.row("accounts", name, "E-mail account").id for name in names])
    for name in new:
        _put(call, found, "assignments", name, {"accountId": name})
    if found.data["status"] == "active":
        send_from_now(call, found)
    return {"added": len(new)}


def remove_account(call: Call) -> Json:
    """Remove the account from the campaign."""
    return _removed(call, "assignments", call.path["account_id"], "E-mail account")


def _not_in(call: Call, found: Row, kind: str, names: list[str]) -> list[str]:
    """Return those of *names* that are not in the campaign, without duplicates."""
    return [name for name in dict.fromkeys(names) if _member(call, found, kind, name) is None]


def _member(call: Call, found: Row, kind: str, name: str) -> Row | None:
    return call.store.find(kind, call.workspace, f"{found.id}:{name}")


def _put(call: Call, found: Row, kind: str, name: str, data: Json) -> None:
    call.store.put(Row(kind, f"{found.id}:{name}", call.workspace, {"campaignId": found.id, **data}))


def _removed(call: Call, kind: str, name: str, what: str) -> Json:
    row = _member(call, campaign(call), kind, name)
    if row is None:
        raise RefusedError(404, f"{what} is not in this campaign")
    call.store.drop(row)
    return {"removed": True}


BEHAVIOURS: dict[str, Behaviour] = {
    "campaigns.add_leads": add_leads,
    "campaigns.remove_lead": remove_lead,
    "campaigns.add_accounts": add_accounts,
    "campaigns.remove_account": remove_account,
}

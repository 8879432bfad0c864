"""The leads and e-mail accounts of each campaign, and the counters of a campaign."""

from ..document import Json
from ..store import Row
from .call import Behaviour, Call, RefusedError


def campaign(call: Call) -> Row:
    """Return the campaign of the path."""
    return call.row("campaigns", call.path["campaign_id"], "Campaign")


def recounted(call: Call, row: Row) -> Json:
    """Return the campaign with its counters updated."""
    row.data["totalLeads"] = call.store.count("memberships", call.workspace, campaignId=row.id)
    return row.data


def restore_memberships(call: Call, lead: str) -> None:
    """Put *lead* back into the campaigns from which its deletion took it."""
    for row in call.store.deleted("memberships", call.workspace, leadId=lead):
        row.deleted = False
        call.store.put(row)


def remove_from_all(call: Call, kind: str, field: str, name: str) -> None:
    """Take a lead or an account out of all campaigns."""
    for row in list(call.rows(kind, **{field: name})):
        call.delete(row)


def add_leads(call: Call) -> Json:
    """Add leads and return how many were not in the campaign before."""
    found = campaign(call)
    new = _not_in(call, found, "memberships", [call.row("leads", name, "Lead").id for name in call.body["leadIds"]])
    for name in new:
        shown = {"campaignId": found.id, "campaignName": found.data["name"], "status": "pending", "currentStep": 0}
        counted = {"totalSent": 0, "totalOpened": 0, "lastSentAt": None, "nextSendAt": None, "repliedAt": None}
        _put(call, found, "memberships", name, {"leadId": name, "shown": {**shown, **counted}})
    recounted(call, found)
    call.store.put(found)
    return {"added": len(new)}


def remove_lead(call: Call) -> Json:
    """Remove the lead from the campaign."""
    return _removed(call, "memberships", call.path["lead_id"], "Lead")


def add_accounts(call: Call) -> Json:
    """Add accounts and return how many were not in the campaign before."""
    found, names = campaign(call), call.body["accountIds"]
    new = _not_in(call, found, "assignments", [call.row("accounts", name, "E-mail account").id for name in names])
    for name in new:
        _put(call, found, "assignments", name, {"accountId": name})
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

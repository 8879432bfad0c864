"""Which leads and e-mail accounts are in which campaigns; a campaign's counters are those of its rows."""

from collections.abc import Iterator

from ..call import Behaviour, Call, RefusedError
from ..document import Json
from ..store import Row


def campaign(call: Call) -> Row:
    """Return the campaign that the path names."""
    return call.row("campaigns", call.path["campaign_id"], "Campaign")


def recounted(call: Call, row: Row) -> Json:
    """Return the campaign with its counters as they are now."""
    row.data["totalLeads"] = sum(1 for _ in call.rows("memberships", campaignId=row.id))
    return row.data


def memberships_of(call: Call, lead: str, *, deleted: bool) -> Iterator[Row]:
    """Yield the memberships of *lead*, those that ended with its deletion where *deleted*."""
    for row in call.store.every("memberships", call.workspace):
        if row.data["leadId"] == lead and row.deleted == deleted:
            yield row


def leave_all(call: Call, kind: str, field: str, name: str) -> None:
    """Take a lead or an account out of all campaigns."""
    for row in list(call.rows(kind, **{field: name})):
        call.delete(row)


def add_leads(call: Call) -> Json:
    """Return how many leads were added; a lead that is in the campaign already is not counted."""
    found = campaign(call)
    ids = list(dict.fromkeys(call.body["leadIds"]))
    for name in ids:
        call.row("leads", name, "Lead")
    new = [name for name in ids if call.store.find("memberships", call.workspace, f"{found.id}:{name}") is None]
    for name in new:
        shown = {"campaignId": found.id, "campaignName": found.data["name"], "status": "pending", "currentStep": 0}
        counted = {"totalSent": 0, "totalOpened": 0, "lastSentAt": None, "nextSendAt": None, "repliedAt": None}
        data: Json = {"campaignId": found.id, "leadId": name, "shown": {**shown, **counted}}
        call.store.put(Row("memberships", f"{found.id}:{name}", call.workspace, data))
    recounted(call, found)
    call.store.put(found)
    return {"added": len(new)}


def remove_lead(call: Call) -> Json:
    """Return that the lead is out of the campaign."""
    found, lead = campaign(call), call.path["lead_id"]
    row = call.store.find("memberships", call.workspace, f"{found.id}:{lead}")
    if row is None:
        raise RefusedError(404, "Lead is not in this campaign")
    call.store.drop(row)
    return {"removed": True}


def add_accounts(call: Call) -> Json:
    """Return how many accounts were added."""
    found = campaign(call)
    ids = list(dict.fromkeys(call.body["accountIds"]))
    for name in ids:
        call.row("accounts", name, "E-mail account")
    new = [name for name in ids if call.store.find("assignments", call.workspace, f"{found.id}:{name}") is None]
    for name in new:
        data: Json = {"campaignId": found.id, "accountId": name}
        call.store.put(Row("assignments", f"{found.id}:{name}", call.workspace, data))
    return {"added": len(new)}


def remove_account(call: Call) -> Json:
    """Return that the account is out of the campaign."""
    found, account = campaign(call), call.path["account_id"]
    row = call.store.find("assignments", call.workspace, f"{found.id}:{account}")
    if row is None:
        raise RefusedError(404, "E-mail account is not in this campaign")
    call.store.drop(row)
    return {"removed": True}


BEHAVIOURS: dict[str, Behaviour] = {
    "campaigns.add_leads": add_leads,
    "campaigns.remove_lead": remove_lead,
    "campaigns.add_accounts": add_accounts,
    "campaigns.remove_account": remove_account,
}

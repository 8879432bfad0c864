"""Campaigns: the states draft, active, paused and completed, and the calls that each state refuses."""

from ..document import Json
from ..listing import Listing
from .call import Behaviour, Call, RefusedError
from .memberships import campaign, recounted, send_from_now

COUNTERS = ("sentToday", "totalLeads", "totalSent", "totalDelivered", "totalBounced", "totalReplied", "totalOpened")
NEW: Json = {
    "status": "draft",
    "timezone": "UTC",
    "sendingDays": [1, 2, 3, 4, 5],
    "sendingStartHour": 9,
    "sendingEndHour": 17,
    "dailyLimit": 50,
    "context": None,
    **dict.fromkeys(COUNTERS, 0),
    "startedAt": None,
    "completedAt": None,
}


def listed(call: Call) -> Listing:
    """List the campaigns, optionally with one status."""
    wanted = {"status": call.query["status"]} if "status" in call.query else {}
    return call.listing("campaigns", lambda row: recounted(call, row), wanted)


def create(call: Call) -> Json:
    """Create a draft."""
    return call.make("campaigns", "cmp", {**NEW, **call.body}).data


def get(call: Call) -> Json:
    """Return the campaign."""
    return recounted(call, campaign(call))


def update(call: Call) -> Json:
    """Update the campaign, unless it is active."""
    row = campaign(call)
    if row.data["status"] == "active":
        raise RefusedError(400)
    recounted(call, row)
    return call.change(row, call.body)


def delete(call: Call) -> Json:
    """Delete the campaign, which must be a draft."""
    row = campaign(call)
    if row.data["status"] != "draft":
        raise RefusedError(400)
    for kind in ("memberships", "assignments", "sequences"):
        for part in (*call.rows(kind, campaignId=row.id), *call.store.deleted(kind, call.workspace, campaignId=row.id)):
            call.store.drop(part)
    return call.delete(row)


def start(call: Call) -> Json:
    """Start the campaign, which needs a step; further requirements are not documented."""
    row = campaign(call)
    state = row.data["status"]
    if state not in ("draft", "paused"):
        raise RefusedError(400, f"Campaign is {'already active' if state == 'active' else state}")
    if not any(call.rows("sequences", campaignId=row.id)):
        raise RefusedError(400, "Campaign must have at least one sequence step")
    return _set_status(call, "active", "campaign.started", startedAt=call.clock.stamp())


def pause(call: Call) -> Json:
    """Pause the campaign."""
    if campaign(call).data["status"] != "active":
        raise RefusedError(400)
    return _set_status(call, "paused", "campaign.paused")


def resume(call: Call) -> Json:
    """Resume the campaign."""
    if campaign(call).data["status"] != "paused":
        raise RefusedError(400)
    return _set_status(call, "active", "campaign.started")


def _set_status(call: Call, state: str, event: str, **more: str) -> Json:
    row = campaign(call)
    recounted(call, row)
    shown = call.change(row, {"status": state, **more})
    if state == "active":
        send_from_now(call, row)
    call.notify(event, {"campaignId": row.id})
    return shown


BEHAVIOURS: dict[str, Behaviour] = {
    "campaigns.list": listed,
    "campaigns.create": create,
    "campaigns.get": get,
    "campaigns.update": update,
    "campaigns.delete": delete,
    "campaigns.start": start,
    "campaigns.pause": pause,
    "campaigns.resume": resume,
}

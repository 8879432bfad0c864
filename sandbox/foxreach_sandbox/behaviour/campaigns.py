"""Campaigns: draft, active, paused, completed, and what each state refuses."""

from ..call import Behaviour, Call, RefusedError
from ..document import Json
from .memberships import campaign, recounted

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


def listed(call: Call) -> list[Json]:
    """Return the campaigns, or those with one status."""
    wanted = {"status": call.query["status"]} if "status" in call.query else {}
    return [recounted(call, row) for row in call.rows("campaigns", **wanted)]


def create(call: Call) -> Json:
    """Return a draft."""
    return call.make("campaigns", "cmp", {**NEW, **call.body}).data


def get(call: Call) -> Json:
    """Return the campaign."""
    return recounted(call, campaign(call))


def update(call: Call) -> Json:
    """Return the campaign after the change, unless it is active."""
    row = campaign(call)
    if row.data["status"] == "active":
        raise RefusedError(400)
    recounted(call, row)
    return call.change(row, call.body)


def delete(call: Call) -> Json:
    """Return the deletion of a draft."""
    row = campaign(call)
    if row.data["status"] != "draft":
        raise RefusedError(400)
    for kind in ("memberships", "assignments", "sequences"):
        for part in list(call.rows(kind, campaignId=row.id)):
            call.store.drop(part)
    return call.delete(row)


def start(call: Call) -> Json:
    """Return the campaign, active; it needs a step, and what is missing besides is not documented."""
    row = campaign(call)
    state = row.data["status"]
    if state not in ("draft", "paused"):
        raise RefusedError(400, f"Campaign is {'already active' if state == 'active' else state}")
    if not any(call.rows("sequences", campaignId=row.id)):
        raise RefusedError(400, "Campaign must have at least one sequence step")
    return _moved(call, "active", "campaign.started", startedAt=call.clock.stamp())


def pause(call: Call) -> Json:
    """Return the campaign, paused."""
    if campaign(call).data["status"] != "active":
        raise RefusedError(400)
    return _moved(call, "paused", "campaign.paused")


def resume(call: Call) -> Json:
    """Return the campaign, active again."""
    if campaign(call).data["status"] != "paused":
        raise RefusedError(400)
    return _moved(call, "active", "campaign.started")


def _moved(call: Call, state: str, event: str, **more: str) -> Json:
    row = campaign(call)
    recounted(call, row)
    shown = call.change(row, {"status": state, **more})
    call.told(event, {"campaignId": row.id})
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

"""Analytics, computed from the rows."""

from collections import Counter
from collections.abc import Iterator

from ..document import Json
from .call import Behaviour, Call
from .memberships import campaign


def percent(part: int, whole: int) -> float:
    """Return *part* as a percentage of *whole*."""
    return round(100 * part / whole, 2) if whole else 0.0


def overview(call: Call) -> Json:
    """Return the numbers of the workspace."""
    accounts = [row.data for row in call.rows("accounts")]
    campaigns = [row.data for row in call.rows("campaigns")]
    sent, replies = (sum(each[name] for each in campaigns) for name in ("totalSent", "totalReplied"))
    health = [each["healthScore"] for each in accounts if each.get("healthScore") is not None]
    return {
        "totalAccounts": len(accounts),
        "activeAccounts": sum(bool(each.get("isActive")) for each in accounts),
        "totalCampaigns": len(campaigns),
        "activeCampaigns": sum(each["status"] == "active" for each in campaigns),
        "totalLeads": sum(1 for _ in call.rows("leads")),
        "totalSent": sent,
        "totalReplies": replies,
        "replyRate": percent(replies, sent),
        "accountHealthAvg": round(sum(health) / len(health), 2) if health else None,
    }


def of_campaign(call: Call) -> Json:
    """Return the numbers of the campaign, with one entry for each day that has events."""
    row = campaign(call)
    counts = {name: row.data[f"total{name.title()}"] for name in ("sent", "delivered", "bounced", "replied", "opened")}
    days: dict[str, Counter[str]] = {}
    for message in call.rows("messages", campaignId=row.id):
        for name, moment in _happened(message.data):
            days.setdefault(moment[:10], Counter())[name] += 1
    return {
        **counts,
        "replyRate": percent(counts["replied"], counts["sent"]),
        "bounceRate": percent(counts["bounced"], counts["sent"]),
        "dailyStats": [{"date": day, **{name: days[day][name] for name in counts}} for day in sorted(days)],
    }


def _happened(message: Json) -> Iterator[tuple[str, str]]:
    """Yield what happened to a message of a campaign, and when; an answer from the inbox is no mail of the campaign."""
    entry, bounced = message["activity"], message["bouncedAt"]
    if message["sort"] == "received":
        yield "replied", entry["timestamp"]
    if message["sort"] == "campaign":
        yield "sent", entry["timestamp"]
        yield ("delivered", entry["timestamp"]) if bounced is None else ("bounced", bounced)
        if entry["openedAt"] is not None:
            yield "opened", entry["openedAt"]


BEHAVIOURS: dict[str, Behaviour] = {"analytics.overview": overview, "analytics.campaign": of_campaign}

"""Analytics, computed from the rows."""

from collections import Counter

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
        entry = message.data["activity"]
        happened = ("sent", "delivered") if entry["type"] == "email_sent" else ("replied",)
        days.setdefault(entry["timestamp"][:10], Counter()).update(happened)
    return {
        **counts,
        "replyRate": percent(counts["replied"], counts["sent"]),
        "bounceRate": percent(counts["bounced"], counts["sent"]),
        "dailyStats": [{"date": day, **{name: days[day][name] for name in counts}} for day in sorted(days)],
    }


BEHAVIOURS: dict[str, Behaviour] = {"analytics.overview": overview, "analytics.campaign": of_campaign}

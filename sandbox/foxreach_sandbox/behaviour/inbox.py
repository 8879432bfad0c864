"""The inbox: replies of leads, their conversations, and answers, which are stored as sent mail."""

from ..document import Json, is_object
from ..store import Row
from .call import Behaviour, Call, RefusedError

EQUAL = ("category", "isRead", "isStarred", "accountId", "campaignId")
PREVIEW = 120  # Characters.
STATS = {
    "interested": "interested",
    "not_interested": "notInterested",
    "out_of_office": "outOfOffice",
    "uncategorized": "uncategorized",
    "unknown": "unknown",
}


def listed(call: Call) -> list[Json]:
    """List the threads that match the filters, newest first."""
    query = call.query
    wanted = {name: query[name] for name in EQUAL if name in query}
    rows = [row.data for row in call.rows("threads", **wanted)]
    word = query.get("search", "").lower()
    found = [row for row in rows if any(word in (row[name] or "").lower() for name in ("fromEmail", "subject", "body"))]
    return found[::-1]


def get(call: Call) -> Json:
    """Return the thread."""
    return _thread(call).data


def update(call: Call) -> Json:
    """Update the thread."""
    row = _thread(call)
    before = row.data["category"]
    row.data.update(call.body)
    call.store.put(row)
    if row.data["category"] != before:
        change = {"replyId": row.id, "category": row.data["category"], "previousCategory": before}
        call.notify("reply.categorized", change)
    return row.data


def conversation(call: Call) -> Json:
    """Return the messages of the thread, oldest first, with its lead and campaign."""
    thread = _thread(call).data
    lead = call.store.find("leads", call.workspace, thread["leadId"] or "")
    campaign = call.store.find("campaigns", call.workspace, thread["campaignId"] or "")
    shown = ("id", "email", "firstName", "lastName", "company")
    return {
        "messages": [row.data["message"] for row in call.rows("messages", threadId=thread["id"])],
        "lead": lead and {name: lead.data[name] for name in shown},
        "campaign": campaign and {"id": campaign.id, "name": campaign.data["name"]},
    }


def refuse_empty(call: Call) -> None:
    """Refuse an answer without a body: documented as 400, where validation would answer 422."""
    if is_object(call.body) and not call.body.get("body", ""):
        raise RefusedError(400)


def send_reply(call: Call) -> Json:
    """Send an answer and return its receipt; each call sends another mail."""
    thread = _thread(call).data
    subject = call.body.get("subject", f"Re: {(thread['subject'] or '').removeprefix('Re: ')}")
    message: Json = {"direction": "sent", "fromEmail": thread["toEmail"], "toEmail": thread["fromEmail"]}
    message |= {"subject": subject, "body": call.body["body"], "category": None}
    row = keep_message(call, thread, message, sort="reply")
    return {"success": True, "messageId": f"<{row.id}@sandbox.example>"}


def keep_message(call: Call, thread: Json, message: Json, *, sort: str, step: int | None = None) -> Row:
    """Store a message of *thread* and its entry in the activity of the lead; `mail` explains *sort*."""
    sent = message["direction"] == "sent"
    now = call.clock.stamp()
    campaign = call.store.find("campaigns", call.workspace, thread["campaignId"] or "")
    entry: Json = {
        "type": "email_sent" if sent else "reply_received",
        "subject": message["subject"],
        "bodyPreview": message["body"][:PREVIEW],
        "status": "failed" if sort == "failed" else "sent" if sent else None,
        "campaignName": campaign and campaign.data["name"],
        "sequenceStep": step,
        # The only value that is documented. That an answer from the inbox has none is a guess.
        "emailType": "campaign" if sort in ("campaign", "failed") else None,
        "openedAt": None,
        "clickedAt": None,
        "category": message["category"],
        "timestamp": now,
    }
    data: Json = {
        "sort": sort,
        "threadId": thread["id"],
        "leadId": thread["leadId"],
        "campaignId": thread["campaignId"],
    }
    row = call.store.make("messages", "eml" if sent else "rpl", call.workspace, {**data, "bouncedAt": None})
    row.data["message"] = {"id": message.pop("id", row.id), **message, "timestamp": now}
    row.data["activity"] = {"id": row.data["message"]["id"], **entry}
    return call.store.put(row)


def stats(call: Call) -> Json:
    """Return the numbers of the inbox."""
    threads = [row.data for row in call.rows("threads")]
    counts = {name: call.store.count("threads", call.workspace, category=value) for value, name in STATS.items()}
    sent = sum(call.store.count("messages", call.workspace, sort=sort) for sort in ("campaign", "reply"))
    unread = sum(not thread["isRead"] for thread in threads)
    return {"total": len(threads), "unread": unread, **counts, "totalSent": sent}


def _thread(call: Call) -> Row:
    return call.row("threads", call.path["reply_id"], "Thread")


BEHAVIOURS: dict[str, Behaviour] = {
    "inbox.list_threads": listed,
    "inbox.get": get,
    "inbox.update": update,
    "inbox.get_conversation": conversation,
    "inbox.send_reply": send_reply,
    "inbox.stats": stats,
}

"""The inbox: replies of leads, their conversations, and answers that are kept as sent mail."""

from ..call import Behaviour, Call, RefusedError
from ..document import Json, is_object
from ..store import Row

EQUAL = ("category", "isRead", "isStarred", "accountId", "campaignId")
PREVIEW = 120  # signs
STATS = {
    "interested": "interested",
    "not_interested": "notInterested",
    "out_of_office": "outOfOffice",
    "uncategorized": "uncategorized",
    "unknown": "unknown",
}


def listed(call: Call) -> list[Json]:
    """Return the threads that the filters leave, the latest first."""
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
    """Return the thread after the change."""
    row = _thread(call)
    before = row.data["category"]
    row.data.update(call.body)
    call.store.put(row)
    if row.data["category"] != before:
        change = {"replyId": row.id, "category": row.data["category"], "previousCategory": before}
        call.told("reply.categorized", change)
    return row.data


def conversation(call: Call) -> Json:
    """Return the messages of the thread, the first first, with its lead and campaign."""
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
    """Refuse an answer without a body: a 400 in the documentation, where the spec would say 422."""
    if is_object(call.body) and not call.body.get("body", ""):
        raise RefusedError(400)


def send_reply(call: Call) -> Json:
    """Return the receipt of a mail that is sent at once, each time."""
    thread = _thread(call).data
    subject = call.body.get("subject", f"Re: {(thread['subject'] or '').removeprefix('Re: ')}")
    message: Json = {"direction": "sent", "fromEmail": thread["toEmail"], "toEmail": thread["fromEmail"]}
    row = keep_message(call, thread, {**message, "subject": subject, "body": call.body["body"], "category": None})
    return {"success": True, "messageId": f"<{row.id}@sandbox.example>"}


def keep_message(call: Call, thread: Json, message: Json) -> Row:
    """Keep a message of *thread*, and what the lead's activity shows of it."""
    sent = message["direction"] == "sent"
    now = call.clock.stamp()
    campaign = call.store.find("campaigns", call.workspace, thread["campaignId"] or "")
    entry: Json = {
        "type": "email_sent" if sent else "reply_received",
        "subject": message["subject"],
        "bodyPreview": message["body"][:PREVIEW],
        "status": "sent" if sent else None,
        "campaignName": campaign and campaign.data["name"],
        "sequenceStep": message.pop("sequenceStep", None),
        "category": message["category"],
        "timestamp": now,
    }
    data: Json = {"threadId": thread["id"], "leadId": thread["leadId"], "campaignId": thread["campaignId"]}
    row = call.store.make("messages", "eml" if sent else "rpl", call.workspace, data)
    row.data["message"] = {"id": message.pop("id", row.id), **message, "timestamp": now}
    row.data["activity"] = {"id": row.data["message"]["id"], **entry}
    return call.store.put(row)


def stats(call: Call) -> Json:
    """Return the numbers of the inbox."""
    threads = [row.data for row in call.rows("threads")]
    counts = {name: sum(thread["category"] == value for thread in threads) for value, name in STATS.items()}
    sent = sum(row.data["message"]["direction"] == "sent" for row in call.rows("messages"))
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

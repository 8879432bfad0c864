"""Leads: addresses are unique, deletions are soft, and an import counts the result of each row."""

from ..document import Json, is_list, is_object
from ..listing import Listing
from ..store import Row
from .addresses import wrong_in
from .call import Behaviour, Call, RefusedError
from .memberships import remove_from_all, restore_memberships

MOST = 1000  # Rows of an import.
SHOWN = 100  # Rows of an import that the answer names.
EMPTY: Json = dict.fromkeys(
    ("firstName", "lastName", "company", "title", "phone", "linkedinUrl", "website", "customFields", "notes")
)
NEW: Json = {**EMPTY, "tags": None, "source": "api", "status": "active", "lastContactedAt": None}


def listed(call: Call) -> Listing:
    """List the leads that match the filters."""
    query = call.query
    wanted = {"status": query["status"]} if "status" in query else {}
    words = {
        name: query[given]
        for given, name in (("search", "word"), ("tags", "tag"), ("email", "email"))
        if given in query
    }
    return call.listing("leads", lambda row: row.data, wanted, **words)


def create(call: Call) -> Json:
    """Create a lead, unless its address exists or the plan is full."""
    known = call.store.lead_by_email(call.workspace, call.body["email"])
    if known is not None and not known.deleted and call.variants.duplicates == 201:
        return known.data
    _check_address(call, call.body["email"])
    _check_plan(call, 1, None)
    return _add(call, call.body).data


def _add(call: Call, body: Json) -> Row:
    row = call.make("leads", "cld", {**NEW, **body})
    call.notify("lead.created", {"leadId": row.id, "email": row.data["email"]})
    return row


def _check_address(call: Call, email: str) -> None:
    known = call.store.lead_by_email(call.workspace, email)
    if known is not None and not known.deleted:
        raise RefusedError(409)


def _check_plan(call: Call, more: int, detail: str | None) -> None:
    if call.contacts is not None and call.store.count("leads", call.workspace) + more > call.contacts:
        raise RefusedError(402, detail)


def get(call: Call) -> Json:
    """Return the lead."""
    return _lead(call).data


def _lead(call: Call) -> Row:
    return call.row("leads", call.path["lead_id"], "Lead")


def update(call: Call) -> Json:
    """Update the lead."""
    row = _lead(call)
    email = call.body.get("email", row.data["email"])
    if email.lower() != row.data["email"].lower():
        _check_address(call, email)
    changed = call.change(row, call.body)
    call.notify("lead.updated", {"leadId": row.id})
    return changed


def delete(call: Call) -> Json:
    """Delete the lead and take it out of its campaigns."""
    row = _lead(call)
    remove_from_all(call, "memberships", "leadId", row.id)
    deleted = call.delete(row)
    if call.variants.lead_deletes == "final":
        call.store.drop(row)
    return deleted


def before_import(call: Call) -> None:
    """Refuse an empty or too large import: documented as 400, where validation would answer 422.

    A row without an address becomes one with an empty address, which costs that row alone.
    """
    rows = call.body.get("leads") if is_object(call.body) else None
    if not is_list(rows):
        return
    if not 1 <= len(rows) <= MOST:
        raise RefusedError(400, None if rows else "At least one lead is needed")
    for row in rows:
        if is_object(row) and row.get("email") is None:
            row["email"] = ""


def import_leads(call: Call) -> Json:
    """Import leads and return the count of each result."""
    counts = {"created": 0, "restored": 0, "duplicates": 0, "errors": 0}
    twice: list[str] = []
    rejected: list[Json] = []
    fresh = {row["email"].lower() for row in call.body["leads"] if _state(call, row) in ("created", "restored")}
    _check_plan(call, len(fresh), None)
    for body in call.body["leads"]:
        state = _state(call, body)
        if state == "duplicates":
            twice.append(body["email"])
        elif state == "errors":
            reason = "invalid email" if body["email"].strip() else "empty email"
            rejected.append({"email": body["email"], "reason": reason})
        elif state == "restored":
            _restore(call, body)
        else:
            _add(call, body)
        counts[state] += 1
    return {**counts, "duplicateEmails": twice[:SHOWN], "errorDetails": rejected[:SHOWN]}


def _state(call: Call, body: Json) -> str:
    if wrong_in(body["email"]):
        return "errors"
    known = call.store.lead_by_email(call.workspace, body["email"])
    if known is None:
        return "created"
    return "restored" if known.deleted and call.body.get("restoreSoftDeleted", True) else "duplicates"


def _restore(call: Call, body: Json) -> None:
    row = call.store.lead_by_email(call.workspace, body["email"])
    assert row is not None, "the caller checked that the lead exists"  # noqa: S101
    row.deleted = False
    call.change(row, body)
    restore_memberships(call, row.id)


def activity(call: Call) -> Json:
    """Return the sent and received messages, newest first, and the campaigns of the lead."""
    lead = _lead(call)
    entries = [row.data["activity"] for row in call.rows("messages", leadId=lead.id)]
    memberships = [row.data["shown"] for row in call.rows("memberships", leadId=lead.id)]
    for shown in memberships:
        shown["campaignName"] = call.row("campaigns", shown["campaignId"], "Campaign").data["name"]
    return {"activities": entries[::-1], "campaigns": memberships}


BEHAVIOURS: dict[str, Behaviour] = {
    "leads.list": listed,
    "leads.create": create,
    "leads.import_leads": import_leads,
    "leads.get": get,
    "leads.update": update,
    "leads.delete": delete,
    "leads.activity": activity,
}

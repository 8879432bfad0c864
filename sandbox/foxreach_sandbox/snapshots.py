"""Check a snapshot before its rows replace those of a sandbox. Pure.

The rows that the API shows must fit their schemas in the spec, except that a status or a category may be any text. The
other rows must fit `OWN`.
"""

from typing import Any

from .clock import END
from .document import Document, Json, is_list, is_object
from .validation import read_body

FORMAT = "foxreach-sandbox 1"
MOST = 2**53  # The highest number of an id; JSON has no exact integers beyond it.
Schema = Json
TEXT: Schema = {"type": "string"}
OPTIONAL: Schema = {"type": ["string", "null"]}
MOMENT: Schema = {"type": "number", "minimum": 0, "exclusiveMaximum": END}
NATURAL: Schema = {"type": "integer", "minimum": 0}
SHARE: Schema = {"type": "number", "minimum": 0, "maximum": 1}

# The schemas of the rows that the API shows: of the answer, and of a request that has bounds.
SHOWN = {
    "accounts": ("EmailAccount",),
    "campaigns": ("Campaign", "CampaignCreate"),
    "leads": ("Lead",),
    "sequences": ("SequenceStep", "SequenceStepCreate"),
    "templates": ("Template",),
    "threads": ("Thread",),
    "webhooks": ("CreatedWebhook",),
}
LONGEST: Json = {
    "delayDays": {"type": "integer", "maximum": 36_500},
    "delayHours": {"type": "integer", "maximum": 876_000},
}
PERCENT: Schema = {"anyOf": [{"type": "number", "minimum": 0, "maximum": 100}, {"type": "null"}]}
COUNT: Schema = {"anyOf": [NATURAL, {"type": "null"}]}
BOUNDS: dict[str, Schema] = {
    "accounts": {
        "type": "object",
        "properties": {
            **dict.fromkeys(("dailyLimit", "sentToday"), COUNT),
            **dict.fromkeys(("healthScore", "bounceRate", "replyRate"), PERCENT),
        },
    },
    "sequences": {"type": "object", "properties": LONGEST},  # The calendar ends in 9999.
}


def _object(**properties: Schema) -> Schema:
    return {"type": "object", "required": [*properties], "properties": properties}


OWN: dict[str, Schema] = {
    "assignments": _object(campaignId=TEXT, accountId=TEXT),
    "events": _object(due=MOMENT, what={"enum": ["bounce", "open", "reply"]}, mail=TEXT, text={"type": "object"}),
    "memberships": {
        **_object(campaignId=TEXT, leadId=TEXT, shown={"type": "object"}),
        "properties": {
            "campaignId": TEXT,
            "leadId": TEXT,
            "since": MOMENT,
            "due": {"anyOf": [MOMENT, {"type": "null"}]},
            "shown": {"$schema": "LeadMembership"},
        },
    },
    "messages": _object(
        id=TEXT,
        sort=TEXT,
        threadId=OPTIONAL,
        leadId=OPTIONAL,
        campaignId=OPTIONAL,
        bouncedAt=OPTIONAL,
        message={"$schema": "Message"},
        activity={"$schema": "ActivityEntry"},
    ),
    "recipients": _object(opens=SHARE, replies=SHARE, bounces=SHARE, failures=SHARE, seed={"type": "integer"}),
    "tallies": _object(day=TEXT, number=NATURAL),
    "waits": _object(until=MOMENT, started=MOMENT),
}


def check_snapshot(snapshot: Any) -> Json:
    """Return *snapshot*, whose outer form is right; else raise ValueError that says what is wrong."""
    if not is_object(snapshot) or snapshot.get("format") != FORMAT:
        raise ValueError(f"a snapshot must be an object whose format is {FORMAT!r}")
    made = snapshot.get("made")
    if not is_list(snapshot.get("rows")) or type(made) is not int or not 0 <= made <= MOST:
        raise ValueError("a snapshot must have a list of rows, and in made the highest number of their ids")
    for number, row in enumerate(snapshot["rows"]):
        texts = is_object(row) and all(isinstance(row.get(name), str) for name in ("kind", "id", "workspace"))
        if not texts or not is_object(row.get("data")) or row["data"].get("id", row["id"]) != row["id"]:
            raise ValueError(f"row {number} of the snapshot must have kind, id, workspace and data with the same id")
    return snapshot


def check_rows(document: Document, snapshot: Json) -> None:
    """Raise ValueError unless each row has what its kind needs, in the types of the spec."""
    addresses: set[tuple[str, str]] = set()
    known: set[tuple[str, str, str]] = set()
    for number, row in enumerate(snapshot["rows"]):
        kind, where = row["kind"], f"row {number} of the snapshot ({row['kind']} {row['id']})"
        if kind not in SHOWN and kind not in OWN:
            raise ValueError(f"{where} is of an unknown kind; expected one of: {', '.join(sorted((*SHOWN, *OWN)))}")
        if (kind, row["workspace"], row["id"]) in known:
            raise ValueError(f"{where} has the id of another row")
        known.add((kind, row["workspace"], row["id"]))
        check_row(document, kind, row["data"], where)
        address = (row["workspace"], row["data"]["email"].lower()) if kind == "leads" else None
        if address in addresses:
            raise ValueError(f"{where} has the address of another lead")
        if address and not row.get("deleted"):
            addresses.add(address)


def check_row(document: Document, kind: str, data: Json, where: str) -> None:
    """Raise ValueError that begins with *where* unless *data* fits the schemas of *kind*."""
    for schema in _schemas(document, kind):
        given = data if schema.get("required") else {name: each for name, each in data.items() if each is not None}
        read, faults = read_body(schema, given)
        for fault in faults:
            if fault["type"] != "enum" or not isinstance(fault["input"], str):
                raise ValueError(f"{where}: {'.'.join(map(str, fault['loc'][1:]))}: {fault['msg']}")
        for name, value in read.items():
            if not _same(value, given[name]):
                raise ValueError(f"{where}: {name} is not of the type that the spec names")


def _schemas(document: Document, kind: str) -> list[Schema]:
    if kind in OWN:
        own = OWN[kind]
        named = {name: _named(document, each) for name, each in own["properties"].items()}
        return [{**own, "properties": named}]
    answer, *request = (_schema(document, name) for name in SHOWN[kind])
    return [answer, *({**each, "required": []} for each in request), BOUNDS.get(kind, {"type": "object"})]


def _named(document: Document, schema: Schema) -> Schema:
    return _schema(document, schema["$schema"]) if "$schema" in schema else schema


def _schema(document: Document, name: str) -> Schema:
    """Return the schema called *name*; another document than FoxReach's may have none."""
    known = name in document.data.get("components", {}).get("schemas", {})
    return document.schema(name) if known else {"type": "object"}


def _same(read: Any, given: Any) -> bool:
    """Return whether *given* has all of *read*, unconverted: "9" is no 9 in a row."""
    if is_object(read) and is_object(given):
        return all(name in given and _same(value, given[name]) for name, value in read.items())
    if is_list(read) and is_list(given):
        return len(read) == len(given) and all(_same(*pair) for pair in zip(read, given, strict=True))
    return type(read) is type(given) and bool(read == given)

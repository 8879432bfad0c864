"""The tables of the store, and the columns by which its rows are found. Pure.

A row's data is an array of its values; the names are in `shapes`, once for all rows with the same fields. `counts`
holds the number of rows that are not deleted, in blocks of consecutive rows: totals and late pages need no scan.
`search` is an index of trigrams; it only proposes rows, whose text is then compared.
"""

from .document import Json

FORMAT = 2  # In the file, as PRAGMA user_version. Files of format 1 hold a table `rows` and nothing else.
BLOCK = 10  # Bits: a block has 1,024 rows.
SEPARATOR = "\x1f"  # Between the fields of a text; nobody can type it.

TABLES = (
    "CREATE TABLE meta (name TEXT PRIMARY KEY, value) WITHOUT ROWID",
    "CREATE TABLE places (id INTEGER PRIMARY KEY, workspace TEXT, kind TEXT, UNIQUE (workspace, kind))",
    "CREATE TABLE shapes (id INTEGER PRIMARY KEY, names TEXT UNIQUE)",
    """CREATE TABLE rows (
        seq INTEGER PRIMARY KEY, place INTEGER NOT NULL, id TEXT NOT NULL, deleted INTEGER NOT NULL,
        counted TEXT, parent TEXT, lead TEXT, at REAL, email TEXT, text TEXT, tags TEXT,
        shape INTEGER NOT NULL, data BLOB NOT NULL)""",
    "CREATE UNIQUE INDEX by_id ON rows (place, id)",
    "CREATE INDEX by_place ON rows (place, deleted)",
    "CREATE INDEX by_counted ON rows (place, deleted, counted) WHERE counted IS NOT NULL",
    "CREATE INDEX by_parent ON rows (place, parent) WHERE parent IS NOT NULL",
    "CREATE INDEX by_lead ON rows (place, lead) WHERE lead IS NOT NULL",
    "CREATE INDEX by_time ON rows (place, counted, at) WHERE at IS NOT NULL",
    # Addresses of leads are unique, those of deleted leads are not.
    "CREATE UNIQUE INDEX by_email ON rows (place, email) WHERE email IS NOT NULL AND deleted = 0",
    "CREATE INDEX by_old_email ON rows (place, email) WHERE email IS NOT NULL AND deleted = 1",
    """CREATE TABLE counts (place INTEGER, counted TEXT, block INTEGER, number INTEGER NOT NULL,
        PRIMARY KEY (place, counted, block)) WITHOUT ROWID""",
    "CREATE VIRTUAL TABLE search USING fts5(text, content='', tokenize='trigram case_sensitive 1', detail=none)",
)


def _counted(row: str, change: int) -> str:
    key = f"{row}.place, coalesce({row}.counted, ''), {row}.seq >> {BLOCK}"
    more = f"ON CONFLICT DO UPDATE SET number = number + {change}"
    return f"INSERT INTO counts VALUES ({key}, {change}) {more};"  # noqa: S608 - our own text


def _trigger(name: str, event: str, condition: str, work: str) -> str:
    return f"CREATE TRIGGER {name} AFTER {event} ON rows WHEN {condition} BEGIN {work} END"


# The tags stand behind the text, so that one index finds both.
_FIND = "INSERT INTO search (rowid, text) VALUES (new.seq, new.text || new.tags);"
_LOSE = "INSERT INTO search (search, rowid, text) VALUES ('delete', old.seq, old.text || old.tags);"
TRIGGERS = (
    _trigger("made", "INSERT", "new.deleted = 0", _counted("new", 1)),
    _trigger("dropped", "DELETE", "old.deleted = 0", _counted("old", -1)),
    _trigger("left", "UPDATE OF deleted, counted", "old.deleted = 0", _counted("old", -1)),
    _trigger("joined", "UPDATE OF deleted, counted", "new.deleted = 0", _counted("new", 1)),
    _trigger("found", "INSERT", "new.text IS NOT NULL", _FIND),
    _trigger("lost", "DELETE", "old.text IS NOT NULL", _LOSE),
    _trigger("renamed", "UPDATE OF text, tags", "old.text || old.tags <> new.text || new.tags", _LOSE + _FIND),
)

# The fields that have a column of their own, by kind of row. The column `counted` also groups the counts.
COLUMNS: dict[str, dict[str, str]] = {
    "leads": {"status": "counted"},
    "campaigns": {"status": "counted"},
    "templates": {"category": "counted"},
    "threads": {"category": "counted", "campaignId": "parent", "leadId": "lead"},
    "messages": {"sort": "counted", "campaignId": "parent", "leadId": "lead"},
    "memberships": {"campaignId": "counted", "leadId": "lead", "due": "at"},
    "assignments": {"campaignId": "counted", "accountId": "lead"},
    "sequences": {"campaignId": "counted"},
    "events": {"due": "at"},
}
SEARCHED = ("email", "firstName", "lastName", "company")


def columns_of(kind: str, data: Json) -> tuple[object, ...]:
    """Return the values of the columns counted, parent, lead, at, email, text and tags of a row."""
    named = {column: data.get(field) for field, column in COLUMNS.get(kind, {}).items()}
    common = tuple(named.get(column) for column in ("counted", "parent", "lead", "at"))
    if kind != "leads":
        return (*common, None, None, None)
    tags = SEPARATOR.join(("", *(data.get("tags") or ()), ""))
    return (*common, data["email"].lower(), text_of(data), tags)


def text_of(lead: Json) -> str:
    """Return the text in which a search looks for its word."""
    return SEPARATOR.join((lead.get(name) or "").lower() for name in SEARCHED)


def trigrams(word: str) -> str:
    """Return the condition that finds all texts with *word* in the index, "" for a word that is too short."""
    parts = dict.fromkeys(word[begin : begin + 3] for begin in range(len(word) - 2))
    return " AND ".join('"' + part.replace('"', '""') + '"' for part in parts)

"""Make a snapshot of a file of format 1, which this version cannot open: `python -m foxreach_sandbox.former OLD.db`.

The snapshot has all rows, deleted ones too. It is checked when it is restored, or used as a seed.
"""

import sqlite3
import sys
from contextlib import closing
from pathlib import Path
from typing import Any

from .document import Json
from .http_messages import decoded, encoded
from .snapshots import FORMAT

ROWS = "SELECT kind, id, workspace, deleted, data FROM rows ORDER BY rowid"


def snapshot_of(file: Path) -> Json:
    """Return all rows of *file* as a snapshot; ValueError if it has another format."""
    if not file.is_file():
        raise ValueError(f"there is no file {file}")
    with closing(sqlite3.connect(f"{file.resolve().as_uri()}?mode=ro", uri=True)) as database:
        try:
            rows = [_row(*line) for line in database.execute(ROWS)]
        except sqlite3.Error as error:
            raise ValueError(f"{file} is no file of format 1 of a sandbox: {error}") from None
    return {"format": FORMAT, "made": max((_number(row["id"]) for row in rows), default=0), "rows": rows}


def _row(kind: str, name: str, workspace: str, deleted: int, text: str) -> Json:
    data: Any = decoded(text.encode())
    if kind == "messages":  # Format 1 did not say which of them a campaign had sent.
        by_hand = "reply" if data["activity"].get("sequenceStep") is None else "campaign"
        data["sort"] = "received" if data["message"]["direction"] == "received" else by_hand
    return {"kind": kind, "workspace": workspace, "id": name, "deleted": bool(deleted), "data": data}


def _number(name: str) -> int:
    digits = name.rpartition("_")[2]
    return int(digits) if digits.isdecimal() else 0


def main() -> None:
    """Print the snapshot of the file that the command line names."""
    if len(sys.argv) != 2:
        sys.exit("usage: python -m foxreach_sandbox.former OLD.db > rows.json")
    try:
        sys.stdout.buffer.write(encoded(snapshot_of(Path(sys.argv[1]))))
    except ValueError as error:
        sys.exit(f"foxreach_sandbox.former: {error}")


if __name__ == "__main__":
    main()

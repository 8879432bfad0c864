"""Import a CSV file of leads: `python import_leads.py leads.csv`, with FOXREACH_API_KEY (and FOXREACH_BASE_URL) set.

The file is UTF-8 with a header. Columns such as E-Mail, First Name or Tags (separated by ;) fill the field with that
name, others become custom fields. leads.outcomes has the result of each row below the header, counted from 1 without
empty rows, and the reason if it was refused. After an interruption, run it again. Exit status 0 means that it is done.
"""

import argparse
import csv
import re
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from foxreach_client import FoxReach, FoxReachError

NAMES = "email first_name last_name company title phone linkedin_url website notes status tags".split()
FIELDS = {name.replace("_", ""): name for name in NAMES}


def lead_of(names: Sequence[str], cells: Sequence[str]) -> dict[Any, Any]:
    """Return the fields of a lead. An empty cell is omitted, so that it clears nothing."""
    filled = {name: cell.strip() for name, cell in zip(names, cells, strict=False) if cell.strip()}
    lead: dict[Any, Any] = {name: filled.pop(name) for name in NAMES if name in filled} | {"source": "csv_import"}
    if "tags" in lead:
        lead["tags"] = [tag for part in lead["tags"].split(";") if (tag := part.strip())]
    if len(cells) > len(names):  # A comma without quotes? import_all refuses such a row.
        lead[None] = cells[len(names) :]  # As csv.DictReader does.
    return lead | ({"custom_fields": filled} if filled else {})


def rows(path: Path) -> Iterator[dict[Any, Any]]:
    """Yield each row that is not empty."""
    with path.open(encoding="utf-8-sig", newline="") as file:
        delimiter = max(",;\t", key=file.readline().count)  # Excel writes semicolons where 1.5 is 1,5.
        file.seek(0)
        table = csv.reader(file, delimiter=delimiter, strict=True)
        names = [FIELDS.get(re.sub(r"[\W_]", "", cell).lower(), cell.strip()) for cell in next(table, [""])]
        if "email" not in names or "" in names or len(set(names)) < len(names):
            raise csv.Error("the header needs a column called email, and a name of its own for each column")
        yield from (lead_of(names, cells) for cells in table if any(cells))


def main(path: Path) -> None:
    """Import the file and print the progress after each call."""
    checkpoint, outcomes = path.with_suffix(".checkpoint"), path.with_suffix(".outcomes")
    with FoxReach(pacing="bulk") as client:
        client.leads.import_all(rows(path), checkpoint=checkpoint, outcomes=outcomes, on_progress=print)


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description="Import a CSV file of leads.")
    parser.add_argument("file", type=Path)
    try:
        main(parser.parse_args().file)
    except (FoxReachError, OSError, ValueError, csv.Error, KeyboardInterrupt) as error:  # Notes say where it stopped.
        why = f"No CSV file in UTF-8: {error}" if isinstance(error, (UnicodeError, csv.Error)) else str(error)
        sys.exit(f"{why.rstrip('.') or 'Interrupted'}." + " Run it again to resume." * hasattr(error, "__notes__"))

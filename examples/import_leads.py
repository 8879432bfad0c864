"""Import a CSV file of leads: `python import_leads.py leads.csv`, with FOXREACH_API_KEY (and FOXREACH_BASE_URL) set.

The file is UTF-8 with a header; commas, semicolons or tabs separate the cells. The column email is required. First
name, last name, company, title, phone, LinkedIn URL, website, notes, status and tags (separated by ;) are fields of the
lead; every other column becomes a custom field. The program sends a thousand rows at a time, as fast as the rate limit
allows, and prints the counts so far after each call. Rows that are not imported go to leads.rejected.csv, with their
line and the reason. A deleted lead is restored.

If the program is interrupted, run it again: FoxReach stores an address once, so a row that was imported before counts
as a duplicate. The program prints the line after which it stopped. `python import_leads.py leads.csv LINE` skips the
rows up to that line.

Exit status: 0 every row was imported or rejected; 1 the network or FoxReach stopped the import; 2 the file or a setting
has to be corrected first; 130 the program was interrupted.
"""

import argparse
import csv
import re
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import chain, islice
from pathlib import Path
from typing import Any, BinaryIO

from foxreach_client import (
    ConfigurationError,
    FoxReach,
    FoxReachError,
    LeadCreate,
    LeadSource,
    LeadStatus,
    UnprocessableError,
)

MOST = 1000  # The API's limit of leads in one call.
FIELDS = "email first_name last_name company title phone linkedin_url website notes status tags".split()
COUNTS = ("created", "restored", "duplicates", "errors")


class BadFileError(Exception):
    """The file cannot be read any further; the message says where and why."""


@dataclass(frozen=True)
class Row:
    """A row of the file and the line that it begins on; *fault* is the reason not to send it, or empty."""

    line: int
    cells: list[str]
    lead: LeadCreate
    fault: str


@dataclass
class Progress:
    """The last line that was processed, and the counts of the rows up to it."""

    line: int = 1
    counts: Counter[str] = field(default_factory=Counter[str])

    def __str__(self) -> str:
        counts = (f"{self.counts[name]:,} {name}" for name in (*COUNTS, "unsent"))
        return f"{self.counts.total():,} rows, to line {self.line}: {', '.join(counts)}"


def records(file: BinaryIO) -> Iterator[tuple[int, list[str]]]:
    """Yield the cells of each row that is not empty, and the line that it begins on. The header comes first."""
    first = next(text := lines(file), "")
    between = max(",;\t", key=first.count)  # Excel writes semicolons where the comma is the decimal separator.
    reader, line = csv.reader(chain([first], text), delimiter=between, strict=True), 1
    try:
        for cells in reader:
            if any(cell.strip() for cell in cells):
                yield line, cells
            line = reader.line_num + 1
    except csv.Error as error:
        raise BadFileError(f"line {reader.line_num} is not CSV: {error}") from None


def lines(file: BinaryIO) -> Iterator[str]:
    """Yield the lines without the byte order mark that Excel writes."""
    for number, line in enumerate(file, 1):
        try:
            yield line.decode("utf-8-sig" if number == 1 else "utf-8")
        except UnicodeDecodeError:
            raise BadFileError(f"line {number} is not UTF-8: save the file as CSV in UTF-8") from None


def names_of(header: Sequence[str]) -> list[str]:
    """Return for each column the field of a lead that it fills, or the name of its custom field."""
    known = {name.replace("_", ""): name for name in FIELDS}
    names = [known.get(re.sub(r"[\W_]", "", cell).lower(), cell.strip()) for cell in header]
    if "email" not in names:
        raise BadFileError("line 1: the header has no column called email")
    if "" in names or len(set(names)) < len(names):
        raise BadFileError("line 1: each column of the header needs a name of its own")
    return names


def row_of(names: Sequence[str], line: int, cells: list[str]) -> Row:
    """Return the row with its lead. An empty cell is omitted, so it does not clear a field of a restored lead."""
    values = {name: cell.strip() for name, cell in zip(names, cells, strict=False) if cell.strip()}
    fields: dict[str, Any] = {"email": ""} | {name: values.pop(name) for name in FIELDS if name in values}
    fault = "" if fields["email"] else "no e-mail address"
    if not LeadStatus(fields.get("status", "active")).known:
        fault = f"the status is none of {', '.join(LeadStatus)}"
    if len(cells) > len(names):
        fault = f"{len(cells)} cells under a header of {len(names)}: is there a comma without quotes?"
    if "tags" in fields:
        fields["tags"] = [tag.strip() for tag in fields["tags"].split(";") if tag.strip()]
    if values:
        fields["custom_fields"] = values
    return Row(line, cells, LeadCreate(**fields, source=LeadSource.CSV_IMPORT), fault)


def send(client: FoxReach, rows: Sequence[Row]) -> tuple[Counter[str], dict[int, str]]:
    """Import *rows*. Return the counts, and the reason for each line that FoxReach refused."""
    if not rows:
        return Counter(), {}
    try:
        report = client.leads.import_leads(leads=[row.lead for row in rows])
    except UnprocessableError as error:  # One invalid lead fails the whole call; the error names its position.
        faults = {fault.path[:2]: fault.message for fault in error.errors}
        refused = {row.line: faults["leads", at] for at, row in enumerate(rows) if ("leads", at) in faults}
        if not refused:
            raise
        counts, others = send(client, [row for row in rows if row.line not in refused])
        return counts + Counter(errors=len(refused)), refused | others
    reasons = {(lead.email or "").strip().casefold(): lead.reason for lead in report.error_details}
    refused = {row.line: reasons[email] for row in rows if (email := row.lead.email.casefold()) in reasons}
    if report.errors and len(rows) == 1:
        refused = {rows[0].line: next(iter(reasons.values()), "no reason given")}
    if report.errors > len(refused):  # FoxReach names the first 100 only: send the rest in tenths until all are named.
        rest = [row for row in rows if row.line not in refused]
        tenth = max(1, len(rest) // 10)
        for start in range(0, len(rest), tenth):
            refused |= send(client, rest[start : start + tenth])[1]  # Imported rows are duplicates now.
    return Counter({name: getattr(report, name) for name in COUNTS}), refused


def import_file(client: FoxReach, path: Path, progress: Progress) -> None:
    """Import the rows after the line of *progress*. Update and print *progress* after each call."""
    with path.open("rb") as file:
        table = records(file)
        _, header = next(table, (1, [""]))
        names = names_of(header)
        rows = (row_of(names, line, cells) for line, cells in table if line > progress.line)
        mode = "w" if progress.line <= 1 else "a"
        with path.with_suffix(".rejected.csv").open(mode, encoding="utf-8", newline="") as rejected:
            notes = csv.writer(rejected)
            if mode == "w":
                notes.writerow(["line", "reason", *header])
            while chunk := list(islice(rows, MOST)):
                faults = {row.line: row.fault for row in chunk if row.fault}
                counts, refused = send(client, [row for row in chunk if not row.fault])
                why = faults | refused
                notes.writerows([row.line, why[row.line], *row.cells] for row in chunk if row.line in why)
                rejected.flush()
                progress.counts.update(counts, unsent=len(faults))
                progress.line = chunk[-1].line
                print(progress, flush=True)


def run(client: FoxReach, path: Path, after: int = 1) -> int:
    """Import the rows after line *after*, print where the import stopped if it did, and return the exit status."""
    progress = Progress(after)
    try:
        import_file(client, path, progress)
    except (BadFileError, OSError) as error:
        status, why = 2, f"{path.name}: {error}"
    except FoxReachError as error:
        status, why = 1, str(error)
    except KeyboardInterrupt:
        status, why = 130, "Interrupted."
    else:
        missing = progress.counts["errors"] + progress.counts["unsent"]
        print(f"Done; {path.with_suffix('.rejected.csv').name} has {missing:,} rows.")
        return 0
    where = f"Stopped after line {progress.line}: run it again, or with {progress.line} behind the name of the file."
    print(f"{why}\n{where}" if progress.line > after or status != 2 else why, file=sys.stderr)
    return status


def main() -> int:
    """Import the file named on the command line."""
    parser = argparse.ArgumentParser(description="Import a CSV file of leads.")
    parser.add_argument("file", type=Path)
    parser.add_argument("line", type=int, nargs="?", default=1, help="what is up to this line was imported before")
    asked = parser.parse_args()
    try:
        with FoxReach(pacing="bulk") as client:
            return run(client, asked.file, asked.line)
    except ConfigurationError as error:
        parser.error(str(error))


if __name__ == "__main__":
    sys.exit(main())

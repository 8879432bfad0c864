"""The file of rejected rows: the reason first, then the row as it was, so that it can be corrected and imported."""

from __future__ import annotations

import csv
import json
from pathlib import Path
from typing import NamedTuple

from .mapping import OURS
from .reading import Record, RowFile


class Rejected(NamedTuple):
    """One rejected row, by its first line in the file."""

    line: int
    record: Record
    reason: str


def write_rejected(path: Path, file: RowFile, faults: list[Rejected]) -> None:
    """Write *faults* in the format of *file*, as UTF-8."""
    with path.open("w", encoding="utf-8", errors="backslashreplace", newline="") as target:
        if file.is_json:
            for each in faults:
                own = {f"{OURS}line": each.line, f"{OURS}reason": each.reason}
                row = each.record.item or {f"{OURS}text": each.record.cells[0]}
                target.write(json.dumps({**own, **row}, ensure_ascii=False) + "\n")
            return
        writer = csv.writer(target, delimiter=file.separator, lineterminator="\n")
        writer.writerow([f"{OURS}line", f"{OURS}reason", *file.header])
        for each in faults:
            cells = each.record.cells[: len(file.header)]
            writer.writerow([each.line, each.reason, *cells, *[""] * (len(file.header) - len(cells)),
                             *each.record.cells[len(file.header) :]])  # fmt: skip

"""The file of rejected rows: the reason first, then the row as it was, so that it can be corrected and imported."""

from __future__ import annotations

import csv
import json
from itertools import zip_longest
from pathlib import Path
from typing import NamedTuple

from .mapping import OURS
from .reading import Record, RowFile

OWN = (f"{OURS}line", f"{OURS}reason")  # Written anew, also for the rows of such a file.


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
                own = dict(zip(OWN, (each.line, each.reason), strict=True))
                row = each.record.item or {f"{OURS}text": each.record.cells[0]}
                target.write(
                    json.dumps({**own, **{k: v for k, v in row.items() if k not in OWN}}, ensure_ascii=False) + "\n"
                )
            return
        writer = csv.writer(target, delimiter=file.separator, lineterminator="\n")
        writer.writerow([*OWN, *(name for name in file.header if name not in OWN)])
        for each in faults:
            cells = zip_longest(file.header, each.record.cells, fillvalue="")
            writer.writerow([each.line, each.reason, *(cell for name, cell in cells if name not in OWN)])

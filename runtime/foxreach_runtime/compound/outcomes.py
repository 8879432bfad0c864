"""The outcome of each row of an import, as far as the report of the server tells. Pure."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Literal

from ..response.redaction import redacted, shortened
from .rules import BulkRule

Result = Literal["created", "restored", "duplicate", "accepted", "refused", "in_doubt"]
"""*accepted*: one of the first three, and the report does not tell which; *in_doubt*: the import stopped without an
answer that tells."""

COUNTED = ("created", "restored", "duplicates", "refused")
LONGEST_REASON = 200  # characters


@dataclass(frozen=True, slots=True)
class RowOutcome:
    """The *result* of one *row*, counted from 1, and the *reason* if it was refused. It holds no data of the row."""

    row: int
    result: Result
    reason: str | None = None


@dataclass(frozen=True, slots=True)
class ImportProgress:
    """The progress of an import: *rows* are done, of *total* if that is known.

    The counts are those of the reports of the server, and of the rows that were refused before they were sent.
    *repeated* rows may have been sent twice, after an answer was lost: their duplicates may be this import's own.
    *rate* is in rows a second since this run began.
    """

    rows: int
    created: int
    restored: int
    duplicates: int
    refused: int
    repeated: int = 0
    total: int | None = None
    rate: float = 0.0

    @property
    def seconds_left(self) -> float | None:
        """The time that the remaining rows will take at this rate; None if it is not known."""
        return None if self.total is None or not self.rate else (self.total - self.rows) / self.rate

    def __str__(self) -> str:
        of = "" if self.total is None else f" of {self.total:,}"
        counts = ", ".join(f"{getattr(self, name):,} {name}" for name in COUNTED)
        again = f"; {self.repeated:,} may have been sent twice" if self.repeated else ""
        left = "" if self.seconds_left is None else f", {self.seconds_left:,.0f} s left"
        return f"{self.rows:,}{of} rows: {counts}{again} ({self.rate:,.0f} rows/s{left})"


@dataclass(frozen=True, slots=True)
class Row:
    """A row to send: its *number*, counted from 1, and the *value* that the caller passed."""

    number: int
    value: Any


@dataclass(frozen=True, slots=True)
class Told:
    """The outcomes that a report names, the rows that it leaves open (*asked*), and the result of these (*rest*).

    If the report refuses rows that it does not name, some of the *asked* rows are refused instead.
    """

    outcomes: tuple[RowOutcome, ...]
    asked: tuple[Row, ...]
    rest: Result


def folded(key: object) -> str:
    """Return a natural key as the server compares it: without regard to case and outer spaces."""
    return str(key or "").strip().casefold()


def refusal(row: int, reason: object) -> RowOutcome:
    """Return the outcome of a refused row, without e-mail addresses in its reason."""
    return RowOutcome(row, "refused", shortened(redacted(str(reason)), LONGEST_REASON))


def told(rule: BulkRule, rows: Sequence[Row], keys: Sequence[str], report: Any, *, repeated: bool) -> Told:
    """Return what *report* tells about *rows*, whose folded *keys* are in the same order.

    A key that is refused is refused in all its rows, unless fewer refusals than rows have it. Of several rows with one
    key, the last ones are the duplicates. If the call was *repeated*, the first attempt may have created them.
    """
    reasons = {
        folded(getattr(item, rule.refusal_key)): getattr(item, rule.refusal_reason) for item in _refusals(rule, report)
    }
    refused = Counter(folded(getattr(item, rule.refusal_key)) for item in _refusals(rule, report))
    twice = Counter(map(folded, getattr(report, rule.duplicate_keys) or ()))
    all_named = twice.total() >= getattr(report, rule.duplicates)
    rows_of, outcomes, others = Counter(keys), list[RowOutcome](), list[Row]()
    for row, key in zip(reversed(rows), reversed(keys), strict=True):
        if rows_of[key] <= refused[key]:
            outcomes.append(refusal(row.number, reasons[key]))
        elif twice[key] and not refused[key]:
            twice[key] -= 1
            outcomes.append(RowOutcome(row.number, "accepted" if repeated else "duplicate"))
        else:
            others.append(row)
    unnamed = getattr(report, rule.refused) - sum(outcome.result == "refused" for outcome in outcomes)
    rest = _rest(rule, report, certain=all_named and not repeated)
    if unnamed <= 0:
        return Told((*outcomes, *(RowOutcome(row.number, rest) for row in others)), (), rest)
    if len(rows) == 1:
        return Told((refusal(rows[0].number, next(iter(reasons.values()), "no reason given")),), (), rest)
    return Told(tuple(outcomes), tuple(reversed(others)), rest)


def _refusals(rule: BulkRule, report: Any) -> Sequence[Any]:
    return getattr(report, rule.refusals) or ()


def _rest(rule: BulkRule, report: Any, *, certain: bool) -> Result:
    """Return the result of the rows that the report does not name."""
    created, restored = getattr(report, rule.created), getattr(report, rule.restored)
    if not certain or (created and restored):
        return "accepted"
    return "restored" if restored else "created"


def counts_in(rule: BulkRule, report: Any) -> Mapping[str, int]:
    """Return the counts of *report* by our names."""
    return {name: getattr(report, getattr(rule, name)) for name in COUNTED}

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
    """The *result* of one *row*, counted from 1, and the *reason* if it was refused.

    A reason of the client holds no data of the row. One of the server is in its own words, without e-mail addresses.
    """

    row: int
    result: Result
    reason: str | None = None


@dataclass(frozen=True, slots=True)
class ImportProgress:
    """The progress of an import: *rows* are done, of *total* if that is known.

    The counts are those of the reports of the server, and of the rows that were refused before they were sent.
    *repeated* rows may have been sent twice, after an answer was lost: their duplicates may be this import's own.
    *rate* is in rows a second since this run began. *skipped* rows were answered in earlier runs, and not sent in this.
    """

    rows: int
    created: int
    restored: int
    duplicates: int
    refused: int
    repeated: int = 0
    total: int | None = None
    rate: float = 0.0
    skipped: int = 0

    @property
    def seconds_left(self) -> float | None:
        """The time that the remaining rows will take at this rate; None if it is not known."""
        return None if self.total is None or not self.rate else (self.total - self.rows) / self.rate

    def __str__(self) -> str:
        of = "" if self.total is None else f" of {self.total:,}"
        counts = ", ".join(f"{getattr(self, name):,} {name}" for name in COUNTED)
        again = f"; {self.repeated:,} may have been sent twice" if self.repeated else ""
        left = "" if self.seconds_left is None else f", {self.seconds_left:,.0f} s left"
        earlier = f" ({self.skipped:,} in earlier runs)" if self.skipped else ""
        if self.skipped and self.skipped == self.rows:
            earlier = " (all in earlier runs: nothing is sent)"
        return f"{self.rows:,}{of} rows{earlier}: {counts}{again} ({self.rate:,.0f} rows/s{left})"


@dataclass(frozen=True, slots=True)
class Row:
    """A row to send: its *number*, counted from 1, and the *value* that the caller passed."""

    number: int
    value: Any


def folded(key: object) -> str:
    """Return a natural key as the server compares it: without regard to case and outer spaces."""
    return str(key or "").strip().casefold()


def refusal(row: int, reason: object) -> RowOutcome:
    """Return the outcome of a refused row, without e-mail addresses in its reason."""
    return RowOutcome(row, "refused", shortened(redacted(str(reason)), LONGEST_REASON))


def refusals(
    rule: BulkRule, rows: Sequence[Row], keys: Sequence[str], report: Any
) -> tuple[list[RowOutcome], list[Row]]:
    """Return the outcomes of the refused *rows* that *report* names, and the rows among which there are others.

    A key that is refused is refused in all its rows, unless fewer refusals than rows have it: a report may have a key
    as the server compares it, so that its text does not tell which of the rows is meant. *keys* are those of the rows.
    """
    total, listed = getattr(report, rule.refused), getattr(report, rule.refusals) or ()
    if not total and not listed:
        return [], []
    named = [(getattr(item, rule.refusal_key), getattr(item, rule.refusal_reason)) for item in listed]
    reasons = {folded(key): reason for key, reason in named} | dict(named)
    of, refused = Counter(map(folded, keys)), Counter(folded(key) for key, _ in named)
    if len(rows) == 1:
        return [refusal(rows[0].number, next(iter(reasons.values()), "no reason given"))], []
    found, others, doubtful = list[RowOutcome](), list[Row](), list[Row]()
    for row, key in zip(rows, keys, strict=True):
        if of[folded(key)] <= refused[folded(key)]:
            found.append(refusal(row.number, reasons.get(key, reasons[folded(key)])))
        else:
            others.append(row)
            doubtful += [row] if refused[folded(key)] else []
    if total <= len(found):
        return found, []
    return found, doubtful if (of & refused).total() >= total else others


def results(
    rule: BulkRule, rows: Sequence[Row], keys: Sequence[str], report: Any, *, certain: bool
) -> list[RowOutcome]:
    """Return the outcomes of the *rows* that were not refused, as far as *report* proves them.

    Of several rows with one key, the last ones are the duplicates, unless only outer spaces make their keys the same:
    the server may tell them apart. If the call is not *certain*, as it was repeated, no result is.
    """
    twice = Counter(map(folded, getattr(report, rule.duplicate_keys) or ()))
    of = Counter(map(folded, keys)) if twice else twice
    rest = _rest(rule, report, certain=certain and (of & twice).total() >= getattr(report, rule.duplicates))
    if not twice:
        return [RowOutcome(row.number, rest) for row in rows]
    texts = Counter(map(folded, {key.casefold() for key in keys}))
    unclear = {key for key in of if not certain or (texts[key] > 1 and 0 < twice[key] < of[key])}
    outcomes = list[RowOutcome]()
    for row, key in zip(reversed(rows), map(folded, reversed(keys)), strict=True):
        result: Result = "accepted" if key in unclear else "duplicate" if twice[key] > 0 else rest
        twice[key] -= 1
        outcomes.append(RowOutcome(row.number, result))
    return outcomes


def _rest(rule: BulkRule, report: Any, *, certain: bool) -> Result:
    """Return the result of the rows that the report does not name."""
    created, restored = getattr(report, rule.created), getattr(report, rule.restored)
    if not certain or (created and restored):
        return "accepted"
    return "restored" if restored else "created"


def counts_in(rule: BulkRule, report: Any) -> Mapping[str, int]:
    """Return the counts of *report* by our names."""
    return {name: getattr(report, getattr(rule, name)) for name in COUNTED}

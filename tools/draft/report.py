"""Sums up a draft for the person who goes on with it. Pure."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from .draft import Draft

SHOWN = 3  # Places of one rule that are named; `x-guess` in the draft has all.


def text(draft: Draft) -> str:
    """Return what was guessed, by rule, what was lost, by line, what is left to do, and the share that is done."""
    return "\n".join([*_guessed(draft), *_lost(draft), *_left(draft), _share(draft)]) + "\n"


def _guessed(draft: Draft) -> Iterator[str]:
    counts = Counter(rule for rule, _, _ in draft.guesses)
    yield f"Guessed ({len(draft.guesses)}), each marked with `x-guess`:"
    for rule, count in counts.most_common():
        places = [f"{pointer} ({words})" for found, pointer, words in draft.guesses if found == rule]
        more = f" and {count - SHOWN} more" if count > SHOWN else ""
        yield f"  {rule} ({count}): {', '.join(places[:SHOWN])}{more}"


def _lost(draft: Draft) -> Iterator[str]:
    yield f"Not carried ({len(draft.lost)}):"
    yield from (f"  {each}" for each in draft.lost)


def _left(draft: Draft) -> Iterator[str]:
    yield f"Complaints of the generator that are left ({len(draft.complaints)}):"
    yield from (f"  {each}" for each in draft.complaints)


def _share(draft: Draft) -> str:
    share = draft.finished / draft.operations if draft.operations else 0
    others = "." if draft.finished == draft.operations else "; the others are not in the draft."
    return f"{draft.finished} of {draft.operations} operations ({share:.0%}) need no edit{others}"

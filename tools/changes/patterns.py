"""Compares two patterns: whether one certainly admits every text that the other one admits. Pure.

Patterns of the same shape are compared part by part: sets of characters, and how often each part may come. Of any other
two patterns, neither counts as wider than the other.
"""

from __future__ import annotations

import importlib
import re
from collections.abc import Mapping, Sequence
from typing import Any

PARSER: Any = importlib.import_module("re._parser")  # Private, and the same in all Pythons that we support.
CODES: Any = importlib.import_module("re._constants")
CATEGORIES = {
    CODES.CATEGORY_DIGIT: [(48, 57)],
    CODES.CATEGORY_WORD: [(48, 57), (65, 90), (95, 95), (97, 122)],
    CODES.CATEGORY_SPACE: [(9, 13), (32, 32)],
}
REPEATS = (CODES.MAX_REPEAT, CODES.MIN_REPEAT)
Part = tuple[Any, Any]
BEGINNING, END = [(CODES.AT, CODES.AT_BEGINNING)], [(CODES.AT, CODES.AT_END)]


def admits(wide: str, narrow: str) -> bool:
    """Return whether *wide* certainly admits every text that *narrow* admits."""
    try:
        return _all(list(PARSER.parse(wide)), list(PARSER.parse(narrow)))
    except re.error:
        return False


def admits_all(pattern: str) -> bool:
    """Return whether a pattern certainly admits every text: it has no part that must match, apart from one anchor."""
    try:
        parts = list(PARSER.parse(pattern))
    except re.error:
        return False
    opened = parts[1:] if parts[:1] == BEGINNING else parts[:-1] if parts[-1:] == END else parts
    return _all(opened, [])


def _all(wide: Sequence[Part], narrow: Sequence[Part]) -> bool:
    """Compare two sequences of parts. The wide one may lack an anchor, and have more parts that may be left out."""
    if not narrow:
        return all(code in REPEATS and value[0] == 0 for code, value in wide)
    if wide and _part(wide[0], narrow[0]) and _all(wide[1:], narrow[1:]):
        return True
    if narrow[0][0] is CODES.AT and _all(wide, narrow[1:]):
        return True
    if not wide or wide[0][0] not in REPEATS:
        return False
    least, most, inner = wide[0][1]
    without = least == 0 and _all(wide[1:], narrow)
    return without or bool(least <= 1 <= most and _all([*_opened(list(inner)), *wide[1:]], narrow))


def _opened(parts: list[Part]) -> list[Part]:
    """Return the parts of a group without flags of its own; other parts as they are."""
    group = len(parts) == 1 and parts[0][0] is CODES.SUBPATTERN and not any(parts[0][1][1:3])
    return list(parts[0][1][3]) if group else parts


def _part(wide: Part, narrow: Part) -> bool:
    if wide == narrow:
        return True
    if wide[0] in REPEATS:
        least, most, inner = wide[1]
        low, high, part = narrow[1] if narrow[0] in REPEATS else (1, 1, [narrow])
        return bool(least <= low and high <= most) and _all(list(inner), list(part))
    if wide[0] is CODES.SUBPATTERN:
        flags, inner = wide[1][1:3], list(wide[1][3])
        same = narrow[0] is CODES.SUBPATTERN and narrow[1][1:3] == flags
        return not any(flags) and _all(inner, list(narrow[1][3]) if same else [narrow])
    if wide[0] is CODES.BRANCH:
        others = narrow[1][1] if narrow[0] is CODES.BRANCH else [[narrow]]
        return all(any(_all(list(each), list(other)) for each in wide[1][1]) for other in others)
    return _characters(wide, narrow)


def _characters(wide: Part, narrow: Part) -> bool:
    """Compare two sets of characters; one that is negated has no ranges here, and contains only itself.

    A category has at least its ASCII characters: it contains them, and is contained only in itself.
    """
    outer, inner = _ranges(wide, CATEGORIES), _ranges(narrow, {})
    return bool(inner) and all(any(low <= first and last <= high for low, high in outer) for first, last in inner)


def _ranges(part: Part, categories: Mapping[Any, list[tuple[int, int]]]) -> list[tuple[int, int]]:
    code, value = part
    if code is CODES.LITERAL:
        return [(value, value)]
    if code is CODES.RANGE:
        return [value]
    if code is CODES.CATEGORY:
        return categories.get(value, [])
    found = [_ranges(each, categories) for each in value] if code is CODES.IN else []
    return _joined([range_ for ranges in found for range_ in ranges]) if all(found) else []


def _joined(ranges: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Return the ranges sorted, adjacent ones as one."""
    found: list[tuple[int, int]] = []
    for low, high in sorted(ranges):
        if found and low <= found[-1][1] + 1:
            found[-1] = (found[-1][0], max(high, found[-1][1]))
        else:
            found.append((low, high))
    return found

"""The table of all planted changes: none is released as too low a class. `pytest -s` prints it."""

from __future__ import annotations

from collections import Counter

from tests.tools.changes import class_cases, model_cases, operation_cases, package_cases, python_cases, shape_cases
from tools.changes.kinds import KINDS, WEIGHTS

DOCUMENT = (*operation_cases.CASES, *model_cases.CASES, *class_cases.CASES, *shape_cases.CASES)
NAMES = python_cases.CASES
INSTALLED = (*package_cases.PACKAGE, *package_cases.OPTIONS, *package_cases.TREE)
PLANTED = (*DOCUMENT, *NAMES, *INSTALLED)
# The kinds after which every correct program works and passes its type check. Whoever adds one decides it here, too.
SAFE = frozenset(
    """
    advice argument-added argument-deprecated argument-loosened argument-not-deprecated argument-now-optional
    argument-nullable argument-widened argument-wire argument-words base-added body-model-added body-now-optional
    command-added field-personal page-size
    default-changed dependency-widened deprecated enum-opened envelope event-added event-words evidence examples
    exit-added extra-added field-added
    field-default-gained field-deprecated field-format field-narrowed field-not-deprecated field-not-null
    field-now-required field-wire field-words idempotency-added key-header member-added name-added name-words
    not-deprecated operation-added operation-words option-added option-default option-optional option-widened
    option-words other-words package-words page-keys parameter-added public-added public-type-safe public-words
    python-lowered repeat-widened request-line resource-added resource-words result-narrowed script-added
    settling-added settling-changed spec-version status-added status-class-derived status-in-family status-words
    success-status trait-safe typed-added
    """.split()
)


def test_the_table_of_planted_changes_has_no_class_too_low() -> None:
    rows = [(KINDS[case.kind].weight, case.kind, case.words) for case in PLANTED]
    print(*(f"{weight:14} {kind:24} {words[:90]}" for weight, kind, words in sorted(rows)), sep="\n")
    print(f"{len(rows)} planted changes:", dict(Counter(weight for weight, *_ in rows)))
    assert len(rows) >= 220
    assert {weight for weight, *_ in rows} == set(WEIGHTS)
    assert [row for row in rows if (row[0] == "breaking") == (row[1] in SAFE)] == []

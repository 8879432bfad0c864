"""The exceptions of error statuses, broken rule by rule."""

from __future__ import annotations

import re

import pytest

from .broken import GOOD, Case, assert_found, complaints

START = "/paths/~1campaigns~1{campaign_id}~1start/post/responses"
BAD_STATE = '        "400": {$ref: "#/components/responses/BadState"}\n'
TAKEN = "    Taken:\n      description: It failed.\n"
NAMED = "      x-exception: TakenError\n      x-advice: Choose another.\n"
COPY = """\
        "400":
          description: It is over.
          x-exception: OverError§
          x-advice: Start another.
          content: {application/json: {schema: {$ref: "#/components/schemas/FailureBody"}, example: {detail: Over}}}
"""


def named(name: str) -> Case:
    return Case(
        "exception-name",
        "/components/responses/Taken/x-exception",
        [("x-exception: TakenError", f"x-exception: {name}§")],
    )


CASES = [
    Case(
        "exception-named",
        "/components/responses/Taken",
        [(TAKEN + NAMED, TAKEN.replace("Taken:", "Taken:§"))],
    ),
    Case(
        "exception-place",
        "/components/responses/Failed/x-exception",
        [
            (
                "    Failed:\n      description: It failed.\n",
                "    Failed:\n      description: It failed.\n      x-exception: DownError§\n      x-advice: Wait.\n",
            )
        ],
    ),
    Case(
        "exception-place",
        "/components/responses/Campaign/x-exception",
        [
            (
                "    Campaign:\n      description: The campaign.\n",
                "    Campaign:\n      description: The campaign.\n      x-exception: NoError§\n      x-advice: Go.\n",
            )
        ],
    ),
    Case(
        "one-exception",
        "/components/responses/BadState/x-exception",
        [
            (BAD_STATE, COPY.replace("§", "")),
            (
                '        "404": {$ref: "#/components/responses/Missing"}\n        "422"',
                f'{BAD_STATE}        "404": {{$ref: "#/components/responses/Missing"}}\n        "422"',
            ),
            ("x-exception: BadStateError", "x-exception: BadStateError§"),
        ],
    ),
    Case(
        "one-exception",
        "/components/responses/BadState/x-exception",
        [("x-exception: BadStateError", "x-exception: TakenError§")],
    ),
    Case(
        "one-exception",
        "/components/responses/Taken/x-exception",
        [
            (BAD_STATE, BAD_STATE.replace("BadState", "Taken")),
            (GOOD[GOOD.index("    BadState:\n") : GOOD.index("    NoKey:\n")], ""),
            ("x-exception: TakenError", "x-exception: TakenError§"),
        ],
    ),
    *map(named, ["Taken", "takenError", "Error", "Taken_Error", "ValueError", "StatusError", "ConflictStatusError"]),
    Case(
        "exception-advice",
        "/components/responses/Taken",
        [(TAKEN + NAMED, TAKEN.replace("Taken:", "Taken:§") + "      x-exception: TakenError\n")],
    ),
    Case(
        "exception-advice",
        "/components/responses/Failed",
        [("    Failed:\n", "    Failed:§\n      x-advice: Wait.\n")],
    ),
    *[
        Case(
            "exception-advice",
            "/components/responses/Taken/x-advice",
            [("x-advice: Choose another.", f"x-advice: {words}§")],
        )
        for words in ("Choose another", "choose another.")
    ],
]


@pytest.mark.parametrize("case", CASES, ids=str)
def test_each_fault_is_found_at_its_place_and_only_once(case: Case) -> None:
    assert_found(case)


@pytest.mark.parametrize(
    ("status", "name"),
    [
        ("402", "PaymentRequiredError"),
        ("410", "GoneError"),
        ("451", "UnavailableForLegalReasonsError"),
        ("499", "Status499Error"),
    ],
)
def test_the_remedy_shows_what_to_write(status: str, name: str) -> None:
    unnamed = re.sub(r" +x-(exception|advice): .*\n", "", COPY.replace("400", status))
    [complaint] = complaints([(BAD_STATE, BAD_STATE + unnamed)])
    assert complaint.remedy == f"Write `x-exception: {name}` and an `x-advice` into this reply."


def test_a_second_class_of_a_status_is_reported_with_the_line_of_the_first() -> None:
    unauthorized = '        "401": {$ref: "#/components/responses/NoKey"}\n'
    copy = COPY.replace("400", "401").replace("§", "")
    [complaint] = complaints([(BAD_STATE + unauthorized, BAD_STATE + copy)])
    assert re.fullmatch(r"line \d+ names the class of 401 already\.", complaint.message)

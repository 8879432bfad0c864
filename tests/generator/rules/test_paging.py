"""The way to the next page of a list, broken rule by rule."""

from __future__ import annotations

import pytest

from .broken import Case, assert_found

LIST = "/paths/~1leads/get"
PAGE = "x-page: {number: page, items: data, meta: meta}"
CURSOR = "x-page: {cursor: email, items: data, next: meta.total}"

CASES = [
    Case("page", f"{LIST}/x-page", [(PAGE, f"{PAGE.replace('number: page, ', '')}§")]),
    Case("page", f"{LIST}/x-page", [(PAGE, f"{PAGE[:-1]}, cursor: email, next: meta.total}}§")]),
    Case("cursor", f"{LIST}/x-page/cursor", [(PAGE, f"{CURSOR.replace('email', 'mail')}§")]),
    Case("cursor", f"{LIST}/x-page/cursor", [(PAGE, f"{CURSOR.replace('email', 'isNew')}§")]),
    Case("cursor", f"{LIST}/x-page/next", [(PAGE, f"{CURSOR.replace('meta.total', 'meta')}§")]),
    Case("cursor", f"{LIST}/x-page/next", [(PAGE, f"{CURSOR.replace('meta.total', 'meta.following')}§")]),
    Case(
        "cursor",
        f"{LIST}/x-page/cursor",
        [(PAGE, f"{CURSOR}§"), ("Only with this address.\n", "Only with this address.\n          required: true\n")],
    ),
    Case("page", f"{LIST}/x-page/number", [(PAGE, f"{PAGE.replace('number: page', 'number: seite')}§")]),
    Case("page", f"{LIST}/x-page/number", [(PAGE, f"{PAGE.replace('number: page', 'number: email')}§")]),
    Case("page", f"{LIST}/x-page/items", [(PAGE, f"{PAGE.replace('items: data', 'items: meta')}§")]),
    Case("page", f"{LIST}/x-page/items", [(PAGE, f"{PAGE.replace('items: data', 'items: leads')}§")]),
    Case("page", f"{LIST}/x-page/size", [(PAGE, f"{PAGE.replace('number: page', 'number: page, size: breite')}§")]),
    Case("page", f"{LIST}/x-page/size", [(PAGE, f"{PAGE.replace('number: page', 'number: page, size: page')}§")]),
    Case(
        "page",
        f"{LIST}/x-page/meta",
        [
            (PAGE, f"{PAGE}§"),
            ("      required: [page, pageSize, total, totalPages]", "      required: [page, pageSize, total]"),
        ],
    ),
    Case(
        "page",
        f"{LIST}/x-page/meta",
        [(PAGE, f"{PAGE}§"), ("        total: {type: integer", "        total: {type: number")],
    ),
    Case(
        "page", f"{LIST}/x-page/meta", [(PAGE, f"{PAGE}§"), ("      required: [data, meta]", "      required: [data]")]
    ),
]


@pytest.mark.parametrize("case", CASES, ids=str)
def test_each_fault_is_found_at_its_place_and_only_once(case: Case) -> None:
    assert_found(case)

"""Methods that make several calls, broken rule by rule."""

from __future__ import annotations

import pytest

from .broken import Case, assert_found

UPSERT = "/paths/~1boxes/post/x-upsert"
BULK = "/paths/~1imports/post/x-bulk"
WITH = "with: {code: code}"
CHANGED = """description: Changed.
          content:
            application/json:
              schema: {$ref: "#/components/schemas/BoxReply"}
              example: {data: {id: a, code: a, label: b, packedAt: "2026-01-02T03:04:05"}}"""
DELETED = """description: Changed.
          content:
            application/json:
              schema: {$ref: "#/components/schemas/DeletionReply"}
              example: {data: {id: a, deleted: true}}"""
TAKEN = '        "409": {$ref: "#/components/responses/Taken"}  # of the code\n'
TAKE_ALL = "\n      x-result: data\n      x-bulk:"
CASES = [
    Case("compound-name", UPSERT, [("x-upsert: {", "x-upsert: {§"), ("Id: boxes.send", "Id: boxes.upsert")]),
    Case("compound-name", f"{BULK}/method", [("method: send_all", "method: create§")]),
    Case("compound-name", [UPSERT, f"{BULK}/method"], [("x-upsert: {", "x-upsert: {§"), ("send_all", "upsert§")]),
    Case("compound-name", f"{BULK}/method", [("method: send_all", "method: sendAll§")]),
    Case(
        "compound-name",
        BULK,
        [
            (
                "x-bulk:\n        method: send_all\n        rows: boxes",
                "x-bulk:§\n        method: send_all\n        rows: rows",
            ),
            ("example: {boxes: [{", "example: {rows: [{"),
            ("required: [boxes]", "required: [rows]"),
            ("boxes: {type: array, description: Them.", "rows: {type: array, description: Them."),
        ],
    ),
    Case("upsert", UPSERT, [("x-upsert: {", "x-upsert: {§"), (TAKEN, "")]),
    Case("upsert", f"{UPSERT}/find", [("find: boxes.list", "find: boxes.seek§")]),
    Case("upsert", f"{UPSERT}/update", [("update: boxes.change", "update: boxes.create§")]),
    Case("upsert", f"{UPSERT}/update", [("update: boxes.change", "update: boxes.seek§")]),
    Case("upsert", f"{UPSERT}/id", [("id: id, created-at", "id: number§, created-at")]),
    Case("upsert", f"{UPSERT}/created-at", [("created-at: packedAt", "created-at: label§")]),
    Case("upsert", f"{UPSERT}/with/mail", [(WITH, "with: {mail: code}§")]),
    Case("upsert", f"{UPSERT}/with/code", [(WITH, "with: {code: label}§")]),
    Case("upsert", f"{UPSERT}/with", [(WITH, "with: {}§")]),
    Case("upsert", f"{UPSERT}/update", [("x-upsert: {", "x-upsert: {§"), (CHANGED, DELETED)]),
    Case(
        "bulk",
        BULK,
        [(f"{{repeat: idempotent}}{TAKE_ALL}", f"{{repeat: never}}{TAKE_ALL}§")],
    ),
    Case("bulk", f"{BULK}/rows", [("rows: boxes", "rows: people§")]),
    Case("bulk", f"{BULK}/rows", [("rows: boxes", "rows: boxes§"), ("minItems: 1, maxItems: 9", "minItems: 1")]),
    Case("bulk", f"{BULK}/key", [("key: code", "key: label§")]),
    Case("bulk", f"{BULK}/counts/refused", [("refused: bad", "refused: badRows§")]),
    Case("bulk", f"{BULK}/duplicates", [("duplicates: twiceNames", "duplicates: badRows§")]),
    Case("bulk", f"{BULK}/refusals/items", [("items: badRows, key", "items: twiceNames§, key")]),
    Case("bulk", f"{BULK}/refusals/key", [("key: name", "key: mail§")]),
    Case("bulk", f"{BULK}/refusals/reason", [("reason: why", "reason: because§")]),
]


@pytest.mark.parametrize("case", CASES, ids=str)
def test_each_fault_is_found_at_its_place_and_only_once(case: Case) -> None:
    assert_found(case)

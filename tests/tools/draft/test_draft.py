"""Drafts of documents that are no spec of ours: the share that needs no edit, what is guessed, and what is lost."""

from __future__ import annotations

import copy
import json
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from generator.pipeline import generate
from generator.source.document import Document, child, is_list, is_mapping
from generator.source.load import load
from generator.source.load import read as read_spec
from tests.generator.test_fastapi import application
from tests.tools.upstream.application import document as vendors
from tests.tools.upstream.older import in_30
from tools.draft.draft import Draft, drafted
from tools.draft.names import routes
from tools.draft.report import text
from tools.draft.write import written

SHOP = Path(__file__).parent / "shop.yaml"
ROOT = SHOP.parents[3]


@cache
def source(name: str) -> Document:
    if name == "shop":
        return read_spec(SHOP)
    if name == "our own spec":
        return read_spec(ROOT / "spec" / "foxreach.yaml")
    made: dict[str, Any] = application().openapi() if name.startswith("small") else vendors()
    made = {**in_30(made), "openapi": "3.0.3"} if name.endswith("3.0") else made
    return load(json.dumps(made, indent=1), f"{name}.json")


@cache
def draft(name: str) -> Draft:
    return drafted(source(name))


NAMES = ("shop", "small", "small in 3.0", "large", "large in 3.0", "our own spec")


@pytest.mark.parametrize("name", NAMES)
def test_every_operation_of_a_draft_needs_no_edit(name: str, capsys: pytest.CaptureFixture[str]) -> None:
    found = draft(name)
    with capsys.disabled():
        counts = f"guesses {len(found.guesses)}, not carried {len(found.lost)}, complaints {len(found.complaints)}"
        print(f"\n{name}: {found.finished} of {found.operations} operations need no edit; {counts}")
    assert found.finished == found.operations == len(list(routes(source(name).data)))
    assert found.complaints == ()


@pytest.mark.parametrize("name", NAMES)
def test_the_draft_of_a_draft_is_the_same_text_with_the_same_marks(name: str) -> None:
    first = written(draft(name).document.data)
    again = load(first, "draft.yaml")
    assert again.data == draft(name).document.data
    second = drafted(again)
    assert written(second.document.data) == first
    assert (second.guesses, second.lost) == (draft(name).guesses, ())


def test_our_own_spec_is_drafted_as_it_is() -> None:
    assert draft("our own spec").document.data == source("our own spec").data
    assert draft("our own spec").guesses == ()


def test_a_client_is_generated_from_a_draft_with_its_guesses_in_the_docstrings() -> None:
    tree = generate(load(written(draft("shop").document.data), "draft.yaml"), "0" * 64)
    assert "Drafted from another document; not checked." in tree["resources/pets.py"]


def test_calls_are_proposed_from_names_and_paths() -> None:
    assert [route.own for route in routes(draft("shop").document.data)] == [
        "pets.list",
        "pets.add",
        "pets.get",
        "pets.delete",
        "pets.upload_photo",
        "orders.replace_import",
    ]
    large = {route.own for route in routes(draft("large").document.data)}
    assert {"leads.list", "leads.import_leads", "campaigns.sequences.update", "inbox.threads.reply"} <= large


def test_what_the_shop_loses_is_listed_by_line() -> None:
    lines = SHOP.read_text("utf-8").splitlines()
    lost = draft("shop").lost
    assert [each.rule for each in lost if each.rule != "supported-keywords"] == [
        "one-server",
        "declared-tags",
        "parameter-place",
        "example-valid",
        "named-body",
        "one-api-key",
        "unused-components",
    ]
    for each in lost:
        name = each.pointer.rpartition("/")[2].replace("~1", "/")
        assert name.isdigit() or name in lines[each.line - 1], each


def test_an_operation_that_cannot_be_carried_is_taken_out_and_listed() -> None:
    data = copy.deepcopy(source("shop").data)
    data["paths"]["/"] = {"get": {"operationId": "root", "responses": {"204": {"description": "Nothing."}}}}
    found = drafted(Document("shop.yaml", data, {}))
    assert (found.finished, found.operations, found.complaints) == (6, 7, ())
    assert [each.pointer for each in found.lost if "was taken out: " in each.words] == ["/paths/~1/get"]
    assert "6 of 7 operations (86%) need no edit; the others are not in the draft.\n" in text(found)


def test_a_draft_that_a_person_edits_keeps_its_faults() -> None:
    data = copy.deepcopy(draft("shop").document.data)
    data["paths"]["/pets"]["get"]["x-result"] = "nothing"
    found = drafted(Document("draft.yaml", data, {}))
    assert found.document.data == data
    assert {complaint.rule for complaint in found.complaints} == {"whole-envelope"}


def leaves(node: Any, pointer: str = "") -> Iterator[tuple[str, str]]:
    items = node.items() if is_mapping(node) else enumerate(node) if is_list(node) else ()
    for key, value in items:
        yield from leaves(value, child(pointer, key))
    if isinstance(node, str) and len(node) > 2:
        yield pointer, node


@pytest.mark.parametrize("name", ["shop", "small", "large in 3.0"])
def test_no_text_is_dropped_silently(name: str) -> None:
    made = written(draft(name).document.data)
    kept = " ".join(made.replace('\\"', '"').split())
    lost = [each.pointer for each in draft(name).lost]
    renamed = ("/operationId", "/tags/0", "/openapi", "/info/version", "/servers/0/url", "/$ref", "/exclusiveMinimum")
    missing = [
        (pointer, words)
        for pointer, words in leaves(source(name).data)
        if words.rstrip(".") not in kept
        and not any(f"{pointer}/".startswith(f"{each}/") for each in lost)
        and not pointer.endswith(renamed)
    ]
    assert missing == []


def test_the_report_counts_guesses_by_rule_and_says_the_share() -> None:
    said = text(draft("shop"))
    assert "\n  operation-id (6): /paths/~1pets/get (operationId), " in said
    assert "\n  line 5: /servers/1: one-server: https://test.shop.example/api/v2\n" in said
    assert said.endswith("6 of 6 operations (100%) need no edit.\n")

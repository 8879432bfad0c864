"""Each difference planted into the vendor's document is found at its place, alone or with all; none is made up."""

from __future__ import annotations

from typing import Any

import pytest

from generator.output.manifest import ROOT
from generator.source.document import Document
from generator.source.load import read as read_spec
from tests.tools.upstream.application import document
from tests.tools.upstream.enumerations import WebhookEvent
from tests.tools.upstream.plants import PLANTS, Plant
from tools.upstream.places import Contracts, aligned, base_of, contracts, is_event
from tools.upstream.reasons import reasons
from tools.upstream.review import Finding, review

SPEC = read_spec(ROOT / "spec" / "foxreach.yaml")
BASE = base_of(SPEC)
OURS = contracts(SPEC, BASE)
# What a plant changes at once with its place: a renamed field is gone too, and a status takes the place of another.
ALONG = {"reply.data.seen": {"reply.data.opened"}, "202": {"201"}}


def theirs(data: dict[str, Any]) -> Contracts:
    return aligned(contracts(Document("theirs.json", data, {}), BASE), OURS)


UNPLANTED = theirs(document())


def found(data: dict[str, Any], last: Contracts | None) -> list[Finding]:
    return list(review(SPEC, OURS, theirs(data), last, reasons(ROOT)).findings)


def is_at(finding: Finding, plant: Plant) -> bool:
    difference = finding.difference
    at = (finding.pointer or "", difference.aspect) == (plant.pointer, plant.aspect)
    return at and plant.operation in difference.operations


def test_the_document_of_the_application_has_no_unexplained_difference() -> None:
    listed = found(document(), None)
    assert [finding for finding in listed if finding.standing != "we say why"] == []
    assert len(listed) > 80


@pytest.mark.parametrize("plant", PLANTS, ids=str)
def test_a_planted_difference_is_found_alone(plant: Plant) -> None:
    data = document()
    plant.make(data)
    news = [finding for finding in found(data, UNPLANTED) if finding.standing == "they changed"]
    assert [finding for finding in news if is_at(finding, plant)] != []
    others = {finding.difference.path for finding in news if not is_at(finding, plant)}
    assert others <= ALONG.get(plant.path, set())
    assert all(finding.line > 1 and finding.write.endswith(".") for finding in news)


def test_all_planted_differences_are_found_at_once(capsys: pytest.CaptureFixture[str]) -> None:
    data = document()
    for plant in PLANTS:
        plant.make(data)
    news = [finding for finding in found(data, UNPLANTED) if finding.standing == "they changed"]
    missed = [plant.name for plant in PLANTS if not any(is_at(finding, plant) for finding in news)]
    extra = [each for each in news if not any(is_at(each, plant) for plant in PLANTS)]
    with capsys.disabled():
        print(f"\nplanted {len(PLANTS)}, found {len(PLANTS) - len(missed)}, along {len(extra)}: {missed}")
    assert missed == []
    assert {each.difference.path for each in extra} <= {"reply.data.opened", "201"}


def test_without_a_recorded_document_a_planted_difference_needs_a_reason() -> None:
    silent = {"an error is no longer documented"}  # An error that FastAPI does not list is no claim.
    for plant in PLANTS:
        data = document()
        plant.make(data)
        open_ = [finding for finding in found(data, None) if finding.standing == "unexplained"]
        assert bool(open_) is (plant.name not in silent), plant.name


def events(findings: list[Finding]) -> list[str]:
    return sorted(each.standing for each in findings if is_event(each.difference.operations[0]))


def test_a_document_without_webhooks_says_nothing_of_them_unless_it_had_some() -> None:
    without, elsewhere = document(), document()
    elsewhere["x-webhooks"] = without.pop("webhooks")
    del elsewhere["webhooks"]
    assert events(found(without, None)) == events(found(elsewhere, UNPLANTED)) == []
    assert events(found(without, UNPLANTED)) == ["they changed"] * len(WebhookEvent)
    assert events(found({**without, "webhooks": {}}, UNPLANTED)) == ["they changed"] * len(WebhookEvent)

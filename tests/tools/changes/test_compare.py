"""Every change of a document that a caller sees is found, named by the call, and given its class."""

from __future__ import annotations

import json

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from generator.output.manifest import ROOT
from generator.rules import check
from generator.source.expand import expanded
from generator.source.load import load, read
from tests.generator import cases
from tests.generator.cases import completed
from tests.tools.changes import class_cases, model_cases, operation_cases, shape_cases
from tests.tools.changes.planted import BEFORE, Case, api, changes, planted
from tools.changes.compare import compare
from tools.changes.kinds import BREAKING, KINDS, THEMES
from tools.changes.sources import api_of

CASES = (*operation_cases.CASES, *model_cases.CASES, *class_cases.CASES, *shape_cases.CASES)


def test_the_released_document_keeps_every_rule() -> None:
    assert check(load(completed(BEFORE), "spec.yaml")) == []


@pytest.mark.parametrize("case", CASES, ids=str)
def test_a_planted_change_is_found_and_no_other(case: Case) -> None:
    found = changes(case)
    assert (case.kind, case.words) in [(change.kind, str(change)) for change in found]
    assert {change.kind for change in found} == {case.kind, *case.along}


def test_every_kind_of_change_is_planted_once_at_least() -> None:
    elsewhere = ("Python names", "The package", "Commands")
    known = {kind.name for theme, kinds in THEMES.items() for kind in kinds if theme not in elsewhere}
    assert {case.kind for case in CASES} == known


def test_a_document_compared_with_itself_has_no_changes() -> None:
    assert compare(api(BEFORE), api(BEFORE + "\n# Words to nobody.\n")) == []


def test_the_packaged_document_equals_the_yaml() -> None:
    document = read(ROOT / "spec" / "foxreach.yaml")
    packaged = load(json.dumps(expanded(document).data), "openapi.json")
    assert packaged.data != document.data
    assert compare(api_of(document), api_of(packaged)) == []


@settings(max_examples=30, derandomize=True, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(st.sampled_from([case for case in CASES if not case.backwards]), min_size=1, max_size=4))
def test_several_changes_together_are_all_found(chosen: list[Case]) -> None:
    text = BEFORE
    for case in chosen:
        if all(old in text for old, _ in case.edits):
            text = planted(case.edits, text)
    assert (compare(api(BEFORE), api(text)) == []) == (text == BEFORE)


def test_x_open_of_a_received_enumeration_changes_only_documentation() -> None:
    mood = ('        mood: {$ref: "#/components/schemas/Mood"}\n', "")
    owner = "        owner: {type: [string, 'null'], description: Whose it is.}\n"
    received = planted([mood, (owner, mood[0] + owner)])
    found = compare(api(received), api(planted([(", x-open: true", "")], received)))
    assert [change.kind for change in found] == ["other-words"]


def test_a_scheme_before_the_key_in_the_same_header_is_a_change_of_the_header() -> None:
    plain, bearer = (api(planted([(shape_cases.HERE, each)])) for each in (shape_cases.PLAIN, shape_cases.BEARER))
    header, scheme = "Authorization", "Authorization: Bearer"
    for old, new, words in ((plain, bearer, (scheme, header)), (bearer, plain, (header, scheme))):
        [change] = compare(old, new)
        assert (change.kind, change.words) == ("key-header", "sends the key as {}, sent it as {}".format(*words))


def test_another_tag_of_an_object_of_a_union_breaks_what_sends_it() -> None:
    old, new = (load(cases.text("shapes").replace('"ball"', f'"{tag}"'), "a") for tag in ("ball", "globe"))
    found = [(change.kind, str(change)) for change in compare(api_of(old), api_of(new)) if change.weight == BREAKING]
    assert found == [("tag", "Ball: tag 'kind' is globe, was ball")]


def test_another_maximum_of_the_size_of_a_page_changes_no_keys() -> None:
    old = planted(class_cases.SIZED)
    found = compare(api(old), api(old.replace("maximum: 50", "maximum: 60")))
    assert [change.kind for change in found] == ["argument-loosened", "page-size"]


def test_the_most_severe_changes_come_first() -> None:
    weights = [KINDS[kind].weight for kind in ("server", "deprecated", "evidence", "request-line")]
    edits = [
        ("tags:", "servers: [{url: https://pets.test/v2}]\ntags:"),
        ("deprecated: false", "deprecated: true\n      x-evidence: sdk"),
        ("/toys/{toy_id}:", "/things/{toy_id}:"),
    ]
    assert [change.weight for change in compare(api(BEFORE), api(planted(edits)))] == weights


def test_a_change_of_a_model_lists_the_calls_that_use_it() -> None:
    (change,) = changes(model_cases.CASES[0])
    assert change.calls == ("client.pets.list()", "client.pets.create()", "client.pets.get()")
    assert change.pointer == "/components/schemas/Pet/properties/weight"

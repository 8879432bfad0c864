"""All rules together: some case breaks each of them, none raises, and docs/rules.md is current."""

from __future__ import annotations

import copy
import os
import subprocess
import sys
from collections.abc import Iterable
from importlib import import_module
from pathlib import Path
from typing import Any, cast

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from generator.rules import THEMES, check, rules_page
from generator.rules.grammar import GRAMMAR
from generator.rules.registry import RULES, rule
from generator.source.document import Document, child
from generator.source.load import load, read

from .broken import GOOD, Case, complaints

ROOT = Path(__file__).parents[3]
EVERY_CHECK = cast("list[HealthCheck]", list(HealthCheck))
HERE = __name__.rpartition(".")[0]
CASES: list[Case] = [
    case for theme in THEMES for case in import_module(f"{HERE}.test_{theme.__name__.rpartition('.')[2]}").CASES
]
WORDS = sorted({word.rstrip("!") for grammar in GRAMMAR.values() for word in grammar})
NAMES = [
    "",
    "200",
    "429",
    "5XX",
    "/a/{b}",
    "application/json",
    "Lead",
    "leads.list",
    "a/b~c",
    "#/components/schemas/Lead",
]
TEXTS = (
    st.sampled_from([*WORDS, *NAMES, "path", "query", "object", "array", "string", "null", "{b}", "(", "%"]) | st.text()
)
SCALARS = st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False) | TEXTS
VALUES = st.recursive(
    SCALARS,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from([*WORDS, *NAMES]), inner, max_size=5),
    max_leaves=25,
)


def pointers(node: Any, pointer: str = "") -> list[str]:
    """Return the pointers of everything below a node."""
    items: Iterable[tuple[str | int, Any]] = ()
    if isinstance(node, dict):
        items = cast("dict[str, Any]", node).items()
    elif isinstance(node, list):
        items = enumerate(cast("list[object]", node))
    return [found for key, value in items for found in (child(pointer, key), *pointers(value, child(pointer, key)))]


DATA: dict[str, Any] = load(GOOD, "good.yaml").data
PLACES = pointers(DATA)


def test_a_good_document_has_no_complaints() -> None:
    assert check(load(GOOD, "good.yaml")) == []


def test_the_specification_has_no_complaints() -> None:
    assert check(read(ROOT / "spec" / "foxreach.yaml")) == []


@pytest.mark.parametrize("name", RULES)
def test_every_rule_is_broken_by_some_case(name: str) -> None:
    assert [case for case in CASES if case.rule == name]


def test_every_case_breaks_a_rule_that_exists() -> None:
    assert {case.rule for case in CASES} <= RULES.keys()


def test_all_faults_are_found_at_once_and_sorted_by_place() -> None:
    edits = [
        ("  title: Small", "  title: Small\n  licence: {}"),
        ("{repeat: safe}", "{repeat: maybe}"),
        (": lead_id", ": id"),
    ]
    found = complaints(edits)
    assert [c.rule for c in found] == [
        "supported-keywords",
        "call-repeat",
        "path-parameters",
        "path-parameters",
        "no-content",
    ]
    assert found == sorted(found)


def test_nothing_behind_a_broken_reference_is_reported() -> None:
    found = complaints([('"#/components/schemas/LeadPage"', '"#/components/schemas/LeadPaeg"')])
    assert [(c.rule, c.message) for c in found] == [
        ("reference", "the document has no schema `#/components/schemas/LeadPaeg`.")
    ]


def test_an_empty_document_lacks_required_keywords() -> None:
    assert {c.rule for c in check(load("{}", "empty.yaml"))} == {"required-keywords"}


@given(data=st.dictionaries(st.sampled_from(WORDS), VALUES, max_size=8))
@example(data={"$ref": None, "additionalProperties": None, "patch": {"$ref": {"get": {"$ref": None}}}})
@settings(max_examples=150, suppress_health_check=EVERY_CHECK)
def test_no_document_makes_a_rule_raise(data: dict[str, Any]) -> None:
    assert check(Document("f", {"openapi": "3.1.0", **data}, {}))


@given(
    changes=st.lists(
        st.tuples(st.sampled_from(PLACES), VALUES | st.sampled_from(PLACES).map(lambda place: ("copy", place))),
        min_size=1,
        max_size=4,
    )
)
@example(changes=[("/components/schemas/LeadMadeDelivery/properties/event/type", "text")])
@example(changes=[("/components/schemas/LeadReply/properties/data/$ref", "#/components/schemas/L%65ad")])
@example(changes=[("/components/schemas", True)])
@example(changes=[("/components/schemas/Lead/required/0", [])])
@settings(max_examples=150, suppress_health_check=EVERY_CHECK)
def test_no_change_of_a_good_document_makes_a_rule_raise(changes: list[tuple[str, Any]]) -> None:
    data = copy.deepcopy(DATA)
    for place, value in changes:
        above, _, last = place.rpartition("/")
        key = last.replace("~1", "/").replace("~0", "~")
        document = Document("f", data, {})
        try:
            new: object = document.get(cast("tuple[str, str]", value)[1]) if isinstance(value, tuple) else value
            node = document.get(above)
        except LookupError:
            continue
        if isinstance(node, dict):
            node[key] = copy.deepcopy(new)
        elif isinstance(node, list) and key.isdecimal() and int(key) < len(cast("list[object]", node)):
            node[int(key)] = copy.deepcopy(new)
    for complaint in check(Document("f", data, {})):
        assert "\n" not in str(complaint)


def test_a_rule_has_a_name_of_its_own_and_a_docstring() -> None:
    with pytest.raises(ValueError, match="page"):
        rule("page")(lambda spec: iter(()))
    with pytest.raises(ValueError, match="docstring"):
        rule("wordless")(lambda spec: iter(()))


def test_docs_rules_md_is_current() -> None:
    assert (ROOT / "docs" / "rules.md").read_text("utf-8") == rules_page()


def test_docs_rules_md_has_every_rule() -> None:
    assert all(f"**`{name}`**" in rules_page() for name in RULES)


def test_docs_rules_md_is_written_by_a_command(tmp_path: Path) -> None:
    (tmp_path / "docs").mkdir()
    environ = {**os.environ, "PYTHONPATH": str(ROOT)}
    subprocess.run([sys.executable, "-m", "generator.rules"], cwd=tmp_path, env=environ, check=True)
    assert (tmp_path / "docs" / "rules.md").read_text("utf-8") == rules_page()

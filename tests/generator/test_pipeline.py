"""From the document to the tree: a document that passes the rules is generated, any other has complaints."""

from __future__ import annotations

import ast
import json
from collections.abc import Iterator
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from generator import pipeline
from generator.diagnostics import SpecError
from generator.pipeline import generate
from generator.source.expand import expanded
from generator.source.load import load
from tests.generator import cases

DOCUMENTS = {name: cases.text(name) for name in cases.NAMES}
VALUES: list[Any] = [
    *(None, "", "x", "null", "data", 'a"""\\', "{{ 1 }}", 0, 1.5, True, [], ["a"], {}),
    *({"type": "string"}, {"type": "integer"}, {"type": ["string", "null"]}),
    {"type": "array", "items": {"type": "string"}},
]


@pytest.fixture(autouse=True, scope="module")
def quick() -> Iterator[None]:
    """Skip ruff: it takes longer than all other steps and only formats."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(pipeline, "tidy", dict[str, str])
        yield


def places(node: Any) -> Iterator[tuple[Any, Any]]:
    """Yield (container, key) of every node below *node*."""
    whole: Any = node  # Any again, where `isinstance` would leave a dict of nobody knows what
    for key in list(whole) if isinstance(node, dict) else range(len(whole)) if isinstance(node, list) else ():
        yield node, key
        yield from places(node[key])


@settings(max_examples=60, suppress_health_check=[HealthCheck.too_slow])
@given(st.sampled_from(cases.NAMES), st.integers(0, 10**6), st.one_of(st.none(), st.sampled_from(VALUES)))
def test_a_document_with_one_change_is_generated_or_refused_with_complaints(name: str, number: int, value: Any) -> None:
    data: dict[str, Any] = json.loads(DOCUMENTS[name])
    found = list(places(data))
    container, key = found[number % len(found)]
    if value is None:
        del container[key]
    else:
        container[key] = value
    document = load(json.dumps(data, ensure_ascii=False), "spec.yaml")
    try:
        tree = generate(document, "0")
    except SpecError as error:
        assert {complaint.rule for complaint in error.complaints}.isdisjoint({"parser", "parser-lost", "models"})
    else:
        for path, text in tree.items():
            if path.endswith(".py"):
                ast.parse(text, path)


def test_the_tree_lists_every_file_with_its_hash() -> None:
    tree = generate(cases.document("webhooks"), "hash of the inputs")
    manifest = json.loads(tree.pop("manifest.json"))
    assert manifest["inputs"] == "hash of the inputs"
    assert list(manifest["files"]) == sorted(tree)
    assert set(manifest["tools"]) == {"datamodel-code-generator", "jinja2", "openapi-python-client", "ruff"}


def test_the_packaged_document_is_the_document_with_its_shared_headers_written_out() -> None:
    document = cases.document("hostile_text")
    tree = generate(document, "0")
    assert json.loads(tree["openapi.json"]) == expanded(document).data
    assert tree["py.typed"] == ""


def test_the_packaged_document_keeps_the_rules_and_generates_the_same_client() -> None:
    tree = generate(cases.document("paged_list"), "0")
    assert generate(load(tree["openapi.json"], "spec.yaml"), "0") == tree

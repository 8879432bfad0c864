"""Reading the document: plain data, positions, and one complaint per fault."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.diagnostics import Complaint, SpecError, one_line
from generator.source import load as loading
from generator.source.load import Document, Position, child, load, plain, read

PARSERS = [yaml.SafeLoader, getattr(yaml, "CSafeLoader", yaml.SafeLoader)]


@pytest.fixture(params=PARSERS, ids=["python", "libyaml"], autouse=True)
def parser(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """Every test runs with both parsers."""
    monkeypatch.setattr(loading, "LOADER", request.param)


def complaints(text: str) -> list[tuple[str, int, int, str]]:
    with pytest.raises(SpecError) as caught:
        load(text, "spec.yaml")
    return [(c.rule, c.line, c.column, c.pointer) for c in caught.value.complaints]


def test_every_node_knows_its_line_and_column() -> None:
    document = load("info:\n  title: x\n  a/b~c: {k: 1}\ntags:\n- one\n- name: two\n", "spec.yaml")
    assert document.data == {"info": {"title": "x", "a/b~c": {"k": 1}}, "tags": ["one", {"name": "two"}]}
    assert document.positions == {
        "": Position(1, 1),
        "/info": Position(1, 1),
        "/info/title": Position(2, 3),
        "/info/a~1b~0c": Position(3, 3),
        "/info/a~1b~0c/k": Position(3, 11),
        "/tags": Position(4, 1),
        "/tags/0": Position(5, 3),
        "/tags/1": Position(6, 3),
        "/tags/1/name": Position(6, 3),
    }


@pytest.mark.parametrize(
    ("text", "value"),
    [
        *[(word, word) for word in ("yes", "no", "on", "off", "Yes", "NO", "y", "1:30", "2024-01-01", "1_000", "=")],
        *[(word, word) for word in ("0b1", "0o8", "0xg", "+0x1", "1e", ".", "-", "+", "--1", "1.2.3", "tRUE", "nil")],
        *[(word, None) for word in ("", "~", "null", "Null", "NULL")],
        *[(word, True) for word in ("true", "True", "TRUE")],
        *[(word, False) for word in ("false", "False", "FALSE")],
        *[("0", 0), ("-12", -12), ("+3", 3), ("-0", 0), ("0xfF", 255)],
        *[("1.0", 1.0), (".5", 0.5), ("5.", 5.0), ("1e3", 1000.0), ("-1.5E-2", -0.015)],
    ],
)
def test_a_plain_scalar_has_its_value_in_the_core_schema(text: str, value: object) -> None:
    found = plain(text)
    assert (found, type(found)) == (value, type(value))


def test_a_quoted_scalar_is_text() -> None:
    assert load("{a: 'true', b: \"1\", c: ''}", "f").data == {"a": "true", "b": "1", "c": ""}
    assert load("a: |\n  1\nb: >-\n  null\n", "f").data == {"a": "1\n", "b": "null"}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a: 1\nb: 2\na: 3\na: 4\n", [("yaml-duplicate-key", 3, 1, "/a"), ("yaml-duplicate-key", 4, 1, "/a")]),
        ("a:\n  200: x\n  '200': y\n", [("yaml-text-key", 2, 3, "/a/200"), ("yaml-duplicate-key", 3, 3, "/a/200")]),
        ("true: 1\n", [("yaml-text-key", 1, 1, "/true")]),
        ("null: 1\n", [("yaml-text-key", 1, 1, "/null")]),
        ("a:\n  ? [x, y]\n  : 1\n", [("yaml-text-key", 2, 5, "/a")]),
        ("a: &b 1\n", [("yaml-anchor", 1, 4, "/a")]),
        ("a: &b {}\nc: *b\n", [("yaml-alias", 2, 4, "/c")]),
        ("a: 0777\nb: [-08]\n", [("yaml-octal", 1, 4, "/a"), ("yaml-octal", 2, 5, "/b/0")]),
        ("a: {b: 0o17}\n", [("yaml-octal", 1, 8, "/a/b")]),
        ("&k a: 1\n", [("yaml-anchor", 1, 1, "/a")]),
        ("a: {<<: {b: 1}}\n", [("yaml-merge", 1, 5, "/a/<<")]),
        ("a: !!str 1\n", [("yaml-tag", 1, 4, "/a")]),
        ("a: !mine [1]\n", [("yaml-tag", 1, 4, "/a")]),
        ("a: ! x\n", [("yaml-tag", 1, 4, "/a")]),
        ("a: .inf\nb: [-.INF, .nan, 1e999]\n", [("yaml-finite", 1, 1, "/a")] + [("yaml-finite", 2, 0, "")] * 3),
        ("a: " + "9" * 5000, [("yaml-finite", 1, 4, "/a")]),
        ("- 1\n", [("yaml-mapping", 1, 1, "")]),
        ("", [("yaml-mapping", 1, 1, "")]),
        ("# nothing\n", [("yaml-mapping", 1, 1, "")]),
        ("text", [("yaml-mapping", 1, 1, "")]),
        ("a: 1\n---\nb: 2\n", [("yaml-one-document", 1, 1, "")]),
        ("a:\n\tb: 1\n", [("yaml-character", 2, 1, "")]),
        ("a: 1\nb: x\x07\n", [("yaml-character", 2, 5, "")]),
        ("a: x\x85b\n", [("yaml-character", 1, 5, "")]),
        ("a: \ud800\n", [("yaml-character", 1, 4, "")]),
        ("a: b: c\n", [("yaml-syntax", 1, 5, "")]),
        ("%YAML 2.0\n---\na: 1\n", [("yaml-syntax", 1, 1, "")]),
    ],
)
def test_each_fault_is_one_complaint_with_its_place(text: str, expected: list[tuple[str, int, int, str]]) -> None:
    found = complaints(text)
    assert [(rule, line) for rule, line, _, _ in found] == [(rule, line) for rule, line, _, _ in expected]
    if "inf" not in text and "9" * 9 not in text:
        assert found == expected


@pytest.mark.parametrize(
    "text", ['a: "\\ud800"\n', 'a: "\\U00110000"\n', '"\\udfff": 1\n', "a: [1\n", "a: 'x\n", "{", "[" * 90]
)
def test_broken_yaml_is_a_complaint_with_either_parser(text: str) -> None:
    assert next(rule for rule, *_ in complaints(text)) in {"yaml-character", "yaml-syntax"}


def test_a_document_nested_too_deeply_is_refused() -> None:
    assert load("a: " + "[" * 62 + "]" * 62, "f").data
    assert [rule for rule, *_ in complaints("a: " + "[" * 70 + "]" * 70)] == ["yaml-syntax"]


def test_the_remedy_for_a_numeric_status_key_is_to_quote_it() -> None:
    with pytest.raises(SpecError) as caught:
        load("responses:\n  200: {}\n", "spec.yaml")
    assert str(caught.value) == (
        'spec.yaml:2:3: /responses/200: yaml-text-key: the key `200` is not text. Remedy: Quote it: "200".'
    )


TEXT = st.text(st.characters(exclude_categories=["Cc", "Cn", "Cs", "Zl", "Zp"], exclude_characters="\ufeff"))
JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False) | TEXT,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(TEXT, inner, max_size=4),
    max_leaves=20,
)


@settings(max_examples=40)
@given(data=st.dictionaries(TEXT, JSON, max_size=4), flow=st.booleans(), width=st.sampled_from([20, 120]))
def test_both_parsers_return_the_same_data_and_positions(data: dict[str, object], flow: bool, width: int) -> None:
    text = json.dumps(data, ensure_ascii=False, indent=None if width == 20 else 1)
    dumped = yaml.safe_dump(data, default_flow_style=flow, width=width, allow_unicode=True)
    for written in (text, dumped):
        found: list[Any] = []
        for parser in PARSERS:
            with pytest.MonkeyPatch.context() as patch:
                patch.setattr(loading, "LOADER", parser)
                found.append(outcome(written))
        assert found[0] == found[1]
        assert written != text or found[0][0] == data


def outcome(text: str) -> tuple[object, object]:
    """Return data and positions, or the rules that were broken."""
    try:
        document = load(text, "f")
    except SpecError as error:
        return [complaint.rule for complaint in error.complaints], None
    return document.data, document.positions


@given(text=st.text(alphabet="ab:-[]{}&*!|>'\"%@`#,? \n\t\r\\u0x1.~é\u2028", max_size=40))
def test_any_text_is_a_document_or_has_complaints(text: str) -> None:
    found: object = None
    try:
        found = load(text, "f")
    except SpecError as error:
        found = error.complaints[0]
    assert isinstance(found, Document | Complaint)


def test_reading_a_file_accepts_a_byte_order_mark(tmp_path: Path) -> None:
    file = tmp_path / "spec.yaml"
    file.write_bytes(b"\xef\xbb\xbfa: \xc3\xa9\r\nb: 1\r\n")
    assert read(file).data == {"a": "é", "b": 1}
    assert read(file).at("/b") == Position(2, 1)


@pytest.mark.parametrize(("content", "rule"), [(b"a: \xff", "utf-8"), (None, "readable")])
def test_a_file_that_cannot_be_read_is_a_complaint(tmp_path: Path, content: bytes | None, rule: str) -> None:
    file = tmp_path / "spec.yaml"
    if content is not None:
        file.write_bytes(content)
    with pytest.raises(SpecError) as caught:
        read(file)
    assert [c.rule for c in caught.value.complaints] == [rule]


def test_a_missing_position_is_that_of_the_nearest_ancestor() -> None:
    document = load("a:\n  b: 1\n", "f")
    assert document.at("/a/missing/deeper") == Position(1, 1)
    assert document.at("/a/b/0") == Position(2, 3)
    assert document.at("/nowhere") == Position(1, 1)


def test_a_reference_is_resolved() -> None:
    document = load("a: {$ref: '#/b/x~1y/0'}\nb: {x/y: [{k: 1}]}\n", "f")
    assert document.resolve(document.data["a"], "/a") == ("/b/x~1y/0", {"k": 1})
    assert document.resolve("#/a") == ("/b/x~1y/0", {"k": 1})
    assert document.resolve({"k": 2}, "/here") == ("/here", {"k": 2})


@pytest.mark.parametrize(
    "ref", ["#/nowhere", "#/list/7", "#/list/x", "#/list/-1", "#/circle", "other.yaml#/a", "#/text/0", "#"]
)
def test_a_reference_to_nothing_is_a_lookup_error(ref: str) -> None:
    document = load("list: [1]\ntext: abc\ncircle: {$ref: '#/round'}\nround: {$ref: '#/circle'}\n", "f")
    with pytest.raises(LookupError):
        document.resolve(ref)


def test_a_pointer_escapes_tilde_and_slash() -> None:
    assert child("/paths", "/leads/{id}", "a~b", 3) == "/paths/~1leads~1{id}/a~0b/3"


def test_complaints_sort_by_place_and_stay_on_one_line() -> None:
    later, sooner = Complaint("f", 10, 1, "/a", "r", "m", "x"), Complaint("f", 9, 5, "/b", "r", "two\nlines\x1b", "x")
    assert SpecError([later, sooner]).complaints == (sooner, later)
    assert str(sooner) == "f:9:5: /b: r: two\\nlines\\x1b Remedy: x"
    assert one_line("é ~ \u202e") == "é ~ \\u202e"

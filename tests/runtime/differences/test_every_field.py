"""Each kind of difference at each field of each reply of the spec: none is missed, and none is invented."""

from __future__ import annotations

import json
from collections import Counter
from typing import Any

import pytest
from foxreach_runtime.differences.classify import Difference, differences
from foxreach_runtime.differences.document import Document, packaged
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from tests.client import strategies
from tests.client.cases import CASES, OPERATIONS, SCHEMAS, Case

from .plants import full, plants

LIMITS = {"X-RateLimit-Limit": "100", "X-RateLimit-Remaining": "99", "X-RateLimit-Reset": "1700000000"}
HEADERS = {**LIMITS, "Retry-After": "1", "Content-Type": "application/json"}
BODIES = [case for case in CASES if case.reply.schema]
OF_SCHEMA = {case.reply.schema: case for case in BODIES if case.reply.schema}


@pytest.fixture(scope="module")
def document() -> Document:
    return packaged("foxreach_client")


def found(document: Document, case: Case, body: Any, headers: dict[str, str] | None = None) -> list[Difference]:
    content = body if isinstance(body, bytes) else json.dumps(body).encode()
    given = HEADERS if headers is None else headers
    return differences(document, case.operation.call, case.status, given, content)


def test_every_difference_at_every_field_is_found_alone(document: Document, capsys: pytest.CaptureFixture[str]) -> None:
    planted: Counter[str] = Counter()
    wrong: list[tuple[str, str, str, list[tuple[str, str]]]] = []
    for case in BODIES:
        assert case.reply.schema is not None
        for plant in plants(SCHEMAS[case.reply.schema]):
            planted[plant.kind] += 1
            each = [(one.pointer, str(one.kind)) for one in found(document, case, plant.body)]
            if each != [(plant.pointer, plant.kind)]:
                wrong.append((str(case), plant.pointer, plant.kind, each))
    with capsys.disabled():
        print("\nplanted in replies, all found:", ", ".join(f"{kind} {n}" for kind, n in sorted(planted.items())))
    assert wrong == []
    assert planted.total() > 3000
    assert planted.keys() == {"absent", "enum", "extra", "null", "shape", "type"}


def test_every_status_header_and_form_of_a_body_is_told_apart(
    document: Document, capsys: pytest.CaptureFixture[str]
) -> None:
    planted: Counter[str] = Counter()
    for operation in OPERATIONS:
        each = differences(document, operation.call, 418, HEADERS, b"{}")
        assert [(one.kind, one.seen) for one in each] == [("status", "418")]
        planted["status"] += 1
    for case in BODIES:
        body = full(SCHEMAS[str(case.reply.schema)])[0]
        for name in LIMITS:
            for value in ({}, {name: "soon"}):
                headers = {other: text for other, text in HEADERS.items() if other != name} | value
                each = found(document, case, body, headers)
                assert [(one.pointer, one.kind) for one in each] == [(f"/{name}", "header")]
                planted["header"] += 1
        for content, seen in ((b"", "empty"), (b"<html>", "text/html"), (b'{"data', "text/html")):
            each = found(document, case, content, {**HEADERS, "Content-Type": "text/html; charset=utf-8"})
            assert [(one.pointer, one.kind, one.seen) for one in each] == [("", "shape", seen)]
            planted["shape"] += 1
    for case in CASES:
        if case.reply.schema is None:
            assert [one.kind for one in found(document, case, b"{}")] == ["shape"]
            assert found(document, case, b"") == []
            planted["shape"] += 1
    with capsys.disabled():
        print("planted around bodies, all found:", ", ".join(f"{kind} {n}" for kind, n in sorted(planted.items())))


@pytest.mark.parametrize("name", sorted(OF_SCHEMA))
def test_no_difference_is_invented_for_what_the_spec_allows(
    document: Document, name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(strategies, "NEW_VALUE", st.nothing())  # An unlisted value is a difference.

    @settings(
        max_examples=25,
        phases=[Phase.generate],
        database=None,
        derandomize=True,
        deadline=None,
        suppress_health_check=[HealthCheck.function_scoped_fixture],
    )
    @given(strategies.spec_valid(name))
    def check(value: Any) -> None:
        assert found(document, OF_SCHEMA[name], value) == []

    check()


def test_the_examples_of_the_spec_have_no_difference(document: Document) -> None:
    assert [each for case in BODIES for each in found(document, case, case.reply.example)] == []


def test_every_difference_names_a_place_and_its_line(document: Document) -> None:
    lines = json.dumps(document.data, indent=1, ensure_ascii=False).splitlines()
    for case in BODIES[::7]:
        for plant in list(plants(SCHEMAS[str(case.reply.schema)]))[::5]:
            (one,) = found(document, case, plant.body)
            assert document.at(one.place) is not None
            assert one.line is not None
            key = one.place.rpartition("/")[2].replace("~1", "/").replace("~0", "~")
            assert key.isdecimal() or f'"{key}":' in lines[one.line - 1]

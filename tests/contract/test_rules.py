"""Each kind of fault in a request is found."""

from __future__ import annotations

import json

import pytest

from tests.client.cases import OPERATIONS, Operation
from tests.contract.rules import faults_of

HEADERS = {"x-api-key": "otr_key", "content-type": "application/json"}
LEAD = b'{"email": "jane@example.com"}'


@pytest.mark.parametrize("operation", OPERATIONS, ids=str)
def test_a_request_with_everything_that_the_spec_knows_is_right(operation: Operation) -> None:
    body = json.dumps(operation.body.example).encode() if operation.body else b""
    assert faults_of(operation.method, operation.target, HEADERS, body) == []


@pytest.mark.parametrize(
    ("method", "target", "body", "words"),
    [
        ("PUT", "/leads", b"", "no operation is PUT /leads"),
        ("GET", "/leads/", b"", "empty or a dot"),
        ("GET", "/leads/%2E%2E", b"", "empty or a dot"),
        ("GET", "/leads/a b", b"", "not encoded"),
        ("GET", "/leads?pagesize=3", b"", "pagesize, which the spec does not know"),
        ("GET", "/leads?tags=a&tags=b", b"", "tags twice"),
        ("GET", "/leads?pageSize=101", b"", "openapi-core"),
        ("GET", "/leads?page=two", b"", "openapi-core"),
        ("GET", "/leads", b"{}", "takes no body"),
        ("POST", "/leads", b"", "not JSON"),
        ("POST", "/leads", b'{"email": NaN}', "NaN is no JSON"),
        ("POST", "/campaigns", b'{"name": "a", "dailyLimit": 1e999}', "too large"),
        ("POST", "/leads", b'{"email": 5}', "openapi-core"),
        ("POST", "/leads", b"{}", "openapi-core"),
        ("POST", "/leads/import", b'{"leads": []}', "openapi-core"),
    ],
)
def test_a_request_that_is_wrong_is_found(method: str, target: str, body: bytes, words: str) -> None:
    assert words in " ".join(faults_of(method, f"/api/v1{target}", HEADERS, body))


def test_a_missing_key_and_a_body_of_another_kind_are_found() -> None:
    assert "openapi-core" in " ".join(faults_of("GET", "/api/v1/leads", {}, b""))
    assert "not announced" in " ".join(
        faults_of("POST", "/api/v1/leads", {**HEADERS, "content-type": "text/plain"}, LEAD)
    )

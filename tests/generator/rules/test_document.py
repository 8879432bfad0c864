"""The document as a whole, broken rule by rule."""

from __future__ import annotations

import pytest

from generator.rules import check
from generator.source.load import load

from .broken import Case, assert_found, broken

URL = "https://api.example.com/v1"
CASES = [
    Case("openapi-version", "/openapi", [("openapi: 3.1.0", "openapi: 3.0.3§")]),
    Case("semantic-version", "/info/version", [("version: 1.2.0", "version: '1.2'§")]),
    Case("semantic-version", "/info/version", [("version: 1.2.0", "version: 1.2.0+build§")]),
    Case("semantic-version", "/info/version", [("version: 1.2.0", "version: 1.02.0§")]),
    Case("one-server", "/servers", [("servers:\n", "servers:§\n  - {url: https://other.example.com}\n")]),
    Case("one-server", "/servers", [(f"servers:\n  - url: {URL}\n    description: The only one.\n", "servers: []§\n")]),
    Case("one-server", "/servers/0/url", [(URL, f"{URL}/§")]),
    Case("one-server", "/servers/0/url", [(URL, "http://api.example.com/v1§")]),
    Case("one-server", "/servers/0/url", [(URL, "https://{region}.example.com/v1§")]),
    Case("one-server", "/servers/0/url", [(URL, f"{URL}?key=1§")]),
    Case("one-server", "/servers/0/url", [(URL, f"{URL}/../v2§")]),
    Case("one-server", "/servers/0/url", [(URL, "https://me:secret@api.example.com§")]),
    Case("one-server", "/servers/0/url", [(URL, "'https://[api.example.com/v1'§")]),
    Case("one-server", "/servers/0/url", [(URL, "https://api.example.com:99999/v1§")]),
    Case("one-api-key", "/components/securitySchemes/Key", [("Key: {type: apiKey", "Key: {type: http§")]),
    Case("one-api-key", "/components/securitySchemes/Key", [("in: header, name", "in: query§, name")]),
    Case("one-api-key", "/components/securitySchemes/Key/name", [("name: X-API-Key", "name: X API Key§")]),
    Case(
        "one-api-key",
        "/components/securitySchemes",
        [("  securitySchemes:\n", "  securitySchemes:§\n    Other: {type: apiKey, in: header, name: X-Other}\n")],
    ),
    Case("one-api-key", "/security", [("security:\n  - Key: []\n", "security: []§\n")]),
    Case("declared-schemes", "/security/1", [("  - Key: []\n", "  - Key: []\n  - Nowhere: []§\n")]),
    Case("declared-schemes", "/security/0", [("  - Key: []\n", "  - Nowhere: []§\n")]),
    Case(
        "declared-schemes",
        "/paths/~1leads/get/security/1",
        [("operationId: leads.list\n", "operationId: leads.list\n      security: [{Key: []}, {Nowhere: []}]§\n")],
    ),
]


def test_the_name_of_the_header_may_have_an_underscore() -> None:
    text, _ = broken([("name: X-API-Key", "name: x_api_key§")])
    assert check(load(text, "spec.yaml")) == []


@pytest.mark.parametrize("case", CASES, ids=str)
def test_each_fault_is_found_at_its_place_and_only_once(case: Case) -> None:
    assert_found(case)

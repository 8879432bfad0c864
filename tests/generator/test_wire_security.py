"""The credential of a client: where it goes, and what a document may say of it."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import httpx2
import pytest
from foxreach_runtime.errors import StatusError

from generator.rules import check
from generator.source.canonical import canonical
from tests.generator import cases
from tests.generator.test_wire import Server, called, flavours, package, packages
from tests.generator.test_wire_sandbox import sandboxed

__all__ = ["packages"]

BASIC = {"type": "http", "scheme": "basic"}
COOKIE = {"type": "apiKey", "in": "cookie", "name": "sid"}
OPEN = {"type": "openIdConnect", "openIdConnectUrl": "https://id.example/.well-known/openid-configuration"}
HEADER = {"type": "apiKey", "in": "header", "name": "X-Auth-Token"}


@flavours
def test_a_bearer_token_is_sent_with_its_word(packages: Path, flavour: str) -> None:
    server = Server({"id": "p1"})
    assert called(package(packages, "bearer"), flavour, server, "pets.get", "p1").id == "p1"
    assert server.requests[0].headers["authorization"] == "Bearer otr_key"


def test_a_key_from_a_function_is_sent_with_its_word(packages: Path) -> None:
    made, server, keys = package(packages, "bearer"), Server({"id": "p1"}), iter(["one"])
    http_client = httpx2.Client(transport=httpx2.MockTransport(server))
    with made.FoxReach(api_key=lambda: next(keys), http_client=http_client) as client:
        client.pets.get("p1")
    assert server.requests[0].headers["authorization"] == "Bearer one"


def test_the_sandbox_reads_the_key_where_the_document_says(packages: Path) -> None:
    with sandboxed(packages, "bearer") as (client, sandbox):
        assert client.pets.get("p1").id == "p1"
        made = package(packages, "bearer")
        http_client = httpx2.Client(transport=sandbox.transport())
        with (
            made.FoxReach(api_key="wrong", base_url=sandbox.url, http_client=http_client) as other,
            pytest.raises(StatusError, match="Invalid API key"),
        ):
            other.pets.get("p1")


def secured(schemes: dict[str, Any], whole: list[Any], own: list[Any] | None = None) -> list[str]:
    """Return the complaints about the document with these schemes and requirements, its own and of an operation."""
    document = cases.document("bearer")
    document.data["components"]["securitySchemes"], document.data["security"] = schemes, whole
    for operation in document.data["paths"]["/pets/{pet_id}"].values():
        if "security" in operation:
            del operation["security"]
    if own is not None:
        document.data["paths"]["/pets/{pet_id}"]["get"]["security"] = own
    if not (found := check(document)):
        (scheme,) = canonical(document).data["components"]["securitySchemes"].values()
        return [f"{scheme['type']} {scheme.get('name', scheme.get('scheme'))}"]
    return [f"{each.rule}: {each.message}" for each in found]


CASES: list[tuple[Any, list[Any], Any, str]] = [
    ({"A": HEADER}, [{"A": []}], None, "apiKey X-Auth-Token"),
    ({"A": OPEN}, [{"A": ["all"]}], None, "http bearer"),
    ({"A": HEADER, "B": COOKIE}, [{"B": []}, {"A": []}], None, "apiKey X-Auth-Token"),
    ({"A": HEADER}, [{}, {"A": []}], [{"A": []}], "apiKey X-Auth-Token"),
    ({"A": COOKIE}, [{"A": []}], None, "neither an API key in a header nor a bearer token"),
    ({"A": BASIC}, [{"A": []}], None, "neither an API key in a header nor a bearer token"),
    ({"A": HEADER, "B": BASIC}, [{"A": []}], [{"B": []}], "`pets.get` needs `B`"),
    ({"A": HEADER, "B": OPEN}, [{"A": []}], [{"A": [], "B": []}], "`pets.get` needs `A and B`"),
]


@pytest.mark.parametrize(("schemes", "whole", "own", "expected"), CASES)
def test_what_reduces_to_one_header_is_carried(schemes: Any, whole: Any, own: Any, expected: str) -> None:
    assert any(expected in words for words in secured(schemes, whole, own)), secured(schemes, whole, own)

"""Clients of golden cases against a sandbox that has their document, and no behaviour for any of its operations."""

from __future__ import annotations

import importlib
import json
from collections.abc import Generator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import httpx2
import pytest
from foxreach_runtime.errors import StatusError
from foxreach_sandbox import Fault, Sandbox
from foxreach_sandbox.clock import Clock
from foxreach_testing.clients import virtual_time

from generator.source.canonical import canonical
from generator.source.expand import expanded
from tests.generator import cases
from tests.generator.test_wire import package, packages

__all__ = ["packages"]

PAGED: dict[str, Any] = {
    "list": {"data": [{"id": f"p{number}"} for number in range(5)], "nextCursor": None},
    "favourites": {"pets": [{"id": f"p{number}"} for number in range(45)], "pageInfo": {}},
}


@contextmanager
def sandboxed(packages: Path, case: str) -> Generator[tuple[Any, Sandbox]]:
    """Yield a client of *case*, and the sandbox that answers it from the examples of the document."""
    made, document = package(packages, case), json.dumps(_with_rows(expanded(canonical(cases.document(case))).data))
    clock = Clock()
    with Sandbox(limit=None, document=document, clock=clock) as sandbox, virtual_time(clock):
        http_client = httpx2.Client(transport=sandbox.transport())
        with made.FoxReach(api_key=sandbox.key, base_url=sandbox.url, http_client=http_client) as client:
            yield client, sandbox


@contextmanager
def mocked(packages: Path, case: str) -> Generator[tuple[Any, Any]]:
    """Yield a client of *case*, and the mock routes that answer it."""
    made = package(packages, case)
    document = json.dumps(expanded(canonical(cases.document(case))).data)
    (packages / made.__name__ / "openapi.json").write_text(document, "utf-8")
    routes = importlib.import_module(f"{made.__name__}.testing.routes")
    with routes.FoxReachMock() as mock, made.FoxReach(api_key="otr_key") as client:
        yield client, mock


def _with_rows(document: dict[str, Any]) -> dict[str, Any]:
    """Return the document with the examples of PAGED in place of its own."""
    for item in document["paths"].values():
        operations: list[Any] = [item[method] for method in cases.METHODS if method in item]
        for operation in operations:
            if "cursor" in operation.get("x-page", {}):
                name = operation["operationId"].rpartition(".")[2]
                operation["responses"]["200"]["content"]["application/json"]["example"] = PAGED[name]
    return document


def test_lists_are_paged_by_cursor(packages: Path) -> None:
    with sandboxed(packages, "cursor_list") as (client, sandbox):
        assert [pet.id for pet in client.pets.list(limit=2)] == ["p0", "p1", "p2", "p3", "p4"]
        assert [pet.id for pet in client.pets.list(limit=2, cursor="4")] == ["p4"]
        pages = [(len(page), page.next_cursor) for page in client.pets.favourites().pages()]
        assert pages == [(20, "20"), (20, "40"), (5, None)]
        assert sandbox.engine.log.operations["pets.list"] == 4


def test_shapes_are_checked_by_the_document_at_any_depth(packages: Path) -> None:
    with sandboxed(packages, "shapes") as (client, sandbox):
        assert client.pets.create(name="Tom", grid=[[1], None], homes={"a": None}).family.children[0].name == "Jo"
        http_client = httpx2.Client(transport=sandbox.transport(), headers={"x-pet-key": sandbox.key})
        wrong: dict[str, Any] = {
            "name": "Tom",
            "grid": [],
            "family": {"name": "K", "children": [{"name": "J", "children": [{"name": 1}]}]},
        }
        reply = http_client.post(f"{sandbox.url}/pets", json=wrong)
    assert reply.status_code == 422
    assert reply.json()["detail"][0]["loc"] == ["body", "family", "children", 0, "children", 0, "name"]


def test_headers_are_checked_by_the_document(packages: Path) -> None:
    with sandboxed(packages, "headers") as (client, sandbox):
        assert client.pets.create(x_tenant="t", x_depth=3, x_dry_run=True, name="Rex").name == "Rex"
        reply = httpx2.Client(transport=sandbox.transport()).get(
            f"{sandbox.url}/pets/p1", headers={"x-pet-key": sandbox.key}
        )
    assert reply.status_code == 422
    assert reply.json()["detail"][0]["loc"] == ["header", "x-tenant"]


def test_a_repeat_with_the_same_key_is_answered_like_the_first_and_carried_out_once(packages: Path) -> None:
    with sandboxed(packages, "idempotency") as (client, sandbox):
        sandbox.faults.next("pets.create", 1, Fault.close(after_work=True))
        client.pets.create(name="Rex", idempotency_key="k1")
        assert len(sandbox.engine.accepted) == 1
        assert sandbox.state.statuses.total() == 2
        with pytest.raises(StatusError, match="422"):
            client.pets.create(name="Tom", idempotency_key="k1")
        sandbox.reset()
        assert client.pets.create(name="Tom", idempotency_key="k1").name == "Rex"

"""The document of a FastAPI application, as FastAPI makes it: added `x-` keys alone give a client that works."""

from __future__ import annotations

import asyncio
import importlib
import json
import os
import sys
from collections.abc import Iterator
from datetime import UTC, datetime
from enum import Enum
from pathlib import Path
from typing import Annotated, Any, Literal, cast

import httpx2
import pytest
from fastapi import FastAPI, HTTPException, Query, Security
from fastapi.security import APIKeyHeader
from pydantic import BaseModel, Field

from generator.pipeline import generate
from generator.source.document import Document
from tests.generator.test_golden import HANDWRITTEN, ran

CALLS = {
    "create_lead": "leads.create", "list_leads": "leads.list", "get_lead": "leads.get", "delete_lead": "leads.delete",
}  # fmt: skip
USE = """
from typing import assert_type
from wire_fastapi import FoxReach
from wire_fastapi.models import Lead, Mail, NodeOutput, PhoneCall

client = FoxReach(api_key="otr_key")
lead = client.leads.create(email="a@example.com", tree={"name": "a"}, action={"kind": "mail", "subject": "Hi"})
assert_type(lead, Lead)
assert_type(lead.action, PhoneCall | Mail | None)
assert_type(client.leads.list(ids=[1]).to_list(), list[Lead])
assert_type(lead.tree, NodeOutput | None)
client.leads.create(emial="x")  # type: ignore[call-overload]
"""


class Status(str, Enum):  # noqa: UP042 - as most applications write it
    active = "active"
    do_not_contact = "do not contact"


class Call(BaseModel):
    kind: Literal["call"] = "call"
    minutes: int = Field(gt=0)


class Mail(BaseModel):
    kind: Literal["mail"] = "mail"
    subject: str


class Node(BaseModel):
    name: str
    children: list[Node] = []


class LeadIn(BaseModel):
    email: str = Field(min_length=3)
    score: float | None = None
    custom: dict[str, int] = {}
    status: Status = Status.active
    tree: Node | None = None
    action: Annotated[Call | Mail, Field(discriminator="kind")] | None = None


class Lead(LeadIn):
    id: int
    created: datetime
    extra: Any = None


class Leads(BaseModel):
    items: list[Lead]
    next_cursor: str | None = None


def application() -> FastAPI:
    """Return an application with the features that most have."""
    app, key, leads = FastAPI(), Security(APIKeyHeader(name="X-API-Key")), dict[int, Lead]()

    @app.post("/api/v1/leads", status_code=201)
    def create_lead(lead: LeadIn, _: str = key) -> Lead:
        made = Lead(**lead.model_dump(), id=len(leads) + 1, created=datetime(2026, 1, 2, tzinfo=UTC), extra={"a": [1]})
        leads[made.id] = made
        return made

    @app.get("/api/v1/leads")
    def list_leads(
        ids: Annotated[list[int] | None, Query()] = None,
        old: Annotated[bool | None, Query(deprecated=True)] = None,
        cursor: str | None = None,
        _: str = key,
    ) -> Leads:
        found = [lead for lead in leads.values() if ids is None or lead.id in ids]
        start = int(cursor or 0)
        return Leads(items=found[start : start + 1], next_cursor=str(start + 1) if found[start + 1 :] else None)

    @app.get("/api/v1/leads/{lead_id}")
    def get_lead(lead_id: int, _: str = key) -> Lead:
        if lead_id not in leads:
            raise HTTPException(404, "No such lead.")
        return leads[lead_id]

    @app.delete("/api/v1/leads/{lead_id}", status_code=204)
    def delete_lead(lead_id: int, _: str = key) -> None:
        del leads[lead_id]

    assert len({create_lead, list_leads, get_lead, delete_lead}) == len(app.routes) - 4
    return app


def with_keys(made: dict[str, Any]) -> dict[str, Any]:
    """Return what FastAPI made with added `x-` keys, and nothing else changed."""
    document: dict[str, Any] = json.loads(json.dumps(made))
    document["x-fill"] = {"server": "https://api.example.com"}
    for item in document["paths"].values():
        for operation in item.values():
            name = next(name for name in CALLS if operation["operationId"].startswith(name))
            operation["x-operation"] = CALLS[name]
            if name == "list_leads":
                operation |= {"x-result": "items"}
                operation["x-page"] = {"cursor": "cursor", "items": "items", "next": "next_cursor"}
    document["components"]["schemas"]["Call"]["x-model"] = "PhoneCall"
    return document


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """Return a folder on the path of imports with the generated package."""
    top = tmp_path_factory.mktemp("fastapi")
    tree = generate(Document("spec.yaml", with_keys(application().openapi()), {}), "0" * 64)
    for path, text in tree.items():
        target = top / "wire_fastapi" / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(text, "utf-8")
    sys.path.insert(0, str(top))
    yield top
    sys.path.remove(str(top))


def test_only_keys_that_begin_with_x_are_added() -> None:
    made = application().openapi()

    def without(node: Any) -> Any:
        if isinstance(node, list):
            return [without(item) for item in node]  # pyright: ignore[reportUnknownVariableType]
        if not isinstance(node, dict):
            return node
        return {key: without(value) for key, value in cast("dict[str, Any]", node).items() if key[:2] != "x-"}

    assert without(with_keys(made)) == without(made) == json.loads(json.dumps(made))


def test_the_client_calls_the_application(folder: Path) -> None:
    made = importlib.import_module("wire_fastapi")
    models = importlib.import_module("wire_fastapi.models")

    async def run() -> None:
        http_client = httpx2.AsyncClient(transport=httpx2.ASGITransport(app=application()))
        async with made.AsyncFoxReach(api_key="otr_key", http_client=http_client) as client:
            tree: dict[str, Any] = {"name": "a", "children": [{"name": "b", "children": []}]}
            lead = await client.leads.create(
                email="a@b", tree=tree, action={"kind": "call", "minutes": 2}, custom={"x": 1}
            )
            assert (lead.id, lead.status, lead.tree.children[0].name) == (1, models.Status.ACTIVE, "b")
            assert (lead.action, lead.extra) == (models.PhoneCall(minutes=2), {"a": [1]})
            assert lead.created == datetime(2026, 1, 2, tzinfo=UTC)
            await client.leads.create(email="c@d", status="do not contact")
            assert [each.id async for each in client.leads.list()] == [1, 2]
            assert [each.id async for each in client.leads.list(ids=[2, 3])] == [2]
            assert (await client.leads.get(2)).status == models.Status.DO_NOT_CONTACT
            with pytest.raises(made.StatusError, match="No such lead"):
                await client.leads.get(7)
            with pytest.raises(TypeError, match="minutes"):
                await client.leads.create(email="a@b", action={"kind": "call", "minutes": "x"})
            assert await client.leads.delete(1) is None

    asyncio.run(run())


def test_the_client_passes_mypy(folder: Path) -> None:
    (folder / "use.py").write_text(USE, "utf-8")
    (folder / "mypy.ini").write_text("[mypy]\nstrict = true\nwarn_unused_ignores = true\n")
    done = ran(
        sys.executable, "-m", "mypy", "use.py", "wire_fastapi", cwd=folder, MYPYPATH=os.pathsep.join(HANDWRITTEN)
    )
    assert done.stdout.startswith("Success"), done.stdout

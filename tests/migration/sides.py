"""The two sides of a row: a client of each package, connected to a sandbox of its own with the same contents."""

from __future__ import annotations

import ast
import asyncio
import inspect
import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass, replace
from importlib import import_module
from typing import Any

import foxreach_client
import httpx
import httpx2
import msgspec
from foxreach_sandbox import Sandbox
from foxreach_sandbox.clock import Clock
from foxreach_sandbox.http_messages import Reply, Request
from foxreach_testing.clients import async_client, sync_client

vendor: Any = import_module("foxreach")  # By name: it has no types.
OURS = {name: getattr(foxreach_client, name) for name in foxreach_client.__all__}
NAMES = {"asdict": asdict, "json": json, "replace": replace, "structs": msgspec.structs}
START = 1_700_000_000.0

Sent = tuple[str, str, Mapping[str, list[str]], Any]
"""Method, path, query and body of a request."""


class Bridge(httpx.BaseTransport, httpx.AsyncBaseTransport):
    """Carries requests of httpx to a sandbox."""

    def __init__(self, sandbox: Sandbox) -> None:
        self._sandbox = sandbox.transport()

    def handle_request(self, request: httpx.Request) -> httpx.Response:
        sent = httpx2.Request(request.method, str(request.url), headers=dict(request.headers), content=request.read())
        answer = self._sandbox.handle_request(sent)
        return httpx.Response(answer.status_code, headers=dict(answer.headers), content=answer.read())

    async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
        return self.handle_request(request)


@dataclass(frozen=True)
class Side:
    """The names that the code of a row may use, and the requests that its sandbox receives."""

    sandbox: Sandbox
    names: dict[str, Any]
    sent: list[Sent]

    def value_of(self, code: str) -> Any:
        """Return the value of an expression of the page."""
        compiled = compile(code, "docs/migration.md", "eval", ast.PyCF_ALLOW_TOP_LEVEL_AWAIT)
        value = eval(compiled, self.names)  # noqa: S307 - our own page
        return asyncio.run(value) if inspect.iscoroutine(value) else value


def old_side(*, waits: bool = False) -> Side:
    """Return the side of the vendor's SDK; *waits* for its async client."""
    sandbox, ids = seeded()
    client = (vendor.AsyncFoxReach if waits else vendor.FoxReach)(sandbox.key, base_url=sandbox.url)
    client._http._client._transport = Bridge(sandbox)
    return Side(sandbox, {**vars(vendor), **NAMES, **ids, "client": client}, recorded(sandbox))


def new_side(*, waits: bool = False) -> Side:
    """Return the side of this client."""
    sandbox, ids = seeded()
    sync, awaited = foxreach_client.FoxReach, foxreach_client.AsyncFoxReach
    client = async_client(awaited, sandbox) if waits else sync_client(sync, sandbox)
    return Side(sandbox, {**OURS, **NAMES, **ids, "client": client}, recorded(sandbox))


def seeded() -> tuple[Sandbox, dict[str, str]]:
    """Return a sandbox with 60 leads and a few objects of each other kind, and the names of their ids."""
    sandbox = Sandbox(limit=None, clock=Clock(start=START))
    account, url = str(sandbox.world.account("sales@example.com")["id"]), "https://shop.example.com/hooks"
    with sync_client(foxreach_client.FoxReach, sandbox) as client:
        lead = client.leads.create(email="jane@example.com", custom_fields={"teamSize": 3}, tags=["partner"]).id
        client.leads.import_leads(leads=[{"email": f"lead{number}@example.com"} for number in range(59)])
        draft, active, paused = (client.campaigns.create(name=name).id for name in ("draft", "active", "paused"))
        for campaign in (draft, active, paused):
            client.campaigns.sequences.create(campaign, subject="Hi", body="Hello")
            client.campaigns.add_accounts(campaign, account_ids=[account] if campaign != draft else [])
        client.campaigns.add_leads(active, lead_ids=[lead])
        client.campaigns.start(active)
        client.campaigns.start(paused)
        client.campaigns.pause(paused)
        sandbox.world.send(active, lead)
        reply = sandbox.world.reply(lead, "Tell me more", campaign=active, category="interested")
        client.leads.update(lead, status="active")
        step = client.campaigns.sequences.list(draft)[0].id
        template = client.templates.create(name="N", body="B").id
        webhook = client.webhooks.create(url=url, events=["email.sent"]).id
    ids = {"lead_id": lead, "account_id": account, "campaign_id": draft, "active_id": active, "paused_id": paused}
    ids |= {"sequence_id": step, "reply_id": str(reply["id"]), "template_id": template, "webhook_id": webhook}
    return sandbox, {**ids, "url": url, "email": "new@example.com"}


def recorded(sandbox: Sandbox) -> list[Sent]:
    """Return a list that grows with each request; page 1 is the default, so it is not in the query.

    The SDK changes a thread at a path that is not documented. The sandbox does not have it, so it is replaced.
    """
    sent, real = list[Sent](), sandbox.engine.handle

    def handle(request: Request) -> Reply:
        query = {name: value for name, value in request.values.items() if (name, value) != ("page", ["1"])}
        sent.append((request.method, request.path, query, json.loads(request.body or b"null")))
        path = request.path.replace("/inbox/rpl_", "/inbox/threads/rpl_") if request.method == "PATCH" else request.path
        return real(Request(request.method, path, request.query, request.headers, request.body))

    sandbox.engine.handle = handle  # type: ignore[method-assign]
    return sent

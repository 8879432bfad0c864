"""Finding out what an unanswered call came to, against a server: it reads, and never sends the call again."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from typing import Any

import anyio
import pytest
from foxreach_client import AsyncFoxReach, FoxReach, OutcomeUnknownError
from foxreach_runtime.operation import Call

from tests.client.cases import BY_CALL
from tests.faults.answers import answer, closing, replying
from tests.faults.calls import CALLS, COMPANY, DATE, EMAIL, KEY, NOW, Time
from tests.faults.server import Script, Server, serving

LEAD: dict[str, Any] = BY_CALL["leads.list"].success[1].example["data"][0]
META: dict[str, Any] = BY_CALL["leads.list"].success[1].example["meta"]


def listing(*leads: dict[str, Any]) -> Script:
    """Return a script that answers with a page of *leads*, created in the second in which it answers."""
    created = datetime.fromtimestamp(NOW, UTC).replace(tzinfo=None).isoformat()
    page = {"data": [LEAD | {"createdAt": created} | lead for lead in leads], "meta": META | {"total": len(leads)}}
    return replying(answer(200, json.dumps(page).encode(), f"Date: {DATE}"))


def settled(flavour: str, server: Server, call: Call[Any], waits: tuple[float, ...]) -> tuple[str, Time]:
    """Return what `settle` says of *call*, which gets no answer from *server*."""
    passing = Time()

    def sync() -> str:
        with FoxReach(api_key=KEY, base_url=server.url) as client:
            with pytest.raises(OutcomeUnknownError) as caught:
                passing.in_place_of(client).run(call)
            return caught.value.settle(waits)

    async def in_a_loop() -> str:
        async with AsyncFoxReach(api_key=KEY, base_url=server.url) as client:
            with pytest.raises(OutcomeUnknownError) as caught:
                await passing.in_place_of(client).run(call)
            return await caught.value.settle_async(waits)

    return (sync() if flavour == "sync" else anyio.run(in_a_loop)), passing


@pytest.mark.parametrize("flavour", ["sync", "async"])
@pytest.mark.parametrize(
    ("script", "result", "reads"),
    [
        (listing({"email": EMAIL, "company": COMPANY}), "applied", 1),
        (listing({"email": EMAIL.upper(), "company": COMPANY}), "applied", 1),
        (listing(), "not_observed", 2),
        (listing({"email": "someone.else@example.com", "company": COMPANY}), "unknown", 2),
        (listing({"email": EMAIL, "company": "Another"}), "unknown", 2),
        (listing({"email": EMAIL, "company": COMPANY, "createdAt": "2027-01-15T07:59:50"}), "unknown", 2),
        (replying(answer(404)), "unknown", 2),
    ],
    ids=["as sent", "as sent in another case", "none", "another lead", "other fields", "older", "not to be had"],
)
def test_a_lead_in_doubt_is_looked_for_and_never_made_again(
    flavour: str, script: Script, result: str, reads: int
) -> None:
    with serving(closing(), script) as server:
        found, passing = settled(flavour, server, CALLS["create"], (2.0, 5.0))
        server.close()
        first, *others = [request.partition(b"\r\n")[0] for request in server.received]
    assert (found, passing.waits) == (result, [2.0, 5.0][:reads])
    assert first == b"POST /leads HTTP/1.1"
    assert others == [b"GET /leads?email=jane.doe%40example.com HTTP/1.1"] * reads

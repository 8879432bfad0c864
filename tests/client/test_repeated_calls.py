"""A call that was sent twice says so, since what it reports may be its own doing; on the sandbox, in both flavours."""

from __future__ import annotations

import copy
import pickle
from typing import Any

import foxreach_client as fox
import msgspec
import pytest
from foxreach_client import AsyncFoxReach, FoxReach
from foxreach_sandbox import Fault, Sandbox
from foxreach_testing.clients import async_client, sync_client

from tests.client.flavours import settled

LEADS = [{"email": f"{name}@example.com"} for name in "abc"]


@pytest.fixture(params=["sync", "async"])
def flavour(request: pytest.FixtureRequest) -> str:
    return str(request.param)


def client_of(sandbox: Sandbox, flavour: str) -> Any:
    return sync_client(FoxReach, sandbox) if flavour == "sync" else async_client(AsyncFoxReach, sandbox)


@pytest.mark.parametrize(
    ("faults", "repeated"),
    [
        ([], False),
        ([Fault.close(after_work=True)], True),
        ([Fault.close()], True),  # which the client cannot tell from the one before
        ([Fault.status(503, after_work=True)], True),
        ([Fault.status(429, retry_after=1)], False),  # a 429 says that nothing was done
        ([Fault.close(after_work=True), Fault.status(429, retry_after=1)], True),
    ],
)
async def test_the_report_of_an_import_says_that_it_was_sent_twice(
    faults: list[Fault], repeated: bool, flavour: str
) -> None:
    sandbox = Sandbox(limit=None)
    client = client_of(sandbox, flavour)
    for _ in range(2):  # once plain, once raw
        for fault in faults:
            sandbox.faults.next("leads.import_leads", 1, fault)
        report = await settled(client.leads.import_leads(leads=LEADS))
        assert report.repeated is repeated
        assert report.created + report.duplicates == 3
        client = client.with_options()
    for fault in faults:
        sandbox.faults.next("leads.import_leads", 1, fault)
    reply = await settled(client.with_raw_response.leads.import_leads(leads=LEADS))
    assert (reply.repeated, reply.parse().repeated, reply.attempts) == (repeated, repeated, 1 + len(faults))
    assert len(sandbox.state.leads) == 3


async def test_the_raw_reply_of_any_call_says_that_an_earlier_attempt_may_have_been_carried_out(flavour: str) -> None:
    sandbox = Sandbox(limit=None)
    client = client_of(sandbox, flavour)
    lead = await settled(client.leads.create(email="a@example.com"))
    sandbox.faults.next("leads.update", 1, Fault.close(after_work=True))
    reply = await settled(client.with_raw_response.leads.update(lead.id, company="New"))
    assert (reply.repeated, reply.parse().company) == (True, "New")
    reply = await settled(client.with_raw_response.leads.update(lead.id, company="Newer"))
    assert not reply.repeated


def test_a_report_is_on_the_wire_what_the_server_sent() -> None:
    counts = {"created": 1, "restored": 0, "duplicates": 2, "errors": 0}
    wire: dict[str, Any] = {**counts, "duplicateEmails": [], "errorDetails": []}
    report = msgspec.convert(wire, fox.LeadImportReport)
    again = msgspec.structs.replace(report, repeated=True)
    assert (report.repeated, msgspec.to_builtins(report), msgspec.json.decode(report.to_json())) == (False, wire, wire)
    assert again != report
    assert report.to_dict()["repeated"] is False
    assert "repeated=True" in repr(again)
    assert copy.copy(again) == again
    assert pickle.loads(pickle.dumps(again)) == again  # noqa: S301
    assert msgspec.convert(msgspec.to_builtins(again), fox.LeadImportReport) == again

"""How the client is used, for the type checkers alone: each name has exactly the type it is said to have."""

import csv
from collections import deque
from collections.abc import AsyncIterator, Iterator, Sequence
from datetime import datetime
from typing import Any, assert_type

import pandas as pd
from foxreach_client import (
    UNSET,
    AsyncFoxReach,
    AsyncPage,
    AsyncPages,
    Campaign,
    ConflictError,
    Deletion,
    FoxReach,
    JsonValue,
    Lead,
    LeadCreate,
    LeadCreateDict,
    LeadImportReport,
    LeadStatus,
    LeadUpdate,
    LeadUpdateDict,
    Page,
    Pages,
    RawReply,
    RetryPolicy,
    SequenceStep,
    Thread,
    WebhookEvent,
)


def results(client: FoxReach) -> None:
    lead = client.leads.get("cld_1")
    assert_type(lead, Lead)
    assert_type(lead.created_at, datetime)
    assert_type(lead.status, LeadStatus)
    assert_type(client.leads.delete("cld_1"), Deletion)
    assert_type(client.campaigns.start("cmp_1"), Campaign)
    assert_type(client.campaigns.sequences.create("cmp_1", subject="Hi", body="Hello"), SequenceStep)
    assert_type(client.with_options(timeout=5.0, retry=RetryPolicy(max_attempts=6)), FoxReach)


def arguments(client: FoxReach) -> None:
    client.leads.create(email="a@example.com", first_name=None, company=UNSET, tags=("a", "b"))
    client.leads.create(email="a@example.com", custom_fields={"Team Size": 12}, status="active")
    client.leads.create(email="a@example.com", status=LeadStatus.ACTIVE)
    rows = [LeadCreate(email="a@example.com")]
    assert_type(client.leads.import_leads(leads=rows), LeadImportReport)
    client.leads.import_leads(leads=[{"email": "a@example.com"}], restore_soft_deleted=False)
    row: LeadCreateDict = {"email": "a@example.com", "first_name": "Ann"}
    client.leads.import_leads(leads=[row])
    client.leads.import_leads(leads=(LeadCreate(email=f"{number}@example.com") for number in range(3)))


def lists(client: FoxReach, ids: Iterator[str], by_id: dict[str, str], some: Sequence[str], given: Any) -> None:
    client.campaigns.add_leads("cmp_1", lead_ids=["cld_1"])
    client.campaigns.add_leads("cmp_1", lead_ids=("cld_1", "cld_2"))
    client.campaigns.add_leads("cmp_1", lead_ids={"cld_1"})
    client.campaigns.add_leads("cmp_1", lead_ids=by_id.keys())
    client.campaigns.add_leads("cmp_1", lead_ids=by_id.values())
    client.campaigns.add_leads("cmp_1", lead_ids=deque(ids))
    client.campaigns.add_leads("cmp_1", lead_ids=(lead.id for lead in client.leads.list()))
    client.campaigns.add_leads("cmp_1", lead_ids=map(str, ids))
    client.campaigns.add_leads("cmp_1", lead_ids=some)
    client.campaigns.add_leads("cmp_1", lead_ids=given)
    client.campaigns.add_leads("cmp_1", {"lead_ids": frozenset(ids)})
    client.campaigns.update("cmp_1", sending_days=range(1, 6))
    client.webhooks.create(url="https://example.com", events=("email.sent", WebhookEvent("lead.lost")))
    client.webhooks.create(url="https://example.com", events=list(WebhookEvent))
    client.request("GET", "/new", query={"a": some, "b": {1, 2}, "c": None, "d": map(str, ids), "e": by_id.keys()})


def columns(client: FoxReach, series: "pd.Series[str]", frame: pd.DataFrame) -> None:
    client.campaigns.add_leads("cmp_1", lead_ids=series)
    client.campaigns.add_leads("cmp_1", lead_ids=frame["id"])
    client.campaigns.add_leads("cmp_1", lead_ids=frame.index)
    client.request("GET", "/new", query={"a": series})


def rows(
    client: FoxReach, read: "csv.DictReader[str]", parsed: list[dict[str, str]], given: list[LeadCreateDict]
) -> None:
    client.leads.import_all(read)
    client.leads.import_all(parsed)
    client.leads.import_all(given)
    client.leads.import_all({"email": each} for each in parsed[0])


def bodies(client: FoxReach) -> None:
    assert_type(client.leads.create(LeadCreate(email="a@example.com")), Lead)
    changes: LeadUpdateDict = {"company": None}
    assert_type(client.leads.update("cld_1", changes), Lead)
    assert_type(client.leads.update("cld_1", {"status": "replied"}), Lead)
    assert_type(client.leads.update(lead_id="cld_1", values=LeadUpdate(company=None)), Lead)
    client.leads.import_leads({"leads": [{"email": "a@example.com"}]})
    client.campaigns.add_leads("cmp_1", {"lead_ids": ["cld_1"]})
    client.leads.upsert({"email": "a@example.com"})
    assert_type(client.with_raw_response.leads.create(email="a@example.com"), RawReply[Lead])
    assert_type(client.with_raw_response.leads.create(LeadCreate(email="a@example.com")), RawReply[Lead])


def paging(client: FoxReach) -> Iterator[str]:
    leads = client.leads.list(status="active", page_size=100)
    assert_type(leads, Pages[Lead])
    page = leads.first_page()
    assert_type(page, Page[Lead])
    assert_type(page.items, Sequence[Lead])
    assert_type(page.total, int)
    assert_type(page.next_page(), Page[Lead] | None)
    for lead in leads:
        assert_type(lead, Lead)
        yield lead.email
    for each in leads.pages():
        assert_type(each, Page[Lead])
    assert_type(leads.first(), Lead | None)
    assert_type(leads.one(), Lead)
    assert_type(leads.to_list(), list[Lead])
    assert_type(leads.prefetch(4), Pages[Lead])
    assert_type(page.to_dict(mode="json"), dict[str, Any])


def filters(client: FoxReach, search: str | None, status: LeadStatus | None, size: int | None) -> None:
    assert_type(client.leads.list(search=search, status=status, page_size=size, email=None), Pages[Lead])
    assert_type(client.inbox.list_threads(is_read=None, category="interested").first(), Thread | None)


def whole_replies(client: FoxReach) -> None:
    reply = client.with_raw_response.leads.get("cld_1")
    assert_type(reply, RawReply[Lead])
    assert_type(reply.parse(), Lead)
    assert_type(reply.status, int)
    assert_type(client.with_raw_response.leads.list(page_size=5), RawReply[Page[Lead]])


async def new_key() -> str:
    return "otr_k"


def keys() -> tuple[FoxReach, AsyncFoxReach, AsyncFoxReach]:
    return FoxReach(api_key=lambda: "otr_k"), AsyncFoxReach(api_key=new_key), AsyncFoxReach(api_key=lambda: "otr_k")


def beyond_the_spec(client: FoxReach) -> JsonValue:
    reply = client.request("GET", "/new", query={"a": 1, "b": ["x", "y"]})
    assert_type(reply, RawReply[JsonValue])
    client.request("PATCH", "/new", body=LeadUpdate(company=None), headers={"X-Trace": "1"}, repeat="idempotent")
    return reply.parse()


def refusals(client: FoxReach) -> str | None:
    try:
        client.leads.create(email="a@example.com")
    except ConflictError as error:
        assert_type(error.status, int)
        assert_type(error.documented, bool)
        assert_type(error.attempts, int)
        return error.detail
    return None


def user_data(lead: Lead) -> object:
    if not lead.custom_fields:
        return None
    assert_type(lead.custom_fields, dict[str, Any])
    return lead.custom_fields["Team Size"]


async def in_the_other_flavour() -> AsyncIterator[str]:
    async with AsyncFoxReach(api_key="otr_example") as client:
        assert_type(await client.leads.get("cld_1"), Lead)
        assert_type(await client.leads.delete("cld_1"), Deletion)
        leads = client.leads.list()
        assert_type(leads, AsyncPages[Lead])
        assert_type(await leads.first_page(), AsyncPage[Lead])
        assert_type(await leads.first(), Lead | None)
        assert_type(await leads.one(), Lead)
        assert_type(await leads.to_list(), list[Lead])
        assert_type(leads.prefetch(4), AsyncPages[Lead])
        async for lead in leads:
            assert_type(lead, Lead)
            yield lead.email
        assert_type(await client.with_raw_response.leads.get("cld_1"), RawReply[Lead])
        assert_type(await client.request("GET", "/new"), RawReply[JsonValue])
        assert_type(await client.with_raw_response.leads.list(), RawReply[AsyncPage[Lead]])

"""What the type checkers must refuse: an ignore that is not needed is itself a fault, so every line fails in both."""

# pyright: reportUnknownMemberType=false, reportUnknownVariableType=false

from collections.abc import AsyncIterator, Hashable

import httpx2
from foxreach_client import AsyncFoxReach, FoxReach, Lead, LeadCreate, parse_delivery
from foxreach_client.testing import factories


def wrong_arguments(client: FoxReach) -> None:
    client.leads.get(5)  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
    client.leads.create()  # type: ignore[call-overload]  # pyright: ignore[reportCallIssue]
    client.leads.create(email=None)  # type: ignore[call-overload]  # pyright: ignore[reportArgumentType]
    client.leads.create("a@example.com")  # type: ignore[call-overload]  # pyright: ignore[reportArgumentType]
    client.leads.create(email="a@example.com", firstName="A")  # type: ignore[call-overload]  # pyright: ignore[reportCallIssue]
    client.leads.list(page_size="5")  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
    client.leads.import_leads(leads=[{"mail": "a"}])  # type: ignore[list-item]  # pyright: ignore[reportArgumentType]


def wrong_results(client: FoxReach) -> None:
    client.leads.get("cld_1").frist_name  # type: ignore[attr-defined]  # pyright: ignore[reportAttributeAccessIssue]
    client.leads.get("cld_1").email = ""  # type: ignore[misc]  # pyright: ignore[reportAttributeAccessIssue]
    client.lead  # type: ignore[attr-defined]  # pyright: ignore[reportAttributeAccessIssue]
    len(client.leads.list())  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]


async def wrong_flavour(client: FoxReach, other: AsyncFoxReach) -> None:
    await client.leads.get("cld_1")  # type: ignore[misc]  # pyright: ignore[reportGeneralTypeIssues]
    other.leads.get("cld_1").email  # type: ignore[attr-defined]  # pyright: ignore[reportAttributeAccessIssue]
    for _ in other.leads.list():  # type: ignore[attr-defined]  # pyright: ignore[reportGeneralTypeIssues]
        pass


async def new_key() -> str:
    return "otr_k"


def wrong_values(client: FoxReach) -> None:
    client.leads.list(status="actve")  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
    client.webhooks.create(url="", events=["lead.lost"])  # type: ignore[list-item]  # pyright: ignore[reportArgumentType]
    client.inbox.update("rpl_1", category="bounce")  # type: ignore[call-overload]  # pyright: ignore[reportArgumentType]
    client.inbox.update("rpl_1", is_read=None)  # type: ignore[call-overload]  # pyright: ignore[reportArgumentType]
    client.campaigns.add_leads("cmp_1", ["cld_1"])  # type: ignore[call-overload]  # pyright: ignore[reportArgumentType]
    client.campaigns.add_leads("cmp_1", lead_ids=[5])  # type: ignore[list-item]  # pyright: ignore[reportArgumentType]
    client.campaigns.update(campaign="cmp_1")  # type: ignore[call-overload]  # pyright: ignore[reportCallIssue]
    FoxReach("otr_x")  # type: ignore[call-arg]  # pyright: ignore[reportCallIssue]
    FoxReach(http_client=httpx2.AsyncClient())  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
    AsyncFoxReach(http_client=httpx2.Client())  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
    FoxReach(api_key=new_key)  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
    FoxReach(api_key=lambda: 5)  # type: ignore[arg-type, return-value]  # pyright: ignore[reportArgumentType]
    FoxReach(allow_http="1")  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
    client.leads.update("cld_1", {"compny": None})  # type: ignore[call-overload]  # pyright: ignore[reportArgumentType]
    client.leads.update("cld_1", LeadCreate(email=""), company="")  # type: ignore[call-overload]  # pyright: ignore[reportCallIssue]
    client.request("GET", "/new", repeat="always")  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
    client.request("GET", "/new").parse()["data"]  # type: ignore[index, call-overload]  # pyright: ignore[reportIndexIssue, reportOptionalSubscript, reportArgumentType, reportCallIssue]
    FoxReach(pacing="fast")  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
    client.with_options(api_key="otr_x")  # type: ignore[call-arg]  # pyright: ignore[reportCallIssue]


def text_is_no_list(client: FoxReach, body: dict[str, str]) -> None:
    client.leads.create(email="a@example.com", tags="vip")  # type: ignore[call-overload]  # pyright: ignore[reportArgumentType]
    client.leads.create({"email": "a@example.com", "tags": "vip"})  # type: ignore[call-overload]  # pyright: ignore[reportArgumentType]
    client.leads.update("cld_1", tags="vip")  # type: ignore[call-overload]  # pyright: ignore[reportArgumentType]
    client.leads.update("cld_1", tags=body)  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
    client.leads.upsert(email="a@example.com", tags="vip")  # type: ignore[call-overload]  # pyright: ignore[reportArgumentType]
    client.campaigns.add_leads("cmp_1", lead_ids="cld_1")  # type: ignore[call-overload]  # pyright: ignore[reportArgumentType]
    client.campaigns.add_accounts("cmp_1", account_ids="acc_1")  # type: ignore[call-overload]  # pyright: ignore[reportArgumentType]
    client.campaigns.create(name="A", sending_days=b"12")  # type: ignore[call-overload]  # pyright: ignore[reportArgumentType]
    client.webhooks.create(url="", events="email.sent")  # type: ignore[call-overload]  # pyright: ignore[reportArgumentType]
    factories.lead(tags="vip")  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
    client.request("GET", "/x", query={"a": {"b": 1}})  # type: ignore[dict-item]  # pyright: ignore[reportArgumentType]
    client.request("GET", "/x", query={"a": b"b"})  # type: ignore[dict-item]  # pyright: ignore[reportArgumentType]
    client.request("GET", "/x", query={"a": object()})  # type: ignore[dict-item]  # pyright: ignore[reportArgumentType]


def a_model_has_no_hash(lead: Lead, new: LeadCreate) -> tuple[Hashable, Hashable]:
    print({lead})  # pyright: ignore[reportUnhashable]  # mypy checks no hash of an item or a key
    print({new: 1})  # pyright: ignore[reportUnhashable]
    return lead, new  # type: ignore[return-value]  # pyright: ignore[reportReturnType]


def pages_are_neither_true_nor_false(client: FoxReach) -> None:
    if client.leads.list():  # pyright: ignore[reportGeneralTypeIssues]
        print("some")
    client.nonsense()  # type: ignore[attr-defined]  # pyright: ignore[reportAttributeAccessIssue]


def wrong_compounds(client: FoxReach, rows: AsyncIterator[LeadCreate]) -> None:
    client.leads.upsert(first_name="A")  # type: ignore[call-overload]  # pyright: ignore[reportCallIssue]
    client.leads.upsert("a@example.com")  # type: ignore[call-overload]  # pyright: ignore[reportArgumentType]
    client.leads.upsert(email="a@example.com").email  # type: ignore[attr-defined]  # pyright: ignore[reportAttributeAccessIssue]
    client.leads.upsert(email="a@example.com").created.value  # type: ignore[attr-defined]  # pyright: ignore[reportAttributeAccessIssue]
    client.leads.import_all(5)  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
    client.leads.import_all(rows)  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
    client.leads.import_all([], batch_size="1000")  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
    client.leads.import_all([], on_progress=5)  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
    client.leads.import_all([]).creatd  # type: ignore[attr-defined]  # pyright: ignore[reportAttributeAccessIssue]


def wrong_pages(client: FoxReach) -> None:
    client.leads.list().first().email  # type: ignore[union-attr]  # pyright: ignore[reportOptionalMemberAccess]
    client.leads.list().one().emial  # type: ignore[attr-defined]  # pyright: ignore[reportAttributeAccessIssue]
    client.leads.list().first(5)  # type: ignore[call-arg]  # pyright: ignore[reportCallIssue]
    client.leads.list(strict="yes")  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
    client.leads.list().prefetch()  # type: ignore[call-arg]  # pyright: ignore[reportCallIssue]
    client.leads.list().prefetch("4")  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
    client.leads.list().to_list().one()  # type: ignore[attr-defined]  # pyright: ignore[reportAttributeAccessIssue]
    client.leads.list().first_page().to_dict("json")  # type: ignore[call-arg]  # pyright: ignore[reportCallIssue]
    client.leads.get("cld_1").to_dict(mode="yaml")  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
    client.leads.get("cld_1").to_dict().email  # type: ignore[attr-defined]  # pyright: ignore[reportAttributeAccessIssue]
    client.leads.get("cld_1").to_json(indent="  ")  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
    client.leads.list()[0]  # type: ignore[index]  # pyright: ignore[reportIndexIssue]
    client.leads.list().items  # type: ignore[attr-defined]  # pyright: ignore[reportAttributeAccessIssue]
    client.leads.list().first_page().next_page().items  # type: ignore[union-attr]  # pyright: ignore[reportOptionalMemberAccess]
    client.leads.list().first_page().items.append(None)  # type: ignore[attr-defined]  # pyright: ignore[reportAttributeAccessIssue]


def wrong_raw_replies(client: FoxReach) -> None:
    client.with_raw_response.leads.get("cld_1").email  # type: ignore[attr-defined]  # pyright: ignore[reportAttributeAccessIssue]
    client.with_raw_response.leads.get()  # type: ignore[call-arg]  # pyright: ignore[reportCallIssue]
    client.with_raw_response.leads.list().first_page()  # type: ignore[attr-defined]  # pyright: ignore[reportAttributeAccessIssue]


def absent_is_not_there(lead: Lead) -> int:
    return len(lead.tags)  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]


def text_is_no_raw_body(body: str) -> None:
    parse_delivery(body, None, "secret")  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]


async def wrong_awaits(client: AsyncFoxReach) -> None:
    await client.leads.create(email="a@example.com", tags="vip")  # type: ignore[call-overload]  # pyright: ignore[reportArgumentType]
    await client.request("GET", "/x", query={"a": {"b": 1}})  # type: ignore[dict-item]  # pyright: ignore[reportArgumentType]
    if client.leads.list():  # pyright: ignore[reportGeneralTypeIssues]
        client.nonsense()  # type: ignore[attr-defined]  # pyright: ignore[reportAttributeAccessIssue]
    client.leads.list().first().email  # type: ignore[attr-defined]  # pyright: ignore[reportAttributeAccessIssue]
    (await client.leads.list().first()).email  # type: ignore[union-attr]  # pyright: ignore[reportOptionalMemberAccess]
    await client.leads.list().prefetch(4)  # type: ignore[misc]  # pyright: ignore[reportGeneralTypeIssues]
    client.leads.upsert(email="a@example.com").created  # type: ignore[attr-defined]  # pyright: ignore[reportAttributeAccessIssue]
    client.leads.get("cld_1")  # type: ignore[unused-coroutine]  # pyright: ignore[reportUnusedCoroutine]
    await client.leads.list()  # type: ignore[misc]  # pyright: ignore[reportGeneralTypeIssues]
    client.leads.list().first_page().items  # type: ignore[attr-defined]  # pyright: ignore[reportAttributeAccessIssue]
    [lead.id for lead in client.leads.list()]  # type: ignore[attr-defined]  # pyright: ignore[reportGeneralTypeIssues]
    with client:  # type: ignore[attr-defined]  # pyright: ignore[reportGeneralTypeIssues]
        pass
    client.leads.lst()  # type: ignore[attr-defined]  # pyright: ignore[reportAttributeAccessIssue]

"""Where FoxReach's sources contradict each other, the client works with either reading."""

from typing import Any

import foxreach_client as fox
import httpx2
import pytest
from foxreach_client import AsyncFoxReach, FoxReach
from foxreach_sandbox import Fault, Sandbox, Variants
from foxreach_sandbox.__main__ import parser
from foxreach_sandbox.variants import CHOICES

from tests.client.flavours import settled
from tests.sandbox.asking import ask, made

FLAVOURS = pytest.mark.parametrize("flavour", ["sync", "async"])


def client_of(sandbox: Sandbox, flavour: str, key: str = "otr_sandbox") -> Any:
    """Return a client of *sandbox* within this process."""
    options: dict[str, Any] = {"api_key": key, "base_url": sandbox.url}
    if flavour == "sync":
        return FoxReach(**options, http_client=httpx2.Client(transport=sandbox.transport()))
    return AsyncFoxReach(**options, http_client=httpx2.AsyncClient(transport=sandbox.async_transport()))


def furnished(**variants: Any) -> tuple[Sandbox, dict[str, str]]:
    sandbox = Sandbox(seed="demo", variants=Variants(**variants))
    rows = {kind: sandbox.state.rows(kind)[0]["id"] for kind in ("leads", "templates", "accounts", "sequences")}
    draft = made(sandbox, "/campaigns", name="Draft")
    ask(sandbox, "POST", f"/campaigns/{draft}/leads", {"leadIds": [rows["leads"]]})
    ask(sandbox, "POST", f"/campaigns/{draft}/accounts", {"accountIds": [rows["accounts"]]})
    step = made(sandbox, f"/campaigns/{draft}/sequences", subject="One", body="Two")
    hook = made(sandbox, "/webhooks", url="https://example.com/hook", events=["lead.created"])
    return sandbox, {**rows, "draft": draft, "step": step, "hook": hook}


@FLAVOURS
@pytest.mark.parametrize("deletes", CHOICES["deletes"])
async def test_each_deletion_returns_the_same_with_and_without_a_body(deletes: int, flavour: str) -> None:
    sandbox, ids = furnished(deletes=deletes)
    client = client_of(sandbox, flavour)
    removals = [
        await settled(client.campaigns.remove_lead(ids["draft"], ids["leads"])),
        await settled(client.campaigns.remove_account(ids["draft"], ids["accounts"])),
    ]
    assert [removal.removed for removal in removals] == [True, True]
    deletions = {
        ids["step"]: client.campaigns.sequences.delete(ids["draft"], ids["step"]),
        ids["draft"]: client.campaigns.delete(ids["draft"]),
        ids["leads"]: client.leads.delete(ids["leads"]),
        ids["templates"]: client.templates.delete(ids["templates"]),
        ids["accounts"]: client.email_accounts.delete(ids["accounts"]),
        ids["hook"]: client.webhooks.delete(ids["hook"]),
    }
    for name, deletion in deletions.items():
        done = await settled(deletion)
        assert (done.id, done.deleted) == (name, True)
    assert sandbox.state.statuses[204] == (8 if deletes == 204 else 0)


@FLAVOURS
@pytest.mark.parametrize("deletes", CHOICES["deletes"])
async def test_a_deletion_is_a_success_after_a_lost_answer(deletes: int, flavour: str) -> None:
    sandbox, ids = furnished(deletes=deletes)
    sandbox.faults.next("leads.delete", 1, Fault.status(503, after_work=True, retry_after=0))
    assert (await settled(client_of(sandbox, flavour).leads.delete(ids["leads"]))).deleted


@FLAVOURS
@pytest.mark.parametrize(("status", "kind"), [(401, fox.AuthenticationError), (403, fox.PermissionDeniedError)])
async def test_both_statuses_of_a_bad_key_are_documented(
    status: Any, kind: type[fox.StatusError], flavour: str
) -> None:
    sandbox = Sandbox(variants=Variants(bad_key=status))
    with pytest.raises(kind) as caught:
        await settled(client_of(sandbox, flavour, "otr_wrong").inbox.stats())
    assert (caught.value.status, caught.value.documented) == (status, True)
    reader = sandbox.add_key("otr_reader", scopes=["read"])
    with pytest.raises(fox.PermissionDeniedError):
        await settled(client_of(sandbox, flavour, reader).leads.create(email="jane@example.com"))


@FLAVOURS
async def test_creating_an_existing_lead_is_a_conflict_or_returns_it(flavour: str) -> None:
    sandbox = Sandbox(seed="demo", variants=Variants(duplicates=201))
    known = sandbox.state.leads[0]
    lead = await settled(client_of(sandbox, flavour).leads.create(email=known["email"].upper(), company="Another"))
    assert (lead.id, lead.company, len(sandbox.state.leads)) == (known["id"], known["company"], 5)
    with pytest.raises(fox.ConflictError):
        await settled(client_of(Sandbox(seed="demo"), flavour).leads.create(email=known["email"]))


@FLAVOURS
@pytest.mark.parametrize(("lead_deletes", "outcome"), [("soft", (0, 1)), ("final", (1, 0))])
async def test_an_import_restores_a_deleted_lead_or_creates_a_new_one(
    lead_deletes: Any, outcome: tuple[int, int], flavour: str
) -> None:
    sandbox = Sandbox(seed="demo", variants=Variants(lead_deletes=lead_deletes))
    client, lead = client_of(sandbox, flavour), sandbox.state.leads[0]
    await settled(client.leads.delete(lead["id"]))
    done = await settled(client.leads.import_leads(leads=[{"email": lead["email"]}]))
    assert (done.created, done.restored) == outcome
    again = sandbox.state.lead(lead["email"])
    assert again is not None
    assert (again["id"] == lead["id"]) == (lead_deletes == "soft")


def test_each_variant_has_an_option_and_other_values_are_refused() -> None:
    given = parser().parse_args(
        "--deletes 204 --bad-key 401 --duplicates 201 --lead-deletes final --thread-path inbox "
        "--step-subject optional --template-html ignored".split()
    )
    assert [getattr(given, name) for name in CHOICES] == [204, 401, 201, "final", "inbox", "optional", "ignored"]
    assert [getattr(parser().parse_args([]), name) for name in CHOICES] == [
        200,
        403,
        409,
        "soft",
        "threads",
        "required",
        "kept",
    ]
    with pytest.raises(ValueError, match="deletes must be 200 or 204"):
        Variants(deletes=205)  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]

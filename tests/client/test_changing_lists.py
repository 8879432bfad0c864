"""Lists that change while they are read, on the sandbox: whatever happens between two items, in both flavours."""

from __future__ import annotations

import asyncio
from typing import Any
from unittest.mock import patch

import foxreach_client as fox
import pytest
from foxreach_client import AsyncFoxReach, FoxReach
from foxreach_sandbox import Fault, Sandbox
from foxreach_sandbox.behaviour import BEHAVIOURS
from foxreach_sandbox.behaviour.call import Call
from foxreach_testing.clients import async_client, sync_client
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, precondition, rule

from tests.client.flavours import listed, settled

WHO = ("this client", "others, who add", "others, who delete", "others, with strict")
END: Any = object()


def client_of(sandbox: Sandbox, flavour: str) -> Any:
    return sync_client(FoxReach, sandbox) if flavour == "sync" else async_client(AsyncFoxReach, sandbox)


class Reading(RuleBasedStateMachine):
    """Reads all leads while leads are created, updated and deleted between two of them."""

    @initialize(
        flavour=st.sampled_from(["sync", "async"]),
        who=st.sampled_from(WHO),
        newest_first=st.booleans(),
        size=st.integers(1, 4),
        count=st.integers(0, 15),
    )
    def begin(self, flavour: str, who: str, newest_first: bool, size: int, count: int) -> None:
        self.who, self.made, self.got = who, 0, list[str]()
        oldest_first = BEHAVIOURS["leads.list"]

        def in_order(call: Call) -> Any:
            return oldest_first(call)[:: -1 if newest_first else 1]

        self.order = patch.dict(BEHAVIOURS, {"leads.list": in_order})
        self.order.start()
        self.runner = asyncio.Runner()
        self.sandbox = Sandbox(limit=None)
        self.other: Any = sync_client(FoxReach, self.sandbox)
        self.client = client_of(self.sandbox, flavour)
        for _ in range(count):
            self.create(self.other)
        self.throughout = self.ids()
        leads = self.client.leads.list(page_size=size, strict=who == "others, with strict")
        self.items: Any = iter(leads) if flavour == "sync" else aiter(leads)
        self.take()

    def ids(self) -> set[str]:
        return {lead["id"] for lead in self.sandbox.state.leads}

    def do(self, value: Any) -> Any:
        return self.runner.run(settled(value))

    def create(self, client: Any) -> None:
        self.made += 1
        self.do(client.leads.create(email=f"lead{self.made}@example.com"))

    @property
    def changer(self) -> Any:
        """The client that changes the list: the one that reads it, or another one."""
        if self.who != "this client":
            return self.other
        return self.client.with_options() if self.made % 2 else self.client

    def next_item(self) -> Any:
        """Return the next item of the list, END after the last."""
        return next(self.items, END) if hasattr(self.items, "__next__") else self.do(anext(self.items, END))

    @rule()
    def take(self) -> None:
        """Read one item more."""
        if (item := self.next_item()) is not END:
            self.got.append(item.id)

    @precondition(lambda self: self.who != "others, who delete")
    @rule(count=st.integers(1, 4))
    def add(self, count: int) -> None:
        for _ in range(count):
            self.create(self.changer)

    @precondition(lambda self: self.who != "others, who add" and self.ids())
    @rule(data=st.data())
    def delete(self, data: st.DataObject) -> None:
        lead = data.draw(st.sampled_from(sorted(self.ids())))
        self.throughout -= {lead}
        self.do(self.changer.leads.delete(lead))

    @precondition(lambda self: self.ids())
    @rule(data=st.data())
    def update(self, data: st.DataObject) -> None:
        self.do(self.changer.leads.update(data.draw(st.sampled_from(sorted(self.ids()))), company="Changed"))

    def teardown(self) -> None:
        if not hasattr(self, "items"):
            return
        while (item := self.next_item()) is not END:
            self.got.append(item.id)
        self.order.stop()
        self.runner.close()
        assert len(self.got) == len(set(self.got))
        assert self.throughout <= set(self.got)


TestReading = Reading.TestCase
TestReading.settings = settings(max_examples=60, stateful_step_count=40)


@pytest.mark.parametrize("flavour", ["sync", "async"])
async def test_a_list_may_be_emptied_while_it_is_read(flavour: str) -> None:
    sandbox = Sandbox(limit=None)
    other = sync_client(FoxReach, sandbox)
    for number in range(1000):
        other.leads.create(email=f"lead{number}@example.com")
    client = client_of(sandbox, flavour)
    leads = client.leads.list(page_size=100)
    if flavour == "sync":
        for lead in leads:
            client.leads.delete(lead.id)
    else:
        async for lead in leads:
            await client.leads.delete(lead.id)
    assert sandbox.state.leads == []
    assert sandbox.engine.log.operations["leads.list"] == 10


@pytest.mark.parametrize("flavour", ["sync", "async"])
async def test_a_change_with_an_unknown_outcome_counts_as_a_change(flavour: str) -> None:
    sandbox = Sandbox(limit=None)
    other = sync_client(FoxReach, sandbox)
    for number in range(6):
        other.leads.create(email=f"lead{number}@example.com")
    client = client_of(sandbox, flavour)
    pages = client.leads.list(page_size=2).pages()
    first = next(pages) if flavour == "sync" else await anext(pages)
    sandbox.faults.always("leads.delete", Fault.close(after_work=True))
    with pytest.raises(fox.OutcomeUnknownError):
        await settled(client.with_options(retry=fox.RetryPolicy(max_attempts=1)).leads.delete(first.items[0].id))
    other.leads.create(email="new@example.com")  # so that the total is what it was
    rest = [lead.email for page in await listed(pages) for lead in page.items]
    assert rest == ["lead2@example.com", *(f"lead{number}@example.com" for number in (3, 4, 5)), "new@example.com"]


@pytest.mark.parametrize("flavour", ["sync", "async"])
async def test_an_error_of_a_page_says_where_to_continue(flavour: str) -> None:
    sandbox = Sandbox(limit=None)
    other = sync_client(FoxReach, sandbox)
    for number in range(6):
        other.leads.create(email=f"lead{number}@example.com")
    client = client_of(sandbox, flavour)
    pages = client.leads.list(page_size=2).pages()
    got = [lead.id for lead in (next(pages) if flavour == "sync" else await anext(pages)).items]
    sandbox.faults.next("leads.list", 1, Fault.status(403))
    with pytest.raises(fox.PermissionDeniedError) as caught:
        await listed(pages)
    assert caught.value.next_page == 2
    got += [lead.id for lead in await listed(client.leads.list(page_size=2, page=caught.value.next_page))]
    assert got == [lead["id"] for lead in sandbox.state.leads]


async def test_the_raw_form_of_a_list_has_the_keyword_too() -> None:
    client = sync_client(FoxReach, Sandbox(limit=None))
    assert client.with_raw_response.leads.list(strict=True).parse().total == 0

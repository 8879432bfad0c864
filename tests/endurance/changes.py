"""Every call that changes something, beside those whose rows are compared: each has a name, which the server notes."""

from __future__ import annotations

import random
from collections.abc import Callable, Generator
from typing import Any

from foxreach_client import FoxReachError

from tests.endurance.journal import NAME
from tests.endurance.server import Ids
from tests.endurance.told import Told

Act = Callable[[Any], Any]
NEVER_REPEATED = frozenset({"create", "start", "pause", "resume", "add_leads", "add_accounts", "send_reply"})


def changes(client: Any, told: Told, ids: Ids, who: str, lead: str) -> Generator[Callable[[], Any], Any, None]:
    """Yield calls on objects of their own, and note how each ends."""
    chance = random.Random(who)  # noqa: S311 - no secret

    def named(name: str, act: Act) -> Generator[Callable[[], Any], Any, Any]:
        call = f"{who}.{name}"
        outcome = yield lambda: act(client.with_options(headers={NAME: call}))
        error = told.end(outcome if isinstance(outcome, FoxReachError) else None)
        told.changed(call, error, once=name.rpartition(".")[2] in NEVER_REPEATED)
        return None if error else outcome

    def of(kind: str, made: Any, acts: dict[str, Act], rounds: int) -> Generator[Callable[[], Any], Any, None]:
        for name in chance.sample(sorted(acts), rounds) if made else ():
            yield from named(f"{kind}.{name}", acts[name])

    if chance.random() < 1 / 2:
        hook = yield from named(
            "webhooks.create",
            lambda c: c.webhooks.create(url="https://hooks.example.com/x", events=["reply.received"]),
        )
        yield from of("webhooks", hook, {"update": lambda c: c.webhooks.update(hook.id, is_active=False)}, 1)
        yield from of("webhooks", hook, {"delete": lambda c: c.webhooks.delete(hook.id)}, 1)
        yield from of("inbox", ids, {
            "update": lambda c: c.inbox.update(ids.thread, is_read=True),
            "send_reply": lambda c: c.inbox.send_reply(ids.thread, body="Thank you"),
        }, 1)  # fmt: skip
        return
    campaign = yield from named("campaigns.create", lambda c: c.campaigns.create(name=who))
    if campaign is None:
        return
    # What is removed is there: a removal in doubt whose repeat finds nothing counts as done, whoever did it.
    with_lead = yield from named("campaigns.add_leads", lambda c: c.campaigns.add_leads(campaign.id, lead_ids=[lead]))
    with_account = yield from named(
        "campaigns.add_accounts", lambda c: c.campaigns.add_accounts(campaign.id, account_ids=[ids.account])
    )
    yield from of("campaigns", campaign, {
        "update": lambda c: c.campaigns.update(campaign.id, daily_limit=10),
        "start": lambda c: c.campaigns.start(campaign.id),
        "pause": lambda c: c.campaigns.pause(campaign.id),
        "resume": lambda c: c.campaigns.resume(campaign.id),
    }, 3)  # fmt: skip
    step = yield from named(
        "sequences.create", lambda c: c.campaigns.sequences.create(campaign.id, subject="Hi", body="Hello")
    )
    yield from of("sequences", step, {
        "update": lambda c: c.campaigns.sequences.update(campaign.id, step.id, delay_days=2),
    }, 1)  # fmt: skip
    yield from of("sequences", step, {"delete": lambda c: c.campaigns.sequences.delete(campaign.id, step.id)}, 1)
    yield from of("campaigns", with_lead, {"remove_lead": lambda c: c.campaigns.remove_lead(campaign.id, lead)}, 1)
    yield from of("campaigns", with_account, {
        "remove_account": lambda c: c.campaigns.remove_account(campaign.id, ids.account),
    }, 1)  # fmt: skip
    yield from named("campaigns.delete", lambda c: c.campaigns.delete(campaign.id))

"""Every call that changes something, beside those whose rows are compared: each has a name, which the server notes."""

from __future__ import annotations

import json
import random
from collections.abc import Callable, Generator
from importlib.resources import files
from typing import Any, Protocol

from foxreach_client import FoxReachError

from tests.endurance.journal import NAME
from tests.endurance.server import GONE, Ids
from tests.endurance.told import Told

Act = Callable[[Any], Any]
Steps = Generator[Callable[[], Any], Any, None]
Named = Callable[[str, Act], Generator[Callable[[], Any], Any, Any]]
DOCUMENT = json.loads(files("foxreach_client").joinpath("openapi.json").read_text("utf-8"))
REPEAT: dict[str, str] = {
    operation["operationId"]: operation["x-call"]["repeat"]
    for path in DOCUMENT["paths"].values()
    for operation in path.values()
    if "x-call" in operation
}
CHANGING = {name for name, repeat in REPEAT.items() if repeat != "safe"}


class Of(Protocol):
    """Makes one or more of some calls on an object, in any order, if it was made."""

    def __call__(self, kind: str, made: Any, acts: dict[str, Act], rounds: int = 1) -> Steps: ...


def changes(client: Any, told: Told, ids: Ids, who: str, lead: str) -> Steps:
    """Yield calls on objects of their own, and note how each ends."""
    chance = random.Random(who)  # noqa: S311 - no secret

    def named(name: str, act: Act) -> Generator[Callable[[], Any], Any, Any]:
        call = f"{who}.{name}"
        outcome = yield lambda: act(client.with_options(headers={NAME: call}))
        error = told.end(name, outcome if isinstance(outcome, FoxReachError) else None)
        told.changed(call, error, once=REPEAT[name] == "never")
        return None if error else outcome

    def of(kind: str, made: Any, acts: dict[str, Act], rounds: int = 1) -> Steps:
        for name in chance.sample(sorted(acts), rounds) if made else ():
            yield from named(f"{kind}.{name}", acts[name])

    yield from chance.choice((_single_objects, _hooks_and_threads, _campaign))(named, of, ids, who, lead)


def _hooks_and_threads(named: Named, of: Of, ids: Ids, who: str, lead: str) -> Steps:
    hook = yield from named(
        "webhooks.create", lambda c: c.webhooks.create(url="https://hooks.example.com/x", events=["reply.received"])
    )
    yield from of("webhooks", hook, {"update": lambda c: c.webhooks.update(hook.id, is_active=False)})
    yield from of("webhooks", hook, {"delete": lambda c: c.webhooks.delete(hook.id)})
    yield from of("inbox", ids, {
        "update": lambda c: c.inbox.update(ids.thread, is_read=True),
        "send_reply": lambda c: c.inbox.send_reply(ids.thread, body="Thank you"),
    })  # fmt: skip


def _single_objects(named: Named, of: Of, ids: Ids, who: str, lead: str) -> Steps:
    mine = yield from named("leads.create", lambda c: c.leads.create(email=f"{GONE}{who}@example.com"))
    yield from of("leads", mine, {"delete": lambda c: c.leads.delete(mine.id)})
    text = yield from named("templates.create", lambda c: c.templates.create(name=f"{GONE}{who}", body="Hello"))
    yield from of("templates", text, {"update": lambda c: c.templates.update(text.id, body="Bye")})
    yield from of("templates", text, {"delete": lambda c: c.templates.delete(text.id)})
    account = next(ids.spare, None)
    yield from of("email_accounts", account, {"delete": lambda c: c.email_accounts.delete(account)})


def _campaign(named: Named, of: Of, ids: Ids, who: str, lead: str) -> Steps:
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
        "campaigns.sequences.create", lambda c: c.campaigns.sequences.create(campaign.id, subject="Hi", body="Hello")
    )
    yield from of("campaigns.sequences", step, {
        "update": lambda c: c.campaigns.sequences.update(campaign.id, step.id, delay_days=2),
    })  # fmt: skip
    yield from of("campaigns.sequences", step, {"delete": lambda c: c.campaigns.sequences.delete(campaign.id, step.id)})
    yield from of("campaigns", with_lead, {"remove_lead": lambda c: c.campaigns.remove_lead(campaign.id, lead)})
    yield from of("campaigns", with_account, {
        "remove_account": lambda c: c.campaigns.remove_account(campaign.id, ids.account),
    })  # fmt: skip
    yield from named("campaigns.delete", lambda c: c.campaigns.delete(campaign.id))

"""The rows that a sandbox starts with, created through its own API and world."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from .http_messages import BASE, Request, decoded, encoded
from .keys import FIRST

if TYPE_CHECKING:
    from .engine import Engine
    from .world import World

PEOPLE = (
    ("Lea", "Doe", "Acme", "Head of Sales"),
    ("John", "Roe", "Globex", "Buyer"),
    ("Mia", "Berg", "Initech", "Founder"),
    ("Noah", "Lind", "Umbrella", None),
    ("Ida", "Holm", "Acme", "Engineer"),
)


def empty(_engine: "Engine", _world: "World") -> None:
    """Leave the workspace empty."""


def demo(engine: "Engine", world: "World") -> None:
    """Fill the workspace with a few rows of each kind."""
    account = world.account("sales@example.com", displayName="Sales")["id"]
    leads = [
        _create(engine, "/leads", email=f"{first.lower()}@example.com", firstName=first, lastName=last, **more)
        for first, last, company, title in PEOPLE
        for more in ({"company": company, "title": title, "tags": ["partner"] if company == "Acme" else []},)
    ]
    campaign = _create(engine, "/campaigns", name="Spring outreach", context="We sell analytics to sales teams.")
    step = {"subject": "Quick question", "body": "{Hi|Hello} {{firstName}}, a quick question."}
    _create(engine, f"/campaigns/{campaign}/sequences", **step)
    _post(engine, f"/campaigns/{campaign}/leads", leadIds=leads[:3])
    _post(engine, f"/campaigns/{campaign}/accounts", accountIds=[account])
    _post(engine, f"/campaigns/{campaign}/start")
    for lead in leads[:3]:
        world.send(campaign, lead)
    world.open(campaign, leads[0])
    world.reply(leads[0], "Sounds interesting, tell me more.", campaign=campaign, category="interested")
    world.reply(leads[1], "I am away until Monday.", campaign=campaign, category="out_of_office")
    _create(engine, "/campaigns", name="Summer outreach")
    _create(engine, "/templates", name="First mail", body="Hi {{firstName}}", subject="Quick question")


def _create(engine: "Engine", path: str, **body: object) -> str:
    return str(_post(engine, path, **body)["id"])


def _post(engine: "Engine", path: str, **body: object) -> dict[str, object]:
    headers = {"x-api-key": FIRST, "content-type": "application/json"}
    reply = engine.handle(Request("POST", f"{BASE}{path}", "", headers, encoded(body)))
    if reply.status >= 300:
        raise RuntimeError(f"the seed got status {reply.status} at {path}")
    data: dict[str, object] = decoded(reply.body)["data"]
    return data


SEEDS: dict[str, "Callable[[Engine, World], None]"] = {"empty": empty, "demo": demo}

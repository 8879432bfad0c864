"""What a sandbox starts with."""

from typing import TYPE_CHECKING

from .exchange import BASE, Request, decoded, encoded

if TYPE_CHECKING:
    from .sandbox import Sandbox

PEOPLE = (
    ("Lea", "Doe", "Acme", "Head of Sales"),
    ("John", "Roe", "Globex", "Buyer"),
    ("Mia", "Berg", "Initech", "Founder"),
    ("Noah", "Lind", "Umbrella", None),
    ("Ida", "Holm", "Acme", "Engineer"),
)


def empty(_: "Sandbox") -> None:
    """Leave the workspace empty."""


def demo(sandbox: "Sandbox") -> None:
    """Fill the workspace with a few of everything, made through the API as far as that can."""
    world = sandbox.world
    account = world.account("sales@example.com", displayName="Sales")["id"]
    leads = [
        _made(sandbox, "/leads", email=f"{first.lower()}@example.com", firstName=first, lastName=last, **more)
        for first, last, company, title in PEOPLE
        for more in ({"company": company, "title": title, "tags": ["partner"] if company == "Acme" else []},)
    ]
    campaign = _made(sandbox, "/campaigns", name="Spring outreach", context="We sell analytics to sales teams.")
    step = {"subject": "Quick question", "body": "{Hi|Hello} {{firstName}}, a quick question."}
    _made(sandbox, f"/campaigns/{campaign}/sequences", **step)
    _sent(sandbox, f"/campaigns/{campaign}/leads", leadIds=leads[:3])
    _sent(sandbox, f"/campaigns/{campaign}/accounts", accountIds=[account])
    _sent(sandbox, f"/campaigns/{campaign}/start")
    for lead in leads[:3]:
        world.send(campaign, lead)
    world.open(campaign, leads[0])
    world.reply(leads[0], "Sounds interesting, tell me more.", campaign=campaign, category="interested")
    world.reply(leads[1], "I am away until Monday.", campaign=campaign, category="out_of_office")
    _made(sandbox, "/campaigns", name="Summer outreach")
    _made(sandbox, "/templates", name="First mail", body="Hi {{firstName}}", subject="Quick question")


def _made(sandbox: "Sandbox", path: str, **body: object) -> str:
    return str(_sent(sandbox, path, **body)["id"])


def _sent(sandbox: "Sandbox", path: str, **body: object) -> dict[str, object]:
    headers = {"x-api-key": sandbox.key, "content-type": "application/json"}
    reply = sandbox.engine.handle(Request("POST", f"{BASE}{path}", "", headers, encoded(body)))
    if reply.status >= 300:
        raise RuntimeError(f"the seed met {reply.status} at {path}")
    data: dict[str, object] = decoded(reply.body)["data"]
    return data


SEEDS = {"empty": empty, "demo": demo}

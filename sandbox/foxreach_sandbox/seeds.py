"""The rows that a sandbox starts with: created through its own API and world, or those of a snapshot.

A seed of your own is JSON, either a snapshot or lists of request bodies by kind:

    {"accounts": [{"email": "sales@example.com"}],
     "leads": [{"email": "jane@example.com", "tags": ["vip"]}],
     "campaigns": [{"name": "Spring", "sequences": [{"subject": "Hi", "body": "Hello"}],
                    "leads": ["jane@example.com"], "accounts": ["sales@example.com"], "start": true}],
     "templates": [{"name": "First mail", "body": "Hi"}],
     "webhooks": [{"url": "http://127.0.0.1:9000/", "events": ["lead.created"]}]}
"""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

from .document import Json, is_list, is_object
from .http_messages import BASE, Request, decoded, encoded
from .keys import FIRST
from .snapshots import check_row, check_rows, check_snapshot
from .validation import read_body

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


def _create(engine: "Engine", path: str, /, **body: object) -> str:
    return str(_post(engine, path, **body)["id"])


def _post(engine: "Engine", path: str, /, **body: object) -> dict[str, object]:
    headers = {"x-api-key": FIRST, "content-type": "application/json"}
    reply = engine.handle(Request("POST", f"{BASE}{path}", "", headers, encoded(body)))
    if reply.status >= 300:
        raise ValueError(f"POST {path} answered {reply.status}: {_reason(decoded(reply.body)['detail'])}")
    data: dict[str, object] = decoded(reply.body)["data"]
    return data


def _reason(detail: Any) -> str:
    """Return the detail of an error in words."""
    if not is_list(detail):
        return str(detail)
    return "; ".join(f"{'.'.join(map(str, each['loc'][1:]))}: {each['msg']}" for each in detail)


SEEDS: dict[str, "Callable[[Engine, World], None]"] = {"empty": empty, "demo": demo}
LISTS = ("accounts", "leads", "campaigns", "templates", "webhooks")
TEXTS: Json = {"type": "array", "items": {"type": "string"}}
STEPS: Json = {"type": "array", "items": {"type": "object"}}
# What the bodies need before they can be sent; the API checks the rest.
BODIES: dict[str, Json] = {
    "accounts": {"type": "object", "required": ["email"], "properties": {"email": {"type": "string"}}},
    "campaigns": {
        "type": "object",
        "properties": {"sequences": STEPS, "leads": TEXTS, "accounts": TEXTS, "start": {"type": "boolean"}},
    },
}
Seed = str | Path | Json


def read_seed(seed: Seed) -> str | Json:
    """Return the name of a seed, or what its file contains; ValueError if there is no such seed."""
    if isinstance(seed, str) and seed in SEEDS:
        return seed
    if is_object(seed):
        found: Any = seed
    elif not Path(str(seed)).is_file():
        raise ValueError(f"seed must be {', '.join(SEEDS)} or a JSON file, and {str(seed)!r} is no file")
    else:
        try:
            found = decoded(Path(str(seed)).read_bytes())
        except ValueError as error:
            raise ValueError(f"{seed} is no JSON: {error}") from None
    if not is_object(found):
        raise ValueError("a seed must be an object")
    if found.keys() == {"data"} and is_object(found["data"]):  # As GET /_sandbox/snapshot answers.
        found = found["data"]
    return check_snapshot(found) if "rows" in found else _check_lists(found)


def fill(seed: str | Json, engine: "Engine", world: "World") -> None:
    """Create the rows of *seed*."""
    if isinstance(seed, str):
        SEEDS[seed](engine, world)
    elif "rows" in seed:
        restore(seed, engine)
    else:
        _fill_lists(seed, engine, world)


def restore(snapshot: Any, engine: "Engine") -> None:
    """Replace all rows by those of *snapshot*; ValueError if it is none, and nothing is changed."""
    checked = check_snapshot(snapshot)
    check_rows(engine.document, checked)
    engine.store.restore(checked)


def _check_lists(seed: Json) -> Json:
    for name, bodies in seed.items():
        if name not in LISTS:
            raise ValueError(f"unknown rows {name!r} in the seed; expected one of: {', '.join(LISTS)}")
        if not is_list(bodies) or not all(is_object(body) for body in bodies):
            raise ValueError(f"{name} of the seed must be a list of objects")
        for number, body in enumerate(bodies):
            for fault in read_body(BODIES.get(name, {}), body)[1]:
                place = ".".join(map(str, fault["loc"][1:]))
                raise ValueError(f"{name} of the seed, number {number}: {place}: {fault['msg']}")
    return seed


def _fill_lists(seed: Json, engine: "Engine", world: "World") -> None:
    for number, body in enumerate(seed.get("accounts", ())):
        check_row(engine.document, "accounts", {"id": "", **body}, f"accounts of the seed, number {number}")
    ids: dict[Any, str] = {}
    for kind in LISTS:
        for number, body in enumerate(seed.get(kind, ())):
            try:
                ids[body.get("email")] = _made(kind, body, ids, engine, world)
            except ValueError as error:
                raise ValueError(f"{kind} of the seed, number {number}: {error}") from None


def _made(kind: str, body: Json, ids: dict[Any, str], engine: "Engine", world: "World") -> str:
    """Create a row of *kind* and return its id; *ids* are those of leads and accounts by their addresses."""
    if kind == "accounts":
        return str(world.account(**body)["id"])
    if kind != "campaigns":
        return _create(engine, f"/{kind}", **body)
    own = {name: value for name, value in body.items() if name not in ("sequences", "leads", "accounts", "start")}
    made = _create(engine, "/campaigns", **own)
    for step in body.get("sequences", ()):
        _create(engine, f"/campaigns/{made}/sequences", **step)
    for members, field in (("leads", "leadIds"), ("accounts", "accountIds")):
        if body.get(members):
            _post(engine, f"/campaigns/{made}/{members}", **{field: [ids.get(each, each) for each in body[members]]})
    if body.get("start"):
        _post(engine, f"/campaigns/{made}/start")
    return made

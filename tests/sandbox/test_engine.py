"""Behaviour of every operation: routes, keys, scopes, validation, pages, rate limit, examples."""

import copy
import json
import time
from importlib.resources import files
from typing import Any

import pytest
from foxreach_sandbox import Clock, Sandbox
from foxreach_sandbox.behaviour import BEHAVIOURS
from foxreach_sandbox.document import Json, read
from foxreach_sandbox.http_messages import Request

from tests.client.cases import BY_CALL
from tests.sandbox.asking import ask, made

OPERATIONS = read().operations
FROM_EXAMPLES = frozenset[str]()  # Operations that have no behaviour yet: a new one stands here until it has.


def values_of(sandbox: Sandbox) -> dict[str, str]:
    """Return one id of each kind of row in the demo workspace, by path parameter."""
    ids = {kind: sandbox.state.rows(kind)[0]["id"] for kind in ("campaigns", "sequences", "templates", "accounts")}
    hook = made(sandbox, "/webhooks", url="https://example.com/hook", events=["lead.created"])
    return {
        "lead_id": sandbox.state.leads[0]["id"],
        "campaign_id": ids["campaigns"],
        "sequence_id": ids["sequences"],
        "template_id": ids["templates"],
        "account_id": ids["accounts"],
        "reply_id": sandbox.state.rows("threads")[0]["id"],
        "webhook_id": hook,
    }


def id_of(segment: str, values: dict[str, str], name: str) -> str:
    """Return the value of a path parameter; an operation that answers from its example takes any."""
    assert segment[1:-1] in values or name in FROM_EXAMPLES, f"add an id for {segment} of {name} to values_of() here"
    return values.get(segment[1:-1], "any")


def test_each_operation_has_a_behaviour_or_is_listed_as_having_none() -> None:
    without = ", ".join(sorted(set(OPERATIONS) - set(BEHAVIOURS) - FROM_EXAMPLES))
    advice = "Write their behaviour in sandbox/foxreach_sandbox/behaviour/, or add their names to FROM_EXAMPLES here."
    assert not without, f"the sandbox has no behaviour for {without}. {advice}"
    gone = ", ".join(sorted(set(BEHAVIOURS) - set(OPERATIONS)))
    advice = "Rename or remove them in BEHAVIOURS of their module in sandbox/foxreach_sandbox/behaviour/."
    assert not gone, f"the spec has no operation for the behaviour {gone}. {advice}"
    assert not FROM_EXAMPLES - set(OPERATIONS), "remove names from FROM_EXAMPLES that the spec does not have"
    assert not FROM_EXAMPLES & set(BEHAVIOURS), "remove names from FROM_EXAMPLES that have a behaviour now"


@pytest.mark.parametrize("name", BY_CALL)
def test_every_operation_answers_as_the_spec_says(name: str) -> None:
    sandbox = Sandbox(seed="demo")
    values, operation, said = values_of(sandbox), OPERATIONS[name], BY_CALL[name]
    body: Any = said.body and copy.deepcopy(said.body.example)
    for field, known in (("leadIds", "lead_id"), ("accountIds", "account_id")):
        if body and field in body:
            body[field] = [values[known]]
    path = "/" + "/".join(id_of(part, values, name) if part[0] == "{" else part for part in operation.segments)
    path += "?" + "&".join(f"{each}={wire}" for each, (_, wire) in said.query.items() if each in said.required)
    # The first campaign of the demo is active, where these are refused.
    refused = {"campaigns.update", "campaigns.delete", "campaigns.start", "campaigns.resume"}
    refused |= {f"campaigns.sequences.{each}" for each in ("create", "update", "delete")}
    assert (ask(sandbox, operation.method, path, body).status >= 400) == (name in refused)


def test_a_new_operation_of_the_spec_is_served_from_its_example() -> None:
    document: Any = json.loads(files("foxreach_client").joinpath("openapi.json").read_text("utf-8"))
    new = copy.deepcopy(document["paths"]["/leads/{lead_id}"]["get"])
    new["operationId"] = "leads.score"
    new["responses"]["200"]["content"]["application/json"]["example"] = {"data": {"score": 7}}
    document["paths"]["/leads/{lead_id}/score"] = {"get": new}
    sandbox = Sandbox(document=json.dumps(document))
    headers = {"x-api-key": sandbox.key}
    reply = sandbox.engine.handle(Request("GET", "/api/v1/leads/cld_1/score", "", headers))
    assert (reply.status, json.loads(reply.body)) == (200, {"data": {"score": 7}})
    assert sandbox.engine.handle(Request("GET", "/api/v1/leads/cld_1/score")).status == 403


def test_the_document_is_read_once_for_all_sandboxes() -> None:
    assert Sandbox().engine.document is Sandbox(seed="demo").engine.document


def test_an_unknown_path_is_404_and_an_unknown_method_405() -> None:
    sandbox = Sandbox()
    assert ask(sandbox, "GET", "/nothing").status == 404
    answer = ask(sandbox, "PUT", "/leads/x")
    assert (answer.status, answer.headers["Allow"]) == (405, "DELETE, GET, PATCH")


def test_keys_have_scopes_and_a_workspace() -> None:
    sandbox = Sandbox()
    reader = sandbox.add_key("otr_reader", scopes=["read"])
    stranger = sandbox.add_key("otr_stranger", workspace="second")
    lead = made(sandbox, "/leads", email="jane@example.com")
    assert ask(sandbox, "GET", f"/leads/{lead}", key=reader).status == 200
    answer = ask(sandbox, "DELETE", f"/leads/{lead}", key=reader)
    assert (answer.status, answer.body) == (403, {"detail": "API key lacks the required scope"})
    assert ask(sandbox, "GET", f"/leads/{lead}", key=stranger).status == 404
    assert ask(sandbox, "POST", "/leads", {"email": "jane@example.com"}, key=stranger).status == 201
    assert ask(sandbox, "GET", "/leads", key="otr_wrong").body == {"detail": "Invalid API key"}


Refused = tuple[str, Json | None, list[object], str]
REFUSED: list[Refused] = [
    ("/leads", {}, ["body", "email"], "missing"),
    ("/leads", {"email": 5}, ["body", "email"], "string_type"),
    ("/leads", {"email": "no address"}, ["body", "email"], "value_error"),
    ("/leads", {"email": "a@example.com", "status": "x"}, ["body", "status"], "enum"),
    ("/leads/import", {"leads": [{"email": 5}]}, ["body", "leads", 0, "email"], "string_type"),
    ("/campaigns", {"name": "x", "dailyLimit": -1}, ["body", "dailyLimit"], "greater_than_equal"),
    ("/webhooks", {"url": "https://x.example", "events": ["x"]}, ["body", "events", 0], "enum"),
    ("/templates", None, ["body"], "missing"),
]


@pytest.mark.parametrize(("path", "body", "loc", "kind"), REFUSED)
def test_a_bad_body_is_422_in_the_shape_of_fastapi(path: str, body: object, loc: list[object], kind: str) -> None:
    answer = ask(Sandbox(), "POST", path, body)
    assert answer.status == 422
    assert [(fault["loc"], fault["type"]) for fault in answer.body["detail"]] == [(loc, kind)]


@pytest.mark.parametrize("query", ["page=0", "pageSize=101", "pageSize=x", "status=brand_new"])
def test_a_bad_query_is_422(query: str) -> None:
    answer = ask(Sandbox(), "GET", f"/leads?{query}")
    assert answer.status == 422
    assert answer.body["detail"][0]["loc"] == ["query", query.partition("=")[0]]


@pytest.mark.parametrize("body", [b"{", b"NaN", b"[" * 100_000, b"\xff"])
def test_invalid_json_is_400(body: bytes) -> None:
    sandbox = Sandbox(seed="demo")
    assert ask(sandbox, "POST", "/leads", body).status == 400
    assert ask(sandbox, "PATCH", f"/templates/{sandbox.state.rows('templates')[0]['id']}", body).status == 400


def test_the_last_page_has_the_remaining_rows() -> None:
    sandbox = Sandbox(seed="demo")
    answer = ask(sandbox, "GET", "/leads?page=2&pageSize=3")
    assert answer.body["meta"] == {"page": 2, "pageSize": 3, "total": 5, "totalPages": 2}
    assert len(answer.data) == 2
    assert ask(sandbox, "GET", "/leads?page=9").data == []


@pytest.mark.parametrize("window", ["fixed", "log", "counter"])
def test_a_call_over_the_limit_is_429_until_the_reset(window: str) -> None:
    sandbox = Sandbox(limit=3, window=window, clock=Clock(start=1_800_000_000))
    seen = [ask(sandbox, "GET", "/leads") for _ in range(4)]
    assert [answer.status for answer in seen] == [200, 200, 200, 429]
    assert [answer.headers["X-RateLimit-Remaining"] for answer in seen] == ["2", "1", "0", "0"]
    wait = int(seen[3].headers["Retry-After"])
    assert seen[3].body["details"]["limit"] == 3
    sandbox.clock.advance(wait - 1)
    assert ask(sandbox, "GET", "/leads").status == 429
    sandbox.clock.advance(1.001)
    assert ask(sandbox, "GET", "/leads").status == 200


def test_a_fast_clock_reports_real_seconds() -> None:
    clock = Clock(speed=60.0, start=1_800_000_000)
    assert clock.for_caller(60) == 1.0
    sandbox = Sandbox(limit=1, window="log", clock=clock)
    assert [ask(sandbox, "GET", "/leads").status for _ in range(2)] == [200, 429]
    refused = ask(sandbox, "GET", "/leads").headers
    assert refused["Retry-After"] == "1"
    assert 0 <= int(refused["X-RateLimit-Reset"]) - time.time() < 60  # By the caller's clock, not by that of 2027.

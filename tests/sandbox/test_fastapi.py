"""The 422 of the sandbox equals that of a FastAPI application with the same models, which FoxReach is said to be."""

import json
from collections.abc import Callable, Iterator, Mapping
from enum import Enum
from inspect import Parameter, Signature
from types import GenericAlias
from typing import Annotated, Any

import httpx2
import pytest
from fastapi import FastAPI, Query
from foxreach_sandbox import Sandbox
from foxreach_sandbox.behaviour.addresses import wrong_in
from foxreach_sandbox.document import read
from foxreach_sandbox.http_messages import Request
from foxreach_sandbox.validation import Reading, invalid_json
from pydantic import Field, HttpUrl, ValidationError, create_model
from starlette.testclient import TestClient

from tests.sandbox.asking import ask

WEBHOOK_EVENTS = read().schema("WebhookEvent")["enum"]
MAKE: Any = Enum  # Type checkers want the names written out.
Status: Any = MAKE("Status", {name: name for name in ("active", "bounced", "unsubscribed", "replied")}, type=str)
Event: Any = MAKE("Event", {name: name for name in WEBHOOK_EVENTS}, type=str)
Hour = Annotated[int, Field(ge=0, le=23)]
Weekday = Annotated[int, Field(ge=1, le=7)]
Text = str | None

Lead: Any = create_model(
    "Lead",
    email=(str, ...),
    firstName=(Text, None),
    tags=(list[str] | None, None),
    customFields=(dict[str, Any] | None, None),
    status=(Status, Status.active),
)
LEADS: Any = GenericAlias(list, Lead)
EVENTS: Any = GenericAlias(list, Event)
MODELS: dict[str, Any] = {
    "leads": Lead,
    "leads/import": create_model("Import", leads=(LEADS, ...), restoreSoftDeleted=(bool, True)),
    "campaigns": create_model(
        "Campaign",
        name=(str, ...),
        timezone=(str, "UTC"),
        sendingDays=(list[Weekday], []),
        sendingStartHour=(Hour, 9),
        sendingEndHour=(Hour, 17),
        dailyLimit=(Annotated[int, Field(ge=0)], 50),
    ),
    "webhooks": create_model("Webhook", url=(str, ...), events=(EVENTS, ...), isActive=(bool, True)),
}
PAGE: dict[str, Any] = {"page": Annotated[int, Query(ge=1)], "pageSize": Annotated[int, Query(ge=1, le=100)]}
QUERY: dict[str, dict[str, Any]] = {"leads": dict(PAGE, status=Status), "inbox/threads": {**PAGE, "isRead": bool}}


def endpoint(parameters: Mapping[str, Any], default: Any) -> Callable[..., None]:
    """Return a function with these parameters, as FastAPI reads them from its signature."""

    def called(**_: object) -> None: ...

    kinds = ((name, Parameter(name, Parameter.KEYWORD_ONLY, annotation=kind)) for name, kind in parameters.items())
    called.__signature__ = Signature([each.replace(default=default) for _, each in kinds])  # type: ignore[attr-defined]
    return called


def application() -> FastAPI:
    app = FastAPI()
    for path, model in MODELS.items():
        app.post(f"/api/v1/{path}")(endpoint({"body": model}, Parameter.empty))
    for path, query in QUERY.items():
        app.get(f"/api/v1/{path}")(endpoint(query, 1))
    return app


@pytest.fixture(scope="module")
def fastapi() -> Iterator[TestClient]:
    with TestClient(application()) as client:
        yield client


BODIES = [
    ("leads", '{"email": null}'),
    ("leads", '{"firstName": "Jane"}'),
    ("leads", '{"email": 5, "firstName": 7, "tags": "vip", "customFields": "x", "status": "nope"}'),
    ("leads", '{"email": "a@example.com", "status": null}'),
    ("leads", '{"email": "a@example.com", "status": 3}'),
    ("leads", '{"email": "a@example.com", "tags": ["a", 1, null, {"b": []}]}'),
    ("leads", "[]"),
    ("leads", "null"),
    ("leads", '"text"'),
    ("leads", ""),
    ("leads/import", "{}"),
    ("leads/import", '{"leads": 5}'),
    ("leads/import", '{"leads": [5, {"email": "a@example.com", "status": "x"}], "restoreSoftDeleted": "maybe"}'),
    ("leads/import", '{"leads": [{"email": "a@example.com"}], "restoreSoftDeleted": 2}'),
    ("leads/import", '{"leads": [{"email": "a@example.com"}], "restoreSoftDeleted": []}'),
    ("campaigns", "{}"),
    ("campaigns", '{"name": "a", "sendingStartHour": "nine", "sendingEndHour": 24, "dailyLimit": -1}'),
    ("campaigns", '{"name": "a", "sendingStartHour": 9.5, "sendingEndHour": null, "dailyLimit": []}'),
    ("campaigns", '{"name": "a", "sendingStartHour": "24", "sendingEndHour": "", "dailyLimit": "1.5"}'),
    ("campaigns", '{"name": "a", "sendingDays": [0, 8, "x", true, "3"]}'),
    ("campaigns", '{"name": true, "sendingDays": {"1": 2}, "timezone": {}}'),
    ("webhooks", '{"url": 5, "events": ["lead.created", "x"]}'),
    ("webhooks", '{"events": "lead.created", "isActive": "sometimes"}'),
]
QUERIES = [
    "leads?page=0&pageSize=101&status=new",
    "leads?page=x&pageSize=1.5",
    "leads?page=&pageSize=0x1",
    "leads?page=1&page=last",
    f"leads?page={'9' * 5000}",
    "inbox/threads?isRead=maybe&page=-0",
    "inbox/threads?isRead=2&page=%201_0x",
]
ACCEPTED = [
    ("campaigns", '{"name": "a", "sendingStartHour": "9", "sendingEndHour": 17.0, "dailyLimit": " 5 "}'),
    ("leads/import", '{"leads": [{"email": "a@example.com"}], "restoreSoftDeleted": "YES"}'),
    ("leads/import", '{"leads": [{"email": "b@example.com"}], "restoreSoftDeleted": 0.0}'),
]


@pytest.mark.parametrize(("path", "text"), BODIES)
def test_a_refused_body_gets_the_answer_of_fastapi(fastapi: TestClient, path: str, text: str) -> None:
    theirs = fastapi.post(f"/api/v1/{path}", content=text, headers={"Content-Type": "application/json"})
    ours = ask(Sandbox(), "POST", f"/{path}", text.encode())
    assert (ours.status, ours.body) == (theirs.status_code, theirs.json())
    assert ours.status == 422


@pytest.mark.parametrize("path", QUERIES, ids=lambda path: path[:40])
def test_a_refused_query_gets_the_answer_of_fastapi(fastapi: TestClient, path: str) -> None:
    theirs, ours = fastapi.get(f"/api/v1/{path}"), ask(Sandbox(), "GET", f"/{path}")
    assert (ours.status, ours.body) == (theirs.status_code, theirs.json())
    assert ours.status == 422


@pytest.mark.parametrize(("path", "text"), ACCEPTED)
def test_fastapi_and_the_sandbox_convert_the_same(fastapi: TestClient, path: str, text: str) -> None:
    theirs = fastapi.post(f"/api/v1/{path}", content=text, headers={"Content-Type": "application/json"})
    assert (theirs.status_code, ask(Sandbox(), "POST", f"/{path}", text.encode()).status // 100) == (200, 2)


@pytest.mark.parametrize("query", ["page=%2B1&pageSize=1_0", "page=1.0", "page=01"])
def test_fastapi_and_the_sandbox_read_the_same_numbers(fastapi: TestClient, query: str) -> None:
    assert fastapi.get(f"/api/v1/leads?{query}").status_code == ask(Sandbox(), "GET", f"/leads?{query}").status == 200


KEYWORDS: list[tuple[Any, Any, dict[str, Any], list[Any]]] = [
    (str, Field(min_length=2, max_length=3, pattern="^a"), {}, ["a", "abcd", "bb", "abc", 1]),
    (list[int], Field(min_length=1, max_length=2), {"items": {"type": "integer"}}, [[], [1, 2, 3], ["x"], [1]]),
    (float, Field(gt=0, lt=9, multiple_of=0.5), {}, [0, 9, 0.7, "x", "1e0", [], True, 4]),
    (int | str, Field(), {}, [[], 1, "1", None, 1.5]),
    (dict[str, int], Field(), {"additionalProperties": {"type": "integer"}}, [{"a": "x"}, [], {"a": "1"}, 5]),
]


@pytest.mark.parametrize(("kind", "field", "more", "values"), KEYWORDS)
def test_the_other_keywords_of_the_dialect_are_read_as_pydantic_does(
    kind: Any, field: Any, more: dict[str, Any], values: list[Any]
) -> None:
    model: Any = create_model("Any", value=(kind, field))
    schema = {**model.model_json_schema()["properties"]["value"], **more}
    schema.pop("title")
    for value in values:
        reading = Reading()
        converted = reading.value(schema, value, ("value",))
        try:
            assert (converted, reading.faults) == (model.model_validate({"value": value}).value, [])
        except ValidationError as error:
            assert reading.faults == json.loads(json.dumps(error.errors(include_url=False)))


@pytest.mark.parametrize("text", [b"{", b'{"a":}', b'{"a": 1} x', b"", b"[1,", b"nope"])
def test_json_that_cannot_be_read_is_worded_as_by_fastapi(fastapi: TestClient, text: bytes) -> None:
    theirs = fastapi.post("/api/v1/leads", content=text or b" ", headers={"Content-Type": "application/json"})
    assert theirs.json()["detail"][0]["ctx"] == invalid_json(text or b" ")["ctx"]
    assert theirs.json() == {"detail": [invalid_json(text or b" ")]}


REASONS = {  # In the words of email-validator 2.4.
    "": "An email address must have an @-sign.",
    "jane": "An email address must have an @-sign.",
    "a..b@x.com": "An email address cannot have two periods in a row.",
    "<b>@x.com": "There can't be anything after the email address.",
    "a b@x.com": "The email address contains invalid characters before the @-sign: SPACE.",
    "a\0@x.com": "The email address contains invalid characters before the @-sign: U+0000.",
    "@x.com": "There must be something before the @-sign.",
    "a@": "There must be something after the @-sign.",
    "a@b@x.com": "The part after the @-sign contains invalid characters: '@'.",
    ".a@x.com": "An email address cannot start with a period.",
    "a.@x.com": "An email address cannot have a period immediately before the @-sign.",
    "a@-x.com": "An email address cannot have a hyphen immediately after the @-sign.",
    "a@x..com": "An email address cannot have two periods in a row.",
    "a@x": "The part after the @-sign is not valid. It should have a period.",
    "a@x_y.com": "The part after the @-sign contains invalid characters: '_'.",
    "a@x.com-": "An email address cannot end with a hyphen.",
    "a@1.2.3.4": "The part after the @-sign is not valid. It is not within a valid top-level domain.",
    "a@[1.2.3.4]": "A bracketed IP address after the @-sign is not allowed here.",
}


@pytest.mark.parametrize(("address", "reason"), REASONS.items())
def test_an_address_that_is_none_is_refused_with_its_reason(address: str, reason: str) -> None:
    answer = ask(Sandbox(), "POST", "/leads", {"email": address})
    message = f"value is not a valid email address: {reason}"
    item = {"type": "value_error", "loc": ["body", "email"], "msg": message, "input": address}
    assert (answer.status, answer.body) == (422, {"detail": [{**item, "ctx": {"reason": reason}}]})


@pytest.mark.parametrize("address", ["o'neil+x@ex-ample.co.uk", "jörg@exämple.com", "a_b@x.example", "1@a.test"])
def test_an_address_in_use_is_accepted(address: str) -> None:
    assert wrong_in(address) == ""


def test_a_row_without_an_address_costs_that_row_alone() -> None:
    sandbox = Sandbox()
    rows: list[Any] = [{"email": "a@example.com"}, {"firstName": "Jo"}, {"email": None}, {"email": "a..b@x.com"}]
    report = ask(sandbox, "POST", "/leads/import", {"leads": rows}).data
    assert (report["created"], report["errors"]) == (1, 3)
    reasons = [("", "empty email"), ("", "empty email"), ("a..b@x.com", "invalid email")]
    assert [(each["email"], each["reason"]) for each in report["errorDetails"]] == reasons


def test_an_address_and_a_url_are_refused_together_with_the_other_fields() -> None:
    detail = ask(Sandbox(), "POST", "/leads", {"email": "x", "status": "new", "firstName": 5}).body["detail"]
    assert [each["loc"][1] for each in detail] == ["email", "firstName", "status"]
    detail = ask(Sandbox(), "PATCH", "/webhooks/none", {"url": "x", "events": 5}).body["detail"]
    assert [each["loc"][1] for each in detail] == ["url", "events"]


URLS = [
    "",
    "x",
    "ftp://x.example",
    "http://[",
    "http://127.0.0.1:x/",
    "http://",
    "http://:80/",
    "https://[::1]/",
    "http://a b/",
]
Address: Any = create_model("Address", url=(HttpUrl, ...))


@pytest.mark.parametrize("url", URLS)
def test_a_url_that_cannot_be_called_is_refused_as_by_pydantic(url: str) -> None:
    answer = ask(Sandbox(), "POST", "/webhooks", {"url": url, "events": ["lead.created"]})
    try:
        Address(url=url)
        assert answer.status == 201
    except ValidationError as error:
        (theirs,) = json.loads(json.dumps(error.errors(include_url=False)))
        (ours,) = answer.body["detail"]
        assert (answer.status, ours) == (422, {**theirs, "loc": ["body", "url"]})


BAD_JSON = ["/templates/ctm_1", "/inbox/threads/rpl_1", "/webhooks/cwh_1", "/leads/cld_1", "/campaigns/cmp_1"]


@pytest.mark.parametrize("path", BAD_JSON)
def test_bad_json_is_400_wherever_a_body_is_sent(path: str) -> None:
    answer = ask(Sandbox(), "PATCH", path, b"{")
    assert (answer.status, answer.body) == (400, {"detail": "Invalid JSON body"})


LIMITS = {"X-RateLimit-Limit", "X-RateLimit-Remaining", "X-RateLimit-Reset"}


@pytest.mark.parametrize(
    ("method", "path", "status"),
    [
        ("GET", "/nothing", 404),
        ("PUT", "/leads", 405),
        ("GET", "/leads/", 404),
        ("GET", "//leads", 404),
        ("GET", "/leads//activity", 404),
        ("GET", "/leads/x", 404),
        ("POST", "/leads", 422),
        ("GET", "/leads", 200),
    ],
)
@pytest.mark.parametrize("key", [None, "otr_wrong"])
def test_each_answer_has_the_rate_limit_headers(method: str, path: str, status: int, key: str | None) -> None:
    sandbox = Sandbox()
    reply = sandbox.engine.handle(Request(method, f"/api/v1{path}", "", {"x-api-key": key or sandbox.key}, b"{}"))
    allowed = {status} if key is None else {status, 403}
    assert reply.status in allowed | ({400} if method == "POST" else set())
    assert reply.headers.keys() >= LIMITS


async def test_the_document_names_the_address_by_which_it_was_asked() -> None:
    sandbox = Sandbox(names=["box"])
    async with httpx2.AsyncClient(transport=httpx2.ASGITransport(app=sandbox.app)) as client:
        for host in ("127.0.0.1:8000", "localhost", "[::1]:81", "box:9"):
            answer = await client.get("http://localhost/openapi.json", headers={"Host": host})
            assert [each["url"] for each in answer.json()["servers"]] == [f"http://{host}/api/v1"]
        for host in ("127.0.0.1/evil", "user@127.0.0.1", "127.0.0.1:x", "127.0.0.1?", "127.0.0.1#", "evil.example"):
            assert (await client.get("http://localhost/openapi.json", headers={"Host": host})).status_code == 421

"""The control API, and the file that stores the rows."""

import inspect
from collections.abc import Mapping
from pathlib import Path

import httpx2
import pytest
from foxreach_sandbox import Fault, Sandbox
from foxreach_sandbox.server.control import ACTIONS
from foxreach_sandbox.world import ACCOUNT, World

from tests.sandbox.asking import ask, made

CONTROL = "http://localhost/_sandbox"


async def control(sandbox: Sandbox, method: str, path: str, body: object = None) -> httpx2.Response:
    async with httpx2.AsyncClient(transport=httpx2.ASGITransport(app=sandbox.app)) as client:
        return await client.request(method, f"{CONTROL}/{path}", json=body)


@pytest.mark.anyio
async def test_the_control_api_sets_faults_clock_keys_and_world() -> None:
    sandbox = Sandbox()
    lead = made(sandbox, "/leads", email="jane@example.com")
    fault = {"fault": "status", "operation": "leads.get", "code": 503, "count": 1}
    assert (await control(sandbox, "POST", "faults", fault)).json()["data"][0]["left"] == 1
    assert [ask(sandbox, "GET", f"/leads/{lead}").status for _ in range(2)] == [503, 200]
    some = {"fault": "raw", "operation": "leads.update", "share": 0.5, "seed": 3, "content": "?"}
    listed = (await control(sandbox, "POST", "faults", some)).json()["data"]
    assert [(plan["share"], plan["fault"]["content"]) for plan in listed] == [(0.5, "?")]
    sandbox.faults.next("leads.get", 1, Fault.answer(b"\xff"))  # is listed, though it is no JSON
    assert len((await control(sandbox, "GET", "state")).json()["data"]["faults"]) == 2
    assert (await control(sandbox, "DELETE", "faults")).json()["data"] == []
    before = sandbox.clock.now()
    await control(sandbox, "POST", "clock", {"advance": 90})
    assert sandbox.clock.now() - before == 90
    moved = sandbox.clock.now()
    await control(sandbox, "POST", "keys", {"key": "otr_other", "workspace": "second", "scopes": ["read"]})
    assert ask(sandbox, "GET", "/leads", key="otr_other").data == []
    assert (await control(sandbox, "POST", "world", {"do": "reply", "lead": lead, "body": "Yes"})).status_code == 200
    state = (await control(sandbox, "GET", "state")).json()["data"]
    assert (state["rows"]["threads"], state["statuses"]["503"]) == (1, 1)
    assert len((await control(sandbox, "GET", "rows/leads")).json()["data"]) == 1
    await control(sandbox, "POST", "reset", {})
    assert (sandbox.state.leads, sandbox.state.requests) == ([], [])
    assert sandbox.clock.now() == moved  # docs/sandbox.md: a clock that an answer showed does not go back.


@pytest.mark.anyio
@pytest.mark.parametrize(
    ("path", "body", "words"),
    [
        ("faults", {"fault": "fire"}, "unknown fault 'fire'; expected one of: status, answer, html, "),
        ("faults", {"fault": "status"}, "'code'"),
        ("faults", {"fault": "status", "code": "503"}, "code must be an integer"),
        ("faults", {"fault": "delayed", "seconds": -1}, "seconds must be from 0 to 86,400"),
        ("faults", {"fault": "status", "code": 503, "headers": {"X-Why": "a\r\nb"}}, "one line of Latin-1 text"),
        ("faults", {"fault": "status", "code": 503, "headers": {"X Why": "a"}}, "a header must be a token"),
        ("faults", {"fault": "status", "code": 503, "headers": {"Transfer-Encoding": "chunked"}}, "Transfer-Encoding"),
        ("faults", {"fault": "answer", "headers": {"content-length": "9"}}, "the server sets content-length itself"),
        ("faults", {"fault": "slow", "seconds": 1e300}, "seconds must be from 0 to 86,400"),
        ("faults", {"fault": "delayed", "seconds": 1e300}, "seconds must be from 0 to 86,400"),
        ("faults", {"fault": "raw", "content": "\u2603"}, "content must be bytes or Latin-1 text"),
        ("faults", {"fault": "close", "operation": "leads.fly"}, "unknown operation 'leads.fly'"),
        ("clock", {"advance": -1}, "seconds must be zero or more"),
        ("clock", {"advance": 1e300}, "the clock ends before the year 9999"),
        ("clock", {}, "missing field 'advance'"),
        ("keys", {"key": "x", "scopes": ["admin"]}, "unknown scopes: admin; expected read or write"),
        ("world", {"do": "end"}, "unknown action 'end'; expected one of: account, reply, "),
        ("world", {"do": "reply", "lead": "cld_0", "body": "x"}, "leads has no cld_0"),
        ("faults", {"fault": "status", "code": 503, "count": 2.5}, "count must be an integer or null"),
        ("faults", {"fault": "status", "code": 503, "count": 0}, "count must be an integer of 1 or more"),
        ("faults", {"fault": "status", "code": 503, "share": 2}, "share must be from 0 to 1"),
        ("faults", {"fault": "close", "share": 0.5, "count": 1}, "give count or share, not both"),
        ("faults", {"fault": "close", "after_work": "no"}, "after_work must be true or false"),
        ("faults", {"fault": "truncated", "then": "explode"}, "then must be close or reset or silence"),
        ("faults", {"fault": "hangup", "seconds": 1}, "unknown field 'seconds'; there is none here"),
        ("faults", {"fault": "close", "operation": "leads.fly"}, "one of: leads.list, leads.create, "),
        ("faults", {"fault": "status", "code": 503, "headers": {"a": 1}}, "headers must be an object of texts"),
        ("faults", {}, "missing field 'fault'"),
        ("deliveries", {"duplicate_next": -1}, "duplicate_next must be zero or more"),
        ("deliveries", {"duplicate_next": True}, "duplicate_next must be an integer"),
        ("keys", {"key": 5}, "key must be text"),
        ("keys", {"key": "a\n"}, "key must be printable ASCII text"),
        ("keys", {"key": "a", "scopes": "read"}, "scopes must be a list of text"),
        ("world", {"do": "reply", "lead": 5, "body": "x"}, "lead must be text"),
        ("world", {"do": "reply", "lead": "x", "body": "x", "zap": 1}, "unknown field 'zap'; expected one of: lead, "),
        ("clock", {"advance": "1"}, "advance must be a number"),
        ("reset", {"hard": True}, "unknown field 'hard'; there is none here"),
        ("reset", None, "the Content-Type must be application/json"),
        ("reset", [], "the body must be an object"),
    ],
)
async def test_an_invalid_control_request_is_400_with_a_reason(path: str, body: object, words: str) -> None:
    sandbox = Sandbox()
    answer = await control(sandbox, "POST", path, body)
    assert answer.status_code == 400
    assert words in answer.json()["detail"]
    assert (await control(sandbox, "GET", "state")).json()["data"]["faults"] == []


PAIR = {"campaign": "cmp_1", "lead": "cld_1"}
REPLY = {"lead": "cld_1", "body": "Yes"}
SHARES = ("opens", "replies", "bounces", "failures")
Refused = list[tuple[object, str]]
TEXT: Refused = [(5, "should be a valid string")]
NUMBER: Refused = [("x", "valid integer"), ("9", "is not of the type"), (1.5, "valid integer"), (-1, "equal to 0")]
SWITCH: Refused = [("maybe", "valid boolean"), (1, "is not of the type")]
PERCENT: Refused = [("x", "valid number"), (-0.5, "equal to 0"), (101, "equal to 100")]
# By action: fields that are enough, and for each field what is refused, with the words of the refusal.
WRONG: dict[str, tuple[Mapping[str, object], Mapping[str, Refused]]] = {
    "account": (
        {"email": "sales@example.com"},
        {
            "email": [(5, "email must be text"), ("sales", "email: An email address must have an @-sign")],
            **dict.fromkeys(("displayName", "provider", "connectionStatus"), TEXT),
            **dict.fromkeys(("dailyLimit", "sentToday"), NUMBER),
            **dict.fromkeys(("isActive", "warmupEnabled"), SWITCH),
            **dict.fromkeys(("healthScore", "bounceRate", "replyRate"), PERCENT),
        },
    ),
    "reply": (
        REPLY,
        {
            **{name: [(5, f"{name} must be text")] for name in ("lead", "body", "subject", "category")},
            "campaign": [(5, "campaign must be text or null")],
        },
    ),
    "send": (PAIR, {name: [(5, f"{name} must be text")] for name in PAIR}),
    "fail": (PAIR, {name: [(None, f"{name} must be text")] for name in (*PAIR, "error")}),
    "open": (PAIR, {name: [([], f"{name} must be text")] for name in PAIR}),
    "click": (PAIR, {name: [({}, f"{name} must be text")] for name in PAIR}),
    "bounce": (PAIR, {name: [(True, f"{name} must be text")] for name in PAIR}),
    "complete": ({"campaign": "cmp_1"}, {"campaign": [(1, "campaign must be text")]}),
    "recipients": (
        {},
        {
            **{name: [("1", f"{name} must be a number"), (1.1, f"{name} must be from 0 to 1")] for name in SHARES},
            "seed": [(1.5, "seed must be an integer"), ("1", "seed must be an integer")],
        },
    ),
}


def test_the_wrong_values_have_every_field_of_every_action() -> None:
    assert set(WRONG) == set(ACTIONS)
    for action, (_, fields) in WRONG.items():
        named = inspect.signature(getattr(World, action)).parameters
        more = ACCOUNT if action == "account" else {}
        assert set(fields) == {*named, *more} - {"self", "values"}, action


@pytest.mark.anyio
@pytest.mark.parametrize("action", WRONG)
async def test_each_field_of_the_world_is_checked_and_nothing_is_stored(action: str) -> None:
    sandbox = Sandbox()
    enough, fields = WRONG[action]
    for name in enough:
        rest = {other: value for other, value in enough.items() if other != name}
        answer = await control(sandbox, "POST", "world", {"do": action, **rest})
        assert (answer.status_code, answer.json()["detail"]) == (400, f"missing field {name!r}")
    answer = await control(sandbox, "POST", "world", {"do": action, **enough, "zap": 1})
    assert answer.status_code == 400
    assert answer.json()["detail"].startswith("unknown field 'zap'; expected one of: ")
    for name, refused in fields.items():
        for value, words in refused:
            answer = await control(sandbox, "POST", "world", {"do": action, **enough, name: value})
            assert answer.status_code == 400, (name, value)
            assert words in answer.json()["detail"]
            assert name in answer.json()["detail"]
    assert sandbox.state.rows("accounts") == sandbox.state.rows("recipients") == []


@pytest.mark.anyio
async def test_an_account_has_the_values_that_were_given() -> None:
    sandbox = Sandbox()
    given = {"displayName": None, "dailyLimit": 0, "isActive": False, "healthScore": 99.5, "bounceRate": 1}
    body = {"do": "account", "email": "sales@example.com", **given}
    made_account = (await control(sandbox, "POST", "world", body)).json()["data"]
    assert {name: made_account[name] for name in given} == given


@pytest.mark.anyio
async def test_rows_of_an_unknown_kind_are_refused() -> None:
    answer = await control(Sandbox(), "GET", "rows/lead")
    assert (answer.status_code, answer.json()["detail"][:27]) == (400, "unknown kind of rows 'lead'")


@pytest.mark.anyio
async def test_an_unknown_workspace_is_refused_and_one_with_a_key_is_known() -> None:
    sandbox = Sandbox()
    answer = await control(sandbox, "GET", "rows/leads?workspace=second")
    assert (answer.status_code, answer.json()["detail"]) == (400, "unknown workspace 'second'; expected one of: first")
    sandbox.add_key("otr_other", workspace="second")
    assert (await control(sandbox, "GET", "rows/leads?workspace=second")).json()["data"] == []
    sandbox.add_key("otr_third", workspace="second")
    ask(sandbox, "POST", "/leads", {"email": "jo@example.com"}, key="otr_other")
    states = [(await control(sandbox, "GET", path)).json()["data"] for path in ("state", "state?workspace=second")]
    assert [state["rows"]["leads"] for state in states] == [0, 1]
    assert states[0]["workspaces"] == {"first": sandbox.key, "second": "otr_other"}
    assert (await control(sandbox, "GET", "state?workspace=third")).status_code == 400


@pytest.mark.anyio
@pytest.mark.parametrize(("method", "path"), [("GET", "states"), ("PUT", "faults"), ("POST", "state"), ("GET", "")])
async def test_an_unknown_control_request_lists_the_known_ones(method: str, path: str) -> None:
    answer = await control(Sandbox(), method, path)
    assert answer.status_code == 404
    assert (
        "expected one of: GET /_sandbox/about, GET /_sandbox/state, GET /_sandbox/rows/{kind}, "
        in answer.json()["detail"]
    )


@pytest.mark.anyio
async def test_a_control_request_that_is_no_json_is_refused_in_our_words() -> None:
    async with httpx2.AsyncClient(transport=httpx2.ASGITransport(app=Sandbox().app)) as client:
        answer = await client.post(f"{CONTROL}/reset", content=b"{", headers={"Content-Type": "application/json"})
    assert (answer.status_code, answer.json()) == (400, {"detail": "the body must be JSON"})


@pytest.mark.parametrize("seconds", [float("nan"), float("inf"), 1e12])
def test_the_sandbox_works_after_its_clock_refused_a_time(seconds: float) -> None:
    sandbox = Sandbox()
    with pytest.raises(ValueError, match="the clock ends before the year 9999"):
        sandbox.clock.advance(seconds)
    assert ask(sandbox, "GET", "/leads").status == 200


def test_a_file_keeps_the_rows_over_a_restart(tmp_path: Path) -> None:
    file = tmp_path / "sandbox.db"
    with Sandbox(file=file, seed="demo") as sandbox:
        gone, kept = (lead["id"] for lead in sandbox.state.leads[:2])
        ask(sandbox, "DELETE", f"/leads/{gone}")
        ask(sandbox, "PATCH", f"/leads/{kept}", {"company": "Kept"})
    with Sandbox(file=file, seed="demo") as sandbox:
        assert len(sandbox.state.leads) == 4
        assert ask(sandbox, "GET", f"/leads/{kept}").data["company"] == "Kept"
        for number in range(8):  # No id is given twice.
            made(sandbox, "/leads", email=f"{number}@example.com")
        assert len(sandbox.state.leads) == 12
        restored = ask(sandbox, "POST", "/leads/import", {"leads": [{"email": "lea@example.com"}]}).data["restored"]
        assert restored == 1
        sandbox.reset()
    with Sandbox(file=file) as sandbox:
        assert len(sandbox.state.leads) == 5

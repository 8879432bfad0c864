"""The journal of requests, and faults that are matched by what it knows of a call."""

from typing import Any

import httpx2
import pytest
from foxreach_client import FoxReach
from foxreach_client.testing import FoxReachMock, factories
from foxreach_sandbox import Fault, Sandbox
from foxreach_sandbox.http_messages import Request
from foxreach_sandbox.journal import KEPT, MOST, Journal, Received
from foxreach_testing.clients import no_unused_faults, sync_client

from tests.sandbox.asking import ask, made

JANE = "jane@example.com"


def test_a_request_is_kept_with_body_query_and_ids() -> None:
    sandbox = Sandbox()
    with sync_client(FoxReach, sandbox) as client:
        lead = client.leads.create(email=JANE, tags=["vip"])
        client.leads.list(search="jane").first_page()
        client.leads.update(lead.id, company="Acme")
    assert sandbox.requests.one("leads.create").body == {"email": JANE, "tags": ["vip"]}
    assert sandbox.requests.one("leads.list").query["search"] == "jane"
    update = sandbox.requests.last()
    assert (update.operation, update.ids, update.status) == ("leads.update", {"lead_id": lead.id}, 200)
    assert update.headers["content-type"] == "application/json"
    assert [each.operation for each in sandbox.requests] == ["leads.create", "leads.list", "leads.update"]
    assert JANE not in repr(list(sandbox.requests))
    assert sandbox.key not in str(update.shown())


def test_a_call_that_was_not_made_once_is_an_assertion_that_lists_the_calls() -> None:
    sandbox = Sandbox()
    for _ in range(2):
        ask(sandbox, "GET", "/leads")
    with pytest.raises(AssertionError, match=r"leads\.list was called 2 times, not once; the requests: leads\.list 2x"):
        sandbox.requests.one("leads.list")
    with pytest.raises(AssertionError, match=r"leads\.create was called 0 times"):
        sandbox.requests.one("leads.create")
    with pytest.raises(AssertionError, match=r"leads\.create was not called"):
        sandbox.requests.last("leads.create")


def test_an_operation_that_does_not_exist_is_refused_since_no_call_of_it_proves_nothing() -> None:
    requests = Sandbox().requests
    assert (requests.all("leads.create"), requests.all("*"), requests.all("-")) == ([], [], [])
    for ask_for in (requests.all, requests.one, requests.last):
        with pytest.raises(ValueError, match=r"^unknown operation 'leads\.creat'; expected one of: .*leads\.create"):
            ask_for("leads.creat")


@pytest.mark.parametrize(("sent", "body"), [(b"", None), (b"{", "{"), (b'"x"', "x"), (b"\xff", "\ufffd")])
def test_a_body_that_is_no_json_is_text(sent: bytes, body: object) -> None:
    assert Received(Request("POST", "/x", body=sent), "", "-", {}).body == body


def test_the_journal_is_bounded_in_number_and_in_bytes() -> None:
    journal = Journal()
    for number in range(KEPT + 5):
        journal.add(Received(Request("GET", f"/{number}"), "", "-", {}))
    assert (len(journal), journal.all()[0].request.path, journal.statuses.total()) == (KEPT, "/5", KEPT + 5)
    for _ in range(3):
        journal.add(Received(Request("POST", "/", body=b"x" * (MOST // 2)), "", "-", {}))
    assert [len(each.request.body) for each in journal] == [MOST // 2] * 2
    journal.add(Received(Request("POST", "/", body=b"x" * (2 * MOST)), "", "-", {}))
    assert len(journal) == 1  # The last one is always there.
    journal.clear()
    assert (len(journal), journal.statuses.total()) == (0, 0)


async def test_the_journal_is_read_over_http() -> None:
    sandbox = Sandbox()
    made(sandbox, "/leads", email=JANE)
    ask(sandbox, "GET", "/leads?search=x")
    async with httpx2.AsyncClient(transport=httpx2.ASGITransport(app=sandbox.app)) as client:
        newest, oldest = (await client.get("http://localhost/_sandbox/requests")).json()["data"]
        assert (newest["query"], oldest["body"]) == ({"search": "x"}, {"email": JANE})
        assert "x-api-key" not in newest["headers"]
        some = await client.get("http://localhost/_sandbox/requests?operation=leads.create&limit=1")
        assert [each["operation"] for each in some.json()["data"]] == ["leads.create"]
        for query in ("limit=0", "limit=x", "limit=9999", "operation=leads.fly", "limit=²"):
            assert (await client.get(f"http://localhost/_sandbox/requests?{query}")).status_code == 400


def test_a_fault_is_matched_by_id_body_and_key() -> None:
    sandbox = Sandbox()
    one, two = (made(sandbox, "/leads", email=f"{name}@example.com") for name in ("one", "two"))
    other = sandbox.add_key("otr_other")
    sandbox.faults.next("leads.get", 1, Fault.status(503), id=two)
    assert [ask(sandbox, "GET", f"/leads/{each}").status for each in (one, two, two)] == [200, 503, 200]
    sandbox.faults.next("leads.create", 1, Fault.status(500), body={"email": JANE, "customFields": {"a": 1}})
    customs: list[Any] = [None, {"a": True}, {"a": 1, "b": 2}]
    bodies: list[Any] = [{"email": "a@x.com"}, *({"email": JANE, "customFields": each} for each in customs)]
    assert [ask(sandbox, "POST", "/leads", body).status for body in bodies] == [201, 201, 409, 500]
    sandbox.faults.always("*", Fault.status(429), key=other)
    assert [ask(sandbox, "GET", "/leads", key=key).status for key in (sandbox.key, other)] == [200, 429]
    assert sandbox.faults.listed()[0]["where"] == {"key": other}
    with pytest.raises(TypeError, match="a fault cannot be matched by path; expected id, key or body"):
        sandbox.faults.next("*", 1, Fault.close(), path="/leads")  # type: ignore[call-arg]  # pyright: ignore[reportCallIssue]


def test_a_fault_is_computed_from_the_request() -> None:
    sandbox = Sandbox()

    def twice(request: Received) -> Fault | None:
        return Fault.answer({"data": {"page": request.query["page"]}}) if "page" in request.query else None

    sandbox.faults.next("leads.list", 1, twice)
    headers = {"x-api-key": sandbox.key}
    answers = [
        sandbox.engine.handle(Request("GET", "/api/v1/leads", query, headers)).body
        for query in ("", "page=7", "page=8")
    ]
    assert b'"page":"7"' in answers[1]
    assert b'"page":8' in answers[2]
    assert sandbox.faults.left == 0
    sandbox.faults.always("*", lambda _: 503)  # type: ignore[arg-type, return-value]  # pyright: ignore[reportArgumentType]
    assert sandbox.faults.listed()[0]["fault"] == {"function": "<lambda>"}
    with pytest.raises(TypeError, match="the function of a fault must return a Fault or None, not 503"):
        ask(sandbox, "GET", "/leads")


async def test_a_fault_is_matched_over_http() -> None:
    sandbox = Sandbox()
    async with httpx2.AsyncClient(transport=httpx2.ASGITransport(app=sandbox.app)) as client:
        fault: dict[str, Any] = {"fault": "status", "code": 503, "operation": "leads.get", "where": {"id": "cld_9"}}
        assert (await client.post("http://localhost/_sandbox/faults", json=fault)).status_code == 200
        for where in ({"path": "x"}, {"id": 5}, "cld_9"):
            answer = await client.post("http://localhost/_sandbox/faults", json={**fault, "where": where})
            words = "where must be an object with id, key, body or null"
            assert (answer.status_code, answer.json()["detail"]) == (400, words)
    assert [ask(sandbox, "GET", f"/leads/{each}").status for each in ("cld_8", "cld_9")] == [404, 503]


def test_a_planned_fault_that_never_happens_is_an_error() -> None:
    sandbox = Sandbox()
    sandbox.faults.always("leads.get", Fault.close())
    with no_unused_faults(sandbox):
        sandbox.faults.next("leads.list", 1, Fault.status(503))
        ask(sandbox, "GET", "/leads")
    block = no_unused_faults(sandbox)
    block.__enter__()
    sandbox.faults.next("leads.list", 2, Fault.status(503))
    ask(sandbox, "GET", "/leads")
    with pytest.raises(AssertionError, match=r"leads\.list: 1 planned faults never happened"):
        block.__exit__(None, None, None)
    assert [plan["operation"] for plan in sandbox.faults.listed()] == ["leads.get"]  # It was not counted.


def test_the_mock_lets_named_hosts_through() -> None:
    with Sandbox().serve() as other, FoxReachMock() as mock, FoxReach(api_key="otr_x") as client:
        address = other.home.removeprefix("http://")
        with pytest.raises(Exception, match="not mocked"):
            httpx2.get(f"{other.home}/_sandbox/state")
        mock.pass_through(address)
        assert httpx2.get(f"{other.home}/_sandbox/state").status_code == 200
        mock.leads.get.returns(factories.lead())
        assert client.leads.get("cld_1").id

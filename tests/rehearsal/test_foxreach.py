"""What the small FoxReach says, asked without a socket, and that the server passes it on."""

import json
from http.client import HTTPConnection
from typing import Any
from urllib.parse import urlsplit

import pytest

from tests.rehearsal.foxreach import Answer, FoxReach, Request
from tests.rehearsal.server import serve

KEY = "otr_rehearsal"


def ask(foxreach: FoxReach, method: str, path: str, body: object = None, **query: str) -> Answer:
    return foxreach.answer(Request(method, path, query, KEY, json.dumps(body).encode()))


def data(answer: Answer) -> Any:
    assert answer.body is not None
    return answer.body["data"]


def test_a_lead_lives_from_its_creation_to_its_deletion() -> None:
    foxreach = FoxReach(KEY)
    lead = data(ask(foxreach, "POST", "/leads", {"email": "a@example.com", "company": "Acme"}))
    assert data(ask(foxreach, "PATCH", f"/leads/{lead['id']}", {"company": None}))["company"] is None
    assert data(ask(foxreach, "GET", f"/leads/{lead['id']}"))["email"] == "a@example.com"
    assert data(ask(foxreach, "DELETE", f"/leads/{lead['id']}")) == {"id": lead["id"], "deleted": True}
    assert ask(foxreach, "GET", f"/leads/{lead['id']}").status == 404


def test_a_double_is_409_and_a_bad_address_422() -> None:
    foxreach = FoxReach(KEY)
    assert ask(foxreach, "POST", "/leads", {"email": "a@example.com"}).status == 201
    assert ask(foxreach, "POST", "/leads", {"email": "a@example.com"}).status == 409
    assert ask(foxreach, "POST", "/leads", {"email": "a"}).status == 422


def test_pages_end_where_the_leads_do() -> None:
    foxreach = FoxReach(KEY)
    rows = [{"email": f"{number}@example.com"} for number in range(5)] + [{"email": "0@example.com"}, {"email": "bad"}]
    result = data(ask(foxreach, "POST", "/leads/import", {"leads": rows}))
    assert (result["created"], result["duplicates"], result["errors"]) == (5, 1, 1)
    last = ask(foxreach, "GET", "/leads", page="2", pageSize="3")
    assert last.body is not None
    assert last.body["meta"] == {"page": 2, "pageSize": 3, "total": 5, "totalPages": 2}
    assert len(last.body["data"]) == 2
    assert ask(foxreach, "GET", "/leads", pageSize="101").status == 422


def test_campaigns_start_in_no_state_and_leave_without_a_body() -> None:
    foxreach = FoxReach(KEY)
    campaign = data(ask(foxreach, "POST", "/campaigns", {"name": "Spring"}))
    assert campaign["status"] == "draft"
    assert ask(foxreach, "POST", f"/campaigns/{campaign['id']}/start").status == 400
    gone = ask(foxreach, "DELETE", f"/campaigns/{campaign['id']}")
    assert (gone.status, gone.body) == (204, None)


def test_one_request_meets_the_rate_limit_and_every_answer_names_it() -> None:
    foxreach = FoxReach(KEY, refused=2)
    first, second, third = (ask(foxreach, "GET", "/leads") for _ in range(3))
    assert [answer.status for answer in (first, second, third)] == [200, 429, 200]
    assert second.headers["Retry-After"] == "1"
    assert second.headers["X-RateLimit-Remaining"] == "0"
    assert {"X-RateLimit-Limit", "X-RateLimit-Remaining", "X-RateLimit-Reset"} == first.headers.keys()


@pytest.mark.parametrize(("key", "status"), [(KEY, 200), ("otr_other", 403)])
def test_the_server_passes_the_answer_on_and_counts_it(key: str, status: int) -> None:
    with serve(FoxReach(KEY)) as serving:
        address = urlsplit(serving.base_url)
        connection = HTTPConnection(address.netloc, timeout=10)
        connection.request("GET", f"{address.path}/leads", headers={"X-API-Key": key})
        reply = connection.getresponse()
        body = json.load(reply)
        connection.close()
    assert reply.status == status
    assert ("data" if status == 200 else "detail") in body
    assert reply.headers["X-RateLimit-Limit"] == "100"
    assert serving.answered == {status: 1}

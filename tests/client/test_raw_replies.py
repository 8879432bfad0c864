"""`with_raw_response`: the whole reply of every operation, and the same object through `parse`."""

from __future__ import annotations

from typing import Any

import foxreach_client as fox
import pytest
import respx

from tests.client.cases import BY_CALL, OPERATIONS, Operation
from tests.client.flavours import as_json, called, check_request, requests_of, response, without_nulls


@pytest.mark.parametrize("operation", OPERATIONS, ids=str)
async def test_a_raw_reply_has_what_the_plain_call_returns_and_what_came_with_it(
    operation: Operation, client: Any, httpx2_mock: respx.Router
) -> None:
    status, documented = operation.success
    answer = response(status, documented.example, X_Served_By="fox-7")
    route = httpx2_mock.route().mock(answer)
    args, kwargs = operation.arguments
    reply = await called(client.with_raw_response, operation, *args, **kwargs)
    plain = await called(client, operation, *args, **kwargs)
    assert (reply.status, reply.attempts, reply.content) == (status, 1, answer.content)
    assert reply.documented
    assert (reply.headers["X-Served-By"], reply.headers["x-served-by"]) == ("fox-7", "fox-7")
    assert (reply.rate_limit.limit, reply.rate_limit.remaining) == (100, 93)
    if operation.page:
        assert type(reply.parse()) in {fox.Page, fox.AsyncPage}
        assert without_nulls(as_json(reply.parse().items)) == without_nulls(documented.example[operation.take])
    assert reply.parse() == plain
    assert type(reply.parse()) is type(plain)
    for request in requests_of(route):
        check_request(request, operation)
    assert route.call_count == 2
    assert isinstance(reply, fox.RawReply)


@pytest.mark.parametrize("operation", OPERATIONS, ids=str)
async def test_a_raw_reply_says_that_its_status_is_not_in_the_spec(
    operation: Operation, client: Any, httpx2_mock: respx.Router
) -> None:
    httpx2_mock.route().mock(response(203, operation.success[1].example))
    args, kwargs = operation.arguments
    reply = await called(client.with_raw_response, operation, *args, **kwargs)
    assert (reply.status, reply.documented) == (203, False)


@pytest.mark.parametrize("operation", OPERATIONS, ids=str)
async def test_an_error_is_raised_as_by_the_plain_call(
    operation: Operation, client: Any, httpx2_mock: respx.Router
) -> None:
    httpx2_mock.route().mock(response(403, {"detail": "No scope"}))
    args, kwargs = operation.arguments
    with pytest.raises(fox.PermissionDeniedError, match=r"No scope"):
        await called(client.with_raw_response, operation, *args, **kwargs)


async def test_a_deletion_without_content_has_a_raw_reply_too(client: Any, httpx2_mock: respx.Router) -> None:
    httpx2_mock.delete(path="/api/v1/leads/cld_1").mock(response(204))
    reply = await called(
        client.with_raw_response, next(each for each in OPERATIONS if each.call == "leads.delete"), "cld_1"
    )
    assert (reply.status, reply.content, reply.parse()) == (204, b"", fox.Deletion(id="cld_1", deleted=True))
    assert reply.documented


async def test_the_page_of_a_raw_reply_leads_on_to_the_next(client: Any, httpx2_mock: respx.Router) -> None:
    operation = BY_CALL["leads.list"]
    [lead] = operation.success[1].example["data"]
    pages = [
        response(
            200,
            {
                "data": [{**lead, "id": f"cld_{number}"}],
                "meta": {"page": number, "pageSize": 1, "total": 2, "totalPages": 2},
            },
        )
        for number in (1, 2)
    ]
    httpx2_mock.route().mock(side_effect=pages)
    page = (await called(client.with_raw_response, operation)).parse()
    following = page.next_page()
    following = await following if isinstance(page, fox.AsyncPage) else following
    assert (page.number, following.number, following.has_next) == (1, 2, False)


def test_its_repr_shows_nothing_of_the_content() -> None:
    nothing: Any = {}
    reply: Any = fox.RawReply(200, headers=nothing, content=b"jane@example.com", history=(), value="jane@example.com")
    assert "jane" not in repr(reply)

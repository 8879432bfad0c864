"""Mock routes: each operation has one, which gives the prepared answers and reports calls that do not fit them."""

from __future__ import annotations

import inspect
import operator
from contextlib import suppress
from importlib import import_module
from typing import Any

import foxreach_client as fox
import httpx2
import msgspec
import pytest
import respx
from foxreach_client.testing import FoxReachMock, factories
from foxreach_runtime.engine.transport import Transport
from respx.models import AllMockedAssertionError

from tests.client.cases import CASES, OPERATIONS, Case, Operation
from tests.client.flavours import as_json, called_by_example, list_of, new_client, settled, without_nulls

FLAVOURS = pytest.mark.parametrize("flavour", ["sync", "async"])
FAILURES = [case for case in CASES if case.status >= 400]


def route_of(mock: FoxReachMock, operation: Operation) -> Any:
    """Return the route of *operation*."""
    return operator.attrgetter(operation.call)(mock)


@FLAVOURS
@pytest.mark.parametrize("operation", OPERATIONS, ids=str)
async def test_every_operation_returns_the_value_of_its_route(
    operation: Operation, flavour: str, foxreach_mock: FoxReachMock
) -> None:
    resource, name = (words.replace(".", "_") for words in (operation.call.rpartition(".")[0], operation.call))
    facts = getattr(import_module(f"foxreach_client.operations.{resource}"), name.upper())
    example = operation.success[1].example
    route = route_of(foxreach_mock, operation)
    route.returns(getattr(msgspec.convert(example, facts.reply), facts.take))
    client = new_client(flavour)
    if operation.page:
        result = (await settled(list_of(client, operation).first_page())).items
    else:
        result = await called_by_example(client, operation)
    assert without_nulls(as_json(result)) == without_nulls(example[operation.take])
    assert [request.method for request in route.requests] == [operation.method]
    assert route.bodies == [operation.body.example if operation.body else None]


@FLAVOURS
@pytest.mark.parametrize("case", FAILURES, ids=str)
async def test_every_documented_failure_has_the_example_of_the_spec(
    case: Case, flavour: str, foxreach_mock: FoxReachMock
) -> None:
    route_of(foxreach_mock, case.operation).fails(case.status)
    with pytest.raises(fox.StatusError) as caught:
        await called_by_example(new_client(flavour), case.operation)
    assert caught.value.status == case.status
    assert as_json(caught.value.body) == case.reply.example


def test_an_undocumented_failure_is_refused(foxreach_mock: FoxReachMock) -> None:
    with pytest.raises(LookupError, match=r"leads\.get does not document 409; it documents 200, "):
        foxreach_mock.leads.get.fails(409)


def test_a_failure_has_the_given_detail_and_headers(foxreach_mock: FoxReachMock) -> None:
    foxreach_mock.leads.create.fails(429, detail="Slowly", headers={"Retry-After": "7"})
    with pytest.raises(fox.RateLimitedError) as caught:
        new_client("sync").leads.create(email="jane@example.com")
    assert (caught.value.detail, caught.value.retry_after) == ("Slowly", 7.0)


def test_answers_are_given_in_order_and_the_last_one_repeats(foxreach_mock: FoxReachMock) -> None:
    jane = factories.lead()
    foxreach_mock.leads.get.breaks(httpx2.ReadTimeout("late")).fails(404).returns(jane)
    client = new_client("sync")
    with pytest.raises(fox.OutcomeUnknownError, match="ReadTimeout"):
        client.leads.get("cld_1")
    with pytest.raises(fox.NotFoundError):
        client.leads.get("cld_1")
    assert [client.leads.get("cld_1"), client.leads.get("cld_1")] == [jane, jane]
    assert len(foxreach_mock.leads.get.requests) == 4


def test_a_list_is_answered_page_by_page(foxreach_mock: FoxReachMock) -> None:
    leads = [factories.lead(id=f"cld_{number}") for number in range(45)]
    foxreach_mock.leads.list.returns(leads)
    client = new_client("sync")
    assert list(client.leads.list()) == leads
    page = client.leads.list(page=2, page_size=40).first_page()
    assert (list(page.items), page.total, page.total_pages) == (leads[40:], 45, 2)


def test_a_delete_can_answer_204(foxreach_mock: FoxReachMock) -> None:
    foxreach_mock.leads.delete.returns(factories.deletion(), status=204)
    assert new_client("sync").leads.delete("cld_9").id == "cld_9"


def test_a_value_of_another_type_is_refused(foxreach_mock: FoxReachMock) -> None:
    routes: Any = foxreach_mock.leads
    with pytest.raises(TypeError, match=r"leads\.get cannot answer this: Object missing required field"):
        routes.get.returns(factories.campaign())
    with pytest.raises(TypeError, match=r"leads\.list cannot answer this: Expected `array`, got `object`"):
        routes.list.returns(factories.lead())


@pytest.mark.parametrize(("way", "status"), [("fails", 200), ("fails", 600), ("returns", 404)])
def test_returns_refuses_error_statuses_and_fails_success_statuses(
    foxreach_mock: FoxReachMock, way: str, status: int
) -> None:
    given: Any = {"fails": foxreach_mock.leads.get.fails, "returns": foxreach_mock.leads.get.returns}[way]
    with pytest.raises(ValueError, match=f"leads.get: {status} is not a"):
        given(*([factories.lead()] if way == "returns" else []), status=status)


def test_a_failure_can_have_the_body_of_a_factory(foxreach_mock: FoxReachMock) -> None:
    item = factories.validation_item(loc=["body", "email"], msg="no address")
    foxreach_mock.leads.create.fails(422, body=factories.validation_body(detail=[item]))
    with pytest.raises(fox.UnprocessableError) as caught:
        new_client("sync").leads.create(email="jane")
    assert [(error.field, error.message) for error in caught.value.errors] == [("email", "no address")]


def test_an_undocumented_body_needs_documented_false(foxreach_mock: FoxReachMock) -> None:
    route = foxreach_mock.leads.create
    with pytest.raises(TypeError, match=r"leads\.create cannot answer this: Object missing required field `detail`"):
        route.fails(409, body=factories.lead())
    route.fails(409, body=factories.lead(), documented=False)
    with pytest.raises(fox.ConflictError):
        new_client("sync").leads.create(email="jane@example.com")


def test_an_undocumented_failure_needs_documented_false(foxreach_mock: FoxReachMock) -> None:
    foxreach_mock.leads.get.fails(418, documented=False)
    with pytest.raises(fox.ClientError) as caught:
        new_client("sync").leads.get("cld_1")
    assert (caught.value.status, caught.value.documented, caught.value.detail) == (418, False, "Status 418")


def test_sent_bodies_are_models(foxreach_mock: FoxReachMock) -> None:
    foxreach_mock.leads.create.returns(factories.lead())
    foxreach_mock.leads.get.returns(factories.lead())
    new_client("sync").leads.create(email="jane@example.com", company=None, custom_fields={"Team Size": 12})
    new_client("sync").leads.get("cld_1")
    [sent] = foxreach_mock.leads.create.sent
    assert sent == fox.models.LeadCreate(email="jane@example.com", company=None, custom_fields={"Team Size": 12})
    assert foxreach_mock.leads.get.sent == [None]


def sleep_of_new_clients() -> object:
    """Return the sleep function of a client that is created now."""
    return inspect.signature(Transport.__init__).parameters["sleep"].default


def test_a_path_is_matched_whole(foxreach_mock: FoxReachMock) -> None:
    foxreach_mock.leads.get.returns(factories.lead())
    foxreach_mock.leads.activity.returns(factories.lead_activity())
    client = new_client("sync")
    client.leads.get("a/b")
    client.leads.activity("a")
    assert [request.url.raw_path for request in foxreach_mock.leads.get.requests] == [b"/api/v1/leads/a%2Fb"]


def test_a_literal_path_takes_precedence_over_a_parameter(foxreach_mock: FoxReachMock) -> None:
    foxreach_mock.inbox.get.returns(factories.thread())
    foxreach_mock.inbox.stats.returns(factories.inbox_stats())
    client = new_client("sync")
    assert client.inbox.stats() == factories.inbox_stats()
    assert client.inbox.get("rpl_1") == factories.thread()


def test_other_urls_are_left_to_other_mocks(foxreach_mock: FoxReachMock) -> None:
    other = "https://api.foxreach.io/api/v1/other"
    with pytest.raises(AllMockedAssertionError, match="not mocked"):
        httpx2.get(other)
    with respx.mock(using="httpcore2") as others:
        others.get(other).respond(204)
        assert httpx2.get(other).status_code == 204


@pytest.mark.parametrize("called", [0, 1])
def test_an_unused_answer_fails_the_test(called: int) -> None:
    def program() -> None:
        with FoxReachMock() as mock:
            mock.leads.get.returns(factories.lead()).fails(404)
            for _ in range(called):
                new_client("sync").leads.get("cld_1")

    with pytest.raises(AssertionError, match=f"leads.get: {2 - called} of its answers were never requested"):
        program()


def test_a_call_without_an_answer_fails_the_test_even_if_the_error_is_caught() -> None:
    def program() -> None:
        with FoxReachMock() as mock:
            with suppress(AssertionError):
                new_client("sync").leads.get("cld_1")
            mock.leads.get.returns(factories.lead())
            new_client("sync").leads.get("cld_1")

    with pytest.raises(AssertionError, match=r"^leads\.get was called before an answer was set up"):
        program()


@FLAVOURS
async def test_a_wait_advances_the_clock_of_the_mock(flavour: str, foxreach_mock: FoxReachMock) -> None:
    foxreach_mock.leads.get.fails(429, headers={"Retry-After": "50"}).returns(factories.lead())
    client = new_client(flavour, retry=fox.RetryPolicy())
    await settled(client.leads.get("cld_1"))
    assert foxreach_mock.clock.monotonic() >= 50


def test_a_client_created_afterwards_waits_in_real_time() -> None:
    real = sleep_of_new_clients()
    with FoxReachMock() as mock:
        assert sleep_of_new_clients() == mock.clock.sleep
    assert sleep_of_new_clients() is real


def test_an_error_of_the_test_takes_precedence_over_unused_answers() -> None:
    mock = FoxReachMock()
    mock.leads.get.returns(factories.lead())
    with pytest.raises(ZeroDivisionError), mock:
        raise ZeroDivisionError


@FLAVOURS
async def test_an_answer_is_computed_of_the_id_the_query_or_the_body(flavour: str, foxreach_mock: FoxReachMock) -> None:
    leads, client = foxreach_mock.leads, new_client(flavour)
    known = {"cld_1": factories.lead(id="cld_1"), "cld ü": factories.lead(id="cld ü")}
    leads.get.computes(lambda call: known.get(call.ids["lead_id"], 404))
    leads.list.computes(lambda call: [lead for name, lead in known.items() if name == call.query["search"]])
    leads.create.computes(lambda call: factories.lead(email=call.body.email) if call.body.tags else 409)
    assert [(await settled(client.leads.get(name))).id for name in known] == list(known)
    with pytest.raises(fox.NotFoundError):
        await settled(client.leads.get("cld_2"))
    found = (await settled(client.leads.list(search="cld_1").first_page())).items
    assert [lead.id for lead in found] == ["cld_1"]
    created = await settled(client.leads.create(email="jo@example.com", tags=["vip"]))
    assert created.email == "jo@example.com"
    with pytest.raises(fox.ConflictError):
        await settled(client.leads.create(email="jo@example.com"))
    assert [len(route.requests) for route in (leads.get, leads.list, leads.create)] == [3, 1, 2]


@pytest.mark.parametrize(
    ("answer", "error"), [(200, ValueError), (418, LookupError), (factories.template(), TypeError)], ids=repr
)
def test_a_computed_answer_that_is_no_answer_is_an_error(
    answer: Any, error: type[Exception], foxreach_mock: FoxReachMock
) -> None:
    foxreach_mock.leads.get.computes(lambda _: answer)
    with pytest.raises(error):
        new_client("sync").leads.get("cld_1")


def test_a_computed_answer_that_was_never_requested_is_reported() -> None:
    with (
        pytest.raises(AssertionError, match=r"leads.get: 1 of its answers were never requested"),
        FoxReachMock() as mock,
    ):
        mock.leads.get.computes(lambda _: 404)

"""All contestants do the same work, so that a wrong answer cannot win."""

import json
import re

import pytest
from foxreach_client import FoxReach, LeadCreate
from foxreach_client.operations.leads import leads_import_leads

from benchmarks import commands
from benchmarks.clock import output_of_child
from benchmarks.floor import Socket
from benchmarks.leads import KEY, compact, lead, rows
from benchmarks.others import stock_client, stock_module, vendor_client
from benchmarks.row import Place
from benchmarks.rows.coding import stock_lead, stock_request
from benchmarks.rows.sandbox import REQUESTS
from benchmarks.rows.starting import HELP_OF_LIST, HELPS
from benchmarks.sandbox_server import EMPTY, SANDBOX, process


def test_every_contestant_reads_the_same_hundred_leads(place: Place) -> None:
    stock_list = stock_module(".api.leads.leads_list").sync
    with (
        FoxReach(api_key=KEY, base_url=place.base_url) as ours,
        vendor_client(place) as vendor,
        stock_client(place) as stock,
        Socket(place.port) as floor,
    ):
        expected = [lead(number)["id"] for number in range(100)]
        assert [each.id for each in ours.leads.list(page_size=100).first_page().items] == expected
        assert [each.id for each in vendor.leads.list(page_size=100)] == expected
        assert [each.id for each in stock_list(client=stock, page_size=100).data] == expected
        assert [each["id"] for each in floor.get("/leads?pageSize=100")["data"]] == expected


def test_pages_of_the_server_have_their_numbers(place: Place) -> None:
    with FoxReach(api_key=KEY, base_url=place.base_url) as client:
        page = client.leads.list(page=999).first_page()
        last = page.next_page()
    assert (page.number, page.total) == (999, 100_000)
    assert last is not None
    assert last.next_page() is None


def test_both_imports_send_the_same_json(place: Place) -> None:
    table = rows(20)
    call = leads_import_leads(leads=[LeadCreate(**row) for row in table])
    theirs = stock_request(place)([stock_lead(row) for row in table])
    assert call.request.body is not None
    assert json.loads(call.request.body) == json.loads(theirs.content)
    assert len(call.request.body) == len(compact(json.loads(theirs.content)))


@pytest.mark.parametrize(("name", "said"), [("get", "email"), ("list", "meta"), ("create", "First mail")])
def test_the_measured_sandbox_works_and_the_empty_application_does_nothing(name: str, said: str) -> None:
    with process(SANDBOX) as (port, cpu), process(EMPTY) as (other, _), Socket(port) as ours, Socket(other) as theirs:
        assert said in ours.answer(REQUESTS[name]).decode()
        assert theirs.answer(REQUESTS[name]) == b'{"data":{}}'
        assert cpu() > 0


@pytest.mark.parametrize("name", HELPS)
def test_every_command_prints_the_options_of_the_list(name: str, place: Place) -> None:
    commands.write(place.folder)
    printed = output_of_child(HELP_OF_LIST.format(HELPS[name]), place.folder, "")
    assert {"--page", "--search", "--status"} <= set(re.findall(r"--\w+", printed))

"""What a client reports of replies that differ from the spec, and that its calls are none the worse for it."""

from __future__ import annotations

import importlib
import json
import logging
import subprocess
import sys
from typing import Any

import foxreach_client as fox
import httpx
import pytest
import respx
from foxreach_client.differences import Difference, differences_of
from foxreach_runtime.differences import watch as watching
from foxreach_runtime.differences.log_lines import differences_in

from tests.client.cases import BY_CALL
from tests.client.flavours import called_by_example, new_client, response

GET = BY_CALL["leads.get"]
LEAD: dict[str, Any] = {**GET.success[1].example["data"], "status": "snoozed", "score": 7}
EXPECTED = [("enum", "/data/status", "snoozed"), ("extra", "/data/score", "integer")]


@pytest.fixture
def differing(flavour: str, http_clients: dict[str, Any]) -> Any:
    """Return a maker of clients that look at each reply."""

    def client(**options: Any) -> Any:
        return new_client(flavour, http_client=http_clients[flavour], **{"sample": 1, **options})

    return client


def seen(found: list[Difference]) -> list[tuple[str, str, str]]:
    return [(one.kind, one.pointer, one.seen) for one in found]


async def test_each_difference_is_told_after_the_result_was_made(differing: Any, httpx2_mock: respx.Router) -> None:
    httpx2_mock.route().mock(response(200, {"data": LEAD}))
    found: list[Difference] = []
    lead = await called_by_example(differing(on_difference=found.append), GET)
    assert lead.status == "snoozed"
    assert seen(found) == EXPECTED
    assert {(one.operation, one.status, one.count) for one in found} == {("leads.get", 200, 1)}
    assert all(one.first == one.last is not None and one.line and one.place for one in found)


async def test_a_reply_that_raises_is_told_too(differing: Any, httpx2_mock: respx.Router) -> None:
    found: list[Difference] = []
    client = differing(on_difference=found.append)
    httpx2_mock.route().mock(response(418, {"detail": "x"}))
    with pytest.raises(fox.ClientError):
        await called_by_example(client, GET)
    httpx2_mock.route().mock(response(200, {"data": {**LEAD, "email": 5}}))
    with pytest.raises(fox.ResponseDecodeError):
        await called_by_example(client, GET)
    assert seen(found) == [("status", "", "418"), ("type", "/data/email", "integer"), *EXPECTED]


async def test_each_attempt_and_each_page_is_looked_at(differing: Any, httpx2_mock: respx.Router) -> None:
    found: list[Difference] = []
    client = differing(on_difference=found.append, retry=fox.RetryPolicy(backoff_base=0.0001, backoff_cap=0.0001))
    page = {"data": [LEAD, LEAD], "meta": {"page": 1, "pageSize": 2, "total": 2, "totalPages": 1}}
    httpx2_mock.route().mock(side_effect=[httpx.Response(503, text="busy"), response(200, page)])
    await called_by_example(client, BY_CALL["leads.list"])
    assert [(one.status, one.kind) for one in found[:4]] == [(503, "header")] * 3 + [(503, "shape")]
    assert [(one.pointer, one.count) for one in found[4:]] == [("/data/0/status", 2), ("/data/0/score", 2)]


async def test_a_log_line_has_no_value_and_can_be_read_back(
    differing: Any, httpx2_mock: respx.Router, caplog: pytest.LogCaptureFixture
) -> None:
    httpx2_mock.route().mock(response(200, {"data": {**LEAD, "phone": 15550100, "jane@example.com": 1}}))
    await called_by_example(differing(report_differences="log", on_mismatch="keep"), GET)
    lines = [record.getMessage() for record in caplog.records if record.name == "foxreach_client.differences"]
    assert seen(list(differences_in(lines)))[1:] == [*EXPECTED, ("extra", "/data/*", "integer")]
    assert "jane" not in "".join(lines).lower()
    assert "1555" not in "".join(lines)
    assert {record.levelno for record in caplog.records if "difference" in record.name} == {logging.WARNING}


async def test_a_fault_of_the_callback_is_logged_once_and_the_call_succeeds(
    differing: Any, httpx2_mock: respx.Router, caplog: pytest.LogCaptureFixture
) -> None:
    def fails(_: Difference) -> None:
        raise ZeroDivisionError

    httpx2_mock.route().mock(response(200, {"data": LEAD}))
    client = differing(on_difference=fails)
    for _ in range(2):
        assert (await called_by_example(client, GET)).status == "snoozed"
    assert [record.name for record in caplog.records].count("foxreach_client.differences") == 1


async def test_a_fault_of_the_comparison_is_logged_without_its_text(
    differing: Any, httpx2_mock: respx.Router, caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fails(*_: object, **__: object) -> list[Difference]:
        raise KeyError(LEAD["email"])

    monkeypatch.setattr(watching, "differences", fails)
    httpx2_mock.route().mock(response(200, {"data": LEAD}))
    client = differing(report_differences="log")
    for _ in range(2):
        assert (await called_by_example(client, GET)).status == "snoozed"
    assert caplog.text.count("leads.get: a reply could not be compared: KeyError") == 1
    assert LEAD["email"] not in caplog.text


async def test_only_a_share_of_the_calls_is_looked_at(
    differing: Any, httpx2_mock: respx.Router, monkeypatch: pytest.MonkeyPatch
) -> None:
    httpx2_mock.route().mock(response(200, {"data": LEAD}))
    found: list[Difference] = []
    drawn = iter([0.0, 0.009, 0.01, 0.5, 0.999])
    monkeypatch.setattr(watching, "random", lambda: next(drawn))
    client = differing(on_difference=found.append, sample=0.01)
    for _ in range(5):
        await called_by_example(client, GET)
    assert len(found) == 2 * len(EXPECTED)


async def test_with_options_changes_each_choice_alone(differing: Any, httpx2_mock: respx.Router) -> None:
    httpx2_mock.route().mock(response(200, {"data": LEAD}))
    found: list[Difference] = []
    other: list[Difference] = []
    client = differing(on_difference=found.append)
    for each in (
        client.with_options(timeout=3.0),
        client.with_options(sample=0.0),
        client.with_options(on_difference=None),
        client.with_options(on_difference=None).with_options(on_difference=other.append),
        new_client("sync").with_options(timeout=3.0),
    ):
        await called_by_example(each, GET)
    assert (seen(found), seen(other)) == (EXPECTED, EXPECTED)


async def test_a_large_body_is_not_looked_at_but_its_headers_are(
    differing: Any, httpx2_mock: respx.Router, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(watching, "LARGEST", 10)
    httpx2_mock.route().mock(httpx.Response(200, json={"data": LEAD}))
    found: list[Difference] = []
    await called_by_example(differing(on_difference=found.append), GET)
    assert {one.kind for one in found} == {"header"}


def test_the_room_is_imported_only_by_a_client_that_asks() -> None:
    code = (
        "import sys, foxreach_client as fox; client = fox.FoxReach(api_key='otr_1', sample=0.01)\n"
        "client.with_options(timeout=2.0); room = 'foxreach_runtime.differences'\n"
        "assert not [name for name in sys.modules if name.startswith(room)]\n"
        "client.with_options(report_differences='log'); assert room in sys.modules"
    )
    subprocess.run([sys.executable, "-c", code], check=True)


def test_a_reply_at_hand_can_be_compared_without_a_client() -> None:
    body = json.dumps({"data": LEAD}).encode()
    assert seen(differences_of("leads.get", 200, None, body)) == EXPECTED
    assert seen(differences_of("leads.get", 200, None, {"data": LEAD})) == EXPECTED


async def test_a_call_with_spans_is_sampled_once(
    differing: Any, httpx2_mock: respx.Router, monkeypatch: pytest.MonkeyPatch
) -> None:
    pytest.importorskip("opentelemetry.sdk.trace")
    importlib.import_module("opentelemetry.trace")
    httpx2_mock.route().mock(response(200, {"data": LEAD}))
    found: list[Difference] = []
    drawn = iter([0.5, 0.001, 0.5])
    monkeypatch.setattr(watching, "random", lambda: next(drawn))
    client = differing(on_difference=found.append, sample=0.01)
    for _ in range(3):
        await called_by_example(client, GET)
    assert seen(found) == EXPECTED

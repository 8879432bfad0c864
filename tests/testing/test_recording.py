"""A recording holds nothing of a person, and a client gets the same from it as from the API."""

from __future__ import annotations

import inspect
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import foxreach_client as fox
import httpx2
import pytest
from foxreach_client.recording import (
    Exchange,
    NotRecordedError,
    Recorder,
    Recording,
    UnsafeRecordingError,
    differences_in,
    recorder,
)
from foxreach_client.testing import Fault, Sandbox

SECRETS = ["jane", "acme", "5550100", "Rome", "Home", "cld_77", "otr_"]
PERSON: dict[str, Any] = {
    "email": "Jane.Doe@acme.example",
    "first_name": "Jane",
    "company": "Acme",
    "phone": "+1 5550100",
    "website": "https://acme.example/jane",
    "custom_fields": {"Home Town": "Rome", "Jane": {"size": 15550100}},
    "tags": ["jane"],
}


@pytest.fixture(params=["sync", "async"])
def flavour(request: pytest.FixtureRequest) -> str:
    return str(request.param)


async def value_of(value: Any) -> Any:
    return await value if inspect.isawaitable(value) else value


def recording_client(flavour: str, sandbox: Sandbox) -> tuple[Any, Recorder]:
    recording = recorder(sandbox.transport() if flavour == "sync" else sandbox.async_transport())
    http: dict[str, Any] = {"sync": httpx2.Client, "async": httpx2.AsyncClient}
    kinds: dict[str, Any] = {"sync": fox.FoxReach, "async": fox.AsyncFoxReach}
    options = {"api_key": sandbox.key, "base_url": sandbox.url}
    return kinds[flavour](http_client=http[flavour](transport=recording), **options), recording


async def story(client: Any, person: dict[str, Any], missing: str) -> list[Any]:
    """Return what a client gets in the life of a lead."""
    lead = await value_of(client.leads.create(**person))
    found = await value_of(client.leads.list(email=lead.email).first())
    searched = await value_of(client.leads.list(search=person["first_name"]).first())
    with pytest.raises(fox.NotFoundError) as caught:
        await value_of(client.leads.get(missing))
    gone = await value_of(client.leads.delete(lead.id))
    return [lead, found == lead, searched == lead, caught.value.status, gone.deleted, gone.id == lead.id]


async def test_values_that_are_equal_in_python_alone_are_different_requests(
    flavour: str, request: pytest.FixtureRequest, tmp_path: Path
) -> None:
    sent = {"email": "person1@example.com", "customFields": {"opted_in": 1}}
    Recording((Exchange("leads.create", "POST", "/leads", (), sent, 409, {}, None),)).write(tmp_path / "file.json")
    client = request.getfixturevalue("foxreach_replay" if flavour == "sync" else "foxreach_replay_async")(
        tmp_path / "file.json"
    )
    for value, error in ((True, NotRecordedError), (1, fox.ConflictError)):
        with pytest.raises(error):
            await value_of(client.leads.create(email="person1@example.com", custom_fields={"opted_in": value}))


async def test_a_recording_has_no_value_of_a_person_and_replays_the_same(
    flavour: str, foxreach_sandbox: Sandbox, request: pytest.FixtureRequest, tmp_path: Path
) -> None:
    client, recording = recording_client(flavour, foxreach_sandbox)
    real = await story(client, PERSON, "cld_77")
    file = tmp_path / "lead.json"
    recording.recording.write(file, secrets=[foxreach_sandbox.key])
    text = file.read_text("utf-8")
    assert [secret for secret in SECRETS if secret.lower() in text.lower()] == []
    first = json.loads(text)["exchanges"][0]
    sent = {fox_name: first["sent"][name] for fox_name, name in NAMES.items()}
    missing = json.loads(text)["exchanges"][3]["path"].rpartition("/")[2]
    assert first["body"]["data"]["email"] == sent["email"] == "person1@example.com"
    replay = request.getfixturevalue("foxreach_replay" if flavour == "sync" else "foxreach_replay_async")
    again = await story(replay(file), sent, missing)
    assert again[1:] == real[1:]
    assert again[0].first_name == sent["first_name"]
    assert (again[0].status, again[0].created_at) == (real[0].status, real[0].created_at)
    assert differences_in(Recording.read(file)) == []


NAMES = {
    "email": "email",
    "first_name": "firstName",
    "company": "company",
    "phone": "phone",
    "website": "website",
    "custom_fields": "customFields",
    "tags": "tags",
}


def test_what_is_not_recorded_is_an_error_without_a_value(
    foxreach_replay: Callable[[Path], fox.FoxReach], tmp_path: Path
) -> None:
    file = tmp_path / "empty.json"
    Recording().write(file)
    with pytest.raises(NotRecordedError) as caught:
        foxreach_replay(file).leads.list(email="jane@example.com").first()
    assert "jane" not in str(caught.value)


def test_each_reply_is_given_once_and_in_order(
    foxreach_sandbox: Sandbox, foxreach_replay: Callable[[Path], fox.FoxReach], tmp_path: Path
) -> None:
    client, recording = recording_client("sync", foxreach_sandbox)
    lead = client.leads.create(email="jane@acme.example")
    client.leads.update(lead.id, notes="new")
    client.leads.get(lead.id)
    foxreach_sandbox.faults.next("leads.get", 1, Fault.status(503, retry_after=0))
    client.leads.get(lead.id)
    file = tmp_path / "lead.json"
    recording.recording.write(file)
    assert [each.status for each in Recording.read(file).exchanges] == [201, 200, 200, 503, 200]
    again = foxreach_replay(file)
    assert again.leads.get("cld_1") == again.leads.get("cld_1")  # The second one was repeated.
    with pytest.raises(NotRecordedError):
        again.leads.get("cld_1")


def test_a_difference_is_still_in_the_recording(foxreach_sandbox: Sandbox, tmp_path: Path) -> None:
    client, recording = recording_client("sync", foxreach_sandbox)
    foxreach_sandbox.faults.next("inbox.stats", 1, Fault.answer({"data": {"total": "many", "Jane": 1}}))
    foxreach_sandbox.faults.next("leads.get", 1, Fault.html(502))
    for call in (client.inbox.stats, lambda: client.with_options(retry=ONCE).leads.get("cld_1")):
        with pytest.raises(fox.FoxReachError):
            call()
    recording.recording.write(tmp_path / "a.json")
    found = {(each.operation, each.kind, each.pointer) for each in differences_in(Recording.read(tmp_path / "a.json"))}
    assert ("inbox.stats", "type", "/data/total") in found
    assert ("leads.get", "shape", "") in found
    assert "Jane" not in (tmp_path / "a.json").read_text("utf-8")


ONCE = fox.RetryPolicy(max_attempts=1)


@pytest.mark.parametrize(
    "held",
    ["jane@acme.example", "otr_5ecretKey", "said: jane.doe@mail.acme.com!", "the very key", {"a": ["x@y.de"]}],
)
def test_a_recording_with_a_key_or_an_address_is_not_written(held: Any, tmp_path: Path) -> None:
    for place in (
        {"body": held},
        {"sent": {"x": held}},
        {"headers": {"x-echo": str(held)}},
        {"query": (("a", str(held)),)},
    ):
        plain: dict[str, Any] = {"sent": None, "headers": {}, "query": (), "body": None, **place}
        exchange = Exchange("leads.get", "GET", "/leads/cld_1", status=200, **plain)
        with pytest.raises(UnsafeRecordingError) as caught:
            Recording((exchange,)).write(tmp_path / "a.json", secrets=["the very key"])
        assert "jane" not in str(caught.value)
    assert not (tmp_path / "a.json").exists()

"""The receiver of webhooks: what the sandbox delivers is handled once, what is forged is refused, nothing leaks."""

from __future__ import annotations

import hashlib
import hmac
import json
import re
import signal
import socket
import sqlite3
import threading
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import httpx2
import pytest
from foxreach_client import FoxReach, WebhookEvent, parse_delivery
from foxreach_sandbox import Sandbox

from tests.client.cases import SPEC
from tests.examples.running import loaded, started

receiving = loaded("webhook_receiver")
Captured = pytest.CaptureFixture[str]
SECRET = "a-secret-of-the-tests"
ALL = list(WebhookEvent)


def signed(body: bytes, secret: str = SECRET) -> dict[str, str]:
    """Return the header that FoxReach would send with *body*."""
    return {"X-Webhook-Signature": hmac.new(secret.encode(), body, hashlib.sha256).hexdigest()}


def delivery(event: str = "lead.created", **data: Any) -> bytes:
    """Return the body of a delivery."""
    return json.dumps({"event": event, "timestamp": "2026-01-15T10:30:00Z", "data": data}).encode()


class Running:
    """A receiver on a free port of loopback, in a thread."""

    def __init__(self, file: Path, secret: str = SECRET) -> None:
        self.server = receiving.Receiver(("127.0.0.1", 0), secret, file)
        self.url = f"http://127.0.0.1:{self.server.server_port}/"
        self.thread = threading.Thread(target=self.server.serve_forever, args=[0.01])
        self.thread.start()

    def post(self, body: bytes, headers: dict[str, str]) -> int:
        return httpx2.post(self.url, content=body, headers=headers, trust_env=False).status_code

    def stop(self) -> None:
        """Stop once: every delivery that was answered has been handled then."""
        if self.thread.is_alive():
            self.server.shutdown()
            self.thread.join()
            self.server.server_close()


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "deliveries.sqlite"


@pytest.fixture
def receiver(file: Path) -> Iterator[Running]:
    """A receiver that is stopped at the end."""
    running = Running(file)
    yield running
    running.stop()


def kept(file: Path) -> list[bytes | None]:
    """Return the bodies that are kept; None for one that was handled."""
    with closing(sqlite3.connect(file)) as base:
        return [body for (body,) in base.execute("SELECT body FROM deliveries")]


def test_the_deliveries_of_a_campaign_are_handled_once_each_and_say_nothing_of_leads(
    foxreach: FoxReach, foxreach_sandbox: Sandbox, file: Path, capsys: Captured
) -> None:
    hook = foxreach.webhooks.create(url="http://127.0.0.1:9/", events=ALL)
    running = Running(file, hook.secret)
    try:
        foxreach.webhooks.update(hook.id, url=running.url)
        foxreach_sandbox.deliveries.duplicate_next(100)
        campaign, lead = all_that_happens(foxreach, foxreach_sandbox)
    finally:
        foxreach_sandbox.deliveries.run_due()
        running.stop()
    out, err = capsys.readouterr()
    assert {line["status"] for line in foxreach_sandbox.deliveries.log} == {204}
    lines = out.splitlines()
    assert len(foxreach_sandbox.deliveries.log) == 2 * len(lines)
    assert {line.split(":")[0] for line in lines} == {*ALL} - {"email.failed"}  # In the sandbox no mail fails.
    assert f"lead.created: {lead}" in lines
    assert f"campaign.completed: {campaign}" in lines
    assert err == ""
    assert not re.search("@|Jane|Call me", out)
    assert kept(file) == [None] * len(lines)


def all_that_happens(client: FoxReach, sandbox: Sandbox) -> tuple[str, str]:
    """Let a campaign live, and return its id and that of its lead."""
    lead = client.leads.create(email="jane@example.com", first_name="Jane").id
    client.leads.update(lead, company="Acme")
    campaign = client.campaigns.create(name="Spring").id
    account = sandbox.world.account("sales@example.com")["id"]
    client.campaigns.sequences.create(campaign, subject="Hello", body="Hello Jane")
    client.campaigns.add_accounts(campaign, account_ids=[account])
    client.campaigns.add_leads(campaign, lead_ids=[lead])
    client.campaigns.start(campaign)
    client.campaigns.pause(campaign)
    sandbox.clock.advance(1)  # In the same second its event would be that of the start, and taken for its double.
    client.campaigns.resume(campaign)
    sandbox.world.send(campaign, lead)
    sandbox.world.open(campaign, lead)
    reply = sandbox.world.reply(lead, "Call me", campaign=campaign)["id"]
    client.inbox.update(reply, category="interested")
    sandbox.world.bounce(campaign, lead)
    sandbox.world.complete(campaign)
    return campaign, lead


def test_a_delivery_that_was_answered_too_late_comes_again_and_is_not_handled_again(
    foxreach: FoxReach, foxreach_sandbox: Sandbox, file: Path, capsys: Captured
) -> None:
    hook = foxreach.webhooks.create(url="http://127.0.0.1:9/", events=["lead.created"])
    running, real = Running(file, hook.secret), foxreach_sandbox.deliveries.post

    def loses_the_first_answer(url: str, body: bytes, headers: dict[str, str]) -> int | None:
        status = real(url, body, headers)
        return status if foxreach_sandbox.deliveries.log else None

    foxreach_sandbox.deliveries.post = loses_the_first_answer
    try:
        foxreach.webhooks.update(hook.id, url=running.url)
        foxreach.leads.create(email="jane@example.com")
        foxreach_sandbox.deliveries.run_due()
        foxreach_sandbox.clock.advance(60)
    finally:
        running.stop()
    assert [line["status"] for line in foxreach_sandbox.deliveries.log] == [None, 204]
    assert len(capsys.readouterr().out.splitlines()) == 1


@pytest.mark.parametrize(
    ("body", "headers", "status"),
    [
        (delivery(), {}, 401),
        (delivery(), {"X-Webhook-Signature": ""}, 401),
        (delivery(), signed(delivery(), "the secret of yesterday"), 401),
        (delivery(leadId="a"), signed(delivery(leadId="b")), 401),
        (delivery(), {"X-Webhook-Signature": signed(delivery())["X-Webhook-Signature"].upper()}, 401),
        (b"", signed(b""), 400),
        (b"[]", signed(b"[]"), 400),
        (b"{", signed(b"{"), 400),
        (b"x" * ((1 << 20) + 1), signed(b"x" * ((1 << 20) + 1)), 413),
    ],
)
def test_what_is_no_delivery_of_ours_is_refused_and_not_kept(
    receiver: Running, file: Path, capsys: Captured, *, body: bytes, headers: dict[str, str], status: int
) -> None:
    if status == 413:  # The answer comes before the body was read, so that a client may see a reset in its place.
        assert raw(receiver, f"Content-Length: {len(body)}").startswith(b"HTTP/1.0 413 ")
    else:
        assert receiver.post(body, headers) == status
    receiver.stop()
    assert kept(file) == []
    assert capsys.readouterr() == ("", "")


def raw(running: Running, *headers: str) -> bytes:
    """Return the answer to a POST with these headers and no body."""
    with socket.create_connection(("127.0.0.1", running.server.server_port), timeout=30) as connection:
        connection.sendall("\r\n".join(["POST / HTTP/1.1", "Host: x", *headers, "", ""]).encode("latin-1"))
        return connection.makefile("rb").read()


@pytest.mark.parametrize(
    ("header", "status"),
    [
        ("Transfer-Encoding: chunked", 411),
        ("Content-Length: -1", 411),
        ("Content-Length: ²", 411),
        (f"Content-Length: {'9' * 5000}", 413),
        ("Content-Length: 1048577", 413),
    ],
)
def test_a_body_without_bounds_is_not_read(receiver: Running, header: str, status: int) -> None:
    assert raw(receiver, header).startswith(f"HTTP/1.0 {status} ".encode())


def test_a_body_up_to_the_bound_is_taken_and_an_unknown_event_is_named(receiver: Running, capsys: Captured) -> None:
    body = delivery("lead.sneezed", secret="jane@example.com").ljust(1 << 20)
    assert receiver.post(body, signed(body)) == 204
    receiver.stop()
    line = "lead.sneezed: unknown to this version of the client, or with other data than it knows\n"
    assert capsys.readouterr().out == line


def test_a_known_event_with_other_data_is_kept_and_handled(receiver: Running, file: Path, capsys: Captured) -> None:
    body = delivery("reply.received", replyId=5)
    assert receiver.post(body, signed(body)) == 204
    receiver.stop()
    assert capsys.readouterr().out.startswith("reply.received: unknown")
    assert kept(file) == [None]


def test_a_delivery_is_replayed_in_vain_also_after_a_restart(file: Path, capsys: Captured) -> None:
    body = delivery(leadId="cld_1")
    for _ in range(2):
        running = Running(file)
        assert [running.post(body, signed(body)) for _ in range(2)] == [204, 204]
        running.stop()
    assert capsys.readouterr().out == "lead.created: cld_1\n"


def test_what_failed_is_handled_at_the_next_start_and_its_data_is_not_told(
    receiver: Running, file: Path, capsys: Captured, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fails(_: object) -> str:
        raise LookupError("jane@example.com")

    with monkeypatch.context() as patch:
        patch.setattr(receiving, "story", fails)
        body = delivery(leadId="cld_1", email="jane@example.com")
        assert receiver.post(body, signed(body)) == 204
        receiver.server.handle_left()
        receiver.stop()
    assert set(capsys.readouterr().err.splitlines()) == {"Not handled: LookupError"}
    assert kept(file) == [body]
    again = Running(file)
    again.server.handle_left()
    again.stop()
    assert capsys.readouterr().out == "lead.created: cld_1\n"
    assert kept(file) == [None]


def test_a_delivery_that_cannot_be_kept_is_not_answered_with_success(receiver: Running, file: Path) -> None:
    with closing(sqlite3.connect(file)) as base, base:
        base.execute("DROP TABLE deliveries")
    with pytest.raises(httpx2.RemoteProtocolError):
        receiver.post(delivery(), signed(delivery()))


@pytest.mark.parametrize("event", ALL)
def test_every_event_of_the_spec_has_its_line(event: str) -> None:
    request: dict[str, Any] = SPEC["webhooks"][event]["post"]["requestBody"]["content"]["application/json"]
    body = json.dumps(request["example"]).encode()
    line = receiving.story(parse_delivery(body, signed(body)["X-Webhook-Signature"], SECRET))
    assert re.fullmatch(rf"{event}: [a-z]+_\w+.*", line)
    assert "@" not in line


@pytest.mark.parametrize("ending", [signal.SIGTERM, signal.SIGINT])
def test_as_a_program_it_receives_until_a_signal_ends_it(
    foxreach: FoxReach, foxreach_sandbox: Sandbox, monkeypatch: pytest.MonkeyPatch, file: Path, ending: signal.Signals
) -> None:
    hook = foxreach.webhooks.create(url="http://127.0.0.1:9/", events=["lead.created"])
    monkeypatch.setenv("FOXREACH_WEBHOOK_SECRET", hook.secret)
    receiving.Receiver(("127.0.0.1", 0), hook.secret, file).server_close()
    left = delivery(leadId="cld_0")
    with closing(sqlite3.connect(file)) as base, base:  # As a crash would leave it.
        base.execute("INSERT INTO deliveries VALUES (?, ?)", (*signed(left, hook.secret).values(), left))
    with started("webhook_receiver", "--port", "0", "--file", file) as (running, lines):
        assert lines.readline() == "lead.created: cld_0\n"
        foxreach.webhooks.update(hook.id, url=lines.readline().strip().removeprefix("Listening at "))
        foxreach_sandbox.deliveries.duplicate_next()
        lead = foxreach.leads.create(email="jane@example.com").id
        foxreach_sandbox.deliveries.run_due()
        running.send_signal(ending)
        out, err = running.communicate(timeout=30)
    assert (running.returncode, out, err) == (0, f"lead.created: {lead}\n", "")
    assert [line["status"] for line in foxreach_sandbox.deliveries.log] == [204, 204]


@pytest.mark.parametrize(
    ("secret", "options", "words"),
    [
        ("", [], "FOXREACH_WEBHOOK_SECRET is not set"),
        (SECRET, ["--file", "/nowhere/file"], "cannot be used"),
        (SECRET, ["--port", "70000"], "cannot be used"),
    ],
)
def test_a_wrong_setting_ends_the_program_with_2(
    monkeypatch: pytest.MonkeyPatch, file: Path, capsys: Captured, *, secret: str, options: list[str], words: str
) -> None:
    monkeypatch.setenv("FOXREACH_WEBHOOK_SECRET", secret)
    monkeypatch.setattr("sys.argv", ["webhook_receiver.py", "--file", str(file), *options])
    with pytest.raises(SystemExit) as end:
        receiving.main()
    assert end.value.code == 2
    assert words in capsys.readouterr().err

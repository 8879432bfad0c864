"""What the receiver refuses: deliveries that are not signed, forged or stale, and bodies without bounds."""

from __future__ import annotations

import socket
from pathlib import Path

import pytest

from tests.examples.receiver import SECRET, Running, delivery, kept, receiving, signed

Captured = pytest.CaptureFixture[str]


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
    receiver: Running, store: Path, capsys: Captured, *, body: bytes, headers: dict[str, str], status: int
) -> None:
    if status == 413:  # The answer comes before the body was read, so that a client may see a reset in its place.
        assert raw(receiver, f"Content-Length: {len(body)}").startswith(b"HTTP/1.0 413 ")
    else:
        assert receiver.post(body, headers) == status
    receiver.stop()
    assert kept(store) == []
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
    line = "lead.sneezed: unknown to this program, or with other data than the client knows\n"
    assert capsys.readouterr().out == line


@pytest.mark.parametrize(
    ("secret", "options", "words"),
    [
        ("", [], "FOXREACH_WEBHOOK_SECRET is not set"),
        (SECRET, ["--file", "/nowhere/file"], "cannot be used"),
        (SECRET, ["--port", "70000"], "cannot be used"),
    ],
)
def test_a_wrong_setting_ends_the_program_with_2(
    monkeypatch: pytest.MonkeyPatch, store: Path, capsys: Captured, *, secret: str, options: list[str], words: str
) -> None:
    monkeypatch.setenv("FOXREACH_WEBHOOK_SECRET", secret)
    monkeypatch.setattr("sys.argv", ["webhook_receiver.py", "--file", str(store), *options])
    with pytest.raises(SystemExit) as end:
        receiving.main()
    assert end.value.code == 2
    assert words in capsys.readouterr().err

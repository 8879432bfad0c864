"""The doctor's checks of proxy, network and TLS, with a network that the test makes up."""

from __future__ import annotations

import contextlib
import socket
import ssl
from typing import Any

import pytest
from foxreach_sandbox import Fault, Sandbox
from foxreach_shell import doctor

from tests.cli.shell import Shell

URL = "https://api.example.com/api/v1"
VARIABLES = ("HTTPS_PROXY", "HTTP_PROXY", "ALL_PROXY", "NO_PROXY")


class Line(contextlib.AbstractContextManager["Line"]):
    """A connection; it is encrypted, too."""

    def __exit__(self, *_: object) -> None:
        """Close it."""

    def version(self) -> str:
        """Return the version of TLS."""
        return "TLSv1.3"


class Context:
    """A TLS context whose handshake fails with *fault*, if there is one."""

    def __init__(self, fault: Exception | None) -> None:
        self.fault = fault
        self.names: list[str] = []

    def wrap_socket(self, _: object, *, server_hostname: str) -> Line:
        """Shake hands."""
        self.names.append(server_hostname)
        if self.fault:
            raise self.fault
        return Line()


@pytest.fixture(autouse=True)
def _no_proxy(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in VARIABLES:
        monkeypatch.delenv(name, raising=False)
        monkeypatch.delenv(name.lower(), raising=False)


def connecting(
    monkeypatch: pytest.MonkeyPatch, fault: Exception | None = None, handshake: Exception | None = None
) -> tuple[list[Any], Context]:
    """Make up a network; return where it was connected to, and its TLS context."""
    places, context = list[Any](), Context(handshake)

    def connection(place: Any, timeout: float) -> Line:
        places.append(place)
        if fault:
            raise fault
        return Line()

    monkeypatch.setattr(socket, "create_connection", connection)
    monkeypatch.setattr(ssl, "create_default_context", lambda: context)
    return places, context


@pytest.mark.parametrize(
    ("fault", "words"),
    [
        (None, "TLSv1.3, the certificate is valid"),
        (ssl.SSLCertVerificationError(1, "self-signed"), "a proxy reads along, or certificates are missing"),
        (ssl.SSLEOFError(8, "EOF"), "a proxy reads along, or certificates are missing"),
    ],
)
def test_tls_is_tried(fault: Exception | None, words: str, monkeypatch: pytest.MonkeyPatch) -> None:
    places, context = connecting(monkeypatch, handshake=fault)
    network, tls = doctor._network(URL)  # pyright: ignore[reportPrivateUsage]
    assert network == ("network", True, "connected to api.example.com:443")
    assert (tls[:2], words in tls[2]) == (("TLS", fault is None), True), tls
    assert (places, context.names) == ([("api.example.com", 443)], ["api.example.com"])


@pytest.mark.parametrize(
    ("fault", "words"),
    [
        (socket.gaierror(-2, "Name or service not known"), "Name or service not known"),
        (TimeoutError("timed out"), "timed out"),
        (ConnectionRefusedError(111, "Connection refused"), "Connection refused"),
    ],
)
def test_a_network_that_fails_ends_the_checks(
    fault: Exception, words: str, shell: Shell, monkeypatch: pytest.MonkeyPatch
) -> None:
    connecting(monkeypatch, fault)
    del shell.options["http_client"], shell.options["base_url"]
    done = shell("doctor", "--base-url", URL)
    assert (done.status, words in done.out) == (1, True)
    assert [line.split()[:2] for line in done.out.splitlines()[-2:]] == [["ok", "server"], ["FAIL", "network"]]


def test_tls_that_fails_ends_the_checks(shell: Shell, monkeypatch: pytest.MonkeyPatch) -> None:
    connecting(monkeypatch, handshake=ssl.SSLCertVerificationError(1, "self-signed"))
    del shell.options["http_client"], shell.options["base_url"]
    done = shell("doctor", "--base-url", URL)
    assert (done.status, done.out.splitlines()[-1].split()[:2]) == (1, ["FAIL", "TLS"])
    assert shell.sandbox.state.requests == []


@pytest.mark.parametrize(
    ("variables", "url", "name"),
    [
        ({}, URL, ""),
        ({"HTTPS_PROXY": "http://p:1"}, URL, "HTTPS_PROXY"),
        ({"https_proxy": "http://p:1"}, URL, "HTTPS_PROXY"),
        ({"ALL_PROXY": "http://p:1"}, URL, "ALL_PROXY"),
        ({"HTTP_PROXY": "http://p:1"}, URL, ""),
        ({"HTTP_PROXY": "http://p:1"}, "http://box.example.com/api/v1", "HTTP_PROXY"),
        ({"NO_PROXY": "api.example.com"}, URL, ""),
        ({"HTTPS_PROXY": "http://p:1", "NO_PROXY": "example.com"}, URL, ""),
        ({"HTTPS_PROXY": "http://p:1", "NO_PROXY": "example.org"}, URL, "HTTPS_PROXY"),
        ({"HTTP_PROXY": "http://p:1"}, "http://127.0.0.1:8000/api/v1", ""),
        ({"ALL_PROXY": "http://p:1"}, "http://localhost:8000/api/v1", ""),
    ],
)
def test_the_proxy_of_an_address_is_named(
    variables: dict[str, str], url: str, name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    for variable, value in variables.items():
        monkeypatch.setenv(variable, value)
    assert doctor.proxy_of(url) == name


def test_behind_a_proxy_the_call_alone_tells(monkeypatch: pytest.MonkeyPatch, shell: Shell) -> None:
    monkeypatch.setenv("HTTPS_PROXY", "http://me:s3cret@127.0.0.1:9")
    network = list[str]()
    monkeypatch.setattr(doctor, "_network", network.append)
    del shell.options["http_client"], shell.options["base_url"]
    done = shell("doctor", "--base-url", URL)
    assert (done.status, network) == (1, [])
    assert "ok    proxy     set by HTTPS_PROXY" in done.out
    assert "FAIL  call" in done.out
    assert "s3cret" not in done.out + done.err


@pytest.mark.parametrize(
    ("url", "here"),
    [
        ("http://127.0.0.1:1/", True),
        ("http://127.8.0.1/", True),
        ("http://localhost", True),
        ("http://[::1]:8", True),
        ("https://127.example.com", False),
        ("https://localhost.example.com", False),
        ("https://10.0.0.1", False),
    ],
)
def test_an_address_of_this_machine_is_what_the_client_takes_for_one(url: str, here: bool) -> None:
    assert doctor.is_here(url) == here


@pytest.mark.parametrize(
    ("calls", "status", "words"), [(1, 0, "ok    quota     0 of 2"), (2, 1, "FAIL  quota     no call")]
)
def test_the_doctor_waits_for_no_quota(calls: int, status: int, words: str) -> None:
    box = Shell(Sandbox(limit=2), attempts=4)
    for _ in range(calls):
        assert box("leads", "list").status == 0
    before = box.sandbox.clock.monotonic()
    done = box("doctor")
    assert (done.status, words in done.out, "waiting" in done.err) == (status, True, False), done.out + done.err
    assert box.sandbox.clock.monotonic() == before


def test_a_wait_after_a_429_is_one_for_the_quota(demo: Shell) -> None:
    box = Shell(demo.sandbox, attempts=2)
    for status, words in ((429, "the quota"), (503, "another attempt")):
        box.sandbox.faults.next("leads.list", 1, Fault.status(status, headers={"Retry-After": "5"}))
        done = box("leads", "list")
        assert (done.status, done.err.splitlines()[0]) == (0, f"foxr: leads.list: waiting 5 s for {words}"), done.err

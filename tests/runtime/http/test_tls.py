"""Which certificates a client trusts: those that the environment names when the client is made."""

from __future__ import annotations

import json
import os
import shutil
import socket
import ssl
import subprocess
import threading
from collections.abc import Generator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

import anyio
import pytest
import trustme
from foxreach_runtime.errors import ConfigurationError, NotSentError
from foxreach_runtime.http.tls import VARIABLES, TrustSettings, ssl_context
from foxreach_runtime.options.retry_policy import RetryPolicy

from ..loopback import answering, received, serving
from ..sample import GET, KEY, LEAD, Client, ClientAsync

AUTHORITY: Any = trustme.CA()
ANOTHER: Any = trustme.CA()
ONCE = RetryPolicy(max_attempts=1)
both = pytest.mark.parametrize("flavour", ["sync", "async"])


@pytest.fixture(autouse=True)
def environment(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in (*VARIABLES, "SSLKEYLOGFILE", "HTTPS_PROXY", "https_proxy", "ALL_PROXY", "all_proxy", "NO_PROXY"):
        monkeypatch.delenv(name, raising=False)


@pytest.fixture
def bundle(tmp_path: Path) -> Path:
    file = tmp_path / "bundle.pem"
    AUTHORITY.cert_pem.write_to_path(file)
    return file


@pytest.fixture(scope="module")
def url() -> Generator[str]:
    identity = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    AUTHORITY.issue_cert("127.0.0.1", "localhost").configure_cert(identity)
    with secure_server(identity) as port:
        yield f"https://127.0.0.1:{port}"


@contextmanager
def secure_server(identity: ssl.SSLContext) -> Generator[int]:
    speak = answering(200, json.dumps({"data": LEAD}).encode())
    listening = socket.create_server(("127.0.0.1", 0))

    def converse(connection: socket.socket) -> None:
        with suppress(OSError), identity.wrap_socket(connection, server_side=True) as secured:
            while received(secured):
                speak(secured)

    def serve() -> None:
        with suppress(OSError):
            while True:
                threading.Thread(target=converse, args=(listening.accept()[0],), daemon=True).start()

    threading.Thread(target=serve, daemon=True).start()
    try:
        yield listening.getsockname()[1]
    finally:
        listening.close()


def new_client(flavour: str, url: str) -> Any:
    return (Client if flavour == "sync" else ClientAsync)(api_key=KEY, base_url=url, retry=ONCE)


def called(client: Any) -> str:
    """Return what *client* gets, and close it."""
    if isinstance(client, Client):
        with client:
            return client._transport.run(GET).id  # pyright: ignore[reportPrivateUsage]

    async def main() -> str:
        async with client:
            return str((await client._transport.run(GET)).id)

    return anyio.run(main)


@both
@pytest.mark.parametrize("name", VARIABLES)
def test_after_a_certificate_was_refused_a_variable_helps_the_next_client(
    flavour: str, name: str, url: str, bundle: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with pytest.raises(NotSentError, match="CERTIFICATE_VERIFY_FAILED"):
        called(new_client(flavour, url))
    monkeypatch.setenv(name, str(hashed(bundle) if name == "SSL_CERT_DIR" else bundle))
    assert called(new_client(flavour, url)) == "cld_1"
    monkeypatch.delenv(name)
    with pytest.raises(NotSentError, match="CERTIFICATE_VERIFY_FAILED"):
        called(new_client(flavour, url))


def hashed(bundle: Path) -> Path:
    """Return a directory with the certificate of *bundle* under the name by which OpenSSL looks for it."""
    folder = bundle.with_name("certificates")
    folder.mkdir()
    context = ssl.create_default_context(cafile=bundle)
    assert context.cert_store_stats()["x509_ca"] > 0
    shutil.copy(bundle, folder / f"{name_hash(bundle)}.0")
    return folder


def name_hash(bundle: Path) -> str:
    """Return what `openssl x509 -hash` prints."""
    if shutil.which("openssl") is None:
        pytest.skip("there is no openssl here that tells the name")
    done = subprocess.run(
        ["openssl", "x509", "-hash", "-noout", "-in", str(bundle)], capture_output=True, text=True, check=True
    )
    return done.stdout.strip()


@both
def test_a_client_keeps_the_settings_that_it_was_made_with(
    flavour: str, url: str, bundle: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SSL_CERT_FILE", str(bundle))
    client = new_client(flavour, url)
    monkeypatch.delenv("SSL_CERT_FILE")
    assert called(client) == "cld_1"


def test_clients_with_the_same_settings_share_one_context(bundle: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def context() -> ssl.SSLContext:
        return ssl_context(TrustSettings.from_environment())

    of_the_system = context()
    assert context() is of_the_system
    monkeypatch.setenv("REQUESTS_CA_BUNDLE", str(bundle))
    first = context()
    assert first is not of_the_system
    assert context() is first
    os.utime(bundle, (1, 1))  # the file was changed, if only in its time
    assert context() is not first
    monkeypatch.setenv("SSLKEYLOGFILE", str(bundle.with_name("keys")))
    assert context().keylog_filename == str(bundle.with_name("keys"))
    monkeypatch.setenv("REQUESTS_CA_BUNDLE", "")
    monkeypatch.delenv("SSLKEYLOGFILE")
    assert context() is of_the_system


@both
def test_a_file_that_was_replaced_counts_as_another_setting(
    flavour: str, url: str, bundle: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SSL_CERT_FILE", str(bundle))
    ANOTHER.cert_pem.write_to_path(bundle)
    with pytest.raises(NotSentError, match="CERTIFICATE_VERIFY_FAILED"):
        called(new_client(flavour, url))
    AUTHORITY.cert_pem.write_to_path(bundle)
    os.utime(bundle, (1, 1))
    assert called(new_client(flavour, url)) == "cld_1"


@both
def test_variables_of_openssl_come_before_those_of_requests_and_curl(
    flavour: str, url: str, bundle: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    ANOTHER.cert_pem.write_to_path(tmp_path / "another.pem")
    monkeypatch.setenv("SSL_CERT_FILE", str(bundle))
    for name in ("REQUESTS_CA_BUNDLE", "CURL_CA_BUNDLE"):
        monkeypatch.setenv(name, str(tmp_path / "another.pem"))
    assert called(new_client(flavour, url)) == "cld_1"


@both
def test_a_file_that_is_missing_is_named_by_its_variables(
    flavour: str, url: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("CURL_CA_BUNDLE", str(tmp_path / "none.pem"))
    with pytest.raises(ConfigurationError, match=r"leads\.get: .*REQUESTS_CA_BUNDLE, CURL_CA_BUNDLE"):
        called(new_client(flavour, url))


@both
@pytest.mark.parametrize("host", ["127.0.0.1", "localhost"])
def test_no_call_to_this_machine_goes_through_a_proxy(
    flavour: str, host: str, url: str, bundle: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SSL_CERT_FILE", str(bundle))
    with serving(answering(502, b"")) as proxy:
        for name in ("HTTPS_PROXY", "ALL_PROXY"):
            monkeypatch.setenv(name, proxy.url)
        assert called(new_client(flavour, url.replace("127.0.0.1", host))) == "cld_1"
        assert proxy.requests == []

"""What the environment says of proxies and certificates, and what of it a client heeds."""

from __future__ import annotations

import json
from pathlib import Path

import anyio
import pytest
from foxreach_runtime.errors import ConfigurationError, FoxReachError
from foxreach_runtime.options.retry_policy import RetryPolicy

from ..loopback import answering, serving
from ..sample import GET, KEY, LEAD, Client, ClientAsync

GOOD = answering(200, json.dumps({"data": LEAD}).encode())
ONCE = RetryPolicy(max_attempts=1)


@pytest.fixture(autouse=True)
def environment(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("HTTP_PROXY", "HTTPS_PROXY", "ALL_PROXY", "NO_PROXY"):
        monkeypatch.delenv(name, raising=False)
        monkeypatch.delenv(name.lower(), raising=False)


def called(flavour: str, url: str) -> str:
    """Return what a client that opens its own connections gets."""
    if flavour == "sync":
        with Client(api_key=KEY, base_url=url, retry=ONCE) as client:
            return client._transport.run(GET).id  # pyright: ignore[reportPrivateUsage]

    async def main() -> str:
        async with ClientAsync(api_key=KEY, base_url=url, retry=ONCE) as client:
            return (await client._transport.run(GET)).id  # pyright: ignore[reportPrivateUsage]

    return anyio.run(main)


both = pytest.mark.parametrize("flavour", ["sync", "async"])


@both
def test_a_call_in_clear_to_this_machine_goes_through_no_proxy(flavour: str, monkeypatch: pytest.MonkeyPatch) -> None:
    with serving(GOOD) as proxy, serving(GOOD) as server:
        monkeypatch.setenv("HTTP_PROXY", proxy.url)
        assert called(flavour, server.url) == "cld_1"
        assert (len(proxy.requests), len(server.requests)) == (0, 1)


@both
def test_any_other_call_goes_through_the_proxy_as_a_tunnel(flavour: str, monkeypatch: pytest.MonkeyPatch) -> None:
    with serving(answering(502, b"")) as proxy:
        monkeypatch.setenv("HTTPS_PROXY", proxy.url)
        with pytest.raises(FoxReachError):
            called(flavour, "https://api.test")
    assert proxy.requests[0].startswith(b"CONNECT api.test:443 ")
    assert KEY.encode() not in b"".join(proxy.requests)


@both
@pytest.mark.parametrize("proxy", ["foo://user:passw0rd@proxy.test", "http://proxy.test:port"])
def test_a_proxy_that_cannot_be_used_is_a_clear_error(
    flavour: str, proxy: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HTTPS_PROXY", proxy)
    with pytest.raises(ConfigurationError, match=r"leads\.get: .*HTTPS_PROXY") as caught:
        called(flavour, "https://api.test")
    assert "passw0rd" not in str(caught.value)


@both
def test_a_missing_file_of_certificates_is_a_clear_error(
    flavour: str, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("SSL_CERT_FILE", str(tmp_path / "none.pem"))
    with pytest.raises(ConfigurationError, match=r"leads\.get: .*SSL_CERT_FILE"):
        called(flavour, "https://api.test")

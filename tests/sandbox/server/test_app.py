"""Pages of foreign sites reach neither the control API nor the rows, whatever host name or origin they use."""

import httpx2
import pytest
from foxreach_sandbox import Sandbox

PLACES = ("/_sandbox/state", "/", "/openapi.json", "/api/v1/leads")


async def status(sandbox: Sandbox, path: str, host: str, method: str = "GET", **headers: str) -> int:
    async with httpx2.AsyncClient(transport=httpx2.ASGITransport(app=sandbox.app)) as client:
        given = {"Host": host, "X-API-Key": sandbox.key, **headers}
        return (await client.request(method, f"http://localhost{path}", headers=given)).status_code


@pytest.mark.parametrize("host", ["127.0.0.1:8000", "localhost", "a.localhost:8000", "[::1]:8000", "192.0.2.7", "box"])
@pytest.mark.parametrize("path", PLACES)
async def test_addresses_and_names_of_this_machine_are_permitted(path: str, host: str) -> None:
    assert await status(Sandbox(names=["Box"]), path, host) == 200


@pytest.mark.parametrize("host", ["attacker.example", "127.0.0.1.attacker.example:8000", "localhost.example", "[", ""])
@pytest.mark.parametrize("path", PLACES)
async def test_a_foreign_host_name_is_421(path: str, host: str) -> None:
    assert await status(Sandbox(), path, host) == 421


@pytest.mark.parametrize("origin", ["https://attacker.example", "null", "http://192.0.2.7", "http://localhost.example"])
@pytest.mark.parametrize(
    ("method", "path"), [("DELETE", "/_sandbox/faults"), ("POST", "/_sandbox/reset"), ("GET", "/")]
)
async def test_a_page_of_a_foreign_origin_is_403(method: str, path: str, origin: str) -> None:
    sandbox = Sandbox(seed="demo")
    assert await status(sandbox, path, "127.0.0.1:8000", method, Origin=origin) == 403
    assert len(sandbox.state.requests) == 0


@pytest.mark.parametrize("origin", ["http://127.0.0.1:8000", "http://localhost:5173", "http://[::1]:3000"])
async def test_pages_of_this_machine_may_use_the_control_api(origin: str) -> None:
    assert await status(Sandbox(), "/_sandbox/faults", "127.0.0.1:8000", "DELETE", Origin=origin) == 200


async def test_a_request_without_preflight_is_no_command() -> None:
    """Without an Origin, as from an old browser: a request that needs no CORS preflight is not announced as JSON."""
    sandbox = Sandbox(seed="demo")
    for kind in ("text/plain", "application/x-www-form-urlencoded", "multipart/form-data"):
        assert await status(sandbox, "/_sandbox/reset", "127.0.0.1", "POST", **{"Content-Type": kind}) == 400

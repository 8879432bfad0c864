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


PAGE = "http://shop.example:5173"
NEEDS = {"Access-Control-Request-Method": "POST", "Access-Control-Request-Headers": "x-api-key,content-type"}


async def answer(sandbox: Sandbox, method: str, path: str, origin: str, **headers: str) -> httpx2.Response:
    async with httpx2.AsyncClient(transport=httpx2.ASGITransport(app=sandbox.app)) as client:
        given = {"X-API-Key": sandbox.key, "Origin": origin, **headers}
        return await client.request(method, f"http://localhost{path}", headers=given)


async def test_a_page_of_a_named_origin_may_call_the_api_and_read_its_headers() -> None:
    sandbox = Sandbox(origins=[PAGE.upper()])
    asked = await answer(sandbox, "OPTIONS", "/api/v1/leads", PAGE, **NEEDS)
    assert (asked.status_code, asked.headers["access-control-allow-origin"]) == (204, PAGE)
    assert "PATCH" in asked.headers["access-control-allow-methods"]
    assert asked.headers["access-control-allow-headers"] == "x-api-key,content-type"
    for path, status in (("/api/v1/leads", 200), ("/api/v1/leads/x", 404), ("/api/v1/nothing", 404)):
        read = await answer(sandbox, "GET", path, PAGE)
        assert (read.status_code, read.headers["access-control-allow-origin"]) == (status, PAGE)
        assert "Retry-After" in read.headers["access-control-expose-headers"]
        assert read.headers["vary"] == "Origin"
    assert len(sandbox.requests) == 3  # A preflight is no call.


@pytest.mark.parametrize(
    ("path", "origin"), [("/api/v1/leads", "http://other.example"), ("/_sandbox/state", PAGE), ("/", PAGE)]
)
async def test_no_other_page_and_no_other_path_is_opened(path: str, origin: str) -> None:
    sandbox = Sandbox(origins=[PAGE])
    for method in ("GET", "OPTIONS"):
        refused = await answer(sandbox, method, path, origin, **NEEDS)
        assert refused.status_code == 403
        assert "access-control-allow-origin" not in refused.headers


async def test_without_origins_there_are_no_headers() -> None:
    read = await answer(Sandbox(), "GET", "/api/v1/leads", "http://localhost:5173")
    assert (read.status_code, "access-control-allow-origin" in read.headers) == (200, False)


@pytest.mark.parametrize("origin", ["*", "shop.example", "http://shop.example/", "http://a b", "null", ""])
def test_what_is_no_origin_is_refused(origin: str) -> None:
    with pytest.raises(ValueError, match="is no origin; expected for example http://localhost:5173"):
        Sandbox(origins=[origin])

"""Schemathesis finds a different fault at each operation of a broken sandbox."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest
from foxreach_sandbox.http_messages import Reply, Request, decoded, encoded

from tests.contract.asking import Run, asked, furnished

Handle = Callable[[Request], Reply]
Break = Callable[[Request, Handle], Reply]


def other_status(request: Request, handle: Handle) -> Reply:
    """Answer with an undocumented success."""
    reply = handle(request)
    return replace(reply, status=206) if reply.status == 200 else reply


def crash(request: Request, handle: Handle) -> Reply:
    """Answer a valid request with a 500, which is documented."""
    reply = handle(request)
    return replace(reply, status=500, body=b'{"detail":"Internal server error"}') if reply.status == 200 else reply


def refuse(request: Request, handle: Handle) -> Reply:
    """Refuse a valid request."""
    reply = handle(request)
    return replace(reply, status=422, body=b'{"detail":"No"}') if reply.status == 200 else reply


def header(name: str, value: str | None) -> Break:
    """Change or remove a header."""

    def changed(request: Request, handle: Handle) -> Reply:
        reply = handle(request)
        others = {each: given for each, given in reply.headers.items() if each != name}
        return replace(reply, headers=others if value is None else {**others, name: value})

    return changed


def shorten(request: Request, handle: Handle) -> Reply:
    """Remove a required field of a page."""
    reply = handle(request)
    return replace(reply, body=encoded({"data": decoded(reply.body)["data"]})) if reply.status == 200 else reply


def accept(request: Request, handle: Handle) -> Reply:
    """Ignore an invalid query."""
    reply = handle(request)
    return handle(replace(request, query="")) if reply.status == 422 else reply


def ignore_keys(request: Request, handle: Handle) -> Reply:
    """Accept every key."""
    return handle(replace(request, headers={**request.headers, "x-api-key": "otr_sandbox"}))


def share(request: Request, handle: Handle) -> Reply:
    """Show the rows of another workspace."""
    return ignore_keys(request, handle) if request.headers.get("x-api-key") == "otr_second" else handle(request)


def advertise(request: Request, handle: Handle) -> Reply:
    """List a method that does not exist in `Allow`."""
    return header("Allow", "GET, PUT")(request, handle) if request.method == "OPTIONS" else handle(request)


BROKEN: dict[str, tuple[Break, str]] = {
    "/inbox/stats": (other_status, "status_code_conformance"),
    "/analytics/overview": (crash, "not_a_server_error"),
    "/email-accounts": (refuse, "positive_data_acceptance"),
    "/webhooks": (header("Content-Type", None), "content_type_conformance"),
    "/campaigns": (header("X-RateLimit-Reset", "soon"), "response_headers_conformance"),
    "/templates": (shorten, "response_schema_conformance"),
    "/inbox/threads": (accept, "negative_data_rejection"),
    "/leads": (ignore_keys, "ignored_auth"),
    "/leads/{lead_id}": (share, "object_level_authorization"),
    "/webhooks/events": (advertise, "allow_header_conformance"),
    "/leads/import": (header("Allow", None), "unsupported_method"),
}


@pytest.fixture(scope="module")
def run(tmp_path_factory: pytest.TempPathFactory) -> Run:
    """Run Schemathesis against a sandbox with all these faults."""
    sandbox = furnished()
    handle, match = sandbox.engine.handle, sandbox.engine.document.match
    broken = {path: each for path, (each, _) in BROKEN.items()}

    def handling(request: Request) -> Reply:
        path = request.path.removeprefix("/api/v1")
        operation, _, _ = match(request.method, path)
        name = path if operation is None else "/" + "/".join(operation.segments)
        return broken[name](request, handle) if name in broken else handle(request)

    sandbox.engine.handle = handling  # type: ignore[method-assign]
    chosen = [argument for path in BROKEN for argument in ("--include-path", path)]
    return asked(sandbox, tmp_path_factory.mktemp("broken"), *chosen, "--max-examples", "10")


@pytest.mark.parametrize(("path", "check"), [(path, check) for path, (_, check) in BROKEN.items()])
def test_what_is_broken_is_found(run: Run, path: str, check: str) -> None:
    assert check in {name for name, label in run.found if label.endswith(f" {path}")}, run.found

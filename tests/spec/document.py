"""The spec as the tests of this folder read it: plain YAML, by the path of the file; no part of the generator."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any, Final

import yaml

FILE: Final = Path(__file__).resolve().parents[2] / "spec" / "foxreach.yaml"
TEXT: Final = FILE.read_text("utf-8")
SPEC: Final[dict[str, Any]] = yaml.load(TEXT, getattr(yaml, "CSafeLoader", yaml.SafeLoader))  # noqa: S506 - both are safe


def operations() -> Iterator[tuple[str, str, dict[str, Any]]]:
    """Yield (method, path, operation) for everything under `paths`."""
    for path, item in SPEC["paths"].items():
        yield from ((method, path, operation) for method, operation in item.items() if method != "parameters")


def resolved(node: dict[str, Any]) -> dict[str, Any]:
    """Return what a node refers to, or the node itself."""
    while "$ref" in node:
        target: Any = SPEC
        for key in node["$ref"].removeprefix("#/").split("/"):
            target = target[key]
        node = target
    return node


def media_types() -> Iterator[tuple[str, dict[str, Any]]]:
    """Yield (where, media type) for every body and every reply of operations and webhooks."""
    hooks = ((event, hook["post"]) for event, hook in SPEC["webhooks"].items())
    calls = ((operation["operationId"], operation) for _, _, operation in operations())
    for name, operation in (*calls, *hooks):
        bodies = {"body": operation.get("requestBody", {}), **operation["responses"]}
        for part, node in bodies.items():
            for media_type in resolved(node).get("content", {}).values():
                yield f"{name} {part}", media_type

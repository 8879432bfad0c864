"""Writes the pages of the reference from the spec: operations, models, exceptions, with samples that tests run."""

from __future__ import annotations

from pathlib import Path

from . import classes, events, exceptions, models, operations
from .facts import Facts, facts
from .markup import Links


def pages(root: Path) -> dict[str, str]:
    """Return the Markdown of each page of the reference, by its path below `reference/`."""
    found = facts(root)
    errors = [*(error.name for error in found.api.errors), *exceptions.handwritten(root, found)]
    sent = [each.event for each in found.api.deliveries]
    links = Links(found.calls, models=[*found.structs, *found.enumerations], errors=errors, events=sent)
    resources = {f"{'-'.join(each.path)}.md": operations.page(found, links, each) for each in found.api.all_resources}
    rest = {
        **models.pages(found, links),
        "events.md": events.page(found, links),
        "exceptions.md": exceptions.page(root, found, links),
        **classes.pages(),
    }
    return {"index.md": _index(found, [*resources, *rest]), **resources, **rest}


def _index(found: Facts, names: list[str]) -> str:
    tree = "\n".join(name.removesuffix(".md") for name in names)
    return (
        f"# Reference\n\n{found.document['info']['description']}\n\n"
        'The document itself, in OpenAPI 3.1: <a href="../openapi.json">openapi.json</a>.\n\n'
        f"```{{toctree}}\n:titlesonly:\n\n{tree}\n```\n"
    )

"""Writes the pages of the reference from the spec: operations, models, exceptions, with samples that tests run."""

from __future__ import annotations

from pathlib import Path

from . import classes, events, exceptions, models, operations
from .facts import Facts, facts
from .markup import Links

DOCUMENT = 'The document itself, in OpenAPI 3.1: <a href="../openapi.json">openapi.json</a>.'
HEAD = """\
Everything here is made from the spec and from the docstrings of the package. A test runs each sample against a sandbox.
The ids in samples are examples: replace them by ids of your workspace.

Each call, model, event and exception has a section with a permanent address: the name in lower case, with hyphens in
place of full stops and underscores. Examples: `leads.html#leads-import-all`, `models/leads.html#models-lead`,
`events.html#events-reply-received`, `exceptions.html#errors-conflicterror`."""
ABOUT = {
    "Operations": "One page for each resource. `AsyncFoxReach` has the same methods, to await; a list is iterated with "
    "`async for`. The argument `values` takes a body as one object.",
    "Models": "The bodies of requests and replies, and the values of enumerations.",
    "Events and exceptions": "What webhooks deliver, and what calls raise.",
    "Classes": "What is not made from the spec: clients and their options, lists, recordings, the testing kit.",
}


def pages(root: Path) -> dict[str, str]:
    """Return the Markdown of each page of the reference, by its path below `reference/`."""
    found = facts(root)
    errors = [*(error.name for error in found.api.errors), *exceptions.handwritten(root, found)]
    sent = [each.event for each in found.api.deliveries]
    links = Links(
        found.calls, models=[*found.structs, *found.enumerations], errors=errors, events=sent, classes=classes.names()
    )
    groups = {
        "Operations": {
            f"{'-'.join(each.path)}.md": operations.page(found, links, each) for each in found.api.all_resources
        },
        "Models": models.pages(found, links),
        "Events and exceptions": {
            "events.md": events.page(found, links),
            "exceptions.md": exceptions.page(root, found, links),
        },
        "Classes": classes.pages(),
    }
    return {
        "index.md": _index(found, groups),
        **{name: text for group in groups.values() for name, text in group.items()},
    }


def _index(found: Facts, groups: dict[str, dict[str, str]]) -> str:
    sections = [
        f"## {title}\n\n{ABOUT[title]}\n\n```{{toctree}}\n:maxdepth: 1\n\n{_tree(group)}\n```"
        for title, group in groups.items()
    ]
    text = found.document["info"]["description"].strip()
    return "\n\n".join(["# Reference", HEAD, *sections, "## The document", text, DOCUMENT]) + "\n"


def _tree(group: dict[str, str]) -> str:
    return "\n".join(name.removesuffix(".md") for name in group)

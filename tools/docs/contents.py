"""The order of the site: its sections, and the pages of each. A page that is in none fails the build.

Words that readers search for and a page does not use are in words.py.
"""

from __future__ import annotations

SECTIONS: dict[str, tuple[str, ...]] = {
    "Start": ("first-call", "consuming", "migration", "assistants"),
    "Guides": (
        "imports",
        "upsert",
        "lists",
        "models",
        "errors",
        "reliability",
        "quota",
        "services",
        "webhooks",
        "testing",
        "networks",
        "logs",
    ),
    "Tools": ("cli", "sandbox"),
    "Reference": ("reference/index", "evidence", "benchmarks", "changelog"),
    "For maintainers": (
        "contributing",
        "architecture",
        "spec-dialect",
        "rules",
        "changes",
        "releasing",
        "publishing",
        "security",
        "decisions/index",
    ),
}


def trees() -> str:
    """Return the sections as the hidden tables of contents of the front page."""
    return "".join(
        f"\n```{{toctree}}\n:hidden:\n:titlesonly:\n:caption: {title}\n\n" + "\n".join(pages) + "\n```\n"
        for title, pages in SECTIONS.items()
    )

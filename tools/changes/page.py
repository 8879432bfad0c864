"""The page on the classes of changes, `docs/changes.md`, written from the table itself. Pure."""

from __future__ import annotations

from .kinds import THEMES

HEAD = """\
# Changes

Which class each kind of change between two releases has. `nox -s changes` lists the changes since the last release, and
proposes a version from their classes. Written by `python -m tools.changes --page`.

- **breaking**: a program that was right may fail, or its type check may
- **addition**: every program goes on as it was, and can do more or is told more
- **documentation**: words alone
- **wire-only**: the requests and replies differ, and callers meet none of it

What callers send and what they receive go opposite ways. A model that is both sent and received counts both ways.
"""


def changes_page() -> str:
    """Return the text of the page."""
    lines = [HEAD]
    for theme, kinds in THEMES.items():
        lines += [f"## {theme}", "", "| What changed | Class | Name |", "| --- | --- | --- |"]
        lines += [f"| {f'{kind.what} {kind.why}'.strip()} | {kind.weight} | `{kind.name}` |" for kind in kinds]
        lines.append("")
    return "\n".join(lines)

"""A Sphinx extension: the tree of pages beside each page, made once.

Sphinx resolves and copies the whole tree again for each page, which was a quarter of the time of a build. Here the tree
of the front page is taken, and its addresses and the mark of the open page are changed in its text.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

from sphinx.application import Sphinx
from sphinx.environment.adapters.toctree import global_toctree_for_doc

LINK = re.compile(r'<li class="(toctree-l\d)"><a class="reference internal" href="([^"#]+)\.html"')
WHOLE: dict[str, Any] = {"collapse": False, "titles_only": True, "maxdepth": -1, "includehidden": True}


def tree(whole: str, page: str, above: set[str], address: Callable[[str, str], str]) -> str:
    """Return the tree *whole* of the front page as it stands beside *page*, which is below the pages *above*."""

    def link(found: re.Match[str]) -> str:
        level, target = found.groups()
        if target == page:
            return f'<li class="{level} current"><a class="current reference internal" href="#"'
        current = " current" if target in above else ""
        return f'<li class="{level}{current}"><a class="reference internal" href="{address(page, target)}"'

    return LINK.sub(link, whole)


def above(page: str, includes: dict[str, list[str]]) -> set[str]:
    """Return the pages whose tables of contents lead to *page*."""
    found: set[str] = set()
    wanted = {page}
    while wanted:
        wanted = {name for name, pages in includes.items() if wanted & set(pages)} - found
        found |= wanted
    return found


def _front(app: Sphinx) -> str:
    builder: Any = app.builder
    if not hasattr(builder, "foxreach_tree"):
        found = global_toctree_for_doc(app.env, app.config.root_doc, builder, tags=builder.tags, **WHOLE)
        whole = builder.render_partial(found)["fragment"]
        # An assistive program wants the level of a heading.
        builder.foxreach_tree = whole.replace('role="heading"', 'role="heading" aria-level="2"')
    return str(builder.foxreach_tree)


def _give(app: Sphinx, page: str, _template: str, context: dict[str, Any], _doctree: Any) -> None:
    found = tree(_front(app), page, above(page, app.env.toctree_includes), app.builder.get_relative_uri)

    def whole(**_: object) -> str:
        return found

    context["toctree"] = whole


def setup(app: Sphinx) -> dict[str, Any]:
    """Replace the tree in the context of each page, before furo takes it."""
    app.connect("html-page-context", _give, priority=400)
    return {"parallel_read_safe": True, "parallel_write_safe": True}

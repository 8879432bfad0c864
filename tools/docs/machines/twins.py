"""A Sphinx extension: writes the Markdown twin of each page beside it, and llms.txt and llms-full.txt.

A twin comes from the very tree that Sphinx made its HTML page from, in the same build: `quota.md` beside `quota.html`.
"""

from __future__ import annotations

import html
import posixpath
from collections.abc import Mapping, Sequence
from importlib.resources import files
from pathlib import Path
from typing import Any

from docutils import nodes
from sphinx.application import Sphinx

from tools.docs import contents
from tools.docs.machines import llms, markdown
from tools.docs.machines.inline import Places

DOCUMENT = "openapi.json"


def twin(app: Sphinx, pagename: str, _: str, context: dict[str, Any], doctree: nodes.document | None) -> None:
    """Write the twin of one page, and link it from the page."""
    if doctree is None:  # A page that no file is the source of, such as the search.
        return
    builder: Any = app.builder
    text = markdown.written(doctree, Places(builder.imgpath, builder.dlpath))
    path = Path(app.outdir, f"{pagename}.md")
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, "utf-8", newline="\n")
    name = html.escape(posixpath.basename(pagename))
    context["metatags"] = f'{context.get("metatags", "")}<link rel="alternate" type="text/markdown" href="{name}.md">\n'
    context["body"] += (
        f'<p class="twin"><small><a href="{name}.md" rel="alternate">This page as Markdown</a></small></p>\n'
    )


def lists(app: Sphinx, failure: Exception | None) -> None:
    """Write llms.txt, llms-full.txt and the OpenAPI document to the top of the site."""
    if failure or app.builder.name != "html":
        return
    out = Path(app.outdir)
    known = sections(app.env.toctree_includes)
    twins = {name: (out / f"{name}.md").read_text("utf-8") for names in known.values() for name in names}
    written = {
        "llms.txt": llms.short(str(app.config.html_title), known, twins),
        "llms-full.txt": llms.full(known, twins),
        DOCUMENT: files("foxreach_client").joinpath(DOCUMENT).read_text("utf-8"),
    }
    for name, text in written.items():
        (out / name).write_text(text, "utf-8", newline="\n")


def sections(below: Mapping[str, Sequence[str]]) -> dict[str, list[str]]:
    """Return the pages of the site in their order, with those that each one contains; the front page is the first."""
    known: dict[str, list[str]] = {}
    for title, pages in contents.SECTIONS.items():
        known[title] = [name for page in pages for name in (page, *inside(page, below))]
    first = next(iter(known))
    return {**known, first: ["index", *known[first]]}


def inside(page: str, below: Mapping[str, Sequence[str]]) -> list[str]:
    """Return the pages that *page* contains, in the order of its table of contents."""
    return [name for child in below.get(page, ()) for name in (child, *inside(child, below))]


def setup(app: Sphinx) -> dict[str, Any]:
    """Register what is written with the pages and after them."""
    app.connect("html-page-context", twin)
    app.connect("build-finished", lists)
    return {"parallel_read_safe": True, "parallel_write_safe": True}

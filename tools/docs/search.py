"""A Sphinx extension: writes what the search page needs, a script that works without a server.

Sphinx's own search leaves out numbers ("409"), wants every word on one page, weighs no words, and cannot show extracts
of pages opened from a folder. This one has the text of every section; `search.js` ranks.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from docutils import nodes
from sphinx import addnodes
from sphinx.application import Sphinx

from tools.docs import contents
from tools.docs.words import PAGES, SYNONYMS

NAME = "search-index.js"
# How much a page counts, by its section in the contents or by its folder; 1 is a guide.
BY_SECTION = {"Start": 1.0, "Guides": 1.0, "Tools": 1.0, "Reference": 0.8, "For maintainers": 0.5}
BY_NAME = {
    "decisions/": 0.3,
    "changelog": 0.3,
    "files/": 0.3,
    "reference/models/": 0.6,
    "reference/": 0.8,
    "index": 0.7,
}
LONGEST = 20_000  # characters of one section: a page of a whole file does not fill the index
Section = tuple[str, str, str, str]  # anchor, heading, text, and of an operation its line, such as "Pause a campaign."


def weight(page: str) -> float:
    """Return how much the page *page* counts in the order of results."""
    for start, value in BY_NAME.items():
        if page == start or (start.endswith("/") and page.startswith(start)):
            return value
    section = next((title for title, pages in contents.SECTIONS.items() if page in pages), "")
    return BY_SECTION.get(section, 1.0)


def sections(doctree: nodes.document) -> list[Section]:
    """Return each section of a page, and each documented name, with the text that is in no smaller one."""
    return [
        (
            node["ids"][0] if node["ids"] else "",
            _heading(node),
            "\n".join(" ".join(text.split()) for text in _texts(node))[:LONGEST],
            _summary(node),
        )
        for node in doctree.findall()
        if isinstance(node, nodes.Element) and _is_section(node)
    ]


def _is_section(node: nodes.Node) -> bool:
    return isinstance(node, nodes.section) or (isinstance(node, addnodes.desc_signature) and bool(node["ids"]))


def _heading(node: nodes.Element) -> str:
    if isinstance(node, addnodes.desc_signature):
        return str(node.get("fullname") or node["ids"][0])
    return next((child.astext() for child in node.children if isinstance(child, nodes.title)), "")


def _summary(node: nodes.Element) -> str:
    """Return the bold line that a section of the reference begins with."""
    first = next((child for child in node.children if isinstance(child, nodes.paragraph)), None)
    begin = next((child for child in first.children if child.astext()), None) if first is not None else None
    return begin.astext() if isinstance(begin, nodes.strong) else ""


def _texts(node: nodes.Element) -> Iterator[str]:
    if isinstance(node, addnodes.desc_signature):  # Its description is its neighbour.
        yield node.astext()
        yield from (text for other in node.parent.children[1:] for text in _inside(other))
    else:
        yield from (text for child in node.children if not isinstance(child, nodes.title) for text in _inside(child))


def _inside(node: nodes.Node) -> Iterator[str]:
    if _is_section(node) or isinstance(node, addnodes.desc | nodes.raw | nodes.comment | nodes.system_message):
        return
    if isinstance(node, nodes.TextElement) or not node.children:
        yield node.astext()
    else:
        for child in node.children:
            yield from _inside(child)


def _known(env: Any) -> dict[str, list[Section]]:
    """Return the sections of each page; Sphinx keeps them with what it read."""
    found: dict[str, list[Section]] | None = getattr(env, "foxreach_search", None)
    if found is None:
        found = env.foxreach_search = {}
    return found


def _read(app: Sphinx, doctree: nodes.document) -> None:
    _known(app.env)[app.env.docname] = sections(doctree)


def _purge(_: Sphinx, env: Any, page: str) -> None:
    _known(env).pop(page, None)


def _merge(_: Sphinx, env: Any, pages: Any, other: Any) -> None:
    _known(env).update({page: _known(other)[page] for page in pages if page in _known(other)})


def _without_sphinxs_own(app: Sphinx) -> None:
    builder: Any = app.builder
    builder.search = False


def _write(app: Sphinx, failure: Exception | None) -> None:
    if failure is not None or app.builder.format != "html":
        return
    known = sorted((page, found) for page, found in _known(app.env).items() if found)
    index = {
        "pages": [[page, found[0][1], weight(page), PAGES.get(page, ""), found] for page, found in known],
        "synonyms": [[words.split(", ") for words in each.split(" > ")] for each in SYNONYMS],
    }
    script = f"const INDEX = {json.dumps(index, ensure_ascii=False, separators=(',', ':'))};\n"
    file = Path(app.outdir) / "_static" / NAME
    if not file.is_file() or file.read_text("utf-8") != script:
        file.write_text(script, "utf-8")


def setup(app: Sphinx) -> dict[str, Any]:
    """Collect the sections of each page that is read, and write them when all are there."""
    app.connect("builder-inited", _without_sphinxs_own)
    app.connect("doctree-read", _read)
    app.connect("env-purge-doc", _purge)
    app.connect("env-merge-info", _merge)
    app.connect("build-finished", _write)
    return {"version": "1", "env_version": 1, "parallel_read_safe": True, "parallel_write_safe": True}

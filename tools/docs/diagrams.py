"""A Sphinx extension: draws the Mermaid diagrams of a page as SVG when the site is built.

mermaidx runs Mermaid itself in a small JavaScript engine: no browser, no Node, no network, the same bytes each time.
"""

from __future__ import annotations

import hashlib
import importlib
import re
from typing import Any

from docutils import nodes
from sphinx.application import Sphinx
from sphinx.util.docutils import SphinxDirective

mermaidx: Any = importlib.import_module("mermaidx")  # It has no types.
ROLES = re.compile(r' role="graphics-document document" aria-roledescription="[^"]*"')  # not in HTML's ARIA
WIDTH = re.compile(r'viewBox="\S+ \S+ (\d+)')
TITLE = re.compile(r'<g class="cluster-label".*?</g>')  # of a box around others; it has no group inside
SETTINGS = {"flowchart": {"subGraphTitleMargin": {"top": 4, "bottom": 16}}}  # An arrow ends below the title of its box.
EDGE_LABELS = '<g class="edgeLabels">'


def titles_above_arrows(drawing: str) -> str:
    """Return the SVG *drawing* with the titles of boxes after the arrows, which Mermaid draws through them."""
    titles = "".join(TITLE.findall(drawing))
    return TITLE.sub("", drawing).replace(EDGE_LABELS, titles + EDGE_LABELS, 1)


class Mermaid(SphinxDirective):
    """The block ```` ```mermaid ````."""

    has_content = True

    def run(self) -> list[nodes.Node]:
        """Return the drawing; a diagram that Mermaid refuses is an error of the page."""
        source = "\n".join(self.content)
        name = f"d{hashlib.sha256(source.encode()).hexdigest()[:8]}"  # unique: its styles name it
        try:
            drawing = ROLES.sub(' role="img" aria-label="Diagram"', str(mermaidx.render(source, config=SETTINGS).svg()))
        except RuntimeError as error:  # It lists every token that could follow, on a line of its own.
            raise self.error(" ".join(str(error).partition("\nExpecting")[0].split())) from None
        drawing = titles_above_arrows(drawing.replace("my-svg", name))
        width = WIDTH.findall(drawing)[0]  # A style keeps the text legible: a phone shows a part, and scrolls.
        figure = f'<figure class="diagram" style="--width: {width}px">{drawing}</figure>'
        return [nodes.raw("", figure, format="html", markdown=f"```mermaid\n{source}\n```")]


def setup(app: Sphinx) -> dict[str, Any]:
    """Register the directive."""
    app.add_directive("mermaid", Mermaid)
    return {"parallel_read_safe": True, "parallel_write_safe": True}

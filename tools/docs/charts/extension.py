"""A Sphinx extension: puts a chart into the page itself, where it takes the page's colours, light or dark.

On GitHub, the same file is an image, with the colours of the reader's settings.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

from docutils import nodes
from sphinx.application import Sphinx

from tools.docs.charts.bars import inline
from tools.docs.charts.tables import CHARTS

FILES = {f"images/{Path(page).stem}.svg" for page in CHARTS}


def placed(app: Sphinx, doctree: nodes.document) -> None:
    """Replace the images that are charts."""
    for image in list(doctree.findall(nodes.image)):
        if image["uri"] not in FILES:
            continue
        path = Path(app.srcdir) / image["uri"]
        app.env.note_dependency(path)
        drawing = f'<figure class="chart">{inline(path.read_text("utf-8"))}</figure>'
        block = nodes.raw("", drawing, format="html", markdown=f"*Chart: {image['alt']}. The table has its numbers.*")
        alone = isinstance(image.parent, nodes.paragraph) and len(image.parent.children) == 1
        (image.parent if alone else image).replace_self(block)


def setup(app: Sphinx) -> dict[str, Any]:
    """Register it before Sphinx collects the images of a page."""
    app.connect("doctree-read", placed, priority=400)
    return {"parallel_read_safe": True, "parallel_write_safe": True}

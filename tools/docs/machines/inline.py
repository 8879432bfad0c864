"""The text within a paragraph as Markdown: emphasis, code, links, images. Pure."""

from __future__ import annotations

import html
import posixpath
import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from docutils import nodes
from sphinx import addnodes

SPECIAL = re.compile(r"[\\`*<]|(?<!\w)_|_(?!\w)|\](?=\()")
BEGINS_A_BLOCK = re.compile(r"^(\s*)([-+#>]|\d+(?=[.)]))(?=[\s.)#])", re.MULTILINE)
TAG = re.compile(r"<(/?)(\w+)((?:[^>\"']|\"[^\"]*\"|'[^']*')*)>|<!--.*?-->", re.DOTALL)
LINK = re.compile(r'<a [^>]*?href="([^"]*)"[^>]*>(.*?)</a>', re.DOTALL)
ATTRIBUTE = re.compile(r"""([\w-]+)\s*=\s*["']([^"']*)["']""")
NOTHING = (addnodes.index, nodes.comment, nodes.target, nodes.system_message, nodes.substitution_definition)


@dataclass(frozen=True)
class Places:
    """Where a page finds the images and the downloads of the site, relative to itself."""

    images: str = "_images"
    downloads: str = "_downloads"


def text_of(node: nodes.Node, places: Places) -> str:
    """Return the children of *node* as Markdown."""
    text = "".join(_inline(child, places) for child in node.children)
    raw = any(isinstance(child, nodes.raw) for child in node.children)
    return LINK.sub(lambda link: f"[{link[2]}]({twin_of(link[1])})", text) if raw else text


def code(text: str) -> str:
    """Return *text* as a code span."""
    marks = "`" * (1 + max([0, *map(len, re.findall(r"`+", text))]))
    pad = " " if text.startswith("`") or text.endswith("`") else ""
    return f"{marks}{pad}{text}{pad}{marks}"


def paragraph(text: str) -> str:
    """Return *text*, where no line looks like the beginning of a list, a heading or a quotation."""
    return BEGINS_A_BLOCK.sub(lambda found: f"{found[1]}\\{found[2]}" if found[2] in "-+#>" else found[0], text.strip())


def escaped(text: str) -> str:
    """Return *text* so that Markdown reads it as it is."""
    return SPECIAL.sub(lambda mark: "\\" + mark[0], text)


def twin_of(address: str) -> str:
    """Return the address of the Markdown twin of the page at *address*; another address stays as it is."""
    place, mark, anchor = address.partition("#")
    outside = re.match(r"[a-z][a-z0-9+.-]*:|//", place)
    return f"{place[:-5]}.md{mark}{anchor}" if place.endswith(".html") and not outside else address


def from_html(text: str) -> str:
    """Return what a reader sees of raw HTML: its text, links and images."""

    def read(tag: re.Match[str]) -> str:
        name, known = tag[2], dict(ATTRIBUTE.findall(tag[3] or ""))
        if name == "a":  # Text stands between the two tags, which a page may have as two pieces of HTML.
            return tag[0]
        if name == "img":
            return f"![{known.get('alt', '')}]({known['src']})"
        return "<br>" if name == "br" else ""

    return html.unescape(TAG.sub(read, text)).strip()


def image(node: nodes.Element, places: Places) -> str:
    """Return an image with its alternative text."""
    uri = str(node["uri"])
    there = uri if re.match(r"[a-z]+:", uri) else posixpath.join(places.images, posixpath.basename(uri))
    return f"![{escaped(str(node.get('alt', '')))}]({there})"


def _inline(node: nodes.Node, places: Places) -> str:
    if isinstance(node, nodes.Text):
        return escaped(node.astext())
    if isinstance(node, NOTHING) or not isinstance(node, nodes.Element):
        return ""
    for kind in type(node).__mro__:
        if kind in WRITERS:
            return WRITERS[kind](node, places)
    return text_of(node, places)


def _link(node: nodes.Element, places: Places) -> str:
    address = str(node.get("refuri") or f"#{node.get('refid', '')}")
    return f"[{text_of(node, places)}]({twin_of(address)})"


def _download(node: nodes.Element, places: Places) -> str:
    return f"[{text_of(node, places)}]({posixpath.join(places.downloads, str(node['filename']))})"


def _marked(mark: str) -> Callable[[nodes.Element, Places], str]:
    return lambda node, places: f"{mark}{text_of(node, places)}{mark}"


def _raw(node: nodes.Element, _: Places) -> str:
    if "html" not in str(node.get("format", "")).split():
        return ""
    return str(node.get("markdown") or from_html(node.astext()))


WRITERS: dict[type, Callable[[Any, Places], str]] = {
    nodes.emphasis: _marked("*"),
    nodes.title_reference: _marked("*"),
    nodes.strong: _marked("**"),
    nodes.literal: lambda node, _: code(node.astext()),
    nodes.reference: _link,
    addnodes.download_reference: _download,
    nodes.raw: _raw,
    nodes.image: image,
    nodes.footnote_reference: lambda node, _: f"[^{node.astext()}]",
}

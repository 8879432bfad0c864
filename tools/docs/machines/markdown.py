"""A page that Sphinx has read, as plain Markdown (CommonMark with the tables of GitHub). Pure.

Every directive is resolved already: a tab is a block below its bold name, documented Python is a heading with its
signature, a diagram is its source.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from typing import Any

from docutils import nodes
from sphinx import addnodes

from tools.docs.machines.inline import NOTHING, Places, code, escaped, image, paragraph, text_of

COUNTED = re.compile(r"id\d+")  # docutils made it up, and nothing links it.
NOT_IN_A_SLUG = re.compile(r"[^\w\- ]")


def written(document: nodes.document, places: Places) -> str:
    """Return *document* as the text of a file."""
    return "\n\n".join(Writer(places).blocks(document.children)) + "\n"


def slug(title: str) -> str:
    """Return the anchor that a viewer of Markdown gives to a heading, as GitHub does."""
    return NOT_IN_A_SLUG.sub("", title.lower()).replace(" ", "-")


class Writer:
    """Writes blocks; `level` is that of the section around them."""

    def __init__(self, places: Places) -> None:
        """Begin above the title."""
        self.places = places
        self.level = 0

    def blocks(self, children: Iterable[nodes.Node]) -> list[str]:
        """Return the blocks of *children*; text that stands among blocks is a block as well."""
        found: list[str] = []
        loose: list[nodes.Node] = []
        for child in children:
            if isinstance(child, nodes.Text | nodes.Inline) and type(child) not in WRITERS:
                loose.append(child)
                continue
            found += self._loose(loose)
            found += self.block(child)
        return [block for block in found + self._loose(loose) if block.strip()]

    def _loose(self, loose: list[nodes.Node]) -> list[str]:
        text = text_of(nodes.paragraph("", "", *(node.deepcopy() for node in loose)), self.places)
        loose.clear()
        return [paragraph(text)]

    def block(self, node: nodes.Node) -> list[str]:
        """Return the blocks of *node*."""
        if isinstance(node, NOTHING) or not isinstance(node, nodes.Element):
            return []
        for kind in type(node).__mro__:
            if kind in WRITERS:
                return WRITERS[kind](self, node)
        if type(node).__name__ == "sd_tab_label":
            return [f"**{self.text(node)}**"]
        return self.blocks(node.children)

    def text(self, node: nodes.Node) -> str:
        """Return the text of *node* in one line."""
        return " ".join(text_of(node, self.places).split())

    def section(self, node: nodes.Element) -> list[str]:
        """Return a section below its heading."""
        self.level += 1
        found = self.blocks(node.children)
        self.level -= 1
        return found

    def title(self, node: nodes.Element) -> list[str]:
        """Return a heading, after the anchors that its text does not give."""
        ids: list[str] = node.parent["ids"] if isinstance(node.parent, nodes.section) else []
        return [*anchors(ids, slug(node.astext())), f"{'#' * min(6, max(1, self.level))} {self.text(node)}"]

    def signature(self, node: nodes.Element) -> list[str]:
        """Return the signature of documented Python as a heading."""
        text = " ".join(node.astext().replace("¶", "").split())
        return [*anchors(node["ids"], slug(text)), f"{'#' * min(6, self.level + 1)} {code(text)}"]

    def listed(self, node: nodes.Element) -> list[str]:
        """Return a list."""
        start = int(node.get("start", 1)) if isinstance(node, nodes.enumerated_list) else None
        items = [
            item("-" if start is None else f"{start + number}.", self.blocks(child.children))
            for number, child in enumerate(node.children)
        ]
        return ["\n".join(items)]

    def definitions(self, node: nodes.Element) -> list[str]:
        """Return terms or fields as a list, each above what is said about it."""
        items: list[str] = []
        for child in node.children:
            named = [each for each in child.children if isinstance(each, nodes.term | nodes.field_name)]
            said = [each for each in child.children if each not in named]
            names = ", ".join(self.text(each) for each in named)
            items.append(item("-", [names if names.startswith("`") else f"**{names}**", *self.blocks(said)]))
        return ["\n".join(items)]

    def table(self, node: nodes.Element) -> list[str]:
        """Return a table, below its title."""
        head = [self.row(row) for part in node.findall(nodes.thead) for row in part.findall(nodes.row)]
        body = [self.row(row) for part in node.findall(nodes.tbody) for row in part.findall(nodes.row)]
        width = max([0, *map(len, head + body)])
        head = head or [[""] * width]
        lines = [*head[:1], ["---"] * width, *head[1:], *body]
        caption = [f"**{self.text(each)}**" for each in node.children if isinstance(each, nodes.title)]
        return [*caption, "\n".join(f"| {' | '.join(line + [''] * (width - len(line)))} |" for line in lines)]

    def row(self, node: nodes.Element) -> list[str]:
        """Return the cells of a row."""
        cells: list[str] = []
        for entry in node.findall(nodes.entry):
            blocks = self.blocks(entry.children)
            cells.append("<br>".join(" ".join(block.split()) for block in blocks).replace("|", "\\|"))
            cells += [""] * int(entry.get("morecols", 0))
        return cells

    def admonition(self, node: nodes.Element) -> list[str]:
        """Return a note or a warning as a quotation below its bold title."""
        titles = [self.text(each) for each in node.children if isinstance(each, nodes.title)]
        rest = [each for each in node.children if not isinstance(each, nodes.title)]
        name = titles[0] if titles else node.tagname.capitalize()
        return [quoted([f"**{name}**", *self.blocks(rest)])]


def anchors(ids: Iterable[str], known: str) -> list[str]:
    """Return the places that links name, except *known*."""
    found = "".join(f'<a id="{each}"></a>' for each in ids if each != known and not COUNTED.fullmatch(each))
    return [found] if found else []


def item(mark: str, blocks: list[str]) -> str:
    """Return one item of a list."""
    indent = " " * (len(mark) + 1)
    lines = "\n\n".join(blocks).split("\n")
    return f"{mark} " + "\n".join(
        line if not number or not line else indent + line for number, line in enumerate(lines)
    )


def quoted(blocks: list[str]) -> str:
    """Return a quotation."""
    return "\n".join(f"> {line}".rstrip() for line in "\n\n".join(blocks).split("\n"))


def fenced(text: str, language: str) -> str:
    """Return a block of code."""
    fence = "`" * max(3, 1 + max([0, *map(len, re.findall(r"^\s*(`{3,})", text, re.MULTILINE))]))
    return f"{fence}{language}\n{text}\n{fence}"


def _code(_: Writer, node: nodes.Element) -> list[str]:
    language = str(node.get("language", "python" if isinstance(node, nodes.doctest_block) else ""))
    return [fenced(node.astext().rstrip("\n"), "" if language in {"default", "none"} else language)]


def _raw(self: Writer, node: nodes.Element) -> list[str]:
    return [text_of(nodes.paragraph("", "", node.deepcopy()), self.places).strip()]


def _footnote(self: Writer, node: nodes.Element) -> list[str]:
    label = node.children[0].astext()
    return [item(f"[^{label}]:", self.blocks(node.children[1:]))]


WRITERS: dict[type, Callable[[Writer, Any], list[str]]] = {
    nodes.section: Writer.section,
    nodes.title: Writer.title,
    nodes.paragraph: lambda self, node: [paragraph(text_of(node, self.places))],
    addnodes.compact_paragraph: lambda self, node: self.blocks(node.children),  # A table of contents is one, too.
    nodes.caption: lambda self, node: [f"**{self.text(node)}**"],
    nodes.rubric: lambda self, node: [f"**{self.text(node)}**"],
    nodes.image: lambda self, node: [image(node, self.places)],
    nodes.literal_block: _code,
    nodes.doctest_block: _code,
    nodes.raw: _raw,
    nodes.bullet_list: Writer.listed,
    nodes.enumerated_list: Writer.listed,
    nodes.definition_list: Writer.definitions,
    nodes.field_list: Writer.definitions,
    nodes.table: Writer.table,
    nodes.block_quote: lambda self, node: [quoted(self.blocks(node.children))],
    nodes.Admonition: Writer.admonition,
    nodes.footnote: _footnote,
    nodes.line: lambda _, node: [escaped(node.astext())],
    nodes.transition: lambda _, __: ["---"],
    addnodes.desc: lambda self, node: self.blocks(node.children),  # It is an admonition by its class alone.
    addnodes.desc_signature: Writer.signature,
    addnodes.desc_content: Writer.section,
}

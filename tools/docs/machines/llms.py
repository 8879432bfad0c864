"""The lists of pages for language models: llms.txt in the format of llmstxt.org, and all pages in one file. Pure."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterable, Mapping

FENCED = re.compile(r"^( *)(`{3,}).*?^\1\2", re.DOTALL | re.MULTILINE)
LINK = re.compile(r"(\]\()(?![a-z][a-z0-9+.-]*:)([^)\s]+)")
NO_SENTENCE = ("#", "|", "- ", "<", "!", ">", "*Chart", "1.", "---")
HOW = (
    "Each page is one file of Markdown beside its HTML: `quota.md` beside `quota.html`. "
    "[llms-full.txt](llms-full.txt) has all of them but decisions and changelog in one file of {size:,} KB. "
    "[openapi.json](openapi.json) is the OpenAPI document that the client is generated from."
)
OPTIONAL = ("changelog", "decisions/index")  # What can be left out where context is short: the name is llmstxt.org's.

Pages = Mapping[str, Iterable[str]]


def short(name: str, sections: Pages, twins: Mapping[str, str]) -> str:
    """Return llms.txt: what the site is about, and each page with its first sentence."""
    chosen = {title: [page for page in pages if page not in OPTIONAL] for title, pages in sections.items()}
    chosen["Optional"] = [page for pages in sections.values() for page in pages if page in OPTIONAL]
    size = -(-len(full(sections, twins).encode()) // 1000)
    parts = [f"# {name}", f"> {sentence(twins['index'])}", HOW.format(size=size)]
    for title, pages in chosen.items():
        lines = [f"- [{heading(twins[page])}]({page}.md): {sentence(twins[page])}" for page in pages]
        parts += [f"## {title}", "\n".join(line.removesuffix(": ") for line in lines)] if lines else []
    return "\n\n".join(parts) + "\n"


def full(sections: Pages, twins: Mapping[str, str]) -> str:
    """Return llms-full.txt: each page after a line with its address, with links as they lead from the site's top."""
    pages = [page for each in sections.values() for page in each if page not in OPTIONAL]
    return "\n".join(f"<!-- {page}.md -->\n\n{moved(twins[page], page)}" for page in pages)


def heading(text: str) -> str:
    """Return the title of a page."""
    return next((line[2:] for line in text.split("\n") if line.startswith("# ")), "")


def sentence(text: str) -> str:
    """Return the first sentence of a page, without links; '' if it begins with none."""
    blocks = [block for block in FENCED.sub("", text).split("\n\n") if block.strip()]
    first = next((block for block in blocks if not block.startswith(NO_SENTENCE) and not block.endswith("**")), "")
    plain = re.sub(r"\[([^\]]*)\]\([^)]*\)", r"\1", " ".join(first.split()))
    return re.sub(":$", ".", re.split(r"(?<=[.])\s+(?=[A-Z`\"“])", plain, maxsplit=1)[0])


def moved(text: str, page: str) -> str:
    """Return the twin of *page* with its links as they lead from the top of the site."""
    folder = posixpath.dirname(page)

    def link(found: re.Match[str]) -> str:
        place, mark, anchor = found[2].partition("#")
        there = posixpath.normpath(posixpath.join(folder, place)) if place else f"{page}.md"
        return f"{found[1]}{there}{mark}{anchor}"

    parts: list[str] = []
    end = 0
    for block in FENCED.finditer(text):  # What looks like a link inside a block of code is none.
        parts += [LINK.sub(link, text[end : block.start()]), block[0]]
        end = block.end()
    return "".join([*parts, LINK.sub(link, text[end:])])

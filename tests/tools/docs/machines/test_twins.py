"""Each page of the site has a Markdown twin with the same headings, tables and code, whose links lead somewhere."""

from __future__ import annotations

import html
import re
from collections import Counter
from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path

import pytest
from markdown_it import MarkdownIt
from markdown_it.token import Token

from tools.docs import contents
from tools.docs.machines.markdown import slug

MARKDOWN = MarkdownIt("commonmark").enable("table")
ARTICLE = re.compile(r"<article[^>]*>(.*)</article>", re.DOTALL)
TAGS = re.compile(r"<[^>]+>")
PILCROW = re.compile(r'<a class="headerlink".*?</a>', re.DOTALL)
NO_TWIN = {"genindex.html", "search.html", "py-modindex.html", "404.html"}
ANCHOR = re.compile(r'<a (?:id|name)="([^"]+)"')
RAW = re.compile(r'(?:href|src)="([^"]+)"')


def names(site: Path) -> list[str]:
    """Return the pages that have a twin, by their path without the suffix."""
    pages = (path.relative_to(site).as_posix() for path in sorted(site.rglob("*.html")) if "_static" not in path.parts)
    return [name.removesuffix(".html") for name in pages if name not in NO_TWIN]


@cache
def tokens(path: Path) -> list[Token]:
    return MARKDOWN.parse(path.read_text("utf-8"))


def plain(token: Token) -> str:
    """Return the text of an inline token as a reader sees it."""
    spaces = {"softbreak", "hardbreak", "html_inline"}
    return squeezed("".join(" " if each.type in spaces else each.content for each in token.children or ()))


def squeezed(text: str) -> str:
    return re.sub(r"[\s\u200b]+", "", text)


def seen(page: str, pattern: str) -> list[str]:
    """Return the text of each element of an HTML page that *pattern* finds."""
    found = re.findall(pattern, page, re.DOTALL)
    return [squeezed(html.unescape(TAGS.sub("", PILCROW.sub("", each)))) for each in found]


def after(every: list[Token], kind: str) -> Iterator[Token]:
    return (every[number + 1] for number, token in enumerate(every) if token.type == kind)


def rows(every: list[Token]) -> Iterator[str]:
    row = ""
    for token in every:
        row = "" if token.type == "tr_open" else row + plain(token) if token.type == "inline" else row
        if token.type == "tr_close":
            yield row


def missing(wanted: Iterable[str], found: Iterable[str]) -> list[str]:
    return sorted((Counter(each for each in wanted if each) - Counter(found)).elements())


def test_each_page_has_a_twin_and_names_it(site: Path) -> None:
    assert len(names(site)) > 20
    for name in names(site):
        page = (site / f"{name}.html").read_text("utf-8")
        twin = f"{Path(name).name}.md"
        assert (site / f"{name}.md").is_file(), name
        assert f'<link rel="alternate" type="text/markdown" href="{twin}">' in page
        assert f'<a href="{twin}" rel="alternate">' in page


def test_a_twin_has_each_heading_row_and_block_of_code_of_its_page(site: Path) -> None:
    faults: dict[str, list[str]] = {}
    for name in names(site):
        article = ARTICLE.search((site / f"{name}.html").read_text("utf-8"))
        assert article is not None, name
        every = tokens(site / f"{name}.md")
        headings = missing(seen(article[1], r"<h[1-6].*?</h[1-6]>"), map(plain, after(every, "heading_open")))
        tables = missing(seen(article[1], r"<tr.*?</tr>"), rows(every))
        blocks = (squeezed(token.content) for token in every if token.type in {"fence", "code_block"})
        code = missing(seen(article[1], r"<pre>.*?</pre>"), blocks)
        faults[name] = headings + tables + code
    assert {name: found for name, found in faults.items() if found} == {}


@cache
def anchors(path: Path) -> set[str]:
    """Return what a link to *path* may name after `#`: headings as GitHub counts them, and anchors of HTML."""
    every = tokens(path)
    given: Counter[str] = Counter()
    known = set(ANCHOR.findall(path.read_text("utf-8")))
    for title in after(every, "heading_open"):
        name = slug("".join(each.content for each in title.children or ()))
        known.add(f"{name}-{given[name]}" if given[name] else name)
        given[name] += 1
    return known


def links(path: Path) -> Iterator[str]:
    for token in tokens(path):
        for each in (token, *(token.children or ())):
            yield from (str(each.attrs[key]) for key in ("href", "src") if key in each.attrs)
            if each.type in {"html_inline", "html_block"}:
                yield from RAW.findall(each.content)


def broken(path: Path) -> list[str]:
    """Return the links of a file of Markdown that lead nowhere."""
    found: list[str] = []
    for link in links(path):
        place, _, anchor = link.partition("#")
        if re.match(r"[a-z]+:", place):
            continue
        there = (path.parent / place).resolve() if place else path.resolve()
        if not there.is_file() or (anchor and there.suffix == ".md" and anchor not in anchors(there)):
            found.append(link)
    return found


def test_the_links_of_twins_and_lists_lead_to_files_and_anchors(site: Path) -> None:
    site = site.resolve()
    paths = [*(site / f"{name}.md" for name in names(site)), site / "llms.txt", site / "llms-full.txt"]
    assert {str(path): found for path in paths if (found := broken(path))} == {}


def test_a_broken_link_is_found(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text("# A b\n\n[x](#a-b) [y](#c) [z](b.md) [o](https://docs.foxreach.io)\n")
    assert broken(tmp_path / "a.md") == ["#c", "b.md"]


def test_llms_txt_lists_each_page_once_with_a_sentence(site: Path) -> None:
    text = (site / "llms.txt").read_text("utf-8")
    listed = re.findall(r"^- \[.+?\]\((.+?)\.md\): \S", text, re.MULTILINE)
    words = Counter(re.findall(r"^- \[.+?\]\((?!index|reference/models).+?\.md\): (.+)", text, re.MULTILINE))
    assert [sentence for sentence, times in words.items() if times > 1] == []
    pages = [page for section in contents.SECTIONS.values() for page in section]
    assert set(pages) - set(listed) == set()
    assert len(listed) == len(set(listed))
    assert (site / "llms.txt").stat().st_size < 20_000
    assert f" file of {-(-(site / 'llms-full.txt').stat().st_size // 1000):,} KB. " in text


def test_llms_full_txt_has_guides_and_reference_but_no_decisions(site: Path) -> None:
    begun = re.findall(r"^<!-- (.+)\.md -->$", (site / "llms-full.txt").read_text("utf-8"), re.MULTILINE)
    assert {"index", "quota", "reference/index", "contributing"} <= set(begun)
    assert [name for name in begun if name.startswith(("decisions", "changelog", "files"))] == []
    assert len(begun) == len(set(begun))


def test_the_openapi_document_is_the_one_of_the_client(site: Path) -> None:
    root = Path(__file__).resolve().parents[4]
    assert "[openapi.json](../openapi.json)" in (site / "reference" / "index.md").read_text("utf-8")
    assert (site / "openapi.json").read_bytes() == (root / "generated/foxreach_client/openapi.json").read_bytes()


@pytest.mark.parametrize(
    ("title", "anchor"),
    [("One queue", "one-queue"), ("`a.b()`, c & d", "ab-c--d"), ("What a call does: 4xx", "what-a-call-does-4xx")],
)
def test_slugs_are_those_of_github(title: str, anchor: str) -> None:
    assert slug(title) == anchor

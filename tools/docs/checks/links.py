"""Finds what the built pages lead to and nobody has: pages, anchors, pictures, hosts. Reads the HTML."""

from __future__ import annotations

import html
import posixpath
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import unquote, urlsplit

VENDOR = "docs.foxreach.io"
PLACEHOLDER = re.compile(
    r"(?:.+\.)?example(?:\.com|\.org|\.net)?|.+\.(?:invalid|test|localhost)|localhost|127\.0\.0\.1"
)
TAG = re.compile(r"<[a-zA-Z](?:[^<>\"']|\"[^\"]*\"|'[^']*')*>")
ATTRIBUTE = re.compile(r"""\s(id|name|href|src|alt)=(?:"([^"]*)"|'([^']*)')""")
LOADED = re.compile(r"""url\(\s*["']?(https?:[^"')]+)|@import\s+["'](https?:[^"']+)""")


@dataclass(frozen=True)
class Fault:
    """What is wrong with an address that a file of the site names."""

    file: str
    address: str
    text: str


def faults(site: Path) -> Iterator[Fault]:
    """Yield each link of a page of *site* that leads nowhere, and each picture without a text."""
    pages = {path.relative_to(site).as_posix(): _tags(path) for path in sorted(site.rglob("*.html"))}
    anchors = {page: {tag[key] for tag in tags for key in ("id", "name") if key in tag} for page, tags in pages.items()}
    for page, tags in pages.items():
        seen = dict.fromkeys((key, tag[key]) for tag in tags for key in ("href", "src") if key in tag)
        for _, address in seen:
            if fault := _fault(site, page, address, anchors):
                yield Fault(page, address, fault)
        for tag in tags:
            if tag["tag"] == "img" and not tag.get("alt", "").strip():
                yield Fault(page, tag.get("src", ""), f"the picture {tag.get('src')} has no alternative text")
    for path in sorted(site.rglob("*.css")):
        for found in LOADED.findall(path.read_text("utf-8")):
            yield Fault(path.relative_to(site).as_posix(), "".join(found), f"loads {''.join(found)}")


def line_of(address: str, text: str) -> int:
    """Return the line of *text*, the source of a page, that has *address*; 0 if none has it."""
    place = urlsplit(address)
    wanted = [address, place.path.removesuffix("html"), f"#{place.fragment}", posixpath.basename(place.path)]
    found = [text.find(each) for each in wanted if each.strip("#")]
    return next((text.count("\n", 0, at) + 1 for at in found if at >= 0), 0)


def foreign(address: str) -> bool:
    """Return whether *address* is one of another host than the vendor's documentation or a placeholder."""
    parts = urlsplit(address)
    host = parts.hostname or ""
    return bool(parts.scheme in ("http", "https", "") and host and host != VENDOR and not PLACEHOLDER.fullmatch(host))


def _tags(path: Path) -> list[dict[str, str]]:
    text = path.read_text("utf-8")
    found: list[dict[str, str]] = []
    for tag in TAG.findall(text):
        known = {name: html.unescape(one or other) for name, one, other in ATTRIBUTE.findall(tag)}
        if known or tag.startswith("<img"):
            found.append({**known, "tag": re.split(r"[\s>/]", tag[1:], maxsplit=1)[0].lower()})
    return found


def _fault(site: Path, page: str, address: str, anchors: dict[str, set[str]]) -> str:
    parts = urlsplit(address)
    if parts.scheme or parts.netloc:
        return f"links the host of {address}; only {VENDOR} may be" if foreign(address) else ""
    there = posixpath.normpath(posixpath.join(posixpath.dirname(page), unquote(parts.path))) if parts.path else page
    if not (site / there).is_file():
        return f"links {address}, which does not exist"
    anchor = unquote(parts.fragment)
    if anchor and there in anchors and anchor not in anchors[there]:
        return f"links {address}, and {there} has no such place"
    return ""

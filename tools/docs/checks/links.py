"""Finds what the built pages lead to and nobody has: pages, anchors, pictures, hosts. Reads the HTML."""

from __future__ import annotations

import html
import posixpath
import re
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import unquote, urlsplit

VENDOR = "docs.foxreach.io"
PLACEHOLDER = re.compile(
    r"(?:.+\.)?example(?:\.com|\.org|\.net)?|.+\.(?:invalid|test|localhost)|localhost|127\.0\.0\.1"
)
TAG = re.compile(r"<[a-zA-Z](?:[^<>\"']|\"[^\"]*\"|'[^']*')*>")
ATTRIBUTE = re.compile(r"""\s(id|name|href|src|alt)=(?:"([^"]*)"|'([^']*)')""")
LOADED = re.compile(r"""url\(\s*["']?(https?:[^"')]+)|@import\s+["'](https?:[^"']+)""")


def faults(site: Path) -> Iterator[str]:
    """Yield a sentence for each link of a page of *site* that leads nowhere, and for each picture without a text."""
    pages = {path.relative_to(site).as_posix(): _tags(path) for path in sorted(site.rglob("*.html"))}
    anchors = {page: {tag[key] for tag in tags for key in ("id", "name") if key in tag} for page, tags in pages.items()}
    for page, tags in pages.items():
        seen = dict.fromkeys((key, tag[key]) for tag in tags for key in ("href", "src") if key in tag)
        for _, address in seen:
            if fault := _fault(site, page, address, anchors):
                yield f"page {page}: {fault}"
        for tag in tags:
            if tag["tag"] == "img" and not tag.get("alt", "").strip():
                yield f"page {page}: the picture {tag.get('src')} has no alternative text"
    for path in sorted(site.rglob("*.css")):
        for found in LOADED.findall(path.read_text("utf-8")):
            yield f"{path.relative_to(site).as_posix()}: loads {''.join(found)}"


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

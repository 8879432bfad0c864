"""Reads a document from a file or a URL, and refuses what is no whole document of this API, in one sentence."""

from __future__ import annotations

import http.client
import socket
import ssl
import urllib.error
import urllib.request
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from urllib.parse import urlsplit

from generator.source.document import Document, is_mapping, list_in
from tools.draft.read import DraftError, parsed
from tools.draft.upgrade import upgraded

from .places import Contracts, aligned, base_of, contracts, is_event

LONGEST = 20_000_000  # Bytes; more than any document for people has.
SECONDS = 30


class UpstreamError(Exception):
    """A document or a file cannot be used. The message says why, in one sentence."""


@dataclass(frozen=True)
class Upstream:
    """A document of the vendor: where it came from, its hash, and what it says."""

    source: str
    sha256: str
    contracts: Contracts


def read(source: str, ours: Document) -> Upstream:
    """Return the document in the file or at the URL *source*; UpstreamError if it is none of the API of *ours*."""
    content = _fetched(source) if urlsplit(source).scheme in ("http", "https") else _opened(source)
    try:
        document = upgraded(parsed(content, source))
    except DraftError as error:
        raise UpstreamError(str(error)) from None
    base = base_of(ours)
    _refuse_other_host(document, ours, source)
    mine = contracts(ours, base)
    found = _contracts(document, base, mine, source)
    _refuse_other_api(found, mine, source)
    return Upstream(source, sha256(content).hexdigest(), found)


def _opened(source: str) -> bytes:
    try:
        return Path(source).read_bytes()
    except (OSError, ValueError) as error:
        raise UpstreamError(f"{source} cannot be read: {getattr(error, 'strerror', None) or error}.") from None


def _fetched(url: str) -> bytes:
    request = urllib.request.Request(url, headers={"Accept": "application/json"})  # noqa: S310 - http or https, see read
    try:
        with urllib.request.urlopen(request, timeout=SECONDS) as reply:  # noqa: S310
            content: bytes = reply.read(LONGEST + 1)
    except urllib.error.HTTPError as error:
        error.close()
        raise UpstreamError(f"{url} answered {error.code}.") from None
    except (urllib.error.URLError, http.client.HTTPException, OSError, ValueError) as error:
        reason = getattr(error, "reason", error)
        words = "its host is not known" if isinstance(reason, socket.gaierror) else str(reason) or "no answer"
        words = "its certificate is not trusted" if isinstance(reason, ssl.SSLCertVerificationError) else words
        raise UpstreamError(f"{url} cannot be fetched: {words}.") from None
    if len(content) > LONGEST:
        raise UpstreamError(f"{url} is longer than {LONGEST:,} bytes.")
    return content


def _refuse_other_host(document: Document, ours: Document, source: str) -> None:
    """Refuse a document whose servers are all on other hosts; FastAPI names none by default."""
    servers = [server.get("url", "") for server in list_in(document.data, "servers") if is_mapping(server)]
    hosts = {urlsplit(str(url)).hostname for url in servers} - {None}
    own = urlsplit(str(list_in(ours.data, "servers")[0]["url"])).hostname
    if hosts and own not in hosts:
        raise UpstreamError(f"{source} describes {', '.join(sorted(map(str, hosts)))}, not {own}.")


def _contracts(document: Document, base: str, ours: Contracts, source: str) -> Contracts:
    """Return the places, with the paths below whichever base makes most of them operations of ours."""
    paths = list(document.data["paths"])
    common = paths[0].split("/")
    for path in paths:
        parts = path.split("/")
        common = [one for one, other in zip(common, parts, strict=False) if one == other]
    bases = dict.fromkeys(
        [base, "/".join(common[:2]), "/".join(common[:3]), f"{base_of(document)}{'/'.join(common[:3])}"]
    )
    try:
        found = [contracts(document, each) for each in bases]
    except KeyError as error:
        raise UpstreamError(f"{source} is no valid document: an operation lacks {error}.") from None
    except LookupError as error:
        raise UpstreamError(f"{source} refers to {error}, which it lacks; it may be cut.") from None
    except (AttributeError, RecursionError, TypeError, ValueError):
        raise UpstreamError(f"{source} is no valid document: a part has the wrong type.") from None
    return aligned(max(found, key=lambda each: len(each.operations.keys() & ours.operations.keys())), ours)


def _refuse_other_api(found: Contracts, ours: Contracts, source: str) -> None:
    mine = {key for key in ours.operations if not is_event(key)}
    count, whole = len(found.operations.keys() & mine), len(mine)
    if 2 * count < whole:
        words = f"has only {count} of the {whole} operations of the spec; it is cut, or of another API"
        raise UpstreamError(f"{source} {words}.")

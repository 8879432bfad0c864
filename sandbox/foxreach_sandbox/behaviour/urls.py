"""URLs of webhooks, refused in the words of pydantic, which FastAPI uses. Pure."""

import re
from urllib.parse import urlsplit

from ..document import Json

SCHEMES = "'http' or 'https'"
SCHEME = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:")
FORBIDDEN = re.compile(r"[\s<>\\^`{|}\x00-\x20\x7f]")
BEGINNING = re.compile(r"https?://", re.IGNORECASE)


def wrong_url(body: Json) -> list[Json]:
    """Return the fault of the field `url` of *body*, if it has one."""
    url = body.get("url")
    if not isinstance(url, str):
        return []
    item: Json = {"loc": ["body", "url"], "input": url}
    if SCHEME.match(url) and not BEGINNING.match(url):
        more = {"type": "url_scheme", "msg": f"URL scheme should be {SCHEMES}", "ctx": {"expected_schemes": SCHEMES}}
        return [{**item, **more}]
    reason = _reason(url)
    more = {"type": "url_parsing", "msg": f"Input should be a valid URL, {reason}", "ctx": {"error": reason}}
    return [{**item, **more}] if reason else []


def _reason(url: str) -> str:
    """Return why *url* cannot be read, "" if it can."""
    if not SCHEME.match(url):
        return "relative URL without a base" if url else "input is empty"
    try:
        parts = urlsplit(url)
    except ValueError:
        return "invalid IPv6 address"
    if not parts.hostname:
        return "empty host"
    if FORBIDDEN.search(parts.netloc):
        return "invalid international domain name"
    try:
        return "invalid port number" if parts.port == 0 else ""
    except ValueError:
        return "invalid port number"

"""The command that tries what a call needs, one thing after the other, and says what is wrong and what to do."""

from __future__ import annotations

import platform
import socket
import ssl
from argparse import Namespace
from collections.abc import Iterator
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from typing import Any
from urllib.parse import urlsplit
from urllib.request import getproxies_environment, proxy_bypass

from foxreach_client.commands import COMMANDS

from . import failures, output, tree
from .parser import OUTPUTS, Parser, options_of_all
from .session import Session
from .text import harmless
from .usage import DONE, KEY, REFUSED, UsageError

SKEW = 60.0  # Seconds by which a clock may be wrong.
Check = tuple[str, bool, str]


def parser(words: tuple[str, ...], _call: str) -> Parser:
    """Return the parser of the command."""
    found = Parser(words, f"{tree.OWN[words][1]}.")
    found.add_argument("-o", "--output", choices=OUTPUTS[:2], help="table (default) or json")
    options_of_all(found)
    return found


def run(_call: str, given: Namespace, session: Session) -> int:
    """Run the command."""
    found = list(_checks(session))
    if given.output == "json":
        output.put(output.pretty([{"check": name, "ok": good, "found": words} for name, good, words in found]) + "\n")
    else:
        for name, good, words in found:
            output.put(f"{'ok  ' if good else 'FAIL'}  {name:8}  {harmless(words)}\n")
    bad = [name for name, good, _ in found if not good]
    return KEY if "key" in bad else REFUSED if bad else DONE


def _checks(session: Session) -> Iterator[Check]:
    from foxreach_client import SPEC_VERSION, __version__  # noqa: PLC0415

    yield "versions", True, f"foxr {__version__}, API {SPEC_VERSION}, Python {platform.python_version()}"
    try:
        url = session.base_url
    except Exception as error:
        if not isinstance(error, UsageError) and not failures.is_ours(error):
            raise
        yield "server", False, failures.words_of(error)
        return
    proxy = proxy_of(url)
    yield "proxy", True, f"set by {proxy}" if proxy else "none for this address"  # Its value may have a password.
    yield "server", True, url
    if "http_client" not in session.options and not proxy:  # Through a proxy, the call alone can tell.
        found = [*_network(url)]
        yield from found
        if not all(good for _, good, _ in found):
            return
    yield from _call(session)


def proxy_of(url: str) -> str:
    """Return the variable with the proxy for *url*, '' if it is called directly."""
    parts, found = urlsplit(url), getproxies_environment()
    kind = next((kind for kind in (parts.scheme, "all") if found.get(kind)), "")
    direct = is_here(url) or proxy_bypass(parts.hostname or "")
    return "" if direct or not kind else f"{kind.upper()}_PROXY"


def is_here(url: str) -> bool:
    """Return whether *url* is an address of this machine, which no proxy could reach."""
    from foxreach_runtime.options.options import is_loopback  # noqa: PLC0415 - help needs no client

    return is_loopback(urlsplit(url).hostname or "")


def _network(url: str) -> Iterator[Check]:
    """Connect, and shake hands where the address is https."""
    parts = urlsplit(url)
    place = (parts.hostname or "", parts.port or (443 if parts.scheme == "https" else 80))
    try:
        with socket.create_connection(place, timeout=5.0) as plain:
            yield "network", True, f"connected to {place[0]}:{place[1]}"
            if parts.scheme != "https":
                yield "TLS", True, "not used: the address is http"
                return
            with ssl.create_default_context().wrap_socket(plain, server_hostname=place[0]) as secure:
                yield "TLS", True, f"{secure.version()}, the certificate is valid"
    except ssl.SSLError as error:
        why = getattr(error, "verify_message", None) or getattr(error, "reason", None) or error
        yield "TLS", False, f"{why}: a proxy reads along, or certificates are missing (SSL_CERT_FILE)"
    except OSError as error:
        yield "network", False, f"{error.strerror or error}: check the address, the connection and the firewall"


def _call(session: Session) -> Iterator[Check]:
    """Make the first call of the table that only reads and needs no argument, once: nobody waits for an answer."""
    from foxreach_client import RateLimitedError, RetryPolicy  # noqa: PLC0415

    try:
        kind, name, _ = session.source
        facts = probe()
        query = {facts["page"][1]: 1} if facts.get("page", ("", ""))[1] else {}
        client = session.client.with_options(retry=RetryPolicy(max_attempts=1))
        reply = client.request("GET", facts["path"], query=query)
    except UsageError as error:
        yield "key", False, str(error)
    except RateLimitedError as error:
        wait = "" if error.retry_after is None else f"; the next one may be made in {error.retry_after:.0f} s"
        yield "quota", False, f"no call is left in this window{wait}"
    except Exception as error:
        if not failures.is_ours(error):
            raise
        yield "key" if failures.exit_status(error) == KEY else "call", False, failures.words_of(error)
    else:
        yield "key", True, f"accepted; from {kind} {name}".rstrip()
        yield from _told(reply)


def probe() -> dict[str, Any]:
    """Return the facts of the operation that `doctor` calls."""
    return next(facts for facts in COMMANDS.values() if facts["method"] == "GET" and "{" not in facts["path"])


def _told(reply: Any) -> Iterator[Check]:
    date = reply.headers.get("date")
    if date:
        off = (datetime.now(UTC) - parsedate_to_datetime(date)).total_seconds()
        yield "clock", abs(off) < SKEW, f"{off:+.0f} s against the server"
    limit = reply.rate_limit
    if limit.limit is not None:
        yield "quota", True, f"{limit.remaining} of {limit.limit} calls are left in this window"

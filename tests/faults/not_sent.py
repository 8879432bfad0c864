"""Faults that keep a request from being sent."""

from __future__ import annotations

from typing import Any

import foxreach_client as fox

from tests.faults import routes
from tests.faults.answers import HEAD, LEAD_ANSWER, answer, replying, reset_at_once, trickling, untouched
from tests.faults.fault import ALWAYS, HASTY, HASTY_FOR_THE_POOL, HASTY_TO_CONNECT, NEVER, Fault, Kind, fault
from tests.faults.server import Connection, Script


def asked_to_connect(then: Script) -> Script:
    """Return a script of a proxy: *then* is what follows once the client has said where it wants to go."""

    def script(connection: Connection) -> None:
        connection.head()
        then(connection)

    return script


def passing(name: str, script: Script, kind: Kind = fox.NotSentError, **facts: Any) -> Fault:
    """Return a fault after which every call is made again."""
    return fault(name, script, kind, ALWAYS, "not_sent", **facts)


def permanent(name: str, script: Script, **facts: Any) -> Fault:
    """Return a fault that no repetition can mend."""
    return fault(name, script, fox.NotSentError, NEVER, "not_sent", words="CERTIFICATE_VERIFY_FAILED", **facts)


NOT_SENT = (
    passing("connection refused", untouched, route=routes.refused, words="ConnectError"),
    passing("unknown host name", untouched, route=routes.nameless, words="ConnectError"),
    passing(
        "no answer to the connection attempt",
        untouched,
        fox.ConnectTimeoutError,
        route=routes.unreachable,
        setting=HASTY_TO_CONNECT,
    ),
    passing(
        "stall in the TLS handshake", untouched, fox.ConnectTimeoutError, route=routes.tls, setting=HASTY_TO_CONNECT
    ),
    passing("reset in the TLS handshake", reset_at_once, route=routes.tls),
    permanent(
        "certificate of an unknown authority",
        routes.secured(replying(LEAD_ANSWER)),
        route=routes.tls_untrusted,
    ),
    permanent(
        "certificate of another host",
        routes.secured(replying(LEAD_ANSWER), "elsewhere.test"),
        route=routes.tls,
    ),
    passing(
        "proxy refuses",
        asked_to_connect(lambda connection: connection.send(answer(403))),
        route=routes.proxied,
        words="ProxyError: 403",
    ),
    passing("proxy does not answer", asked_to_connect(untouched), route=routes.proxied, setting=HASTY),
    passing("proxy closes the connection", asked_to_connect(lambda connection: None), route=routes.proxied),
    passing(
        "no connection free in the pool",
        trickling(HEAD + b"\r\n", b" "),
        fox.PoolTimeoutError,
        route=routes.crowded,
        setting=HASTY_FOR_THE_POOL,
    ),
)

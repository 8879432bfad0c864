"""Faults between the request and the status: nobody knows what the server did."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import foxreach_client as fox

from tests.faults.answers import HEAD, closing, reset_at_once, resetting, stalling, trickling, warm_then
from tests.faults.fault import ENDING, HASTY, HASTY_AFTER_AN_ANSWER, IF_HARMLESS, NEVER, Fault, fault
from tests.faults.server import Connection, Script


def deaf(connection: Connection) -> None:
    """Take the head of a request, and never the rest."""
    connection.head()
    connection.stall()


def unknown(name: str, script: Script, attempts: tuple[int, ...] = IF_HARMLESS, **facts: Any) -> Fault:
    """Return a fault after which only a call that does no harm is made again."""
    return fault(name, script, fox.OutcomeUnknownError, attempts, "unknown", **facts)


WITHOUT_STATUS = (
    unknown("closed without an answer", closing()),
    unknown("reset without an answer", resetting()),
    unknown("reset within the request", reset_at_once, received=(0, 0, 0)),
    unknown("no answer in time", stalling(), setting=HASTY, words="ReadTimeout"),
    unknown(
        "no answer in time on a reused connection",
        stalling(),
        scripts=(warm_then(stalling()), stalling()),
        setting=replace(HASTY_AFTER_AN_ANSWER, warm="kept"),
        words="ReadTimeout",
    ),
    unknown("stall within the headers", stalling(HEAD), setting=HASTY),
    unknown("closed within the headers", closing(HEAD)),
    unknown("headers of one megabyte", closing(HEAD + b"X-Large: " + b"x" * 2**20)),
    unknown("answer that is not HTTP", closing(b"SSH-2.0-OpenSSH_9.7\r\n\r\n")),
    unknown(
        "server does not read the request body",
        deaf,
        (4,),
        calls=("import",),
        setting=HASTY,
        received=(0,),
        words="WriteTimeout",
    ),
    unknown("endless 1xx responses", trickling(b"", b"HTTP/1.1 103 Early\r\n\r\n"), NEVER, setting=ENDING),
    unknown("headers that arrive slowly until the deadline", trickling(HEAD + b"X: ", b"x"), NEVER, setting=ENDING),
)

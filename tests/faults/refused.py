"""Answers that are errors: the status decides the class, and whether the call is made again."""

from __future__ import annotations

from dataclasses import replace

import foxreach_client as fox
from foxreach_client.errors import BY_STATUS

from tests.faults.answers import answer, bomb, closing, replying
from tests.faults.calls import DATE
from tests.faults.fault import ALWAYS, BACKOFF, IF_HARMLESS, NEVER, Fault, Kind, fault
from tests.faults.server import Connection

SAID = b'{"detail": "as said"}'


def hasty_answer(connection: Connection) -> None:
    """Answer once the head is there, and read the rest without a word."""
    connection.head()
    connection.send(answer(401, b'{"detail": "Invalid API key"}', "Connection: close"))
    connection.finish()


def refusal(
    status: int, kind: Kind, attempts: tuple[int, ...], *headers: str, waits: tuple[float, ...] = BACKOFF
) -> Fault:
    """Return the fault of an answer with *status*."""
    script = replying(answer(status, SAID, *headers))
    name = f"{status} with {', '.join(headers)}" if headers else str(status)
    return fault(name, script, kind, attempts, "answered", status=status, waits=waits, body=SAID, headers=headers)


REFUSED = (
    replace(refusal(429, BY_STATUS[429], ALWAYS), holds=(1.0, 4.0, 16.0)),
    replace(refusal(429, BY_STATUS[429], ALWAYS, "Retry-After: 0", waits=(0.0, 1.0, 2.0)), holds=(0.0, 2.0, 4.0)),
    refusal(429, BY_STATUS[429], ALWAYS, "Retry-After: 7", waits=(7.0, 7.0, 7.0)),
    refusal(429, BY_STATUS[429], NEVER, "Retry-After: 66"),
    refusal(429, BY_STATUS[429], NEVER, "Retry-After: 3600"),
    refusal(429, BY_STATUS[429], ALWAYS, "X-RateLimit-Reset: 1800000030", f"Date: {DATE}", waits=(30.0,) * 3),
    refusal(408, fox.ClientError, IF_HARMLESS),
    refusal(500, fox.ServerError, IF_HARMLESS),
    refusal(502, fox.ServerError, IF_HARMLESS),
    refusal(503, fox.ServerError, IF_HARMLESS, "Retry-After: 0", waits=(0.0, 1.0, 2.0)),
    refusal(503, fox.ServerError, IF_HARMLESS, "Retry-After: 2", waits=(2.0, 2.0, 2.0)),
    refusal(504, fox.ServerError, IF_HARMLESS),
    refusal(501, fox.ServerError, NEVER),
    *(refusal(status, BY_STATUS[status], NEVER) for status in (400, 401, 402, 403, 404, 409)),
    refusal(418, fox.ClientError, NEVER),
    refusal(422, BY_STATUS[422], NEVER),
    refusal(302, fox.RedirectRefusedError, NEVER, "Location: https://elsewhere.test/"),
    fault(
        "500 with a gzip bomb of 100 MiB",
        replying(answer(500, bomb(), "Content-Encoding: gzip")),
        fox.ServerError,
        IF_HARMLESS,
        "answered",
        status=500,
    ),
    fault(
        "503 with a truncated body",
        closing(answer(503, b'{"det', length=30)),
        fox.ServerError,
        IF_HARMLESS,
        "answered",
        status=503,
    ),
    fault(
        "401 before the request body is read",
        hasty_answer,
        fox.AuthenticationError,
        (1,),
        "answered",
        calls=("import",),
        received=(0,),
        status=401,
    ),
)

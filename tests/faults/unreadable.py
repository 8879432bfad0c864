"""A success whose body does not arrive whole, or is not what the spec says."""

from __future__ import annotations

from typing import Any

import foxreach_client as fox

from tests.faults.answers import (
    HEAD,
    LEAD,
    answer,
    bomb,
    closing,
    replying,
    resetting,
    stalling,
    trickling,
    zipped,
)
from tests.faults.fault import ENDING, HASTY_AFTER_AN_ANSWER, IF_READ, NEVER, Fault, fault
from tests.faults.server import Script

SMALL_VALUES = b'{"data": {"customFields": {"x": [' + b"{}," * 500_000 + b"{}]}}}"
HALF = LEAD[: len(LEAD) // 2]


def broken(name: str, script: Script, attempts: tuple[int, ...] = IF_READ, *, status: int = 200, **facts: Any) -> Fault:
    """Return a fault after which only a read is made again."""
    return fault(name, script, fox.ResponseDecodeError, attempts, "answered", status=status, **facts)


def wrong(name: str, body: bytes, attempts: tuple[int, ...] = IF_READ, **facts: Any) -> Fault:
    """Return the fault of a whole 200 with *body*."""
    return broken(f"200 {name}", replying(answer(200, body)), attempts, body=body, **facts)


NOT_WHOLE = (
    broken("reset within the body", resetting(answer(200, HALF, length=len(LEAD)))),
    broken(
        "stall within the body",
        stalling(answer(200, HALF, length=len(LEAD))),
        setting=HASTY_AFTER_AN_ANSWER,
        words="ReadTimeout",
    ),
    broken("body shorter than Content-Length", closing(answer(201, LEAD, length=len(LEAD) + 1)), status=201),
    broken("truncated chunked body", closing(HEAD + b"Transfer-Encoding: chunked\r\n\r\n%x\r\n%b" % (len(LEAD), HALF))),
    broken("body that arrives slowly until the deadline", trickling(HEAD + b"\r\n", b" "), NEVER, setting=ENDING),
    broken("invalid gzip", replying(answer(200, LEAD, "Content-Encoding: gzip"))),
    broken("truncated gzip with a correct length", replying(zipped(LEAD, cut=60))),
    broken("truncated gzip without any content", replying(zipped(LEAD, cut=10))),
    broken("gzip bomb of 100 MiB", replying(answer(200, bomb(), "Content-Encoding: gzip")), NEVER, words="larger than"),
)

NOT_AS_IN_THE_SPEC = (
    wrong("without a body", b"", words="empty"),
    wrong("with an HTML page", b"<html><body>Sign in</body></html>", words="not JSON"),
    wrong("that is not UTF-8", LEAD.replace(b'"cld_', b'"\xff\xfe', 1), words="UTF-8"),
    wrong("nested 100,000 levels deep", b"[" * 100_000, NEVER),
    wrong("with unknown fields nested too deeply", b'{"odd": ' + b"[" * 100_000, NEVER, words="nested too deeply"),
    wrong("with a number of 5,000 digits", b'{"data": ' + b"9" * 5_000 + b"}", NEVER, path="data"),
    wrong("with 500,000 small values", SMALL_VALUES, NEVER, words="too many values"),
    wrong("with JSON of another type", b'{"data": {"id": 5}}', NEVER, path="data.id"),
)

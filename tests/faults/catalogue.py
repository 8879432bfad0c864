"""Every fault: what the server does, and what must come of it, for a read, an update and a POST that acts."""

from __future__ import annotations

import re
from collections.abc import Callable
from contextlib import AbstractContextManager
from dataclasses import dataclass, field, replace

import foxreach_client as fox
import httpx2
from foxreach_client import RetryPolicy

from tests.faults import routes
from tests.faults.answers import (
    LEAD,
    LEAD_ANSWER,
    answer,
    bomb,
    closing,
    replying,
    resetting,
    stalling,
    trickling,
    zipped,
)
from tests.faults.calls import DATE, PATIENT, Route, Setting
from tests.faults.server import Connection, Script, Server

Kind = type[fox.FoxReachError]
ALWAYS, IF_HARMLESS, IF_READ, NEVER = (4, 4, 4), (4, 4, 1), (4, 1, 1), (1, 1, 1)
SHORT = 0.05  # seconds: only where a stall must be noticed
HASTY_FOR_THE_BODY = Setting(timeout=httpx2.Timeout(10.0, read=2 * SHORT))
HASTY = Setting(timeout=httpx2.Timeout(10.0, read=SHORT, write=SHORT))
HASTY_TO_CONNECT = Setting(timeout=httpx2.Timeout(10.0, connect=SHORT))
HASTY_FOR_THE_POOL = Setting(timeout=httpx2.Timeout(10.0, pool=SHORT))
ENDING = Setting(timeout=PATIENT, retry=RetryPolicy(deadline=0.25))
HEAD = b"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n"


@dataclass(frozen=True, kw_only=True, eq=False)
class Fault:
    """What goes wrong, and what is expected for each of *calls*: class (None: the reply), attempts, requests received.

    *received* is what the server got whole where that is not one request an attempt. *stage* and *status* are those
    of every attempt but one that succeeds; *words* are in the message.
    """

    name: str
    scripts: tuple[Script, ...]
    raises: tuple[Kind | None, ...]
    attempts: tuple[int, ...]
    stage: str
    calls: tuple[str, ...] = ("read", "update", "create")
    received: tuple[int, ...] | None = None
    status: int | None = None
    path: str | None = None
    words: str = ""
    waits: tuple[float, ...] = (0.5, 1.0, 2.0)
    route: Callable[[Server], AbstractContextManager[Route]] = routes.plain
    setting: Setting = field(default_factory=Setting)

    def __str__(self) -> str:
        return re.sub(r"\W+", "-", self.name)

    @property
    def requests(self) -> tuple[int, ...]:
        """How many requests the server receives whole, for each of *calls*."""
        if self.received is not None:
            return self.received
        return self.attempts if self.stage != "not_sent" else (0,) * len(self.calls)


def same(kind: Kind) -> tuple[Kind, Kind, Kind]:
    """Return *kind* for each of the three calls."""
    return kind, kind, kind


def untouched(connection: Connection) -> None:
    """Accept and say nothing."""
    connection.stall()


def reset_at_once(connection: Connection) -> None:
    """Reset as soon as something arrives."""
    connection.byte()
    connection.reset()


def asked_to_connect(then: Script) -> Script:
    """Return a script of a proxy: *then* is what follows once the client has said where it wants to go."""

    def script(connection: Connection) -> None:
        connection.head()
        then(connection)

    return script


def saying(content: bytes) -> Script:
    """Return a script that sends *content* and closes."""
    return lambda connection: connection.send(content)


def deaf(connection: Connection) -> None:
    """Take the head of a request, and never the rest."""
    connection.head()
    connection.stall()


def hasty_answer(connection: Connection) -> None:
    """Answer once the head is there, and read the rest without a word."""
    connection.head()
    connection.send(answer(401, b'{"detail": "Invalid API key"}', "Connection: close"))
    connection.finish()


def warm_then(then: Script) -> Script:
    """Return a script that answers once, and does *then* to what comes next on the same connection."""

    def script(connection: Connection) -> None:
        connection.request()
        connection.send(LEAD_ANSWER)
        then(connection)

    return script


NOT_SENT = (
    Fault(
        name="connection refused",
        scripts=(untouched,),
        route=routes.refused,
        raises=same(fox.NotSentError),
        attempts=ALWAYS,
        stage="not_sent",
        words="ConnectError",
    ),
    Fault(
        name="host name unknown",
        scripts=(untouched,),
        route=routes.nameless,
        raises=same(fox.NotSentError),
        attempts=ALWAYS,
        stage="not_sent",
        words="ConnectError",
    ),
    Fault(
        name="no answer to the connection",
        scripts=(untouched,),
        route=routes.unreachable,
        setting=HASTY_TO_CONNECT,
        raises=same(fox.ConnectTimeoutError),
        attempts=ALWAYS,
        stage="not_sent",
    ),
    Fault(
        name="stall in the TLS handshake",
        scripts=(untouched,),
        route=routes.tls,
        setting=HASTY_TO_CONNECT,
        raises=same(fox.ConnectTimeoutError),
        attempts=ALWAYS,
        stage="not_sent",
    ),
    Fault(
        name="reset in the TLS handshake",
        scripts=(reset_at_once,),
        route=routes.tls,
        raises=same(fox.NotSentError),
        attempts=ALWAYS,
        stage="not_sent",
    ),
    Fault(
        name="certificate of an unknown authority",
        scripts=(routes.secured(replying(LEAD_ANSWER)),),
        route=routes.tls_untrusted,
        raises=same(fox.NotSentError),
        attempts=NEVER,
        stage="not_sent",
        words="CERTIFICATE_VERIFY_FAILED",
    ),
    Fault(
        name="certificate of another host",
        scripts=(routes.secured(replying(LEAD_ANSWER), "elsewhere.test"),),
        route=routes.tls,
        raises=same(fox.NotSentError),
        attempts=NEVER,
        stage="not_sent",
        words="CERTIFICATE_VERIFY_FAILED",
    ),
    Fault(
        name="proxy refuses",
        scripts=(asked_to_connect(saying(answer(403))),),
        route=routes.proxied,
        raises=same(fox.NotSentError),
        attempts=ALWAYS,
        stage="not_sent",
        words="ProxyError: 403",
    ),
    Fault(
        name="proxy does not answer",
        scripts=(asked_to_connect(untouched),),
        route=routes.proxied,
        setting=HASTY,
        raises=same(fox.NotSentError),
        attempts=ALWAYS,
        stage="not_sent",
    ),
    Fault(
        name="proxy closes the connection",
        scripts=(asked_to_connect(lambda connection: None),),
        route=routes.proxied,
        raises=same(fox.NotSentError),
        attempts=ALWAYS,
        stage="not_sent",
    ),
    Fault(
        name="no connection free in the pool",
        scripts=(trickling(HEAD + b"\r\n", b" "),),
        route=routes.crowded,
        setting=HASTY_FOR_THE_POOL,
        raises=same(fox.PoolTimeoutError),
        attempts=ALWAYS,
        stage="not_sent",
    ),
)

UNKNOWN = (
    Fault(
        name="closed without an answer",
        scripts=(closing(),),
        raises=same(fox.OutcomeUnknownError),
        attempts=IF_HARMLESS,
        stage="unknown",
    ),
    Fault(
        name="reset without an answer",
        scripts=(resetting(),),
        raises=same(fox.OutcomeUnknownError),
        attempts=IF_HARMLESS,
        stage="unknown",
    ),
    Fault(
        name="reset within the request",
        scripts=(reset_at_once,),
        raises=same(fox.OutcomeUnknownError),
        attempts=IF_HARMLESS,
        received=(0, 0, 0),
        stage="unknown",
    ),
    Fault(
        name="no answer in time",
        scripts=(stalling(),),
        setting=HASTY,
        raises=same(fox.OutcomeUnknownError),
        attempts=IF_HARMLESS,
        stage="unknown",
        words="ReadTimeout",
    ),
    Fault(
        name="no answer in time on a connection in use before",
        scripts=(warm_then(stalling()), stalling()),
        setting=replace(HASTY_FOR_THE_BODY, warm="kept"),
        raises=same(fox.OutcomeUnknownError),
        attempts=IF_HARMLESS,
        stage="unknown",
        words="ReadTimeout",
    ),
    Fault(
        name="stall within the headers",
        scripts=(stalling(HEAD),),
        setting=HASTY,
        raises=same(fox.OutcomeUnknownError),
        attempts=IF_HARMLESS,
        stage="unknown",
    ),
    Fault(
        name="closed within the headers",
        scripts=(closing(HEAD),),
        raises=same(fox.OutcomeUnknownError),
        attempts=IF_HARMLESS,
        stage="unknown",
    ),
    Fault(
        name="headers of a megabyte",
        scripts=(closing(HEAD + b"X-Large: " + b"x" * 2**20),),
        raises=same(fox.OutcomeUnknownError),
        attempts=IF_HARMLESS,
        stage="unknown",
    ),
    Fault(
        name="an answer that is not HTTP",
        scripts=(closing(b"SSH-2.0-OpenSSH_9.7\r\n\r\n"),),
        raises=same(fox.OutcomeUnknownError),
        attempts=IF_HARMLESS,
        stage="unknown",
    ),
    Fault(
        name="server does not read the upload",
        scripts=(deaf,),
        calls=("import",),
        setting=HASTY,
        raises=(fox.OutcomeUnknownError,),
        attempts=(4,),
        received=(0,),
        stage="unknown",
        words="WriteTimeout",
    ),
    Fault(
        name="1xx replies without an end",
        scripts=(trickling(b"", b"HTTP/1.1 103 Early Hints\r\n\r\n"),),
        setting=ENDING,
        raises=same(fox.OutcomeUnknownError),
        attempts=NEVER,
        stage="unknown",
    ),
    Fault(
        name="headers that trickle in until the deadline",
        scripts=(trickling(HEAD + b"X-Slow: ", b"x"),),
        setting=ENDING,
        raises=same(fox.OutcomeUnknownError),
        attempts=NEVER,
        stage="unknown",
    ),
)

HALF = LEAD[: len(LEAD) // 2]
ANSWERED = (
    Fault(
        name="reset within the body",
        scripts=(resetting(answer(200, HALF, length=len(LEAD))),),
        raises=same(fox.ResponseDecodeError),
        attempts=IF_READ,
        stage="answered",
        status=200,
    ),
    Fault(
        name="stall within the body",
        scripts=(stalling(answer(200, HALF, length=len(LEAD))),),
        setting=HASTY_FOR_THE_BODY,
        raises=same(fox.ResponseDecodeError),
        attempts=IF_READ,
        stage="answered",
        status=200,
        words="ReadTimeout",
    ),
    Fault(
        name="body shorter than announced",
        scripts=(closing(answer(201, LEAD, length=len(LEAD) + 1)),),
        raises=same(fox.ResponseDecodeError),
        attempts=IF_READ,
        stage="answered",
        status=201,
    ),
    Fault(
        name="chunks cut off",
        scripts=(closing(HEAD + b"Transfer-Encoding: chunked\r\n\r\n%x\r\n%b" % (len(LEAD), HALF)),),
        raises=same(fox.ResponseDecodeError),
        attempts=IF_READ,
        stage="answered",
        status=200,
    ),
    Fault(
        name="body that trickles in until the deadline",
        scripts=(trickling(HEAD + b"\r\n", b" "),),
        setting=ENDING,
        raises=same(fox.ResponseDecodeError),
        attempts=NEVER,
        stage="answered",
        status=200,
    ),
    Fault(
        name="gzip that is none",
        scripts=(replying(answer(200, LEAD, "Content-Encoding: gzip")),),
        raises=same(fox.ResponseDecodeError),
        attempts=IF_READ,
        stage="answered",
        status=200,
    ),
    Fault(
        name="gzip cut off with a right length",
        scripts=(replying(zipped(LEAD, cut=60)),),
        raises=same(fox.ResponseDecodeError),
        attempts=IF_READ,
        stage="answered",
        status=200,
    ),
    Fault(
        name="gzip cut off before its first byte of content",
        scripts=(replying(zipped(LEAD, cut=10)),),
        raises=same(fox.ResponseDecodeError),
        attempts=IF_READ,
        stage="answered",
        status=200,
    ),
    Fault(
        name="gzip bomb of 100 MiB",
        scripts=(replying(answer(200, bomb(), "Content-Encoding: gzip")),),
        raises=same(fox.ResponseDecodeError),
        attempts=IF_READ,
        stage="answered",
        status=200,
        words="larger than",
    ),
)


def unreadable(name: str, body: bytes, *, path: str | None = None, words: str = "") -> Fault:
    """Return the fault of a whole 200 with *body*."""
    return Fault(
        name=name,
        scripts=(replying(answer(200, body)),),
        raises=same(fox.ResponseDecodeError),
        attempts=IF_READ,
        stage="answered",
        status=200,
        path=path,
        words=words,
    )


UNREADABLE = (
    unreadable("200 without a body", b"", words="empty"),
    unreadable("200 with an HTML page", b"<html><body>Sign in</body></html>", words="not JSON"),
    unreadable("200 that is not UTF-8", LEAD.replace(b'"cld_', b'"\xff\xfe', 1), words="UTF-8"),
    unreadable("200 nested 100,000 levels deep", b"[" * 100_000),
    unreadable("200 with unknown fields nested too deeply", b'{"odd": ' + b"[" * 100_000, words="nested too deeply"),
    unreadable("200 with a number of 5,000 digits", b'{"data": ' + b"9" * 5_000 + b"}", path="data"),
    unreadable("200 of another type", b'{"data": {"id": 5}}', path="data.id"),
)


def refusal(status: int, kind: Kind, attempts: tuple[int, ...], *headers: str, waits: tuple[float, ...]) -> Fault:
    """Return the fault of an answer with *status*."""
    with_headers = f" with {', '.join(headers)}" if headers else ""
    return Fault(
        name=f"{status}{with_headers}",
        scripts=(replying(answer(status, b'{"detail": "as said"}', *headers)),),
        raises=same(kind),
        attempts=attempts,
        stage="answered",
        status=status,
        waits=waits,
    )


BACKOFF = (0.5, 1.0, 2.0)
REFUSED = (
    refusal(429, fox.RateLimitedError, ALWAYS, waits=BACKOFF),
    refusal(429, fox.RateLimitedError, ALWAYS, "Retry-After: 7", waits=(7.0, 7.0, 7.0)),
    refusal(429, fox.RateLimitedError, NEVER, "Retry-After: 3600", waits=()),
    refusal(
        429, fox.RateLimitedError, ALWAYS, "X-RateLimit-Reset: 1800000030", f"Date: {DATE}", waits=(30.0, 30.0, 30.0)
    ),
    refusal(408, fox.ClientError, IF_HARMLESS, waits=BACKOFF),
    refusal(500, fox.ServerError, IF_HARMLESS, waits=BACKOFF),
    refusal(502, fox.ServerError, IF_HARMLESS, waits=BACKOFF),
    refusal(503, fox.ServerError, IF_HARMLESS, "Retry-After: 2", waits=(2.0, 2.0, 2.0)),
    refusal(504, fox.ServerError, IF_HARMLESS, waits=BACKOFF),
    refusal(501, fox.ServerError, NEVER, waits=()),
    refusal(400, fox.BadRequestError, NEVER, waits=()),
    refusal(401, fox.AuthenticationError, NEVER, waits=()),
    refusal(402, fox.PlanLimitError, NEVER, waits=()),
    refusal(403, fox.PermissionDeniedError, NEVER, waits=()),
    refusal(404, fox.NotFoundError, NEVER, waits=()),
    refusal(409, fox.ConflictError, NEVER, waits=()),
    refusal(418, fox.ClientError, NEVER, waits=()),
    refusal(422, fox.UnprocessableError, NEVER, waits=()),
    refusal(302, fox.RedirectRefusedError, NEVER, "Location: https://elsewhere.test/", waits=()),
    Fault(
        name="503 whose body breaks off",
        scripts=(closing(answer(503, b'{"det', length=30)),),
        raises=same(fox.ServerError),
        attempts=IF_HARMLESS,
        stage="answered",
        status=503,
    ),
    Fault(
        name="401 before the upload is read",
        scripts=(hasty_answer,),
        calls=("import",),
        raises=(fox.AuthenticationError,),
        attempts=(1,),
        received=(0,),
        stage="answered",
        status=401,
    ),
)

RECOVERED = (
    Fault(
        name="one 503, then the answer",
        scripts=(replying(answer(503), LEAD_ANSWER),),
        raises=(None, None, fox.ServerError),
        attempts=(2, 2, 1),
        stage="answered",
        status=503,
    ),
    Fault(
        name="one 429, then the answer",
        scripts=(replying(answer(429, b"", "Retry-After: 0"), LEAD_ANSWER),),
        raises=(None, None, None),
        attempts=(2, 2, 2),
        stage="answered",
        status=429,
        waits=(0.0,),
    ),
    Fault(
        name="closed just as a kept-alive connection is used again",
        scripts=(warm_then(closing()), replying(LEAD_ANSWER)),
        setting=Setting(warm="kept"),
        raises=(None, None, fox.OutcomeUnknownError),
        attempts=(2, 2, 1),
        stage="unknown",
    ),
    Fault(
        name="reset just as a kept-alive connection is used again",
        scripts=(warm_then(reset_at_once), replying(LEAD_ANSWER)),
        setting=Setting(warm="kept"),
        raises=(None, None, fox.OutcomeUnknownError),
        attempts=(2, 2, 1),
        received=(1, 1, 0),
        stage="unknown",
    ),
    Fault(
        name="idle connection that the server closed earlier",
        scripts=(warm_then(lambda connection: None), replying(LEAD_ANSWER)),
        setting=Setting(warm="closed"),
        raises=(None, None, None),
        attempts=(1, 1, 1),
        stage="answered",
    ),
    Fault(
        name="no answer to a delete, then 404",
        scripts=(closing(), replying(answer(404))),
        calls=("delete",),
        raises=(None,),
        attempts=(2,),
        stage="unknown",
    ),
    Fault(
        name="no answer to an update, then 409",
        scripts=(closing(), replying(answer(409))),
        calls=("update",),
        raises=(fox.ConflictError,),
        attempts=(2,),
        stage="unknown",
        words="An earlier attempt",
    ),
)

SECTIONS: dict[str, tuple[Fault, ...]] = {
    "Nothing was sent": NOT_SENT,
    "Sent, and no status came": UNKNOWN,
    "A status came, and not the whole body": ANSWERED,
    "A whole answer that is not what the spec says": UNREADABLE,
    "An answer that is an error": REFUSED,
    "Faults that pass": RECOVERED,
}
FAULTS = tuple(fault for section in SECTIONS.values() for fault in section)
ON_TRIO = tuple(section[index] for section in SECTIONS.values() for index in (0, 3, -2))

"""Where each fault of the catalogue is in the sandbox: as one of its own, with the work done or not, or not at all."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Literal

import httpx2
from foxreach_client import RetryPolicy
from foxreach_sandbox import Fault as Played

from tests.faults.answers import HEAD, LEAD, LEAD_ANSWER, bomb, gzipped
from tests.faults.calls import PATIENT, Setting
from tests.faults.catalogue import FAULTS
from tests.faults.fault import Fault
from tests.faults.refused import REFUSED, SAID
from tests.faults.unreadable import NOT_AS_IN_THE_SPEC

Work = Literal["done", "undone", ""]
BEAT = 0.1  # Seconds between pieces; two of them are past the deadline of those faults that trickle.
# Where the head of an answer has to come in time, the sandbox gets more of it than the server of scripts.
PATIENT_TO_READ = Setting(timeout=httpx2.Timeout(10.0, read=0.4))
LATER = Setting(timeout=PATIENT, retry=RetryPolicy(deadline=6 * BEAT))
QUOTA: dict[str, str | None] = {
    "Retry-After": None, "X-RateLimit-Limit": None, "X-RateLimit-Remaining": None, "X-RateLimit-Reset": None
}  # fmt: skip
GZIP: dict[str, str | None] = {"Content-Encoding": "gzip"}
DETAIL = {"detail": "as said"}


@dataclass(frozen=True)
class Placed:
    """How the sandbox plays a fault: *first* to one call each, *then* to all that follow, *before* to a warming call.

    *work* says whether the sandbox does it while the fault goes on; "" where the call succeeds in the end. With *own*,
    the status is the one that the operation has in the spec; *setting* takes the place of the fault's.
    """

    work: Work
    first: tuple[Played, ...] = ()
    then: Played | None = None
    before: Played | None = None
    own: bool = False
    setting: Setting | None = None


def undone(*first: Played, then: Played | None = None) -> tuple[Placed, ...]:
    """Return a fault during which nothing is done."""
    return (Placed("undone", first, then),)


def done(then: Played, *, own: bool = False, setting: Setting | None = None) -> tuple[Placed, ...]:
    """Return a fault during which the work is done."""
    return (Placed("done", then=then, own=own, setting=setting),)


def either(make: Callable[[bool], Played]) -> tuple[Placed, ...]:
    """Return a fault during which the work is done, and one during which it is not."""
    return undone(then=make(False)) + done(make(True))


def broken(content: bytes) -> tuple[Placed, ...]:
    """Return a fault of which *content* is all that arrives."""
    return either(lambda after_work: Played.raw(content, after_work=after_work))


def stuck(content: bytes) -> tuple[Placed, ...]:
    """Return a fault of which *content* arrives, and then nothing."""
    return either(lambda after_work: Played.raw(content, after_work=after_work, then="silence"))


def trickling(content: bytes) -> tuple[Placed, ...]:
    """Return a fault of which *content* arrives bit by bit, up to the deadline."""
    return done(Played.raw(content, after_work=True, then="silence", pause=BEAT))


def passing(make: Callable[[bool], Played], *then: Played) -> tuple[Placed, ...]:
    """Return a fault that meets one call, with the work done or not, before *then*."""
    return tuple(Placed(work, (make(work == "done"), *then)) for work in ("undone", "done"))


def closed(after_work: bool) -> Played:
    """Return the end of a connection without an answer."""
    return Played.close(after_work=after_work)


def refused(fault: Fault) -> tuple[Placed, ...]:
    """Return an answer with the status, headers and body of *fault*; a gateway may have done the work."""
    assert fault.status is not None
    status, lines = fault.status, dict(line.split(": ", 1) for line in fault.headers)
    headers: dict[str, str | None] = {**QUOTA, **lines}

    def make(after_work: bool) -> Played:
        return Played.status(status, body=DETAIL, headers=headers, after_work=after_work)

    return either(make) if status >= 500 or status == 408 else undone(then=make(False))


PLACES: dict[str, tuple[Placed, ...]] = {
    "no connection free in the pool": undone(),
    "closed without an answer": either(closed),
    "reset without an answer": either(lambda after_work: Played.reset(after_work=after_work)),
    "no answer in time": undone(then=Played.silence()) + done(Played.delayed(3600)),
    "no answer in time on a reused connection": either(lambda done: Played.silence(after_work=done)),
    "stall within the headers": stuck(HEAD),
    "closed within the headers": broken(HEAD),
    "headers of one megabyte": broken(HEAD + b"X-Large: " + b"x" * 2**20),
    "answer that is not HTTP": broken(b"SSH-2.0-OpenSSH_9.7\r\n\r\n"),
    "endless 1xx responses": trickling(b"HTTP/1.1 103 Early\r\n\r\n" * 4),
    "headers that arrive slowly until the deadline": trickling(HEAD + b"X: " + b"x" * len(HEAD)),
    "reset within the body": done(Played.truncated(then="reset"), own=True),
    "stall within the body": done(Played.truncated(then="silence"), own=True, setting=PATIENT_TO_READ),
    "body shorter than Content-Length": done(Played.truncated(), own=True),
    "truncated chunked body": done(
        Played.raw(HEAD + b"Transfer-Encoding: chunked\r\n\r\n%x\r\n%b" % (len(LEAD), LEAD[:20]), after_work=True)
    ),
    "body that arrives slowly until the deadline": done(Played.slow(3 * BEAT), own=True, setting=LATER),
    "invalid gzip": done(Played.answer(headers=GZIP), own=True),
    "truncated gzip with a correct length": done(Played.answer(gzipped(LEAD)[:60], headers=GZIP), own=True),
    "truncated gzip without any content": done(Played.answer(gzipped(LEAD)[:10], headers=GZIP), own=True),
    "gzip bomb of 100 MiB": done(Played.answer(bomb(), headers=GZIP), own=True),
    "500 with a gzip bomb of 100 MiB": either(
        lambda after_work: Played.status(500, body=bomb(), headers=GZIP, after_work=after_work)
    ),
    "503 with a truncated body": undone(then=Played.truncated(code=503)),
    "one 503, then the answer": passing(lambda after_work: Played.status(503, after_work=after_work)),
    "one 429, then the answer": (
        Placed("", (Played.status(429, body=DETAIL, headers={**QUOTA, "Retry-After": "0"}),)),
    ),
    "connection closed while it is used again": passing(closed),
    "idle connection that the server closed earlier": (Placed("", before=Played.hangup()),),
    "a second answer behind an earlier one": (Placed("", before=Played.raw(LEAD_ANSWER * 2, then="silence")),),
    "an earlier answer longer than announced": (Placed("", before=Played.raw(LEAD_ANSWER + b"}", then="silence")),),
    "no answer to a delete, then 404": passing(closed),
    "no answer to an import, then its report": passing(closed),
    "no answer to an update, then 409": passing(closed, Played.status(409)),
    "no answer to an update, then 403": passing(closed, Played.status(403)),
    **{fault.name: done(Played.answer(fault.body), own=True) for fault in NOT_AS_IN_THE_SPEC},
    **{fault.name: refused(fault) for fault in REFUSED if fault.body == SAID},
}

NOBODY = "no sandbox takes part: the request never finds one"
PLAIN = "the sandbox speaks HTTP without TLS, and is no proxy"
WHOLE = "the sandbox looks for its faults once the request is there whole"
NOT_PLACED: dict[str, str] = {
    "an earlier 204 with a body": "the sandbox has no object that the call before deletes",
    "connection refused": NOBODY,
    "unknown host name": NOBODY,
    "no answer to the connection attempt": NOBODY,
    "stall in the TLS handshake": PLAIN,
    "reset in the TLS handshake": PLAIN,
    "certificate of an unknown authority": PLAIN,
    "certificate of another host": PLAIN,
    "proxy refuses": PLAIN,
    "proxy does not answer": PLAIN,
    "proxy closes the connection": PLAIN,
    "no answer, then no connection": PLAIN,
    "reset within the request": WHOLE,
    "connection reset while it is used again": WHOLE,
    "server does not read the request body": WHOLE,
    "401 before the request body is read": WHOLE,
}


def cases() -> Iterator[tuple[Fault, Placed]]:
    """Yield every fault that the sandbox plays, in each of its ways."""
    for fault in FAULTS:
        for placed in PLACES.get(fault.name, ()):
            yield fault, placed

"""The result of a call: the reply, or the error that the caller gets. Pure."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from http import HTTPStatus
from types import NoneType
from typing import Any, TypeVar, cast

from msgspec import Struct, structs

from ..errors import (
    TOO_LATE,
    ClientClosedError,
    ConflictStatusError,
    ConnectTimeoutError,
    FoxReachError,
    InDoubt,
    NotSentError,
    OutcomeUnknownError,
    PoolTimeoutError,
    QuotaError,
    RedirectRefusedError,
    ResponseDecodeError,
    ServerError,
    StatusError,
    TooManyRequestsError,
    UnprocessableContentError,
    error_class,
)
from ..fork import importing
from ..operation import Operation
from ..raw import RawReply
from ..response.decoding import LARGE, Mismatch, decoded
from ..response.error_bodies import error_details, is_message, kept_text
from ..response.outcome import Answer, Attempt, Failure
from ..response.rate_limit_headers import RateLimit, moment, named_wait, refusal_details
from ..response.redaction import PartialRepr, redacted, redacted_headers, shortened
from ..response.status import meaning_of

T = TypeVar("T")
Keep = Callable[[str, str], None]
WORDS_SHOWN = 200  # characters of the server's own message in str(error)
PHRASED = frozenset(HTTPStatus)
READ_AGAIN = "It only reads: it may be repeated."
MAYBE_OURS = "An earlier attempt of this call may have caused it: look it up."
MAYBE_DONE = "An earlier attempt of this call may have been carried out."
LATE = "The deadline of the call has passed."
REDIRECTS = frozenset({301, 302, 303, 307, 308})  # The others may come without a target (RFC 9110 15.4).
NOT_ASKED_FOR = "No call asks for that; check base_url, and the proxies and caches on the way."
CLOSED_WHILE_WAITING = "the client was closed while this call waited"
# A target that is worth a place in a message: text of the server's that is no address is not. Compiled when it is used.
ADDRESS = r"((https?:)?//([\w.-]+|\[[\da-fA-F:.]+\])(:\d+)?(?![^/]))?[\w/.~%…!$&'()*+,;=@-]*"
USER = r"^(?P<before>[A-Za-z][A-Za-z0-9+.-]*://|//)[^/]*@"  # and password, of an address
SETTLE = "error.settle() finds out."
SAME_KEY = "A repeat with the same key, error.idempotency_key, is safe."
NOT_SENT_CLASSES: dict[str, type[FoxReachError]] = {
    "connect_timeout": ConnectTimeoutError,
    "pool_timeout": PoolTimeoutError,
}


def reply_from(
    operation: Operation[T],
    answer: Answer,
    empty: T | None,
    history: Sequence[Attempt],
    keep: Keep | None = None,
) -> RawReply[T] | Mismatch | None:
    """Return the reply of a success, a Mismatch if its body does not match the spec, or None for any other status.

    *history* has the attempts before this one. With *keep*, values that do not match are kept and reported to it.
    """
    done, meaning = (*history, Attempt(len(history) + 1, "answered", answer.status)), meaning_of(answer.status)
    if 200 <= answer.status < 300:
        if (meaning.empty and empty is not None) or operation.reply is NoneType:
            return _reply(operation, answer, done, cast("T", empty))
        if answer.fault is not None:
            return Mismatch(answer.fault, permanent=answer.permanent)
        made = operation.reply.of(answer) if answer.file is not None else None
        envelope = made or _envelope(operation, answer.content, keep)
        if isinstance(envelope, Mismatch):
            return envelope
        value: T = getattr(envelope, operation.take) if operation.take else envelope
        return _reply(operation, answer, done, value, envelope)
    gone = meaning.absent and operation.method == "DELETE" and _may_have_acted(history)
    if gone and (empty is not None or operation.reply in {NoneType, object}):
        return _reply(operation, answer, done, cast("T", empty))
    return None


def _reply(
    operation: Operation[T], answer: Answer, done: tuple[Attempt, ...], value: T, envelope: object = None
) -> RawReply[T]:
    documented = operation.documents(answer.status)
    reply = RawReply(answer.status, answer.headers, answer.content, done, value, envelope, documented)
    if operation.repeated and reply.repeated and isinstance(value, Struct):
        return reply.with_value(cast("T", structs.replace(value, repeated=True)))
    return reply


def _envelope(operation: Operation[Any], content: bytes, keep: Keep | None) -> Any:
    """Return the decoded body or its Mismatch; with *keep*, only a body without the result is a Mismatch."""
    kind: Any = operation.reply
    if kind is object:  # The spec does not have the operation.
        return decoded(kind, content) if content.strip() else None
    envelope = decoded(kind, content) if len(content) <= LARGE else _large(kind, operation.take, content)
    if keep is None or not isinstance(envelope, Mismatch):
        return envelope
    with importing():  # Most replies match.
        from ..large_bodies.decoding import too_many_at_once  # noqa: PLC0415
        from ..lenient.decoding import kept  # noqa: PLC0415

    if too_many_at_once(content):
        return envelope
    places: list[str] = []
    rest = kept(operation.reply, content, places.append)
    counts = "" if operation.page is None else operation.page.meta
    if rest is None or operation.take in places or any(place.partition(".")[0] == counts for place in places):
        return envelope
    for place in dict.fromkeys(places):
        keep(operation.name, place)
    return rest


def _large(kind: Any, take: str, content: bytes) -> Any:
    with importing():  # Few replies are large.
        from ..large_bodies.decoding import large_decoded  # noqa: PLC0415

    return large_decoded(kind, take, content)


class ErrorFacts(PartialRepr, frozen=True):
    """What an error reports beside the last outcome: all attempts (*history*), and why there is no other (*reason*).

    *secrets* are redacted in every text. *local_now* is in epoch seconds. *wait* is how long the quota has no room.
    *classes* are the error classes of documented statuses.
    """

    _hidden = frozenset({"secrets"})
    history: tuple[Attempt, ...]
    reason: str = ""
    secrets: tuple[str, ...] = ()
    local_now: float = 0.0
    wait: float | None = None
    classes: Mapping[int, type[StatusError]] = {}


def unsent_error(operation: Operation[Any], facts: ErrorFacts) -> NotSentError:
    """Return the error of a call whose first attempt was too late, or got no permit in time."""
    kind, advice = (NotSentError, TOO_LATE) if facts.reason == LATE else (QuotaError, QuotaError.advice)
    error = kind(_sentences(f"{operation.name}: {facts.reason}", advice), operation=operation.name)
    if isinstance(error, QuotaError):
        error.wait = facts.wait
    return error


def error_from(
    operation: Operation[Any], outcome: Answer | Failure, mismatch: Mismatch | None, facts: ErrorFacts
) -> FoxReachError:
    """Return the error for the *outcome* of the last attempt."""
    if isinstance(outcome, Failure):
        return _failed(operation, outcome, facts)
    if 300 <= outcome.status < 400:
        return _redirected(operation.name, outcome, facts)
    if outcome.status < 400:
        return _undecodable(operation, outcome, mismatch or Mismatch("the status is not final"), facts)
    return _refused(operation, outcome, facts)


def closed_error(operation: Operation[Any], text: str, history: tuple[Attempt, ...]) -> FoxReachError:
    """Return the error of a call whose client was closed: in doubt if one of its attempts may have acted."""
    doubtful = _may_have_acted(history)
    kind = OutcomeUnknownError if doubtful else ClientClosedError
    earlier = _may_have_acted(history[:-1]) or (doubtful and text == CLOSED_WHILE_WAITING)
    message = _sentences(f"{operation.name}: {text}", MAYBE_DONE if earlier else "", _remedy(operation, kind))
    return kind(message, operation=operation.name, history=history)


def _failed(operation: Operation[Any], failure: Failure, facts: ErrorFacts) -> FoxReachError:
    if failure.kind == "closed":
        return closed_error(operation, failure.text, facts.history)
    sent_before = failure.stage == "not_sent" and _may_have_acted(facts.history[:-1])
    kind = OutcomeUnknownError if failure.stage == "unknown" else NOT_SENT_CLASSES.get(failure.kind, NotSentError)
    if sent_before and issubclass(kind, NotSentError):  # True of the last attempt only.
        kind = OutcomeUnknownError
    head = f"{operation.name}: {redacted(failure.text, facts.secrets)}"
    before = MAYBE_DONE if sent_before else ""
    message = _sentences(head, facts.reason, before, _remedy(operation, kind), _settle_advice(operation, kind))
    error = kind(message, operation=operation.name, history=facts.history)
    if failure.kind == "permanent":
        error.transient = False
    return error


def _redirected(name: str, answer: Answer, facts: ErrorFacts) -> FoxReachError:
    target = answer.headers.get("location")
    if target is not None:
        plain = re.sub(USER, r"\g<before>", target.partition("?")[0].partition("#")[0])
        target = shortened(redacted(plain, facts.secrets), WORDS_SHOWN)
    told, advice = ", a redirect without a target", RedirectRefusedError.advice
    if target:
        readable = re.fullmatch(ADDRESS, target, re.ASCII)
        told = f", a redirect to {target}" if readable else ", a redirect to an address that cannot be read"
    elif answer.status not in REDIRECTS:
        told, advice = _phrase(answer.status), NOT_ASKED_FOR
    message = _sentences(f"{name}: {answer.status}{told}", advice)
    error = RedirectRefusedError(message, name, answer.status, history=facts.history)
    error.target = target
    return error


def _undecodable(operation: Operation[Any], answer: Answer, mismatch: Mismatch, facts: ErrorFacts) -> FoxReachError:
    at = f" at {mismatch.path}" if mismatch.path else ""
    head = f"{operation.name}: {answer.status}, but {mismatch.reason}{at}"
    message = _sentences(head, facts.reason, ResponseDecodeError.advice, _settle_advice(operation, ResponseDecodeError))
    error = ResponseDecodeError(message, operation.name, answer.status, history=facts.history)
    error.path_in_body = mismatch.path
    error.transient = not mismatch.permanent  # Half a body or a proxy's page is transient, another shape is not.
    error.body = kept_text(answer.content, facts.secrets)
    return error


def _refused(operation: Operation[Any], answer: Answer, facts: ErrorFacts) -> StatusError:
    documented = operation.error_type(answer.status)
    details = error_details(answer.content, documented, facts.secrets)
    kind = error_class(answer.status, facts.classes)
    doubtful = _may_have_acted(facts.history[:-1])
    said = details.detail or ""
    words = f": {shortened(said, WORDS_SHOWN)}" if is_message(said) else ""
    error = kind(
        _sentences(
            f"{operation.name}: {answer.status}{_phrase(answer.status)}{words}",
            facts.reason,
            *_advice(operation, kind, answer.status, doubtful=doubtful),
        ),
        status=answer.status,
        detail=details.detail,
        body=details.body,
        headers=redacted_headers(answer.headers, facts.secrets),
        documented=documented is not None,
        operation=operation.name,
        history=facts.history,
    )
    if isinstance(error, ConflictStatusError):
        error.maybe_ours = doubtful
    elif isinstance(error, UnprocessableContentError):
        error.errors = details.errors
    elif isinstance(error, TooManyRequestsError):
        _add_quota(error, answer, facts.local_now)
    return error


def _advice(operation: Operation[Any], kind: type[StatusError], status: int, *, doubtful: bool) -> Iterator[str]:
    """Yield what to do after an error status; *doubtful* if an earlier attempt may have been carried out."""
    yield MAYBE_OURS if doubtful and issubclass(kind, ConflictStatusError) else kind.advice
    if not meaning_of(status).undone:
        if operation.repeat != "safe" and not issubclass(kind, ServerError):  # whose own advice says the same
            yield OutcomeUnknownError.advice
        yield _settle_advice(operation, kind)
    if doubtful and operation.repeat == "idempotent" and not issubclass(kind, (ConflictStatusError, ServerError)):
        yield MAYBE_DONE


def _remedy(operation: Operation[Any], kind: type[FoxReachError]) -> str:
    """Return the advice of *kind*; a call that only reads leaves nothing to check."""
    return READ_AGAIN if kind is OutcomeUnknownError and operation.repeat == "safe" else kind.advice


def _settle_advice(operation: Operation[Any], kind: type[FoxReachError]) -> str:
    """Return how to find out the outcome, if the error leaves it open: by a read, or by a repeat with the same key."""
    if not issubclass(kind, InDoubt):
        return ""
    return " ".join([SETTLE] * (operation.settled_by is not None) + [SAME_KEY] * bool(operation.idempotency))


def _add_quota(error: TooManyRequestsError, answer: Answer, local_now: float) -> None:
    limits, (reset, limit) = RateLimit.of(answer.headers), refusal_details(answer.content)
    error.retry_after = named_wait(answer, local_now)
    error.limit = limit if limits.limit is None else limits.limit
    error.reset = limits.reset or moment(reset)


def _may_have_acted(history: Sequence[Attempt]) -> bool:
    return any(attempt.may_have_acted for attempt in history)


def _phrase(status: int) -> str:
    return f" {HTTPStatus(status).phrase}" if status in PHRASED else ""


def _sentences(*parts: str) -> str:
    """Return *parts* as sentences on one line."""
    return " ".join(part if part.endswith((".", "…", "?", "!")) else f"{part}." for part in parts if part)

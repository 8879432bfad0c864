"""Each error to the letter: class, message and every attribute."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

import pytest
from foxreach_runtime import errors
from foxreach_runtime.engine.result import ErrorFacts, error_from, reply_from, unsent_error
from foxreach_runtime.errors import FoxReachError
from foxreach_runtime.operation import Operation
from foxreach_runtime.raw import RawReply
from foxreach_runtime.response.decoding import Mismatch
from foxreach_runtime.response.error_bodies import FieldError
from foxreach_runtime.response.headers import Headers
from foxreach_runtime.response.outcome import Answer, Attempt, Failure

from ..sample import BY_STATUS, DELETE, KEY, LEADS_CREATE, LEADS_DELETE, LEADS_GET, LEADS_UPDATE, ErrorBody, LeadReply

HISTORY = (Attempt(1, "unknown", failure="ReadTimeout", wait=0.5), Attempt(2, "answered", 500))
HEADERS = Headers([("X-Thing", "1"), ("X-Key", KEY)])
REDACTED = Headers([("x-thing", "1"), ("x-key", "…")])
LEAD = b'{"data": {"id": "cld_1", "email": "e", "createdAt": "2025-01-15T10:30:00"}}'


def ended(
    outcome: Answer | Failure,
    mismatch: Mismatch | None = None,
    reason: str = "",
    *,
    history: tuple[Attempt, ...] = HISTORY,
    operation: Operation[Any] = LEADS_CREATE,
) -> FoxReachError:
    return error_from(
        operation, outcome, mismatch, ErrorFacts(history, reason, (KEY,), 1_800_000_000.0, classes=BY_STATUS)
    )


SETTLE = "error.settle() finds out."
LOOK_FIRST = "It may have been carried out: check before you repeat it."
LOOKED_UP = "The server failed; a call that changes something may have been carried out."
UNSENT = (Attempt(1, "not_sent", failure="ConnectError", wait=0.5), Attempt(2, "not_sent", failure="ConnectError"))


def told(error: FoxReachError, *names: str) -> dict[str, Any]:
    assert (error.operation, error.history) == ("leads.create", HISTORY)
    return {name: getattr(error, name) for name in names}


@pytest.mark.parametrize(
    ("failure", "kind", "message"),
    [
        (
            Failure("not_sent", "connect", f"ConnectError: {KEY}"),
            errors.NotSentError,
            "ConnectError: … Gave up. Nothing reached the server; check the network, then repeat the call.",
        ),
        (
            Failure("not_sent", "pool_timeout", "PoolTimeout"),
            errors.PoolTimeoutError,
            "PoolTimeout. Gave up. Nothing was sent; use fewer calls at once or a longer timeout.",
        ),
        (
            Failure("unknown", "broken", "ReadTimeout"),
            errors.OutcomeUnknownError,
            f"ReadTimeout. Gave up. {LOOK_FIRST} {SETTLE}",
        ),
    ],
)
def test_a_failure_says_what_failed_why_it_ended_and_what_to_do(
    failure: Failure, kind: type[FoxReachError], message: str
) -> None:
    error = ended(failure, reason="Gave up.", history=UNSENT)
    assert (type(error), str(error)) == (kind, f"leads.create: {message}")
    assert (error.operation, error.history) == ("leads.create", UNSENT)


@pytest.mark.parametrize(
    ("failure", "kind"),
    [
        (Failure("not_sent", "connect", "ConnectError"), errors.OutcomeUnknownError),
        (Failure("not_sent", "connect_timeout", "ConnectTimeout"), errors.OutcomeUnknownError),
        (Failure("not_sent", "pool_timeout", "PoolTimeout"), errors.OutcomeUnknownError),
        (Failure("not_sent", "closed", "closed"), errors.OutcomeUnknownError),
    ],
    ids=lambda value: getattr(value, "kind", ""),
)
def test_nothing_was_sent_only_if_no_attempt_was(failure: Failure, kind: type[FoxReachError]) -> None:
    error = ended(failure)
    assert type(error) is kind
    assert "An earlier attempt of this call may have been carried out." in str(error)
    assert told(error) == {}


@pytest.mark.parametrize(
    ("status", "history", "operation", "doubtful"),
    [
        (403, HISTORY, LEADS_DELETE, True),
        (429, HISTORY, LEADS_DELETE, True),
        (409, HISTORY, LEADS_DELETE, False),  # has words of its own
        (500, HISTORY, LEADS_DELETE, False),  # says so anyway
        (403, UNSENT, LEADS_DELETE, False),
        (403, HISTORY, LEADS_GET, False),
    ],
)
def test_a_refusal_after_an_attempt_in_doubt_says_so_where_that_may_have_changed_something(
    status: int, history: tuple[Attempt, ...], operation: Operation[Any], doubtful: bool
) -> None:
    error = ended(Answer(status, HEADERS), history=history, operation=operation)
    assert ("An earlier attempt of this call may have been carried out." in str(error)) == doubtful


@pytest.mark.parametrize(
    ("outcome", "operation", "advice"),
    [
        (Answer(503, HEADERS), LEADS_CREATE, f"{LOOKED_UP} {SETTLE}"),
        (Answer(503, HEADERS), LEADS_UPDATE, LOOKED_UP),
        (Answer(408, HEADERS), LEADS_CREATE, f"{LOOK_FIRST} {SETTLE}"),
        (Answer(408, HEADERS), LEADS_UPDATE, LOOK_FIRST),
        (Answer(408, HEADERS), LEADS_GET, "408 Request Timeout."),
        (Answer(405, HEADERS), LEADS_CREATE, "405 Method Not Allowed."),  # the server did nothing
        (Answer(404, HEADERS), LEADS_CREATE, "404 Not Found. Check the id."),
        (Failure("unknown", "broken", "ReadTimeout"), LEADS_UPDATE, LOOK_FIRST),
        (Failure("unknown", "broken", "ReadTimeout"), LEADS_GET, "ReadTimeout. It only reads: it may be repeated."),
        (Failure("not_sent", "connect", "ConnectError"), LEADS_CREATE, "then repeat the call."),
    ],
)
def test_an_error_names_settle_where_that_finds_something_out(
    outcome: Answer | Failure, operation: Operation[Any], advice: str
) -> None:
    assert str(ended(outcome, history=UNSENT, operation=operation)).endswith(advice)


@pytest.mark.parametrize(
    ("location", "target", "where"),
    [
        ([], None, "without a target"),
        ([("Location", "")], "", "without a target"),
        ([("Location", f"/a/{KEY}?b?c#d")], "/a/…", "to /a/…"),
        ([("Location", "/a#b")], "/a", "to /a"),
    ],
)
def test_a_redirect_names_its_target(location: list[tuple[str, str]], target: str | None, where: str) -> None:
    error = ended(Answer(302, Headers(location)))
    end = "" if where.endswith("…") else "."
    assert str(error) == f"leads.create: 302, a redirect {where}{end} Redirects are not followed; check base_url."
    assert told(error, "status", "target") == {"status": 302, "target": target}


@pytest.mark.parametrize(
    ("status", "words"), [(304, "304 Not Modified"), (300, "300 Multiple Choices"), (399, "399")], ids=str
)
def test_a_status_that_redirects_nowhere_is_not_called_a_redirect(status: int, words: str) -> None:
    error = ended(Answer(status, Headers([])))
    assert (
        str(error)
        == f"leads.create: {words}. No call asks for that; check base_url, and the proxies and caches on the way."
    )
    assert told(error, "status", "target") == {"status": status, "target": None}


@pytest.mark.parametrize(
    ("mismatch", "path", "words"),
    [
        (Mismatch("the body is empty"), None, "200, but the body is empty. Gave up."),
        (Mismatch("Expected `str`", "data.id"), "data.id", "200, but Expected `str` at data.id. Gave up."),
        (None, None, "200, but the status is not final. Gave up."),
    ],
)
def test_a_success_that_does_not_parse_names_the_place(mismatch: Mismatch | None, path: str | None, words: str) -> None:
    error = ended(Answer(200, HEADERS, f'{{"key": "{KEY}"}}'.encode()), mismatch, reason="Gave up.")
    advice = "The server responded; do not repeat a call that changes something. error.settle() finds out."
    assert str(error) == f"leads.create: {words} {advice}"
    expected = {"status": 200, "path_in_body": path, "body": '{"key": "…"}'}
    assert told(error, "status", "path_in_body", "body") == expected


@pytest.mark.parametrize(
    ("status", "content", "message", "facts"),
    [
        (
            404,
            f'{{"detail": "no {KEY}"}}'.encode(),
            "404 Not Found: no … Check the id.",
            {"detail": "no …", "body": ErrorBody(detail="no …"), "documented": True},
        ),
        (
            409,
            b'{"detail": "there!"}',
            "409 Conflict: there! An earlier attempt of this call may have caused it: look it up.",
            {"detail": "there!", "body": ErrorBody(detail="there!"), "documented": True, "maybe_ours": True},
        ),
        (
            422,
            b'{"detail": [{"loc": ["body", "email"], "msg": "wrong", "type": "value_error"}]}',
            "422 Unprocessable: email: wrong. Correct the values that the server names.",
            {
                "detail": "email: wrong",
                "documented": False,
                "errors": (FieldError("email", "wrong", "value_error", ("email",)),),
            },
        ),
        (
            429,
            b'{"detail": "how often?", "details": {"limit": 7, "reset": 1800000020}}',
            "429 Too Many Requests: how often? Wait until the quota has room again, or make fewer calls at once.",
            {
                "detail": "how often?",
                "documented": True,
                "retry_after": 20.0,
                "limit": 7,
                "reset": datetime.fromtimestamp(1_800_000_020, UTC),
            },
        ),
        (499, b"", "499.", {"detail": None, "body": None, "documented": False}),
    ],
)
def test_a_refusal_has_the_servers_words_and_all_that_it_says(
    status: int, content: bytes, message: str, facts: dict[str, Any]
) -> None:
    error = ended(Answer(status, HEADERS, content))
    assert str(error).replace(" Content", "").replace(" Entity", "") == f"leads.create: {message}"
    assert told(error, "status", "headers", *facts) == {"status": status, "headers": REDACTED, **facts}


def test_a_call_without_room_in_the_quota_names_the_wait() -> None:
    error = unsent_error(LEADS_CREATE, ErrorFacts((), "The quota has room in 70.0 s", (), 0.0, 70.0))
    assert isinstance(error, errors.QuotaError)
    assert (error.operation, error.wait, error.history) == ("leads.create", 70.0, ())
    assert str(error) == f"leads.create: The quota has room in 70.0 s. {errors.QuotaError.advice}"


def test_a_reply_is_whole() -> None:
    reply = reply_from(LEADS_GET, Answer(200, HEADERS, LEAD), None, HISTORY)
    assert isinstance(reply, RawReply)
    assert (reply.status, reply.headers, reply.content) == (200, HEADERS, LEAD)
    assert (reply.history, reply.value.id) == ((*HISTORY, Attempt(3, "answered", 200)), "cld_1")
    assert isinstance(reply.envelope, LeadReply)
    assert reply_from(LEADS_GET, Answer(300, HEADERS, LEAD), None, HISTORY) is None


@pytest.mark.parametrize("status", [204, 404])
def test_a_reply_without_content_is_whole_too(status: int) -> None:
    reply = reply_from(LEADS_DELETE, Answer(status, HEADERS, b" "), DELETE.empty, HISTORY)
    assert isinstance(reply, RawReply)
    assert (reply.status, reply.headers, reply.content, reply.value) == (status, HEADERS, b" ", DELETE.empty)
    assert reply.history == (*HISTORY, Attempt(3, "answered", status))


def test_a_reply_with_content_is_what_it_says_and_not_what_stands_for_no_content() -> None:
    answer = Answer(200, HEADERS, b'{"data": {"id": "other", "deleted": true}}')
    reply = reply_from(LEADS_DELETE, answer, DELETE.empty, ())
    assert isinstance(reply, RawReply)
    assert reply.value.id == "other"

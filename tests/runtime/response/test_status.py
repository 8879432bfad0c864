"""What each status means, and that nothing but its row decides it."""

from __future__ import annotations

import pytest
from foxreach_runtime.engine.result import ErrorFacts, error_from
from foxreach_runtime.engine.retry import cost_of, may_repeat, wait_before_next
from foxreach_runtime.errors import ClientError, InDoubt, ServerError, StatusError, base_class
from foxreach_runtime.options.retry_policy import RetryPolicy
from foxreach_runtime.rate_limit.limiter import LocalLimiter
from foxreach_runtime.response.headers import Headers
from foxreach_runtime.response.outcome import Answer, Attempt
from foxreach_runtime.response.rate_limit_headers import named_wait
from foxreach_runtime.response.status import EVERY, STATUSES, Meaning, meaning_of

from ..sample import LEADS_CREATE

TOO_EARLY = {425: Meaning(undone=True, transient=True, repeat=EVERY)}
RESET = Headers([("X-RateLimit-Reset", "1800000030"), ("Date", "Fri, 15 Jan 2027 08:00:00 GMT")])


def error(status: int, *before: Attempt) -> StatusError:
    history = (*before, Attempt(len(before) + 1, "answered", status))
    found = error_from(LEADS_CREATE, Answer(status, Headers()), None, ErrorFacts(history))
    assert isinstance(found, StatusError)
    return found


@pytest.mark.parametrize("status", STATUSES)
def test_what_is_repeated_is_transient_and_only_undone_work_is_repeated_by_every_call(status: int) -> None:
    meaning = meaning_of(status)
    if meaning.repeat:
        assert meaning.transient
    assert (meaning.repeat == EVERY) <= meaning.undone


@pytest.mark.parametrize("status", [400, 401, 403, 404, 405, 409, 418, 422, 429, 451, 499])
def test_a_refusal_says_that_nothing_was_done(status: int) -> None:
    assert meaning_of(status).undone
    assert not Attempt(1, "answered", status).may_have_acted


@pytest.mark.parametrize("status", [100, 200, 201, 204, 302, 408, 500, 501, 503, 507, 599, 600, 999])
def test_any_other_answer_leaves_open_that_something_was_done(status: int) -> None:
    assert not meaning_of(status).undone
    assert Attempt(1, "answered", status).may_have_acted


def test_a_status_that_has_no_row_has_the_meaning_of_its_family() -> None:
    assert meaning_of(451) == meaning_of(400)
    assert meaning_of(599) == meaning_of(999) == meaning_of(507)
    assert not meaning_of(507).repeat
    assert (meaning_of(0), meaning_of(302)) == (Meaning(), Meaning())


@pytest.mark.parametrize(
    ("status", "base"),
    [(400, StatusError), (404, StatusError), (408, ClientError), (451, StatusError), (503, ServerError)],
)
def test_the_class_of_a_status_that_leaves_doubt_has_a_base_with_settle(status: int, base: type[StatusError]) -> None:
    assert base_class(status) is base
    assert issubclass(base, InDoubt) == (not meaning_of(status).undone)


def test_one_more_row_is_all_that_a_rule_for_another_status_takes(monkeypatch: pytest.MonkeyPatch) -> None:
    early = Answer(425, Headers())
    assert not may_repeat("never", early)
    assert not error(425).transient
    monkeypatch.setattr("foxreach_runtime.response.status.STATUSES", STATUSES | TOO_EARLY)
    assert may_repeat("never", early)
    assert wait_before_next(RetryPolicy(), "never", 1, early).wait is not None
    assert error(425).transient
    assert "may have" not in str(error(425))


def test_one_row_turns_another_status_into_one_of_the_quota(monkeypatch: pytest.MonkeyPatch) -> None:
    busy = Answer(503, RESET)
    assert named_wait(busy, 0.0) is None
    monkeypatch.setattr("foxreach_runtime.response.status.STATUSES", STATUSES | {503: STATUSES[429]})
    assert named_wait(busy, 0.0) == 30.0
    assert cost_of(RetryPolicy(), busy) == RetryPolicy().throttled_cost
    limiter = LocalLimiter("bulk")
    permit = limiter.permit("key")
    assert permit.acquire(0.0, 1.0) == 0.0
    permit.end(0.0, busy, 0.0)
    assert limiter.permit("key").acquire(0.0, 100.0) == pytest.approx(30.0, abs=0.1)


def test_one_row_lets_another_status_leave_doubt(monkeypatch: pytest.MonkeyPatch) -> None:
    lost = Attempt(1, "answered", 499)
    assert not lost.may_have_acted
    monkeypatch.setattr("foxreach_runtime.response.status.STATUSES", STATUSES | {499: STATUSES[408]})
    assert lost.may_have_acted
    assert "It may have been carried out" in str(error(499))
    assert "error.settle()" in str(error(499))

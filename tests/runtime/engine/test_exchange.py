from __future__ import annotations

from collections.abc import Generator
from typing import Any

import pytest
from foxreach_runtime.engine.exchange import Context, Send, Timing, Wait, exchange
from foxreach_runtime.errors import ClientError, OutcomeUnknownError, ServerError, TooManyRequestsError
from foxreach_runtime.options.retry_policy import RetryPolicy
from foxreach_runtime.raw import RawReply
from foxreach_runtime.response.headers import Headers
from foxreach_runtime.response.outcome import Answer, Attempt, Failure

from ..sample import CREATE, GET, LEADS_CREATE, LEADS_GET

GOOD = Answer(200, Headers(), b'{"data": {"id": "cld_1", "email": "j@x.test", "createdAt": "2025-01-15T10:30:00"}}')
LOST = Failure("unknown", "broken", "ReadTimeout")


def answer(status: int, headers: dict[str, str] | None = None) -> Answer:
    return Answer(status, Headers(list((headers or {}).items())))


def result(steps: Generator[Any, Any, RawReply[Any]], outcome: Any) -> RawReply[Any]:
    with pytest.raises(StopIteration) as end:
        steps.send(outcome)
    reply = end.value.value
    assert isinstance(reply, RawReply)
    return reply  # pyright: ignore[reportUnknownVariableType]


def test_a_call_is_sent_waits_as_the_server_asks_and_is_sent_again() -> None:
    steps = exchange(LEADS_GET, GET.request, RetryPolicy(max_attempts=2, deadline=None))
    assert next(steps) == Send(GET.request)
    assert steps.send(answer(429, {"Retry-After": "7"})) == Wait(7.0)
    assert next(steps) == Send(GET.request)
    reply = result(steps, GOOD)
    assert (reply.value.id, reply.attempts, reply.status) == ("cld_1", 2, 200)
    assert reply.history == (Attempt(1, "answered", 429, wait=7.0), Attempt(2, "answered", 200))


def test_post_is_not_repeated_after_503_but_get_is() -> None:
    posted = exchange(LEADS_CREATE, CREATE.request, RetryPolicy())
    next(posted)
    with pytest.raises(ServerError) as error:
        posted.send(answer(503, {"Retry-After": "1"}))
    assert error.value.attempts == 1
    got = exchange(LEADS_GET, GET.request, RetryPolicy())
    next(got)
    assert got.send(answer(503, {"Retry-After": "1"})) == Wait(1.0)


def test_the_history_has_a_line_for_every_attempt_and_no_body() -> None:
    steps = exchange(LEADS_GET, GET.request, RetryPolicy(max_attempts=3), context=Context(Timing(random=lambda: 1.0)))
    next(steps)
    steps.send(LOST)
    next(steps)
    steps.send(answer(500))
    next(steps)
    with pytest.raises(ClientError) as error:
        steps.send(answer(404))
    assert error.value.history == (
        Attempt(1, "unknown", failure="ReadTimeout", wait=0.5),
        Attempt(2, "answered", 500, wait=1.0),
        Attempt(3, "answered", 404),
    )


def test_each_attempt_is_told_what_is_left_of_the_deadline() -> None:
    now = [100.0]
    timing = Timing(clock=lambda: now[0], random=lambda: 1.0)
    steps = exchange(LEADS_GET, GET.request, RetryPolicy(deadline=10.0), context=Context(timing))
    first = next(steps)
    assert isinstance(first, Send)
    assert first.left == 10.0
    now[0] += 8.0
    assert steps.send(LOST) == Wait(0.5)
    now[0] += 0.5
    second = next(steps)
    assert isinstance(second, Send)
    assert second.left == 1.5
    now[0] += 1.4
    with pytest.raises(OutcomeUnknownError, match="past the deadline"):
        steps.send(LOST)


def test_without_a_deadline_an_attempt_has_all_its_time() -> None:
    step = next(exchange(LEADS_GET, GET.request, RetryPolicy(deadline=None)))
    assert isinstance(step, Send)
    assert step.left is None


def test_a_wait_that_is_too_long_is_raised_at_once_with_the_number() -> None:
    steps = exchange(LEADS_GET, GET.request, RetryPolicy(longest_wait=5.0))
    next(steps)
    with pytest.raises(TooManyRequestsError, match="7 s") as error:
        steps.send(answer(429, {"Retry-After": "7"}))
    assert error.value.retry_after == 7.0


def test_nothing_is_sent_once_the_deadline_is_over() -> None:
    """A wait may end a moment late: what follows must not be taken for an attempt of unknown outcome."""
    now = [0.0]
    context = Context(Timing(clock=lambda: now[0], wall=lambda: 0.0))
    steps = exchange(LEADS_CREATE, CREATE.request, RetryPolicy(deadline=10.0), context=context)
    next(steps)
    assert steps.send(answer(429, {"Retry-After": "9"})) == Wait(9.0)
    now[0] = 10.01
    with pytest.raises(TooManyRequestsError, match="The deadline of the call has passed") as caught:
        next(steps)
    assert caught.value.attempts == 1

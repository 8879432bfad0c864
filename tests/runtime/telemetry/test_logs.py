from __future__ import annotations

import logging
from collections.abc import Callable
from typing import Any

import httpx2
import pytest
from foxreach_runtime.engine import transport
from foxreach_runtime.errors import FoxReachError
from foxreach_runtime.rate_limit.limiter import Permit
from foxreach_runtime.response.outcome import Answer, Attempt, Failure
from foxreach_runtime.telemetry.logs import AttemptEvent, WaitEvent
from msgspec import structs

from ..flavours import World, reply
from ..sample import EMAIL, GET, KEY, LEAD, LEADS_GET

Worlds = Callable[..., World]
GOOD = reply(200, {"data": LEAD})


class Scripted:
    """A limiter whose permits ask for these waits, one after the other, before each attempt."""

    blocking = False

    def __init__(self, *waits: float) -> None:
        self._waits = waits

    def permit(self, key: str) -> Permit:  # noqa: ARG002
        self._left = [*self._waits, 0.0]
        return self

    def acquire(self, now: float, max_wait: float) -> float:  # noqa: ARG002
        return self._left.pop(0)

    def end(self, now: float, outcome: Answer | Failure | None, wall: float) -> None:
        """Do nothing: nothing was reserved."""


def test_each_attempt_is_logged_with_method_path_status_attempt_duration_and_wait(
    world: Worlds, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG, "foxreach_client")
    world(reply(503, Retry_After="7"), httpx2.ReadTimeout(""), GOOD).run(GET)
    logged = [(record.levelname, record.getMessage()) for record in caplog.records if record.name == "foxreach_client"]
    assert logged == [
        ("INFO", "leads.get: GET /leads/{lead_id}, attempt 1: 503 in 0.000 s, retry in 7.000 s"),
        (
            "INFO",
            "leads.get: GET /leads/{lead_id}, attempt 2: ReadTimeout: no answer in time in 0.000 s, retry in 1.000 s",
        ),
        ("DEBUG", "leads.get: GET /leads/{lead_id}, attempt 3: 200 in 0.000 s"),
    ]


def test_neither_the_key_nor_a_value_nor_a_body_is_logged(world: Worlds, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.DEBUG, "foxreach_client")
    call = LEADS_GET.call(path={"lead_id": "cld_private"}, query={"email": EMAIL})
    for answered in (httpx2.ReadError(f"{KEY} {EMAIL}"), reply(404, {"detail": EMAIL}), reply(200, {"data": EMAIL})):
        with pytest.raises(FoxReachError):
            world(answered).run(call)
    text = "".join(record.getMessage() for record in caplog.records if record.name == "foxreach_client")
    assert "leads.get" in text
    for private in (KEY, EMAIL, "example.com", "cld_private"):
        assert private not in text


def heard(here: World, **listeners: Callable[[Any], None]) -> World:
    options = here.options()
    here.options = lambda: structs.replace(options, **listeners)  # type: ignore[method-assign]
    return here


def test_on_attempt_is_told_of_every_attempt(world: Worlds) -> None:
    events: list[AttemptEvent] = []
    heard(world(reply(503, Retry_After="7"), GOOD), on_attempt=events.append).run(GET)
    assert events == [
        AttemptEvent("leads.get", "GET", "/leads/{lead_id}", 0.0, Attempt(1, "answered", 503, wait=7.0)),
        AttemptEvent("leads.get", "GET", "/leads/{lead_id}", 0.0, Attempt(2, "answered", 200)),
    ]


def test_a_listener_that_fails_does_not_fail_the_call(world: Worlds, caplog: pytest.LogCaptureFixture) -> None:
    def fails(event: object) -> None:
        raise RuntimeError("a fault of the listener")

    here = heard(world(reply(503, Retry_After="7"), GOOD), on_attempt=fails, on_wait=fails)
    assert here.run(GET).id == "cld_1"
    assert "on_attempt raised" in caplog.text
    assert "on_wait raised" in caplog.text


def spoken(caplog: pytest.LogCaptureFixture) -> list[str]:
    return [record.getMessage() for record in caplog.records if record.name == "foxreach_client"]


def wait(seconds: float, reason: Any, attempt: int) -> WaitEvent:
    return WaitEvent("leads.get", "GET", "/leads/{lead_id}", seconds, reason, attempt)


def test_the_wait_of_a_retry_is_announced_before_it_begins_and_logged_once(
    world: Worlds, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.INFO, "foxreach_client")
    events: list[tuple[WaitEvent, list[float]]] = []
    here = world(reply(429, Retry_After="7"), GOOD)
    heard(here, on_wait=lambda event: events.append((event, list(here.waits)))).run(GET)
    assert events == [(wait(7.0, "retry", 2), [])]
    assert spoken(caplog) == ["leads.get: GET /leads/{lead_id}, attempt 1: 429 in 0.000 s, retry in 7.000 s"]


def test_a_wait_for_the_quota_is_announced_before_it_begins(world: Worlds, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.INFO, "foxreach_client")
    events: list[tuple[WaitEvent, list[float]]] = []
    here = world(GOOD, limiter=Scripted(65.0))
    heard(here, on_wait=lambda event: events.append((event, list(here.waits)))).run(GET)
    assert events == [(wait(65.0, "quota", 1), [])]
    assert spoken(caplog) == ["leads.get: GET /leads/{lead_id}, attempt 1: waits 65.000 s for the quota"]


def test_a_wait_for_the_quota_is_logged_without_a_listener(world: Worlds, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.INFO, "foxreach_client")
    world(GOOD, limiter=Scripted(65.0)).run(GET)
    assert spoken(caplog) == ["leads.get: GET /leads/{lead_id}, attempt 1: waits 65.000 s for the quota"]


def test_a_wait_of_a_second_or_less_is_not_announced(world: Worlds, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.INFO, "foxreach_client")
    events: list[WaitEvent] = []
    heard(world(reply(503, Retry_After="1"), GOOD, limiter=Scripted(1.0)), on_wait=events.append).run(GET)
    assert events == []
    assert [line for line in spoken(caplog) if "for the quota" in line] == []


def test_a_wait_that_does_not_fit_is_not_announced(world: Worlds) -> None:
    events: list[WaitEvent] = []
    with pytest.raises(FoxReachError):
        heard(world(GOOD, limiter=Scripted(66.0)), on_wait=events.append).run(GET)
    with pytest.raises(FoxReachError):
        heard(world(reply(429, Retry_After="66")), on_wait=events.append).run(GET)
    assert events == []


@pytest.mark.parametrize(
    ("asked", "announced"),
    [
        ((9.0, 8.0, 5.0), [9.0]),  # woken after 0.5 s each: it comes nearer
        ((9.0, 9.5), [9.0]),  # a second later than announced, not more
        ((9.0, 9.6), [9.0, 9.6]),
        ((9.0, 10.0, 10.5), [9.0, 10.0]),  # compared with what was announced last
        ((0.5, 9.0), [9.0]),
        ((9.0, 2.0, 9.0), [9.0]),
    ],
)
def test_a_wait_is_announced_once_and_again_if_it_grows_by_more_than_a_second(
    world: Worlds, asked: tuple[float, ...], announced: list[float]
) -> None:
    events: list[WaitEvent] = []
    here = heard(world(GOOD, limiter=Scripted(*asked), woken_after=0.5), on_wait=events.append)
    queued = [attempt.queued for attempt in here.raw(GET).history]
    assert events == [wait(seconds, "quota", 1) for seconds in announced]
    assert queued == [0.5 * len(asked)]


def test_each_attempt_announces_its_own_waits(world: Worlds) -> None:
    events: list[WaitEvent] = []
    heard(world(reply(503, Retry_After="7"), GOOD, limiter=Scripted(3.0)), on_wait=events.append).run(GET)
    assert events == [wait(3.0, "quota", 1), wait(7.0, "retry", 2), wait(3.0, "quota", 2)]


def test_an_announcement_cannot_be_changed() -> None:
    event: Any = wait(7.0, "retry", 2)
    with pytest.raises(AttributeError):
        event.seconds = 0.0


def test_nothing_is_reported_if_nobody_listens(
    world: Worlds, caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch
) -> None:
    made: list[object] = []
    monkeypatch.setattr(transport, "observer", made.append)
    for level in (logging.WARNING, logging.INFO):
        caplog.set_level(level, "foxreach_client")
        world(GOOD).run(GET)
    assert made == [None]  # At WARNING nothing was made; at INFO the log itself listens.

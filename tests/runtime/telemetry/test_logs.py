from __future__ import annotations

import logging
from collections.abc import Callable
from dataclasses import replace

import httpx2
import pytest
from foxreach_runtime.errors import FoxReachError
from foxreach_runtime.response.outcome import Attempt
from foxreach_runtime.telemetry.logs import AttemptEvent, observer

from ..flavours import World, reply
from ..sample import EMAIL, GET, KEY, LEAD, LEADS_GET

Worlds = Callable[..., World]
GOOD = reply(200, {"data": LEAD})


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


def seen(world: Worlds, *replies: object, hook: Callable[[AttemptEvent], None]) -> World:
    here = world(*replies)
    options = here.options()
    here.options = lambda: replace(options, on_attempt=hook)  # type: ignore[method-assign]
    return here


def test_on_attempt_is_told_of_every_attempt(world: Worlds) -> None:
    events: list[AttemptEvent] = []
    seen(world, reply(503, Retry_After="7"), GOOD, hook=events.append).run(GET)
    assert events == [
        AttemptEvent("leads.get", "GET", "/leads/{lead_id}", 0.0, Attempt(1, "answered", 503, wait=7.0)),
        AttemptEvent("leads.get", "GET", "/leads/{lead_id}", 0.0, Attempt(2, "answered", 200)),
    ]


def test_a_listener_that_fails_does_not_fail_the_call(world: Worlds, caplog: pytest.LogCaptureFixture) -> None:
    def fails(event: AttemptEvent) -> None:
        raise RuntimeError("a fault of the listener")

    assert seen(world, GOOD, hook=fails).run(GET).id == "cld_1"
    assert "on_attempt raised" in caplog.text


def test_nobody_is_told_where_nobody_listens(caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.WARNING, "foxreach_client")
    assert observer(None) is None

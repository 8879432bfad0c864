"""Deliveries: signed as the client verifies, retried in virtual time, duplicated on demand, loopback only."""

import threading
from typing import Any

import pytest
from foxreach_client import models, webhooks
from foxreach_sandbox import Clock, Sandbox, deliveries

from tests.sandbox.asking import ask, made

URL = "http://127.0.0.1:9/hook"


class Receiver:
    def __init__(self, *statuses: int | None) -> None:
        self.statuses = list(statuses)
        self.got: list[tuple[bytes, str]] = []

    def __call__(self, _: str, body: bytes, headers: dict[str, str]) -> int | None:
        self.got.append((body, headers["X-Webhook-Signature"]))
        return self.statuses.pop(0) if self.statuses else 200


def subscribed(receiver: Receiver, url: str = URL, anywhere: Any = False) -> tuple[Sandbox, str]:
    sandbox = Sandbox(deliver_anywhere=anywhere)
    sandbox.deliveries.post = receiver
    hook = ask(sandbox, "POST", "/webhooks", {"url": url, "events": ["lead.created"]}).data
    made(sandbox, "/leads", email="jane@example.com")
    return sandbox, hook["secret"]


def test_a_delivery_has_the_signature_that_the_client_checks() -> None:
    receiver = Receiver()
    sandbox, secret = subscribed(receiver)
    assert sandbox.deliveries.run_due() == 1
    [(body, signature)] = receiver.got
    delivery = webhooks.parse_delivery(body, signature, secret=secret)
    assert isinstance(delivery, models.LeadCreatedDelivery)
    assert delivery.data["leadId"] == sandbox.state.leads[0]["id"]
    [hook] = ask(sandbox, "GET", "/webhooks").data
    assert hook["lastDeliveredAt"] is not None
    assert "secret" not in hook


def test_a_failed_delivery_is_retried_after_1_5_and_30_minutes_then_counted() -> None:
    receiver = Receiver(500, None, 500, 500)
    sandbox, _ = subscribed(receiver)
    sandbox.deliveries.run_due()
    for minutes, attempts in ((0.9, 1), (0.2, 2), (4, 2), (1, 3), (29, 3), (1, 4), (600, 4)):
        sandbox.clock.advance(minutes * 60)
        assert len(receiver.got) == attempts
    assert len({body for body, _ in receiver.got}) == 1
    assert ask(sandbox, "GET", "/webhooks").data[0]["consecutiveFailures"] == 1


def test_a_duplicate_is_sent_on_demand_and_to_subscribers_only() -> None:
    receiver = Receiver()
    sandbox, _ = subscribed(receiver)
    sandbox.deliveries.duplicate_next()
    for name in ("a", "b"):
        made(sandbox, "/leads", email=f"{name}@example.com")
    made(sandbox, "/campaigns", name="nobody asked")
    assert sandbox.deliveries.run_due() == 4


def test_a_reset_forgets_the_duplicates_that_were_asked_for() -> None:
    receiver = Receiver()
    sandbox, _ = subscribed(receiver)
    sandbox.deliveries.duplicate_next()
    sandbox.reset()
    hook = {"url": "http://127.0.0.1:9000/hook", "events": ["lead.created"]}
    assert ask(sandbox, "POST", "/webhooks", hook).status == 201
    made(sandbox, "/leads", email="a@example.com")
    assert sandbox.deliveries.run_due() == 1


@pytest.mark.parametrize("anywhere", [False, "no", 1])
@pytest.mark.parametrize("url", ["https://example.com/hook", "http://10.0.0.1/hook"])
def test_hosts_beyond_loopback_get_no_delivery_unless_it_is_true(url: str, anywhere: Any) -> None:
    receiver = Receiver()
    sandbox, _ = subscribed(receiver, url, anywhere)
    sandbox.deliveries.run_due()
    assert receiver.got == []
    assert sandbox.deliveries.log[0]["refused"]


def test_a_receiver_in_this_process_gets_deliveries_for_any_host() -> None:
    receiver = Receiver()
    sandbox = Sandbox()
    sandbox.deliveries.hand_to(receiver)
    ask(sandbox, "POST", "/webhooks", {"url": "https://example.com/hook", "events": ["lead.created"]})
    made(sandbox, "/leads", email="jane@example.com")
    assert (sandbox.deliveries.run_due(), len(receiver.got)) == (1, 1)


@pytest.mark.parametrize("url", ["http://[", "http://127.0.0.1:x/", "http://:0/"])
def test_a_url_that_does_not_parse_stops_no_other_delivery(url: str) -> None:
    got: list[str] = []
    sandbox = Sandbox()
    network = sandbox.deliveries.post

    def post(at: str, body: bytes, headers: dict[str, str]) -> int | None:
        got.append(at)
        return 200 if at == URL else network(at, body, headers)

    sandbox.deliveries.post = post
    for _ in range(2):
        ask(sandbox, "POST", "/webhooks", {"url": URL, "events": ["lead.created"]})
    wrong = next(sandbox.engine.store.all("webhooks", "first"))
    wrong.data["url"] = url  # The API refuses it; a snapshot may have it.
    sandbox.engine.store.put(wrong)
    made(sandbox, "/leads", email="jane@example.com")
    sandbox.clock.advance(86_400)
    assert got.count(URL) == 1
    assert ask(sandbox, "GET", "/webhooks").data[0]["consecutiveFailures"] == 1


@pytest.mark.parametrize(
    ("change", "attempts"),
    [({"isActive": False}, 1), ({"url": "http://127.0.0.1:9/moved"}, 1), (None, 1), ({"events": ["lead.updated"]}, 4)],
)
def test_retries_stop_for_a_webhook_that_is_deleted_inactive_or_moved(change: object, attempts: int) -> None:
    receiver = Receiver(500, 500, 500, 500)
    sandbox, _ = subscribed(receiver)
    sandbox.deliveries.run_due()
    hook = ask(sandbox, "GET", "/webhooks").data[0]["id"]
    ask(sandbox, "PATCH" if change else "DELETE", f"/webhooks/{hook}", change)
    sandbox.clock.advance(86_400)
    assert (len(receiver.got), sandbox.deliveries.waiting) == (attempts, [])


def test_a_receiver_that_hangs_delays_no_other_one(monkeypatch: pytest.MonkeyPatch) -> None:
    released, done = threading.Event(), threading.Event()

    def network(url: str, _: bytes, __: dict[str, str]) -> int:
        if url.endswith("slow"):
            assert released.wait(30)
        else:
            done.set()
        return 200

    monkeypatch.setattr(deliveries, "post", network)
    sandbox = Sandbox()
    sandbox.deliveries.post = network
    for name in ("slow", "quick"):
        ask(sandbox, "POST", "/webhooks", {"url": f"http://127.0.0.1:9/{name}", "events": ["lead.created"]})
    with sandbox.deliveries.running():
        made(sandbox, "/leads", email="jane@example.com")
        assert done.wait(30)  # While the first one hangs.
        assert sandbox.deliveries.posted <= 1
        released.set()
    done.clear()
    made(sandbox, "/leads", email="john@example.com")
    assert sandbox.deliveries.run_due() == 2


def test_the_log_of_deliveries_is_bounded() -> None:
    sandbox, _ = subscribed(Receiver())
    for number in range(deliveries.KEPT):
        sandbox.deliveries.emit("first", "lead.created", {"leadId": f"{number}"}, 0.0)
    sandbox.deliveries.run_due()
    assert (len(sandbox.deliveries.log), sandbox.deliveries.posted) == (deliveries.KEPT, deliveries.KEPT + 1)


@pytest.mark.parametrize("speed", [0.0, 60.0])
def test_the_background_thread_rests_while_nothing_happens(speed: float, monkeypatch: pytest.MonkeyPatch) -> None:
    woken_before_resting: list[bool] = []
    rests = threading.Event()

    class Watched(threading.Event):
        def wait(self, timeout: float | None = None) -> bool:
            woken_before_resting.append(self.is_set())
            rests.set()
            return super().wait(timeout)

    sandbox = Sandbox(clock=Clock(speed=speed))
    monkeypatch.setattr(sandbox.deliveries, "_woken", Watched())
    with sandbox.deliveries.running():
        assert rests.wait(10)
    assert woken_before_resting[0] is False

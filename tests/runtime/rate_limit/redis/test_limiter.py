"""The shared quota against a real server. Time is the server's; what a test says of it holds however slow it runs."""

from __future__ import annotations

import logging
import socket
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from foxreach_runtime.errors import ConfigurationError, QuotaError
from foxreach_runtime.rate_limit.limiter import LimiterUnavailableError, Permit
from foxreach_runtime.rate_limit.pacing import Quota
from foxreach_runtime.rate_limit.redis.limiter import RedisLimiter, hashed
from foxreach_runtime.response.headers import Headers
from foxreach_runtime.response.outcome import Answer, Failure

from ...flavours import World, reply
from ...redis_server import Server, found_binary, free_port, running
from ...sample import GET, KEY, LEAD

pytestmark = pytest.mark.skipif(
    found_binary() is None, reason="needs a Redis: install the Debian package redis-server (or valkey-server)"
)
Worlds = Callable[..., World]
GOOD = reply(200, {"data": LEAD})
ENDLESS = 1e6
HOUR = Quota(8, 3600.0)  # In bulk 6 an hour, one at once: no test lasts as long as a slot.
SLOT = 3600.0 / 6


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    with running(tmp_path_factory.mktemp("redis")) as server:
        yield server


@pytest.fixture
def own_server(tmp_path: Path) -> Iterator[Server]:
    with running(tmp_path) as server:
        yield server


@pytest.fixture
def key(request: pytest.FixtureRequest) -> str:
    """Return a key that no other test has."""
    return f"otr_{request.node.name}"


MADE: list[RedisLimiter] = []


@pytest.fixture(autouse=True)
def closed_at_the_end() -> Iterator[None]:
    yield
    while MADE:
        MADE.pop().close()


def limiter(server: Server, **options: Any) -> RedisLimiter:
    given: dict[str, Any] = {"pacing": "bulk", "quota": HOUR, "timeout": 5.0} | options
    MADE.append(RedisLimiter(server.url, **given))
    return MADE[-1]


def slot(of: RedisLimiter, key: str, now: float = 0.0, most: float = ENDLESS) -> tuple[Permit, int]:
    """Return a permit and how many slots ahead of us it is due."""
    permit = of.permit(key)
    return permit, round(permit.acquire(now, most) / SLOT)


def ahead(of: RedisLimiter, key: str, count: int) -> list[int]:
    return [slot(of, key)[1] for _ in range(count)]


def commands(server: Server, *words: str) -> str:
    import redis

    untyped: Any = redis.Redis
    with untyped.from_url(server.url) as client:
        return repr(client.execute_command(*words))


def test_two_limiters_share_one_line(server: Server, key: str) -> None:
    one, other = limiter(server), limiter(server)
    assert [slot(each, key)[1] for each in (one, other, one, other)] == [0, 1, 2, 3]


def test_keys_have_lines_of_their_own(server: Server, key: str) -> None:
    shared = limiter(server)
    assert ahead(shared, key, 2) == ahead(shared, f"{key}2", 2) == [0, 1]


def test_the_key_never_reaches_redis(server: Server) -> None:
    secret = "otr_s3cret-of-somebody"
    ahead(limiter(server), secret, 2)
    assert hashed(secret) in commands(server, "KEYS", "*")
    assert secret not in commands(server, "KEYS", "*")
    assert secret not in commands(server, "HGETALL", f"foxreach:quota:{{{hashed(secret)}}}")


def test_processes_share_one_line(server: Server, key: str) -> None:
    program = (
        "import sys\n"
        "from foxreach_runtime.rate_limit.redis.limiter import RedisLimiter\n"
        "from foxreach_runtime.rate_limit.pacing import Quota\n"
        "shared = RedisLimiter(sys.argv[1], pacing='bulk', quota=Quota(8, 3600.0), timeout=30.0)\n"
        "print(*[shared.permit(sys.argv[2]).acquire(0.0, 1e6) for _ in range(5)])"
    )
    started = [
        subprocess.Popen([sys.executable, "-c", program, server.url, key], stdout=subprocess.PIPE, text=True)
        for _ in range(4)
    ]
    waits = [float(text) for process in started for text in process.communicate()[0].split()]
    assert sorted(round(wait / SLOT) for wait in waits) == list(range(20))


def test_threads_share_one_line(server: Server, key: str) -> None:
    shared, slots = limiter(server), list[int]()
    threads = [threading.Thread(target=lambda: slots.extend(ahead(shared, key, 5))) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(slots) == list(range(20))


def test_a_wait_that_is_too_long_reserves_nothing(server: Server, key: str) -> None:
    shared = limiter(server)
    ahead(shared, key, 3)
    assert [slot(shared, key, most=10.0)[1] for _ in range(2)] == [3, 3]
    assert ahead(shared, key, 1) == [3]


@pytest.mark.parametrize("order", [[1, 2, 3, 4], [4, 3, 2, 1], [2, 4, 1, 3]])
def test_permits_given_back_go_to_the_next_that_ask(server: Server, key: str, order: list[int]) -> None:
    one, other = limiter(server), limiter(server)
    permits = [slot(one, key)[0] for _ in range(5)]
    for index in order:
        permits[index].end(0.0, None, 0.0)
    one.settle()
    assert commands(server, "ZCARD", f"foxreach:quota:{{{hashed(key)}}}:freed") == "0"  # The line itself is shorter.
    assert ahead(other, key, 5) == [1, 2, 3, 4, 5]


def test_a_permit_in_the_middle_of_the_line_is_given_out_once(server: Server, key: str) -> None:
    shared = limiter(server)
    permits = [slot(shared, key)[0] for _ in range(4)]
    permits[2].end(0.0, None, 0.0)
    shared.settle()
    assert ahead(shared, key, 3) == [2, 4, 5]


def test_what_never_reached_the_server_is_given_back(server: Server, key: str) -> None:
    shared = limiter(server)
    ahead(shared, key, 1)
    permit, place = slot(shared, key)
    assert (place, permit.acquire(2 * SLOT, ENDLESS)) == (1, 0.0)
    permit.end(2 * SLOT, Failure("not_sent", "connect", "refused"), 0.0)
    shared.settle()
    assert ahead(shared, key, 1) == [1]


def test_a_call_that_was_made_gives_nothing_back(server: Server, key: str) -> None:
    shared = limiter(server)
    permit, _ = slot(shared, key)
    permit.end(0.0, Answer(200, Headers()), 0.0)
    shared.settle()
    assert ahead(shared, key, 1) == [1]


def test_a_task_cancelled_while_redis_is_asked_gives_its_permit_back(server: Server, key: str) -> None:
    shared = limiter(server)
    ahead(shared, key, 1)
    permit = shared.permit(key)
    permit.end(0.0, None, 0.0)  # The task is gone, the thread that asks for it is not.
    permit.acquire(0.0, ENDLESS)
    shared.settle()
    assert ahead(shared, key, 1) == [1]


def test_a_refusal_closes_the_key_for_the_whole_fleet(server: Server, key: str) -> None:
    one, other = limiter(server), limiter(server)
    permit, _ = slot(one, key)
    late, _ = slot(one, key)
    permit.end(0.0, Answer(429, Headers([("Retry-After", str(round(4 * SLOT)))])), 0.0)
    one.settle()
    assert ahead(other, key, 1) == [4]
    assert late.acquire(SLOT + 1, ENDLESS) < 1.0  # Its slot was before the end of the refusal: it has to ask anew.
    assert late.blocking


def test_the_limit_that_the_server_names_is_kept_to(server: Server, key: str) -> None:
    shared = limiter(server)
    first, _ = slot(shared, key)
    first.end(0.0, Answer(200, Headers([("X-RateLimit-Limit", "1")])), 0.0)
    for _ in range(2):  # The odd one before is not believed.
        shared.permit(key).end(0.0, Answer(200, Headers([("X-RateLimit-Limit", "3")])), 0.0)
    permits = [shared.permit(key) for _ in range(3)]
    waits = [permit.acquire(0.0, ENDLESS) for permit in permits]
    assert waits[2] - waits[1] == pytest.approx(3600.0, abs=60)


def test_calls_of_both_flavours_wait_for_the_shared_quota(server: Server, world: Worlds, key: str) -> None:
    here = world(GOOD, limiter=limiter(server, quota=Quota(8, 40.0)))
    here.run(GET)
    here.run(GET)
    assert sum(here.waits) > 0
    assert len(here.sent) == 2


def test_redis_away_at_the_start_leaves_this_process_its_own_share(
    world: Worlds, caplog: pytest.LogCaptureFixture
) -> None:
    here: World | None = None
    url = f"redis://127.0.0.1:{free_port()}"
    shared = RedisLimiter(url, quota=Quota(40), local_share=0.25, clock=lambda: 0.0 if here is None else here.now)
    here = world(GOOD, limiter=shared)
    with caplog.at_level(logging.WARNING, "foxreach_client"):
        for _ in range(3):
            here.run(GET)
    moment, *waits = here.waits
    assert moment == pytest.approx(5.0 / 16, abs=0.01)
    assert waits == [pytest.approx(60 / 8)] * 3  # A quarter of 40, of which one is in reserve; none at once.
    assert [record.getMessage() for record in caplog.records] == [
        "The shared quota is away (ConnectionError): until it is back, this process keeps to its own share; "
        "tried again within 5 s"
    ]


def test_redis_away_can_be_an_error_instead(world: Worlds) -> None:
    here = world(GOOD, limiter=RedisLimiter(f"redis://127.0.0.1:{free_port()}", on_failure="raise"))
    with pytest.raises(QuotaError, match=r"leads.get: The shared quota is away \(ConnectionError\)"):
        here.run(GET)
    assert here.sent == []


def test_a_redis_that_failed_is_left_alone_for_a_while_and_then_tried_again(
    own_server: Server, key: str, caplog: pytest.LogCaptureFixture
) -> None:
    now = [0.0]
    shared = limiter(own_server, on_failure="raise", clock=lambda: now[0])
    ahead(shared, key, 2)
    own_server.stop()
    with pytest.raises(LimiterUnavailableError):
        slot(shared, key)
    now[0] = 6.0
    with pytest.raises(LimiterUnavailableError):
        slot(shared, key)
    own_server.start()
    with pytest.raises(LimiterUnavailableError):
        slot(shared, key)
    now[0] = 12.0
    assert slot(shared, key)[1] == 2  # Its data are lost, and the line goes on all the same.
    assert [record.getMessage().split(":")[0] for record in caplog.records] == [
        "The shared quota is away (ConnectionError)",
        "Redis lost the state of the shared quota; it goes on from what this process knew",
        "The shared quota is back",
    ]


def test_data_lost_between_two_calls_is_noticed_and_mended(
    own_server: Server, key: str, caplog: pytest.LogCaptureFixture
) -> None:
    one, other = limiter(own_server), limiter(own_server)
    assert [ahead(one, key, 3), ahead(other, key, 1)] == [[0, 1, 2], [3]]
    commands(own_server, "FLUSHALL")
    assert [ahead(one, key, 1), ahead(other, key, 1)] == [[3], [4]]
    assert [record.getMessage() for record in caplog.records] == [
        "Redis lost the state of the shared quota; it goes on from what this process knew"
    ]


def test_a_restart_between_two_calls_is_not_even_noticed_but_for_the_data(own_server: Server, key: str) -> None:
    shared = limiter(own_server, on_failure="raise")
    ahead(shared, key, 1)
    own_server.stop()
    own_server.start()
    assert ahead(shared, key, 1) == [1]


def test_a_redis_that_never_answers_is_given_up_soon(caplog: pytest.LogCaptureFixture) -> None:
    with socket.socket() as silent:
        silent.bind(("127.0.0.1", 0))
        silent.listen()
        shared = RedisLimiter(f"redis://127.0.0.1:{silent.getsockname()[1]}", timeout=0.05, on_failure="raise")
        MADE.append(shared)
        with pytest.raises(LimiterUnavailableError, match="TimeoutError"):
            shared.permit(KEY).acquire(0.0, ENDLESS)
    assert len(caplog.records) == 1


def test_a_limiter_that_was_closed_connects_again(server: Server, key: str) -> None:
    shared = limiter(server)
    ahead(shared, key, 1)
    shared.close()
    assert ahead(shared, key, 1) == [1]


def test_a_clock_set_back_does_not_stop_the_line(server: Server, key: str) -> None:
    name = f"foxreach:quota:{{{hashed(key)}}}"
    commands(server, "HSET", name, "next", "99999999999999999", "count", "5")
    assert ahead(limiter(server), key, 2) == [0, 1]


@pytest.mark.parametrize(
    "options",
    [
        {"on_failure": "ignore"},
        {"local_share": 0},
        {"local_share": 1.5},
        {"timeout": 0},
        {"pause": float("inf")},
        {"pacing": "fast"},
    ],
)
def test_options_that_cannot_work_are_refused(options: dict[str, Any]) -> None:
    with pytest.raises(ConfigurationError):
        RedisLimiter("redis://127.0.0.1", **options)


def test_neither_error_nor_repr_shows_the_address() -> None:
    with pytest.raises(ConfigurationError) as error:
        RedisLimiter("http://user:p4ssword@host")
    assert "p4ssword" not in str(error.value)
    assert repr(RedisLimiter("redis://:p4ssword@host")) == "RedisLimiter(pacing='interactive', on_failure='local')"


def test_without_the_package_the_error_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "redis", None)
    with pytest.raises(ConfigurationError, match=r"foxreach-client\[redis\]"):
        RedisLimiter("redis://127.0.0.1")


# Redis in trouble


AWAY = "The shared quota is away"
LOST = "Redis lost the state of the shared quota"


def lines(caplog: pytest.LogCaptureFixture) -> list[str]:
    return [record.getMessage().partition(";")[0].partition(" (")[0] for record in caplog.records]


def test_one_failure_is_a_moment_in_which_calls_wait_and_nothing_is_logged(
    own_server: Server, key: str, caplog: pytest.LogCaptureFixture
) -> None:
    now = [0.0]
    shared = limiter(own_server, clock=lambda: now[0])
    ahead(shared, key, 2)
    own_server.stop()
    permit, other = shared.permit(key), shared.permit(key)
    assert permit.acquire(0.0, ENDLESS) == pytest.approx(5.0 / 16, abs=0.01)
    assert other.acquire(0.0, ENDLESS) == pytest.approx(5.0 / 16, abs=0.01)
    own_server.start()
    now[0] = 1.0
    assert permit.acquire(1.0, ENDLESS) > 0
    assert AWAY not in lines(caplog)


def test_only_the_call_that_tries_a_failed_redis_again_ends_the_outage(own_server: Server, key: str) -> None:
    now = [0.0]
    shared = limiter(own_server, clock=lambda: now[0])
    own_server.stop()
    for _ in range(3):
        shared.permit(key).acquire(now[0], ENDLESS)
        now[0] += 0.4
    assert shared._store.resting()  # pyright: ignore[reportPrivateUsage]
    own_server.start()
    assert shared.permit(key).acquire(now[0], ENDLESS) > 0
    assert shared._store.resting()  # pyright: ignore[reportPrivateUsage]
    now[0] += 5.0
    shared.permit(key).acquire(now[0], ENDLESS)
    assert shared._store.outages == 1  # pyright: ignore[reportPrivateUsage]


def test_a_second_loss_within_a_window_is_an_outage_until_the_data_are_kept(
    own_server: Server, key: str, caplog: pytest.LogCaptureFixture
) -> None:
    now = [0.0]
    shared = limiter(own_server, on_failure="raise", clock=lambda: now[0])
    ahead(shared, key, 2)
    commands(own_server, "FLUSHALL")
    assert ahead(shared, key, 1) == [2]
    for _ in range(4):
        commands(own_server, "FLUSHALL")
        with pytest.raises(LimiterUnavailableError, match="lost again and again"):
            slot(shared, key)
        now[0] += 6.0
    assert lines(caplog) == [LOST, AWAY]
    assert slot(shared, key)[1] >= 2
    assert lines(caplog) == [LOST, AWAY, "The shared quota is back"]


def test_a_loss_an_hour_after_another_is_none_too_many(
    own_server: Server, key: str, caplog: pytest.LogCaptureFixture
) -> None:
    now = [0.0]
    shared = limiter(own_server, on_failure="raise", clock=lambda: now[0])
    for _ in range(3):
        ahead(shared, key, 2)
        commands(own_server, "FLUSHALL")
        now[0] += 3600.0
    ahead(shared, key, 1)
    assert lines(caplog) == [LOST] * 3


def test_after_a_loss_there_is_no_burst(own_server: Server, key: str) -> None:
    shared = limiter(own_server, pacing="interactive")  # three at once
    assert shared.permit(key).acquire(0.0, ENDLESS) == 0.0
    commands(own_server, "FLUSHALL")
    assert shared.permit(key).acquire(0.0, ENDLESS) > 0.0


LONG = Quota(100, 36_000.0)  # A call each 6 minutes: a slow test is a minute late at most.
MINUTE = 60.0


def test_interactive_has_a_burst_and_serves_no_call_later_than_bulk(server: Server, key: str) -> None:
    interactive, bulk = (
        [shared.permit(key + name).acquire(0.0, ENDLESS) for _ in range(120)]
        for name, shared in ((name, limiter(server, pacing=name, quota=LONG)) for name in ("interactive", "bulk"))
    )
    assert (interactive.count(0.0), bulk.count(0.0)) == (40, 3)
    assert all(early <= late + MINUTE for early, late in zip(interactive, bulk, strict=True))
    assert interactive[-1] == pytest.approx(bulk[-1], abs=MINUTE)  # It has made up for the burst.
    assert interactive[41] == pytest.approx(2 * LONG.window / 59, abs=MINUTE)


def test_processes_of_both_pacings_share_a_line(server: Server, key: str) -> None:
    one, other = (limiter(server, pacing=pacing, quota=LONG) for pacing in ("interactive", "bulk"))
    assert [one.permit(key).acquire(0.0, ENDLESS) for _ in range(40)] == [0.0] * 40
    assert other.permit(key).acquire(0.0, ENDLESS) == pytest.approx(38 * LONG.window / 96, abs=MINUTE)
    assert one.permit(key).acquire(0.0, ENDLESS) == pytest.approx(2 * LONG.window / 59, abs=MINUTE)


def test_the_share_of_this_process_begins_behind_the_slots_that_it_holds(own_server: Server, key: str) -> None:
    now = [0.0]
    shared = limiter(own_server, quota=Quota(40, 3600.0), local_share=0.25, clock=lambda: now[0])
    held = [shared.permit(key) for _ in range(4)]
    waits = [permit.acquire(0.0, ENDLESS) for permit in held]
    assert sum(wait > 0 for wait in waits) == 3
    own_server.stop()
    permit = shared.permit(key)
    moment = permit.acquire(0.0, ENDLESS)
    now[0] = moment
    assert permit.acquire(moment, ENDLESS) == pytest.approx(4 * 3600 / 8)  # three slots, and no burst
    assert held[1].acquire(waits[1], ENDLESS) == 0.0


def test_calls_that_were_sent_without_redis_take_slots_when_it_is_back(own_server: Server, key: str) -> None:
    now = [0.0]
    shared = limiter(own_server, quota=Quota(40, 3600.0), local_share=0.5, clock=lambda: now[0])
    other = limiter(own_server, quota=Quota(40, 3600.0))
    own_server.stop()
    for _ in range(5):
        permit = shared.permit(key)
        while (wait := permit.acquire(now[0], ENDLESS)) > 0:
            now[0] += wait
        permit.end(now[0], Answer(200, Headers()), 0.0)
    own_server.start()
    now[0] += 6.0
    recent = sum(time > now[0] - 3600.0 for time in line_of(shared, key)._untold)
    wait = shared.permit(key).acquire(now[0], ENDLESS)
    interval = 3600 / 38
    assert wait == pytest.approx(2 * recent * interval, abs=60)  # For the other half of the fleet as well.
    assert other.permit(key).acquire(0.0, ENDLESS) == pytest.approx((2 * recent + 1) * interval, abs=60)


def line_of(shared: RedisLimiter, key: str) -> Any:
    return shared._lines[hashed(key)]  # pyright: ignore[reportPrivateUsage]


def test_calls_that_wait_alone_ask_redis_again_when_it_may_be_back(own_server: Server, key: str) -> None:
    now = [0.0]
    shared = limiter(own_server, clock=lambda: now[0])
    own_server.stop()
    permit = shared.permit(key)
    now[0] += permit.acquire(0.0, ENDLESS)
    assert permit.acquire(now[0], ENDLESS) > 0
    assert not permit.blocking
    own_server.start()
    now[0] += 6.0
    assert permit.blocking
    assert permit.acquire(now[0], ENDLESS) == 0.0


def test_waiting_calls_get_slots_of_the_new_pace_when_the_server_names_a_higher_limit(server: Server, key: str) -> None:
    shared = limiter(server)
    first, *waiting = [shared.permit(key) for _ in range(4)]
    assert [round(permit.acquire(0.0, ENDLESS) / SLOT) for permit in (first, *waiting)] == [0, 1, 2, 3]
    for _ in range(2):
        first.end(0.0, Answer(200, Headers([("X-RateLimit-Limit", "1000000")])), 0.0)
    for permit in waiting:
        until: Any = getattr(permit, "until", None)
        assert until.woken
        assert permit.acquire(0.0, ENDLESS) <= 0.01  # It returns its slot.
        assert permit.acquire(0.0, ENDLESS) < 1.0


def test_a_refusal_without_a_time_closes_the_key_for_the_whole_fleet_too(server: Server, key: str) -> None:
    one, other = limiter(server, quota=Quota(1000, 3600.0)), limiter(server, quota=Quota(1000, 3600.0))
    permit = one.permit(key)
    permit.acquire(0.0, ENDLESS)
    permit.end(0.0, Answer(429, Headers()), 0.0)
    one.settle()
    assert other.permit(key).acquire(0.0, ENDLESS) == pytest.approx(60.0, abs=10.0)

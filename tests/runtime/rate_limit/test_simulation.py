"""Many calls against every kind of server, in virtual time: no refusals, no false errors, nobody starves."""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise

import pytest
from foxreach_runtime.options.retry_policy import RetryPolicy
from foxreach_runtime.rate_limit.limiter import LocalLimiter
from foxreach_runtime.rate_limit.pacing import Pacing, Quota
from hypothesis import given, settings
from hypothesis import strategies as st

from benchmarks.quota import SETTINGS, measured
from benchmarks.quota_servers import DOCUMENTED, SERVERS, FixedWindow, Server
from benchmarks.quota_world import Setting, Tally, World

PATIENT = RetryPolicy(deadline=None, longest_wait=1e6)
PACINGS: list[Pacing] = ["interactive", "bulk"]
Kind = Callable[..., Server]

both = pytest.mark.parametrize("pacing", PACINGS)
documented = pytest.mark.parametrize("kind", DOCUMENTED.values(), ids=DOCUMENTED)
every = pytest.mark.parametrize("name", SERVERS)


@settings(max_examples=60)
@given(
    gaps=st.lists(st.floats(0, 8) | st.just(0.0), min_size=1, max_size=260),
    kind=st.sampled_from(list(DOCUMENTED.values())),
    phase=st.floats(0, 60),
    pacing=st.sampled_from(PACINGS),
    limit=st.integers(5, 120),
    seed=st.integers(0, 9),
)
def test_no_server_ever_refuses_a_call_however_they_arrive(  # noqa: PLR0917
    gaps: list[float], kind: Kind, phase: float, pacing: Pacing, limit: int, seed: int
) -> None:
    times, now = list[float](), 0.0
    for gap in gaps:
        now += gap
        times.append(now)
    tally = World(kind(phase, limit), LocalLimiter(pacing, Quota(limit)), PATIENT, seed).run_at(times)
    assert tally.refused == 0
    assert len(tally.queued) == len(times)


@documented
def test_forty_calls_at_once_in_an_idle_minute_see_no_delay(kind: Kind) -> None:
    assert World(kind(), LocalLimiter(), RetryPolicy()).run_at([5.0] * 40).queued == [0.0] * 40


@documented
@both
def test_both_keep_near_the_best_possible_speed(kind: Kind, pacing: Pacing) -> None:
    tally = World(kind(), LocalLimiter(pacing), RetryPolicy()).run(4, 1000)
    assert tally.refused == 0
    assert tally.ended < 997 * 60 / 96 + 1


@both
@pytest.mark.parametrize("workers", [16, 32, 64, 100])
@pytest.mark.parametrize("seed", [1, 2])
def test_workers_get_the_same_number_of_calls_and_none_fails(pacing: Pacing, workers: int, seed: int) -> None:
    tally = World(FixedWindow(20.0), LocalLimiter(pacing), RetryPolicy(), seed).run(workers, 600)
    counts = [tally.served[worker] for worker in range(workers)]
    assert max(counts) <= 1.2 * min(counts)
    assert (tally.refused, tally.quota_errors, tally.other_errors) == (0, 0, 0)


@both
@pytest.mark.parametrize("calls", [64, 110, 150, 500])
def test_a_cold_burst_goes_as_soon_as_the_first_answers_name_the_limit(pacing: Pacing, calls: int) -> None:
    world = World(FixedWindow(0.0, 1_000_000), LocalLimiter(pacing), RetryPolicy(), 1)
    tally = world.run_at([0.0] * calls)
    assert (len(tally.took), tally.quota_errors) == (calls, 0)
    assert max(tally.took) < 1.0


@both
@every
@pytest.mark.parametrize("phase", [0.0, 20.0, 55.0])
@pytest.mark.parametrize("calls", [150, 230, 300])
def test_quota_errors_are_those_that_nobody_could_prevent(pacing: Pacing, name: str, phase: float, calls: int) -> None:
    tally = World(SERVERS[name](phase), LocalLimiter(pacing), RetryPolicy(), 1).run_at([0.0] * calls)
    server, now, possible = SERVERS[name](phase), 0.0, -1
    while now < 120.0:
        now, possible = server.next_at(now), possible + 1
        server.accept(now)
    assert len(tally.took) >= min(calls, possible - 8)  # The reserve, and the way to the server and back.
    assert (tally.refused, tally.other_errors) == (0, 0)


@both
@every
def test_a_limit_that_falls_costs_one_refusal_and_no_call(pacing: Pacing, name: str) -> None:
    tally = measured(SETTINGS["limit falls to 50"], pacing, name, 64)
    assert tally.refused <= 1
    assert (tally.quota_errors, tally.other_errors) == (0, 0)


@documented
@settings(max_examples=20)
@given(
    gaps=st.lists(st.floats(0, 2) | st.just(0.0), min_size=1, max_size=160),
    phase=st.floats(0, 60),
    seed=st.integers(0, 9),
)
def test_interactive_serves_no_call_later_than_bulk_by_more_than_the_way_to_the_server(
    kind: Kind, gaps: list[float], phase: float, seed: int
) -> None:
    times, now = list[float](), 0.0
    for gap in gaps:
        now += gap
        times.append(now)
    waits = {pacing: World(kind(phase), LocalLimiter(pacing), PATIENT, seed).run_at(times).queued for pacing in PACINGS}
    assert max(waits["interactive"]) <= max(waits["bulk"]) + 0.3


@both
@every
def test_a_stranger_costs_few_refusals_and_no_more_than_his_share(pacing: Pacing, name: str) -> None:
    tally = measured(SETTINGS["somebody else uses 30 %"], pacing, name, 16)
    best = SETTINGS["somebody else uses 30 %"].best(SERVERS[name](37.0), 600)
    assert tally.refused <= 18
    assert best / tally.ended > 0.84
    assert (tally.quota_errors, tally.other_errors) == (0, 0)


@both
@every
@pytest.mark.parametrize("setting", ["no X-RateLimit headers", "a 429 names nothing"])
def test_a_server_that_reports_nothing_refuses_little_after_the_first_burst(
    pacing: Pacing, name: str, setting: str
) -> None:
    tally = measured(SETTINGS[setting], pacing, name, 16)
    counts = [tally.served[worker] for worker in range(16)]
    assert tally.refused <= 16 + 20
    assert (tally.quota_errors, tally.other_errors) == (0, 0)
    assert max(tally.took) < 90.0
    assert max(counts) <= 1.2 * min(counts)


def test_a_key_that_counts_refusals_and_is_used_by_others_recovers() -> None:
    tally = measured(SETTINGS["names nothing, 30 % used"], "interactive", "refusals counted", 16)
    assert len(tally.took) == 600
    assert tally.refused <= 60


@settings(max_examples=25)
@given(
    setting=st.builds(
        Setting,
        stranger=st.sampled_from([0.0, 0.3]),
        restart=st.none() | st.floats(1, 60),
        changes=st.none() | st.tuples(st.floats(1, 60), st.sampled_from([50, 200])),
        named=st.sampled_from(["all", "retry-after", "nothing", "reports"]),
        skew=st.sampled_from([0.0, 120.0, -120.0]),
        dated=st.booleans(),
    ),
    pacing=st.sampled_from(PACINGS),
    name=st.sampled_from(list(SERVERS)),
    workers=st.sampled_from([1, 4, 16, 64]),
    phase=st.floats(0, 60),
    seed=st.integers(0, 9),
)
def test_whatever_happens_every_call_is_served_in_the_end(  # noqa: PLR0917
    setting: Setting, pacing: Pacing, name: str, workers: int, phase: float, seed: int
) -> None:
    tally = World(SERVERS[name](phase), LocalLimiter(pacing), RetryPolicy(), seed, setting).run(workers, 200)
    assert len(tally.took) == 200
    assert tally.refused <= workers + 60
    assert tally.quota_errors <= (0 if workers <= 16 else 30)
    assert max(tally.took) <= 121.0


@both
@every
def test_with_a_key_of_our_own_every_setting_of_the_table_has_no_error(pacing: Pacing, name: str) -> None:
    tallies: list[Tally] = [measured(SETTINGS["key of our own"], pacing, name, workers) for workers in (1, 4, 16, 64)]
    assert [(tally.refused, tally.quota_errors, tally.other_errors) for tally in tallies] == [(0, 0, 0)] * 4
    assert all(longest < 70.0 for longest in (max(tally.took) for tally in tallies))
    assert all(fast.ended < slow.ended * 1.3 for fast, slow in pairwise(tallies))

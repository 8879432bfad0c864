from __future__ import annotations

import pytest
from foxreach_runtime.rate_limit.pacing import Quota
from foxreach_runtime.rate_limit.usable import Usable


def test_all_but_the_reserve_is_ours_until_others_are_seen() -> None:
    usable = Usable(Quota())
    assert usable.calls == 99
    usable.report(0.0, 30.0)
    assert usable.calls == 69
    usable.report(1.0, 120.0)
    assert usable.calls == 1


def test_the_use_by_others_is_forgotten_slowly() -> None:
    usable = Usable(Quota())
    usable.report(0.0, 40.0)
    usable.report(60.0, 0.0)
    assert usable.elsewhere == 30.0
    usable.report(60.0, 35.0)
    assert usable.elsewhere == 35.0
    usable.report(600.0, 0.0)
    assert usable.calls == 99


def test_refusals_teach_a_limit_and_accepted_calls_raise_it() -> None:
    usable = Usable(Quota())
    usable.accept()
    assert (usable.learned, usable.calls) == (False, 99)
    usable.refuse(50.0)
    assert (usable.learned, usable.calls) == (True, 95.0)
    usable.refuse(50.0)
    assert usable.calls == pytest.approx(85.5)
    for _ in range(100):
        usable.accept()
    assert usable.calls == pytest.approx(90.5)


def test_more_accepted_calls_than_documented_are_a_higher_limit() -> None:
    usable = Usable(Quota())
    usable.refuse(1000.0)
    assert usable.calls == 950.0


def test_what_was_learned_is_void_once_the_server_reports() -> None:
    usable = Usable(Quota())
    usable.refuse(50.0)
    usable.report(0.0, 0.0)
    assert (usable.learned, usable.calls) == (False, 99)


def test_there_is_always_one_call() -> None:
    usable = Usable(Quota(2))
    for _ in range(100):
        usable.refuse(0.0)
    assert usable.calls == 1.0

from __future__ import annotations

import pytest
from foxreach_runtime.http.lifetime import Lifetime, closed_error
from foxreach_runtime.waiter import Waiter


def test_a_lifetime_ends_with_its_parent_and_not_the_other_way_round() -> None:
    parent = Lifetime()
    child = Lifetime(parent)
    grandchild = Lifetime(child)
    assert [each.ended for each in (parent, child, grandchild)] == [False, False, False]
    child.end()
    assert [each.ended for each in (parent, child, grandchild)] == [False, True, True]
    parent.end()
    assert parent.ended


def test_the_end_wakes_the_waits_of_the_lifetime_and_of_those_below() -> None:
    parent = Lifetime()
    child, other = Lifetime(parent), Lifetime(parent)
    with parent.waiting() as ours, child.waiting() as below, other.waiting() as beside:
        child.end()
        assert (ours.woken, below.woken, beside.woken) == (False, True, False)
        parent.end()
        assert (ours.woken, below.woken, beside.woken) == (True, True, True)


def test_a_wait_that_begins_after_the_end_is_woken_at_once() -> None:
    lifetime = Lifetime()
    lifetime.end()
    with lifetime.waiting() as waiter:
        assert waiter.woken


def test_a_waiter_of_someone_else_is_woken_too_and_only_while_it_waits() -> None:
    lifetime, waiter = Lifetime(), Waiter()

    def interrupted() -> None:
        with lifetime.waiting(waiter) as same:
            assert same is waiter
            raise KeyError

    with pytest.raises(KeyError):
        interrupted()
    lifetime.end()
    assert not waiter.woken


def test_in_a_child_of_a_fork_the_waits_of_the_parent_are_forgotten() -> None:
    lifetime = Lifetime()
    with lifetime.waiting() as waiter:
        lifetime.forget_waits()
        lifetime.end()
        assert not waiter.woken


def test_the_error_of_a_closed_client_names_the_operation_and_the_remedy() -> None:
    error = closed_error("leads.get")
    assert str(error) == "leads.get: the client is closed. Make a new client."
    assert (error.operation, error.attempts) == ("leads.get", 0)

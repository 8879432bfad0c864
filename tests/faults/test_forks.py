"""A forked child works, whatever the other threads of its parent were doing, and disturbs nothing there."""

from __future__ import annotations

import os

import pytest

from tests.faults.forks import FORKS, RESULT, Fork, observed_fork

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="this system cannot fork")


@pytest.mark.parametrize("fork", FORKS, ids=str)
def test_parent_and_child_go_on_after_a_fork(fork: Fork) -> None:
    saw = observed_fork(fork)
    assert (saw.parent, saw.child, saw.connections) == (RESULT, fork.child, fork.connections)

"""What a client changed, also if the call that changes it is interrupted."""

from __future__ import annotations

from foxreach_runtime.paging.changes import Changes

from ..interrupts import interrupts


def test_a_call_that_is_interrupted_anywhere_does_not_change_the_list_for_ever() -> None:
    changes = Changes()
    for interrupt in interrupts("paging/changes.py"):
        with interrupt, changes.made():
            pass
        assert not changes.since(changes.moment())

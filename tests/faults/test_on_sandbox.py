"""The same faults with the same expectations on the sandbox; afterwards its rows are what the caller was told."""

from __future__ import annotations

from collections.abc import Generator

import pytest
from foxreach_sandbox import Sandbox
from foxreach_sandbox.server.serving import Serving

from tests.faults.catalogue import FAULTS, ON_TRIO
from tests.faults.checks import check
from tests.faults.fault import Fault
from tests.faults.on_sandbox import check_truth, expected, go_round, open_sandbox, played
from tests.faults.placed import NOT_PLACED, PLACES, Placed, cases

CASES = [
    pytest.param(fault, placed, index, flavour, id="-".join(filter(None, (f"{fault}", placed.work, call, flavour))))
    for fault, placed in cases()
    for index, call in enumerate(fault.calls)
    if call != "read" or placed is PLACES[fault.name][0]  # to a read, work that is done is none
    for flavour in ("sync", "asyncio", *(["trio"] if fault in ON_TRIO else []))
]


@pytest.fixture(scope="module")
def served() -> Generator[tuple[Sandbox, Serving]]:
    """Return a sandbox on a socket; in the end no connection to it is left."""
    with open_sandbox() as (sandbox, serving):
        yield sandbox, serving
        go_round(serving)
        assert sandbox.connections.open == 0


@pytest.mark.parametrize(("fault", "placed", "index", "flavour"), CASES)
def test_the_caller_is_told_what_the_rows_of_the_sandbox_show(
    served: tuple[Sandbox, Serving], fault: Fault, placed: Placed, index: int, flavour: str
) -> None:
    call = fault.calls[index]
    saw = played(*served, fault, placed, call=call, flavour=flavour)
    check(saw, expected(fault, placed, call), index)
    check_truth(served[0], saw, placed, call)


def test_every_fault_is_placed_or_has_a_reason_not_to_be() -> None:
    names = [fault.name for fault in FAULTS]
    assert sorted([*PLACES, *NOT_PLACED]) == sorted(names)
    assert (len(PLACES), len(NOT_PLACED)) == (62, 16)

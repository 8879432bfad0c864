"""Every fault, for a call that reads, one that is idempotent and one that acts, in both flavours."""

from __future__ import annotations

import pytest

from tests.faults.catalogue import FAULTS, ON_TRIO
from tests.faults.checks import check
from tests.faults.fault import Fault
from tests.faults.observed import observed

CASES = [
    pytest.param(fault, index, flavour, id=f"{fault}-{call}-{flavour}")
    for fault in FAULTS
    for index, call in enumerate(fault.calls)
    for flavour in ("sync", "asyncio", *(["trio"] if fault in ON_TRIO else []))
]


@pytest.mark.parametrize(("fault", "index", "flavour"), CASES)
def test_a_fault_ends_in_the_right_error_after_the_right_number_of_requests(
    fault: Fault, index: int, flavour: str
) -> None:
    check(observed(fault, fault.calls[index], flavour), fault, index)

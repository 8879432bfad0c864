"""A call whose client is closed ends at once, at every moment, and the server gets nothing more."""

from __future__ import annotations

import pytest

from tests.faults.closing import MOMENTS, Moment, observed_end

CASES = [
    pytest.param(moment, index, flavour, id=f"{moment}-{call}-{flavour}")
    for moment in MOMENTS
    for index, call in enumerate(moment.calls)
    for flavour in ("sync", "asyncio")
]


@pytest.mark.parametrize(("moment", "index", "flavour"), CASES)
def test_a_call_whose_client_is_closed_ends_in_the_right_error(moment: Moment, index: int, flavour: str) -> None:
    saw = observed_end(moment, moment.calls[index], flavour)
    assert type(saw.error) is moment.raises[index], saw.error
    assert saw.requests == moment.requests

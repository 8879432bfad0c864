from __future__ import annotations

import pytest

from tests.faults.lists import LISTS, ListFault, observed_list


@pytest.mark.parametrize("flavour", ["sync", "asyncio", "trio"])
@pytest.mark.parametrize("fault", LISTS, ids=str)
def test_a_list_ends_whole_or_in_an_error_that_names_the_page(fault: ListFault, flavour: str) -> None:
    saw = observed_list(fault, flavour)
    assert type(saw.error) is (fault.raises or type(None)), saw.error
    assert (saw.leads, saw.requests) == (fault.leads, fault.requests)
    assert getattr(saw.error, "next_page", None) == fault.next_page

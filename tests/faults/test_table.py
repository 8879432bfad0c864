from __future__ import annotations

from tests.faults.catalogue import FAULTS
from tests.faults.table import PAGE, page


def test_the_page_on_reliability_has_what_the_suite_saw() -> None:
    text = PAGE.read_text(encoding="utf-8")
    assert text == page(text), "run: python -m tests.faults.table"


def test_every_fault_has_a_name_of_its_own() -> None:
    assert len({fault.name for fault in FAULTS}) == len(FAULTS)

import pytest
from foxreach_runtime.ledger import Ledger


@pytest.mark.parametrize("ended", [0, 1])
def test_calls_under_way_are_forgotten_two_windows_later_whether_or_not_any_has_ended(ended: int):
    ledger = Ledger(60.0)
    for _ in range(80 + ended):
        ledger.start()
    for _ in range(ended):
        ledger.end(1_000.0)
    assert 1_060.0 <= ledger.free_at(1_000.0, 0) <= 1_121.0

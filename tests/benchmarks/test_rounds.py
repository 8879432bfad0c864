from collections.abc import Callable

import pytest

from benchmarks.rounds import Spread, interleaved, order, ratios, spread


def test_every_round_measures_each_contestant_once_and_gives_a_ratio() -> None:
    said: list[str] = []

    def measure(name: str, cost: float) -> Callable[[], float]:
        def cost_of_it() -> float:
            said.append(name)
            return cost * len(said)

        return cost_of_it

    samples = interleaved({"a": measure("a", 1), "b": measure("b", 10)}, rounds=3)
    assert said == ["a", "b", "a", "b", "a", "b"]
    assert ratios(samples["b"], samples["a"]) == [20 / 1, 40 / 3, 60 / 5]


def test_first_place_and_predecessor_change_between_rounds() -> None:
    names = ["a", "b", "c"]
    orders = [order(names, number) for number in range(6)]
    assert {each[0] for each in orders} == set(names)
    assert all(sorted(each) == names for each in orders)
    before_b = {each[each.index("b") - 1] for each in orders if each[0] != "b"}
    assert before_b == {"a", "c"}


@pytest.mark.parametrize(
    ("values", "expected"),
    [
        ([3.0], Spread(3.0, 3.0, 3.0)),
        ([5.0, 1.0, 3.0, 2.0, 4.0], Spread(3.0, 2.0, 4.0)),
        ([1.0, 1.0, 1.0, 1.0, 100.0], Spread(1.0, 1.0, 1.0)),
    ],
)
def test_a_spread_is_the_median_between_the_quartiles(values: list[float], expected: Spread) -> None:
    assert spread(values) == expected


def test_rounds_of_unequal_number_have_no_ratio() -> None:
    with pytest.raises(ValueError, match="shorter"):
        ratios([1.0, 2.0], [1.0])

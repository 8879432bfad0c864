"""The arguments of the session `mutants`; the session itself takes minutes."""

import pytest

from tools.development import mutants


@pytest.mark.parametrize("place", ["retries", "telemetry", "engine/retries", "engine/__init__"])
def test_an_unknown_place_is_one_sentence_and_status_2(place: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as caught:
        mutants.main(["engine/retry", place])
    assert caught.value.code == 2
    said = f"mutants: the runtime has nothing to decide in {place}; name a room ({', '.join(mutants.ROOMS)}) or"
    assert capsys.readouterr().err == f"{said} a module such as engine/retry\n"


def test_a_module_of_a_room_is_changed_before_the_tests_of_that_room_and_of_whole_calls() -> None:
    assert mutants.modules_of("engine/retry") == ["engine/retry.py"]
    assert {"http/network.py", "http/sending.py"} <= set(mutants.modules_of("http"))
    tests = mutants.tests_of(["paging/walk.py"])
    assert {"paging/test_walk.py", "engine/test_exchange.py"} <= set(tests)
    assert not [test for test in tests if not test.startswith(("paging/", "engine/"))]


@pytest.mark.parametrize("room", mutants.ROOMS)
def test_every_room_has_modules_and_tests(room: str) -> None:
    modules = mutants.modules_of(room)
    assert modules
    assert any(test.startswith(f"{room}/") for test in mutants.tests_of(modules))

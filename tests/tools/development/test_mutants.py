"""The arguments of the session `mutants`; the session itself takes minutes."""

import pytest

from tools.development import mutants


def test_an_unknown_module_is_one_sentence_and_status_2(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as caught:
        mutants.main(["retry", "retries"])
    assert caught.value.code == 2
    assert capsys.readouterr().err == "mutants: the runtime has no module retries; name one such as `retry`\n"


def test_every_named_module_and_test_exists() -> None:
    runtime, tests = mutants.ROOT / "runtime" / mutants.PACKAGE, mutants.ROOT / "tests" / "runtime"
    assert [mutants.found(runtime, f"{name}.py", runtime) for name in mutants.MODULES]
    assert [mutants.found(tests, mutants.test_of(name), tests) for name in mutants.TESTS]

"""Checks of a rehearsal before an example runs: types, and the contents of an environment."""

import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from tools.development import environments
from tools.publish.messages import PublishError
from tools.rehearsal import consumer
from tools.rehearsal.__main__ import InstallationError, installed, one_sentence
from tools.rehearsal.examples import CHECKERS, ExampleError, check_types
from tools.rehearsal.local_index import LocalIndex
from tools.rehearsal.server import ServerError

PYTHON = Path(sys.executable)


def always(result: object) -> Callable[..., object]:
    """Return a function that always returns *result*."""

    def answer(*_: object) -> object:
        return result

    return answer


@pytest.mark.parametrize("checker", CHECKERS)
def test_examples_without_type_errors_pass(tmp_path: Path, checker: str) -> None:
    (tmp_path / "example.py").write_text("number: int = 1\n")
    check_types(checker, [tmp_path / "example.py"], tmp_path / "scratch", PYTHON)


@pytest.mark.parametrize(("program", "checker"), [("number: int = ''\n", "mypy"), ("import json\n", "pyright")])
def test_an_example_with_a_type_error_fails(tmp_path: Path, program: str, checker: str) -> None:
    examples = [tmp_path / "first.py", tmp_path / "second.py"]
    for example, text in zip(examples, ["number: int = 1\n", program], strict=True):
        example.write_text(text)
    with pytest.raises(ExampleError, match=rf"(?s){checker} reports errors in the examples:\n.*second\.py"):
        check_types(checker, examples, tmp_path / "scratch", PYTHON)


def test_a_failed_installation_is_an_error(tmp_path: Path, built: Path, index: LocalIndex) -> None:
    (wheel,) = built.glob("*.whl")
    with pytest.raises(
        InstallationError, match=r"foxreach-client\[sandbox\]==.* could not be installed from the index"
    ):
        installed(index.simple_with_password, wheel, tmp_path, "uv", "[sandbox]")


def test_a_missing_installer_is_named(tmp_path: Path, built: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (wheel,) = built.glob("*.whl")
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(InstallationError, match=r"could not be installed from the index: .*'uv'"):
        installed("", wheel, tmp_path, "uv", "")


def test_altered_files_and_undeclared_packages_are_an_error(
    tmp_path: Path, built: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (wheel,) = built.glob("*.whl")
    stranger = {"foxreach-client": ("0", list[str]()), "stranger": ("1", list[str]())}
    monkeypatch.setattr(environments, "environment_from", always(PYTHON))
    monkeypatch.setattr(consumer, "altered", always(["foxreach_client/client.py"]))
    monkeypatch.setattr(consumer, "distributions", always(stranger))
    with pytest.raises(InstallationError) as caught:
        installed("", wheel, tmp_path, "uv", "")
    assert str(caught.value).splitlines()[1:] == [
        "installed files differ from the wheel: foxreach_client/client.py",
        "packages are installed that nothing declares: stranger",
    ]


@pytest.mark.parametrize(
    ("error", "sentence"),
    [
        (PublishError("the index is full"), "rehearse: publishing failed: the index is full"),
        (ServerError("the sandbox did not start"), "rehearse: the sandbox did not start"),
        (ExampleError("quickstart.py hangs"), "rehearse: quickstart.py hangs"),
        (InstallationError("it is not there"), "rehearse: it is not there"),
        (KeyboardInterrupt(), "rehearse: interrupted"),
    ],
)
def test_every_expected_failure_is_one_sentence(error: BaseException, sentence: str) -> None:
    with pytest.raises(SystemExit) as caught, one_sentence():
        raise error
    assert caught.value.code == sentence

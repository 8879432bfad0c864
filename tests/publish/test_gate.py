"""The check before publishing, and the previous release that the checkout is compared with."""

from pathlib import Path

import pytest
from packaging.version import Version

from tests.publish.stub import Answer, page, stub
from tools.changes.sources import SourceError
from tools.publish import gate
from tools.publish.index import Index
from tools.publish.messages import PublishError

NAMES = [
    f"foxreach_client-{version}-py3-none-any.whl" for version in ("0.9.0", "0.10.0", "0.11.0rc1", "0.11.0", "2.0.0")
]


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch) -> list[str | None]:
    """Record the wheels that the checkout is compared with; its version is 0.11.0 and it has no blockers."""
    asked: list[str | None] = []

    def reasons(_: Path, wheel: Path | None) -> list[str]:
        asked.append(wheel.read_text() if wheel else None)
        return []

    def current(_: Path) -> str:
        return "0.11.0"

    def stale(*_: Path) -> list[str]:
        return []

    monkeypatch.setattr(gate, "checkout_blockers", reasons)
    monkeypatch.setattr(gate, "current", current)
    monkeypatch.setattr(gate, "stale", stale)
    return asked


def no_tags(_: Path) -> list[str]:
    return []


def one_tag(_: Path) -> list[str]:
    return ["v0.10.0"]


def served(_: str, path: str) -> Answer:
    return page(*NAMES) if path == "/foxreach-client/" else Answer(200, path.encode())


def test_without_a_tag_the_newest_older_wheel_is_the_previous_release(
    asked: list[str | None], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(gate, "released_tags", no_tags)
    with stub(served) as server, Index([server.url], None) as index:
        gate.check_checkout(index, tmp_path, tmp_path)
    assert asked == [f"/files/{NAMES[1]}"]


def test_on_an_empty_index_there_is_no_previous_release(
    asked: list[str | None], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(gate, "released_tags", no_tags)
    with stub(Answer(404)) as server, Index([server.url], None) as index:
        gate.check_checkout(index, tmp_path, tmp_path)
    assert asked == [None]


def test_a_tag_takes_precedence_over_the_index(
    asked: list[str | None], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(gate, "released_tags", one_tag)
    with stub(served) as server, Index([server.url], None) as index:
        gate.check_checkout(index, tmp_path, tmp_path)
        assert server.asked == []
    assert asked == [None]


@pytest.mark.usefixtures("asked")
def test_all_blockers_are_reported_and_nothing_is_sent(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    def reasons(*_: object) -> list[str]:
        return ["the working tree is not clean", "0.1.1 is too low"]

    monkeypatch.setattr(gate, "released_tags", one_tag)
    monkeypatch.setattr(gate, "checkout_blockers", reasons)
    with Index(["http://127.0.0.1:9/"], None) as index, pytest.raises(PublishError) as caught:
        gate.check_checkout(index, tmp_path, tmp_path)
    assert str(caught.value) == "nothing was sent:\n  - the working tree is not clean\n  - 0.1.1 is too low"


@pytest.mark.usefixtures("asked")
def test_an_unreadable_previous_release_is_a_blocker(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    def broken(*_: object) -> None:
        raise SourceError("the tag is no commit")

    monkeypatch.setattr(gate, "released_tags", broken)
    with Index(["http://127.0.0.1:9/"], None) as index, pytest.raises(PublishError, match="the tag is no commit"):
        gate.check_checkout(index, tmp_path, tmp_path)


@pytest.mark.usefixtures("asked")
@pytest.mark.parametrize("tag", ["v0.11.0-rc1", "v0.11.0rc1", "0.11.0", "v0.11", "v0.11.1"])
def test_a_tag_of_another_version_publishes_nothing(tag: str, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(gate, "released_tags", one_tag)
    monkeypatch.setenv("PUBLISH_TAG", tag)
    with Index(["http://127.0.0.1:9/"], None) as index, pytest.raises(PublishError) as caught:
        gate.check_checkout(index, tmp_path, tmp_path)
    assert f"the tag {tag} started this run, and the version here is 0.11.0." in str(caught.value)
    monkeypatch.setenv("PUBLISH_TAG", "v0.11.0")
    with Index(["http://127.0.0.1:9/"], None) as index:
        gate.check_checkout(index, tmp_path, tmp_path)


@pytest.mark.parametrize(
    ("version", "there", "refused"),
    [
        ("0.3.0rc1", [], True),
        ("0.3.0rc2", ["foxreach_client-0.3.0rc1-py3-none-any.whl"], True),
        ("0.3.0rc1", ["foxreach_client-0.2.0-py3-none-any.whl"], False),
        ("0.3.0", [], False),
    ],
)
def test_a_pre_release_needs_a_final_version_that_a_plain_install_prefers(
    version: str, there: list[str], refused: bool
) -> None:
    with stub(page(*there)) as server, Index([server.url], None) as index:
        if refused:
            with pytest.raises(PublishError, match=f"a plain install would take {version}"):
                gate.check_candidate(Version(version), index)
        else:
            gate.check_candidate(Version(version), index)

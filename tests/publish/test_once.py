"""Publishing once to a real pypiserver, with interruptions."""

import re
import subprocess
import sys
from pathlib import Path

import pytest

from tests.publish.conftest import Publish
from tests.publish.files import make_release, make_sdist, make_wheel
from tests.publish.stalling import stalling
from tests.publish.stub import Answer, page, stub
from tools.publish.upload import sha256
from tools.rehearsal.local_index import PASSWORD, ROOT, LocalIndex

WHEEL, SDIST = "foxreach_client-1.0.0-py3-none-any.whl", "foxreach_client-1.0.0.tar.gz"
PROGRAM = "import tools.publish.__main__ as it, sys; it.check_checkout = print; it.main(sys.argv[1:])"


def kept(index: LocalIndex) -> dict[str, bytes]:
    return {file.name: file.read_bytes() for file in index.folder.iterdir()}


def test_a_release_arrives_byte_for_byte_and_is_read_back(publish: Publish, release: Path, index: LocalIndex) -> None:
    said = publish("--repository-url", index.url)
    assert kept(index) == {name: (release / name).read_bytes() for name in (WHEEL, SDIST)}
    for name in (WHEEL, SDIST):
        assert f"{name}: uploaded" in said
        assert f"{name}: read back, sha256 {sha256(release / name)}" in said


def test_a_second_publish_changes_nothing(publish: Publish, index: LocalIndex) -> None:
    publish("--repository-url", index.url)
    before = {file.name: file.stat().st_mtime_ns for file in index.folder.iterdir()}
    said = publish("--repository-url", index.url)
    assert said.count("already there with the same bytes") == 2
    assert "uploaded" not in said
    assert {file.name: file.stat().st_mtime_ns for file in index.folder.iterdir()} == before


@pytest.mark.parametrize("status", [401, 403])
def test_a_wrong_password_is_noticed_when_nothing_is_missing(status: int, publish: Publish, release: Path) -> None:
    def answer(method: str, path: str) -> Answer:
        name = path.rpartition("/")[2]
        read = Answer(200, (release / name).read_bytes()) if name else page(WHEEL, SDIST)
        return Answer(status) if method == "POST" else read

    with stub(answer) as index:
        said = publish("--repository-url", index.url)
    assert f"the credentials: {index.url} answered {status}" in said
    assert "already there" not in said


@pytest.mark.parametrize("there", [WHEEL, SDIST])
def test_only_what_is_missing_is_sent(publish: Publish, release: Path, index: LocalIndex, there: str) -> None:
    (index.folder / there).write_bytes((release / there).read_bytes())
    said = publish("--repository-url", index.url)
    [other] = {WHEEL, SDIST} - {there}
    assert f"{there}: already there with the same bytes" in said
    assert f"{other}: uploaded" in said


@pytest.mark.parametrize("make", [make_wheel, make_sdist])
def test_other_bytes_under_the_same_version_are_refused_before_anything_is_sent(
    publish: Publish, index: LocalIndex, make: type[Path]
) -> None:
    there = make(index.folder, mark="theirs")
    before = kept(index)
    said = publish("--repository-url", index.url)
    assert f"{there.name}: {index.simple}foxreach-client/ has it with other bytes" in said
    assert "release the next version" in said
    assert kept(index) == before


def test_a_truncated_file_on_the_index_is_refused(publish: Publish, release: Path, index: LocalIndex) -> None:
    (index.folder / WHEEL).write_bytes((release / WHEEL).read_bytes()[:100])
    assert "have that file deleted" in publish("--repository-url", index.url)


@pytest.mark.parametrize("name", ["foxreach_client-1.0-py3-none-any.whl", "foxreach_client-1.0.0-1-py3-none-any.whl"])
def test_another_file_of_the_same_version_is_refused(publish: Publish, index: LocalIndex, name: str) -> None:
    make_wheel(index.folder, mark="theirs").rename(index.folder / name)
    assert f"has {name} of the same version" in publish("--repository-url", index.url)
    assert list(kept(index)) == [name]


def test_other_versions_are_ignored(publish: Publish, index: LocalIndex) -> None:
    make_release(index.folder, "0.9.0")
    assert "read back" in publish("--repository-url", index.url)
    assert len(kept(index)) == 4


def test_a_concurrent_upload_of_the_same_bytes_is_accepted(publish: Publish, release: Path) -> None:
    theirs: list[str] = []

    def answer(method: str, path: str) -> Answer:
        if method == "POST":
            theirs[:] = [WHEEL, SDIST]
            return Answer(409, b"exists")
        name = path.rpartition("/")[2]
        return Answer(200, (release / name).read_bytes()) if name else page(*theirs)

    with stub(answer) as index:
        said = publish("--repository-url", index.url)
    assert [each[0] for each in index.asked].count("POST") == 2
    assert said.count("read back, sha256") == 2
    assert re.search(r"\b409\b", said) is None  # A hash may have these digits.


@pytest.mark.parametrize(("number", "arrived"), [(1, []), (2, [WHEEL])])
def test_publishing_continues_after_a_kill(
    publish: Publish, release: Path, index: LocalIndex, number: int, arrived: list[str]
) -> None:
    with stalling(index.url, number) as door:
        command = [sys.executable, "-c", PROGRAM, str(release), "--repository-url", door.url]
        with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.STDOUT) as publisher:
            assert door.stalled.wait(60), "no upload began"
            assert PASSWORD.encode() not in Path(f"/proc/{publisher.pid}/cmdline").read_bytes()
            publisher.kill()
    assert list(kept(index)) == arrived
    said = publish("--repository-url", index.url)
    assert said.count(": uploaded") == 2 - len(arrived)
    assert kept(index) == {name: (release / name).read_bytes() for name in (WHEEL, SDIST)}


def test_a_folder_without_one_complete_release_is_refused(publish: Publish, release: Path, index: LocalIndex) -> None:
    make_wheel(release, "1.0.1")
    assert "must hold one wheel and one sdist" in publish("--repository-url", index.url)
    (release / WHEEL).unlink()
    assert "of one version" in publish("--repository-url", index.url)
    assert kept(index) == {}

"""The sites of several versions in one folder."""

from __future__ import annotations

import json
import zipfile
from pathlib import Path

import pytest

from tests.publish.conftest import Publish
from tests.publish.files import make_release
from tools.docs.archive import name
from tools.publish.messages import PublishError
from tools.publish.sites import Sites
from tools.publish.static import main as static
from tools.rehearsal.local_index import LocalIndex


def make_archive(folder: Path, version: str, text: str = "ours") -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    with zipfile.ZipFile(folder / name(version), "w") as archive:
        archive.writestr("index.html", f"{text} {version}")
        archive.writestr("_static/site.css", text)
        archive.writestr(
            "_static/documentation_options.js", f"const DOCUMENTATION_OPTIONS = {{\n  VERSION: '{version}',\n}};"
        )
    return folder / name(version)


def state(folder: Path) -> dict[str, tuple[int, bytes]]:
    """Return time and content of every file, and where links lead."""
    return {
        str(path.relative_to(folder)): (path.stat().st_mtime_ns, path.read_bytes())
        for path in folder.rglob("*")
        if path.is_file()
    }


def listed(folder: Path) -> list[str]:
    lists = json.loads((folder / "versions.json").read_text("utf-8"))
    assert (folder / "versions.js").read_text("utf-8") == f"const VERSIONS = {json.dumps(lists, indent=2)};\n"
    return [each["version"] + ("*" if each["version"] == lists["latest"] else "") for each in lists["versions"]]


def test_versions_stand_side_by_side_and_latest_is_the_highest_final_one(tmp_path: Path) -> None:
    sites = Sites(tmp_path / "docs", {})
    for version in ("0.10.0", "0.9.0", "0.11.0rc1"):
        sites.add(make_archive(tmp_path / version, version))
    assert listed(tmp_path / "docs") == ["0.11.0rc1", "0.10.0*", "0.9.0"]
    assert (tmp_path / "docs" / "latest" / "index.html").read_text() == "ours 0.10.0"
    assert (tmp_path / "docs" / "0.9.0" / "_static" / "site.css").read_text() == "ours"
    assert 'url=latest/index.html"' in (tmp_path / "docs" / "index.html").read_text()
    assert [path.name for path in (tmp_path / "docs").iterdir() if path.name.startswith(".")] == []


def test_the_same_site_again_changes_nothing_and_another_one_is_refused(tmp_path: Path) -> None:
    sites = Sites(tmp_path / "docs", {})
    sites.add(make_archive(tmp_path, "1.0.0"))
    before = state(tmp_path / "docs")
    sites.add(tmp_path / name("1.0.0"))
    assert state(tmp_path / "docs") == before
    with pytest.raises(PublishError, match="has another site of this version"):
        sites.add(make_archive(tmp_path, "1.0.0", "theirs"))
    assert state(tmp_path / "docs") == before


def test_an_interrupted_publication_shows_nothing_and_the_next_one_completes_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    sites = Sites(tmp_path / "docs", {})
    sites.add(make_archive(tmp_path, "1.0.0"))

    def unpacking(packed: zipfile.ZipFile, folder: Path) -> None:
        packed.extract("index.html", folder)
        raise KeyboardInterrupt

    def writing(*_: object) -> None:
        raise KeyboardInterrupt

    before, later = state(tmp_path / "docs"), make_archive(tmp_path, "1.1.0")
    for where, step in ((zipfile.ZipFile, "extractall"), (Sites, "_write_lists")):
        with monkeypatch.context() as patch:
            patch.setattr(where, step, unpacking if step == "extractall" else writing)
            with pytest.raises(KeyboardInterrupt):
                sites.add(later)
        assert step == "_write_lists" or state(tmp_path / "docs") == before
        assert listed(tmp_path / "docs") == ["1.0.0*"]
    sites.add(later)
    assert listed(tmp_path / "docs") == ["1.1.0*", "1.0.0"]


def test_without_symbolic_links_latest_is_a_page_that_redirects(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refused(*_: object, **__: object) -> None:
        raise OSError("a required privilege is not held by the client")

    sites = Sites(tmp_path / "docs", {})
    sites.add(make_archive(tmp_path, "1.0.0"))
    monkeypatch.setattr(Path, "symlink_to", refused)
    sites.add(make_archive(tmp_path, "1.1.0"))
    assert 'url=../1.1.0/index.html"' in (tmp_path / "docs" / "latest" / "index.html").read_text()
    assert (tmp_path / "docs" / "1.0.0" / "index.html").read_text() == "ours 1.0.0"


@pytest.mark.parametrize("there", ["v9", "1.0.0-1", "9", "2024", "1.0.0+old", "1.0.0.post2"])
def test_a_folder_without_our_site_of_that_version_is_no_version(there: str, tmp_path: Path) -> None:
    (tmp_path / "docs" / there).mkdir(parents=True)
    if there != "9":
        (tmp_path / "docs" / there / "index.html").write_text("Somebody else's.")
    if there in ("v9", "1.0.0+old"):  # Copies of a site of ours, under another name.
        with zipfile.ZipFile(make_archive(tmp_path, "9" if there == "v9" else "1.0.0")) as packed:
            packed.extractall(tmp_path / "docs" / there)
    Sites(tmp_path / "docs", {}).add(make_archive(tmp_path, "1.0.0"))
    assert listed(tmp_path / "docs") == ["1.0.0*"]
    assert (tmp_path / "docs" / "latest" / "index.html").read_text() == "ours 1.0.0"


def test_static_shows_the_sites_of_the_archives_beside_the_wheels_and_marks_yanked_ones(tmp_path: Path) -> None:
    for version in ("1.0.0", "1.1.0"):
        make_archive(make_release(tmp_path / "foxreach-client", version), version)
    (tmp_path / "CHANGELOG.md").write_text("# Changelog\n\n## [1.1.0] - 2026-02-03\n\n## [1.0.0] - 2026-01-01\n")
    static(tmp_path, tmp_path)
    assert listed(tmp_path / "docs") == ["1.1.0*", "1.0.0"]

    (tmp_path / "CHANGELOG.md").write_text(
        "# Changelog\n\n## [1.1.0] - 2026-02-03 [YANKED]\n\nIt forgets leads.\n\n## [1.0.0] - 2026-01-01\n"
    )
    static(tmp_path, tmp_path)
    assert listed(tmp_path / "docs") == ["1.1.0", "1.0.0*"]
    assert json.loads((tmp_path / "docs" / "versions.json").read_text())["versions"][0] == {
        "version": "1.1.0",
        "yanked": "It forgets leads.",
    }
    assert ".doc.zip" not in (tmp_path / "foxreach-client" / "index.html").read_text()


def test_publish_adds_the_site_to_a_folder(publish: Publish, index: LocalIndex, release: Path, tmp_path: Path) -> None:
    where = ("--repository-url", index.url, "--docs-folder", str(tmp_path / "docs"))
    assert "must hold one archive of the site. Run the session `docs` first." in publish(*where)
    make_archive(release, "1.0.0")
    assert "foxreach_client-1.0.0.doc.zip: uploaded" in publish(*where)
    assert "foxreach_client-1.0.0.doc.zip: already there with the same bytes" in publish(*where)
    assert listed(tmp_path / "docs") == ["1.0.0*"]


def test_another_site_is_refused_before_anything_is_sent(
    publish: Publish, index: LocalIndex, release: Path, tmp_path: Path
) -> None:
    make_archive(release, "1.0.0")
    Sites(tmp_path / "docs", {}).add(make_archive(tmp_path, "1.0.0", "theirs"))
    said = publish("--repository-url", index.url, "--docs-folder", str(tmp_path / "docs"))
    assert "has another site of this version" in said
    assert "uploaded" not in said


@pytest.mark.parametrize("made", ["file", "link", "empty", "parent", "garbage", "no page", "other version"])
def test_what_the_folder_cannot_take_is_named_before_anything_is_sent(
    made: str, publish: Publish, index: LocalIndex, release: Path, tmp_path: Path
) -> None:
    archive, docs = make_archive(release, "1.0.0"), tmp_path / "docs"
    place = docs / "1.0.0"
    if made != "parent":
        docs.mkdir()
    if made == "file":
        place.touch()
    elif made == "link":
        (tmp_path / "else").mkdir()
        place.symlink_to(tmp_path / "else")
    elif made == "empty":
        place.mkdir()
    elif made == "parent":
        docs.touch()
        place = docs
        docs = docs / "below"
    elif made == "garbage":
        archive.write_text("garbage")
    else:
        with zipfile.ZipFile(archive, "w") as packed:
            packed.writestr("_static/documentation_options.js" if made == "no page" else "index.html", "")
    said = publish("--repository-url", index.url, "--docs-folder", str(docs))
    assert said.startswith("publish: ") or "\npublish: " in said
    assert {
        "file": f"{place} is a file",
        "link": f"{place} is a symbolic link",
        "empty": f"{place} has another site of this version",
        "parent": f"{place} is not a folder",
        "garbage": f"{archive.name} cannot be read",
        "no page": f"{archive.name} is not the site of version 1.0.0",
        "other version": f"{archive.name} is not the site of version 1.0.0",
    }[made] in said
    assert "uploaded" not in said
    assert ".new-" not in said
    assert list(index.folder.iterdir()) == []


def test_static_names_what_it_cannot_use_and_writes_nothing(tmp_path: Path) -> None:
    (tmp_path / "CHANGELOG.md").write_text("# Changelog\n")
    with pytest.raises(PublishError, match="has no folder foxreach-client"):
        static(tmp_path, tmp_path)
    project = make_release(tmp_path / "foxreach-client", "1.0.0")
    archive = make_archive(project, "1.0.0")
    archive.write_text("garbage")
    with pytest.raises(PublishError, match=r"foxreach_client-1\.0\.0\.doc\.zip cannot be read: File is not a zip file"):
        static(tmp_path, tmp_path)
    archive.unlink()
    next(project.glob("*.whl")).write_text("garbage")
    with pytest.raises(PublishError, match=r"any\.whl cannot be read"):
        static(tmp_path, tmp_path)
    assert sorted(path.name for path in tmp_path.iterdir()) == ["CHANGELOG.md", "foxreach-client", "home"]
    assert not (project / "index.html").exists()


def test_an_index_that_drops_the_site_is_noticed(publish: Publish, index: LocalIndex, release: Path) -> None:
    make_archive(release, "1.0.0")
    said = publish("--repository-url", index.url, "--docs")
    assert "foxreach_client-1.0.0.doc.zip: " in said
    assert "accepted it, and does not show it. Only devpi stores the site" in said

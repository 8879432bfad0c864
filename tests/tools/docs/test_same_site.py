"""The same sources give the same site: in another folder, from the sdist, without git, with other hashes of strings."""

from __future__ import annotations

import zipfile
from pathlib import Path

import pytest

from tools.docs import archive
from tools.docs.sources import digest, version

ROOT = Path(__file__).resolve().parents[3]


def contents(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def test_the_sdist_builds_the_same_site_and_archive(site: Path, elsewhere: Path, tmp_path: Path) -> None:
    ours, theirs = contents(site), contents(elsewhere / "docs" / "site")
    assert [name for name in ours.keys() | theirs.keys() if ours.get(name) != theirs.get(name)] == []
    made = archive.write(site, tmp_path / "dist", ROOT)
    assert made.read_bytes() == (elsewhere / made.name).read_bytes()


def test_a_changed_file_changes_the_digest(unpacked: Path) -> None:
    before = digest(unpacked)
    assert before == digest(ROOT)
    page = unpacked / "docs" / "quota.md"
    text = page.read_bytes()
    page.write_bytes(text + b"\n")
    assert digest(unpacked) != before
    page.write_bytes(text)
    assert digest(unpacked) == before


def test_the_archive_has_the_pages_at_its_top_and_replaces_older_ones(tmp_path: Path) -> None:
    (tmp_path / "site" / "_static").mkdir(parents=True)
    for name in ("index.html", "_static/site.css"):
        (tmp_path / "site" / name).write_text("text")
    dist = tmp_path / "dist"
    dist.mkdir()
    (dist / "foxreach_client-0.0.1.doc.zip").touch()
    (dist / "foxreach_client-0.0.1.tar.gz").touch()
    made = archive.write(tmp_path / "site", dist, ROOT)
    assert sorted(dist.iterdir()) == sorted([made, dist / "foxreach_client-0.0.1.tar.gz"])
    with zipfile.ZipFile(made) as packed:
        assert packed.namelist() == ["_static/site.css", "index.html"]
        assert {entry.date_time for entry in packed.infolist()} == {(1980, 1, 1, 0, 0, 0)}
    assert archive.faults(dist, ROOT) == []


@pytest.mark.parametrize(
    ("pages", "comment", "fault"),
    [
        ({"site/index.html": ""}, "", "has no index.html at its top"),
        ({"index.html": ""}, "0" * 64, "was not built from this checkout"),
        (None, "", "must hold foxreach_client-"),
        ({}, "cut", "cannot be read"),
    ],
)
def test_another_archive_than_that_of_the_checkout_is_a_fault(
    pages: dict[str, str] | None, comment: str, fault: str, tmp_path: Path
) -> None:
    made = tmp_path / archive.name(version(ROOT))
    if pages is not None:
        with zipfile.ZipFile(made, "w") as packed:
            for name, text in pages.items():
                packed.writestr(name, text)
            packed.comment = comment.encode()
        if comment == "cut":
            made.write_bytes(b"PK")
    (found,) = archive.faults(tmp_path, ROOT)
    assert fault in found
    assert "Run the session `docs`." in found

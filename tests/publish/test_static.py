"""The page of an index that is a folder of files; test_walk.py installs from one."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.publish.files import make_release
from tools.publish.static import main, yanked

CHANGELOG = """\
# Changelog

## [Unreleased]

## [1.1.0] - 2026-02-03 [YANKED]

It forgets "leads"
& more; fixed in 1.1.1.

### Added

- One thing.

## [1.0.1] - 2026-01-02 [YANKED]

### Fixed

- Another.

## [1.0.0] - 2026-01-01
"""


def test_the_versions_that_the_changelog_marks_are_yanked_with_the_reason_below_the_heading() -> None:
    assert yanked(CHANGELOG) == {"1.1.0": 'It forgets "leads" & more; fixed in 1.1.1.', "1.0.1": ""}


def test_the_page_links_every_file_with_its_hash_and_marks_yanked_ones(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "CHANGELOG.md").write_text(CHANGELOG, "utf-8")
    for version in ("1.0.0", "1.0.1", "1.1.0"):
        make_release(tmp_path / "foxreach-client", version)
    main(tmp_path, tmp_path)
    page = (tmp_path / "foxreach-client" / "index.html").read_text("utf-8")
    assert page.count("#sha256=") == 6
    assert [line.rpartition(' data-yanked="')[2] for line in page.splitlines() if "yanked" in line] == [
        '">foxreach_client-1.0.1-py3-none-any.whl</a><br>',
        '">foxreach_client-1.0.1.tar.gz</a><br>',
        'It forgets &quot;leads&quot; &amp; more; fixed in 1.1.1.">foxreach_client-1.1.0-py3-none-any.whl</a><br>',
        'It forgets &quot;leads&quot; &amp; more; fixed in 1.1.1.">foxreach_client-1.1.0.tar.gz</a><br>',
    ]
    assert capsys.readouterr().out.endswith("yanked 1.1.0, 1.0.1\n")

"""The switch between versions, in a real browser: from a web server and from files."""

from __future__ import annotations

import shutil
from collections.abc import Generator
from contextlib import suppress
from pathlib import Path

import pytest

from tests.chromium import CHROMIUM, Page, chromium
from tests.tools.docs import small
from tools.docs import archive, building, serving
from tools.publish.sites import Sites

pytestmark = [
    pytest.mark.skipif(CHROMIUM is None, reason="Chromium is not installed: the switch was NOT tried"),
    pytest.mark.filterwarnings("ignore:.*Check CHANGES for Sphinx API modifications"),
]
SHOWN = "document.querySelector('#version')"
OPTIONS = f"[...{SHOWN}.options].map(each => each.text).join()"
LOADED = "document.readyState === 'complete'"


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder with two versions in `docs`, and one of them alone in `site`."""
    top = tmp_path_factory.mktemp("versions")
    with pytest.MonkeyPatch.context() as patch:
        root = small.make(top / "checkout", patch)
        site = building.build(root, top / "out")
    sites = Sites(top / "docs", {"0.2.1": "It forgets leads."})
    for version in ("0.2.1", "0.3.0"):
        copy = shutil.copytree(site, top / version)
        (root / "runtime" / "foxreach_runtime" / "version.py").write_text(f'__version__ = "{version}"\n')
        options = copy / "_static" / "documentation_options.js"
        head, _, tail = options.read_text().partition("VERSION: '")
        options.write_text(f"{head}VERSION: '{version}'{tail.partition(chr(39))[2]}")
        if version == "0.3.0":
            (copy / "new.html").write_bytes((copy / "quota.html").read_bytes())
        sites.add(archive.write(copy, top / "dist", root))
    (top / "0.3.0").rename(top / "site")
    return top


@pytest.fixture(scope="module")
def page(tmp_path_factory: pytest.TempPathFactory) -> Generator[Page]:
    with chromium(tmp_path_factory.mktemp("profile")) as page:
        yield page


def arrived(page: Page, url: str) -> bool:
    """Return whether the page at *url* shows its switch, after some looks; one is lost when the page changes."""
    for _ in range(500):
        look = f"location.href === '{url}' && {SHOWN} !== null"
        with suppress(AssertionError):
            if page.run(f"new Promise(done => setTimeout(() => done({look}), 20))"):
                return True
    return False


def choose(page: Page, version: str) -> None:
    page.run(f"{SHOWN}.value = '{version}'; {SHOWN}.dispatchEvent(new Event('change'))")


def test_the_switch_leads_to_the_same_page_of_another_version(page: Page, folder: Path) -> None:
    with serving.listening(folder / "docs", 0) as server:
        top = f"http://127.0.0.1:{server.server_port}/"
        page.open(f"{top}0.3.0/quota.html?a=b#quota", ready=SHOWN)
        assert page.run(OPTIONS) == "0.3.0,0.2.1 (yanked)"
        assert page.run("document.querySelector('.version-note')") is None
        choose(page, "0.2.1")
        assert arrived(page, f"{top}0.2.1/quota.html?a=b#quota")
        note = "This page is of version 0.2.1, which is yanked. It forgets leads. Go to 0.3.0, the latest version."
        assert page.run("document.querySelector('.version-note').innerText") == note

        page.open(f"{top}0.3.0/new.html", ready=SHOWN)
        choose(page, "0.2.1")  # It has no such page.
        assert arrived(page, f"{top}0.2.1/index.html")

        page.open(f"{top}latest/decisions/index.html", ready=SHOWN)
        assert page.run(f"{SHOWN}.value") == "0.3.0"
        page.open(top, ready="true")
        assert arrived(page, f"{top}latest/index.html")
        assert page.errors == []


def test_the_switch_works_from_files(page: Page, folder: Path) -> None:
    page.open((folder / "docs" / "0.2.1" / "quota.html").as_uri(), ready=SHOWN)
    choose(page, "0.3.0")
    assert arrived(page, (folder / "docs" / "0.3.0" / "index.html").as_uri())


def test_a_site_alone_has_no_switch_and_asks_for_none(page: Page, folder: Path) -> None:
    page.asked.clear()
    page.open((folder / "site" / "quota.html").as_uri(), ready=LOADED)
    assert page.run(SHOWN) is None
    assert (folder / "versions.js").as_uri() not in page.asked
    assert any("/_static/versions.js" in url for url in page.asked)

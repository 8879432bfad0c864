"""A maintainer's walk on two real indexes: a pre-release, a final release, a fix of the last one, and a yank."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from functools import partial
from pathlib import Path

import pytest
import requests

from tests.publish.conftest import Publish
from tests.publish.test_devpi import devpi, token
from tests.publish.test_sites import listed
from tests.tools.changes import checkout
from tests.tools.conftest import made, memory, project
from tools.docs import archive
from tools.publish.gate import check_checkout
from tools.publish.static import main as write_page
from tools.rehearsal.local_index import ROOT, USER, LocalIndex
from tools.release.__main__ import main as release
from tools.release.build import FOLDERS

__all__ = ["made", "memory", "project"]

BUILT_FROM = ("README.md", "LICENSE", "sbom.cdx.json", ".gitignore")
REFUSED = "refused"


def chosen(url: str, requirement: str = "foxreach-client", *options: str) -> str:
    """Return the version that pip chooses from an index, or that it refuses to choose one."""
    command = [sys.executable, "-I", "-m", "pip", "install", "--dry-run", "--ignore-installed", "--no-deps", "-q"]
    command += ["--disable-pip-version-check", "--no-cache-dir", "--report", "-", "--index-url", url, *options]
    environ = {"PATH": os.defpath, "PIP_CONFIG_FILE": os.devnull, "NO_PROXY": "127.0.0.1"}
    done = subprocess.run([*command, requirement], env=environ, capture_output=True, text=True, check=False)
    if done.returncode:
        assert "No matching distribution found" in done.stderr, done.stderr
        return REFUSED
    return str(json.loads(done.stdout)["install"][0]["metadata"]["version"])


class Walk:
    """The remote repository, the two indexes, and the publisher."""

    def __init__(
        self, folder: Path, uploads: dict[str, str], publish: Publish, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        self.folder, self.uploads, self.publish, self.patch = folder, uploads, publish, monkeypatch
        self.remote = folder / "remote.git"
        subprocess.run(["git", "init", "-q", "--bare", self.remote], check=True)

    def clone(self, name: str) -> Path:
        subprocess.run(["git", "clone", "-q", self.remote, self.folder / name], check=True, capture_output=True)
        return self.folder / name

    def release(self, clone: Path, version: str, *options: str) -> None:
        """Follow docs/releasing.md: release, commit, tag, push, build, and publish to both indexes."""
        assert release(options, clone) == 0
        checkout.commit(clone, f"v{version}")
        checkout.git(clone, "push", "-q", "--follow-tags", "origin", "HEAD")
        dist = self.folder / f"dist-{version}"
        subprocess.run(
            [sys.executable, "-m", "hatchling", "build", "-d", dist], cwd=clone, check=True, capture_output=True
        )
        site = self.folder / f"site-{version}"
        (site / "_static").mkdir(parents=True)
        (site / "index.html").write_text(version)
        (site / "_static" / "documentation_options.js").write_text(f"VERSION: '{version}'")
        archive.write(site, dist, clone)
        self.patch.setattr("tools.publish.__main__.check_checkout", partial(check_checkout, root=clone))
        for url, user in self.uploads.items():
            self.patch.setenv("TWINE_USERNAME", user)
            said = self.publish("--repository-url", url, "--docs-folder", str(self.folder / "docs"), folder=dist)
            assert said.count("read back, sha256") == 2, said


def versions(where: dict[str, str], requirement: str = "foxreach-client", *options: str) -> set[str]:
    """Return what pip chooses from each of the indexes."""
    return {chosen(url, requirement, *options) for url in where.values()}


@pytest.mark.slow
def test_a_pre_release_a_final_one_a_fix_and_a_yank(
    project: Path, index: LocalIndex, publish: Publish, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with devpi(tmp_path / "devpi") as other:
        walk = Walk(tmp_path, {index.url: USER, other: "root"}, publish, monkeypatch)
        where = {"pypiserver": index.simple_with_password, "devpi": f"{other}+simple/"}
        first = walk.clone("first")
        shutil.copytree(project, first, dirs_exist_ok=True)
        for folder in FOLDERS:  # What is sold, and no comparison of the small project needs.
            if not (first / folder).exists():
                shutil.copytree(ROOT / folder, first / folder, ignore=shutil.ignore_patterns("__pycache__"))
        for name in BUILT_FROM:
            shutil.copy(ROOT / name, first)
        checkout.edit(first / "runtime" / "foxreach_runtime" / "version.py", "0.1.0", "0.2.0")
        walk.release(first, "0.2.0")
        assert versions(where) == {"0.2.0"}

        second = walk.clone("second")
        checkout.change(second, checkout.REMOVED)
        checkout.describe(second, *checkout.GONE)
        walk.release(second, "0.3.0rc1", "--pre")
        assert versions(where) == {"0.2.0"}
        assert versions(where, "foxreach-client", "--pre") == {"0.3.0rc1"}

        walk.release(second, "0.3.0")
        assert versions(where) == {"0.3.0"}

        checkout.git(first, "fetch", "-q", "--tags")
        checkout.git(first, "switch", "-q", "-c", "0.2.x", "v0.2.0")
        checkout.describe(first, "hang.fixed.md", "A list no longer hangs.")
        walk.release(first, "0.2.1")
        assert versions(where) == {"0.3.0"}
        assert versions(where, "foxreach-client<0.3") == {"0.2.1"}
        assert listed(tmp_path / "docs") == ["0.3.0*", "0.3.0rc1", "0.2.1", "0.2.0"]

        yank_in_pages(second, index, tmp_path / "static")
        for file in index.folder.glob("*-0.3.0*"):
            file.unlink()
        delete_from_devpi(other, "0.3.0")
        assert versions(where) == {"0.2.1"}
        assert versions(where, "foxreach-client==0.3.0") == {REFUSED}


def yank_in_pages(clone: Path, index: LocalIndex, static: Path) -> None:
    """Yank 0.3.0 in a folder with the files of the index: pip chooses it for a pin alone."""
    shutil.copytree(index.folder, static / "foxreach-client")
    write_page(static, clone)
    assert chosen(static.as_uri()) == "0.3.0"
    heading = next(line for line in (clone / "CHANGELOG.md").read_text("utf-8").splitlines() if "[0.3.0] -" in line)
    checkout.edit(clone / "CHANGELOG.md", heading, f'{heading} [YANKED]\n\nIt "forgets" <leads>; fixed in 0.3.1.')
    write_page(static, clone)
    assert chosen(static.as_uri()) == "0.2.1"
    assert chosen(static.as_uri(), "foxreach-client>=0.3") == REFUSED
    assert chosen(static.as_uri(), "foxreach-client==0.3.0") == "0.3.0"
    page = (static / "foxreach-client" / "index.html").read_text("utf-8")
    assert page.count('data-yanked="It &quot;forgets&quot; &lt;leads&gt;; fixed in 0.3.1."') == 2


def delete_from_devpi(url: str, version: str) -> None:
    """Delete a version from devpi, which refuses that until the index is volatile."""
    headers = {"X-Devpi-Auth": token(url.removesuffix("/root/internal/"))}

    def deleted() -> int:
        return requests.delete(f"{url}foxreach-client/{version}", headers=headers, timeout=60).status_code

    def volatile(value: bool) -> None:
        requests.patch(url.rstrip("/"), json={"volatile": value}, headers=headers, timeout=60).raise_for_status()

    assert deleted() == 403
    volatile(True)
    assert deleted() == 200
    volatile(False)

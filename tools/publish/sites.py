"""The site of a release in a folder that any web server can serve, beside those of other versions.

The folder has `0.3.0/`, `0.2.1/`, `latest` and `versions.json`; `versions.js` is the same for the switch on every page.
A reader sees whole versions only: each of them appears, and each list changes, in one step.
"""

import json
import os
import tempfile
import zipfile
from collections.abc import Mapping
from pathlib import Path

from packaging.version import InvalidVersion, Version

from tools.docs.archive import version_of
from tools.publish.messages import PublishError

LATEST = "latest"
REDIRECT = """\
<!DOCTYPE html>
<html lang="en">
<meta charset="utf-8">
<meta http-equiv="refresh" content="0; url={target}/index.html">
<title>foxreach-client</title>
<a href="{target}/index.html">foxreach-client {target}</a>
</html>
"""


class Sites:
    """The sites in *folder*; *reasons* has the yanked versions and why each was."""

    def __init__(self, folder: Path, reasons: Mapping[str, str]) -> None:
        self.folder = folder
        self.reasons = reasons

    def has(self, archive: Path) -> bool:
        """Return whether the site in *archive* is there; PublishError if another one of its version is."""
        place = self.folder / version_of(archive)
        if not place.is_dir():
            return False
        with zipfile.ZipFile(archive) as packed:
            new = {name: packed.read(name) for name in packed.namelist()}
        old = {path.relative_to(place).as_posix(): path.read_bytes() for path in place.rglob("*") if path.is_file()}
        if old != new:
            raise PublishError(
                f"{archive.name}: {place} has another site of this version. A version is published once: release the "
                "next version."
            )
        return True

    def add(self, archive: Path) -> None:
        """Add the site in *archive*, unless it is there, and write the lists."""
        self.folder.mkdir(parents=True, exist_ok=True)
        if not self.has(archive):
            with tempfile.TemporaryDirectory(prefix=".new-", dir=self.folder) as scratch:
                new = Path(scratch, "site")
                with zipfile.ZipFile(archive) as packed:
                    packed.extractall(new)
                new.rename(self.folder / version_of(archive))
        self._write_lists()

    def _write_lists(self) -> None:
        found = versions(self.folder)
        latest = latest_of(found, self.reasons)
        entries = [
            {"version": str(each)} | ({"yanked": self.reasons[str(each)]} if str(each) in self.reasons else {})
            for each in found
        ]
        text = json.dumps({"latest": latest, "versions": entries}, indent=2, ensure_ascii=False)
        _write(self.folder / "versions.json", f"{text}\n")
        _write(self.folder / "versions.js", f"const VERSIONS = {text};\n")
        _write(self.folder / "index.html", REDIRECT.format(target=LATEST))
        _link(self.folder / LATEST, latest)


def versions(folder: Path) -> list[Version]:
    """Return the versions whose sites are in *folder*, the highest one first."""
    found = list[Version]()
    for path in folder.iterdir():
        try:
            found += [Version(path.name)] if path.is_dir() and not path.is_symlink() else []
        except InvalidVersion:
            continue
    return sorted(found, reverse=True)


def latest_of(found: list[Version], reasons: Mapping[str, str]) -> str:
    """Return the highest version in *found*, final and not yanked if there is one."""
    return str(max(found, key=lambda each: (str(each) not in reasons, not each.is_prerelease, each)))


def _write(path: Path, text: str) -> None:
    """Write *text* in one step."""
    if path.is_file() and path.read_text("utf-8") == text:
        return
    new = path.with_name(f".{path.name}-{os.getpid()}")
    new.write_text(text, "utf-8", newline="\n")
    new.replace(path)


def _link(link: Path, version: str) -> None:
    """Let *link* lead to *version* in one step: a symbolic link, or a redirecting page where there are none."""
    new = link.with_name(f".{link.name}-{os.getpid()}")
    try:
        new.symlink_to(version, target_is_directory=True)
        new.replace(link)
    except OSError:
        new.unlink(missing_ok=True)
        if link.is_symlink():
            link.unlink()
        link.mkdir(exist_ok=True)
        _write(link / "index.html", REDIRECT.format(target=f"../{version}"))

"""The site of a release in a folder that any web server can serve, beside those of other versions.

The folder has `0.3.0/`, `0.2.1/`, `latest` and `versions.json`; `versions.js` is the same for the switch on every page.
A reader sees whole versions only: each of them appears, and each list changes, in one step. A folder that does not have
the site of the version that it is named for is no version, whoever made it.
"""

import json
import os
import re
import tempfile
import zipfile
import zlib
from collections.abc import Mapping
from pathlib import Path

from packaging.version import InvalidVersion, Version

from tools.docs.archive import version_of
from tools.publish.messages import PublishError

LATEST = "latest"
PAGE, OPTIONS = "index.html", "_static/documentation_options.js"  # Every site has both; the latter names its version.
NAMED = re.compile(r"\bVERSION: '([^']+)'")
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
        """Return whether the site in *archive* is there; PublishError if it is none, or cannot be put there."""
        place, new = self.folder / version_of(archive), _unpacked(archive)
        if not self._is_there(place):
            return False
        old = {path.relative_to(place).as_posix(): path.read_bytes() for path in place.rglob("*") if path.is_file()}
        if old != new:
            raise PublishError(
                f"{archive.name}: {place} has another site of this version. A version is published once: release the "
                "next version."
            )
        return True

    def add(self, archive: Path) -> None:
        """Add the site in *archive*, unless it is there, and write the lists."""
        if not self.has(archive):
            self.folder.mkdir(parents=True, exist_ok=True)
            with tempfile.TemporaryDirectory(prefix=".new-", dir=self.folder) as scratch:
                new = Path(scratch, "site")
                with zipfile.ZipFile(archive) as packed:
                    packed.extractall(new)
                new.rename(self.folder / version_of(archive))
        self._write_lists()

    def _is_there(self, place: Path) -> bool:
        """Return whether *place* is a folder of the versions; PublishError if none can be made there."""
        remedy = "Move it away, or name another folder for the sites."
        above = next(each for each in (self.folder, *self.folder.parents) if os.path.lexists(each))
        if not above.is_dir():
            raise PublishError(f"{above} is not a folder. {remedy}")
        if not os.access(above, os.W_OK | os.X_OK):
            raise PublishError(f"{above} cannot be written by this user. Change its permissions, or name another one.")
        if place.is_symlink():
            raise PublishError(f"{place} is a symbolic link, and only a folder can be a version. {remedy}")
        if place.exists() and not place.is_dir():
            raise PublishError(f"{place} is a file, and only a folder can be a version. {remedy}")
        return place.is_dir()

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
        options = path / OPTIONS
        text = options.read_text("utf-8", "replace") if options.is_file() and not path.is_symlink() else ""
        version = _version(path.name, text)
        found += [version] if version and (path / PAGE).is_file() else []
    return sorted(found, reverse=True)


def latest_of(found: list[Version], reasons: Mapping[str, str]) -> str:
    """Return the highest version in *found*, final and not yanked if there is one."""
    return str(max(found, key=lambda each: (str(each) not in reasons, not each.is_prerelease, each)))


def _version(name: str, options: str) -> Version | None:
    """Return the version *name*, if it is written as versions are, and *options*, a file of a site, has it as well."""
    named = NAMED.search(options)
    try:
        version = Version(name)
    except InvalidVersion:
        return None
    return version if str(version) == name and named and named[1] == name else None


def _unpacked(archive: Path) -> dict[str, bytes]:
    """Return the files in *archive* by their names; PublishError if it does not have the site of its version."""
    remedy = "Run the session `docs`."
    try:
        with zipfile.ZipFile(archive) as packed:
            found = {name: packed.read(name) for name in packed.namelist()}
    except (OSError, zipfile.BadZipFile, zlib.error) as error:
        raise PublishError(f"{archive.name} cannot be read: {error}. {remedy}") from None
    version = version_of(archive)
    if PAGE not in found or not _version(version, found.get(OPTIONS, b"").decode("utf-8", "replace")):
        raise PublishError(f"{archive.name} is not the site of version {version}. {remedy}")
    return found


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

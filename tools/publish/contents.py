"""Checks that the files to publish were built from the checkout, which nox ensures, and nothing else does."""

import tarfile
import tempfile
import zipfile
from collections.abc import Mapping
from pathlib import Path

from tools.changes.package import package_in
from tools.changes.package_changes import package_changes
from tools.changes.release import current
from tools.docs import archive
from tools.docs.sources import sources
from tools.publish.index import version_of
from tools.publish.upload import files_in
from tools.release.build import FOLDERS, sdist_faults, site_faults, wheel_faults

SHOWN = 3  # Paths in one sentence.
ADDED = {".gitignore", "PKG-INFO"}  # Hatchling's own part of an sdist.


def stale(dist: Path, root: Path) -> list[str]:
    """Return a sentence for each of the files in *dist* that is not what the checkout at *root* is built to."""
    wheel, sdist = files_in(dist).values()
    try:
        faults = wheel_faults(wheel) + sdist_faults(sdist) + (archive.faults(dist, root) or site_faults(dist))
        wanted = {wheel: _of_checkout(root), sdist: sources(root)}
        for file, found in ((wheel, _of_wheel(wheel)), (sdist, _of_sdist(sdist))):
            differing = _differing(found, wanted[file])
            other = version_of(file.name)
            if str(other) != str(current(root)):
                differing = [f"its version is {other}"]
            elif file == wheel:
                differing += _metadata(wheel, root)
            more = f" and {len(differing) - SHOWN} more" if len(differing) > SHOWN else ""
            if differing:
                shown = ", ".join(differing[:SHOWN]) + more
                faults.append(f"{file.name} was not built from this checkout ({shown}). Run the session `build`.")
    except (OSError, zipfile.BadZipFile, tarfile.TarError) as error:
        return [f"{dist} cannot be read: {error}. Run the session `build`."]
    return faults


def _of_checkout(root: Path) -> dict[str, bytes]:
    """Return the content of every file that is packaged, by its path in the wheel."""
    return {
        path.relative_to(root / folder.parent).as_posix(): path.read_bytes()
        for folder in FOLDERS
        for path in (root / folder).rglob("*")
        if path.is_file() and "__pycache__" not in path.parts and path.suffix != ".pyc"
    }


def _of_wheel(wheel: Path) -> dict[str, bytes]:
    with zipfile.ZipFile(wheel) as packed:
        return {name: packed.read(name) for name in packed.namelist() if ".dist-info/" not in name}


def _of_sdist(sdist: Path) -> dict[str, bytes]:
    """Return the files of *sdist* by their path in the checkout, without those that hatchling adds."""
    with tarfile.open(sdist) as packed:
        found = {each.name.partition("/")[2]: packed.extractfile(each) for each in packed if each.isfile()}
        return {name: file.read() for name, file in found.items() if file and name not in ADDED}


def _differing(found: Mapping[str, bytes], wanted: Mapping[str, bytes]) -> list[str]:
    return [f"{name} differs" for name in sorted(found.keys() | wanted.keys()) if found.get(name) != wanted.get(name)]


def _metadata(wheel: Path, root: Path) -> list[str]:
    """Return what METADATA and entry points of *wheel* say otherwise than pyproject.toml."""
    with tempfile.TemporaryDirectory(prefix="publish-") as scratch, zipfile.ZipFile(wheel) as packed:
        packed.extractall(scratch)  # noqa: S202 - zipfile keeps every name below the folder
        built, written = package_in([Path(scratch)], Path()), package_in([root / each.parent for each in FOLDERS], root)
        return [change.words for change in package_changes(built, written)] if built and written else ["no METADATA"]

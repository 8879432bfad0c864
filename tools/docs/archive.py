"""The archive of the site beside the wheel: a zip file with `index.html` at its top, as devpi takes documentation.

The same site gives the same bytes. The comment of the file names the sources that the site was built from.
"""

from __future__ import annotations

import shutil
import tempfile
import zipfile
from contextlib import ExitStack
from pathlib import Path

from generator.output.write import locked
from tools.docs.sources import digest, version

SUFFIX = ".doc.zip"  # What devpi's own client uploads as documentation.
OLDEST = (1980, 1, 1, 0, 0, 0)  # The first date that a zip file can name.
PART = ".part"  # The end of a name that is not complete.
REMEDY = "Run the session `docs`."


def name(of: str) -> str:
    """Return the name of the archive of version *of*."""
    return f"foxreach_client-{of}{SUFFIX}"


def version_of(archive: Path) -> str:
    """Return the version in the name of *archive*."""
    return archive.name.removesuffix(SUFFIX).rpartition("-")[2]


def write(site: Path, folder: Path, root: Path) -> Path:
    """Write the archive of *site*, which was built from the checkout *root*, to *folder*, and delete older ones.

    It replaces the one that is there in one step: after an interruption, that one is still there.
    """
    folder.mkdir(parents=True, exist_ok=True)
    made = folder / name(version(root))
    with ExitStack() as locks:  # No other run may replace the site meanwhile, or write an archive.
        for each in sorted({site.parent.resolve(), folder.resolve()}):
            locks.enter_context(locked(each))
        with tempfile.TemporaryDirectory(prefix=".doc-", suffix=PART, dir=folder) as scratch:
            _pack(site, Path(scratch, made.name), digest(root)).replace(made)
        for old in {*folder.glob(f"*{SUFFIX}"), *folder.glob(f"*{SUFFIX}{PART}")} - {made}:
            old.unlink()
        for left in folder.glob(f".doc-*{PART}"):
            shutil.rmtree(left)
    return made


def _pack(site: Path, made: Path, built_from: str) -> Path:
    with zipfile.ZipFile(made, "w") as archive:
        for path in sorted(path for path in site.rglob("*") if path.is_file()):
            entry = zipfile.ZipInfo(path.relative_to(site).as_posix(), OLDEST)
            entry.create_system, entry.external_attr = 3, 0o644 << 16  # As on Unix, on every system.
            archive.writestr(entry, path.read_bytes(), zipfile.ZIP_DEFLATED, 9)
        archive.comment = built_from.encode()
    return made


def archive_in(folder: Path) -> Path | None:
    """Return the only archive in *folder*; None if there is none, or another one beside it."""
    found = list(folder.glob(f"*{SUFFIX}"))
    return found[0] if len(found) == 1 else None


def faults(folder: Path, root: Path) -> list[str]:
    """Return a sentence if *folder* does not have the archive of the site that the checkout *root* is built to."""
    wanted, found = name(version(root)), archive_in(folder)
    if found is None or found.name != wanted:
        return [f"{folder} must hold {wanted}, the site of this version, and no other one. {REMEDY}"]
    try:
        with zipfile.ZipFile(found) as archive:
            names, built_from = archive.namelist(), archive.comment
    except zipfile.BadZipFile as error:
        return [f"{found.name} cannot be read: {error}. {REMEDY}"]
    if "index.html" not in names:
        return [f"{found.name} has no index.html at its top. {REMEDY}"]
    return [] if built_from == digest(root).encode() else [f"{found.name} was not built from this checkout. {REMEDY}"]

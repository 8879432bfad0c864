"""Writes a tree of texts to disk, or compares it with a folder. The only module that writes.

The new folder is completed beside the old one and then replaces it in one step, so a fault or a kill at any moment
leaves either the whole old tree or the whole new one. If the system cannot exchange two folders in one step, a kill
between two renames leaves the old tree under another name; the next run restores it first.
"""

from __future__ import annotations

import ctypes
import glob
import os
import shutil
import tempfile
from collections.abc import Generator, Mapping
from contextlib import contextmanager, suppress
from pathlib import Path

from .manifest import NAME, file_hash, recorded_files

try:
    import fcntl
except ImportError:  # Windows
    fcntl = None  # type: ignore[assignment]

AT_FDCWD = -100  # <fcntl.h> on Linux: paths are relative to the current folder.
RENAME_EXCHANGE = 2  # <linux/fs.h>: renameat2() exchanges the two names.


def files_in(folder: Path) -> dict[str, bytes]:
    """Return the content of every file below *folder* by its path there, without byte code."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes() for path in sorted(filter(_is_output, folder.rglob("*")))
    }


def _is_output(path: Path) -> bool:
    return path.is_file() and "__pycache__" not in path.parts


def replaceable(folder: Path) -> bool:
    """Return whether *folder* may be replaced: it has a manifest, has no file, or does not exist."""
    if (folder / NAME).is_file() or not folder.exists():
        return True
    return folder.is_dir() and not any(map(_is_output, folder.rglob("*")))


def writable(folder: Path) -> bool:
    """Return whether *folder* can be created: the nearest existing parent is a writable folder."""
    above = next(parent for parent in folder.parents if parent.exists())
    return above.is_dir() and os.access(above, os.W_OK | os.X_OK)


def intact(folder: Path) -> bool:
    """Return whether the folder has exactly the files that its manifest lists, byte for byte."""
    listed = recorded_files(folder)
    return bool(listed) and listed == {
        path: file_hash(content) for path, content in files_in(folder).items() if path != NAME
    }


def differences(folder: Path, tree: Mapping[str, str]) -> list[str]:
    """Return one line for each file that differs from *tree*: missing, extra, edited by hand, or stale."""
    found = files_in(folder) if folder.is_dir() else {}
    listed = recorded_files(folder)
    lines: list[str] = []
    for path in sorted({*found, *tree}):
        if path not in found:
            lines.append(f"missing: {path}")
        elif path not in tree:
            lines.append(f"extra: {path}")
        elif found[path] != tree[path].encode():
            edited = path in listed and file_hash(found[path]) != listed[path]
            lines.append(f"{'edited by hand' if edited else 'stale'}: {path}")
    return lines


def write(folder: Path, tree: Mapping[str, str]) -> None:
    """Replace *folder* with exactly *tree*; after an OSError it is unchanged."""
    folder.parent.mkdir(parents=True, exist_ok=True)
    with locked(folder.parent):
        _recover(folder)
        beside = Path(tempfile.mkdtemp(prefix=f".{folder.name}.new-", dir=folder.parent))
        try:
            for path, text in tree.items():
                target = beside / path
                target.parent.mkdir(parents=True, exist_ok=True)
                target.write_bytes(text.encode())
            beside.chmod(0o755)
            replace(beside, folder)
        finally:
            shutil.rmtree(beside, ignore_errors=True)


def recover(folder: Path) -> None:
    """Restore the old tree if a kill left it under its other name, and remove unfinished folders."""
    if any(_leftovers(folder)):
        with locked(folder.parent):
            _recover(folder)


def _recover(folder: Path) -> None:
    old = _old(folder)
    if old.is_dir() and not folder.exists():
        old.rename(folder)
    for left in _leftovers(folder):
        shutil.rmtree(left, ignore_errors=True)


def _leftovers(folder: Path) -> list[Path]:
    """Return the folders beside *folder* that a kill left, or that another run is writing now."""
    name = glob.escape(folder.name)
    return [*folder.parent.glob(f".{name}.old"), *folder.parent.glob(f".{name}.new-*")]


def _old(folder: Path) -> Path:
    return folder.with_name(f".{folder.name}.old")


@contextmanager
def locked(folder: Path) -> Generator[None]:
    """Lock *folder* for one run at a time, if the system can; the end of the process releases the lock too."""
    if fcntl is None:
        yield
        return
    held = os.open(folder, os.O_RDONLY)
    try:
        with suppress(OSError):  # Some network file systems cannot lock a folder.
            fcntl.flock(held, fcntl.LOCK_EX)
        yield
    finally:
        os.close(held)


def replace(beside: Path, folder: Path) -> None:
    """Rename *beside* to *folder*; afterwards *beside* is the old tree or does not exist."""
    if not folder.exists():
        beside.rename(folder)
    elif not _exchange(beside, folder):
        folder.rename(_old(folder))
        try:
            beside.rename(folder)
        except OSError:
            _old(folder).rename(folder)
            raise
        shutil.rmtree(_old(folder), ignore_errors=True)


def _exchange(one: Path, other: Path) -> bool:
    """Exchange the two names in one step, and return whether the system can (Linux 3.15+, most file systems)."""
    renameat2 = getattr(ctypes.CDLL(None), "renameat2", None) if os.name == "posix" else None
    if renameat2 is None:
        return False
    done = renameat2(AT_FDCWD, os.fsencode(one), AT_FDCWD, os.fsencode(other), RENAME_EXCHANGE)
    return bool(done == 0)

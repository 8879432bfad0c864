"""Files that a command writes: whole or not at all, where a link leads, and through what is no regular file."""

from __future__ import annotations

import os
import shutil
import stat
import tempfile
from collections.abc import Callable, Generator
from contextlib import contextmanager, suppress
from pathlib import Path

from .usage import UsageError

STREAMS = (Path("/dev"), Path("/proc"))


def require_writable(name: str) -> None:
    """Raise UsageError unless *name* can be written, as far as can be known before."""
    path = Path(os.path.realpath(name))
    if path.is_dir():
        raise UsageError(f"Is a directory: {name}")
    if not _is_stream(name) and not path.parent.is_dir():
        raise UsageError(f"No such directory to write in: {name}")
    if not os.access(path if path.exists() else path.parent, os.W_OK):
        raise UsageError(f"Permission denied: {name}")


def is_same(one: str | Path, other: str | Path) -> bool:
    """Return whether two names lead to one file, which need not exist."""
    with suppress(OSError):
        return Path(one).samefile(other)
    return os.path.realpath(one) == os.path.realpath(other)


def place(name: str, write: Callable[[Path], object]) -> None:
    """Let *write* write a file, and put it at *name*. A new file can be read by its owner only."""
    if _is_stream(name) or not os.access(Path(os.path.realpath(name)).parent, os.W_OK):
        with tempfile.TemporaryDirectory(prefix="foxr-") as folder:
            scratch = Path(folder) / "file"
            write(scratch)
            _through(scratch, name)
        return
    target = Path(os.path.realpath(name))
    with _named(name):
        handle, scratch_name = tempfile.mkstemp(prefix=f".{target.name[:100]}.", dir=target.parent)
    os.close(handle)
    scratch = Path(scratch_name)
    try:
        write(scratch)
        with _named(name):
            if target.exists():
                scratch.chmod(stat.S_IMODE(target.stat().st_mode))
            scratch.replace(target)
    except BaseException:
        scratch.unlink(missing_ok=True)
        raise


def _is_stream(name: str) -> bool:
    """Return whether *name* is a device, a pipe, or a stream that is open."""
    with suppress(OSError):
        found = Path(name).stat()
        own = any(each in Path(os.path.abspath(name)).parents for each in STREAMS)  # noqa: PTH100 - follows no link
        return own or not (stat.S_ISREG(found.st_mode) or stat.S_ISDIR(found.st_mode))
    return False


def _through(scratch: Path, name: str) -> None:
    flags = os.O_WRONLY | (os.O_APPEND if _is_stream(name) else os.O_TRUNC)
    with _named(name), scratch.open("rb") as source, os.fdopen(os.open(name, flags), "wb") as target:
        shutil.copyfileobj(source, target)


@contextmanager
def _named(name: str) -> Generator[None]:
    """Let errors name the file that the command line names."""
    try:
        yield
    except OSError as error:
        raise OSError(error.errno, error.strerror, name) from None

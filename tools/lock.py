"""One process at a time, by a lock that the system takes back when its holder dies."""

import os
import sys
from collections.abc import Generator
from contextlib import contextmanager
from pathlib import Path

if sys.platform == "win32":
    import msvcrt

    def _take(descriptor: int, *, wait: bool) -> None:
        msvcrt.locking(descriptor, msvcrt.LK_LOCK if wait else msvcrt.LK_NBLCK, 1)
else:
    import fcntl

    def _take(descriptor: int, *, wait: bool) -> None:
        fcntl.flock(descriptor, fcntl.LOCK_EX if wait else fcntl.LOCK_EX | fcntl.LOCK_NB)


@contextmanager
def locked(path: Path, waiting: str) -> Generator[int]:
    """Hold the lock *path*, whose descriptor a child process may share; say *waiting* if somebody else has it."""
    descriptor = os.open(path, os.O_RDWR | os.O_CREAT, 0o600)
    try:
        try:
            _take(descriptor, wait=False)
        except OSError:
            print(f"noxfile.py: {waiting}", file=sys.stderr, flush=True)
            _take(descriptor, wait=True)
        yield descriptor
    finally:
        os.close(descriptor)

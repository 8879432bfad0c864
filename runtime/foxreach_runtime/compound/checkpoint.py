"""The files of an import: the checkpoint from which it resumes after a crash, and the outcomes of its rows.

Neither holds data of the rows: the checkpoint has counts and a hash, the outcomes have row numbers and reasons.
"""

from __future__ import annotations

import hashlib
import os
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any, BinaryIO, Literal, cast

import msgspec

try:
    import fcntl
except ImportError:  # on Windows, where nothing keeps two imports apart
    fcntl = None  # type: ignore[assignment]

from .outcomes import COUNTED, RowOutcome

VERSION = 1
OWNER_ONLY = 0o600
LONGEST = 65_536  # bytes of a checkpoint; it takes some hundred
UNENCODABLE = (TypeError, ValueError, OverflowError, RecursionError)
ADVICE = "Delete it to import from the first row on; rows that are there already count as duplicates."

_encoder = msgspec.json.Encoder()
_hashed = msgspec.json.Encoder(order="deterministic")  # The order of a set differs from run to run.


class BadCheckpointError(ValueError):
    """The checkpoint does not belong to this import; the message says why and what to do."""


@dataclass(frozen=True, slots=True)
class State:
    """The progress of an import: *rows* answered, their *digest*, the counts, and the size of the file of outcomes.

    *target* is the operation and the server. *begun* is the number of rows after these that may have been sent by a run
    that did not record the answer. *repeated* counts the rows that may have been sent twice.
    """

    target: str
    rows: int = 0
    digest: str = ""
    counts: Mapping[str, int] = field(default_factory=lambda: dict.fromkeys(COUNTED, 0))
    outcomes_size: int = 0
    begun: int = 0
    repeated: int = 0
    version: int = VERSION

    def after(self, rows: int, digest: str, counts: Mapping[str, int], *, repeated: bool) -> State:
        """Return the state after another batch, whose outcomes are not written yet."""
        added = {name: self.counts[name] + counts[name] for name in COUNTED}
        again = self.repeated + (rows if repeated else 0)
        return replace(self, rows=self.rows + rows, digest=digest, counts=added, begun=0, repeated=again)


class Digest:
    """The hash of all rows so far."""

    def __init__(self) -> None:
        self._hash = hashlib.blake2b(digest_size=16)

    def add(self, rows: Sequence[Any]) -> str:
        """Return the hash after *rows*."""
        try:
            content = _hashed.encode_lines(rows)
        except UNENCODABLE:
            content = b"".join(map(_line, rows))
        self._hash.update(content)
        return self._hash.hexdigest()


def _line(row: object) -> bytes:
    try:
        return _hashed.encode(row) + b"\n"
    except UNENCODABLE:
        return b"?\n"  # A row that cannot be sent. It counts for the place of the others.


class Lock(os.PathLike[str]):
    """Keeps other imports from *checkpoint* until `close`; the system unlocks it if the process is killed.

    It is the path of the checkpoint, too: an import that is given it leaves the lock to its owner.
    """

    def __init__(self, checkpoint: Path) -> None:
        self._path = checkpoint
        self._handle = _locked(checkpoint)

    def __fspath__(self) -> str:
        """Return the path of the checkpoint."""
        return str(self._path)

    def close(self) -> None:
        """Let other imports use the checkpoint."""
        if self._handle is not None:
            _lock_of(self._path).unlink(missing_ok=True)
            os.close(self._handle)
            self._handle = None


class Files:
    """The checkpoint (None for an import that does not resume) and the file of outcomes (None for no such file)."""

    def __init__(self, checkpoint: str | os.PathLike[str] | None, outcomes: str | os.PathLike[str] | None) -> None:
        self._checkpoint = None if checkpoint is None else Path(checkpoint)
        self._outcomes = None if outcomes is None else Path(outcomes)
        self._lock: Lock | None = None
        self._is_locked = isinstance(checkpoint, Lock)
        for name, path in (("checkpoint", self._checkpoint), ("outcomes", self._outcomes)):
            if path is not None and not path.name:
                raise ValueError(f"{name} must be the path of a file")
        if checkpoint is not None and self._checkpoint == self._outcomes:
            raise ValueError("checkpoint and outcomes must be two files")

    def load(self, target: str) -> State:
        """Return the state to resume from, and keep other imports from the checkpoint until `close`."""
        if self._checkpoint is None:
            return State(target)
        if self._lock is None and not self._is_locked:
            self._lock = Lock(self._checkpoint)
        return self._read(self._checkpoint, target)

    def close(self) -> None:
        """Let other imports use the checkpoint."""
        if self._lock is not None:
            self._lock.close()

    def cut(self, state: State) -> None:
        """Cut the file of outcomes to its size at *state*."""
        if self._outcomes is None:
            return
        with _opened(self._outcomes, "ab") as file:
            if file.tell() < state.outcomes_size:
                raise BadCheckpointError(f"{self._outcomes} is shorter than at the checkpoint. Delete both files.")
            file.truncate(state.outcomes_size)

    def _read(self, checkpoint: Path, target: str) -> State:
        if not checkpoint.exists():
            return State(target)
        try:
            with checkpoint.open("rb") as file:
                state = msgspec.json.decode(file.read(LONGEST), type=State)
        except (msgspec.DecodeError, UnicodeDecodeError):
            raise BadCheckpointError(f"{checkpoint} is not the checkpoint of an import. {ADVICE}") from None
        if state.version != VERSION or sorted(state.counts) != sorted(COUNTED):
            raise BadCheckpointError(f"{checkpoint} was written by another version of the client. {ADVICE}")
        if state.target != target:
            raise BadCheckpointError(f"{checkpoint} belongs to {state.target}, not to {target}. {ADVICE}")
        return state

    def record(self, state: State, outcomes: Sequence[RowOutcome]) -> State:
        """Append *outcomes* to their file, save *state* with its size, and return it."""
        if self._outcomes is not None:  # Else the file of an earlier run keeps its size.
            state = replace(state, outcomes_size=self.append(outcomes))
        self.save(state)
        return state

    def append(self, outcomes: Sequence[RowOutcome]) -> int:
        """Append *outcomes* to their file, one JSON object a line, and return its size."""
        if self._outcomes is None:
            return 0
        with _opened(self._outcomes, "ab") as file:
            file.write(_encoder.encode_lines(outcomes))
            _flushed(file)
            return file.tell()

    def save(self, state: State) -> None:
        """Replace the checkpoint: at any moment there is a whole old one or a whole new one."""
        if self._checkpoint is None:
            return
        scratch = self._checkpoint.with_name(f".{self._checkpoint.name}.new")  # One name: a kill leaves one file.
        try:
            with _opened(scratch, "wb") as file:
                file.write(msgspec.json.encode(state))
                _flushed(file)
            scratch.replace(self._checkpoint)
        except BaseException:
            scratch.unlink(missing_ok=True)
            raise


def _lock_of(checkpoint: Path) -> Path:
    return checkpoint.with_name(f".{checkpoint.name}.lock")


def _locked(checkpoint: Path) -> int | None:
    """Return a locked file beside *checkpoint*, which the system unlocks if the process is killed."""
    locks: Any = fcntl
    if locks is None:
        return None
    while True:
        lock = os.open(_lock_of(checkpoint), os.O_RDWR | os.O_CREAT, OWNER_ONLY)
        try:
            locks.flock(lock, locks.LOCK_EX | locks.LOCK_NB)
            if os.fstat(lock).st_nlink:  # Its owner did not remove it in between.
                return lock
        except BlockingIOError:
            os.close(lock)
            raise BadCheckpointError(f"{checkpoint} is in use by another import.") from None
        except OSError:  # A file system without locks.
            return lock
        os.close(lock)


def _opened(path: Path, mode: Literal["ab", "wb"]) -> BinaryIO:
    """Open *path*; a new file can be read by its owner only."""
    return cast("BinaryIO", open(path, mode, opener=lambda name, flags: os.open(name, flags, OWNER_ONLY)))


def _flushed(file: BinaryIO) -> None:
    file.flush()
    os.fsync(file.fileno())

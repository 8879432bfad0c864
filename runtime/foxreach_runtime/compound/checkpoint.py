"""The files of an import: the checkpoint from which it resumes after a crash, and the outcomes of its rows.

Neither holds data of the rows: the checkpoint has counts and a hash, the outcomes have row numbers and reasons. Nor
does the checkpoint hold the API key: 24 bits of a salted hash are too few to find it by.
"""

from __future__ import annotations

import hashlib
import os
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any, BinaryIO, Literal, cast

import msgspec

try:
    import fcntl
except ImportError:  # on Windows, where nothing keeps two imports apart
    fcntl = None  # type: ignore[assignment]

from .outcomes import COUNTED, RowOutcome

VERSION = 2
OWNER_ONLY = 0o600
LONGEST = 65_536  # bytes of a checkpoint; it takes some hundred
OUTCOME = ["reason", "result", "row"]  # the keys of an outcome
BEGIN = b'{"row":'  # of each line of outcomes
ADVICE = "Delete it to import from the first row on; rows that are there already count as duplicates."
OTHER_KEY = (
    "was begun with another API key. For another workspace, name another checkpoint. If the key of the same workspace "
    'was replaced, make "key" in this file empty ("") to go on.'
)

_encoder = msgspec.json.Encoder()


class BadCheckpointError(ValueError):
    """The checkpoint or the file of outcomes does not belong to this import; the message says why and what to do."""


@dataclass(frozen=True, slots=True)
class State:
    """The progress of an import: *rows* answered, their *digest*, the counts, and the size of the file of outcomes.

    *target* is the operation and the server. *begun* is the number of rows after these that may have been sent by a run
    that did not record the answer. *repeated* counts the rows that may have been sent twice. *key* tells one API key
    from another.
    """

    target: str
    rows: int = 0
    digest: str = ""
    counts: Mapping[str, int] = field(default_factory=lambda: dict.fromkeys(COUNTED, 0))
    outcomes_size: int = 0
    begun: int = 0
    repeated: int = 0
    key: str = ""
    version: int = VERSION

    def after(self, rows: int, digest: str, counts: Mapping[str, int], *, repeated: bool, key: str) -> State:
        """Return the state after another batch, sent with *key*, whose outcomes are not written yet."""
        added = {name: self.counts[name] + counts[name] for name in COUNTED}
        again = self.repeated + (rows if repeated else 0)
        after = replace(self, rows=self.rows + rows, digest=digest, counts=added, begun=0, repeated=again)
        return after.with_key(key)

    def with_key(self, key: str) -> State:
        """Return the state that knows *key*, by the same salt."""
        salt = self.key.partition(".")[0] or os.urandom(8).hex()
        short = hashlib.blake2b(f"{salt}.{key}".encode(), digest_size=3).hexdigest()
        return replace(self, key=f"{salt}.{short}")


class Digest:
    """The hash of all rows so far."""

    def __init__(self) -> None:
        self._hash = hashlib.blake2b(digest_size=16)

    def add(self, content: bytes) -> str:
        """Return the hash after the rows with this *content*."""
        self._hash.update(content)
        return self._hash.hexdigest()


class Lock(os.PathLike[str]):
    """Keeps other imports from *checkpoint* until `close`; the system unlocks it if the process is killed.

    It is the path of the checkpoint, too: an import that is given it leaves the lock to its owner.
    """

    def __init__(self, checkpoint: Path) -> None:
        self._path = checkpoint
        self._file = _locked(checkpoint)

    def __fspath__(self) -> str:
        """Return the path of the checkpoint."""
        return str(self._path)

    def close(self) -> None:
        """Let other imports use the checkpoint."""
        file, self._file = self._file, None
        if file is not None:
            with file:
                _lock_of(self._path).unlink(missing_ok=True)


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
        if self._checkpoint is not None and self._outcomes is not None:
            own = self._checkpoint, _scratch_of(self._checkpoint), _lock_of(self._checkpoint)
            if any(_is_same(self._outcomes, each) for each in own):
                raise ValueError("checkpoint and outcomes must be two files")

    def load(self, target: str, key: Callable[[], str] = str) -> State:
        """Return the state to resume from, and keep other imports from the checkpoint until `close`.

        No other file is taken for that of the outcomes, which is cut. *key* returns the API key in use.
        """
        if self._outcomes is not None and self._outcomes.is_file() and not _has_outcomes(self._outcomes):
            raise BadCheckpointError(f"{self._outcomes} has no outcomes of an import, and is kept. Name another file.")
        if self._checkpoint is None:
            return State(target)
        if self._lock is None and not self._is_locked:
            self._lock = Lock(self._checkpoint)
        return self._read(self._checkpoint, target, key())

    def mismatch(self, words: str) -> BadCheckpointError:
        """Return the error of rows that are not those of the checkpoint, which is about others: *words*."""
        return BadCheckpointError(f"{self._checkpoint} is about {words}. {ADVICE}")

    def close(self) -> None:
        """Let other imports use the checkpoint."""
        if self._lock is not None:
            self._lock.close()

    def cut(self, state: State) -> None:
        """Cut the file of outcomes to its size at *state*."""
        if self._outcomes is None:
            return
        with _opened(self._outcomes, "ab") as file:
            file.truncate(state.outcomes_size)

    def _read(self, checkpoint: Path, target: str, key: str) -> State:
        if not checkpoint.exists():
            return State(target).with_key(key)
        try:
            with checkpoint.open("rb") as file:
                state = msgspec.json.decode(file.read(LONGEST), type=State)
        except (msgspec.DecodeError, UnicodeDecodeError):
            words = "is not the checkpoint of an import, and is kept. Name another file."
            raise BadCheckpointError(f"{checkpoint} {words}") from None
        if state.version != VERSION or sorted(state.counts) != sorted(COUNTED):
            raise BadCheckpointError(f"{checkpoint} was written by another version of the client. {ADVICE}")
        if state.target != target:
            raise BadCheckpointError(f"{checkpoint} belongs to {state.target}, not to {target}. {ADVICE}")
        if state.key and state.with_key(key) != state:
            raise BadCheckpointError(f"{checkpoint} {OTHER_KEY}")
        if state.rows and (self._outcomes is None) != (state.outcomes_size == 0):
            how = "with outcomes=: pass the same file" if state.outcomes_size else "without outcomes=: omit it"
            raise BadCheckpointError(
                f"{checkpoint} was begun {how} again, since the file has each row. Or else: {ADVICE}"
            )
        if state.outcomes_size and not _ends_at(cast("Path", self._outcomes), state.outcomes_size, state.rows):
            words = f"{self._outcomes} does not have the outcomes of the {state.rows:,} rows of {checkpoint}"
            raise BadCheckpointError(f"{words}. Pass the file of the run before, or delete both to import all rows.")
        return state.with_key(key)

    def record(self, state: State, outcomes: Sequence[RowOutcome]) -> State:
        """Append *outcomes* to their file, save *state* with its size, and return it."""
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
        scratch = _scratch_of(self._checkpoint)
        try:
            with _opened(scratch, "wb") as file:
                file.write(msgspec.json.encode(state))
                _flushed(file)
            scratch.replace(self._checkpoint)
        except BaseException:
            scratch.unlink(missing_ok=True)
            raise


def _has_outcomes(path: Path) -> bool:
    """Return whether *path* has the outcomes of an import; a kill may have left half of the first, or nothing."""
    with path.open("rb") as file:
        line = file.readline(LONGEST)
    if not line.endswith(b"\n"):
        return line[: len(BEGIN)] == BEGIN[: len(line)]
    try:
        return sorted(msgspec.json.decode(line, type=dict[str, Any])) in (OUTCOME, OUTCOME[1:])
    except (msgspec.DecodeError, UnicodeDecodeError):
        return False


def _ends_at(path: Path, size: int, row: int) -> bool:
    """Return whether the outcome that ends at *size* is that of *row*."""
    try:
        with path.open("rb") as file:
            file.seek(max(0, size - LONGEST))
            line = file.read(min(size, LONGEST)).splitlines(keepends=True)[-1]
            return line.endswith(b"\n") and msgspec.json.decode(line, type=RowOutcome).row == row
    except (OSError, IndexError, msgspec.DecodeError, UnicodeDecodeError):
        return False


def _is_same(path: Path, other: Path) -> bool:
    """Return whether both are one file, by whatever links."""
    return path.resolve() == other.resolve() or (path.exists() and other.exists() and path.samefile(other))


def _scratch_of(checkpoint: Path) -> Path:
    return checkpoint.with_name(f".{checkpoint.name}.new")  # One name: a kill leaves one file.


def _lock_of(checkpoint: Path) -> Path:
    return checkpoint.with_name(f".{checkpoint.name}.lock")


def _locked(checkpoint: Path) -> BinaryIO | None:
    """Return a locked file beside *checkpoint*, which the system unlocks if the process is killed.

    It is unlocked as soon as nobody has it, too: an interrupt may come before the caller has it.
    """
    locks: Any = fcntl
    if locks is None:
        return None
    while True:
        lock = _opened(_lock_of(checkpoint), "ab")
        try:
            locks.flock(lock, locks.LOCK_EX | locks.LOCK_NB)
            if os.fstat(lock.fileno()).st_nlink:  # Its owner did not remove it in between.
                return lock
        except BlockingIOError:
            lock.close()
            raise BadCheckpointError(f"{checkpoint} is in use by another import.") from None
        except OSError:  # A file system without locks.
            return lock
        except BaseException:
            lock.close()
            raise
        lock.close()


def _opened(path: Path, mode: Literal["ab", "wb"]) -> BinaryIO:
    """Open *path*; a new file can be read by its owner only."""
    return cast("BinaryIO", open(path, mode, opener=lambda name, flags: os.open(name, flags, OWNER_ONLY)))


def _flushed(file: BinaryIO) -> None:
    file.flush()
    os.fsync(file.fileno())

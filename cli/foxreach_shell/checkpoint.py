"""The two files by which an import resumes: where it is, and what became of each row. They hold no data of rows."""

from __future__ import annotations

import json
from argparse import Namespace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from . import failures, files
from .output import is_dict
from .reading import RowFile
from .usage import UsageError

if TYPE_CHECKING:
    from foxreach_runtime.compound.checkpoint import Lock

LONGEST = 65_536  # bytes of a checkpoint; it takes some hundred


class Checkpoint:
    """The files of one import. Without a name, as for rows from stdin, it remembers the refused rows alone."""

    def __init__(self, given: Namespace, file: RowFile) -> None:
        beside = Path(given.file).resolve() if given.file != "-" else None
        named = Path(given.checkpoint) if given.checkpoint else None
        self.path = named or (beside.with_name(f"{beside.name}.foxr-import") if beside else None)
        self.outcomes = self.path.with_name(f"{self.path.name}-rows") if self.path else None
        self._given, self._name = given, file.name
        self._refused: dict[int, str] = {}
        self.lock: Lock | None = None
        if self.path is None and given.resume:
            raise UsageError("--resume: rows from stdin need --checkpoint FILE, in the first run too.")
        if given.resume and given.restart:
            raise UsageError("--resume goes on, and --restart begins again: give one of them.")
        self._check_names()

    def _check_names(self) -> None:
        """Raise UsageError if a file would replace another one of the import."""
        given = self._given
        read = [given.file] if given.file != "-" else []
        own = [each for each in (self.path, self.outcomes) if each is not None]
        if given.rejected and any(files.is_same(given.rejected, each) for each in [*read, *own]):
            raise UsageError(f"--rejected: {given.rejected} is read or written by the import itself; name another.")
        if any(files.is_same(each, name) for each in own for name in read):
            raise UsageError(f"--checkpoint: {self.path} would replace {given.file}; name another.")

    def begin(self) -> None:
        """Lock and prepare the files, before the first call; raise UsageError for what is not from an import."""
        if self.path is None or self.outcomes is None:
            return
        given = self._given
        for path, known in ((self.path, _is_checkpoint), (self.outcomes, _is_outcomes)):
            files.require_writable(str(path))
            if path.exists() and not (path.is_file() and known(path)):
                raise UsageError(f"{path} is not from an import. Name another file with --checkpoint, or move it away.")
        self._lock_out(self.path)
        if given.restart:
            self.remove()
        if self.path.exists() and not given.resume:
            raise UsageError(f"An import of {self._name} stopped before its end. Add --resume to go on, or --restart.")
        if given.resume and not self.path.exists():
            failures.say("nothing to resume; it begins at the first row")
        if not self.path.exists():
            self.outcomes.unlink(missing_ok=True)

    def _lock_out(self, path: Path) -> None:
        """Keep other imports from the files, of which the last is removed after the rejected rows were written."""
        from foxreach_runtime.compound.checkpoint import BadCheckpointError, Lock  # noqa: PLC0415 - loads the client

        try:
            self.lock = Lock(path)
        except BadCheckpointError:
            raise UsageError(f"Another import is running with {path}. Wait for its end, or stop it first.") from None

    def close(self) -> None:
        """Let other imports use the files."""
        if self.lock is not None:
            self.lock.close()

    @property
    def advice(self) -> str:
        """What to do after an interruption."""
        return "the same command with --resume goes on" if self.path else "rows that were sent count as duplicates now"

    @property
    def mismatch(self) -> str:
        """What to do if the rows are not those of the checkpoint."""
        return (
            f"The checkpoint is {self.path}. To go on, the file, --map, --encoding and --separator must be as before; "
            "--restart begins at the first row."
        )

    def keep(self, outcome: Any) -> None:
        """Remember a refused row where no file does."""
        if self.outcomes is None and outcome.result == "refused":
            self._refused[outcome.row] = outcome.reason or "refused"

    def refused(self) -> dict[int, str]:
        """Return the reasons of the refused rows by their numbers."""
        found = dict(self._refused)
        if self.outcomes is not None and self.outcomes.exists():
            with self.outcomes.open(encoding="utf-8") as file:
                for each in map(json.loads, file):
                    if each["result"] == "refused":
                        found[each["row"]] = each.get("reason") or "refused"
        return found

    def remove(self) -> None:
        """Remove both files: the import is complete."""
        for path in (self.path, self.outcomes):
            if path is not None:
                path.unlink(missing_ok=True)


def _is_checkpoint(path: Path) -> bool:
    try:
        with path.open("rb") as file:
            found: Any = json.loads(file.read(LONGEST))
    except (ValueError, RecursionError):
        return False
    return is_dict(found) and {"target", "rows", "digest", "counts"} <= set(found)


def _is_outcomes(path: Path) -> bool:
    start = b'{"row":'
    with path.open("rb") as file:
        return file.read(len(start)) in (start, b"")

"""The files in changelog.d/: one for each change that users notice. Reads them and lets towncrier assemble them.

They stay until the next release, so that a section can be assembled again: what was taken back leaves no line.
"""

import re
import subprocess
import sys
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from tools.changes.sources import SourceError, git, released_tags
from tools.changes.version import Version, version_of

FOLDER = "changelog.d"
ABOUT = "README.md"
CLASSES = ("removed", "changed", "deprecated", "added", "fixed", "security")
NAME = re.compile(rf"[a-z0-9][a-z0-9-]*\.({'|'.join(CLASSES)})\.md")


@dataclass(frozen=True)
class Fragment:
    """One file: its *name*, its text, and whether it was released as other text."""

    name: str
    text: str
    edited: bool = False

    @property
    def kind(self) -> str:
        """The class that its name gives it, '' if there is none."""
        found = NAME.fullmatch(self.name)
        return found[1] if found else ""


def unreleased(root: Path, below: Version | None = None) -> list[Fragment]:
    """Return the files that the last release does not have; tags from the version *below* on do not count."""
    files = sorted(path for path in (root / FOLDER).glob("*") if path.name != ABOUT)
    known, edited = _released(root, below)
    return [
        Fragment(path.name, path.read_text("utf-8"), path.name in edited)
        for path in files
        if path.name not in known or path.name in edited
    ]


def outdated(root: Path) -> list[Path]:
    """Return the files of the last release, which the next one deletes."""
    return [root / FOLDER / name for name in sorted(_released(root)[0]) if (root / FOLDER / name).is_file()]


def assembled(root: Path, fragments: Iterable[Fragment], version: Version, day: str) -> str:
    """Return the section of *version*, with its heading; SourceError if towncrier refuses the fragments."""
    with TemporaryDirectory() as scratch:
        (Path(scratch) / FOLDER).mkdir()
        for fragment in fragments:
            (Path(scratch) / FOLDER / fragment.name).write_text(fragment.text, "utf-8")
        command = [sys.executable, "-m", "towncrier", "build", "--draft", "--version", str(version), "--date", day]
        command += ["--config", str(root / "pyproject.toml"), "--dir", scratch]
        done = subprocess.run(command, capture_output=True, check=False, encoding="utf-8")
    if done.returncode:
        raise SourceError(f"towncrier cannot assemble {FOLDER}/: {done.stderr.strip().splitlines()[-1]}")
    return done.stdout.strip()


def _released(root: Path, below: Version | None = None) -> tuple[Sequence[str], Sequence[str]]:
    """Return the names of the files in the last release, and of those that have another text now."""
    tags = [tag for tag in released_tags(root) if below is None or version_of(tag) < below]
    if not tags:
        return (), ()
    names = (git(root, "ls-tree", "--name-only", tags[0], f"{FOLDER}/") or b"").decode().splitlines()
    edited = git(root, "diff", "--name-only", "--relative", "--diff-filter=M", tags[0], "--", f"{FOLDER}/") or b""
    return [Path(name).name for name in names], [Path(name).name for name in edited.decode().splitlines()]

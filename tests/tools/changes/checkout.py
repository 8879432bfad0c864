"""A small project as a maintainer has it: a document, the client made of it, the handwritten layer, a changelog."""

from __future__ import annotations

import os
import shutil
import subprocess
import zipfile
from pathlib import Path

from generator.__main__ import main as generate
from generator.output.manifest import ROOT
from tests.generator.cases import completed
from tests.tools.changes.planted import Edits, planted
from tools.release.changelog import NOTE

CHANGELOG = f"# Changelog\n\nWhat users notice.\n\n## [Unreleased]\n\n{NOTE}\n"
ENVIRON = {
    "GIT_CONFIG_GLOBAL": os.devnull,
    "GIT_CONFIG_SYSTEM": os.devnull,
    **{f"GIT_{who}_{what}": "somebody@example.com" for who in ("AUTHOR", "COMMITTER") for what in ("NAME", "EMAIL")},
}
REMOVED: Edits = [("        - {name: minAge, in: query, description: Only older ones., schema: {type: integer}}\n", "")]
GONE = ("min-age.removed.md", "`client.pets.list()` has no `min_age` any more.")  # The file that describes it.
WORDS: Edits = [("List pets", "List all pets")]


def make(folder: Path) -> None:
    """Fill *folder* with the project, version 0.1.0, not yet in git."""
    for name in ("cli", "runtime", "sandbox"):
        shutil.copytree(ROOT / name, folder / name, ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(ROOT / "pyproject.toml", folder)
    (folder / "runtime" / "foxreach_runtime" / "version.py").write_text('"""V."""\n\n__version__ = "0.1.0"\n', "utf-8")
    (folder / "CHANGELOG.md").write_text(CHANGELOG, "utf-8")
    describe(folder, "weighing.added.md", "Pets can be weighed.")
    change(folder, [])
    regenerate(folder)


def describe(folder: Path, name: str, text: str) -> None:
    """Write a file of changelog.d/."""
    (folder / "changelog.d").mkdir(exist_ok=True)
    (folder / "changelog.d" / name).write_text(f"{text}\n", "utf-8")


def regenerate(folder: Path) -> None:
    assert (
        generate(["--spec", str(folder / "spec/foxreach.yaml"), "--out", str(folder / "generated/foxreach_client")])
        == 0
    )


def change(folder: Path, edits: Edits) -> None:
    """Make the edits in the document; nothing is generated."""
    (folder / "spec").mkdir(exist_ok=True)
    (folder / "spec" / "foxreach.yaml").write_text(completed(planted(edits)), "utf-8")


def edit(file: Path, old: str, new: str) -> None:
    """Replace the first *old* in the file."""
    text = file.read_text("utf-8")
    assert old in text, f"{file} has no {old!r}"
    file.write_text(text.replace(old, new, 1), "utf-8")


def git(folder: Path, *arguments: str) -> None:
    environ = {**os.environ, **ENVIRON}
    subprocess.run(["git", "-C", folder, *arguments], check=True, capture_output=True, env=environ)


def commit(folder: Path, *tags: str) -> None:
    """Commit everything and give the commit the tags."""
    if not (folder / ".git").is_dir():
        git(folder, "init", "-q")
    git(folder, "add", "-A")
    git(folder, "commit", "-q", "--allow-empty", "-m", "A state.")
    for tag in tags:
        git(folder, "tag", "-a", tag, "-m", tag)


def wheel(folder: Path, into: Path) -> Path:
    """Return a wheel of the project, as far as its content is read here."""
    file = into / "foxreach_client-0.1.0-py3-none-any.whl"
    with zipfile.ZipFile(file, "w") as archive:
        for package in folder.glob("*/foxreach_*"):
            for path in package.rglob("*.*"):
                archive.write(path, path.relative_to(package.parent))
    return file

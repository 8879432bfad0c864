"""`python -m tools.release.described`: compare the files in changelog.d/ with the changes that are detected.

Exit status: 0 if every change is described as what it is, 1 otherwise, with what to write.
"""

import re
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

from generator.diagnostics import SpecError
from tools.changes.kinds import BREAKING, Change
from tools.changes.release import compared
from tools.changes.report import section_of
from tools.changes.sources import SourceError
from tools.release.changelog import NOTE, UNRELEASED, sections
from tools.release.fragments import CLASSES, FOLDER, Fragment, unreleased

ROOT = Path(__file__).resolve().parents[2]
# A breaking change is described as such; what is added may be told as a change of what was there.
FITTING = {"Removed": ("removed", "changed"), "Changed": ("changed", "removed"), "Added": ("added", "changed")}
CODE = re.compile(r"[A-Za-z_][\w.]*(\(\))?")
SHOWN = 3  # Additions named in one sentence.


def faults(fragments: Sequence[Fragment], changes: Sequence[Change], changelog: str) -> list[str]:
    """Return each fault of the files, each change that they do not describe, and what to write instead."""
    return [*_by_hand(changelog), *_form(fragments), *_breaking(fragments, changes), *_additions(fragments, changes)]


def _by_hand(changelog: str) -> Iterator[str]:
    if sections(changelog).get(UNRELEASED, NOTE) != NOTE:
        yield (
            f"CHANGELOG.md has text below `## [{UNRELEASED}]`. Move each line to a file of its own, such as "
            f"{FOLDER}/NAME.added.md, and leave one sentence there: {NOTE}"
        )


def _form(fragments: Sequence[Fragment]) -> Iterator[str]:
    for each in fragments:
        if not each.kind:
            names = ", ".join(CLASSES)
            yield f"{FOLDER}/{each.name}: name it NAME.CLASS.md, with a NAME of a-z, 0-9, - and a CLASS of {names}."
        elif not each.text.strip() or each.text.lstrip().startswith(("#", "- ", "* ")):
            yield f"{FOLDER}/{each.name}: write the sentence alone, without a heading or a dash before it."
        if each.edited:
            yield f"{FOLDER}/{each.name} is released with another text. Restore it, and write a file of another name."


def _breaking(fragments: Sequence[Fragment], changes: Sequence[Change]) -> Iterator[str]:
    """Yield a sentence for each breaking change that no fitting file names: consumers search for the call."""
    for change in (each for each in changes if each.weight == BREAKING):
        section = section_of(change)
        if any(each.kind in FITTING[section] and _names(each, change.subject) for each in fragments):
            continue
        others = ", ".join(each.name for each in fragments if _names(each, change.subject)) or "none"
        yield (
            f"{change}: this breaks programs, and no file in {FOLDER}/ of the class {' or '.join(FITTING[section])} "
            f"names it (of other classes: {others}). Rename the file, or write {FOLDER}/NAME.{section.lower()}.md: "
            f"{change.marked}: {change.words}."
        )


def _names(fragment: Fragment, subject: str) -> bool:
    """Return whether the file names the subject, or the object that contains it. Subjects in prose need no name."""
    if not CODE.fullmatch(subject):
        return True
    parts = subject.removesuffix("()").split(".")
    wholes = [".".join(parts[:end]) for end in range(min(2, len(parts)), len(parts) + 1)]
    return any(re.search(rf"(?<![\w.]){re.escape(whole)}(?!\w|\.\w)", fragment.text) for whole in wholes)


def _additions(fragments: Sequence[Fragment], changes: Sequence[Change]) -> Iterator[str]:
    for section in ("Deprecated", "Added"):
        found = [str(each) for each in changes if each.weight != BREAKING and section_of(each) == section]
        fitting = FITTING.get(section, (section.lower(),))
        if found and not any(each.kind in fitting for each in fragments):
            shown = "; ".join(found[:SHOWN]) + (f" and {len(found) - SHOWN} more" if len(found) > SHOWN else "")
            what = f"no file in {FOLDER}/ of the class {' or '.join(fitting)} describes: {shown}"
            yield f"{what}. Write {FOLDER}/NAME.{section.lower()}.md."


def main(root: Path = ROOT) -> int:
    """Print each fault and return the exit status."""
    try:
        changelog = (root / "CHANGELOG.md").read_text("utf-8")
        found = faults(unreleased(root), compared(root).changes, changelog)
    except SpecError as error:
        found = list(map(str, error.complaints))
    except (SourceError, OSError, ValueError) as error:
        found = [*map(str, getattr(error, "complaints", ())), f"{str(error).rstrip('.')}."]
    print(*(f"changelog: {fault}" for fault in found), sep="\n", end="\n" if found else "", file=sys.stderr)
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())

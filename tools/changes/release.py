"""Compares the working tree with a release: document, Python names, package and commands, in one list."""

from __future__ import annotations

import re
from collections.abc import Iterable
from pathlib import Path

from generator.api.ir import Api
from generator.diagnostics import SpecError
from generator.source.document import Document

from .accepted import accepted, lowered, unused
from .commands import command_changes, commands, programs
from .compare import compare, in_order
from .kinds import Change
from .names import surface
from .package import package_in
from .package_changes import package_changes
from .public import CHANGING, PACKAGES
from .python_names import surface_changes
from .report import Comparison
from .sources import Source, SourceError, api_of, faulty, git, named, released_tags, tagged, working_tree
from .templates import regenerated, up_to_date
from .version import Version, version_of

ASSIGNED = re.compile(r'^__version__(?:: [^=]+)? = "([^"]+)"$', re.MULTILINE)
DIFFERENT = re.compile(rf"^({'|'.join(sorted(CHANGING))})\b.* = .*$".encode(), re.MULTILINE)
VERSION_FILE = Path("foxreach_runtime", "version.py")
NO_PACKAGES = "a document has no packages, so Python names, dependencies and commands were not compared"
UNREAD = "`{}` of {} could not be read, so its commands and options were not compared"


def compared(
    root: Path, against: str | None = None, wheel: Path | None = None, below: Version | None = None
) -> Comparison:
    """Return the changes at *root* since *against*: by default the highest tag that HEAD contains, else *wheel*.

    Tags from the version *below* on are ignored, since that is the version to be released. SpecError if the document at
    *root* has faults, SourceError if *against* or *wheel* cannot be read.
    """
    now = working_tree(root)
    tags = [tag for tag in released_tags(root) if below is None or version_of(tag) < below]
    name = against or (tags[0] if tags else "") or (str(wheel) if wheel else "")
    if name:
        with named(root, name) as then:
            released = version_in(then.folders) or current(root)
            if released != below:
                found, notes = between(then, now)
                entries, since = accepted(root), str(released)
                notes += unused(found, entries, since)
                found = in_order(lowered(found, entries, since))
                taken = frozenset(tagged(root)) - frozenset(tagged(root, "--merged", "HEAD"))
                return Comparison(then.label, released, current(root), found, notes, taken)
    _checked(now.document)
    return Comparison("", None, current(root), (), (_why_nothing(root),))


def between(then: Source, now: Source) -> tuple[list[Change], list[str]]:
    """Return the changes between two states, and notes on what could not be told apart.

    The documents are compared by our own classes. Everything else is compared as it is with the document of *then*, so
    that what templates generate is not taken for a change of the document, nor the reverse.
    """
    new = _checked(now.document)
    try:
        old = api_of(then.document)
    except SpecError as error:
        raise faulty(then.label, error) from None
    found, notes = compare(old, new), list[str]()
    if then.folders and now.folders:
        with regenerated(then, now) as (folders, failure):
            if modules_in(then.folders) != modules_in(folders):
                found += surface_changes(surface(then.folders), surface(folders))
        notes += [failure] if failure else []
        installed, unread = _installed(then, now)
        found, notes = found + installed, notes + unread
    else:
        notes.append(NO_PACKAGES)
    return in_order(found), notes


def modules_in(folders: Iterable[Path]) -> dict[str, bytes]:
    """Return the modules of the packages in *folders* without what differs in every release: to find equal ones."""
    return {
        path.relative_to(folder).as_posix(): DIFFERENT.sub(b"", path.read_bytes())
        for folder in folders
        for package in PACKAGES
        for path in (folder / package).rglob("*.py")
    }


def _installed(then: Source, now: Source) -> tuple[list[Change], list[str]]:
    """Return the changes of what an installer sees and of the commands, and a note on each that cannot be read."""
    old, new = (package_in(state.folders, state.project) for state in (then, now))
    if old is None or new is None:
        return [], []
    before = commands(old.scripts | programs(then.folders), then.folders)
    with up_to_date(now) as folders:
        after = commands(new.scripts | programs(folders), folders)
    notes = [UNREAD.format(name, then.label) for name, found in before.items() if found is None]
    return [*package_changes(old, new), *command_changes(before, after)], notes


def _checked(document: Document) -> Api:
    """Return the document of the working tree; SpecError if it breaks a rule."""
    from generator.rules import check  # noqa: PLC0415 - what only prints a page or refuses an argument needs no tools

    if complaints := check(document):
        raise SpecError(complaints)
    return api_of(document)


def current(root: Path) -> Version:
    """Return the version of the working tree; SourceError if it has none."""
    found = version_in((root / "runtime",))
    if found is None:
        raise SourceError(f"runtime/{VERSION_FILE.as_posix()} has no version such as 1.2.3 or 1.2.3rc1")
    return found


def version_in(folders: tuple[Path, ...]) -> Version | None:
    """Return the version of the client in the first of *folders* that has one."""
    for folder in folders:
        try:
            found = ASSIGNED.search((folder / VERSION_FILE).read_text("utf-8"))
            return version_of(found[1]) if found else None
        except FileNotFoundError:
            continue
        except (OSError, ValueError):
            return None
    return None


def _why_nothing(root: Path) -> str:
    if git(root, "rev-parse", "--git-dir") is None:
        return "this is no git checkout, or git is missing, so no tag was looked for"
    return "no tag v1.2.3 leads here; fetch the tags, or name a wheel or a document with --against"

"""Compares the working tree with a release: the document and the handwritten layer, in one list."""

from __future__ import annotations

import re
from pathlib import Path

from generator.api.ir import Api
from generator.diagnostics import SpecError
from generator.source.document import Document

from .compare import compare, in_order
from .handwritten import surface_changes
from .kinds import Change
from .report import Comparison
from .sources import Source, SourceError, api_of, git, named, released_tags, working_tree
from .surface import surface
from .version import Version, version_of

ASSIGNED = re.compile(r'^__version__(?:: [^=]+)? = "([^"]+)"$', re.MULTILINE)
VERSION_FILE = Path("foxreach_runtime", "version.py")
NO_HANDWRITTEN = "a document has no handwritten layer, so that was not compared"


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
                notes = () if then.folders else (NO_HANDWRITTEN,)
                return Comparison(then.label, released, current(root), between(then, now), notes)
    _checked(now.document)
    return Comparison("", None, current(root), (), (_why_nothing(root),))


def between(then: Source, now: Source) -> list[Change]:
    """Return the changes between two states."""
    new = _checked(now.document)
    try:
        old = api_of(then.document)
    except SpecError as error:
        raise SourceError(f"{then.label} cannot be compared with: {error.complaints[0]}") from None
    found = compare(old, new)
    if then.folders and now.folders:
        found += surface_changes(surface(then.folders), surface(now.folders))
    return in_order(found)


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
        raise SourceError(f"runtime/{VERSION_FILE.as_posix()} has no version of three numbers, such as 1.2.3")
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

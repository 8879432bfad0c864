"""What forbids publishing a checkout as its version. `blockers` is pure; `candidate` asks git and reads files."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from generator.diagnostics import SpecError
from tools.changes.kinds import BREAKING, Change
from tools.changes.release import compared, current
from tools.changes.sources import SourceError, git, released_tags
from tools.changes.sources import tagged as tagged_versions
from tools.changes.templates import fresh
from tools.changes.version import Version
from tools.release.changelog import sections
from tools.release.fragments import FOLDER, assembled, unreleased

VERSIONED = re.compile(r"[vV]?\d")  # What a tag of a version begins with.
SHOWN = 3  # Paths or changes named in one sentence.


@dataclass(frozen=True)
class Candidate:
    """What would be published, and the releases before it.

    *changes* are those since *released*, which is None before the first release. *tree* is git's hash of the content of
    HEAD, None outside a git checkout. *tagged* is that of the content tagged as *version*, None without such a tag.
    *described* is the section of the version that changelog.d/ makes; None if the version has other content under its
    tag, or no tag tells which files are released. *tags* are all tags of HEAD that seem to be of a version.
    """

    version: Version
    released: Version | None
    newest: Version | None
    changes: Sequence[Change]
    unclean: Sequence[str]
    tree: str | None
    tagged: str | None
    changelog: str
    described: str | None
    fresh: bool
    tags: Sequence[str] = ()


def blockers(found: Candidate) -> list[str]:
    """Return each reason against publishing the candidate, with its remedy."""
    return [reason for reason in (_version_too_low(found), *_content(found), _changelog(found)) if reason]


def _version_too_low(found: Candidate) -> str:
    if found.newest and found.newest > found.version:
        return f"{found.version} is lower than {found.newest}, which is released. Run `nox -s release`."
    if found.released is None:
        return ""
    demanded = found.released.after(change.weight for change in found.changes)
    if found.version.final >= demanded:
        return ""
    breaking = [str(change) for change in found.changes if change.weight == BREAKING]
    because = f" ({_shown(breaking or [str(change) for change in found.changes])})" if found.changes else ""
    what = f"the changes since {found.released} demand {demanded}{because}"
    return f"{found.version} is too low: {what}. Run `nox -s release`."


def _content(found: Candidate) -> list[str]:
    reasons: list[str] = []
    if found.tree is None:
        reasons.append(
            "this is not a git checkout, so the published content could not be found again. Publish from a checkout."
        )
    if found.unclean:
        reasons.append(f"the working tree is not clean ({_shown(found.unclean)}). Commit or stash the changes.")
    if not found.fresh:
        reasons.append("generated/ differs from what the generator writes. Run `nox -s generate` and commit it.")
    if found.tagged is not None and found.tagged != found.tree:
        reasons.append(f"v{found.version} is tagged with other content. Release the next version: `nox -s release`.")
    if found.tags and f"v{found.version}" not in found.tags and not found.unclean:
        reasons.append(
            f"HEAD is tagged {_shown(found.tags)}, and its version is {found.version}. A tag is `v` and the version: "
            "delete the tag, or release its version."
        )
    return reasons


def _changelog(found: Candidate) -> str:
    if found.version.candidate:
        return "" if found.described != "" else f"{FOLDER}/ has no new file. Describe there what users notice."
    section = sections(found.changelog).get(str(found.version))
    if not section:
        return f"CHANGELOG.md has no line below `## [{found.version}]`. Run `nox -s release`."
    if found.described not in (section, None):
        return f"CHANGELOG.md and {FOLDER}/ differ in what {found.version} changes. Run `nox -s release`."
    return ""


def _shown(items: Sequence[str]) -> str:
    more = f" and {len(items) - SHOWN} more" if len(items) > SHOWN else ""
    return ", ".join(items[:SHOWN]) + more


def checkout_blockers(root: Path, wheel: Path | None = None) -> list[str]:
    """Return each reason against publishing the checkout at *root*, including errors that prevent the check."""
    try:
        return blockers(candidate(root, wheel))
    except SpecError as error:
        return [str(complaint) for complaint in error.complaints]
    except SourceError as error:
        return [f"{str(error).rstrip('.')}.", *map(str, error.complaints)]
    except OSError as error:
        return [f"{str(error).rstrip('.')}."]


def candidate(root: Path, wheel: Path | None = None) -> Candidate:
    """Return the candidate that the checkout at *root* is; without tags, *wheel* is the newest release on the index.

    SpecError for a faulty document, SourceError if the previous release or the version cannot be read.
    """
    version, tree = current(root), _tree(root, "HEAD")
    tagged = _tree(root, f"refs/tags/v{version}")
    status = git(root, "status", "--porcelain", "--", ".") or b""
    unclean = [line[3:] for line in status.decode(errors="replace").splitlines()]
    itself = tagged is None or (tagged == tree and not unclean)  # Then a release of this version is this one.
    below = version if itself else None
    before = compared(root, wheel=wheel, below=below)
    known = [*tagged_versions(root, "--merged", "HEAD"), *([before.released] if before.released else [])]
    changelog = root / "CHANGELOG.md"
    return Candidate(
        version=version,
        released=before.released,
        newest=max(known, default=None),
        changes=before.changes,
        unclean=unclean,
        tree=tree,
        tagged=tagged,
        changelog=changelog.read_text("utf-8") if changelog.is_file() else "",
        described=_described(root, version, below) if itself and (not before.released or released_tags(root)) else None,
        fresh=fresh(root),
        tags=[tag for tag in (git(root, "tag", "--points-at", "HEAD") or b"").decode().split() if VERSIONED.match(tag)],
    )


def _described(root: Path, version: Version, below: Version | None) -> str:
    """Return the text that changelog.d/ makes of the section of *version*, '' if it has no new file."""
    fragments = unreleased(root, below)
    return sections(assembled(root, fragments, version, ""))[str(version)] if fragments else ""


def _tree(root: Path, revision: str) -> str | None:
    found = git(root, "rev-parse", "--verify", "--quiet", f"{revision}^{{tree}}")
    return found.decode().strip() if found else None

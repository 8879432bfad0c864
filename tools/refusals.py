"""Why the checkout may not be published as its version. `refusals` is pure; `candidate` asks git and reads files."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from generator.diagnostics import SpecError
from generator.output.manifest import inputs_hash, recorded
from generator.output.write import intact
from tools.changelog import sections
from tools.changes.kinds import BREAKING, Change
from tools.changes.release import compared, current
from tools.changes.sources import SourceError, git, released_tags
from tools.changes.version import Version, version_of

SHOWN = 3  # Paths or changes named in one refusal.


@dataclass(frozen=True)
class Candidate:
    """What would be published, and what is known of the releases before.

    *changes* are those since *released*, None when there was no release. *tree* is git's name for the content of HEAD,
    None outside of a checkout; *tagged* that of the content which the version is tagged for, None when it is not.
    """

    version: Version
    released: Version | None
    newest: Version | None
    changes: Sequence[Change]
    unclean: Sequence[str]
    tree: str | None
    tagged: str | None
    changelog: str
    fresh: bool


def refusals(found: Candidate) -> list[str]:
    """Return why the candidate may not be published, each reason with its remedy; nothing when it may."""
    return [reason for reason in (_too_small(found), *_content(found), _changelog(found)) if reason]


def _too_small(found: Candidate) -> str:
    if found.newest and found.newest > found.version:
        return f"{found.newest} is released, so {found.version} comes too late. Run `nox -s release`."
    if found.released is None:
        return ""
    demanded = found.released.after(change.weight for change in found.changes)
    if found.version >= demanded:
        return ""
    breaking = [str(change) for change in found.changes if change.weight == BREAKING]
    because = f" ({_shown(breaking or [str(change) for change in found.changes])})" if found.changes else ""
    what = f"what changed since {found.released} demands {demanded}{because}"
    return f"{found.version} is too small: {what}. Run `nox -s release`."


def _content(found: Candidate) -> list[str]:
    reasons: list[str] = []
    if found.tree is None:
        reasons.append("this is no git checkout, so nobody could find what was published. Publish from a checkout.")
    if found.unclean:
        reasons.append(f"the tree is not clean ({_shown(found.unclean)}). Commit, or put aside, what is not released.")
    if not found.fresh:
        reasons.append("generated/ is not what the spec and the generator make. Run `nox -s generate` and commit it.")
    if found.tagged is not None and found.tagged != found.tree:
        reasons.append(f"v{found.version} is tagged for other content. Release the next version: `nox -s release`.")
    return reasons


def _changelog(found: Candidate) -> str:
    if sections(found.changelog).get(str(found.version)):
        return ""
    return f"CHANGELOG.md says nothing below `## [{found.version}]`. Run `nox -s release`, or write it."


def _shown(items: Sequence[str]) -> str:
    more = f" and {len(items) - SHOWN} more" if len(items) > SHOWN else ""
    return ", ".join(items[:SHOWN]) + more


def reasons_against(root: Path, wheel: Path | None = None) -> list[str]:
    """Return why the checkout at *root* may not be published, faults that keep us from knowing included."""
    try:
        return refusals(candidate(root, wheel))
    except SpecError as error:
        return [str(complaint) for complaint in error.complaints]
    except (SourceError, OSError) as error:
        return [f"{str(error).rstrip('.')}."]


def candidate(root: Path, wheel: Path | None = None) -> Candidate:
    """Return the checkout at *root* as it would be published; *wheel* is the newest of the index, where no tag is.

    SpecError for a faulty document, SourceError where the release before, or the version, cannot be read.
    """
    version, tree = current(root), _tree(root, "HEAD")
    tagged = _tree(root, f"refs/tags/v{version}")
    status = git(root, "status", "--porcelain", "--", ".") or b""
    unclean = [line[3:] for line in status.decode(errors="replace").splitlines()]
    itself = tagged is None or (tagged == tree and not unclean)  # Then a release of this version is no earlier one.
    before = compared(root, wheel=wheel, below=version if itself else None)
    known = [*map(version_of, released_tags(root)), *([before.released] if before.released else [])]
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
        fresh=_fresh(root),
    )


def _tree(root: Path, revision: str) -> str | None:
    found = git(root, "rev-parse", "--verify", "--quiet", f"{revision}^{{tree}}")
    return found.decode().strip() if found else None


def _fresh(root: Path) -> bool:
    package = root / "generated" / "foxreach_client"
    return intact(package) and recorded(package).get("inputs") == inputs_hash(root / "spec" / "foxreach.yaml")

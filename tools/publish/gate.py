"""The check whether this checkout may be published, before anything is sent."""

import os
import tempfile
from pathlib import Path

from packaging.version import Version

from tools.changes.release import current
from tools.changes.sources import SourceError, released_tags
from tools.publish.contents import stale
from tools.publish.index import Index, version_of
from tools.publish.messages import PublishError
from tools.release.blockers import checkout_blockers

ROOT = Path(__file__).resolve().parent.parent.parent


def check_checkout(index: Index, dist: Path, root: Path = ROOT) -> None:
    """Raise unless the checkout at *root* may be published, and *dist* was built from it.

    Without tags, *index* has the previous release.
    """
    with tempfile.TemporaryDirectory(prefix="publish-") as scratch:
        try:
            before = None if released_tags(root) else wheel_before(str(current(root)), index, Path(scratch))
            reasons = [*tag_faults(root), *checkout_blockers(root, before), *stale(dist, root)]
        except SourceError as error:
            reasons = [str(error)]
    if reasons:
        raise PublishError("nothing was sent:\n" + "\n".join(f"  - {reason}" for reason in reasons))


def tag_faults(root: Path) -> list[str]:
    """Return a sentence if the tag that started this run, PUBLISH_TAG in CI, is not that of the checkout's version."""
    tag, version = os.environ.get("PUBLISH_TAG", ""), current(root)
    wrong = tag and tag != f"v{version}"
    return [f"the tag {tag} started this run, and the version here is {version}."] if wrong else []


def check_candidate(version: Version, index: Index) -> None:
    """Raise if *version* is a pre-release and *index* has no final version: a plain install would take it."""
    finals = [of for name in index.files() if (of := version_of(name)) and not of.is_prerelease]
    if version.is_prerelease and not finals:
        raise PublishError(
            f"{index.page} has no final version, so that a plain install would take {version}. Publish pre-releases to "
            "an index of their own, and say so with `-- --pre-releases`."
        )


def wheel_before(version: str, index: Index, folder: Path) -> Path | None:
    """Download the newest wheel on *index* that is older than *version* to *folder*; None if there is none."""
    found = {of: name for name in index.files() if name.endswith(".whl") and (of := version_of(name))}
    older = [of for of in found if of < Version(version) and not of.is_prerelease]
    if not older:
        return None
    name = found[max(older)]
    wheel = folder / name
    wheel.write_bytes(index.content(index.files()[name]))
    return wheel

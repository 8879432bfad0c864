"""The check whether this checkout may be published, before anything is sent."""

import tempfile
from pathlib import Path

from packaging.version import Version

from tools.changes.release import current
from tools.changes.sources import SourceError, released_tags
from tools.publish.index import Index, version_of
from tools.publish.messages import PublishError
from tools.release.blockers import checkout_blockers

ROOT = Path(__file__).resolve().parent.parent.parent


def check_checkout(index: Index, root: Path = ROOT) -> None:
    """Raise unless the checkout at *root* may be published; without tags, *index* has the previous release."""
    with tempfile.TemporaryDirectory(prefix="publish-") as scratch:
        try:
            before = None if released_tags(root) else wheel_before(str(current(root)), index, Path(scratch))
        except SourceError as error:
            reasons = [str(error)]
        else:
            reasons = checkout_blockers(root, before)
    if reasons:
        raise PublishError("nothing was sent:\n" + "\n".join(f"  - {reason}" for reason in reasons))


def wheel_before(version: str, index: Index, folder: Path) -> Path | None:
    """Download the newest wheel on *index* that is older than *version* to *folder*; None if there is none."""
    found = {of: name for name in index.files() if name.endswith(".whl") and (of := version_of(name))}
    older = [of for of in found if of < Version(version)]
    if not older:
        return None
    name = found[max(older)]
    wheel = folder / name
    wheel.write_bytes(index.content(index.files()[name]))
    return wheel

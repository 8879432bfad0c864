"""`python -m tools.release [--dry-run] [--pre] [--version X.Y.Z] [--against NAME]`: prepare a release.

Proposes the version that the changes demand, writes it, and assembles its section of CHANGELOG.md from changelog.d/.
Never commits, tags or sends anything. Exit status: 0 for success, 1 for a refusal or an error, 2 for wrong usage.
"""

import argparse
import sys
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

from generator.__main__ import main as generate
from generator.diagnostics import SpecError
from tools.changes.release import ASSIGNED, compared
from tools.changes.report import Comparison, text
from tools.changes.sources import SourceError, git, tagged
from tools.changes.version import Version, version_of
from tools.release.changelog import released
from tools.release.described import faults
from tools.release.fragments import FOLDER, Fragment, assembled, outdated, unreleased

ROOT = Path(__file__).resolve().parents[2]
VERSION_FILE = Path("runtime", "foxreach_runtime", "version.py")
NEXT = """
Ready to be {version}. Next:
  python3 noxfile.py                          # every check
  git add -A && git commit -m "Release {version}"
  git tag -a v{version} -m "{version}"
  python3 noxfile.py -s publish               # then: git push --follow-tags"""


def main(argv: Sequence[str] | None = None, root: Path = ROOT) -> int:
    """Prepare a release of the checkout at *root* and return the exit status."""
    options = _options(argv)
    try:
        found, fragments = compared(root, options.against), unreleased(root)
        version = options.version or (_candidate(root, found) if options.pre else found.suggested)
        print(text(found))
        if reasons := [*_version_refusals(root, found, version), *_undescribed(root, found, fragments)]:
            return _refused(*reasons)
        changelog = _changelog(root, found, fragments, version)
    except SpecError as error:
        return _refused(*map(str, error.complaints))
    except (SourceError, ValueError, OSError) as error:
        return _refused(*map(str, getattr(error, "complaints", ())), f"{str(error).rstrip('.')}.")
    if options.dry_run:
        print(f"Would write {version} to {VERSION_FILE.as_posix()} and to CHANGELOG.md.")
        return 0
    if generate(["--spec", _below(root, "spec/foxreach.yaml"), "--out", _below(root, "generated/foxreach_client")]):
        return _refused("nothing was written.")
    _write(root, version, changelog)
    print(NEXT.format(version=version))
    return 0


def _options(argv: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser("nox -s release --", description="Prepare a release.")
    parser.add_argument("--dry-run", action="store_true", help="print what would be written, and write nothing")
    parser.add_argument(
        "--version", type=_version, help="another version than the proposed one, which must not be lower"
    )
    parser.add_argument("--pre", action="store_true", help="the next pre-release, such as 1.2.0rc1, instead")
    parser.add_argument("--against", metavar="NAME", help="a wheel, a document, or a tag, as for `nox -s changes`")
    return parser.parse_args(argv)


def _version(written: str) -> Version:
    try:
        return version_of(written)
    except ValueError as error:
        raise argparse.ArgumentTypeError(str(error)) from None


def _candidate(root: Path, found: Comparison) -> Version:
    """Return the next pre-release of the proposed version: the current one, as long as it has no tag."""
    final, known = found.suggested, tagged(root)
    if found.current.candidate and found.current.final == final and found.current not in known:
        return found.current
    return replace(final, candidate=1 + max((each.candidate for each in known if each.final == final), default=0))


def _undescribed(root: Path, found: Comparison, fragments: Sequence[Fragment]) -> list[str]:
    """Return what is wrong with the files in changelog.d/; nothing if they describe every change."""
    if not fragments:
        return [f"{FOLDER}/ has no new file. Describe there what users notice, such as in {FOLDER}/NAME.fixed.md."]
    return faults(fragments, found.changes, (root / "CHANGELOG.md").read_text("utf-8"))


def _changelog(root: Path, found: Comparison, fragments: Sequence[Fragment], version: Version) -> str:
    """Return the new changelog. A pre-release has no section: its changes stay unreleased until the final version.

    The section of an earlier run is replaced, if the version that it wrote was not released.
    """
    before = (root / "CHANGELOG.md").read_text("utf-8")
    if version.candidate:
        return before
    section = assembled(root, fragments, version, datetime.now(UTC).date().isoformat())
    return released(before, section, [str(found.current)] if found.current not in tagged(root) else [])


def _version_refusals(root: Path, found: Comparison, version: Version) -> Iterator[str]:
    """Yield why *version* cannot be the next one."""
    if git(root, "rev-parse", "--verify", "--quiet", f"refs/tags/v{version}"):
        yield f"v{version} is tagged already. Leave --version out to get the next one."
    elif found.released and version.final < found.released.after(change.weight for change in found.changes):
        yield f"{version} is too low: the changes since {found.released} demand {found.suggested} or higher."


def _write(root: Path, version: Version, changelog: str) -> None:
    """Write version and changelog, and delete the files that the last release has."""
    file = root / VERSION_FILE
    written = file.read_text("utf-8")
    match = ASSIGNED.search(written)
    if match is None:
        raise ValueError(f"{file} assigns no version")
    (root / "CHANGELOG.md").write_text(changelog, "utf-8", newline="\n")
    file.write_text(written[: match.start(1)] + str(version) + written[match.end(1) :], "utf-8", newline="\n")
    for each in outdated(root):
        each.unlink()


def _below(root: Path, path: str) -> str:
    return str(root / path)


def _refused(*reasons: str) -> int:
    print(*(f"release: {reason}" for reason in reasons), sep="\n", file=sys.stderr)
    return 1


if __name__ == "__main__":
    sys.exit(main())

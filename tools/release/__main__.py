"""`python -m tools.release [--dry-run] [--pre] [--version X.Y.Z] [--against NAME]`: prepare a release.

Proposes the version that the changes demand, writes it, and moves the unreleased lines of CHANGELOG.md below it. Never
commits, tags or sends anything. Exit status: 0 for success, 1 for a refusal or an error, 2 for wrong usage.
"""

import argparse
import sys
from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

from generator.__main__ import main as generate
from generator.diagnostics import SpecError
from tools.changes.release import ASSIGNED, compared
from tools.changes.report import Comparison, markdown, text
from tools.changes.sources import SourceError, git, tagged
from tools.changes.version import Version, version_of
from tools.release.changelog import UNRELEASED, released, sections

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
        found = compared(root, options.against)
        version = options.version or (_candidate(root, found) if options.pre else found.suggested)
        changelog = _changelog(root, found, version)
    except SpecError as error:
        return _refused(*map(str, error.complaints))
    except (SourceError, ValueError, OSError) as error:
        return _refused(*map(str, getattr(error, "complaints", ())), f"{str(error).rstrip('.')}.")
    print(text(found))
    if reason := _version_refusal(root, found, version):
        return _refused(reason)
    if options.dry_run:
        print(f"Would write {version} to {VERSION_FILE.as_posix()} and to CHANGELOG.md.")
        return 0
    if generate(["--spec", _below(root, "spec/foxreach.yaml"), "--out", _below(root, "generated/foxreach_client")]):
        return _refused("nothing was written.")
    (root / "CHANGELOG.md").write_text(changelog, "utf-8", newline="\n")
    _write_version(root / VERSION_FILE, version)
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


def _changelog(root: Path, found: Comparison, version: Version) -> str:
    """Return the new changelog; ValueError if its section of *version* would be empty.

    A pre-release has no section: its changes stay unreleased until the final version.
    """
    before = (root / "CHANGELOG.md").read_text("utf-8")
    if version.candidate and sections(before).get(UNRELEASED):
        return before
    after = released(before, str(version), datetime.now(UTC).date().isoformat(), markdown(found))
    if not sections(after)[str(version)]:
        raise ValueError("CHANGELOG.md has no line below `## [Unreleased]`: describe there what users notice")
    return after


def _version_refusal(root: Path, found: Comparison, version: Version) -> str:
    """Return why *version* cannot be the next one; '' if it can."""
    if git(root, "rev-parse", "--verify", "--quiet", f"refs/tags/v{version}"):
        return f"v{version} is tagged already. Leave --version out to get the next one."
    if found.released and version.final < found.released.after(change.weight for change in found.changes):
        return f"{version} is too low: the changes since {found.released} demand {found.suggested} or higher."
    return ""


def _write_version(file: Path, version: Version) -> None:
    written = file.read_text("utf-8")
    match = ASSIGNED.search(written)
    if match is None:
        raise ValueError(f"{file} assigns no version")
    file.write_text(written[: match.start(1)] + str(version) + written[match.end(1) :], "utf-8", newline="\n")


def _below(root: Path, path: str) -> str:
    return str(root / path)


def _refused(*reasons: str) -> int:
    print(*(f"release: {reason}" for reason in reasons), sep="\n", file=sys.stderr)
    return 1


if __name__ == "__main__":
    sys.exit(main())

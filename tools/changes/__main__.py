"""`python -m tools.changes [--against NAME] [--format text|json|markdown] [--output FILE] [--page]`.

Lists the changes that callers see.

Exit status: 0 when the comparison was made, 1 for a fault in one of the two documents, 2 when there is nothing of the
name to compare with.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, Sequence
from pathlib import Path

from generator.diagnostics import SpecError
from generator.output.manifest import ROOT

from .kinds import THEMES
from .report import Comparison, as_json, changes_page, markdown, text

FORMATS: dict[str, Callable[[Comparison], str]] = {"text": text, "json": as_json, "markdown": markdown}


def main(argv: Sequence[str] | None = None, root: Path = ROOT) -> int:
    """Return the exit status of one run on the checkout at *root*."""
    options = _options(argv)
    if options.page:
        sys.stdout.write(changes_page())
        return 0
    try:
        return _compare(options, root)
    except ModuleNotFoundError as error:
        print(f"{error}. Run `python3 noxfile.py -s changes`, which installs the tools.", file=sys.stderr)
        return 1


def _compare(options: argparse.Namespace, root: Path) -> int:
    """Write the list of changes; ModuleNotFoundError if a tool that reads documents or packages is not installed."""
    from .release import compared  # noqa: PLC0415 - both need the tools
    from .sources import SourceError  # noqa: PLC0415

    try:
        found = compared(root, options.against)
    except SourceError as error:
        print(*error.complaints, f"{str(error).rstrip('.')}.", sep="\n", file=sys.stderr)
        return 1 if error.complaints else 2
    except SpecError as error:
        print(*error.complaints, sep="\n", file=sys.stderr)
        count = len(error.complaints)
        print(f"{count} fault(s) in the document of the working tree; nothing was compared.", file=sys.stderr)
        return 1
    written = FORMATS[options.format](found)
    if options.output:
        options.output.write_text(written, "utf-8", newline="\n")
    else:
        sys.stdout.write(written)
    return 0


def _options(argv: Sequence[str] | None) -> argparse.Namespace:
    about = f"List what callers see of the changes since a release: {', '.join(THEMES).lower()}."
    parser = argparse.ArgumentParser("python -m tools.changes", description=about)
    against = "a wheel, a document in YAML or JSON, or a tag; without it, the highest tag v1.2.3 below HEAD"
    parser.add_argument("--against", metavar="NAME", help=against)
    parser.add_argument(
        "--format",
        choices=FORMATS,
        default="text",
        help="for people, for machines, or with the headings of CHANGELOG.md",
    )
    parser.add_argument("--output", type=Path, metavar="FILE", help="write the list to FILE instead of stdout")
    parser.add_argument("--page", action="store_true", help="print the table of kinds, docs/changes.md, and no changes")
    return parser.parse_args(argv)


if __name__ == "__main__":
    sys.exit(main())

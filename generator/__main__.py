"""`python -m generator [--check] [--spec FILE] [--out FOLDER]`: make the client, or say how it differs.

Exit status: 0 when the output is up to date or was written, 1 for a fault in the document or (with --check) a
difference, 2 for wrong usage (a place that cannot be read or written included), 130 when stopped by Ctrl-C. Nothing
heavy is imported before it is needed: an unchanged run imports no tool at all. A check does not believe the manifest
of what it checks: it generates, always.
"""

from __future__ import annotations

import argparse
import signal
import sys
from collections.abc import Sequence
from pathlib import Path

from .diagnostics import SpecError
from .output.manifest import NAME, ROOT, inputs_hash, recorded
from .output.write import can_be_made, differences, intact, ours, recover, write


def main(argv: Sequence[str] | None = None) -> int:
    """Return the exit status of one run."""
    options = _options(argv)
    if misuse := _misuse(options):
        print(misuse, file=sys.stderr)
        return 2
    try:
        return _run(options.spec, options.out, options.check)
    except SpecError as error:
        for complaint in error.complaints:
            print(complaint, file=sys.stderr)
        print(f"{len(error.complaints)} fault(s) in the document; nothing was written.", file=sys.stderr)
    except ModuleNotFoundError as error:
        print(f"{error}. Run `python3 noxfile.py -s generate`, which installs the tools.", file=sys.stderr)
    except KeyboardInterrupt:
        print(f"Stopped; {_shown(options.out)} is whole, as it was or as it was to be.", file=sys.stderr)
        return 128 + signal.SIGINT
    except OSError as error:
        print(f"{error.filename or options.out}: {error.strerror or error}; nothing was written.", file=sys.stderr)
    return 1


def _options(argv: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser("python -m generator", description="Generate foxreach_client from the document.")
    parser.add_argument("--check", action="store_true", help="write nothing; exit 1 and name each file that differs")
    parser.add_argument("--spec", type=Path, default=ROOT / "spec" / "foxreach.yaml", help="the OpenAPI document")
    parser.add_argument("--out", type=Path, default=ROOT / "generated" / "foxreach_client", help="the package's folder")
    return parser.parse_args(argv)


def _misuse(options: argparse.Namespace) -> str:
    """Return what is wrong with the places that were named, as one sentence, or '' if nothing is."""
    try:
        with options.spec.open("rb"):
            pass
    except OSError as error:
        return f"{_shown(options.spec)} cannot be read ({error.strerror}): name the OpenAPI document with --spec."
    out: Path = options.out.resolve()
    if not ours(out):
        return f"{_shown(out)} holds files and no {NAME} of ours: name another folder with --out, or empty it."
    if not options.check and not can_be_made(out):
        return f"{_shown(out)} cannot be written: name a folder with --out that you may write beside."
    return ""


def _run(spec: Path, out: Path, check: bool) -> int:
    out = out.resolve()
    if not check:
        recover(out)
    claimed = intact(out) and recorded(out).get("inputs") == inputs_hash(spec)
    if claimed and not check:
        print(f"{_shown(out)} is up to date.")
        return 0
    from .source.load import read  # noqa: PLC0415 - from here on the tools are imported, the two code generators last

    document = read(Path(_shown(spec)))
    from .pipeline import generate  # noqa: PLC0415

    tree = generate(document, inputs_hash(spec))
    lines = differences(out, tree)
    for line in lines:
        print(line, file=sys.stderr if check else sys.stdout)
    if check:
        return _result(out, lines, claimed)
    write(out, tree)
    print(f"{_shown(out)}: {len(tree)} files written, {len(lines)} changed.")
    return 0


def _result(out: Path, lines: list[str], claimed: bool) -> int:
    """Return the status of a check and say what to do about the differences. *claimed*: by its manifest it has none."""
    if not lines:
        print(f"{_shown(out)} is up to date.")
        return 0
    edited = any(line.startswith("edited") for line in lines)
    hint = " Move the hand edits to spec/, templates/ or generator/ first." if edited else ""
    hint = f" Remove {_shown(out)} first: by its manifest it is up to date." if claimed else hint
    print(f"{_shown(out)} differs in {len(lines)} file(s). Run `nox -s generate` and commit.{hint}", file=sys.stderr)
    return 1


def _shown(path: Path) -> str:
    """Return *path* as a person here would write it: relative when it lies below the current folder."""
    here, whole = Path.cwd(), path.resolve()
    return (whole.relative_to(here) if whole.is_relative_to(here) else whole).as_posix()


if __name__ == "__main__":
    sys.exit(main())

"""`python -m generator [--check] [--spec FILE] [--out FOLDER]`: generate the client, or report how it differs.

Many faults are summed up by rule, and the first ones listed: `--rule NAME`, `--limit N`, and `--format json` for all of
them on stdout, with other messages on stderr.

Exit status: 0 if the output is up to date or was written, 1 for a fault in the document or (with --check) a difference,
2 for wrong usage, including a path that cannot be read or written, 130 after Ctrl-C. The code generators are imported
only when they are needed: a run without changes imports none. A check never trusts the manifest; it always generates.
"""

from __future__ import annotations

import argparse
import signal
import sys
from collections.abc import Sequence
from contextlib import redirect_stdout
from pathlib import Path

from .diagnostics import SpecError
from .output.manifest import ROOT, inputs_hash, recorded
from .output.write import differences, intact, recover, replaceable, writable, write
from .report import as_json, lines


def main(argv: Sequence[str] | None = None) -> int:
    """Return the exit status of one run."""
    options = _options(argv)
    if usage_error := _usage_error(options):
        print(usage_error, file=sys.stderr)
        return 2
    in_json = options.format == "json"
    try:
        with redirect_stdout(sys.stderr if in_json else sys.stdout):
            status = _run(options.spec, options.out, options.check)
        if in_json:
            print(as_json([]))
        return status
    except SpecError as error:
        if in_json:
            print(as_json(error.complaints, options.rule, options.limit))
        else:
            print("\n".join(lines(error.complaints, options.rule, options.limit)), file=sys.stderr)
        print(f"{len(error.complaints)} fault(s); nothing was written.", file=sys.stderr)
    except ModuleNotFoundError as error:
        print(f"{error}. Run `python3 noxfile.py -s generate`, which installs the tools.", file=sys.stderr)
    except KeyboardInterrupt:
        print(f"Stopped; {_display(options.out)} is either unchanged or completely written.", file=sys.stderr)
        return 128 + signal.SIGINT
    except OSError as error:
        print(f"{error.filename or options.out}: {error.strerror or error}; nothing was written.", file=sys.stderr)
    return 1


def _options(argv: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser("python -m generator", description="Generate foxreach_client from the document.")
    parser.add_argument(
        "--check", action="store_true", help="write nothing; exit with 1 and list each file that differs"
    )
    parser.add_argument("--spec", type=Path, default=ROOT / "spec" / "foxreach.yaml", help="the OpenAPI document")
    parser.add_argument(
        "--out", type=Path, default=ROOT / "generated" / "foxreach_client", help="the folder of the package"
    )
    parser.add_argument("--rule", metavar="NAME", help="list only the faults of this rule")
    parser.add_argument("--limit", type=int, metavar="N", help="list at most N faults, 0 for all")
    parser.add_argument("--format", choices=("text", "json"), default="text", help="the form of a list of faults")
    return parser.parse_args(argv)


def _usage_error(options: argparse.Namespace) -> str:
    """Return why the given paths cannot be used, as one sentence, or '' if they can."""
    try:
        with options.spec.open("rb"):
            pass
    except OSError as error:
        return f"{_display(options.spec)} cannot be read ({error.strerror}). Name the OpenAPI document with --spec."
    out: Path = options.out.resolve()
    if not replaceable(out):
        return f"{_display(out)} was not written by this generator. Name another folder with --out, or empty it."
    if not options.check and not writable(out):
        return f"{_display(out)} cannot be written. Name another folder with --out; its parent must be writable."
    return ""


def _run(spec: Path, out: Path, check: bool) -> int:
    out = out.resolve()
    if not check:
        recover(out)
    claimed = intact(out) and recorded(out).get("inputs") == inputs_hash(spec)
    if claimed and not check:
        print(f"{_display(out)} is up to date.")
        return 0
    from .source.load import read  # noqa: PLC0415 - imports the tools, which an unchanged run does not need

    document = read(Path(_display(spec)))
    from .pipeline import generate  # noqa: PLC0415

    tree = generate(document, inputs_hash(spec))
    changed = differences(out, tree)
    for line in changed:
        print(line, file=sys.stderr if check else sys.stdout)
    if check:
        return _result(out, changed, claimed)
    write(out, tree)
    print(f"{_display(out)}: {len(tree)} files written, {len(changed)} changed.")
    return 0


def _result(out: Path, changed: list[str], claimed: bool) -> int:
    """Print the result of a check and return the exit status. *claimed* is True if the manifest matches the inputs."""
    if not changed:
        print(f"{_display(out)} is up to date.")
        return 0
    edited = any(line.startswith("edited") for line in changed)
    hint = " First move the manual edits to spec/, templates/ or generator/." if edited else ""
    hint = f" First remove {_display(out)}, since its manifest says that it is up to date." if claimed else hint
    print(
        f"{_display(out)} differs in {len(changed)} file(s). Run `nox -s generate` and commit.{hint}", file=sys.stderr
    )
    return 1


def _display(path: Path) -> str:
    """Return *path* for a message: relative if it is below the current folder."""
    here, whole = Path.cwd(), path.resolve()
    return (whole.relative_to(here) if whole.is_relative_to(here) else whole).as_posix()


if __name__ == "__main__":
    sys.exit(main())

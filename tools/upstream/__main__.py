"""`python -m tools.upstream FILE_OR_URL [--format text|json] [--record]`: compare the vendor's document with the spec.

Exit status: 0 if each difference is explained or new, 1 if the spec differs without a reason, 2 if the document was
refused and nothing was compared.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path

from generator.diagnostics import SpecError
from generator.output.manifest import ROOT
from generator.source.load import read as read_spec

from .places import base_of, contracts
from .provenance import PROVENANCE, last, record
from .reasons import reasons
from .report import as_json, text
from .review import review
from .source import UpstreamError, read


def main(argv: Sequence[str] | None = None, root: Path = ROOT) -> int:
    """Return the exit status of one run on the checkout at *root*."""
    options = _options(argv)
    try:
        spec = read_spec(root / "spec" / "foxreach.yaml")
        theirs = read(options.document, spec)
        found = review(spec, contracts(spec, base_of(spec)), theirs.contracts, last(root), reasons(root))
        if options.record:
            record(root, theirs, datetime.now(UTC).date().isoformat())
    except SpecError as error:
        print(*error.complaints, sep="\n", file=sys.stderr)
        return 2
    except UpstreamError as error:
        print(error, file=sys.stderr)
        return 2
    except OSError as error:
        print(f"{error.filename}: {error.strerror}; nothing was recorded.", file=sys.stderr)
        return 2
    sys.stdout.write(as_json(found) if options.format == "json" else text(found))
    if options.record:
        print(f"Recorded in {PROVENANCE.as_posix()}.", file=sys.stderr)
    return 1 if found.unexplained else 0


def _options(argv: Sequence[str] | None) -> argparse.Namespace:
    about = "Compare the vendor's own OpenAPI document with the spec, and propose edits. The spec is never written."
    parser = argparse.ArgumentParser("python -m tools.upstream", description=about)
    parser.add_argument("document", metavar="FILE_OR_URL", help="OpenAPI 3.0 or 3.1, in JSON or YAML")
    parser.add_argument("--format", choices=("text", "json"), default="text", help="for people, or for machines")
    parser.add_argument("--record", action="store_true", help="note it as the last document of the vendor")
    return parser.parse_args(argv)


if __name__ == "__main__":
    sys.exit(main())

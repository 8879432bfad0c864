"""`python -m tools.draft FILE [-o OUT]`: draft a spec in our dialect from an OpenAPI document.

The draft goes to OUT or stdout, everything else to stderr. Exit status: 0 if a draft was written, 2 if the document
cannot be read.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

from .draft import drafted
from .read import DraftError, read
from .report import text
from .write import written


def main(argv: Sequence[str] | None = None) -> int:
    """Return the exit status of one run."""
    options = _options(argv)
    try:
        draft = drafted(read(options.document))
        made = written(draft.document.data)
        if options.output:
            options.output.write_text(made, "utf-8", newline="\n")
        else:
            sys.stdout.write(made)
    except DraftError as error:
        print(error, file=sys.stderr)
        return 2
    except OSError as error:
        print(f"{error.filename}: {error.strerror}; no draft was written.", file=sys.stderr)
        return 2
    sys.stderr.write(text(draft))
    return 0


def _options(argv: Sequence[str] | None) -> argparse.Namespace:
    about = "Draft a spec from an OpenAPI document, and list what is guessed, what is lost, and what is left to do."
    parser = argparse.ArgumentParser("python -m tools.draft", description=about)
    parser.add_argument("document", metavar="FILE", type=Path, help="OpenAPI 3.0 or 3.1, in JSON or YAML")
    parser.add_argument("-o", "--output", type=Path, metavar="OUT", help="write the draft to OUT instead of stdout")
    return parser.parse_args(argv)


if __name__ == "__main__":
    sys.exit(main())

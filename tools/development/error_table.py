"""Writes the table of error statuses in docs/errors.md from the packaged spec.

`python -m tools.development.error_table` rewrites the table, `--check` only compares it and exits with 1 if it differs.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[2]
PAGE = Path("docs", "errors.md")
SPEC = Path("generated", "foxreach_client", "openapi.json")
BEGIN, END = "<!-- From the spec, by `nox -s generate`. -->\n", "<!-- End of the table from the spec. -->\n"
HEAD = "| Class | Status | Meaning |\n| --- | --- | --- |\n"
FAMILIES = """\
| `ClientError` | any other 4xx | The server refuses the request |
| `ServerError` | any 5xx without a class of its own | The server failed; it may have done the work all the same |
"""


def main(argv: Sequence[str] | None = None, root: Path = ROOT) -> int:
    """Write or check the table of the checkout at *root*; return the exit status."""
    page = root / PAGE
    text = page.read_text("utf-8")
    new = with_table(text, json.loads((root / SPEC).read_bytes()))
    if new == text:
        return 0
    if "--check" in (sys.argv[1:] if argv is None else argv):
        print("The table of error statuses in docs/errors.md is stale. Run `nox -s generate`.", file=sys.stderr)
        return 1
    page.write_text(new, "utf-8", newline="\n")
    return 0


def with_table(text: str, spec: dict[str, Any]) -> str:
    """Return the page's *text* with the table of *spec* between its two marks; ValueError without them."""
    before, begin, rest = text.partition(BEGIN)
    _, end, after = rest.partition(END)
    if not (begin and end):
        raise ValueError(f"docs/errors.md has no lines {BEGIN.strip()!r} and {END.strip()!r}")
    rows = (f"| `{name}` | {status} | {meaning} |\n" for status, name, meaning in classes(spec))
    return f"{before}{begin}\n{HEAD}{''.join(rows)}{FAMILIES}\n{end}{after}"


def classes(spec: dict[str, Any]) -> list[tuple[str, str, str]]:
    """Return the status, the class and the first sentence of the description, once for each class."""
    operations = (node for item in spec["paths"].values() for key, node in item.items() if key != "parameters")
    found: set[tuple[str, str, str]] = set()
    for status, reply in (pair for operation in operations for pair in operation["responses"].items()):
        said = spec["components"]["responses"][reply["$ref"].rpartition("/")[2]] if "$ref" in reply else reply
        if "x-exception" in said:
            meaning = " ".join(said["description"].split()).partition(". ")[0].rstrip(".").replace("|", "\\|")
            found.add((status, said["x-exception"], meaning))
    return sorted(found)


if __name__ == "__main__":
    sys.exit(main())

"""Writes docs/evidence.md from the spec: how well each operation is known, from which sources, and since when.

`python -m tools.development.evidence` rewrites the page, `--check` only compares it and exits with 1 if it differs.
"""

from __future__ import annotations

import json
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from generator.source.load import read

ROOT = Path(__file__).resolve().parents[2]
SPEC, PROVENANCE, PAGE = Path("spec", "foxreach.yaml"), Path("spec", "provenance.json"), Path("docs", "evidence.md")
KNOWN = {
    "docs": "a page of the documentation, read whole",
    "partly": "a page of the documentation, read in part",
    "sdk": "the vendor's clients alone",
    "live": "replies of the API itself",
    "guess": "a guess, not checked",
}
HEAD = """\
# Evidence

How well each operation of the spec is known, from which sources, and since when.

- *Known from* is `x-evidence` in `spec/foxreach.yaml`. *Sources* and *Since* are recorded in `spec/provenance.json`.
- A source `page` is a page of the vendor's API reference. `SDK 0.1` is the first version of the vendor's Python client
  that has the call.
- The pages have no date, so *Since* is the day on which the spec was written from the source.

`nox -s generate` writes this page.
"""
Node = dict[str, Any]


def main(argv: Sequence[str] | None = None, root: Path = ROOT) -> int:
    """Write or check the page of the checkout at *root*; return the exit status."""
    new = page(read(root / SPEC).data, json.loads((root / PROVENANCE).read_text("utf-8")))
    found = root / PAGE
    if found.is_file() and found.read_text("utf-8") == new:
        return 0
    if "--check" in (sys.argv[1:] if argv is None else argv):
        print(f"{PAGE.as_posix()} is stale. Run `nox -s generate`.", file=sys.stderr)
        return 1
    found.write_text(new, "utf-8", newline="\n")
    return 0


def page(spec: Node, provenance: Node) -> str:
    """Return the text of the page."""
    rows = list(_rows(spec, provenance["operations"]))
    counts = Counter(known for _, _, known, *_ in rows)
    summed = "\n".join(
        f"- {counts[words]} of {len(rows)} operations are known from {words}"
        for words in KNOWN.values()
        if counts[words]
    )
    table = "\n".join(f"| {' | '.join(row)} |" for row in rows)
    head = "| Call | Request | Known from | Sources | Since |\n| --- | --- | --- | --- | --- |"
    return f"{HEAD}\n{summed}\n\n{_upstream(provenance['upstream'])}\n\n{head}\n{table}\n"


def _rows(spec: Node, sources: Node) -> Iterator[tuple[str, str, str, str, str]]:
    for path, item in spec["paths"].items():
        for method, operation in item.items():
            if method != "parameters":
                call = operation["operationId"]
                said = sources.get(call, {})
                names = [f"page `api-reference/{said['page']}`"] if "page" in said else []
                names += [f"SDK {said['sdk']}"] if "sdk" in said else []
                known = KNOWN[operation["x-evidence"]]
                request = f"`{method.upper()} {path}`"
                yield f"`{call}`", request, known, ", ".join(names) or "not recorded", said.get("since", "not recorded")


def _upstream(recorded: Node | None) -> str:
    if not recorded:
        return "The vendor's own OpenAPI document was never compared with the spec: it was not available."
    return (
        f"The vendor's own OpenAPI document was last compared on {recorded['date']}: {recorded['source']}, "
        f"SHA-256 `{recorded['sha256']}`."
    )


if __name__ == "__main__":
    sys.exit(main())

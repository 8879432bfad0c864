"""`python -m tools.probe [--plan] [--ids N] [--write-scratch] [--output FOLDER]`: ask the API where the spec is wrong.

The key is FOXREACH_API_KEY. Exit status: 0 no difference, 1 differences, 2 incomplete.
"""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Generator, Sequence
from contextlib import closing
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import httpx2
from foxreach_client import ConfigurationError, FoxReach, RetryPolicy
from foxreach_client.client import FACTS
from foxreach_runtime.differences.document import Document, packaged

from generator.source.load import load

from .asking import Asker, Result, ids_in
from .guard import Guard
from .plan import announcement, first_asks, lists, object_asks
from .report import INCOMPLETE, Findings, as_json, patch, text
from .scratch import Scratch, scratched

SPEC = Path("spec", "foxreach.yaml")
PATIENT = RetryPolicy(max_attempts=3, deadline=150.0)  # A window of the quota ends within a minute.


def main(
    argv: Sequence[str] | None = None,
    transport: httpx2.BaseTransport | None = None,
    retry: RetryPolicy = PATIENT,
    **options: Any,
) -> int:
    """Return the exit status of one probe through *transport*, by default the network."""
    chosen = _chosen(argv)
    document = packaged("foxreach_client")
    print(announcement(document, chosen.ids, scratch=chosen.write_scratch), flush=True)
    if chosen.plan:
        return 0
    base = urlsplit(os.environ.get(f"{FACTS.variables}_BASE_URL") or FACTS.base_url).path
    scratch = Scratch(base) if chosen.write_scratch else None
    guard = Guard(transport or httpx2.HTTPTransport(), FACTS.key_header, scratch)
    try:
        client = FoxReach(http_client=httpx2.Client(transport=guard), retry=retry, **options)
    except ConfigurationError as error:
        print(error, file=sys.stderr)
        return INCOMPLETE
    with client:
        findings = probed(Asker(document, client, guard), chosen.ids, scratch)
    return _written(findings, document, chosen.output)


def probed(asker: Asker, most: int, scratch: Scratch | None) -> Findings:
    """Return what the probe finds, also if the user interrupts it."""
    results: list[Result] = []
    try:
        with closing(_results(asker, most, scratch)) as each:
            for result in each:
                results.append(result)  # noqa: PERF402  # What was found before an interruption is kept.
    except KeyboardInterrupt as error:
        print(*getattr(error, "__notes__", ()), file=sys.stderr)
        return Findings(tuple(results), interrupted=True)
    return Findings(tuple(results))


def _results(asker: Asker, most: int, scratch: Scratch | None) -> Generator[Result]:
    ids: dict[str, list[str]] = {}
    for ask in first_asks(asker.document):
        result, body = asker.ask(ask)
        if ask.operation in lists(asker.document) and ask.key == "own":
            ids[ask.operation] = max(ids.get(ask.operation, []), ids_in(body), key=len)
        yield result
    for ask in object_asks(asker.document, ids, most):
        yield asker.ask(ask)[0]
    if scratch is not None:
        yield from scratched(asker, scratch)


def _written(findings: Findings, document: Document, folder: Path) -> int:
    source = SPEC.read_text("utf-8")
    spec = load(source, SPEC.as_posix())
    places = {name: each.place for name, each in document.operations.items()}
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "differences.json").write_text(as_json(findings, spec), "utf-8")
    (folder / "evidence.patch").write_text(patch(findings.confirmed, source, spec, places), "utf-8")
    print(text(findings, spec))
    print(f"Written: {folder / 'differences.json'}; {folder / 'evidence.patch'}, to be read and applied by hand.")
    return findings.status


def _chosen(argv: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser("python -m tools.probe", description="Ask the API where the spec is wrong.")
    parser.add_argument("--plan", action="store_true", help="print the plan and ask nothing")
    parser.add_argument("--ids", type=int, default=1, metavar="N", help="objects to read of each list (default 1)")
    parser.add_argument(
        "--write-scratch", action="store_true", help="create, change and remove one lead at example.invalid, too"
    )
    parser.add_argument("--output", type=Path, default=Path("probe"), metavar="FOLDER", help="where to write the files")
    return parser.parse_args(argv)


if __name__ == "__main__":
    sys.exit(main())

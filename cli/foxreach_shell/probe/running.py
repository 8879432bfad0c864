"""One run of the probe: the plan, the asks, and the files that it writes."""

from __future__ import annotations

import os
from argparse import Namespace
from collections.abc import Generator, Iterable
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import httpx2
from foxreach_client import FoxReach, RetryPolicy
from foxreach_client.client import FACTS
from foxreach_runtime.differences.document import Document, packaged
from foxreach_runtime.http.connections import opened
from foxreach_runtime.http.tls import TrustSettings

from .. import output
from ..doctor import is_here
from ..failures import report_other, say
from ..main import close_stdout
from ..session import Session
from ..usage import DONE, UsageError
from .asking import Asker, Result, ids_in
from .evidence import Spec, listed, patch
from .guard import Guard, Through
from .lives import scratched
from .plan import announcement, first_asks, lists, object_asks
from .report import INCOMPLETE, Findings, as_json, text
from .scratch import Scratch

NAME = Path("spec", "foxreach.yaml")
PATIENT = RetryPolicy(max_attempts=3, deadline=150.0)  # A window of the quota ends within a minute.


def probe(given: Namespace, session: Session) -> int:
    """Return the exit status of one probe."""
    document, spec = packaged("foxreach_client"), spec_of(given.spec)
    plan = announcement(document, given.ids, scratch=given.write_scratch)
    if given.plan:
        output.put(output.pretty({"plan": plan}) + "\n" if given.output else "\n".join(plan) + "\n")
        return DONE
    scratch = Scratch(urlsplit(session.base_url).path) if given.write_scratch else None
    with _network(session) as network:
        guard = Guard(network, FACTS.key_header, scratch)
        with _client(session, guard) as client:
            _make(given.to)
            say("\n".join(plan))
            findings = gathered(results(Asker(document, client, guard), given.ids, scratch))
    return _written(findings, document, spec, given)


def spec_of(named: Path | None) -> Spec | None:
    """Return the spec that is *named*, or that of the checkout around the working directory, if there is one."""
    if named is not None:
        try:
            return Spec(named, named.read_text("utf-8"))
        except UnicodeDecodeError:
            raise UsageError(f"{named} is not UTF-8.") from None
    here = Path.cwd()
    found = next((each / NAME for each in (here, *here.parents) if (each / NAME).is_file()), None)
    return None if found is None else Spec(found, found.read_text("utf-8"))


def gathered(each: Generator[Result]) -> Findings:
    """Return what the probe finds, also if the user interrupts it."""
    found: list[Result] = []
    try:
        with closing(each):
            for result in each:
                found.append(result)  # noqa: PERF402  # What was found before an interruption is kept.
    except KeyboardInterrupt as error:
        for note in getattr(error, "__notes__", ()):
            say(note)
        return Findings(tuple(found), interrupted=True)
    return Findings(tuple(found))


def results(asker: Asker, most: int, scratch: Scratch | None) -> Generator[Result]:
    """Yield what comes of each ask."""
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


@contextmanager
def _network(session: Session) -> Generator[httpx2.BaseTransport]:
    """Give what is below the guard: the client that a program set, or one with the proxies and certificates of here."""
    given: httpx2.Client | None = session.options.get("http_client")
    if given is not None:
        yield Through(given)
        return
    direct = is_here(session.base_url)
    with opened(httpx2.Client, "probe", TrustSettings.from_environment(), direct=direct) as client:
        yield Through(client)


def _client(session: Session, guard: Guard) -> FoxReach:
    retry: dict[str, Any] = {} if "retry" in session.options else {"retry": PATIENT}
    return session.opened(http_client=httpx2.Client(transport=guard), **retry)


def _make(folder: Path) -> None:
    """Make the folder of the files; what cannot be written is told before the first call."""
    folder.mkdir(parents=True, exist_ok=True)
    if not os.access(folder, os.W_OK):
        raise UsageError(f"{folder}: nothing can be written there.")


def _written(findings: Findings, document: Document, spec: Spec | None, given: Namespace) -> int:
    whole = as_json(findings, document, spec)
    _print(whole if given.output == "json" else text(findings, document, spec) + "\n")
    files = {"differences.json": whole, "evidence.txt": listed(findings.confirmed, document, spec)}
    files |= {"evidence.patch": patch(findings.confirmed, document, spec)} if spec else {}
    try:
        if spec is None:
            (given.to / "evidence.patch").unlink(missing_ok=True)  # One of an earlier run: this one confirms less.
        for name, content in files.items():
            (given.to / name).write_text(content, "utf-8")
    except OSError as error:
        report_other(error, as_json=given.output == "json", status=INCOMPLETE)
        return findings.status or INCOMPLETE
    _say_written(files, given.to)
    return findings.status


def _print(words: str) -> None:
    try:
        output.put(words)
        output.flush()
    except BrokenPipeError:  # The files have it all, and the status of the probe is not that of a pipe.
        close_stdout()


def _say_written(files: Iterable[str], folder: Path) -> None:
    names = ", ".join(str(folder / name) for name in files)
    say(f"written: {names}; read the evidence before you apply it")

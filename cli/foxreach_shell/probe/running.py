"""One run of the probe: the plan, the asks, and the files that it writes."""

from __future__ import annotations

import os
import signal
from argparse import Namespace
from collections import Counter
from collections.abc import Callable, Generator, Iterable
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
from ..session import Session
from ..streams import loss
from ..usage import DONE, UsageError
from .asking import Asker, Result, ids_in
from .evidence import Spec, changes, listed, patch
from .guard import Guard, Through
from .lives import ASKS, scratched
from .plan import Ask, announcement, first_asks, lists, object_asks
from .report import INCOMPLETE, Findings, as_json
from .scratch import Scratch
from .server import Server, server_of
from .words import text

NAME = Path("spec", "foxreach.yaml")
NOT_REACHED = "not asked before the interruption"
PATIENT = RetryPolicy(max_attempts=3, deadline=150.0)  # A window of the quota ends within a minute.


def probe(given: Namespace, session: Session) -> int:
    """Return the exit status of one probe."""
    document, spec = packaged("foxreach_client"), spec_of(given.spec)
    server = server_of(session.base_url, document)
    plan = announcement(document, given.ids, server, scratch=given.write_scratch)
    if given.plan:
        output.put(output.pretty({"plan": plan}) + "\n" if given.output else "\n".join(plan) + "\n")
        return DONE
    scratch = Scratch(urlsplit(session.base_url).path) if given.write_scratch else None
    with _network(session) as network:
        guard = Guard(network, FACTS.key_header, scratch)
        with _client(session, guard) as client:
            _make(given.to)
            say("\n".join(plan))
            run = Run(Asker(document, client, guard), given.ids, scratch)
            # Another Ctrl-C must not lose the files, nor change the status.
            findings = gathered(run.results(), run.planned, lambda: ignore_interrupts(session))
    status = _written(findings, document, spec, server, given)
    ignore_interrupts(session)  # At its end, Python would let the signal decide the status.
    return status


def ignore_interrupts(session: Session) -> None:
    """Ignore Ctrl-C until this process ends, unless a program gave options and goes on after the command."""
    if not session.options:
        signal.signal(signal.SIGINT, signal.SIG_IGN)


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


def gathered(
    each: Generator[Result],
    planned: Callable[[int], Iterable[Ask]] = lambda _: (),
    on_interrupt: Callable[[], object] = lambda: None,
) -> Findings:
    """Return what the probe finds and, if the user interrupts it, what of *planned* it did not ask."""
    found: list[Result] = []
    try:
        with closing(each):
            for result in each:
                found.append(result)  # noqa: PERF402  # What was found before an interruption is kept.
    except KeyboardInterrupt as error:
        on_interrupt()
        for note in getattr(error, "__notes__", ()):
            say(note)
        return Findings((*found, *_not_reached(planned(len(found)), found)), interrupted=True)
    return Findings(tuple(found))


def _not_reached(planned: Iterable[Ask], found: Iterable[Result]) -> Generator[Result]:
    """Yield each planned ask that has no result."""
    done = Counter((each.operation, each.about) for each in found)
    for ask in planned:
        key = (ask.operation, ask.about)
        if done[key]:
            done[key] -= 1
        else:
            yield Result(*key, lacking=NOT_REACHED, settles=ask.settles)


class Run:
    """The asks of one run, *most* objects of each list; with a *scratch*, also what its objects show."""

    def __init__(self, asker: Asker, most: int, scratch: Scratch | None) -> None:
        self._asker, self._most, self._scratch = asker, most, scratch
        self._document = asker.document
        self._ids: dict[str, list[str]] = {}

    def results(self) -> Generator[Result]:
        """Yield what comes of each ask."""
        for ask in first_asks(self._document):
            result, body = self._asker.ask(ask)
            if ask.operation in lists(self._document) and ask.key == "own":
                self._ids[ask.operation] = max(self._ids.get(ask.operation, []), ids_in(body), key=len)
            yield result
        for ask in object_asks(self._document, self._ids, self._most):
            yield self._asker.ask(ask)[0]
        if self._scratch is not None:
            yield from scratched(self._asker, self._scratch)

    def planned(self, done: int) -> list[Ask]:
        """Return every ask of the run after *done* results; until all lists were read, each may have enough objects."""
        first = list(first_asks(self._document))
        if done < len(first):
            objects = [ask for ask in object_asks(self._document, {}, self._most) for _ in range(self._most)]
        else:
            objects = list(object_asks(self._document, self._ids, self._most))
        return [*first, *objects, *(ASKS if self._scratch is not None else ())]


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
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except (FileExistsError, NotADirectoryError):
        raise UsageError(f"{folder} is not a folder; --to takes one for the files of the probe.") from None
    if not os.access(folder, os.W_OK):
        raise UsageError(f"{folder}: nothing can be written there.")


def _written(findings: Findings, document: Document, spec: Spec | None, server: Server, given: Namespace) -> int:
    whole = as_json(findings, document, spec, server)
    output.put(whole if given.output == "json" else text(findings, document, spec, server) + "\n")
    files = {"differences.json": whole, "evidence.txt": listed(findings.agreed, document, spec, server)}
    edit = patch(findings.agreed, document, spec, server) if spec else ""
    files |= {"evidence.patch": edit} if edit else {}
    try:
        if not edit:
            (given.to / "evidence.patch").unlink(missing_ok=True)  # One of an earlier run: this one confirms less.
        for name, content in files.items():
            (given.to / name).write_text(content, "utf-8")
    except OSError as error:
        report_other(error, as_json=given.output == "json", status=INCOMPLETE)
        return findings.status or INCOMPLETE
    has_evidence = any(changes(findings.agreed, document, server))
    _say_written(files, given.to, has_evidence=has_evidence)
    return findings.status or (INCOMPLETE if loss() else DONE)


def _say_written(files: Iterable[str], folder: Path, *, has_evidence: bool) -> None:
    names = ", ".join(str(folder / name) for name in files)
    say(f"written: {names}" + ("; read the evidence before you apply it" if has_evidence else ""))

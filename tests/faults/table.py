"""The page docs/reliability.md: `python -m tests.faults.table` runs every fault and writes the tables into it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from foxreach_client import FoxReachError

from tests.faults.calls import history_of
from tests.faults.catalogue import SECTIONS
from tests.faults.closing import MOMENTS, observed_end
from tests.faults.fault import Fault
from tests.faults.forks import FORKS, observed_fork
from tests.faults.lists import LISTS, SIZE, TOTAL, observed_list
from tests.faults.observed import observed
from tests.faults.refused import REFUSED

PAGE = Path(__file__).parents[2] / "docs" / "reliability.md"
BEGIN, END = "<!-- printed by python -m tests.faults.table -->\n", "<!-- the end of what is printed -->\n"


def tables() -> Iterator[str]:
    """Return the lines of all tables, from what was observed."""
    for title, faults in SECTIONS.items():
        yield f"### {title}"
        yield ""
        yield "| Fault | What the caller gets | Attempts | Requests the server saw |"
        yield "| --- | --- | --- | --- |"
        for fault in faults:
            yield row(fault)
        yield ""
    for table in (waits, lists, closing, forks):
        yield from table()
        yield ""


def waits() -> Iterator[str]:
    """Return the lines on the waits between the attempts of a read."""
    yield "### Waits"
    yield ""
    yield "Random waits are at their longest. All seconds include those for which a 429 closes the key to every call."
    yield ""
    yield "| Answer, four times | Seconds before each retry | Seconds in all |"
    yield "| --- | --- | --- |"
    for fault in REFUSED:
        saw = observed(fault, "read", "sync") if "read" in fault.calls else None
        if saw is not None and len(history_of(saw)) > 1:
            retries = ", ".join(f"{attempt.wait:g}" for attempt in history_of(saw)[:-1])
            yield f"| {fault.name} | {retries} | {round(sum(saw.waits), 1):g} |"


def closing() -> Iterator[str]:
    """Return the lines on calls whose client is closed meanwhile."""
    yield "### The client is closed meanwhile"
    yield ""
    yield "| The call | What the caller gets | Requests the server saw |"
    yield "| --- | --- | --- |"
    for moment in MOMENTS:
        saws = {call: observed_end(moment, call, "sync") for call in moment.calls}
        counts = told({call: str(saw.requests) for call, saw in saws.items()})
        yield f"| {moment.name} | {told({call: outcome(saw.error) for call, saw in saws.items()})} | {counts} |"


def forks() -> Iterator[str]:
    """Return the lines on forks."""
    yield "### The process is forked"
    yield ""
    yield "| The fork | A call in the parent | A call in the child | Connections the server saw |"
    yield "| --- | --- | --- | --- |"
    for fork in FORKS:
        saw = observed_fork(fork)
        yield f"| {fork.name} | {saw.parent} | {saw.child} | {saw.connections} |"


def lists() -> Iterator[str]:
    """Return the lines on lists."""
    yield "### Lists"
    yield ""
    yield f"{TOTAL} leads on pages of {SIZE}. No list ends early or runs for ever."
    yield ""
    yield "| Fault | What the caller gets | Leads before that | Requests the server saw | `error.next_page` |"
    yield "| --- | --- | --- | --- | --- |"
    for each in LISTS:
        saw = observed_list(each, "sync")
        got = outcome(saw.error, "all leads")
        yield f"| {each.name} | {got} | {saw.leads} | {saw.requests} | {getattr(saw.error, 'next_page', '')} |"


def row(fault: Fault) -> str:
    """Return one line: what the caller gets, after how many attempts, and what the server received whole."""
    saws = {call: observed(fault, call, "sync") for call in fault.calls}
    counts = {call: sum(b"/leads" in request for request in saw.received) for call, saw in saws.items()}
    cells = (
        {call: outcome(saw.error) for call, saw in saws.items()},
        {call: str(len(history_of(saw))) for call, saw in saws.items()},
        {call: str(count) for call, count in counts.items()},
    )
    return f"| {fault.name} | {' | '.join(map(told, cells))} |"


def outcome(error: FoxReachError | None, success: str = "the result") -> str:
    """Return the class of the error, or that there was none."""
    if error is None:
        return success
    status = getattr(error, "status", None)
    named = f"`{type(error).__name__}`"
    return f"{named}, status {status}" if status else named


def told(values: dict[str, str]) -> str:
    """Return the one value of all calls, or each with the name of its call."""
    if len(set(values.values())) == 1 and len(values) > 1:
        return next(iter(values.values()))
    return ", ".join(f"{call}: {value}" for call, value in values.items())


def page(now: str) -> str:
    """Return *now*, the text of the page, with new tables."""
    before, _, rest = now.partition(BEGIN)
    _, _, after = rest.partition(END)
    return "\n".join([before + BEGIN, *tables()]) + END + after


if __name__ == "__main__":
    PAGE.write_text(page(PAGE.read_text(encoding="utf-8")), encoding="utf-8")

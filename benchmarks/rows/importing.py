"""Importing rows, 1,000 in a call, which is the most that the API takes: CPU time, and growth of memory."""

from collections.abc import Callable, Generator, Iterator, Mapping
from contextlib import contextmanager
from itertools import islice
from typing import Any

from foxreach_client import FoxReach

from benchmarks.clock import Measure, in_process, output_of_child
from benchmarks.floor import FLOOR, Socket
from benchmarks.leads import KEY, compact, rows
from benchmarks.row import OURS, Comparison, Place, Row
from benchmarks.sandbox_server import SANDBOX, process

LOOP = "import_leads in a loop"
BATCH = 1_000
HEAD = (
    f"POST /api/v1/leads/import HTTP/1.1\r\nHost: 127.0.0.1\r\nX-API-Key: {KEY}\r\n"
    "Content-Type: application/json\r\nContent-Length: {}\r\n\r\n"
)

# The first rows load all modules and buffers. The peak is that of the kernel (Linux), in KiB.
GROWING = """
import itertools, re
from foxreach_client import FoxReach
client = FoxReach(api_key="otr_sandbox", base_url="http://127.0.0.1:{port}/api/v1")
def peak():
    with open("/proc/self/status") as status:
        return int(re.search(r"VmHWM:\\s*(\\d+)", status.read())[1])
def imported(first, count):
    rows = ({{"email": f"lead{{number}}@example.com", "first_name": "Jane"}} for number in range(first, first + count))
    files = {{"checkpoint": f"checkpoint{{first}}", "outcomes": f"outcomes{{first}}"}}
    assert client.leads.import_all(rows, **files).created == count
imported(0, 3000)
size = peak()
imported(3000, {count})
print((peak() - size) / 1024)
"""


@contextmanager
def _importing(place: Place) -> Generator[Mapping[str, Measure]]:
    table = rows(max(1, round(20 * BATCH * place.scale)))
    with FoxReach(api_key=KEY, base_url=place.base_url) as client, Socket(place.port) as connection:

        def ours() -> None:
            checkpoint, outcomes = place.folder / "checkpoint", place.folder / "outcomes"
            checkpoint.unlink(missing_ok=True)
            client.leads.import_all(iter(table), checkpoint=checkpoint, outcomes=outcomes)

        def loop() -> None:
            left: Iterator[Any] = iter(table)
            while batch := list(islice(left, BATCH)):
                client.leads.import_leads(leads=batch)

        def floor() -> None:
            left = iter(table)
            while batch := list(islice(left, BATCH)):
                content = compact({"leads": batch})
                connection.answer(HEAD.format(len(content)).encode() + content)

        works: dict[str, Callable[[], object]] = {OURS: ours, LOOP: loop, FLOOR: floor}
        yield {name: in_process(work, place.enough) for name, work in works.items()}


@contextmanager
def _growth(place: Place) -> Generator[Mapping[str, Measure]]:
    count = max(BATCH, round(20 * BATCH * place.scale))
    with process(SANDBOX) as (port, _):

        def measure() -> float:
            return float(output_of_child(GROWING.format(port=port, count=count), place.folder))

        yield {OURS: measure}


IMPORT_ALL = Row(
    "import-all",
    "`import_all` of 20,000 rows, with checkpoint and outcomes",
    _importing,
    (Comparison(LOOP, "share"), Comparison(FLOOR, "share")),
    rounds=5,
)
IMPORT_GROWTH = Row(
    "import-growth",
    "Growth of memory during an import on the sandbox",
    _growth,
    (Comparison("MiB", "value", 3.0),),
    rounds=1,
)

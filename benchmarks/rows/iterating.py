"""Reading 100,000 leads page by page: CPU time and growth of memory."""

from collections.abc import Generator, Mapping
from contextlib import contextmanager

from benchmarks.clock import Measure, output_of_child
from benchmarks.leads import KEY
from benchmarks.others import VENDOR
from benchmarks.row import OURS, Comparison, Place, Row

PAGES = 1_000

# A page before the measurement loads all modules and buffers. The peak is that of the kernel (Linux), in KiB; getrusage
# would start from the peak of the parent process.
MEASURED = """
import re, time
{opening}
def peak():
    with open("/proc/self/status") as status:
        return int(re.search(r"VmHWM:\\s*(\\d+)", status.read())[1])
def read(leads, most):
    count = 0
    for lead in leads:
        count += 1
        if count == most:
            break
    return count
read({leads}, 200)
size, started = peak(), time.process_time()
count = read({leads}, None)
print(time.process_time() - started, (peak() - size) / 1024, count)
"""
OUR_OPENING = """
from foxreach_client import FoxReach
client = FoxReach(api_key={key!r}, base_url={url!r})
"""
VENDOR_OPENING = """
from foxreach import FoxReach
client = FoxReach({key!r}, base_url={url!r})
"""
OUR_LEADS = "client.leads.list(page={first}, page_size=100)"
VENDOR_LEADS = "client.leads.list(page={first}, page_size=100).auto_paging_iter()"


def _program(opening: str, leads: str, place: Place) -> str:
    first = max(1, 1 + PAGES - max(1, round(PAGES * place.scale)))
    return MEASURED.format(
        opening=opening.format(key=KEY, url=place.base_url),
        leads=leads.format(first=first),
    )


def _measure(program: str, place: Place, column: int) -> Measure:
    """Return one of the numbers that the program prints: 0 is CPU seconds, 1 is MiB."""
    return lambda: float(output_of_child(program, place.folder).split()[column])


def _measures(place: Place, column: int) -> dict[str, Measure]:
    programs = {
        OURS: _program(OUR_OPENING, OUR_LEADS, place),
        VENDOR: _program(VENDOR_OPENING, VENDOR_LEADS, place),
    }
    return {name: _measure(program, place, column) for name, program in programs.items()}


@contextmanager
def _cpu(place: Place) -> Generator[Mapping[str, Measure]]:
    yield _measures(place, 0)


@contextmanager
def _growth(place: Place) -> Generator[Mapping[str, Measure]]:
    yield {OURS: _measures(place, 1)[OURS]}


ITERATE = Row("iterate", "Iterating 100,000 leads", _cpu, (Comparison(VENDOR, "share", 0.15),), rounds=3)
GROWTH = Row("growth", "Growth of memory meanwhile", _growth, (Comparison("MiB", "value", 3.0),), rounds=3)

"""The first use of one resource in a new process, by the number of operations in the document."""

from collections.abc import Generator, Mapping
from contextlib import contextmanager

from benchmarks.clock import Measure, of_child
from benchmarks.documents import OPERATIONS, RESOURCE, client_of
from benchmarks.row import OURS, Comparison, Place, Row

SIZES = {"10 operations": 10, "100 operations": 100, OURS: 1_000}
USE = f"from {{package}} import FoxReach; FoxReach(api_key='otr_key').{RESOURCE}"


@contextmanager
def _first_uses(place: Place) -> Generator[Mapping[str, Measure]]:
    measures: dict[str, Measure] = {}
    for name, operations in SIZES.items():
        package = client_of(max(OPERATIONS, round(operations * place.scale)), place.folder)
        measures[name] = of_child(USE.format(package=package), place.folder)
        measures[name]()  # Writes the bytecode.
    yield measures


FIRST_USE = Row(
    "first-use",
    "Import, client and first use of one resource, in a document of 1,000 operations",
    _first_uses,
    (Comparison("10 operations", "share", 1.1), Comparison("100 operations", "share", 1.1)),
)

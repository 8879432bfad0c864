"""All rows, in the order of the table."""

from benchmarks.row import Row
from benchmarks.rows.calling import GET, LIST, TASKS
from benchmarks.rows.coding import DECODE_100, DECODE_1000, ENCODE, ENCODE_ROWS
from benchmarks.rows.growing import FIRST_USE
from benchmarks.rows.importing import IMPORT_ALL, IMPORT_GROWTH
from benchmarks.rows.iterating import GROWTH, ITERATE
from benchmarks.rows.reading_ahead import PREFETCH, PREFETCH_ASYNC
from benchmarks.rows.sandbox import SANDBOX_CREATE, SANDBOX_GET, SANDBOX_LIST, SANDBOX_START
from benchmarks.rows.starting import FIRST_CALL, HELP, IMPORT, SECOND_CLIENT, SECOND_CLIENT_CALL
from benchmarks.rows.watching import DIFFERENCES

ROWS: tuple[Row, ...] = (
    IMPORT,
    HELP,
    FIRST_CALL,
    FIRST_USE,
    SECOND_CLIENT,
    SECOND_CLIENT_CALL,
    LIST,
    GET,
    DIFFERENCES,
    TASKS,
    DECODE_100,
    DECODE_1000,
    ENCODE,
    ENCODE_ROWS,
    IMPORT_ALL,
    IMPORT_GROWTH,
    ITERATE,
    GROWTH,
    PREFETCH,
    PREFETCH_ASYNC,
    SANDBOX_GET,
    SANDBOX_LIST,
    SANDBOX_CREATE,
    SANDBOX_START,
)

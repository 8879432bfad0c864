"""The cost of the sandbox: of a call, compared with an empty application on the same server, and of its start."""

import json
from collections.abc import Callable, Generator, Mapping
from contextlib import AbstractContextManager, contextmanager

from benchmarks.clock import Measure, of_child
from benchmarks.floor import Socket
from benchmarks.row import OURS, Comparison, Place, Row
from benchmarks.sandbox_server import CPU, EMPTY, SANDBOX, process

STARLETTE = "starlette"
ROUGHLY = 0.0002  # CPU seconds of a call, roughly.
SENT = "POST /api/v1/templates HTTP/1.1\r\nHost: 127.0.0.1\r\nX-API-Key: otr_sandbox\r\n"
BODY = json.dumps({"name": "First mail", "subject": "A question", "body": "Hi {{firstName}}"})
READ = "GET /api/v1/{} HTTP/1.1\r\nHost: 127.0.0.1\r\nX-API-Key: otr_sandbox\r\n\r\n"
REQUESTS = {
    "get": READ.format("leads/cld_2").encode(),
    "list": READ.format("leads?page=1&pageSize=100").encode(),
    "create": f"{SENT}Content-Type: application/json\r\nContent-Length: {len(BODY)}\r\n\r\n{BODY}".encode(),
}

START = """
del sys.modules["click"]
from foxreach_sandbox import __main__ as command
def announce(*_):
    raise SystemExit
command.announce = announce
command.main(["--port", "0", "--seed", "demo"])
"""
EMPTY_START = """
del sys.modules["click"]
import socket
import uvicorn
from starlette.applications import Starlette
with socket.create_server(("127.0.0.1", 0)):
    uvicorn.Config(Starlette(), log_config=None).load()
"""


def _milliseconds(connection: Socket, cpu: CPU, request: bytes, times: int) -> Measure:
    def measure() -> float:
        before = cpu()
        for _ in range(times):
            connection.answer(request)
        return (cpu() - before) / times * 1000

    return measure


def _calls(name: str) -> Callable[[Place], AbstractContextManager[Mapping[str, Measure]]]:
    @contextmanager
    def contestants(place: Place) -> Generator[Mapping[str, Measure]]:
        times = max(1, round(place.enough / ROUGHLY))
        with (
            process(SANDBOX) as (port, cpu),
            process(EMPTY) as (other, others),
            Socket(port) as ours,
            Socket(other) as theirs,
        ):
            request = REQUESTS[name]
            measures = {
                OURS: _milliseconds(ours, cpu, request, times),
                STARLETTE: _milliseconds(theirs, others, request, times),
            }
            for measure in measures.values():
                measure()  # The first call creates caches, which are not measured.
            yield measures

    return contestants


@contextmanager
def _starts(place: Place) -> Generator[Mapping[str, Measure]]:
    measures = {OURS: of_child(START, place.folder), STARLETTE: of_child(EMPTY_START, place.folder)}
    for measure in measures.values():
        measure()  # Writes the bytecode.
    yield measures


# 0.3 milliseconds of CPU time per call are three thousand calls per second on one core.
CALL = (Comparison(STARLETTE, "share"), Comparison("ms of CPU time a call", "value", 0.3))
SANDBOX_GET = Row("sandbox-get", "Sandbox: reading a lead", _calls("get"), CALL)
SANDBOX_LIST = Row("sandbox-list", "Sandbox: a page of leads", _calls("list"), CALL)
SANDBOX_CREATE = Row("sandbox-create", "Sandbox: creating a template", _calls("create"), CALL)
SANDBOX_START = Row(
    "sandbox-start",
    "Sandbox: from the command to the printed address",
    _starts,
    (Comparison(STARLETTE, "share"), Comparison("s of CPU time", "value", 0.3)),
)

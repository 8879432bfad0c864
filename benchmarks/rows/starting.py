"""The cost of starting: the import, the first call of a process, another client."""

from collections.abc import Generator, Mapping
from contextlib import contextmanager

from foxreach_client import FoxReach

from benchmarks import commands
from benchmarks.clock import WITHOUT_CLICK, Measure, in_process, of_child
from benchmarks.commands import CLICK, MODULES, TYPER
from benchmarks.floor import FLOOR, HTTPX2
from benchmarks.leads import KEY, LEAD_ID
from benchmarks.others import STOCK, VENDOR, stock_arguments, stock_module, vendor_module
from benchmarks.row import OURS, Comparison, Place, Row

BARE = "bare Python"
VENDOR_COMMAND = "vendor's command"

OUR_CALL = """
from foxreach_client import FoxReach
with FoxReach(api_key={key!r}, base_url={url!r}) as client:
    client.leads.get({lead!r})
"""
VENDOR_CALL = """
from foxreach import FoxReach
with FoxReach({key!r}, base_url={url!r}) as client:
    client.leads.get({lead!r})
"""
STOCK_CALL = """
from stock_client import AuthenticatedClient
from stock_client.api.leads import leads_get
with AuthenticatedClient(**{stock!r}) as client:
    leads_get.sync({lead!r}, client=client)
"""
HTTPX2_CALL = """
import httpx2
with httpx2.Client() as client:
    client.get("{url}/leads/{lead}").json()
"""
FLOOR_CALL = """
import json, socket
with socket.create_connection(("127.0.0.1", {port})) as connection:
    connection.sendall(b"GET /api/v1/leads/{lead} HTTP/1.1\\r\\nHost: 127.0.0.1\\r\\nConnection: close\\r\\n\\r\\n")
    json.loads(connection.recv(65536).partition(b"\\r\\n\\r\\n")[2])
"""
HELP_OF_LIST = "from {} as run; run(['leads', 'list', '--help'])"
HELPS = {
    OURS: "foxreach_shell.main import main",
    VENDOR_COMMAND: "foxreach_cli.main import cli",
    CLICK: f"{MODULES[CLICK]} import foxr",
    TYPER: f"{MODULES[TYPER]} import foxr",
}


def _children(place: Place, programs: Mapping[str, str], prelude: str = WITHOUT_CLICK) -> dict[str, Measure]:
    measures = {name: of_child(program, place.folder, prelude) for name, program in programs.items()}
    for measure in measures.values():
        measure()  # Writes the bytecode.
    return measures


@contextmanager
def _imports(place: Place) -> Generator[Mapping[str, Measure]]:
    modules = {OURS: "foxreach_client", VENDOR: "foxreach", STOCK: "stock_client"}
    yield _children(place, {BARE: "pass", **{name: f"import {module}" for name, module in modules.items()}})


@contextmanager
def _helps(place: Place) -> Generator[Mapping[str, Measure]]:
    commands.write(place.folder)
    yield _children(place, {BARE: "pass", **{name: HELP_OF_LIST.format(origin) for name, origin in HELPS.items()}}, "")


@contextmanager
def _first_calls(place: Place) -> Generator[Mapping[str, Measure]]:
    facts = {
        "key": KEY,
        "lead": LEAD_ID,
        "url": place.base_url,
        "port": place.port,
        "stock": stock_arguments(place.base_url),
    }
    programs = {OURS: OUR_CALL, VENDOR: VENDOR_CALL, STOCK: STOCK_CALL, HTTPX2: HTTPX2_CALL, FLOOR: FLOOR_CALL}
    yield _children(place, {name: program.format(**facts) for name, program in programs.items()})


@contextmanager
def _second_clients(place: Place) -> Generator[Mapping[str, Measure]]:
    theirs = vendor_module().FoxReach
    with FoxReach(api_key=KEY, base_url=place.base_url) as first:
        first.leads.get(LEAD_ID)
        yield {
            OURS: in_process(lambda: FoxReach(api_key=KEY, base_url=place.base_url).close(), place.enough),
            VENDOR: in_process(lambda: theirs(KEY, base_url=place.base_url).close(), place.enough),
        }


@contextmanager
def _second_clients_calling(place: Place) -> Generator[Mapping[str, Measure]]:
    theirs, plain = vendor_module().FoxReach, stock_module().AuthenticatedClient
    get = stock_module(".api.leads.leads_get").sync

    def our_call() -> None:
        with FoxReach(api_key=KEY, base_url=place.base_url) as client:
            client.leads.get(LEAD_ID)

    def vendor_call() -> None:
        with theirs(KEY, base_url=place.base_url) as client:
            client.leads.get(LEAD_ID)

    def stock_call() -> None:
        with plain(**stock_arguments(place.base_url)) as client:
            get(LEAD_ID, client=client)

    works = {OURS: our_call, VENDOR: vendor_call, STOCK: stock_call}
    yield {name: in_process(work, place.enough) for name, work in works.items()}


IMPORT = Row(
    "import",
    "Import of the package",
    _imports,
    (Comparison(BARE, "share", 1.3), Comparison(VENDOR, "times"), Comparison(STOCK, "times")),
    rounds=25,
)
HELP = Row(
    "help",
    "`foxr leads list --help`",
    _helps,
    (
        Comparison(BARE, "share", 4.3),  # 60 ms where bare Python takes 14
        Comparison(VENDOR_COMMAND, "times"),
        Comparison(CLICK, "times"),
        Comparison(TYPER, "times"),
    ),
    rounds=25,
)
FIRST_CALL = Row(
    "first-call",
    "Import, client and first call",
    _first_calls,
    (
        Comparison(VENDOR, "times"),
        Comparison(STOCK, "times"),
        Comparison(HTTPX2, "share"),
        Comparison(FLOOR, "share"),
    ),
)
SECOND_CLIENT = Row(
    "second-client",
    "A second client in one process",
    _second_clients,
    (Comparison(VENDOR, "share", 0.01),),
)
SECOND_CLIENT_CALL = Row(
    "second-client-call",
    "A second client, and its first call",
    _second_clients_calling,
    (Comparison(VENDOR, "share"), Comparison(STOCK, "share")),
)

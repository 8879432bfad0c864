"""The other clients, imported by name because they are not installed where types are checked."""

from collections.abc import Generator, Mapping
from contextlib import contextmanager
from importlib import import_module
from typing import Any

from benchmarks.leads import KEY
from benchmarks.row import Place
from benchmarks.stock import PACKAGE

VENDOR = "vendor"
STOCK = "stock"


def vendor_module(name: str = "") -> Any:
    """Return a module of the vendor's SDK."""
    return import_module(f"foxreach{name}")


def stock_module(name: str = "") -> Any:
    """Return a module of the stock output, whose folder must be on `sys.path`."""
    return import_module(f"{PACKAGE}{name}")


@contextmanager
def vendor_client(place: Place) -> Generator[Any]:
    """Open the vendor's client."""
    with vendor_module().FoxReach(KEY, base_url=place.base_url) as client:
        yield client


@contextmanager
def stock_client(place: Place) -> Generator[Any]:
    """Open the stock client."""
    with stock_module().AuthenticatedClient(**stock_arguments(place.base_url)) as client:
        yield client


def stock_arguments(base_url: str) -> Mapping[str, Any]:
    """Return the arguments of a stock client that sends the key in FoxReach's header."""
    return {"base_url": base_url, "token": KEY, "prefix": "", "auth_header_name": "X-API-Key"}

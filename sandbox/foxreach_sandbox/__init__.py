"""Imitates FoxReach on your own machine: stateful, driven by the spec, with faults on demand.

Importing the package loads none of its modules. A name loads its module at the first use, and an ImportError says which
extra is missing.
"""

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from .clock import Clock
    from .faults import Fault, Faults
    from .sandbox import Sandbox
    from .server.serving import Serving
    from .variants import Variants

__all__ = ["Clock", "Fault", "Faults", "Sandbox", "Serving", "Variants"]
_MODULES = {
    "Clock": "clock",
    "Fault": "faults",
    "Faults": "faults",
    "Sandbox": "sandbox",
    "Serving": "server.serving",
    "Variants": "variants",
}
_EXTRA = frozenset({"starlette", "uvicorn"})


def __getattr__(name: str) -> Any:
    if name not in _MODULES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from importlib import import_module  # noqa: PLC0415 - needed only here

    try:
        return getattr(import_module(f".{_MODULES[name]}", __name__), name)
    except ModuleNotFoundError as error:
        missing = (error.name or "").partition(".")[0]
        if missing not in _EXTRA:
            raise
        message = f"foxreach_sandbox needs {missing}: install foxreach-client[sandbox]"
        raise ModuleNotFoundError(message, name=error.name) from error

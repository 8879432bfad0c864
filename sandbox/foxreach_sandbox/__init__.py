"""Imitates FoxReach on your own machine: stateful, driven by the spec, with faults on demand.

Importing this package alone loads nothing; its names are loaded when they are first used, and say which extra to
install where it is missing.
"""

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from .clock import Clock
    from .faults import Fault, Faults
    from .sandbox import Sandbox
    from .serving import Serving
    from .variants import Variants

__all__ = ["Clock", "Fault", "Faults", "Sandbox", "Serving", "Variants"]
_HOMES = {
    "Clock": "clock",
    "Fault": "faults",
    "Faults": "faults",
    "Sandbox": "sandbox",
    "Serving": "serving",
    "Variants": "variants",
}
_EXTRA = frozenset({"jsonschema", "starlette", "uvicorn"})


def __getattr__(name: str) -> Any:
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from importlib import import_module  # noqa: PLC0415 - only where a name is used

    try:
        return getattr(import_module(f".{_HOMES[name]}", __name__), name)
    except ModuleNotFoundError as error:
        missing = (error.name or "").partition(".")[0]
        if missing not in _EXTRA:
            raise
        message = f"foxreach_sandbox needs {missing}: install foxreach-client[sandbox]"
        raise ModuleNotFoundError(message, name=error.name) from error

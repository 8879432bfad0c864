"""What comes of each fault, tried once for each call and flavour."""

from __future__ import annotations

from functools import cache

from tests.faults.calls import CALLS, Seen, seen
from tests.faults.fault import Fault
from tests.faults.server import serving


@cache
def observed(fault: Fault, call: str, flavour: str) -> Seen:
    """Return what comes of *call* under *fault*."""
    with serving(*fault.scripts) as server, fault.route(server) as route:
        return seen(flavour, CALLS[call], server, route, fault.setting)

"""What comes of each fault, tried once for each call and flavour."""

from __future__ import annotations

import traceback
from functools import cache

from tests.faults.calls import CALLS, Seen, seen
from tests.faults.fault import Fault
from tests.faults.server import serving


@cache
def observed(fault: Fault, call: str, flavour: str) -> Seen:
    """Return what comes of *call* under *fault*."""
    with serving(*fault.scripts) as server, fault.route(server) as route:
        saw = seen(flavour, CALLS[call], server, route, fault.setting)
    if saw.error is not None:
        traceback.clear_frames(saw.error.__traceback__)  # They hold the answer, which may have 50 MiB.
    return saw

# Generated from spec/spec.yaml by `nox -s generate`. Do not edit: change spec/, templates/ or generator/ instead.
"""For your own tests: fixtures of pytest, factories of every model, and made-up answers.

The fixtures load where a test suite asks for them: `pytest_plugins = ["foxreach_client.testing"]`. Needs the extra
`testing` of the wheel.
"""

from __future__ import annotations

from . import factories
from .fixtures import foxreach, foxreach_async, foxreach_faults, foxreach_mock, foxreach_sandbox, foxreach_server
from .routes import FoxReachMock

__all__ = [
    "FoxReachMock",
    "factories",
    "foxreach",
    "foxreach_async",
    "foxreach_faults",
    "foxreach_mock",
    "foxreach_sandbox",
    "foxreach_server",
]

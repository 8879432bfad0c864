# Generated from spec/spec.yaml by `nox -s generate`. Do not edit: change spec/, templates/ or generator/ instead.
"""For your own tests: fixtures of pytest, factories of every model, and made-up answers.

The fixtures load where a test suite asks for them: `pytest_plugins = ["foxreach_client.testing"]`. Needs the extra
`testing` of the wheel. (PYTEST_DONT_REWRITE: nothing is asserted here, and a conftest may import it first.)
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from foxreach_testing.on_sandbox import name_of_sandbox
from foxreach_testing.several import several
from foxreach_testing.signing import SignedDelivery, signed

from . import factories
from .fixtures import foxreach, foxreach_async, foxreach_faults, foxreach_mock, foxreach_sandbox, foxreach_server
from .routes import FoxReachMock

if TYPE_CHECKING:
    from foxreach_sandbox import Fault, Faults, Sandbox, Serving
else:
    __getattr__ = name_of_sandbox  # Loaded where they are used: mocks alone do not need a server.

__all__ = [
    "Fault",
    "Faults",
    "FoxReachMock",
    "Sandbox",
    "Serving",
    "SignedDelivery",
    "factories",
    "foxreach",
    "foxreach_async",
    "foxreach_faults",
    "foxreach_mock",
    "foxreach_sandbox",
    "foxreach_server",
    "several",
    "signed",
]

# Generated from spec/foxreach.yaml by `nox -s generate`. Do not edit: change spec/, templates/ or generator/ instead.
"""Test your own code that uses the client: pytest fixtures, a factory for every model, and mock routes.

Load the fixtures with `pytest_plugins = ["foxreach_client.testing"]` in the top `conftest.py`. Needs the extra
`testing`. (PYTEST_DONT_REWRITE: there are no asserts here, and a conftest may import it first.)
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from foxreach_testing.clients import sandbox_name
from foxreach_testing.connections import RealHostWarning
from foxreach_testing.factories import several
from foxreach_testing.mocked_calls import MockedCall
from foxreach_testing.signed_deliveries import SignedDelivery, signed

from . import factories
from .fixtures import (
    foxreach,
    foxreach_async,
    foxreach_faults,
    foxreach_mock,
    foxreach_replay,
    foxreach_replay_async,
    foxreach_sandbox,
    foxreach_server,
)
from .routes import FoxReachMock

if TYPE_CHECKING:
    from foxreach_sandbox import Fault, Faults, Sandbox, Serving
else:
    __getattr__ = sandbox_name  # Imported at the first use: mocks alone do not need a server.

__all__ = [
    "Fault",
    "Faults",
    "FoxReachMock",
    "MockedCall",
    "RealHostWarning",
    "Sandbox",
    "Serving",
    "SignedDelivery",
    "factories",
    "foxreach",
    "foxreach_async",
    "foxreach_faults",
    "foxreach_mock",
    "foxreach_replay",
    "foxreach_replay_async",
    "foxreach_sandbox",
    "foxreach_server",
    "several",
    "signed",
]

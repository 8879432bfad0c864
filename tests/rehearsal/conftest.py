"""The fixtures of the kit, imported here because only the top conftest.py may set `pytest_plugins`."""

from foxreach_client.testing import foxreach_sandbox, foxreach_server

__all__ = ["foxreach_sandbox", "foxreach_server"]

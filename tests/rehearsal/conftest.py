"""The kit's fixtures; the whole suite has one `pytest_plugins`, so here they are imported."""

from foxreach_client.testing import foxreach_sandbox, foxreach_server

__all__ = ["foxreach_sandbox", "foxreach_server"]

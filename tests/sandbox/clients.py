"""Clients of a sandbox, on a socket or within the process."""

from collections.abc import Generator
from contextlib import contextmanager

import httpx2
import pytest
from foxreach_client import FoxReach, RetryPolicy
from foxreach_sandbox import Sandbox

EMAIL = "jane@example.com"
ONCE = RetryPolicy(max_attempts=1)
on_both_transports = pytest.mark.parametrize("transport", ["socket", "process"])


@contextmanager
def client_of(sandbox: Sandbox, transport: str) -> Generator[FoxReach]:
    """Give a client that makes one attempt per call."""
    if transport == "socket":
        with sandbox.serve() as serving, FoxReach(api_key=sandbox.key, base_url=serving.url, retry=ONCE) as client:
            yield client
    else:
        with httpx2.Client(transport=sandbox.transport()) as http:
            yield FoxReach(api_key=sandbox.key, base_url=sandbox.url, retry=ONCE, http_client=http)

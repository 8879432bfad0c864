"""A client of a sandbox, on either road to it: a socket, or none."""

from collections.abc import Generator
from contextlib import contextmanager

import httpx2
import pytest
from foxreach_client import FoxReach, RetryPolicy
from foxreach_sandbox import Sandbox

EMAIL = "jane@example.com"
ONCE = RetryPolicy(max_attempts=1)
on_both_roads = pytest.mark.parametrize("road", ["socket", "process"])


@contextmanager
def client_of(sandbox: Sandbox, road: str) -> Generator[FoxReach]:
    """Give a client that makes one attempt."""
    if road == "socket":
        with sandbox.serve() as serving, FoxReach(api_key=sandbox.key, base_url=serving.url, retry=ONCE) as client:
            yield client
    else:
        with httpx2.Client(transport=sandbox.transport()) as http:
            yield FoxReach(api_key=sandbox.key, base_url=sandbox.url, retry=ONCE, http_client=http)

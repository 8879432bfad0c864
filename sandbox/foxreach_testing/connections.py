"""Warns about a client that connects to the real FoxReach in a test that has a sandbox or a mock."""

import ipaddress
import warnings
from collections.abc import Generator
from contextlib import contextmanager
from typing import Any, Final
from unittest.mock import patch

from foxreach_runtime.http.connecting import AsyncBackend, Backend

_CONNECT: Final = Backend.connect_tcp
_ASYNC_CONNECT: Final = AsyncBackend.connect_tcp


class RealHostWarning(UserWarning):
    """A client connects to a host that is neither the sandbox nor a mock."""


@contextmanager
def warn_about_real_hosts() -> Generator[None]:
    """Warn in the block if a client connects to a host that is not this machine, such as one that was made before."""
    if Backend.connect_tcp is not _CONNECT:  # Another fixture does so already.
        yield
        return
    with patch.object(Backend, "connect_tcp", _connect), patch.object(AsyncBackend, "connect_tcp", _async_connect):
        yield


def _connect(self: Backend, host: str, *args: Any, **options: Any) -> Any:
    _check(host)
    return _CONNECT(self, host, *args, **options)


async def _async_connect(self: AsyncBackend, host: str, *args: Any, **options: Any) -> Any:
    _check(host)
    return await _ASYNC_CONNECT(self, host, *args, **options)


def _check(host: str) -> None:
    if not _is_loopback(host):
        message = (
            f"A client connects to {host}, which is neither the sandbox nor a mock. Use the client of the fixture, "
            "or create the client without base_url= while foxreach_server or foxreach_mock is in use."
        )
        warnings.warn(message, RealHostWarning, stacklevel=3)


def _is_loopback(host: str) -> bool:
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return host.lower() == "localhost"

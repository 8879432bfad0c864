"""Makes the httpx2 clients that are ours: one set of certificates a process, and what the environment says of proxies.

A call in clear stays on this machine: to a loopback host no proxy is used, since it would read the key.
"""

from __future__ import annotations

import ssl
from functools import cache
from typing import TypeVar

import httpx2

from ..errors import ConfigurationError

# A key has 100 calls a minute: ten connections are plenty, and tasks on more of them only slow each other down.
LIMITS = httpx2.Limits(max_connections=10, max_keepalive_connections=10, keepalive_expiry=30.0)

C = TypeVar("C", httpx2.Client, httpx2.AsyncClient)


@cache
def ssl_context() -> ssl.SSLContext:
    """Return the one context of this process; making it is most of the cost of a client."""
    return httpx2.create_ssl_context()


def opened(kind: type[C], operation: str, *, direct: bool) -> C:
    """Return a new client of *kind*, one that uses no proxy if *direct*; *operation* is for the error's message."""
    try:
        return kind(verify=ssl_context(), limits=LIMITS, trust_env=not direct)
    except (ValueError, ImportError, OSError, httpx2.InvalidURL) as fault:
        # Its words may quote the address of a proxy, and that may have a password in it.
        words = str(fault) if isinstance(fault, ImportError) else type(fault).__name__
        raise ConfigurationError(
            f"{operation}: no connection can be made with what the environment says ({words}); check HTTPS_PROXY, "
            "HTTP_PROXY, ALL_PROXY, SSL_CERT_FILE and SSL_CERT_DIR.",
            operation=operation,
        ) from None

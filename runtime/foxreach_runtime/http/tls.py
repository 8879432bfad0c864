"""Which certificates a client trusts: what the environment names when the client is made, else the system's.

Clients with the same settings share one SSLContext, since making it is most of the cost of a client. A file that was
changed counts as another setting.
"""

from __future__ import annotations

import os
import ssl
from functools import lru_cache

import httpx2
from msgspec import Struct

# In the order in which they are looked at. The first two are OpenSSL's, and httpx2 knows them; the others are those of
# requests and curl, which many machines with a certificate authority of their own have set.
VARIABLES = ("SSL_CERT_FILE", "SSL_CERT_DIR", "REQUESTS_CA_BUNDLE", "CURL_CA_BUNDLE")
CONTEXTS_KEPT = 8


class TrustSettings(Struct, frozen=True):
    """The file or directory of certificates, None for those of the system, and in what state it is."""

    path: str | None = None
    state: tuple[int, ...] = ()
    key_log: str | None = None  # ssl writes the secrets of each connection there, for a debugger of TLS

    @classmethod
    def from_environment(cls) -> TrustSettings:
        """Return the settings as the environment has them now."""
        key_log = os.environ.get("SSLKEYLOGFILE")
        path = next((value for name in VARIABLES if (value := os.environ.get(name))), None)
        return cls(path, () if path is None else _state(path), key_log)


def _state(path: str) -> tuple[int, ...]:
    """Return what changes when a file, or the list of files of a directory, does; nothing if there is none."""
    try:
        found = os.stat(path)  # noqa: PTH116
    except (OSError, ValueError):
        return ()
    return found.st_mtime_ns, found.st_size, found.st_ino


@lru_cache(maxsize=CONTEXTS_KEPT)
def ssl_context(settings: TrustSettings) -> ssl.SSLContext:
    """Return the context of all clients with these settings. Raises OSError if there are no such certificates."""
    if settings.path is None:
        return httpx2.create_ssl_context(trust_env=False)
    if os.path.isdir(settings.path):  # noqa: PTH112
        return ssl.create_default_context(capath=settings.path)
    return ssl.create_default_context(cafile=settings.path)

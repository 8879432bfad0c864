"""The server that a probe asks, and whether its replies are evidence of what the API does. Pure."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from urllib.parse import urlsplit

from foxreach_runtime.differences.document import Document

PORTS = {"http": 80, "https": 443}


@dataclass(frozen=True)
class Server:
    """A server: *name* is its scheme, host and port. *documented* are the names of the servers of the spec."""

    name: str
    documented: tuple[str, ...]

    @property
    def proves(self) -> bool:
        """True if it is a server of the spec: only its replies show what the API does."""
        return self.name in self.documented

    @property
    def note(self) -> str:
        """The sentence that says why nothing is proved, or ''."""
        if self.proves:
            return ""
        return (
            f"No evidence follows from this run: {self.name} is not the server of the spec "
            f"({', '.join(self.documented)}), and only that one shows what the API does."
        )


def server_of(url: str, document: Document) -> Server:
    """Return the server at *url*."""
    servers: Iterable[dict[str, str]] = document.data.get("servers", ())
    return Server(_name(url), tuple(_name(each["url"]) for each in servers))


def _name(url: str) -> str:
    """Return scheme, host and port alone: user, password and query could be secret. The usual port is left out."""
    parts = urlsplit(url)
    host = (parts.hostname or "").rstrip(".")
    port = parts.port or PORTS[parts.scheme]
    shown = f"[{host}]" if ":" in host else host
    return f"{parts.scheme}://{shown}" + ("" if port == PORTS[parts.scheme] else f":{port}")

"""Which requests may come in at all: none that a page in a browser was made to send. Pure but for the answer.

Nothing asks the control API for a key, and that of the first workspace is known, so a page of a stranger must reach
neither. Two doors are shut: a name of the stranger's that leads to this machine (DNS rebinding) shows in `Host`, and a
request across origins shows in `Origin`.
"""

from collections.abc import Iterable
from ipaddress import ip_address
from urllib.parse import urlsplit

from starlette.types import ASGIApp, Receive, Scope, Send

from .exchange import Reply, reply_of

MISDIRECTED = 421  # RFC 9110 15.5.20
NOT_HERE = "This sandbox is not reached under the name {}: start it with --name {}, or call it by its address"
NOT_FROM = "Pages of another origin may not call this sandbox"


class Guard:
    """Lets requests through to *app*; *names* are those of this machine besides `localhost`."""

    def __init__(self, app: ASGIApp, names: Iterable[str]) -> None:
        self._app = app
        self._names = frozenset(name.lower() for name in names)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request."""
        refusal = self._refusal(scope) if scope["type"] == "http" else None
        if refusal is None:
            await self._app(scope, receive, send)
            return
        await send({"type": "http.response.start", "status": refusal.status, "headers": refusal.lines})
        await send({"type": "http.response.body", "body": refusal.body})

    def _refusal(self, scope: Scope) -> Reply | None:
        headers = dict(scope["headers"])
        host, origin = (headers.get(name, b"").decode("latin-1") for name in (b"host", b"origin"))
        name = _name_in(f"//{host}")
        if name is None or not (_address(name) or self._known(name)):
            return reply_of(MISDIRECTED, {"detail": NOT_HERE.format(name, name)})
        from_here = not origin or origin == f"{scope['scheme']}://{host}"
        return None if from_here or self._known(_name_in(origin)) else reply_of(403, {"detail": NOT_FROM})

    def _known(self, name: str | None) -> bool:
        """Return whether *name* can only be this machine, whoever answers questions about names."""
        if name is None:
            return False
        known = name in self._names or name == "localhost" or name.endswith(".localhost")
        return known or (_address(name) and ip_address(name).is_loopback)


def _name_in(url: str) -> str | None:
    try:
        return urlsplit(url).hostname
    except ValueError:
        return None


def _address(name: str) -> bool:
    """Return whether *name* is an address: who wrote it there was not led astray by a name."""
    try:
        ip_address(name)
    except ValueError:
        return False
    return True

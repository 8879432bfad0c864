"""The pages for a browser: the sandbox at work, and the API reference. They load nothing from another host.

The files of the pages are in `web/`. What they show comes from the control API and from /openapi.json.
"""

from importlib.resources import files

from starlette.requests import Request
from starlette.responses import JSONResponse, PlainTextResponse, Response
from starlette.routing import Route

from ..backend import Backend
from ..http_messages import BASE

POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src data:; base-uri 'none'; "
    "form-action 'none'; frame-ancestors 'none'"
)
HEADERS = {
    "Content-Security-Policy": POLICY,
    "Cache-Control": "no-store",
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
}
KINDS = {"css": "text/css", "html": "text/html", "js": "text/javascript"}
NAMES = frozenset({"style.css", "home.html", "home.js", "parts.js", "reference.html", "reference.js"})


class Pages:
    """The pages of one sandbox."""

    def __init__(self, backend: Backend) -> None:
        self._backend = backend

    async def home(self, _: Request) -> Response:
        """Show the sandbox."""
        return _file("home.html")

    async def reference(self, _: Request) -> Response:
        """Show the API reference."""
        return _file("reference.html")

    async def file(self, request: Request) -> Response:
        """Return a script or the style of the pages."""
        return _file(request.path_params["name"])

    async def document(self, request: Request) -> Response:
        """Return the spec with this sandbox, at the address by which it was called, as the only server."""
        server = {"url": f"{request.url.scheme}://{request.headers['host']}{BASE}", "description": "This sandbox."}
        return JSONResponse({**self._backend.engine.document.data, "servers": [server]}, headers=HEADERS)

    def routes(self) -> list[Route]:
        """Return the routes of the pages."""
        pages = {"/": self.home, "/reference": self.reference, "/openapi.json": self.document, "/web/{name}": self.file}
        return [Route(path, page) for path, page in pages.items()]


def _file(name: str) -> Response:
    if name not in NAMES:
        return PlainTextResponse("Not Found", 404, headers=HEADERS)
    content = files("foxreach_sandbox").joinpath("web", name).read_bytes()
    return Response(content, media_type=KINDS[name.rpartition(".")[2]], headers=HEADERS)

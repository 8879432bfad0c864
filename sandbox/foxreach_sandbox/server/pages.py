"""The pages for a browser: state and API reference. They load nothing from another host."""

from collections.abc import Iterable, Mapping
from html import escape
from importlib.resources import files
from typing import Any

from starlette.requests import Request
from starlette.responses import HTMLResponse, JSONResponse, Response
from starlette.routing import Route

from ..backend import Backend
from ..document import Json, is_object
from ..http_messages import BASE
from .control import HOME

# Redoc sets styles on its elements and starts a worker from a blob.
POLICY = (
    "default-src 'self'; style-src 'unsafe-inline'; script-src 'self'; worker-src blob:; img-src 'self' data:; "
    "frame-ancestors 'none'"
)
HEADERS = {"Content-Security-Policy": POLICY, "Cache-Control": "no-store"}
STYLE = """
:root { color-scheme: light dark; font: 15px/1.5 system-ui, sans-serif }
body { margin: 2rem auto; max-width: 60rem; padding: 0 1rem }
h1 { font-size: 1.4rem } h2 { font-size: 1.05rem; margin-top: 2rem }
table { border-collapse: collapse; width: 100% }
th, td { text-align: left; padding: .25rem .75rem .25rem 0; border-bottom: 1px solid #8884 }
code { font: 13px ui-monospace, monospace }
.numbers { display: flex; flex-wrap: wrap; gap: 1.5rem; padding: 0 }
.numbers div { min-width: 5rem } .numbers b { display: block; font-size: 1.5rem }
"""
PAGE = """<!doctype html><html lang="en"><head><meta charset="utf-8"><title>FoxReach sandbox</title>
<meta name="viewport" content="width=device-width"><style>{style}</style></head>
<body><h1>FoxReach sandbox</h1>
<p>Base URL <code>{url}</code>, key <code>{key}</code>, time <code>{time}</code>.
<a href="/reference">API reference</a> · <a href="{home}/state">state as JSON</a></p>
<h2>In the workspace</h2><div class="numbers">{rows}</div>
<h2>Answered</h2><div class="numbers">{statuses}</div>
<h2>Faults to come</h2>{faults}
<h2>Recent requests</h2>{requests}</body></html>"""
REFERENCE = """<!doctype html><html lang="en"><head><meta charset="utf-8"><title>FoxReach API reference</title>
<meta name="viewport" content="width=device-width"></head>
<body style="margin:0"><redoc spec-url="/openapi.json" hide-download-button disable-search></redoc>
<script src="/redoc.js"></script></body></html>"""


class Pages:
    """The pages of one sandbox."""

    def __init__(self, backend: Backend) -> None:
        self._backend = backend

    async def home(self, request: Request) -> Response:
        """Show the state of the sandbox."""
        state = self._backend.summary()
        page = PAGE.format(
            style=STYLE,
            home=HOME,
            url=escape(f"{request.base_url}api/v1"),
            key=escape(self._backend.key),
            time=escape(state["time"]),
            rows=_numbers(state["rows"]),
            statuses=_numbers(state["statuses"]) or "Nothing yet.",
            faults=_table(("operation", "left", "fault"), state["faults"]),
            requests=_table(("time", "method", "path", "operation", "status", "connection"), state["requests"][:25]),
        )
        return HTMLResponse(page, headers=HEADERS)

    async def reference(self, _: Request) -> Response:
        """Show the API reference."""
        return HTMLResponse(REFERENCE, headers=HEADERS)

    async def document(self, request: Request) -> Response:
        """Return the spec with this sandbox, at the address by which it was called, as the only server."""
        server = {"url": f"{request.url.scheme}://{request.headers['host']}{BASE}", "description": "This sandbox."}
        return JSONResponse({**self._backend.engine.document.data, "servers": [server]}, headers=HEADERS)

    async def redoc(self, _: Request) -> Response:
        """Return the script that renders the reference; it is stored compressed, which every browser accepts."""
        content = files("foxreach_sandbox").joinpath("vendor/redoc.standalone.js.gz").read_bytes()
        return Response(content, media_type="text/javascript", headers={"Content-Encoding": "gzip"})

    def routes(self) -> list[Route]:
        """Return the routes of the pages."""
        pages = {"/": self.home, "/reference": self.reference, "/openapi.json": self.document, "/redoc.js": self.redoc}
        return [Route(path, page) for path, page in pages.items()]


def _numbers(counts: Mapping[str, Any]) -> str:
    return "".join(f"<div><b>{count}</b>{escape(name)}</div>" for name, count in counts.items())


def _table(columns: Iterable[str], rows: list[Json]) -> str:
    if not rows:
        return "<p>None.</p>"
    head = "".join(f"<th>{escape(name)}</th>" for name in columns)
    lines = "".join(
        "<tr>" + "".join(f"<td><code>{escape(_shown(row[name]))}</code></td>" for name in columns) + "</tr>"
        for row in rows
    )
    return f"<table><tr>{head}</tr>{lines}</table>"


def _shown(value: Any) -> str:
    if is_object(value):
        return ", ".join(f"{name}={each}" for name, each in value.items() if each)
    return "–" if value is None else str(value)

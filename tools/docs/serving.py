"""`--serve`: shows the site on loopback, and builds it again after each change of a source.

Each build is a process of its own, since modules may have changed. A page asks every second for the number of the last
build, and loads itself again if that changed.
"""

from __future__ import annotations

import os
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Generator
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

from tools.docs.failure import SiteError
from tools.docs.sources import files

HOST, PORT = "127.0.0.1", 8765
INTERVAL = 0.5  # Seconds between two looks at the sources.
NUMBER, RELOAD = "/+build", "/+reload.js"
SCRIPT = f"""\
let seen;
setInterval(async () => {{
  const answer = await fetch("{NUMBER}").catch(() => null);
  const number = answer && (await answer.text());
  if (seen && number && number !== seen) location.reload();
  seen = number || seen;
}}, 1000);
"""
LINK = f'<script src="{RELOAD}"></script></body>'.encode()
Build = Callable[[], int]  # Returns an exit status.


class Server(ThreadingHTTPServer):
    """Serves one folder."""

    daemon_threads = True
    builds = 0

    def handle_error(self, request: object, client_address: object) -> None:
        """Ignore that a browser closed the connection."""


class Handler(SimpleHTTPRequestHandler):
    """Serves files that no browser keeps, and adds the script to pages."""

    def do_GET(self) -> None:
        """Answer with the file, the script, or the number of the last build."""
        path = Path(self.translate_path(self.path))
        page = path / "index.html" if path.is_dir() and self.path.partition("?")[0].endswith("/") else path
        if self.path == NUMBER:
            self._send(f"{os.getpid()}-{getattr(self.server, 'builds', 0)}".encode(), "text/plain")
        elif self.path == RELOAD:
            self._send(SCRIPT.encode(), "text/javascript")
        elif page.suffix == ".html" and page.is_file():
            self._send(page.read_bytes().replace(b"</body>", LINK), "text/html; charset=utf-8")
        else:
            super().do_GET()

    def end_headers(self) -> None:
        """Forbid to keep the answer."""
        self.send_header("Cache-Control", "no-store")
        super().end_headers()

    def log_message(self, format: str, *args: object) -> None:
        """Log nothing."""

    def _send(self, content: bytes, kind: str) -> None:
        self.send_response(200)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        self.wfile.write(content)


def serve(root: Path, site: Path, port: int | None, build: Build, wait: Callable[[float], None] = time.sleep) -> None:
    """Serve *site* until KeyboardInterrupt, and call *build* first and after each change in the checkout *root*."""
    with listening(site, port) as server:
        seen = stamps(root)
        build()
        print(f"The site: http://{HOST}:{server.server_port}/ (Ctrl-C ends)", flush=True)
        while True:
            while (now := stamps(root)) == seen:
                wait(INTERVAL)
            changed = sorted(name for name in now.keys() | seen.keys() if now.get(name) != seen.get(name))
            seen = now
            status = build()
            server.builds += 1  # After a fault as well: what could be built is shown.
            built, why = ("Not built", f": the build ended with status {status}") if status else ("Built again", "")
            print(f"{built} after a change of {', '.join(changed[:3])}{why}", flush=True)


@contextmanager
def listening(site: Path, port: int | None) -> Generator[Server]:
    """Serve *site* on *port*, or on any port if none is named and the usual one is taken."""
    handler = partial(Handler, directory=str(site))
    try:
        server = Server((HOST, PORT if port is None else port), handler)
    except OSError as error:
        if port is not None:
            raise SiteError(f"port {port} cannot be used ({error.strerror}): name another one with --port") from None
        server = Server((HOST, 0), handler)
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield server
    finally:
        server.shutdown()
        server.server_close()


def stamps(root: Path) -> dict[str, tuple[int, int]]:
    """Return time and size of each source of the site."""
    found = dict[str, tuple[int, int]]()
    for path in files(root):
        try:
            state = path.stat()
        except FileNotFoundError:  # An editor has just replaced it.
            continue
        found[path.relative_to(root).as_posix()] = state.st_mtime_ns, state.st_size
    return found


def build_in_a_process(root: Path, folder: Path) -> int:
    """Build what changed of the site of the checkout *root* in *folder*, print the faults, and return the status."""
    command = [sys.executable, "-m", "tools.docs", str(folder), "--live"]
    done = subprocess.run(command, cwd=root, check=False, capture_output=True, text=True)
    print(done.stderr, end="", file=sys.stderr, flush=True)
    return done.returncode

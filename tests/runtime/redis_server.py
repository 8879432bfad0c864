"""A Redis or Valkey of our own on loopback, on a free port, in a folder that goes away with it."""

from __future__ import annotations

import shutil
import socket
import subprocess
from collections.abc import Generator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

BINARIES = ("redis-server", "valkey-server")
READY = b"Ready to accept connections"


@dataclass
class Server:
    """One server process; *stop* and *start* are a restart with all data lost."""

    binary: str
    folder: Path
    port: int
    process: subprocess.Popen[bytes] | None = None

    @property
    def url(self) -> str:
        return f"redis://127.0.0.1:{self.port}/0"

    def start(self) -> None:
        """Start it and return when it answers."""
        self.process = subprocess.Popen(
            [self.binary, "--port", str(self.port), "--bind", "127.0.0.1", "--save", "", "--dir", str(self.folder)],
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
        )
        assert self.process.stdout is not None
        for line in self.process.stdout:
            if READY in line:
                return
        raise RuntimeError(f"{self.binary} did not start on port {self.port}")

    def stop(self) -> None:
        """End it at once, without saving anything."""
        if self.process is not None:
            self.process.kill()
            self.process.communicate()
            self.process = None


def found_binary() -> str | None:
    """Return what there is to run on this machine."""
    return next((path for path in map(shutil.which, BINARIES) if path), None)


def free_port() -> int:
    """Return a port on loopback that nobody listens on."""
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        port: int = listener.getsockname()[1]
        return port


@contextmanager
def running(folder: Path) -> Generator[Server]:
    """Return a running server, which is stopped at the end."""
    binary = found_binary()
    assert binary is not None
    server = Server(binary, folder, free_port())
    server.start()
    try:
        yield server
    finally:
        server.stop()

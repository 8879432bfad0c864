"""Prism, a mock server that reads the spec: installed once into a cache folder, served on loopback."""

from __future__ import annotations

import json
import os
import socket
import subprocess
import threading
from collections.abc import Generator
from contextlib import contextmanager
from pathlib import Path

from tests.client.cases import SPEC
from tests.contract import npm

LOCKED = Path(__file__).parent / "prism"
CACHE = Path(os.environ.get("FOXREACH_PRISM", "~/.cache/foxreach-client/prism")).expanduser()
SEED = "7"
TIMES = "^20[0-9]{2}-0[1-9]-[12][0-8]T[01][0-9]:[0-5][0-9]:[0-5][0-9]$"


def missing() -> str:
    """Return what Prism needs and this machine lacks, '' if it can run. In CI, a failed install is an error."""
    return npm.missing(LOCKED, CACHE, "prism")


@contextmanager
def serving(folder: Path) -> Generator[str]:
    """Serve the spec from a file in *folder* until the block ends; give the base URL."""
    prism = npm.installed(LOCKED, CACHE, "prism")
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = str(free.getsockname()[1])
    spec = folder / "openapi.json"
    # Prism makes up any text for a format that it does not know.
    known = f'"format": "date-time-local", "pattern": "{TIMES}"'
    spec.write_text(json.dumps(SPEC).replace('"format": "date-time-local"', known))
    command = [str(prism), "mock", "--host", "127.0.0.1", "--port", port, "--seed", SEED, str(spec)]
    process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
    reading: threading.Thread | None = None
    try:
        assert process.stdout is not None
        lines = iter(process.stdout.readline, "")
        assert any("listening" in line for line in lines), "Prism did not start"
        reading = threading.Thread(target=lambda: list(lines))  # A full pipe would stop it.
        reading.start()
        yield f"http://127.0.0.1:{port}"
    finally:
        process.terminate()
        process.wait(10)
        if reading is not None:
            reading.join()
        if process.stdout is not None:
            process.stdout.close()

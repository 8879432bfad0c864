"""Prism, a mock server that reads the spec: installed once into a cache folder, served on loopback."""

from __future__ import annotations

import json
import os
import shutil
import socket
import subprocess
import threading
from collections.abc import Generator
from contextlib import contextmanager
from pathlib import Path

from tests.client.cases import SPEC

LOCKED = Path(__file__).parent / "prism"
CACHE = Path(os.environ.get("FOXREACH_PRISM", "~/.cache/foxreach-client/prism")).expanduser()
SEED = "7"
TIMES = "^20[0-9]{2}-0[1-9]-[12][0-8]T[01][0-9]:[0-5][0-9]:[0-5][0-9]$"


def missing() -> str:
    """Return what Prism needs and this machine lacks, '' if it can run. In CI, a lack is an error."""
    if absent := " and ".join(name for name in ("node", "npm") if shutil.which(name) is None):
        return f"{absent} not found"
    try:
        installed()
    except subprocess.SubprocessError:
        if "CI" in os.environ:
            raise
        return "npm could not install it"
    return ""


def installed() -> Path:
    """Return the folder with the locked version of Prism."""
    for name in ("package.json", "package-lock.json"):
        CACHE.mkdir(parents=True, exist_ok=True)
        if not (CACHE / name).exists() or (CACHE / name).read_bytes() != (LOCKED / name).read_bytes():
            shutil.rmtree(CACHE / "node_modules", ignore_errors=True)
            shutil.copy(LOCKED / name, CACHE / name)
    if not (CACHE / "node_modules" / ".bin" / "prism").exists():
        command = ["npm", "ci", "--no-audit", "--no-fund", "--ignore-scripts", "--loglevel=error", "--fetch-retries=1"]
        subprocess.run(command, cwd=CACHE, check=True, timeout=300)
    return CACHE


@contextmanager
def serving(folder: Path) -> Generator[str]:
    """Serve the spec from a file in *folder* until the block ends; give the base URL."""
    prism = installed() / "node_modules" / ".bin" / "prism"
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

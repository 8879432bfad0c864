"""Run the installed command `foxr` on a sandbox, as somebody does who imports a list and exports all leads."""

import json
import os
import subprocess
from pathlib import Path

from tools.rehearsal.examples import REFUSED, SECONDS, ExampleError, leads_of
from tools.rehearsal.sandbox import Sandbox

ROWS = 1200


def rehearsed_commands(foxr: Path, sandbox: Sandbox, folder: Path) -> list[str]:
    """Run the commands and return what they printed; raise ExampleError if one does something else than expected."""
    folder.mkdir()
    (folder / "leads.csv").write_text(leads_of(ROWS), "utf-8")
    sandbox.fail_next("leads.import_leads", REFUSED)
    printed = [
        _ran(foxr, sandbox, folder, 0, "--version"),
        _ran(foxr, sandbox, folder, 1, "leads", "import", "leads.csv", "--dry-run"),
        imported := _ran(foxr, sandbox, folder, 1, "leads", "import", "leads.csv", "-o", "json"),
        _ran(foxr, sandbox, folder, 0, "leads", "export", "all.csv"),
        _ran(foxr, sandbox, folder, 4, "leads", "get", "cld_none", "-o", "json"),
    ]
    told = json.loads(imported)
    rows = (folder / "all.csv").read_text("utf-8").splitlines()
    found = (told["created"], told["duplicates"], told["rejected"], len(rows) - 1, sandbox.seen().rows["leads"])
    if found != (ROWS, 1, 1, ROWS, ROWS):
        raise ExampleError(f"foxr imported and exported other rows than expected: {found}")
    return [line for text in printed for line in text.splitlines()]


def _ran(foxr: Path, sandbox: Sandbox, folder: Path, status: int, *arguments: str) -> str:
    environ = {**os.environ, "FOXREACH_API_KEY": sandbox.key, "FOXREACH_BASE_URL": sandbox.url, "COLUMNS": "80"}
    done = subprocess.run(
        [foxr, *arguments], cwd=folder, env=environ, check=False, capture_output=True, text=True, timeout=SECONDS
    )
    if done.returncode != status or "Traceback" in done.stderr or sandbox.key in done.stdout + done.stderr:
        raise ExampleError(f"foxr {' '.join(arguments)} exited with {done.returncode}:\n{done.stdout}{done.stderr}")
    return done.stdout

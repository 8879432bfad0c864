"""Write docs/images/cli.svg: a terminal in which the command line runs on a sandbox. `--check` compares it.

The commands run in this process on a sandbox without a socket, at a fixed time, so that the picture is the same each
time.
"""

from __future__ import annotations

import io
import re
import shlex
import sys
import tempfile
from contextlib import chdir
from datetime import UTC, datetime
from pathlib import Path
from unittest.mock import patch

import httpx2
from foxreach_sandbox import Sandbox
from foxreach_sandbox.clock import Clock
from foxreach_shell.main import main as foxr
from rich.console import Console
from rich.text import Text

PICTURE = Path(__file__).resolve().parents[2] / "docs" / "images" / "cli.svg"
COLUMNS = 92
ROWS = """\
E-Mail;First Name;Firma
zoe@example.com;Zoë;Acme
john@example.com;John;"Globex
;Mia;Initech
max@example.com;Max;Globex
"""
COMMANDS = (
    'leads import leads.csv --map "Firma=company" --dry-run',
    'leads import leads.csv --map "Firma=company" --rejected rejected.csv',
    "leads list --fields email,first_name,company,status",
    "leads update cld_2 --title CTO --dry-run",
)
FONTS = re.compile(r"\s*@font-face \{.*?\}", re.DOTALL)  # They would be loaded from another host.


class Terminal(io.StringIO):
    """A stream that says it is a terminal."""

    def isatty(self) -> bool:
        """Return True."""
        return True


def picture() -> str:
    """Return the picture as SVG."""
    start = datetime(2026, 1, 31, 12, tzinfo=UTC).timestamp()
    sandbox = Sandbox(seed="demo", limit=None, clock=Clock(start=start))
    campaign = sandbox.state.rows("campaigns")[0]["id"]
    printed(f"campaigns pause {campaign}", sandbox)
    console = Console(record=True, width=COLUMNS, file=io.StringIO(), force_terminal=True)
    with tempfile.TemporaryDirectory() as folder, chdir(folder):
        Path("leads.csv").write_text(ROWS, "utf-8")
        for command in (*COMMANDS, f"campaigns resume {campaign}"):
            console.print(Text(f"$ foxr {command}", style="bold green"))
            console.print(Text.from_ansi(printed(command, sandbox)))
    return FONTS.sub("", console.export_svg(title="foxr", unique_id="foxr"))


def printed(command: str, sandbox: Sandbox) -> str:
    """Return what a command prints on a terminal."""
    options = {"api_key": sandbox.key, "base_url": sandbox.url}
    terminal, keyboard = Terminal(), Terminal("n\n")
    with (
        httpx2.Client(transport=sandbox.transport()) as client,
        patch.multiple(sys, stdout=terminal, stderr=terminal, stdin=keyboard),
        patch.dict("os.environ", {"COLUMNS": str(COLUMNS), "TERM": "xterm"}),
    ):
        foxr(shlex.split(command), http_client=client, **options)
    shown = re.sub(r"\r\x1b\[K[^\n]*\n", "", terminal.getvalue()).rstrip("\n")
    return shown.replace("[y/N] ", "[y/N] n\n")


def main(arguments: list[str]) -> None:
    """Write the picture, or exit with a sentence if it differs."""
    found = picture()
    if "--check" not in arguments:
        PICTURE.write_text(found, "utf-8")
    elif PICTURE.read_text("utf-8") != found:
        sys.exit("docs/images/cli.svg differs: run `python -m tools.development.terminal_picture`.")


if __name__ == "__main__":
    main(sys.argv[1:])

"""Generate the stock output of openapi-python-client for our spec, with its own command."""

import os
import subprocess
import sys
from pathlib import Path

SPEC = Path(__file__).resolve().parent.parent / "spec" / "foxreach.yaml"
PACKAGE = "stock_client"


def generate(folder: Path) -> None:
    """Write the package into *folder*; raise CalledProcessError if the command fails."""
    command = [sys.executable, "-m", "openapi_python_client", "generate", "--meta", "none", "--fail-on-warning"]
    # It formats with the ruff on the path.
    path = os.pathsep.join([str(Path(sys.executable).parent), os.environ.get("PATH", "")])
    subprocess.run(
        [*command, "--path", str(SPEC), "--output-path", str(folder / PACKAGE)],
        cwd=folder,
        env={**os.environ, "PATH": path},
        check=True,
        stdout=subprocess.DEVNULL,
    )

"""Where the Pythons to test on are, besides the search path."""

import os
from pathlib import Path


def pyenv_folders(versions: list[str]) -> list[str]:
    """Return the folders of pyenv's own Pythons of these *versions* (`3.12`), whichever of them is selected.

    pyenv puts a `python3.12` on the search path that refuses to run unless that version is selected.
    """
    root = Path(os.environ.get("PYENV_ROOT") or os.path.expanduser("~/.pyenv"))  # noqa: PTH111 - never raises
    found = (
        python for version in versions for python in sorted(root.glob(f"versions/{version}.*/bin/python{version}"))
    )
    return [str(python.parent) for python in found]

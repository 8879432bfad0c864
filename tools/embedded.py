"""An index of packages on loopback with a password, for as long as a `with` lasts: pypiserver on waitress.

A process of its own, as a real one is. `python -m tools.embedded FOLDER PASSWORDS` is that process: it prints its port.
"""

import base64
import hashlib
import sys
from collections.abc import Generator
from contextlib import contextmanager
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path
from urllib.parse import quote

from tools.server import server

ROOT = Path(__file__).resolve().parent.parent
USER, PASSWORD = "publisher", "correct horse"


@dataclass(frozen=True)
class Embedded:
    """A running index: where it takes uploads, and the folder where it keeps the files."""

    url: str
    folder: Path

    @property
    def simple(self) -> str:
        """The address that installers are given."""
        return f"{self.url}simple/"

    @property
    def simple_with_password(self) -> str:
        """The same with user and password: for a variable, never for a command line."""
        return self.simple.replace("://", f"://{quote(USER)}:{quote(PASSWORD)}@")


@contextmanager
def embedded(folder: Path, *, public: bool = False, fallback: str = "") -> Generator[Embedded]:
    """Serve *folder* until the block ends; everything needs the password, or with *public* uploads alone.

    What *folder* does not have is looked for at the index *fallback*; "default" is the one that pypiserver knows.
    """
    folder.mkdir(parents=True, exist_ok=True)
    passwords = folder.with_name(f"{folder.name}.htpasswd")
    digest = base64.b64encode(hashlib.sha1(PASSWORD.encode()).digest()).decode()  # noqa: S324 - the format of the file
    passwords.write_text(f"{USER}:{{SHA}}{digest}\n")
    actions = "update" if public else "update,download,list"
    command = [sys.executable, "-W", "ignore", "-m", "tools.embedded", str(folder), str(passwords), actions, fallback]
    with server("the index", command, 1, ROOT) as (_, [port]):
        yield Embedded(f"http://127.0.0.1:{port}/", folder)


def main(folder: str, passwords: str, actions: str, fallback: str) -> None:
    """Serve until terminated."""
    # Neither has types, and only this process needs them.
    pypiserver, waitress = import_module("pypiserver"), import_module("waitress")

    # The same as: pypi-server run -i 127.0.0.1 --disable-fallback -a ACTIONS -P PASSWORDS --server waitress FOLDER
    others = {"disable_fallback": not fallback} if fallback in {"", "default"} else {"fallback_url": fallback}
    app = pypiserver.app(roots=[Path(folder)], authenticate=actions.split(","), password_file=passwords, **others)
    listening = waitress.create_server(app, host="127.0.0.1", port=0)
    print(listening.effective_port, flush=True)
    listening.run()


if __name__ == "__main__":
    main(*sys.argv[1:])

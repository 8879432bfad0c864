"""A package index on loopback, with a password, for the duration of a `with` block: pypiserver on waitress.

It runs in its own process, `python -m tools.rehearsal.local_index FOLDER PASSWORDS ACTIONS FALLBACK`, which prints its
port.
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

from tools.rehearsal.server import server

ROOT = Path(__file__).resolve().parents[2]
USER, PASSWORD = "publisher", "correct horse"


@dataclass(frozen=True)
class LocalIndex:
    """A running index: the URL for uploads, and the folder of its files."""

    url: str
    folder: Path

    @property
    def simple(self) -> str:
        """The URL for installers."""
        return f"{self.url}simple/"

    @property
    def simple_with_password(self) -> str:
        """The same with user and password: for a variable, never for a command line."""
        return self.simple.replace("://", f"://{quote(USER)}:{quote(PASSWORD)}@")


@contextmanager
def local_index(folder: Path, *, public: bool = False, fallback: str = "") -> Generator[LocalIndex]:
    """Serve *folder* until the block ends. All requests need the password; with *public*, uploads alone.

    Packages that *folder* does not have are redirected to the index *fallback*; "default" is that of pypiserver.
    """
    folder.mkdir(parents=True, exist_ok=True)
    passwords = folder.with_name(f"{folder.name}.htpasswd")
    digest = base64.b64encode(hashlib.sha1(PASSWORD.encode()).digest()).decode()  # noqa: S324 - the format of the file
    passwords.write_text(f"{USER}:{{SHA}}{digest}\n")
    actions = "update" if public else "update,download,list"
    command = [
        sys.executable,
        "-W",
        "ignore",
        "-m",
        "tools.rehearsal.local_index",
        str(folder),
        str(passwords),
        actions,
        fallback,
    ]
    with server("the index", command, 1, ROOT) as (_, [port]):
        yield LocalIndex(f"http://127.0.0.1:{port}/", folder)


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

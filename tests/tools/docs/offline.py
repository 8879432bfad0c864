"""`python -m tests.tools.docs.offline FILE FOLDER`: build the site; each wish for the network or a program fails.

The wishes are written to FILE, since who has one may go on without it.
"""

from __future__ import annotations

import runpy
import sys
from pathlib import Path

NETWORK = {"socket.connect", "socket.getaddrinfo", "socket.gethostbyname", "socket.sendto", "urllib.Request"}
WISHES = NETWORK | {"subprocess.Popen", "os.exec", "os.fork", "os.posix_spawn", "os.system"}
LIBRARIES = ("ldconfig", "gcc", "cc", "ld", "objdump")  # What ctypes looks for a library with.


def main() -> None:
    """Build with the rest of the arguments."""
    file = Path(sys.argv.pop(1))
    file.touch()

    def watch(event: str, arguments: tuple[object, ...]) -> None:
        if event in WISHES and not str(arguments[0]).endswith(LIBRARIES):
            with file.open("a") as stream:
                stream.write(f"{event} {arguments}\n")
            raise OSError(f"{event} is refused")

    sys.addaudithook(watch)
    runpy.run_module("tools.docs", run_name="__main__", alter_sys=True)


if __name__ == "__main__":
    main()

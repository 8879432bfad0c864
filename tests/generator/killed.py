"""Kills `write` before each of its disk operations in turn, and prints what it left.

Run as `python -m tests.generator.killed FOLDER exchange|renames`: each kill is a fork of this small process.
"""

from __future__ import annotations

import json
import os
import sys
from itertools import count
from pathlib import Path

from generator.output import write as writing
from generator.output.write import files_in, recover, write

OLD = {"a.py": "old a", "sub/b.py": "old b", "sub/only_old.py": "old"}
NEW = {"a.py": "new a", "sub/b.py": "new b", "sub/deep/only_new.py": "new"}
# The audit events of everything that `write` does to the disk; renameat2 is called right after its look-up.
EVENTS = {
    *("open", "os.mkdir", "os.rename", "os.rmdir", "os.remove", "os.chmod", "os.scandir", "os.listdir"),
    *("shutil.rmtree", "ctypes.dlopen", "ctypes.dlsym"),
}


def state(folder: Path) -> str:
    """Return `old`, `new`, `gone`, or the content of the folder."""
    found = {path: content.decode() for path, content in files_in(folder).items()}
    return {str(OLD): "old", str(NEW): "new", "{}": "gone"}.get(str(found), str(found))


def die_at(event_number: int) -> None:
    """End this process, as if killed, just before its n-th disk operation."""
    seen = 0

    def hook(event: str, _: object) -> None:
        nonlocal seen
        seen += event in EVENTS
        if seen == event_number:
            os._exit(9)

    sys.addaudithook(hook)


def killed_at(event_number: int, folder: Path) -> bool:
    """Return whether replacing the old tree was killed; False if it ended before that."""
    child = os.fork()
    if child == 0:
        die_at(event_number)
        write(folder, NEW)
        os._exit(0)
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == 9


def cannot_exchange(_one: Path, _other: Path) -> bool:
    """Replace `_exchange`: a system that cannot exchange two names in one step."""
    return False


def main(root: Path, way: str) -> None:
    if way == "renames":
        setattr(writing, "_exchanged", cannot_exchange)  # noqa: B010 - it is private to its module
    found: list[dict[str, object]] = []
    for number in count(1):
        folder = root / str(number) / "package"
        write(folder, OLD)
        killed = killed_at(number, folder)
        facts: dict[str, object] = {"killed": killed, "found": state(folder)}
        recover(folder)
        facts |= {"recovered": state(folder), "beside": [path.name for path in folder.parent.iterdir()]}
        write(folder, NEW)
        found.append(facts | {"again": state(folder)})
        if not killed:
            break
    print(json.dumps(found))


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2])

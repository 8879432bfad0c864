"""What must not be there: an API key in a tracked file, the wheel or the sdist; a lock that does not fit its pins."""

import subprocess
import sys
import tomllib
from pathlib import Path

from tools.build import KEY, sdist_faults, wheel_faults
from tools.pins import LOCK, ROOT, lock_faults


def main(dist: Path) -> None:
    """End with every fault of the checkout and of what was built from it into *dist*."""
    faults = [fault for wheel in dist.glob("*.whl") for fault in wheel_faults(wheel)]
    faults += [fault for sdist in dist.glob("*.tar.gz") for fault in sdist_faults(sdist)]
    files = tracked(ROOT)
    faults += [f"{path.relative_to(ROOT)} holds what looks like an API key" for path in files if holds_key(path)]
    faults += lock_faults(LOCK.read_text("utf-8"), tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8")))
    if faults:
        sys.exit("\n".join(f"safe: {fault}" for fault in faults))
    print(f"No key in {len(files)} tracked files, wheel and sdist; requirements.lock fits pyproject.toml.")


def tracked(root: Path) -> list[Path]:
    """Return the files of the checkout *root* that git tracks, or all of them in a copy without git."""
    done = subprocess.run(["git", "ls-files", "-z"], cwd=root, check=False, capture_output=True)
    names = done.stdout.decode().split("\0") if done.returncode == 0 else []
    found = [root / name for name in names if name] or [*root.rglob("*")]
    return [path for path in found if path.is_file() and not {".nox", ".git"} & set(path.relative_to(root).parts)]


def holds_key(path: Path) -> bool:
    """Claim that something in *path* looks like a key of FoxReach."""
    return KEY.search(path.read_bytes()) is not None


if __name__ == "__main__":
    main(Path(sys.argv[1]))

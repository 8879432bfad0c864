"""Check that no tracked or built file contains an API key, and that requirements.lock fits pyproject.toml."""

import subprocess
import sys
import tomllib
from pathlib import Path

from tools.development.requirements_lock import LOCK, ROOT, SBOM, lock_faults, sbom_faults
from tools.release.build import KEY, sdist_faults, site_faults, wheel_faults


def main(dist: Path) -> None:
    """Exit with the faults of the checkout and of what is in *dist*."""
    faults = [fault for wheel in dist.glob("*.whl") for fault in wheel_faults(wheel)]
    faults += [fault for sdist in dist.glob("*.tar.gz") for fault in sdist_faults(sdist)]
    faults += site_faults(dist)
    files = tracked(ROOT)
    faults += [f"{path.relative_to(ROOT)} seems to contain an API key" for path in files if holds_key(path)]
    lock, pyproject = LOCK.read_text("utf-8"), tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
    faults += [*lock_faults(lock, pyproject), *sbom_faults(SBOM.read_text("utf-8"), lock, pyproject)]
    if faults:
        sys.exit("\n".join(f"safe: {fault}" for fault in faults))
    print(f"No API key in {len(files)} tracked files, wheel, sdist and site; requirements.lock fits pyproject.toml.")


def tracked(root: Path) -> list[Path]:
    """Return the files of the checkout *root* that git tracks, or all files in a copy without git."""
    done = subprocess.run(["git", "ls-files", "-z"], cwd=root, check=False, capture_output=True)
    names = done.stdout.decode().split("\0") if done.returncode == 0 else []
    found = [root / name for name in names if name] or [*root.rglob("*")]
    return [path for path in found if path.is_file() and not {".nox", ".git"} & set(path.relative_to(root).parts)]


def holds_key(path: Path) -> bool:
    """Return whether *path* seems to contain an API key of FoxReach."""
    return KEY.search(path.read_bytes()) is not None


if __name__ == "__main__":
    main(Path(sys.argv[1]))

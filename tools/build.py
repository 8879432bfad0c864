"""The wheel and the sdist, and the proof that the one can be made from the other."""

import hashlib
import re
import subprocess
import sys
import tarfile
import tempfile
import zipfile
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
PACKAGES = ("foxreach_client", "foxreach_runtime")
KEY = re.compile(rb"otr_[A-Za-z0-9]{16,}")


def main(folder: Path) -> None:
    """Fill *folder* with the wheel and the sdist of the checkout, or end with what is wrong with them."""
    folder.mkdir(parents=True, exist_ok=True)
    for old in folder.glob("foxreach_client-*"):
        old.unlink()
    _hatch(ROOT, folder)
    wheel, sdist = _only(folder, "*.whl"), _only(folder, "*.tar.gz")
    faults = wheel_faults(wheel)
    with tempfile.TemporaryDirectory() as scratch, tarfile.open(sdist) as archive:
        archive.extraction_filter = getattr(tarfile, "data_filter", None)  # Python 3.11.4 brought it.
        archive.extractall(scratch)  # noqa: S202 - made a moment ago, by ourselves
        _hatch(next(Path(scratch).iterdir()), Path(scratch), "--target", "wheel")
        if _only(Path(scratch), "*.whl").read_bytes() != wheel.read_bytes():
            faults.append(f"{sdist.name} builds another wheel than the checkout does: see [tool.hatch.build]")
    if faults:
        sys.exit("\n".join(f"build: {fault}" for fault in faults))
    print(*(described(made) for made in (wheel, sdist)), sep="\n")


def wheel_faults(wheel: Path) -> list[str]:
    """Return what is wrong with the contents of *wheel*: stray folders, missing markers, a key in a file."""
    with zipfile.ZipFile(wheel) as archive:
        names = archive.namelist()
        leaked = [name for name in names if KEY.search(archive.read(name))]
    tops = {name.split("/")[0] for name in names if ".dist-info/" not in name}
    faults = [f"{wheel.name} holds {name}, which is none of {PACKAGES}" for name in sorted(tops - set(PACKAGES))]
    wanted = (f"{package}/{name}" for package in PACKAGES for name in ("__init__.py", "py.typed"))
    faults += [f"{wheel.name} lacks {name}" for name in wanted if name not in names]
    return faults + [f"{wheel.name} holds what looks like an API key: {name}" for name in leaked]


def described(made: Path) -> str:
    """Return one line on the file *made*: its name, size and SHA-256."""
    content = made.read_bytes()
    return f"{made.name}  {len(content):,} bytes  sha256 {hashlib.sha256(content).hexdigest()}"


def _hatch(project: Path, folder: Path, *arguments: str) -> None:
    command = [sys.executable, "-m", "hatchling", "build", "--directory", str(folder), *arguments]
    done = subprocess.run(command, cwd=project, check=False, capture_output=True, text=True)
    if done.returncode:
        sys.exit(f"build: hatchling could not build {project}:\n{done.stdout}{done.stderr}")


def _only(folder: Path, pattern: str) -> Path:
    (found,) = folder.glob(pattern)
    return found


if __name__ == "__main__":
    main(Path(sys.argv[1]))

"""Build wheel, sdist and SBOM, and check that the sdist builds the same wheel."""

import hashlib
import json
import os
import re
import subprocess
import sys
import tarfile
import tempfile
import tomllib
import zipfile
from collections.abc import Mapping
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from tools.docs.archive import SUFFIX
from tools.release.sbom import licence_faults, write_sbom

ROOT = Path(__file__).resolve().parents[2]
TARGETS = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["tool"]["hatch"]["build"]["targets"]
FOLDERS = tuple(Path(folder) for folder in TARGETS["wheel"]["packages"])
PACKAGES = tuple(folder.name for folder in FOLDERS if folder.name.startswith("foxreach_"))  # No generator, no tests.
WANTED = (
    *(f"{package}/{name}" for package in PACKAGES for name in ("__init__.py", "py.typed")),
    "foxreach_client/openapi.json",
)
KEY = re.compile(rb"otr_[A-Za-z0-9]{16,}")


def main(folder: Path, backend: str) -> None:
    """Write wheel, sdist and SBOM of the checkout to *folder*, or exit with their faults.

    *backend* is nox's, for the environment that the SBOM describes.
    """
    folder.mkdir(parents=True, exist_ok=True)
    for old in folder.glob("foxreach_client-*"):
        if not old.name.endswith(SUFFIX):  # The session `docs` wrote it, and replaces it.
            old.unlink()
    hatch(ROOT, folder)
    wheel, sdist = _only(folder, "*.whl"), _only(folder, "*.tar.gz")
    with ThreadPoolExecutor() as pool:
        written = pool.submit(write_sbom, wheel, backend)
        exit_with(wheel_faults(wheel) + sdist_faults(sdist) + rebuilt_faults(wheel, sdist) + twine_faults(wheel, sdist))
        sbom = written.result()
    exit_with(licence_faults(json.loads(sbom.read_bytes())))
    print(*(described(made) for made in (wheel, sdist, sbom)), sep="\n")


def exit_with(faults: list[str]) -> None:
    """Exit with *faults*, if there are any."""
    if faults:
        sys.exit("\n".join(f"build: {fault}" for fault in faults))


def wheel_faults(wheel: Path) -> list[str]:
    """Return the faults in the contents of *wheel*: extra folders, missing files, an API key in a file."""
    with zipfile.ZipFile(wheel) as archive:
        contents = {name: archive.read(name) for name in archive.namelist()}
    tops = {name.split("/")[0] for name in contents if ".dist-info/" not in name}
    faults = [f"{wheel.name} contains {name}, which is not in {PACKAGES}" for name in sorted(tops - set(PACKAGES))]
    faults += [f"{wheel.name} lacks {name}" for name in WANTED if name not in contents]
    return faults + key_faults(wheel.name, contents)


def sdist_faults(sdist: Path) -> list[str]:
    """Return the faults in the contents of *sdist*: folders that are not packaged, an API key in a file."""
    with tarfile.open(sdist) as archive:
        files = [member for member in archive if member.isfile()]
        contents = {each.name.partition("/")[2]: found.read() for each in files if (found := archive.extractfile(each))}
    tops = {name.split("/")[0] for name in contents if "/" in name}
    faults = [
        f"{sdist.name} contains {name}/, which is not packaged"
        for name in sorted(tops - set(TARGETS["sdist"]["only-include"]))
    ]
    return faults + key_faults(sdist.name, contents)


def site_faults(folder: Path) -> list[str]:
    """Return the faults in the archive of the site in *folder*, if there is one: an API key in a file."""
    faults = list[str]()
    for site in folder.glob(f"*{SUFFIX}"):
        with zipfile.ZipFile(site) as archive:
            faults += key_faults(site.name, {name: archive.read(name) for name in archive.namelist()})
    return faults


def key_faults(where: str, contents: Mapping[str, bytes]) -> list[str]:
    """Return a sentence, without the key, for each of *contents* (name to bytes) that seems to contain an API key."""
    return [f"{where} seems to contain an API key: {name}" for name in contents if KEY.search(contents[name])]


def rebuilt_faults(wheel: Path, sdist: Path) -> list[str]:
    """Return a sentence if *sdist* does not build *wheel*, byte for byte."""
    with tempfile.TemporaryDirectory() as scratch, tarfile.open(sdist) as archive:
        archive.extraction_filter = getattr(tarfile, "data_filter", None)  # Since Python 3.11.4.
        archive.extractall(scratch)  # noqa: S202 - this program just built it
        hatch(next(Path(scratch).iterdir()), Path(scratch), "--target", "wheel")
        same = _only(Path(scratch), "*.whl").read_bytes() == wheel.read_bytes()
    return [] if same else [f"{sdist.name} builds another wheel than the checkout: see [tool.hatch.build]"]


def twine_faults(*files: Path) -> list[str]:
    """Return the complaints of `twine check` about metadata and readme."""
    command: list[str | Path] = [sys.executable, "-I", "-m", "twine", "--no-color", "check", "--strict", *files]
    done = subprocess.run(command, check=False, capture_output=True, text=True)
    return [f"twine check --strict:\n{done.stdout}{done.stderr}"] if done.returncode else []


def described(made: Path) -> str:
    """Return name, size and SHA-256 of the file *made*, as one line."""
    content = made.read_bytes()
    return f"{made.name}  {len(content):,} bytes  sha256 {hashlib.sha256(content).hexdigest()}"


def hatch(project: Path, folder: Path, *arguments: str) -> None:
    """Build *project* into *folder*, the same bytes for the same files: at the same time each time, whatever it is."""
    command = [sys.executable, "-m", "hatchling", "build", "--directory", str(folder), *arguments]
    environ = {name: value for name, value in os.environ.items() if name != "SOURCE_DATE_EPOCH"}
    done = subprocess.run(command, cwd=project, env=environ, check=False, capture_output=True, text=True)
    if done.returncode:
        sys.exit(f"build: hatchling could not build {project}:\n{done.stdout}{done.stderr}")


def _only(folder: Path, pattern: str) -> Path:
    (found,) = folder.glob(pattern)
    return found


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2])

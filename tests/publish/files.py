"""Minimal wheels and sdists that twine, pip and uv accept."""

import io
import tarfile
import zipfile
from pathlib import Path

MARK = "print('{}')\n"
PADDING = "# so that a file takes more than one packet\n" * 400


def make_release(folder: Path, version: str = "1.0.0", mark: str = "ours") -> Path:
    """Write a wheel and an sdist of foxreach-client, whose module contains *mark*, to *folder*."""
    folder.mkdir(parents=True, exist_ok=True)
    make_wheel(folder, version, mark)
    make_sdist(folder, version, mark)
    return folder


def make_wheel(folder: Path, version: str = "1.0.0", mark: str = "ours", requires: tuple[str, ...] = ()) -> Path:
    """Return a new wheel of *version* in *folder*."""
    info = f"foxreach_client-{version}.dist-info"
    needed = "".join(f"Requires-Dist: {each}\n" for each in requires)
    files = {
        "foxreach_client/__init__.py": MARK.format(mark) + PADDING,
        f"{info}/METADATA": f"Metadata-Version: 2.1\nName: foxreach-client\nVersion: {version}\n{needed}",
        f"{info}/WHEEL": "Wheel-Version: 1.0\nGenerator: tests\nRoot-Is-Purelib: true\nTag: py3-none-any\n",
    }
    files[f"{info}/RECORD"] = "".join(f"{name},,\n" for name in [*files, f"{info}/RECORD"])
    wheel = folder / f"foxreach_client-{version}-py3-none-any.whl"
    with zipfile.ZipFile(wheel, "w") as archive:
        for name, text in files.items():
            archive.writestr(name, text)
    return wheel


def make_sdist(folder: Path, version: str = "1.0.0", mark: str = "ours") -> Path:
    """Return a new sdist of *version* in *folder*."""
    top = f"foxreach_client-{version}"
    sdist = folder / f"{top}.tar.gz"
    metadata = f"Metadata-Version: 2.1\nName: foxreach-client\nVersion: {version}\n"
    files = {"PKG-INFO": metadata, "mark.py": mark + PADDING}
    with tarfile.open(sdist, "w:gz", compresslevel=0) as archive:
        for name, text in files.items():
            entry = tarfile.TarInfo(f"{top}/{name}")
            entry.size = len(text.encode())
            archive.addfile(entry, io.BytesIO(text.encode()))
    return sdist

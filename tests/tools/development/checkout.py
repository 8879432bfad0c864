"""A checkout with only noxfile.py and its bootstrap, an index of two stub packages, and Pythons to run it."""

import base64
import hashlib
import os
import shutil
import subprocess
import sys
import sysconfig
import zipfile
from dataclasses import dataclass, field
from pathlib import Path

ROOT = Path(__file__).resolve().parents[3]
PYPROJECT = '[dependency-groups]\nnox = ["nox==1.0", "uv==1.0"]\n'
STUB_NOX = """
import json, os, sys
print(json.dumps({"arguments": sys.argv[1:], "prefix": sys.prefix, "path": os.environ["PATH"]}))
sys.exit(7 if "fail" in sys.argv else 0)
"""
SECONDS = 120  # Far more than any run takes: a run that hangs must end.


@dataclass
class Checkout:
    """The folder, the Python that runs noxfile.py, and the whole search path."""

    folder: Path
    python: str = os.path.realpath(sys.executable)
    path: str = ""
    environ: dict[str, str] = field(default_factory=dict[str, str])

    @property
    def command(self) -> list[str]:
        return [self.python, str(self.folder / "checkout" / "noxfile.py")]

    @property
    def state(self) -> Path:
        return self.folder / "checkout" / ".nox"

    @property
    def variables(self) -> dict[str, str]:
        """The environment variables: only the stub index, and no settings of this machine."""
        stubs = str(self.folder / "index")
        pip = {"PIP_NO_INDEX": "1", "PIP_FIND_LINKS": stubs, "PIP_CONFIG_FILE": os.devnull}
        uv = {"UV_NO_INDEX": "1", "UV_FIND_LINKS": stubs, "UV_OFFLINE": "1", "UV_CACHE_DIR": str(self.folder / "uv")}
        own = {"HOME": str(self.folder / "home"), "TMPDIR": str(self.folder / "tmp"), "PATH": self.path}
        return {**pip, **uv, **own, "UV_NO_CONFIG": "1", **self.environ}

    def run(self, *arguments: str) -> subprocess.CompletedProcess[str]:
        """Run noxfile.py and wait for its end."""
        return subprocess.run(
            [*self.command, *arguments],
            env=self.variables,
            cwd=self.folder,
            capture_output=True,
            text=True,
            check=False,
            timeout=SECONDS,
        )

    def start(self) -> subprocess.Popen[str]:
        """Start noxfile.py in the background."""
        return subprocess.Popen(
            self.command, env=self.variables, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
        )


def make_checkout(folder: Path) -> Checkout:
    """Return a new checkout in *folder*."""
    for name in ("checkout", "index", "home", "tmp"):
        (folder / name).mkdir()
    shutil.copy(ROOT / "noxfile.py", folder / "checkout")
    shutil.copytree(ROOT / "tools", folder / "checkout" / "tools", ignore=shutil.ignore_patterns("__pycache__"))
    (folder / "checkout" / "pyproject.toml").write_text(PYPROJECT)
    make_wheel(folder / "index", "nox", {"nox/__init__.py": "", "nox/__main__.py": STUB_NOX})
    make_wheel(folder / "index", "uv", {"uv/__init__.py": ""})
    return Checkout(folder)


def make_wheel(folder: Path, name: str, files: dict[str, str]) -> Path:
    """Return a wheel of version 1.0 that contains *files*."""
    info = f"{name}-1.0.dist-info"
    metadata = f"Metadata-Version: 2.1\nName: {name}\nVersion: 1.0\n"
    tags = "Wheel-Version: 1.0\nGenerator: tests\nRoot-Is-Purelib: true\nTag: py3-none-any\n"
    files = {**files, f"{info}/METADATA": metadata, f"{info}/WHEEL": tags}
    wheel = folder / f"{name}-1.0-py3-none-any.whl"
    with zipfile.ZipFile(wheel, "w") as archive:
        for path, text in files.items():
            archive.writestr(path, text)
        archive.writestr(f"{info}/RECORD", "".join(f"{path},{_digest(text)}\n" for path, text in files.items()))
    return wheel


def _digest(text: str) -> str:
    value = base64.urlsafe_b64encode(hashlib.sha256(text.encode()).digest()).rstrip(b"=")
    return f"sha256={value.decode()},{len(text)}"


def python_without_ensurepip(folder: Path) -> str:
    """Return a Python with neither ensurepip nor pip, like Debian's without python3-venv."""
    version = f"python{sys.version_info.major}.{sys.version_info.minor}"
    library = folder / "lib" / version
    library.mkdir(parents=True)
    (folder / "bin").mkdir()
    for entry in Path(sysconfig.get_path("stdlib")).iterdir():
        if entry.name not in {"ensurepip", "site-packages", "dist-packages"}:
            (library / entry.name).symlink_to(entry)
    return str(shutil.copy(os.path.realpath(sys.executable), folder / "bin" / version))


def folder_with(folder: Path, program: str) -> str:
    """Return a folder for the search path that contains only *program* of this environment."""
    folder.mkdir()
    (folder / program).symlink_to(Path(sys.executable).parent / program)
    return str(folder)

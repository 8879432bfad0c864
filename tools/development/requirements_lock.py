"""requirements.lock: the version of every package that the sessions install, and the hashes of its files.

uv writes it, once for all systems and all Pythons of the project. It names no index. pip and uv get it as constraints,
so they refuse a file with another hash.
"""

import argparse
import json
import re
import subprocess
import sys
import tomllib
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).resolve().parents[2]
LOCK, NOX = ROOT / "requirements.lock", ROOT / "nox.lock"  # The second one is for bootstrap.py.
SBOM = ROOT / "sbom.cdx.json"  # Of what users install: the part of the lock without tools.
REMEDY = "Run the session `lock`."
ENTRY = re.compile(r"^([A-Za-z0-9][A-Za-z0-9._-]*)==([^\s;\\]+)", re.MULTILINE)
Pyproject = dict[str, Any]


def main(arguments: Sequence[str]) -> None:
    """Write both locks; exit with status 2 for wrong usage."""
    parser = argparse.ArgumentParser("nox -s lock --", description="Write requirements.lock and nox.lock.")
    parser.add_argument(
        "--upgrade", action="store_true", help="take the newest version of each package that is not pinned"
    )
    parser.add_argument(
        "--upgrade-package", metavar="NAME", action="append", default=[], help="take the newest version of this package"
    )
    asked = parser.parse_args(arguments)
    named = [f"--upgrade-package={name}" for name in asked.upgrade_package]
    write(*(["--upgrade"] if asked.upgrade else []), *named)


def write(*arguments: str) -> None:
    """Write both locks; a package that is locked already keeps its version unless *arguments* upgrade it."""
    pyproject = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
    everything = [part for name in pyproject["dependency-groups"] for part in ("--group", name)]
    lowest = pyproject["project"]["requires-python"].removeprefix(">=")
    command = ["uv", "pip", "compile", "--quiet", "--universal", "--python-version", lowest, "--generate-hashes"]
    command += ["--no-header", "--no-annotate", *arguments]
    of_nox = ["--group", "nox", "-c", LOCK.name, "-o", NOX.name]
    for asked in (["pyproject.toml", "--all-extras", *everything, "-o", LOCK.name], of_nox):
        _compiled(*command, *asked)
    installed = _compiled(*command, "pyproject.toml", "--all-extras", "-c", LOCK.name)
    SBOM.write_text(sbom(installed), "utf-8", newline="\n")


def _compiled(*command: str) -> str:
    """Run uv and return what it prints, or exit with its complaint on stderr."""
    done = subprocess.run(command, cwd=ROOT, check=False, stdout=subprocess.PIPE, text=True)
    if done.returncode:
        sys.exit("lock: uv found no set of versions that fits all requirements")
    return done.stdout


def sbom(lock: str) -> str:
    """Return the SBOM (CycloneDX) of the packages in the text *lock*, with the hashes of all their files.

    It is in the wheel. It has neither a date nor the version of the client, so that it changes with the lock alone.
    """
    components = [
        {
            "type": "library",
            "name": name,
            "version": version,
            "purl": f"pkg:pypi/{canonicalize_name(name)}@{version}",
            "hashes": [{"alg": "SHA-256", "content": each} for each in re.findall(r"--hash=sha256:(\w+)", entry)],
        }
        for entry in re.split(r"\n(?=\S)", lock.strip())
        for name, version in ENTRY.findall(entry)
    ]
    client = {"type": "library", "name": "foxreach-client", "bom-ref": "foxreach-client"}
    whole = {"bomFormat": "CycloneDX", "specVersion": "1.6", "version": 1, "metadata": {"component": client}}
    return json.dumps(whole | {"components": components}, indent=1) + "\n"


def sbom_faults(written: str, lock: str, pyproject: Pyproject) -> list[str]:
    """Return the faults of the SBOM *written*: a package that is locked otherwise, a requirement that it lacks."""
    entries = re.split(r"\n(?=\S)", lock.strip())
    known = {(name, version): entry for entry in entries for name, version in ENTRY.findall(entry)}
    listed = json.loads(written)["components"]
    faults = [
        f"{SBOM.name} has other hashes of {each['name']} {each['version']} than the lock. {REMEDY}"
        for each in listed
        if [found["content"] for found in each["hashes"]]
        != re.findall(r"--hash=sha256:(\w+)", known.get((each["name"], each["version"]), ""))
    ]
    names = {canonicalize_name(each["name"]) for each in listed}
    wanted = (Requirement(text) for text in requirements_of_users(pyproject))
    missing = sorted({canonicalize_name(each.name) for each in wanted} - names - {"foxreach-client"})
    return faults + [f"{SBOM.name} lacks {name}. {REMEDY}" for name in missing]


def lock_faults(lock: str, pyproject: Pyproject) -> list[str]:
    """Return the faults of the text *lock*: a missing pin of *pyproject*, an address, a missing hash."""
    locked = [(canonicalize_name(name), version) for name, version in ENTRY.findall(lock)]
    faults = list[str]()
    for requirement in required(pyproject):
        found = [version for name, version in locked if name == canonicalize_name(requirement.name)]
        if not any(requirement.specifier.contains(version) for version in found):
            faults.append(f"requirements.lock has no {requirement}. {REMEDY}")
    if "://" in lock or re.search(r"^\s*-(?!-hash=)", lock, re.MULTILINE):
        faults.append("requirements.lock contains an address or an option: its users have their own index")
    entries = [each for each in re.split(r"\n(?=\S)", lock.strip()) if "--hash=sha256:" not in each]
    faults += [f"requirements.lock has no hash of {each.partition(' ')[0]}" for each in entries if each]
    return faults if locked else ["requirements.lock is empty"]


def requirements_of_users(pyproject: Pyproject) -> list[str]:
    """Return the dependencies of the client and of its extras."""
    project = pyproject["project"]
    return [*project["dependencies"], *(text for each in project["optional-dependencies"].values() for text in each)]


def required(pyproject: Pyproject) -> list[Requirement]:
    """Return all requirements in *pyproject*, from dependencies, extras and groups, except this project itself."""
    project = pyproject["project"]
    texts = requirements_of_users(pyproject)
    texts += [text for group in pyproject["dependency-groups"].values() for text in group if isinstance(text, str)]
    found = [Requirement(text) for text in texts]
    return [each for each in found if canonicalize_name(each.name) != project["name"]]


if __name__ == "__main__":
    main(sys.argv[1:])

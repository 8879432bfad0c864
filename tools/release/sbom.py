"""The SBOM (CycloneDX) of the wheel with all its extras, and the licences in it."""

import hashlib
import json
import subprocess
import sys
import tempfile
import zipfile
from email.parser import Parser
from pathlib import Path
from typing import Any

from tools.development.environments import environment
from tools.development.requirements_lock import LOCK

Sbom = dict[str, Any]
NAME = "foxreach-client"
ALLOWED = frozenset({"Apache-2.0", "BSD-2-Clause", "BSD-3-Clause", "ISC", "MIT", "MIT-0", "MPL-2.0", "PSF-2.0"}) | {
    f"License :: OSI Approved :: {name} License" for name in ("Apache Software", "BSD", "MIT")
}
OLDER_NAMES = {"License :: OSI Approved :: Apache Software License": "Apache-2.0"}  # what no tool turns into SPDX


def write_sbom(wheel: Path, backend: str) -> Path:
    """Write the SBOM of *wheel* beside it and return its path; *backend* is nox's, for the environment to inspect."""
    with tempfile.TemporaryDirectory(prefix="sbom-") as scratch:
        python = environment(Path(scratch), f"{wheel}[{','.join(extras(wheel))}]", backend, "-c", str(LOCK))
        tool = [sys.executable, "-I", "-m", "cyclonedx_py"]
        # The file that is written is validated in tests/publish: here it would take longer than the whole build.
        command = [*tool, "environment", "--output-reproducible", "--no-validate", str(python)]
        done = subprocess.run(command, check=False, capture_output=True, text=True)
    if done.returncode:
        sys.exit(f"build: cyclonedx-bom could not write the SBOM:\n{done.stderr}")
    sbom = normalized(json.loads(done.stdout), wheel)
    path = wheel.with_name(f"{wheel.name.split('-py3')[0]}.cdx.json")
    path.write_text(json.dumps(sbom, indent=2, sort_keys=True) + "\n", "utf-8")
    return path


def extras(wheel: Path) -> list[str]:
    """Return the names of the extras that *wheel* declares."""
    with zipfile.ZipFile(wheel) as archive:
        [metadata] = (name for name in archive.namelist() if name.endswith(".dist-info/METADATA"))
        return Parser().parsestr(archive.read(metadata).decode()).get_all("Provides-Extra", [])


def normalized(sbom: Sbom, wheel: Path) -> Sbom:
    """Return *sbom* with the client as its subject, identified by its hash and not by a folder of this machine.

    What an installer adds to each environment is removed.
    """
    components = [each for each in sbom["components"] if each["name"] not in {"pip", "setuptools"}]
    [client] = (each for each in components if each["name"] == NAME)
    client.pop("externalReferences", None)
    client["hashes"] = [{"alg": "SHA-256", "content": hashlib.sha256(wheel.read_bytes()).hexdigest()}]
    others = [each for each in components if each is not client]
    return {**sbom, "metadata": {**sbom["metadata"], "component": client}, "components": others}


def licences(sbom: Sbom) -> dict[str, set[str]]:
    """Return the declared licences of each component, by name and version; classifiers only where there is no SPDX."""
    found = dict[str, set[str]]()
    for component in [sbom["metadata"]["component"], *sbom["components"]]:
        given = [each.get("license", each) for each in component.get("licenses", [])]
        names = {str(each.get("id") or each.get("expression") or each.get("name")) for each in given}
        spdx = {name for name in names if not name.startswith("License ::")}
        found[f"{component['name']} {component['version']}"] = spdx or names
    return found


def licence_faults(sbom: Sbom) -> list[str]:
    """Return a sentence for each component whose licence is not known to permit use in a closed program."""
    return [
        f"{component} has the licence {', '.join(sorted(names)) or 'unknown'}, "
        "which is not in ALLOWED of tools/release/sbom.py"
        for component, names in licences(sbom).items()
        if not names or not all(allowed(name) for name in names)
    ]


def allowed(expression: str) -> bool:
    """Return whether one alternative of an SPDX *expression* consists of allowed licences only.

    An expression with AND and parentheses needs all of its names to be allowed: its nesting is not evaluated.
    """
    plain = expression.replace("(", " ").replace(")", " ")
    nested = "(" in expression and " AND " in expression
    for choice in [plain.replace(" OR ", " AND ")] if nested else plain.split(" OR "):
        names = (each.strip() for each in choice.split(" AND "))
        if all(OLDER_NAMES.get(name, name) in ALLOWED for name in names):
            return True
    return False

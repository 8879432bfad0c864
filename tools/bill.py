"""The bill of materials (CycloneDX) of the wheel with all its extras, and the licences on it."""

import hashlib
import json
import subprocess
import sys
import tempfile
import zipfile
from email.parser import Parser
from pathlib import Path
from typing import Any

from tools import consumer

Bill = dict[str, Any]
NAME = "foxreach-client"
ALLOWED = frozenset({"Apache-2.0", "BSD-2-Clause", "BSD-3-Clause", "ISC", "MIT", "MPL-2.0", "PSF-2.0"}) | {
    f"License :: OSI Approved :: {name} License" for name in ("Apache Software", "BSD", "MIT")
}
OLDER_NAMES = {"License :: OSI Approved :: Apache Software License": "Apache-2.0"}  # what no tool turns into SPDX


def write_bill(wheel: Path, backend: str) -> Path:
    """Return the bill of *wheel*, written beside it; *backend* is nox's, for the environment that is looked at."""
    with tempfile.TemporaryDirectory(prefix="bill-") as scratch:
        python = consumer.environment(Path(scratch), f"{wheel}[{','.join(extras(wheel))}]", backend)
        command: list[str | Path] = [
            sys.executable,
            "-I",
            "-m",
            "cyclonedx_py",
            "environment",
            "--output-reproducible",
            python,
        ]
        done = subprocess.run(command, check=False, capture_output=True, text=True)
    if done.returncode:
        sys.exit(f"build: no bill of materials could be made:\n{done.stderr}")
    bill = tidied(json.loads(done.stdout), wheel)
    path = wheel.with_name(f"{wheel.name.split('-py3')[0]}.cdx.json")
    path.write_text(json.dumps(bill, indent=2, sort_keys=True) + "\n", "utf-8")
    return path


def extras(wheel: Path) -> list[str]:
    """Return the names of the extras that *wheel* declares."""
    with zipfile.ZipFile(wheel) as archive:
        [metadata] = (name for name in archive.namelist() if name.endswith(".dist-info/METADATA"))
        return Parser().parsestr(archive.read(metadata).decode()).get_all("Provides-Extra", [])


def tidied(bill: Bill, wheel: Path) -> Bill:
    """Return *bill* with the client as its subject, named by its hash and not by a folder of this machine.

    What an installer brings along is no part of it.
    """
    components = [each for each in bill["components"] if each["name"] not in {"pip", "setuptools"}]
    [own] = (each for each in components if each["name"] == NAME)
    own.pop("externalReferences", None)
    own["hashes"] = [{"alg": "SHA-256", "content": hashlib.sha256(wheel.read_bytes()).hexdigest()}]
    others = [each for each in components if each is not own]
    return {**bill, "metadata": {**bill["metadata"], "component": own}, "components": others}


def licences(bill: Bill) -> dict[str, set[str]]:
    """Return the licences that each component declares, by its name and version; classifiers only for want of SPDX."""
    found = dict[str, set[str]]()
    for component in [bill["metadata"]["component"], *bill["components"]]:
        given = [each.get("license", each) for each in component.get("licenses", [])]
        names = {str(each.get("id") or each.get("expression") or each.get("name")) for each in given}
        spdx = {name for name in names if not name.startswith("License ::")}
        found[f"{component['name']} {component['version']}"] = spdx or names
    return found


def licence_faults(bill: Bill) -> list[str]:
    """Return a sentence on each component whose licence is not known to be fine for a closed program."""
    return [
        f"{component} has the licence {', '.join(sorted(names)) or 'unknown'}, which ALLOWED in tools/bill.py lacks"
        for component, names in licences(bill).items()
        if not names or not all(allowed(name) for name in names)
    ]


def allowed(expression: str) -> bool:
    """Claim that an SPDX *expression* leaves a choice, or demands a set, that is allowed as a whole.

    Of one with AND and parentheses all names must be allowed: what goes with what is not worked out.
    """
    plain = expression.replace("(", " ").replace(")", " ")
    nested = "(" in expression and " AND " in expression
    for choice in [plain.replace(" OR ", " AND ")] if nested else plain.split(" OR "):
        names = (each.strip() for each in choice.split(" AND "))
        if all(OLDER_NAMES.get(name, name) in ALLOWED for name in names):
            return True
    return False

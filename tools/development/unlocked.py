"""`python -m tools.development.unlocked`: fail if this environment has a package that requirements.lock does not have.

An installer takes the lock as constraints: it checks hashes of what the lock has, and installs anything else as it is.
Needs the standard library alone, for it runs in every environment.
"""

import re
import sys
from collections.abc import Iterable
from importlib.metadata import distributions
from pathlib import Path

LOCK = Path(__file__).resolve().parents[2] / "requirements.lock"
ENTRY = re.compile(r"^([A-Za-z0-9][A-Za-z0-9._-]*)==([^\s;\\]+)", re.MULTILINE)
OURS = {
    "foxreach-client",
    "pip",
    "setuptools",
    "wheel",
}  # The wheel that was just built, and what made the environment.


def unlocked(installed: Iterable[tuple[str, str]], lock: str) -> list[str]:
    """Return the packages, as `name==version`, that the text *lock* has no hash of."""
    known = {(_normal(name), version) for name, version in ENTRY.findall(lock)}
    found = {(_normal(name), version) for name, version in installed}
    return sorted(f"{name}=={version}" for name, version in found - known if name not in OURS)


def _normal(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()


if __name__ == "__main__":
    if faults := unlocked(((each.name, each.version) for each in distributions()), LOCK.read_text("utf-8")):
        sys.exit(
            f"installed without a hash, since requirements.lock does not have it: {', '.join(faults)}. Run `lock`."
        )

"""Where the key of each profile is kept: in the keyring of the system, else in a file that only its owner can read."""

from __future__ import annotations

import json
import os
import stat
import sys
from pathlib import Path
from typing import Any

from .output import is_dict
from .usage import KEY, UsageError

SERVICE = "foxreach-client"
DEFAULT = "default"
OWNER_ONLY = 0o600


class NoKeyError(UsageError):
    """There is no key that can be used."""

    status = KEY


def folder() -> Path:
    """Return the folder of the settings, by the convention of the system."""
    if os.environ.get("FOXR_CONFIG_DIR"):
        return Path(os.environ["FOXR_CONFIG_DIR"])
    if sys.platform == "win32":
        return Path(os.environ.get("APPDATA") or Path.home()) / "foxr"
    return Path(os.environ.get("XDG_CONFIG_HOME") or Path.home() / ".config") / "foxr"


def file() -> Path:
    """Return the file with the profiles."""
    return folder() / "profiles.json"


def profiles() -> dict[str, dict[str, Any]]:
    """Return the profiles by name. A file with keys that others can read is refused."""
    path = file()
    try:
        with path.open(encoding="utf-8") as opened:
            if os.name == "posix" and stat.S_IMODE(os.fstat(opened.fileno()).st_mode) & 0o077:
                raise NoKeyError(f"{path} can be read by others. Run `chmod 600 {path}`, and think of a new key.")
            found = json.load(opened)
    except FileNotFoundError:
        return {}
    except (ValueError, RecursionError):
        raise UsageError(f"{path} is not JSON. Delete it, and log in again.") from None
    known: Any = found.get("profiles") if is_dict(found) else None
    if not is_dict(known) or not all(map(is_dict, known.values())):
        raise UsageError(f"{path} has no profiles. Delete it, and log in again.")
    return known


def save(found: dict[str, dict[str, Any]]) -> None:
    """Replace the file with the profiles: at any moment there is a whole old one or a whole new one."""
    path = file()
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    scratch = path.with_name(f".{path.name}.{os.getpid()}")
    opened = os.open(scratch, os.O_WRONLY | os.O_CREAT | os.O_EXCL, OWNER_ONLY)
    try:
        with os.fdopen(opened, "w", encoding="utf-8") as target:
            json.dump({"version": 1, "profiles": found}, target, indent=1)
        scratch.replace(path)
    except BaseException:
        scratch.unlink(missing_ok=True)
        raise


def keyring() -> Any:
    """Return the keyring of the system, None if there is none that stores keys for good."""
    if os.environ.get("FOXR_KEYRING") == "off":
        return None
    try:
        import keyring as found  # noqa: PLC0415 - an extra, and slow to load

        backend = found.get_keyring()
    except Exception:  # noqa: BLE001 - a broken keyring must not lock its owner out
        return None
    return found if float(getattr(backend, "priority", 0)) >= 1 else None


def store(name: str, key: str, base_url: str | None) -> str:
    """Store the key of a profile and return where it is."""
    found = profiles()
    entry: dict[str, Any] = {"base_url": base_url} if base_url else {}
    ring = keyring()
    if ring is not None:
        try:
            ring.set_password(SERVICE, name, key)
        except Exception:  # noqa: BLE001 - each backend has its own errors
            ring = None
    entry |= {"key": key} if ring is None else {"keyring": True}
    save({**found, name: entry})
    return str(file()) if ring is None else "the keyring of the system"


def forget(name: str) -> bool:
    """Remove a profile with its key; return False if there is none."""
    found = profiles()
    entry = found.pop(name, None)
    if entry is None:
        return False
    ring = keyring() if entry.get("keyring") else None
    if ring is not None:
        try:
            ring.delete_password(SERVICE, name)
        except Exception as error:  # noqa: BLE001 - each backend has its own errors
            raise UsageError(f"The keyring does not delete the key ({type(error).__name__}).") from None
    save(found)
    return True


def key_of(name: str, entry: dict[str, Any]) -> str:
    """Return the key of a profile."""
    key: Any = entry.get("key")
    if entry.get("keyring"):
        ring = keyring()
        try:
            key = None if ring is None else ring.get_password(SERVICE, name)
        except Exception:  # noqa: BLE001 - each backend has its own errors
            key = None
    if not isinstance(key, str) or not key:
        raise NoKeyError(f"The key of the profile {name} cannot be read. Run `foxr auth login --profile {name}`.")
    return key

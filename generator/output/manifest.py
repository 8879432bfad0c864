"""The manifest of the output: versions of the tools, hash of all inputs, hash of every file.

With it, a `generate` without changes stops before it imports the two code generators, and `--check` distinguishes a
stale file from one edited by hand. Reads versions from installed metadata; imports none of the tools.
"""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Mapping
from importlib.metadata import version
from pathlib import Path
from typing import Any, cast

NAME = "manifest.json"
ROOT = Path(__file__).resolve().parents[2]
TOOLS = ("datamodel-code-generator", "jinja2", "openapi-python-client", "ruff")


def inputs_hash(spec: Path) -> str:
    """Return the SHA-256 of all inputs of the output: document, templates, generator, versions of the tools.

    CRLF counts as LF, since a checkout may have converted line ends. A missing document counts as empty.
    """
    digest = hashlib.sha256(os.fsencode(spec.name) + b"\0")
    digest.update(_content(spec) if spec.is_file() else b"")
    shaping = ROOT.glob("generator/**/*.py")
    files = [*ROOT.glob("templates/**/*.jinja*"), *shaping]
    for path in sorted(files, key=lambda path: path.relative_to(ROOT).as_posix()):
        digest.update(f"\0{path.relative_to(ROOT).as_posix()}\0".encode())
        digest.update(_content(path))
    digest.update(json.dumps(tool_versions()).encode())
    return digest.hexdigest()


def _content(path: Path) -> bytes:
    return path.read_bytes().replace(b"\r\n", b"\n")


def tool_versions() -> dict[str, str]:
    return {tool: version(tool) for tool in TOOLS}


def manifest(inputs: str, tree: Mapping[str, str]) -> str:
    """Return the text of the manifest of *tree*; it does not list itself. *inputs* is the result of `inputs_hash`."""
    facts = {
        "tools": tool_versions(),
        "inputs": inputs,
        "files": {path: file_hash(tree[path].encode()) for path in sorted(tree)},
    }
    return json.dumps(facts, indent=2) + "\n"


def file_hash(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()


def recorded(folder: Path) -> dict[str, Any]:
    """Return the manifest in *folder*, empty if there is none that can be read."""
    try:
        found: Any = json.loads((folder / NAME).read_bytes())
    except (OSError, ValueError):
        return {}
    return cast("dict[str, Any]", found) if isinstance(found, dict) else {}


def recorded_files(folder: Path) -> dict[str, str]:
    """Return the hash of each file by its path, from the manifest in *folder*."""
    files = recorded(folder).get("files")
    return cast("dict[str, str]", files) if isinstance(files, dict) else {}

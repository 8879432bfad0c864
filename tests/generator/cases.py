"""The golden cases: one small document per feature, and the generated files that the feature shows in.

A case lists those files under `files`, a key of its own that is no part of the document; without it, the whole package
is kept. `golden/common.yaml` holds what all documents share.
"""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from generator.pipeline import generate
from generator.source.document import Document
from generator.source.load import LOADER, load

FOLDER = Path(__file__).parent / "golden"
NAMES = sorted(path.parent.name for path in FOLDER.glob("*/spec.yaml"))
METHODS = ("get", "post", "put", "patch", "delete")

Node = dict[str, Any]


def document(name: str) -> Document:
    """Return the whole document of a case."""
    return load(text(name), "spec.yaml")


def text(name: str) -> str:
    """Return the whole document of a case as text."""
    return completed(_written(name))


def _written(name: str) -> str:
    return (FOLDER / name / "spec.yaml").read_text("utf-8")


def completed(special: str) -> str:
    """Return the whole document for *special*, which has only the parts that differ from `common.yaml`."""
    common = _read((FOLDER / "common.yaml").read_text("utf-8"))
    data = _laid_under(common["document"], _read(special))
    data.pop("files", None)
    data["tags"] = data.pop("tags")
    for path, item in data["paths"].items():
        for method in METHODS:
            if method in item:
                _complete(item[method], path, [*item.get("parameters", [])], common)
    _drop_unused(data["components"]["responses"], json.dumps(data["paths"]))
    return json.dumps(data, indent=1, ensure_ascii=False)


def _read(text: str) -> Any:
    """Return the data of a YAML file: by the parser in C, since cases are read hundreds of times."""
    return yaml.load(text, LOADER)  # noqa: S506 - it is a safe one


def _laid_under(base: Node, over: Node) -> Node:
    """Return *over* with the missing keys of *base*; the keys of *over* come first."""
    merged = over | {key: value for key, value in base.items() if key not in over}
    for key in ("components", "schemas"):
        if key in over and key in base:
            merged[key] = _laid_under(base[key], over[key])
    return merged


def _complete(operation: Node, path: str, shared: list[Node], common: Node) -> None:
    replies: Node = operation["responses"]
    for status, reply in replies.items():
        if "$ref" not in reply and status == "429":
            raise ValueError("a 429 is always the shared one")
    operation.setdefault("tags", [operation["operationId"].rpartition(".")[0]])
    operation.setdefault("x-evidence", "docs")
    needed = {"401": True, "403": True, "404": "{" in path}
    needed["422"] = bool("requestBody" in operation or operation.get("parameters") or len(shared) > path.count("{"))
    for status, name in common["errors"].items():
        if needed.get(status, True) and not {"default", f"{status[0]}XX"} & replies.keys():
            replies.setdefault(status, {"$ref": f"#/components/responses/{name}"})


def _drop_unused(responses: Node, paths: str) -> None:
    for name in [name for name in responses if f'#/components/responses/{name}"' not in paths]:
        del responses[name]


@cache
def sources(name: str) -> dict[str, str]:
    """Return the generated Python files of a case, by their path in the package."""
    tree = generate(document(name), "0" * 64)
    return {path: text for path, text in tree.items() if path.endswith(".py")}


def kept(name: str) -> dict[str, str]:
    """Return the generated files that the case lists, by their path in the package."""
    made = sources(name)
    listed: list[str] = _read(_written(name)).get("files", list(made))
    return {path: made[path] for path in listed}


def recorded(name: str) -> dict[str, str]:
    """Return the files that the case expects, by their path in the package."""
    root = FOLDER / name / "expected"
    return {path.relative_to(root).as_posix(): path.read_text("utf-8") for path in sorted(root.rglob("*.py"))}


def record(name: str) -> None:
    """Replace the expected files of the case by the generated ones."""
    root, now = FOLDER / name / "expected", kept(name)
    for path in recorded(name).keys() - now.keys():
        (root / path).unlink()
    for path, text in now.items():
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_text(text, "utf-8", newline="\n")

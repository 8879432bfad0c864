"""Reads any OpenAPI 3.x document, in JSON or YAML, and refuses what is none, in one sentence."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import yaml

from generator.diagnostics import SpecError
from generator.source.document import Document, is_list, is_mapping
from generator.source.load import load


class DraftError(Exception):
    """A document cannot be used. The message says why, in one sentence."""


def read(path: Path) -> Document:
    """Return the document in the file."""
    try:
        return parsed(path.read_bytes(), str(path))
    except OSError as error:
        raise DraftError(f"{path} cannot be read: {error.strerror or error}.") from None


def parsed(content: bytes, source: str) -> Document:
    """Return the document in *content*; DraftError if that is no whole document of OpenAPI 3."""
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise DraftError(f"{source} is not text in UTF-8.") from None
    if text.lstrip()[:1] == "<":
        raise DraftError(f"{source} is a page in HTML or XML, not an OpenAPI document.")
    document = _loaded(text, source)
    version, paths = document.data.get("openapi"), document.data.get("paths")
    if not str(version).startswith(("3.0", "3.1")):
        raise DraftError(f"{source} is no document of OpenAPI 3.0 or 3.1: `openapi` is {version!r}.")
    if not is_mapping(paths) or not paths:
        raise DraftError(f"{source} has no paths; it may be cut.")
    return document


def _loaded(text: str, source: str) -> Document:
    try:
        if text.lstrip()[:1] != "{":
            return load(text, source)
        data: Any = json.loads(text)  # Tells a cut document from a whole one, and allows tabs, which YAML does not.
        return load(json.dumps(data, indent=1), source)
    except ValueError as error:
        raise DraftError(f"{source} is cut or damaged: {error}.") from None
    except SpecError as error:
        return _lenient(text, source, error)


def _lenient(text: str, source: str, error: SpecError) -> Document:
    """Return a document that YAML allows and the generator does not: with aliases, or keys such as 200."""
    first = error.complaints[0]
    try:
        data = _plain(yaml.safe_load(text))
    except (yaml.YAMLError, ValueError, RecursionError):
        data = None
    if not is_mapping(data):
        raise DraftError(f"{source} is cut or damaged, line {first.line}: {first.message}")
    return Document(source, data, {})  # Without lines: each alias is in several places.


def _plain(node: Any) -> Any:
    """Return YAML's data as JSON has it: keys and times are text."""
    if is_list(node):
        return [_plain(item) for item in node]
    if is_mapping(node):
        return {str(key): _plain(value) for key, value in node.items()}
    return node if node is None or isinstance(node, str | int | float | bool) else str(node)

"""Blocks that are parts of files, which a reader copies: each can be read, and its program knows its words."""

from __future__ import annotations

import configparser
import json
import tomllib
from collections.abc import Callable, Iterator, Sequence
from typing import Any, cast

import yaml
from foxreach_sandbox import Sandbox

TOML = {  # the keys that pages use, as their programs document them
    "": {"project", "tool"},
    "project": {"name", "version", "requires-python", "dependencies"},
    "tool": {"uv", "poetry"},
    "tool.uv": {"sources", "index"},
    "tool.uv.sources": {"foxreach-client"},
    "tool.uv.sources.foxreach-client": {"index"},
    "tool.uv.index": {"name", "url", "explicit"},
    "tool.poetry": {"name", "version", "package-mode", "dependencies", "source"},
    "tool.poetry.dependencies": {"python", "foxreach-client"},
    "tool.poetry.dependencies.foxreach-client": {"version", "source"},
    "tool.poetry.source": {"name", "url", "priority"},
}
PYPIRC = {"index-servers", "repository", "username", "password", "ca_cert"}


def tables(path: str, value: Any) -> Iterator[tuple[str, dict[str, Any]]]:
    """Yield each table of a TOML document with its path."""
    if isinstance(value, dict):
        known = cast("dict[str, Any]", value)
        yield path, known
        for key, inner in known.items():
            yield from tables(f"{path}.{key}".removeprefix("."), inner)
    elif isinstance(value, list):
        for each in cast("Sequence[Any]", value):
            yield from tables(path, each)


def check_toml(text: str) -> None:
    """Fail unless each table has keys that its program knows."""
    for path, table in tables("", tomllib.loads(text)):
        assert table.keys() <= TOML.get(path, set()), f"[{path}] has {sorted(table)}, some of which we do not know"


def check_ini(text: str) -> None:
    """Fail unless it is a .pypirc whose servers have sections."""
    parser = configparser.ConfigParser()
    parser.read_string(text)
    unknown = {key for name in parser.sections() for key in parser[name]} - PYPIRC
    assert not unknown, f"a .pypirc has no {sorted(unknown)}"
    servers = [name for name in parser.sections() if name != "distutils"]
    assert parser["distutils"]["index-servers"].split() == servers, f"index-servers differs from {servers}"


def check_json(text: str) -> None:
    """Fail unless it is a seed of the sandbox."""
    Sandbox(seed=json.loads(text)).close()


def check_yaml(text: str) -> None:
    """Fail unless it is YAML."""
    assert isinstance(yaml.safe_load(text), dict), "this YAML is no mapping"


CHECKS: dict[str, Callable[[str], None]] = {
    "ini": check_ini,
    "json": check_json,
    "toml": check_toml,
    "yaml": check_yaml,
}

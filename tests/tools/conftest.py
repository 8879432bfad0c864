"""A project of its own for each test; what is computed from the same content in many of them is computed once."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any

import pytest

import generator.pipeline
import generator.rules
import tools.changes.release
from generator.source.document import Document
from tests.tools.changes import checkout
from tools.changes.release import modules_in

Memory = dict[tuple[object, ...], Any]


@pytest.fixture(scope="session")
def memory() -> Memory:
    return {}


@pytest.fixture(scope="session")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("made") / "project"
    checkout.make(folder)
    return folder


@pytest.fixture
def project(made: Path, tmp_path: Path, memory: Memory, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a project that is in no git checkout.

    The pure steps of generation and comparison, which take seconds, remember their results by the whole content that
    they read. Errors are not remembered.
    """
    steps: list[tuple[Any, str, Callable[..., tuple[object, ...]]]] = [
        (generator.rules, "check", _of_document),
        (generator.pipeline, "generate", _of_document),
        (tools.changes.release, "api_of", _of_document),
        (tools.changes.release, "surface", _of_sources),
        (tools.changes.release, "commands", _of_commands),
    ]
    for module, name, content in steps:
        monkeypatch.setattr(module, name, _remembering(memory, name, getattr(module, name), content))
    shutil.copytree(made, tmp_path / "project")
    return tmp_path / "project"


def _remembering(
    memory: Memory, name: str, step: Callable[..., Any], content: Callable[..., tuple[object, ...]]
) -> Callable[..., Any]:
    def once(*arguments: Any) -> Any:
        key = (name, *content(*arguments))
        if key not in memory:
            found = step(*arguments)
            if name == "check" and found:  # Complaints name the file of this very test.
                return found
            memory[key] = found
        return memory[key]

    return once


def _of_document(document: Document, *others: object) -> tuple[object, ...]:
    return (Path(document.file).name, repr(document.data), repr(document.positions), *others)


def _of_sources(folders: Sequence[Path]) -> tuple[object, ...]:
    return tuple(sorted(modules_in(folders).items()))


def _of_commands(scripts: Mapping[str, str], folders: Sequence[Path]) -> tuple[object, ...]:
    return (*sorted(scripts.items()), *_of_sources(folders))

"""No circle of imports, type-checking imports included: neither between files nor between a folder and its neighbours.

In each folder, the files and subfolders are compared as neighbours: an import from a file deep inside one of them
into another counts as an import between those two. A package's own `__init__.py` is a neighbour of its modules.
"""

from __future__ import annotations

import ast
from collections import defaultdict
from collections.abc import Iterable, Iterator
from graphlib import CycleError, TopologicalSorter
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
PACKAGES = [
    ROOT / folder
    for folder in (
        "cli/foxreach_shell",
        "generated/foxreach_client",
        "generator",
        "runtime/foxreach_runtime",
        "sandbox/foxreach_sandbox",
        "sandbox/foxreach_testing",
        "tools",
        "benchmarks",
    )
]
Graph = dict[str, set[str]]
Place = tuple[str, ...]  # The path of a module below the folder that holds the package, such as ("tools", "lock.py").


def imports(top: Path) -> Iterator[tuple[Place, Place]]:
    """Yield each import between two files of the package *top*: the importing file and the imported one."""
    for file in sorted(top.rglob("*.py")):
        for node in ast.walk(ast.parse(file.read_text("utf-8"))):
            for name in imported(node, file, top):
                found = module(top.parent, name)
                if found is not None and found != file:
                    yield file.relative_to(top.parent).parts, found.relative_to(top.parent).parts


def imported(node: ast.AST, file: Path, top: Path) -> Iterator[Place]:
    """Yield the absolute names, in parts, that the statement *node* of *file* may import as modules."""
    if isinstance(node, ast.Import):
        yield from (tuple(alias.name.split(".")) for alias in node.names)
    elif isinstance(node, ast.ImportFrom):
        package = file.relative_to(top.parent).parts
        start = package[: len(package) - node.level] if node.level else ()
        base = (*start, *(node.module.split(".") if node.module else ()))
        yield from ((*base, alias.name) for alias in node.names)


def module(folder: Path, name: Place) -> Path | None:
    """Return the file that importing *name* loads; *name* may end with what is inside that module."""
    for parts in (name, name[:-1]):
        path = folder.joinpath(*parts)
        if parts and path.with_suffix(".py").is_file():
            return path.with_suffix(".py")
        if parts and (path / "__init__.py").is_file():
            return path / "__init__.py"
    return None


def between_files(pairs: Iterable[tuple[Place, Place]]) -> Graph:
    """Return which file imports which other one."""
    graph: Graph = defaultdict(set)
    for importer, target in pairs:
        graph["/".join(importer)].add("/".join(target))
    return graph


def between_neighbours(pairs: Iterable[tuple[Place, Place]]) -> list[Graph]:
    """Return, for each folder, which of its files and subfolders imports which other one."""
    graphs: dict[Place, Graph] = defaultdict(lambda: defaultdict(set))
    for importer, target in pairs:
        depth = next(index for index, (one, other) in enumerate(zip(importer, target, strict=False)) if one != other)
        graphs[importer[:depth]][importer[depth]].add(target[depth])
    return list(graphs.values())


def cycle(graph: Graph) -> str:
    """Return one circle of *graph*; '' where there is none."""
    try:
        TopologicalSorter(graph).prepare()
    except CycleError as error:
        return " <- ".join(error.args[1])
    return ""


@pytest.mark.parametrize("top", PACKAGES, ids=lambda top: top.name)
def test_no_import_leads_back_to_where_it_came_from(top: Path) -> None:
    pairs = list(imports(top))
    assert pairs
    assert [found for graph in (between_files(pairs), *between_neighbours(pairs)) if (found := cycle(graph))] == []

"""The runtime stays thin: how much code one call passes, and no small module for a single importer."""

from __future__ import annotations

from collections import defaultdict
from pathlib import Path

from tests.test_import_cycles import imports
from tests.test_shape import telling

ROOT = Path(__file__).resolve().parents[1]
RUNTIME = ROOT / "runtime" / "foxreach_runtime"
BESIDE = {
    "aborting",
    "compound",
    "encoding",
    "files",
    "headers",
    "json_schema",
    "keys",
    "lenient",
    "library_logs",
    "paging",
    "rate_limit",
    "refused_bodies",
    "rules",
    "settling",
    "tasks",
    "untyped",
    "webhooks",
    "large_bodies",
    "nested",
    "deprecation",
    "differences",
    "recording",
}  # Rooms beside the call, which can be read alone: a list is many calls, a key comes before, a large body is rare.
THIN = 4000  # lines with a letter or a digit
SMALL = 40  # lines
MODULES = {file.relative_to(RUNTIME.parent).parts: file for file in sorted(RUNTIME.rglob("*.py"))}


def importers() -> dict[tuple[str, ...], set[str]]:
    """Return the files that import each module of the runtime; all generated ones count as two, since they are many."""
    found: dict[tuple[str, ...], set[str]] = defaultdict(set)
    for importer, target in imports(RUNTIME):
        found[target].add("/".join(importer))
    templates = "\n".join(path.read_text("utf-8") for path in (ROOT / "templates").rglob("*.j*"))
    generator = "\n".join(path.read_text("utf-8") for path in (ROOT / "generator" / "api").rglob("*.py"))
    for place in MODULES:
        if ".".join(place).removesuffix(".py") in templates + generator:
            found[place] |= {"generated: sync", "generated: async"}
    return found


def test_what_one_call_passes_stays_thin() -> None:
    lines = {
        place: telling(file.read_text("utf-8").splitlines())
        for place, file in MODULES.items()
        if not BESIDE.intersection(place)
    }
    assert sum(lines.values()) < THIN


def test_a_small_module_has_more_than_one_importer() -> None:
    found = importers()
    alone = {
        "/".join(place): sorted(found[place])
        for place, file in MODULES.items()
        if file.name != "__init__.py" and len(file.read_text("utf-8").splitlines()) < SMALL and len(found[place]) < 2
    }
    assert alone == {}

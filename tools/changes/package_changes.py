"""Finds the changes of what an installer sees: Pythons, dependencies, extras, entry points. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from packaging.specifiers import SpecifierSet
from packaging.version import Version

from .kinds import Change
from .package import SCRIPTS, Package
from .pairs import paired

SUBJECT = "the package"


def package_changes(old: Package, new: Package) -> Iterator[Change]:
    """Yield every change of the package."""
    for kind, words in (*_pythons(old, new), *_dependencies(old, new), *_entry_points(old, new), *_rest(old, new)):
        yield Change(kind, SUBJECT, words)


def _pythons(old: Package, new: Package) -> Iterator[tuple[str, str]]:
    lost, gained = _lost(old.python, new.python), _lost(new.python, old.python)
    words = f"requires Python {new.python or 'of any version'}, required {old.python or 'any'}"
    if lost or gained:
        yield ("python-raised" if lost else "python-lowered"), words


def _dependencies(old: Package, new: Package) -> Iterator[tuple[str, str]]:
    for gone in sorted(old.extras - new.extras):
        yield "extra-removed", f"extra '{gone}' removed"
    for come in sorted(new.extras - old.extras):
        yield "extra-added", f"extra '{come}' added"
    pairs = paired(old.dependencies.items(), new.dependencies.items(), lambda item: item[0])
    for (extra, name), _ in pairs.gone:
        if not extra or extra in new.extras:
            yield "dependency-removed", f"{_named(extra, name)} removed"
    for (extra, name), _ in pairs.new:
        if not extra or extra in old.extras:
            yield "dependency-added", f"{_named(extra, name)} added"
    for ((extra, name), before), (_, after) in pairs.kept:
        same = (before.extras, _condition(before.marker)) == (after.extras, _condition(after.marker))
        if (before.specifier, same) != (after.specifier, True):
            narrower = not same or _lost(before.specifier, after.specifier)
            kind = "dependency-narrowed" if narrower else "dependency-widened"
            yield kind, f"{_named(extra, name)} is {after}, was {before}"


def _condition(marker: object) -> str:
    """Return the marker without the part that names the extra."""
    parts = (part.strip(" ()") for part in str(marker or "").split(" and "))
    return " and ".join(part for part in parts if not part.startswith("extra =="))


def _named(extra: str, name: str) -> str:
    return f"dependency '{name}'" + (f" of the extra '{extra}'" if extra else "")


def _lost(old: SpecifierSet, new: SpecifierSet) -> bool:
    """Return whether *old* allows a version that *new* excludes: one of the bounds of both, or next to one."""
    return any(old.contains(each, prereleases=True) and not new.contains(each, prereleases=True) for each in
               _probes((old, new)))  # fmt: skip


def _probes(ranges: Iterable[SpecifierSet]) -> set[Version]:
    """Return versions at, just below and just above each bound."""
    found = {Version("0"), Version("99999")}
    for bound in (each for range_ in ranges for each in range_):
        version = Version(bound.version.removesuffix(".*"))
        release = [*version.release, 0, 0][: max(3, len(version.release))]
        found |= {version, Version(".".join(map(str, [*release, 1])))}
        for place in range(len(release)):
            for step in (-1, 1):
                if release[place] + step >= 0:
                    near = [*release[:place], release[place] + step]
                    found |= {Version(".".join(map(str, [*near, last]))) for last in (0, 99999)}
    return found


def _entry_points(old: Package, new: Package) -> Iterator[tuple[str, str]]:
    pairs = paired(old.entry_points, new.entry_points, lambda point: point)
    for gone in pairs.gone:
        yield "script-removed", f"{_point(gone)} removed"
    for come in pairs.new:
        yield "script-added", f"{_point(come)} added"


def _point(point: tuple[str, str]) -> str:
    group, name = point
    return f"command '{name}'" if group == SCRIPTS else f"entry point '{name}' of {group}"


def _rest(old: Package, new: Package) -> Iterator[tuple[str, str]]:
    for name in sorted(old.typed - new.typed):
        yield "typed-removed", f"py.typed of {name} removed"
    for name in sorted(new.typed - old.typed):
        yield "typed-added", f"py.typed of {name} added"
    if old.licence != new.licence:
        yield "licence-changed", f"has the licence {new.licence}, had {old.licence}"
    if old.words != new.words:
        yield "package-words", "description changed"

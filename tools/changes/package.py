"""What an installer sees of the client: Pythons, dependencies, extras, entry points. Reads a wheel or a checkout."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Mapping, Sequence
from configparser import ConfigParser
from dataclasses import dataclass, field
from email.message import Message
from email.parser import Parser
from pathlib import Path
from typing import Any

from packaging.requirements import Requirement
from packaging.specifiers import SpecifierSet
from packaging.utils import canonicalize_name

from .public import PACKAGES

SCRIPTS = "console_scripts"


@dataclass(frozen=True)
class Package:
    """The facts. *dependencies* maps (extra, name) to the range, *entry_points* (group, name) to the target.

    The extra is empty for what everybody installs; *typed* are the packages with `py.typed`.
    """

    python: SpecifierSet
    dependencies: Mapping[tuple[str, str], Requirement]
    extras: frozenset[str]
    entry_points: Mapping[tuple[str, str], str]
    licence: str
    typed: frozenset[str]
    words: tuple[str, ...] = field(default=())

    @property
    def scripts(self) -> dict[str, str]:
        """The commands, and the function that each calls."""
        return {name: target for (group, name), target in self.entry_points.items() if group == SCRIPTS}


def package_in(folders: Sequence[Path], project: Path) -> Package | None:
    """Return the facts of an unpacked wheel in *folders*, else of the checkout at *project*; None without either."""
    for folder in folders:
        for metadata in folder.glob("*.dist-info/METADATA"):
            return _of_wheel(metadata, _typed(folders))
    return _of_project(project / "pyproject.toml", _typed(folders)) if (project / "pyproject.toml").is_file() else None


def _typed(folders: Sequence[Path]) -> frozenset[str]:
    return frozenset(name for name in PACKAGES for folder in folders if (folder / name / "py.typed").is_file())


def _of_wheel(metadata: Path, typed: frozenset[str]) -> Package:
    said: Message = Parser().parsestr(metadata.read_text("utf-8"))
    listed = metadata.with_name("entry_points.txt")
    points = ConfigParser(delimiters=("=",))
    points.optionxform = str  # type: ignore[assignment,method-assign] # pyright: ignore[reportAttributeAccessIssue]
    points.read_string(listed.read_text("utf-8") if listed.is_file() else "")
    return Package(
        python=SpecifierSet(str(said.get("Requires-Python", ""))),
        dependencies=_spelled_out(_by_extra(map(str, said.get_all("Requires-Dist", [])))),
        extras=frozenset(canonicalize_name(str(name)) for name in said.get_all("Provides-Extra", [])),
        entry_points={(group, name): points[group][name] for group in points.sections() for name in points[group]},
        licence=str(said.get("License-Expression", "")),
        typed=typed,
        words=(str(said.get("Summary", "")), str(said.get("Keywords", "")), *sorted(said.get_all("Classifier", []))),
    )


def _of_project(file: Path, typed: frozenset[str]) -> Package:
    """Return what the build backend writes of a `pyproject.toml` into METADATA."""
    project: dict[str, Any] = tomllib.loads(file.read_text("utf-8"))["project"]
    extras: dict[str, list[str]] = project.get("optional-dependencies", {})
    groups = {SCRIPTS: project.get("scripts", {}), "gui_scripts": project.get("gui-scripts", {})}
    groups |= project.get("entry-points", {})
    dependencies = _by_extra(project.get("dependencies", []))
    for extra, requirements in extras.items():
        dependencies |= _by_extra(requirements, canonicalize_name(extra))
    keywords = ",".join(sorted(project.get("keywords", [])))
    return Package(
        python=SpecifierSet(project.get("requires-python", "")),
        dependencies=_spelled_out(dependencies),
        extras=frozenset(map(canonicalize_name, extras)),
        entry_points={(group, name): target for group, points in groups.items() for name, target in points.items()},
        licence=str(project.get("license", "")),
        typed=typed,
        words=(project.get("description", ""), keywords, *sorted(project.get("classifiers", []))),
    )


def _by_extra(requirements: Iterable[str], extra: str = "") -> dict[tuple[str, str], Requirement]:
    """Return the requirements by extra and name; in METADATA, a marker names the extra."""
    found = dict[tuple[str, str], Requirement]()
    for text in requirements:
        requirement = Requirement(text)
        marker = str(requirement.marker or "")
        _, named, rest = marker.partition("extra == ")
        of = canonicalize_name(rest.split(rest[0])[1]) if named else extra
        own: str = canonicalize_name(requirement.name)
        if own == "foxreach-client":  # An extra that takes in another one.
            own = f"{own}[{','.join(sorted(requirement.extras))}]"
        found[of, own] = requirement
    return found


def _spelled_out(dependencies: Mapping[tuple[str, str], Requirement]) -> dict[tuple[str, str], Requirement]:
    """Return the dependencies with those of other extras in place of `foxreach-client[extra]`, as hatchling does."""
    found = dict(dependencies)
    for (extra, name), requirement in dependencies.items():
        if name.startswith("foxreach-client["):
            del found[extra, name]
            taken = {canonicalize_name(each) for each in requirement.extras}
            found |= {(extra, own): each for (of, own), each in dependencies.items() if of in taken}
    nested = any(name.startswith("foxreach-client[") for _, name in found)
    return _spelled_out(found) if nested and found.keys() != dependencies.keys() else found

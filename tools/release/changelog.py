"""Read and rewrite CHANGELOG.md: its sections, and the links between their versions. Pure: text in, text out."""

import re
from collections.abc import Collection
from itertools import pairwise

from tools.changes.version import PATTERN, version_of

UNRELEASED = "Unreleased"
NOTE = "The files in `changelog.d/` describe what is not released yet."
HEADING = re.compile(r"^## \[?([^\]\s]+)\]?.*$", re.MULTILINE)
LINK = re.compile(r"^\[[^\]\n]+\]: \S+\n?", re.MULTILINE)


def sections(changelog: str) -> dict[str, str]:
    """Return the text below each second-level heading, by the version (or `Unreleased`) in the heading."""
    return {name: text.partition("\n")[2].strip() for name, text in _parts(changelog).items() if name}


def released(changelog: str, section: str, replaced: Collection[str] = ()) -> str:
    """Return the changelog with *section*, and its heading, above the older ones; those of *replaced* go.

    ValueError if there is no Unreleased section.
    """
    found = _parts(changelog)
    if UNRELEASED not in found:
        raise ValueError(f"CHANGELOG.md has no heading `## [{UNRELEASED}]`")
    heading = HEADING.search(section)
    gone = {*replaced, heading[1] if heading else ""} - {""}
    head = [found.pop(""), found.pop(UNRELEASED)]
    older = {name: text for name, text in found.items() if name not in gone}
    texts = [text.strip() for text in (*head, section, *older.values())]
    return "\n\n".join([*texts, links([*_parts(section), *older])]) + "\n"


def links(names: Collection[str]) -> str:
    """Return a definition for each version that links it with what changed in it.

    They are relative to the page of CHANGELOG.md on the server of the repository, so that no host is named.
    """
    versions = sorted((version_of(name) for name in names if PATTERN.fullmatch(name)), reverse=True)
    if not versions:
        return ""
    pairs = pairwise(versions)
    lines = [f"[{UNRELEASED}]: ../../compare/v{versions[0]}...HEAD"]
    lines += [f"[{new}]: ../../compare/v{old}...v{new}" for new, old in pairs]
    return "\n".join([*lines, f"[{versions[-1]}]: ../../tree/v{versions[-1]}"])


def _parts(changelog: str) -> dict[str, str]:
    """Return each section with its heading, by the name in the heading; '' is what comes before the first one."""
    text = LINK.sub("", changelog)
    starts = [(heading.start(), heading[1]) for heading in HEADING.finditer(text)]
    ends = [start for start, _ in starts[1:]] + [len(text)]
    found = {"": text[: starts[0][0] if starts else None]}
    return found | {name: text[start:end] for (start, name), end in zip(starts, ends, strict=False)}

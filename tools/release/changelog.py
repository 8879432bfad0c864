"""Read and rewrite CHANGELOG.md: its sections, and the release of what is unreleased. Pure: text in, text out."""

import re

UNRELEASED = "Unreleased"
FIRST = "### Breaking"
DETECTED = " <!-- found by release -->"
HEADING = re.compile(r"^## \[?([^\]\s]+)\]?.*$", re.MULTILINE)


def sections(changelog: str) -> dict[str, str]:
    """Return the text below each second-level heading, by the version (or `Unreleased`) in the heading."""
    found = list(HEADING.finditer(changelog))
    ends = [heading.start() for heading in found[1:]] + [len(changelog)]
    return {heading[1]: changelog[heading.end() : end].strip() for heading, end in zip(found, ends, strict=False)}


def released(changelog: str, version: str, day: str, seen: str = "") -> str:
    """Return the changelog with the unreleased lines, and those of *seen*, moved below *version* and its *day*.

    They are added to a section that *version* has already, and replace the lines of *seen* of an earlier run there.
    ValueError if there is no Unreleased section.
    """
    found = sections(changelog)
    if UNRELEASED not in found:
        raise ValueError(f"CHANGELOG.md has no heading `## [{UNRELEASED}]`")
    written = "\n".join(line for line in found.get(version, "").splitlines() if not line.endswith(DETECTED))
    body = merged(merged(written, found[UNRELEASED]), marked(seen))
    headings = {heading[1]: heading for heading in HEADING.finditer(changelog)}
    before = changelog[: headings[UNRELEASED].end()]
    rest = [(name, text) for name, text in found.items() if name not in (UNRELEASED, version)]
    older = [f"{headings[name][0]}\n\n{text.replace(DETECTED, '')}".rstrip() for name, text in rest]
    return "\n\n".join([before.rstrip(), f"## [{version}] - {day}\n\n{body}".rstrip(), *older]) + "\n"


def marked(seen: str) -> str:
    """Return *seen* with a mark on each item, by which the next run finds it again; no reader sees it."""
    return "\n".join(f"{line}{DETECTED}" if line.startswith("- ") else line for line in seen.splitlines())


def merged(section: str, more: str) -> str:
    """Return *section* with the lines of *more* added below their headings, without duplicates; breaking ones first."""
    blocks = _blocks(section)
    for heading, lines in _blocks(more).items():
        known = blocks.setdefault(heading, [])
        known += [line for line in lines if line not in known]
    first = sorted(blocks.items(), key=lambda block: block[0] not in ("", FIRST))
    texts = ["\n".join([*([heading, ""] if heading else []), *lines]) for heading, lines in first if lines]
    return "\n\n".join(texts)


def _blocks(section: str) -> dict[str, list[str]]:
    """Return the list items by heading; an indented line continues its item."""
    blocks: dict[str, list[str]] = {"": []}
    heading = ""
    for line in section.splitlines():
        if line.startswith("### "):
            heading = line
            blocks.setdefault(heading, [])
        elif line.startswith(" ") and blocks[heading]:
            blocks[heading][-1] += f"\n{line}"
        elif line.strip():
            blocks[heading].append(line)
    return blocks

"""The text of CHANGELOG.md: its sections, and a release made of what is unreleased. Pure: text in, text out."""

import re

UNRELEASED = "Unreleased"
FIRST = "### Breaking"
HEADING = re.compile(r"^## \[?([^\]\s]+)\]?.*$", re.MULTILINE)


def sections(changelog: str) -> dict[str, str]:
    """Return what stands below each heading of the second level, by the version or the word in it."""
    found = list(HEADING.finditer(changelog))
    ends = [heading.start() for heading in found[1:]] + [len(changelog)]
    return {heading[1]: changelog[heading.end() : end].strip() for heading, end in zip(found, ends, strict=False)}


def released(changelog: str, version: str, day: str, seen: str = "") -> str:
    """Return the changelog with the unreleased lines, and those of *seen*, below *version* and its *day*.

    A section that the version has already is added to. ValueError, in one sentence, without an Unreleased section.
    """
    found = sections(changelog)
    if UNRELEASED not in found:
        raise ValueError(f"CHANGELOG.md has no heading `## [{UNRELEASED}]`")
    body = merged(merged(found.get(version, ""), found[UNRELEASED]), seen)
    headings = {heading[1]: heading for heading in HEADING.finditer(changelog)}
    before = changelog[: headings[UNRELEASED].end()]
    rest = [(name, text) for name, text in found.items() if name not in (UNRELEASED, version)]
    older = [f"{headings[name][0]}\n\n{text}".rstrip() for name, text in rest]
    return "\n\n".join([before.rstrip(), f"## [{version}] - {day}\n\n{body}".rstrip(), *older]) + "\n"


def merged(section: str, more: str) -> str:
    """Return the section with the lines of *more* below their own headings; none twice, what breaks first."""
    blocks = _blocks(section)
    for heading, lines in _blocks(more).items():
        known = blocks.setdefault(heading, [])
        known += [line for line in lines if line not in known]
    first = sorted(blocks.items(), key=lambda block: block[0] not in ("", FIRST))
    texts = ["\n".join([*([heading, ""] if heading else []), *lines]) for heading, lines in first if lines]
    return "\n\n".join(texts)


def _blocks(section: str) -> dict[str, list[str]]:
    """Return the items by heading. One that goes on in the next line is one item."""
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

"""The pages that Sphinx reads: those of docs/ and of the checkout's top, with their links, and the reference.

They stand in a folder of their own, so that nothing is written to the checkout. A page whose text is the same keeps its
file, so that Sphinx reads it only once.
"""

from __future__ import annotations

import posixpath
import re
from pathlib import Path

from tools.docs import contents, reference
from tools.docs.failure import SiteError

TOP = {  # pages of the checkout's top, and where the site has them
    "README.md": "index.md",
    "CHANGELOG.md": "changelog.md",
    "CONTRIBUTING.md": "contributing.md",
    "SECURITY.md": "security.md",
}
DECISIONS = "docs/decisions"
ORPHAN = "---\norphan: true\n---\n\n"
LINK = re.compile(r"(\]\()(?![a-z]+:|#)([^)#\s]+)")
CODE = re.compile(r"^( *)(`{3,}|~{3,}).*?^\1\2", re.DOTALL | re.MULTILINE)
LANGUAGES = {".py": "python", ".yaml": "yaml", ".yml": "yaml", ".toml": "toml", ".md": "markdown", ".sh": "bash"}


def pages(root: Path) -> dict[str, bytes]:
    """Return the content of every file that Sphinx reads, by its path on the site."""
    found: dict[str, bytes] = {}
    outside: set[str] = set()
    written = [path.relative_to(root).as_posix() for path in sorted((root / "docs").rglob("*")) if path.is_file()]
    for name in [*written, *TOP]:
        page = name.endswith(".md")
        found[place(name)] = relink(_text(root, name), name, outside).encode() if page else (root / name).read_bytes()
    found["index.md"] += contents.trees().encode()
    found[place(DECISIONS)] = _decisions(found).encode()
    for name, content in found.items():
        if name.startswith("decisions/0"):  # They stand on their own list, not in the contents beside every page.
            found[name] = ORPHAN.encode() + content
    for name in outside:
        if (root / name).is_file():  # Sphinx complains about a link to nothing, and names its line.
            found[place(name)] = _file(root, name).encode()
    for name, text in reference.pages(root).items():
        found[f"reference/{name}"] = text.encode()
    return found


def place(name: str) -> str:
    """Return where the site has the file *name* of the checkout; one outside docs/ is a page below `files/`."""
    if name == DECISIONS:
        return "decisions/index.md"
    return TOP.get(name) or (name.removeprefix("docs/") if name.startswith("docs/") else f"files/{name}.md")


def relink(text: str, name: str, outside: set[str]) -> str:
    """Return the page *name* with its links as the site has them; add to *outside* what has no page of its own.

    SiteError names the links that leave the checkout.
    """
    here = posixpath.dirname(place(name))
    faults: list[str] = []

    def moved(link: re.Match[str]) -> str:
        target = posixpath.normpath(posixpath.join(posixpath.dirname(name), link[2]))
        if target.startswith(("../", "/")):
            line = text.count("\n", 0, end + link.start()) + 1
            faults.append(f"{name}:{line}: links {link[2]}, which is outside the checkout")
        elif place(target).startswith("files/"):
            outside.add(target)
        return link[1] + posixpath.relpath(place(target), here or ".")

    parts: list[str] = []
    end = 0
    for block in CODE.finditer(text):  # What looks like a link inside a block of code is none.
        parts += [LINK.sub(moved, text[end : block.start()]), block[0]]
        end = block.end()
    parts.append(LINK.sub(moved, text[end:]))
    if faults:
        raise SiteError("\n".join(faults))
    return "".join(parts)


def write(found: dict[str, bytes], folder: Path) -> None:
    """Make *folder* have exactly the files *found*, and touch none that is right already."""
    for path in folder.rglob("*"):
        if path.is_file() and path.relative_to(folder).as_posix() not in found:
            path.unlink()
    for name, content in found.items():
        path = folder / name
        if not path.is_file() or path.read_bytes() != content:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(content)


def _text(root: Path, name: str) -> str:
    """Return the text of the file *name*; SiteError if it is not UTF-8."""
    content = (root / name).read_bytes()
    try:
        return content.decode()
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        raise SiteError(f"{name}:{line}: is not UTF-8: save it as UTF-8") from None


def _file(root: Path, name: str) -> str:
    text = _text(root, name)
    fence = "`" * max([3, *map(len, re.findall(r"`+", text))]) + "`"
    return f"{ORPHAN}# {name}\n\n{fence}{LANGUAGES.get(Path(name).suffix, 'text')}\n{text}{fence}\n"


def _decisions(found: dict[str, bytes]) -> str:
    titles = {name: text.decode().partition("\n")[0] for name, text in found.items() if name.startswith("decisions/0")}
    rows = "".join(
        f"- [{title.removeprefix('# ')}]({name.removeprefix('decisions/')})\n" for name, title in titles.items()
    )
    return (
        "# Decisions\n\n"
        "The reasons for choices, one page each. A later page may supersede an earlier one; both say so.\n\n" + rows
    )

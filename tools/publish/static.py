"""`python -m tools.publish.static FOLDER`: write the page of an index that is a folder of files, with yanked versions.

For indexes that cannot yank. Wheels and sdists are in FOLDER/foxreach-client, and any web server can serve FOLDER. The
versions marked as [YANKED] in CHANGELOG.md are yanked there (PEP 592), with the first paragraph of their section as the
reason. If archives of the site are beside the wheels, the sites are shown in FOLDER/docs, with the same marks.
"""

import re
import sys
import zipfile
from collections.abc import Mapping
from email.parser import Parser
from html import escape
from pathlib import Path

from tools.docs.archive import SUFFIX
from tools.publish.index import PROJECT, version_of
from tools.publish.messages import PublishError
from tools.publish.sites import Sites
from tools.publish.upload import sha256
from tools.release.changelog import sections

ROOT = Path(__file__).resolve().parents[2]
YANKED = re.compile(r"^## \[?([^\]\s]+)\]?.*\[YANKED\]\s*$", re.MULTILINE)


def yanked(changelog: str) -> dict[str, str]:
    """Return the reason of each version that is marked in the changelog; '' if its section begins with a heading."""
    texts = {version: sections(changelog)[version].partition("\n\n")[0] for version in YANKED.findall(changelog)}
    return {version: "" if text.startswith("#") else " ".join(text.split()) for version, text in texts.items()}


def page(folder: Path, reasons: Mapping[str, str]) -> str:
    """Return the page of the project for the files in *folder* (PEP 503)."""
    files = sorted(path for path in folder.iterdir() if version_of(path.name))
    links = "".join(f"<a{_attributes(file, reasons)}>{escape(file.name)}</a><br>\n" for file in files)
    return f"<!DOCTYPE html>\n<title>{PROJECT}</title>\n{links}"


def _attributes(file: Path, reasons: Mapping[str, str]) -> str:
    named = {"href": f"{file.name}#sha256={sha256(file)}", "data-requires-python": _python(file)}
    version = str(version_of(file.name))
    written = [f'{name}="{escape(text)}"' for name, text in named.items() if text]
    written += [f'data-yanked="{escape(reasons[version])}"'] if version in reasons else []
    return "".join(f" {each}" for each in written)


def _python(file: Path) -> str:
    """Return the Pythons that a wheel requires; the wheel of a version is preferred to its sdist."""
    if file.suffix != ".whl":
        return ""
    try:
        with zipfile.ZipFile(file) as archive:
            (name,) = (each for each in archive.namelist() if each.endswith(".dist-info/METADATA"))
            metadata = archive.read(name).decode()
    except (ValueError, zipfile.BadZipFile) as error:
        raise PublishError(f"{file.name} cannot be read: {error}. Copy the file of the release there again.") from None
    return str(Parser().parsestr(metadata).get("Requires-Python", ""))


def main(folder: Path, root: Path = ROOT) -> None:
    """Write the page, and say which versions it has as yanked. Nothing is written if a file cannot be used."""
    reasons = yanked((root / "CHANGELOG.md").read_text("utf-8"))
    project, sites = folder / PROJECT, Sites(folder / "docs", reasons)
    if not project.is_dir():
        raise PublishError(f"{folder} has no folder {PROJECT}, where the wheels and sdists of an index are.")
    archives = sorted(project.glob(f"*{SUFFIX}"))
    for archive in archives:
        sites.has(archive)
    (project / "index.html").write_text(page(project, reasons), "utf-8", newline="\n")
    for archive in archives:
        sites.add(archive)
    print(f"{project / 'index.html'}: yanked {', '.join(reasons) or 'nothing'}")


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit("usage: nox -s static -- FOLDER")
    try:
        main(Path(sys.argv[1]))
    except PublishError as error:
        sys.exit(f"static: {error}")
    except OSError as error:
        sys.exit(f"static: {error.filename}: {error.strerror}")

"""Builds the site in a folder, where a reader sees a whole site at all times: an interrupted build leaves no half one.

A build starts from nothing, so that the same sources give the same bytes. Nothing is built if the site that is there
was built from the same sources.
"""

from __future__ import annotations

import gc
import platform
import shutil
import sys
import tempfile
from collections.abc import Iterable
from pathlib import Path

from sphinx.application import Sphinx
from sphinx.errors import SphinxError
from sphinx.util.docutils import docutils_namespace, patch_docutils

from generator.output.write import locked, replace
from tools.docs import contents, staging
from tools.docs.checks import known, links
from tools.docs.checks import names as wrong
from tools.docs.checks.foreign import NAMES
from tools.docs.failure import SiteError
from tools.docs.messages import Complaints, located
from tools.docs.sources import digest
from tools.docs.staging import TOP

SETTINGS = Path(__file__).parent  # The folder of conf.py.
PACKAGES = ("cli", "generated", "runtime", "sandbox")
UNLISTED = ("index.md", "decisions/0", "files/", "reference/")  # Pages with these names have other lists.
TOOLS = ("tools/docs/", "requirements.lock")  # What decides how a page is built, unknown to Sphinx.
NEW = "new-"  # The beginning of the name of a folder where a build works.
DEPENDENT = ".buildinfo"  # Its hash depends on the folder of the checkout; only an incremental build reads it.


def build(root: Path, folder: Path) -> Path:
    """Return the site of the checkout *root* in *folder*, built anew if anything changed. SiteError if it is faulty."""
    site, mark = folder / "site", folder / "built-from"
    wanted = f"{digest(root)} Python {platform.python_version()}\n"
    folder.mkdir(parents=True, exist_ok=True)
    with locked(folder):
        for left in folder.glob(f"{NEW}*"):  # By a build that was killed: no other one runs.
            shutil.rmtree(left)
        if site.is_dir() and mark.is_file() and mark.read_text("utf-8") == wanted:
            return site
        with tempfile.TemporaryDirectory(prefix=NEW, dir=folder) as scratch:
            new = Path(scratch)
            render(root, folder / "pages", new / "site", new / "read")
            (new / "site" / DEPENDENT).unlink()
            mark.unlink(missing_ok=True)
            replace(new / "site", site)
        mark.write_text(wanted, "utf-8")
    return site


def update(root: Path, folder: Path) -> Path:
    """Return the site of the checkout *root* in *folder* after building what changed; other tools build all of it."""
    live, mark = folder / "live", folder / "live" / "built-by"
    wanted = digest(root, *TOOLS)
    if not (mark.is_file() and mark.read_text("utf-8") == wanted):
        shutil.rmtree(live, ignore_errors=True)
        live.mkdir(parents=True)
        mark.write_text(wanted, "utf-8")
    render(root, live / "pages", live / "site", live / "read")
    return live / "site"


def render(root: Path, pages: Path, site: Path, read: Path) -> None:
    """Write the site of the checkout *root* to *site*; what Sphinx keeps of an earlier run is in *read*."""
    sys.path[:0] = [str(root / name) for name in PACKAGES]  # An installed client may be of another version.
    found = staging.pages(root)
    if faults := unlisted(name.removesuffix(".md") for name in found if name.endswith(".md")):
        raise SiteError("\n".join(faults))
    staging.write(found, pages)
    complaints = list[str]()
    gc.disable()  # It takes a third of the time, and frees next to nothing before the end.
    try:
        with patch_docutils(SETTINGS), docutils_namespace():
            warning = Complaints(pages, root, complaints.append)
            app = Sphinx(pages, SETTINGS, site, read, "html", status=None, warning=warning, warningiserror=True)
            app.build()
    except SphinxError as error:
        complaints.append(located(f"{error.category}: {error}", pages, root))
    finally:
        gc.enable()
    complaints += _wrong_names(root)  # Afterwards: Sphinx has to find the same modules imported as in an sdist.
    if faults := complaints or _wrong_links(site, pages, root):
        raise SiteError("\n".join(faults))


def _wrong_links(site: Path, pages: Path, root: Path) -> list[str]:
    """Return what the built pages link and nobody has, at the line of the checkout that has the link."""
    found: list[str] = []
    for fault in links.faults(site):
        page = pages / fault.file.replace(".html", ".md")
        line = links.line_of(fault.address, page.read_text("utf-8")) if page.is_file() else 0
        found.append(located(f"{page}{f':{line}' if line else ''}: {fault.text}", pages, root))
    return found


def _wrong_names(root: Path) -> list[str]:
    """Return the names in the code of handwritten pages that nothing has."""
    if not (root / "tests").is_dir():  # An sdist has no tests, whose names pages use, too. The checkout was checked.
        return []
    names = known.known(root)
    pages = [*TOP, *(path.relative_to(root).as_posix() for path in sorted((root / "docs").glob("*.md")))]
    found = [
        str(fault)
        for page in pages
        if page != "CHANGELOG.md"
        for fault in wrong.faults(page, (root / page).read_text("utf-8"), names, root, NAMES.get(page, ()))
    ]
    return [*found, "A name of another program belongs in tools/docs/checks/foreign.py."] if found else []


def unlisted(pages: Iterable[str]) -> list[str]:
    """Return a sentence for each of *pages* that no section has, and for each page of a section that does not exist."""
    listed = {page for section in contents.SECTIONS.values() for page in section}
    found = {page for page in pages if not f"{page}.md".startswith(UNLISTED)}
    where = "tools/docs/contents.py"
    faults = [f"{where} has no section with the page {page}: add it to one" for page in sorted(found - listed)]
    gone = {page for page in listed - found if not page.startswith(UNLISTED)}
    return [*faults, *(f"{where} names the page {page}, which does not exist" for page in sorted(gone))]
